"""`lexicon.txt`: what it gives, and what it refuses at which line."""

from __future__ import annotations

from itertools import product

import pytest

from statement_kit.diagnostics import SourceError
from statement_kit.source.lexicon_file import parse_lexicon
from statement_kit.text.segmentation import is_inside_cluster

PARTS = "កម្ែខន้\u0e33ກ\u0eb3\u0eb5a\u0301\u200c\u200d"
"""Letters, signs and vowels of Khmer, Thai, Lao and Latin, and the characters that join and part clusters."""


def findings(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(SourceError) as caught:
        parse_lexicon(text, "lexicon.txt")
    assert all(found.hint and found.where and found.where.path == "lexicon.txt" for found in caught.value.diagnostics)
    return [(found.rule, found.where.line) for found in caught.value.diagnostics if found.where]


def test_a_line_is_a_unit_with_bars_where_a_line_may_end() -> None:
    text = "# people\nนายสมชาย ใจดี  # Mr Somchai Jaidee\n\n  Village Support |Group\r\nសម្ព័ន្ធ|ខ្មែរ\n"  # "Khmer league"
    assert parse_lexicon(text, "lexicon.txt") == ("นายสมชาย ใจดี", "Village Support |Group", "សម្ព័ន្ធ|ខ្មែរ")


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n   # and no more"])
def test_a_file_without_units_is_an_empty_lexicon(text: str) -> None:
    assert parse_lexicon(text, "lexicon.txt") == ()


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("|", "lexicon/no-words"),
        ("| |", "lexicon/no-words"),
        ("|Support", "lexicon/bar"),
        ("Support|", "lexicon/bar"),
        ("Support||Group", "lexicon/bar"),
        ("Support| Group", "lexicon/bar"),
        ("Support | |Group", "lexicon/bar"),
        ("Sup\u200bport", "lexicon/invisible"),
        ("Sup\u2060port", "lexicon/invisible"),
        ("Sup\x07port", "lexicon/control-character"),
        ("Support\tGroup", "lexicon/control-character"),
        ("Support\u2028Group", "lexicon/control-character"),
        ("ខ|្មែរ", "lexicon/bar-in-cluster"),  # "Khmer", before the stacked letter
        ("ខ្|មែរ", "lexicon/bar-in-cluster"),  # the same, behind the coeng
        ("ខ្ម|ែរ", "lexicon/bar-in-cluster"),  # the same, before its vowel
        ("น้|ำ", "lexicon/bar-in-cluster"),  # "water", before sara am
        ("ນ້|ຳ", "lexicon/bar-in-cluster"),  # "water" in Lao, before its vowel am
        ("ក|\u200dខ", "lexicon/bar-in-cluster"),  # two letters, joined
        ("ក\u200d|ខ", "lexicon/bar-in-cluster"),
        ("ក|\u200cខ", "lexicon/bar-in-cluster"),
    ],
)
def test_a_line_that_cannot_be_used_is_refused_at_its_place(line: str, rule: str) -> None:
    assert findings(f"Whole\n{line}  # gloss\n") == [(rule, 2)]


def test_the_same_unit_twice_is_refused_even_with_other_bars() -> None:
    assert findings("Siem Reap\nKoh Kong\nSiem |Reap\n") == [("lexicon/duplicate", 3)]
    with pytest.raises(SourceError, match="“Siem Reap” stands on line 1 already"):
        parse_lexicon("Siem Reap\nSiem Reap", "lexicon.txt")


def test_everything_wrong_is_said_at_once() -> None:
    assert findings("|a\nb\nb\nc\u200bd") == [
        ("lexicon/bar", 1),
        ("lexicon/duplicate", 3),
        ("lexicon/invisible", 4),
    ]


def test_a_bar_is_refused_wherever_line_breaking_sees_one_cluster() -> None:
    together = [pair for pair in product(PARTS, repeat=2) if is_inside_cluster(*pair)]
    assert len(together) > len(PARTS)
    for before, after in together:
        assert findings(f"ក{before}|{after}ក") == [("lexicon/bar-in-cluster", 1)]  # a letter on either side
