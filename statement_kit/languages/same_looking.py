"""Spellings that look the same, brought to one: Khmer and Thai typed in any order, look-alikes, what nobody sees (A26).

Unicode's own normalisation (UAX 15) leaves most of this as it is: the parts of a Khmer or Thai syllable look the same
in several orders of typing, and some letters look like others, or like two. The order of a Khmer syllable, and which
of two look-alikes is kept, are those of the Khmer Encoding Structure (Unicode Technical Note 61).

What comes out is for comparing, searching and sorting, never for printing: text is printed as it was typed.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""What Unicode calls ignorable where it cannot be shown (UAX 44), and the marks of annotations."""

_KHMER, _THAI = re.compile("[\u1780-\u17ff]"), re.compile("[\u0e00-\u0e7f]")

_BELOW = "\u17d2[\u1780-\u17b3]"
"""A consonant or vowel that stands below another."""

_KHMER_PLACES = (
    "\u17cc",  # robat
    "\u17d2[\u1780-\u1799\u179b-\u17b3]",  # what stands below
    "\u17d2\u179a",  # RO below, which is drawn before the syllable
    "[\u17c9\u17ca]",  # the shifters
    "\u17bb",  # the vowel U, since a shifter looks like it
    "[\u17c1-\u17c3]",  # vowels drawn before the syllable, wherever they are typed
    "[\u17b6-\u17ba\u17bc-\u17c0\u17c4\u17c5]",  # the other vowels
    "[\u17c6\u17cb\u17cd-\u17d1\u17d3\u17dd]",  # signs above
    "[\u17c7\u17c8]",  # signs behind
)
"""The parts of a syllable after its base, in their order (T09)."""

_KHMER_PART = re.compile("|".join(f"({place})" for place in _KHMER_PLACES))
_KHMER_PARTS = re.compile(f"(?:{_BELOW}|[\u17b6-\u17d1\u17d3\u17dd]){{2,}}")

_KHMER_RAISED = "(?=[\u17b7-\u17ba\u17be]|\u17b6\u17c6)"
"""Before a vowel above, or before ាំ, for which a shifter is drawn below, like the vowel U."""

_KHMER_TYPED_U = (
    # behind a letter that takes triisap, ប and the sonorants apart; all others take muusikatoan
    (re.compile(f"(?<=[កខគឃចឆជឈដឋឌឍតថទធផពភសហអ])((?:{_BELOW}){{0,4}})\u17bb{_KHMER_RAISED}"), "\\1\u17ca"),
    (re.compile(f"(?<=[ងញណនបមយរលវឡ])((?:{_BELOW}){{0,4}})\u17bb{_KHMER_RAISED}"), "\\1\u17c9"),
)

_KHMER_LETTERS = (
    ("\u17a3", "\u17a2"),  # the letter QAQ for អ
    ("\u17a4", "\u17a2\u17b6"),  # the letter QAA for អា
    ("\u17b2", "\u17b1"),  # ឲ for ឱ, as in ឱ្យ, “give, for”
    ("\u17d3", "\u17c6"),  # BATHAMASAT for ំ
)
"""Letters and a sign that look like others, replaced before the parts of a syllable are put in order."""

_KHMER_PAIRS = (
    ("\u17d2\u178a", "\u17d2\u178f"),  # DA below for TA below, which are drawn the same
    ("\u17c1\u17b6", "\u17c4"),  # េ and ា for ោ
    ("\u17c1\u17b8", "\u17be"),  # េ and ី for ើ
)

_KHMER_SUSPECT = re.compile(
    f"{_BELOW}\u17cc|\u17d2\u179a\u17d2[^\u179a]|[\u17b6-\u17cb\u17cd-\u17d1\u17d3\u17dd][\u17cc\u17d2]"
    "|[\u17b6-\u17c8\u17cb\u17cd-\u17d1\u17d3\u17dd][\u17b6-\u17c5\u17c9\u17ca]|[\u17c7\u17c8][\u17c6\u17cb-\u17dd]"
    "|\u17d2\u178a|[\u17a3\u17a4\u17b2\u17d3]"
)
"""What every spelling that is to be changed has in it: looked for first, since most texts have none of it."""

_THAI_TONE, _THAI_MARK = "\u0e47-\u0e4c", "\u0e31\u0e34-\u0e3a\u0e4d\u0e4e"
"""What stands highest: tones, the shortener and the killer; and vowels and signs that stand nearer to the consonant."""

_THAI_SUSPECT = re.compile(
    f"\u0e40\u0e40|[{_THAI_TONE}][{_THAI_MARK}]|\u0e4d[{_THAI_TONE}]*\u0e32|\u0e33[{_THAI_TONE}]"
)
_THAI_MARKS = re.compile(f"[{_THAI_MARK}{_THAI_TONE}]{{2,}}")
_THAI_NIKHAHIT_AA = re.compile(f"\u0e4d([{_THAI_TONE}]*)\u0e32")
_THAI_AM_TONES = re.compile(f"\u0e33[\u0e33{_THAI_TONE}]+")


def without_unseen(text: str) -> str:
    """The text without characters that nobody sees: spaces without width, joiners, marks of direction, selectors."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def one_spelling(text: str) -> str:
    """The text as all texts are spelt that look like it: nothing unseen, Khmer and Thai in one order of typing.

    It takes canonically composed text (UAX 15) to be one already; other scripts are left as they are.
    """
    if text.isascii():
        return text
    text = _UNSEEN.sub("", text)
    if _KHMER.search(text):
        text = _one_khmer(text)
    return _one_thai(text) if _THAI.search(text) else text


def _one_khmer(text: str) -> str:
    if not _KHMER_SUSPECT.search(text):
        return text
    text = _KHMER_PARTS.sub(_in_order, _replaced(text, _KHMER_LETTERS))
    text = _replaced(text, _KHMER_PAIRS)
    for pattern, shifter in _KHMER_TYPED_U:
        text = pattern.sub(shifter, text)
    return text


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for typed, same in pairs:
        text = text.replace(typed, same)
    return text


def _in_order(parts: re.Match[str]) -> str:
    found = sorted((part.lastindex or 0, part.start(), part[0]) for part in _KHMER_PART.finditer(parts[0]))
    return "".join(text for _, _, text in found)


def _one_thai(text: str) -> str:
    if not _THAI_SUSPECT.search(text):
        return text
    text = _THAI_MARKS.sub(_tones_last, text.replace("\u0e40\u0e40", "\u0e41"))  # เ twice for แ
    text = _THAI_NIKHAHIT_AA.sub("\\1\u0e33", text)  # ํ and า for ำ, with or without a tone between
    return _THAI_AM_TONES.sub(_am_last, text)  # a tone typed behind ำ


def _tones_last(marks: re.Match[str]) -> str:
    return "".join(sorted(marks[0], key=_is_tone))


def _am_last(run: re.Match[str]) -> str:
    return "".join(sorted(run[0], key="\u0e33".__eq__))


def _is_tone(mark: str) -> bool:
    return "\u0e47" <= mark <= "\u0e4c"
