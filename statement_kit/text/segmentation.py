"""Where words and clusters end: by ICU where it knows the language, by rule where it does not (L12).

Khmer and Thai are written without a space between words, so that a dictionary is needed to tell them
apart. ICU brings one. Without it lines end at what is written (spaces, hyphens, U+200B), at the words of
the kit's own lexicon, and, where a stretch is neither, between orthographic syllables of which the
writing itself shows the end. Those are few and safe, rather than many: a word of two syllables may then be parted,
a syllable never.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from statement_kit.languages.registry import Language

try:
    from icu4py import breakers as _icu
except ImportError:  # no wheel for this machine: the rules below serve (L12)
    _icu = None  # type: ignore[assignment]

_WRITTEN_END = re.compile(
    r"[^\S\u00a0\u2007\u202f]+"  # white space, but for spaces that join
    r"|(?<=\S)[-‐–](?=[^\W\d])"  # a hyphen or en dash before a letter, not before a number
    r"|(?<=[^\W\d])/(?=[^\W\d])"
    r"|—"
    r"|[។៕៖ៗๆ]"  # Khmer full stops, colon and repetition mark, Thai repetition mark
    r"|[\u200b\u00ad]"
)

_KHMER_VOWEL = "\u17b6-\u17c8"
_KHMER_CONSONANT = "\u1780-\u17a2"
_KHMER_SYLLABLE_END = re.compile(
    # Behind a vowel with its signs, or one final consonant more …
    rf"(?:(?<=[{_KHMER_VOWEL}\u17cb-\u17d1])|(?<=[{_KHMER_VOWEL}][{_KHMER_CONSONANT}]))"
    # … and before what only an onset can be: a consonant that bears a vowel, over a sonorant at most (ស្រ, ប្រ; but
    # ន្ត and ក្ក close one syllable and open the next), or an independent vowel.
    rf"(?=[\u17a3-\u17b3]"
    rf"|[{_KHMER_CONSONANT}][\u17c9\u17ca]?[{_KHMER_VOWEL}]"
    rf"|[កខគឃចឆជឈតថទធបផពភស]\u17d2[ងញណនមយរលវ][\u17c9\u17ca]?[{_KHMER_VOWEL}])"
)

_THAI_VOWEL = "\u0e30-\u0e3a\u0e45\u0e47"
_THAI_SYLLABLE_END = re.compile(
    r"(?<=[ก-ฮะาำๅ\u0e34-\u0e3a\u0e47-\u0e4e])(?=[เ-ไ])"  # before a vowel written before its consonant
    r"|(?<=[ะำ])(?=[ก-ฮ])"  # behind a vowel that ends its syllable
    # between a vowel or tone mark, or one final consonant more, and a consonant that never ends a syllable
    r"|(?:(?<=[าๅ\u0e34-\u0e3a\u0e48-\u0e4b])|(?<=[าๅ\u0e31\u0e34-\u0e3a\u0e47-\u0e4b][ก-ฮ]))(?=[ฉผฝฌหฮ])"
    # between a vowel, or a tone mark, and a consonant with a vowel of its own
    rf"|(?<=[าๅ\u0e34-\u0e3a\u0e48-\u0e4b])(?=[ก-ฮ][{_THAI_VOWEL}\u0e48-\u0e4b])(?![ยวอ]ะ)"
)

COENG = "\u17d2"
_JOINERS = frozenset("\u200c\u200d")
_SARA_AM = frozenset("\u0e33\u0eb3")


def has_dictionary(language: Language) -> bool:
    """Whether ICU is here and knows the words of this language; without, lines end by rule (L12)."""
    return _icu is not None and _knows_words(language.tag, language.two_words)


def word_ends(text: str, language: Language) -> set[int]:
    """Offsets at which a word ends and a line may, before any rule has judged their edges; the text's end included."""
    if has_dictionary(language):
        return _offsets(_icu.LineBreaker(text, language.tag))
    return {match.end() for match in _WRITTEN_END.finditer(text)} | {len(text)}


def syllable_ends(text: str, language: Language) -> set[int]:
    """Offsets at which a line may end inside a stretch whose words no dictionary knows; none where one does."""
    if has_dictionary(language):
        return set()
    patterns = (_KHMER_SYLLABLE_END, _THAI_SYLLABLE_END)
    return {match.end() for pattern in patterns for match in pattern.finditer(text)}


def cluster_ends(text: str, language: Language) -> set[int]:
    """Offsets at which a cluster ends: a letter with all that stands on, under and around it (L01, UAX #29)."""
    if _icu is not None:
        return _offsets(_icu.CharacterBreaker(text, language.tag))
    return {at for at in range(1, len(text)) if not is_inside_cluster(text[at - 1], text[at])} | {len(text)}


@lru_cache(maxsize=1024)
def is_mark(char: str) -> bool:
    """Whether a character stands on, under or around the one before it (general category M)."""
    return unicodedata.category(char)[0] == "M"


def is_inside_cluster(before: str, after: str) -> bool:
    """Whether two neighbours belong to one cluster, as far as they tell by themselves."""
    if is_mark(after) or after in _JOINERS or after in _SARA_AM or before == "\u200d":
        return True
    return (before == COENG and "\u1780" <= after <= "\u17b3") or (before, after) == ("\r", "\n")


@lru_cache(maxsize=32)
def _knows_words(tag: str, two_words: str) -> bool:
    return not two_words or len(list(_icu.LineBreaker(two_words, tag))) > 1


def _offsets(pieces: Iterable[str]) -> set[int]:
    """Ends of pieces as code point offsets; ICU's own offsets count UTF-16 units."""
    return set(accumulate(map(len, pieces)))
