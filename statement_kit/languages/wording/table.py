"""The shape of the tables: what is held of each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that carry a meaning for certain, or may carry it.

    “Never” says one “not”, `Cue((1, 1), …)`. “Refuse” is put into other languages with a “not” or without:
    `Cue((0, 1), …)`. “Otherwise” is none at all in Thai, although มิ, “not”, stands in it: `Cue((0, 0), …)`.

    Attributes:
        times: How often it says so, at least and at most.
        patterns: The words, as regular expressions. Each choice of one begins with a letter, not with a group or a
            condition: only so are texts searched fast.
    """

    times: tuple[int, int]
    patterns: tuple[str, ...]


NONE, MAYBE, ONCE = (0, 0), (0, 1), (1, 1)
"""How often a cue says what it says: not at all, though it looks so; perhaps; for certain."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language writes numbers in words.

    Attributes:
        units: Words for numbers that stand by themselves or behind a larger one: “three”, “forty”.
        multipliers: Words that multiply what stands before them: “hundred”.
        lone: What a multiplier stands behind where no number stands before it: “tens of” in Khmer. Empty: anything.
        is_lone_behind_space: Whether it may also stand at the beginning of a text, and behind a space.
        joint: Pattern of what may stand between the words of one number.
        unsure: Units that need not mean a number where they stand alone: “one”, “second”.
        vague: Patterns of words that may mean a number and need not: “both”, “a”.
        sure: Patterns of words that mean one of these numbers: “half”.
        not_numbers: Patterns of words that hold a word for a number and mean none: Thai
            สามารถ, “can”, holds สาม, “three”.
        not_behind: What a number's first word may not stand behind.
        ends: Pattern that must hold behind a number's last word.
    """

    units: Mapping[str, int]
    multipliers: Mapping[str, int]
    lone: tuple[str, ...] = ()
    is_lone_behind_space: bool = False
    joint: str = ""
    unsure: tuple[str, ...] = ()
    vague: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    sure: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    not_numbers: tuple[str, ...] = ()
    not_behind: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language that a translation must not change.

    Attributes:
        tag: BCP 47 tag of the language.
        name: What the language is called in a message.
        word_begins: Pattern that holds where a word begins, in each of the tables; empty where nothing shows it.
        word_ends: Pattern that holds where a word of the cues ends.
        negations: “Not” and its like.
        obligations: “Must” and its like.
        advice: “Should” and its like.
        abilities: “May”, “can” and their like.
        numbers: Numbers in words.
        months: Patterns of the names of the twelve months, each sure.
        vague_months: Patterns of names of months that may be other words, by number.
        per_cent: Pattern of “per cent”.
        decimal_marks: What may stand before the decimals of a number; the other of “.” and “,” parts thousands.
        buddhist_years: What the year of the Buddhist Era may be ahead of the Common Era: 543 in Thailand; in
            Cambodia its year begins in April or May, so that it is 543 or 544.
        unmarked_buddhist: Whether years are counted in that era without saying so.
        era: Pattern of the mark of the Buddhist Era, before or behind a year.
        common_era: Pattern of the mark of the Common Era.
        not_cues: Names, as they are written, that look like a word of these tables in small letters.
        length: How long its texts are beside English ones, as a ratio of letters.
        is_spaced: Whether words stand between spaces.
        script: Range of its letters, as in a character class.
    """

    tag: str
    name: str
    negations: tuple[Cue, ...]
    obligations: tuple[Cue, ...]
    advice: tuple[Cue, ...]
    abilities: tuple[Cue, ...]
    numbers: NumberWords
    months: tuple[str, ...]
    per_cent: str
    word_begins: str = ""
    word_ends: str = ""
    vague_months: Mapping[int, str] = field(default_factory=dict)
    decimal_marks: str = "."
    buddhist_years: tuple[int, ...] = (543,)
    unmarked_buddhist: bool = False
    era: str = ""
    common_era: str = ""
    not_cues: tuple[str, ...] = ()
    length: float = 1.0
    is_spaced: bool = False
    script: str = "A-Za-z"
