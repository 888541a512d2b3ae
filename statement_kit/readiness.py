"""How far a translated clause has come, and how far it must come before it is published (A16, A18, A21)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class State(IntEnum):
    """How far a clause has come in a language; each is better than those before it."""

    MISSING = 0
    """There is no translation."""

    STALE = 1
    """The source was edited after it was translated."""

    FUZZY = 2
    """Somebody must look at it: it is marked fuzzy, or a machine made it and nobody has read it."""

    TRANSLATED = 3
    """It is translated, from the source as it stands."""

    REVIEWED = 4
    """Somebody has read it beside its source and found it right."""

    APPROVED = 5
    """As many people as the statement asks for have."""

    def __str__(self) -> str:
        return self.name.lower()


LEVELS = {str(state): state for state in (State.TRANSLATED, State.REVIEWED, State.APPROVED)}
"""What a statement may ask of its translations, by the word for it."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a statement asks of its translations.

    Attributes:
        ready: How far every clause must have come before a final file is made.
        reviewers: How many people make a clause approved: 1 or 2 (A21).
    """

    ready: State = State.TRANSLATED
    reviewers: int = 2


STANDARD = Policy()
"""What a statement asks that does not say: translated, and current."""
