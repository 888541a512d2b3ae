"""The acronym behind a name in a plain list: the last bracket, if it is one."""

from __future__ import annotations

import re

_LAST_BRACKET = re.compile(r"[(（]\s*([^()（）]{1,30}?)\s*[)）]\s*[.,;]?$")
_LONGEST_BRACKET = 60
"""In how many characters at its end an entry has its acronym."""

_CAPITALS = re.compile("[A-Z]")
_FIRST_WORD = re.compile(r"[A-Z0-9][\w&.'’/-]*(?: [\w&.'’/-]+)*")
_DOTTED = re.compile(r"\w(?:\.\w)+\.?")
_UNSPACED_LETTERS = re.compile("[\u1780-\u17a2\u0e01-\u0e2e]+(?:[.\u200b]+[\u1780-\u17a2\u0e01-\u0e2e]+)*\\.?")
"""Consonants alone, with dots or without: what acronyms in Khmer and Thai are made of, and few words."""

_NO_ACRONYMS = frozenset({"CBO", "CSO", "EU", "INGO", "LAO PDR", "LNGO", "NGO", "PDR", "UAE", "UK", "US", "USA"})
"""What stands in brackets behind names and is no acronym of theirs: countries, and what kind of body it is."""


def split_acronym(entry: str) -> tuple[str, str]:
    """A name and its acronym; the whole entry and an empty text where what stands in the last bracket is none.

    “Our Objective Organization (0.0.0)” has the acronym 0.0.0; “Friends of Peace (Thailand)” and “… (2005)” have none.
    """
    match = _LAST_BRACKET.search(entry, max(len(entry) - _LONGEST_BRACKET, 0))
    name = entry[: match.start()].rstrip() if match else ""
    return (name, match[1]) if match and name and is_acronym(match[1], name) else (entry, "")


def is_acronym(text: str, name: str) -> bool:
    """Whether a text looks like the acronym of a name.

    It does with two capitals in its first word (“SOS CV”, “CamboJA”, “CRC-Cambodia”), with single signs between dots,
    as consonants of Khmer or Thai alone, or where its letters begin the words of the name (“Upwd”).
    """
    if text.upper() in _NO_ACRONYMS:
        return False
    if _DOTTED.fullmatch(text) or (_UNSPACED_LETTERS.fullmatch(text) and len(text) > 1):
        return True
    if not _FIRST_WORD.fullmatch(text):
        return False
    return len(_CAPITALS.findall(text.split()[0])) > 1 or _are_initials(text, name)


def _are_initials(text: str, name: str) -> bool:
    """Whether a single word is made of the first letters of a name's words, in order; short words may be left out."""
    if not text.isalpha() or len(text) < 3 or not text.isascii():
        return False
    letters = iter(word[0].casefold() for word in re.findall(r"[^\W\d_]+", name))
    return all(letter in letters for letter in text.casefold())
