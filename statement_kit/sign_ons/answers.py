"""Answers out of a few, understood: what signs, whether it may be named, from which country."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from statement_kit.languages.countries import country_code
from statement_kit.sign_ons.answer_words import ANSWER_WORDS, NOTHING

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_APOSTROPHES = re.compile("['’ʼ`]")
_JOINTS = re.compile(r"[\s_,;:\u2010\u2011-]+")
_BEFORE, _BEHIND = ' “”"(', ' “”".,;:!)។'
"""Marks around an answer that say nothing; the last one ends sentences in Khmer."""

_PARTS = re.compile(r"\s*[/|;,()]\s*|\s+[–—-]\s+|\n")
_MOST_PARTS, _LONGEST = 8, 200
"""How much an answer out of a few may say, in parts and in characters."""


_STRONGER: Mapping[frozenset[str], str] = {frozenset({"organisation", "network"}): "network"}
"""What several answers to one question mean together: a network is an organisation too."""


@lru_cache(maxsize=4096)
def answer_key(answer: str) -> str:
    """An answer as it is compared: in one case, its words with one space between them, without marks around it."""
    plain = unicodedata.normalize("NFC", _APOSTROPHES.sub("", _UNSEEN.sub("", answer))).casefold()
    return _JOINTS.sub(" ", plain).lstrip(_BEFORE).rstrip(_BEHIND) or plain.strip()


def is_nothing(answer: str) -> bool:
    """Whether a cell says that it has nothing to say: “N/A”, “-”, “none”."""
    plain = answer.strip().casefold().rstrip(".")
    return not plain or plain in NOTHING


@lru_cache(maxsize=4096)
def canonical(field: str, answer: str) -> str | None:
    """What an answer means, as the register writes it; None if that cannot be told.

    An answer may be given twice, in two languages (“Yes / បាទ”), or be several (“network organisation”): all its parts
    must then be understood, and agree.

    Args:
        field: One of `fields.TAUGHT`.
        answer: The answer as it was given.
    """
    if len(answer) > _LONGEST:
        return None
    if (whole := _one(field, answer)) is not None:
        return whole
    for parts in (_PARTS.split(answer), answer.split()):
        meant = [_one(field, part) for part in parts if part.strip()] if len(parts) <= _MOST_PARTS else []
        understood = {one for one in meant if one is not None}
        if meant and None not in meant and (together := combined(understood)) is not None:
            return together
    return None


def combined(meanings: AbstractSet[str]) -> str | None:
    """What several answers to one question mean together; None if they contradict one another."""
    return next(iter(meanings)) if len(meanings) == 1 else _STRONGER.get(frozenset(meanings))


def _one(field: str, answer: str) -> str | None:
    if field == "country":
        return country_code(answer)
    return _meanings(field).get(answer_key(answer))


@lru_cache(maxsize=16)
def _meanings(field: str) -> Mapping[str, str]:
    """What each known answer means, and each meaning by its own name."""
    words = ANSWER_WORDS[field]
    return {**{answer_key(one): meant for meant, many in words.items() for one in many}, **dict(_themselves(words))}


def _themselves(words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((answer_key(meant), meant) for meant in words if meant)
