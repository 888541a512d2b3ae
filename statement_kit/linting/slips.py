"""Which words, and which names, may be the same with a slip of the hand in them."""

from __future__ import annotations

from collections.abc import Sequence

from statement_kit.linting.nearness import is_slip
from statement_kit.linting.words import KNOWN

_SHORTEST_WORD = 5
"""In shorter words one letter more often makes another name than a slip."""

_MOST_SLIPS = 4
"""In how many words of a name a slip is looked for."""


def is_likely_slip(word: str, other: str) -> bool:
    """Whether one of two words may be the other mistyped: not where both are words by themselves (form, farm)."""
    return (
        min(len(word), len(other)) >= _SHORTEST_WORD and not (word in KNOWN and other in KNOWN) and is_slip(word, other)
    )


def is_one_slip_a_word(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each word of one name that the other has not is a slip away from one that only the other has.

    At most half of the words may differ so, and four of them.
    """
    first, second = set(one), set(other)
    left = [word for word in one if word not in second]
    right = [word for word in other if word not in first]
    if not left or len(left) != len(right) or len(left) * 2 > len(one) + 1 or len(left) > _MOST_SLIPS:
        return False
    for word in left:
        partner = next((found for found in right if is_likely_slip(word, found)), None)
        if partner is None:
            return False
        right.remove(partner)
    return True
