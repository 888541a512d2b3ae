"""`register/origins.csv`: where each row of a register came from, and what its source said last, as fingerprints.

So the next import knows whom it has met before, and which cells somebody has edited by hand since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from statement_kit.register.record import damaged, read_record, write_record

COLUMNS = ("number", "source", "identities", "facts")

_IDENTITY = re.compile("[imntc]:[0-9a-f]{20}")
_FACT = re.compile("([^=\\s]+)=([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Origin:
    """What one source knows of one endorser.

    Attributes:
        number: The endorser's number in the register.
        source: Name of the source: that of a form, say.
        identities: Fingerprints of the registration ids and addresses by which it is known there, and of the names that
            each address signed under.
        facts: By column, the fingerprint of what the source said at the last import.
    """

    number: int
    source: str
    identities: frozenset[str]
    facts: Mapping[str, str] = field(hash=False)


Origins = tuple[Origin, ...]


def repointed(origins: Iterable[Origin], from_number: int, to_number: int) -> Origins:
    """The origins, when one row of the register was found to be the same as another.

    Where a source knows both, what it said of the row that goes counts as said of the one that stays. The next import
    finds both in one, and the register, which has heard it all, stands.
    """
    merged: dict[tuple[int, str], Origin] = {}
    for origin in sorted(origins, key=lambda one: one.number == from_number):
        moved = replace(origin, number=to_number) if origin.number == from_number else origin
        known = merged.get((moved.number, moved.source), Origin(moved.number, moved.source, frozenset(), {}))
        both = replace(known, identities=known.identities | moved.identities, facts={**known.facts, **moved.facts})
        merged[moved.number, moved.source] = both
    return tuple(merged.values())


def write_origins(origins: Iterable[Origin]) -> bytes:
    """Origins as a file."""
    return write_record(
        COLUMNS,
        (
            (
                str(one.number),
                one.source,
                " ".join(sorted(one.identities)),
                " ".join(f"{column}={digest}" for column, digest in sorted(one.facts.items())),
            )
            for one in sorted(origins, key=lambda one: (one.number, one.source))
        ),
    )


def parse_origins(text: str, path: str) -> Origins:
    """Read origins.

    Raises:
        SourceError: At the first line that is none.
    """
    found = []
    for where, (number, source, identities, facts) in read_record(text, path, COLUMNS):
        known, said = identities.split(), [_FACT.fullmatch(fact) for fact in facts.split()]
        if (
            not re.fullmatch("[0-9]{1,6}", number)
            or not source
            or not known
            or not all(map(_IDENTITY.fullmatch, known))
        ):
            raise damaged(where, "This line does not say where a row of the register came from.")
        if not all(said):
            raise damaged(where, "This line does not say what a source said of a row.")
        digests = {match[1]: match[2] for match in said if match}
        found.append(Origin(int(number), source, frozenset(known), digests))
    return tuple(found)
