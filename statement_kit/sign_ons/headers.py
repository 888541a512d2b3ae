"""The name of a column in two forms: as a machine wrote it, and as the words a person reads."""

from __future__ import annotations

import re
import unicodedata

_POINT = re.compile(r"(?<=\w)\.(?=\w)")
_PREFIX = re.compile(r"^(?:_embedded/)?(?:osdi:)?(?:person|signature|contact)/(?=\w)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APOSTROPHES = re.compile("['’ʼ`]")
_SPACES = re.compile(r"\s+")


def technical_name(header: str) -> str:
    """The name as systems write it, however an export has dressed it: `First Name` and `person.first_name` are one."""
    name = _SPACES.sub("_", header.strip()).casefold()
    return _PREFIX.sub("", _POINT.sub("/", name))


def header_words(header: str) -> str:
    """The words of a header in one case, with one space between them: `NameOf_Org?` is `name of org`."""
    text = unicodedata.normalize("NFC", _APOSTROPHES.sub("", _CAMEL.sub(" ", header))).casefold()
    return " ".join("".join(filter(None, map(_kept, text))).split())


def _kept(char: str) -> str:
    """A letter, vowel or digit as it is; nothing for what nobody sees; a space for anything else."""
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return char if category[0] in "LMN" else " "
