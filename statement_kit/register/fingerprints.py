"""Who somebody is, as a fingerprint under the folder's own key: known again at the next import, and told to nobody.

An e-mail address is an identity, and nothing else of the kit ever needs it. A plain digest of it would be as good as
the address for anybody with a list of addresses to try; so it is made with a key (RFC 2104) that stays in the folder.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

KEY_BYTES = 32

_NO_WORDS = frozenset({"number", "signed", "standing"})

_IDENTITY, _FACT = 20, 12
"""Length of fingerprints, in hexadecimal digits: 80 bits tell people apart, 48 bits tell two texts of one cell."""


def plain(name: str) -> str:
    """A name without what makes no other of it: capitals, and how many spaces there are."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Makes fingerprints under one key.

    Attributes:
        key: The key: 32 random bytes.
    """

    key: bytes = field(repr=False)

    def registration(self, source: str, registration: str) -> str:
        """That of a registration id, which means something in its own source only."""
        return f"i:{self._digest(_IDENTITY, 'registration', source, registration)}"

    def mail(self, address: str) -> str:
        """That of an e-mail address, the same wherever it comes from."""
        return f"m:{self._digest(_IDENTITY, 'mail', unicodedata.normalize('NFKC', address).strip().casefold())}"

    def named_mail(self, address: str, name: str) -> str:
        """That of an address and a name it signed under: a secretary may sign for several."""
        return f"n:{self._digest(_IDENTITY, 'named', self.mail(address), plain(name))}"

    def timed_mail(self, address: str, time: str) -> str:
        """That of an address and the moment it signed at: one answer to a form, whatever was changed in it since."""
        return f"t:{self._digest(_IDENTITY, 'timed', self.mail(address), time)}"

    def content(self, facts: Mapping[str, str]) -> str:
        """That of the words of a row, for rows that have neither id nor address: the same words are the same row.

        Numbers and dates are none of them, since a list that is counted anew is the same list.
        """
        said = sorted((column, text) for column, text in facts.items() if column not in _NO_WORDS)
        return f"c:{self._digest(_IDENTITY, 'content', *(text for pair in said for text in pair))}"

    def fact(self, column: str, text: str) -> str:
        """That of what a source says of one cell."""
        return self._digest(_FACT, "fact", column, text)

    def _digest(self, length: int, *texts: str) -> str:
        parted = "\0".join(texts).encode("utf-8", "surrogatepass")
        return hmac.digest(self.key, parted, "sha256").hex()[:length]
