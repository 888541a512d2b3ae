"""Names in the order of their language, as CLDR sorts them: the Unicode Collation Algorithm (UTS 10; N13–N15).

A key compares first by letters, then by accents, tones and the Khmer shifters, then by case, at last by punctuation.
What nobody sees has no weight, and Khmer and Thai count as they look, not as they were typed (T09, A26).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from statement_kit.languages.collation_table import CollationTable, Variable, collation_table
from statement_kit.languages.registry import LANGUAGES
from statement_kit.languages.same_looking import one_spelling

__all__ = ["CollationKey", "Variable", "collation_key"]

CollationKey = tuple[str, str, str, str]
"""The four levels of UTS 10, each a string that Python compares as the algorithm does. The fourth is empty where
nothing is shifted. Keys may be compared if they were made for the same language and weighting."""


def collation_key(text: str, tag: str, variable: Variable | None = None) -> CollationKey:
    """What a text is sorted by.

    Every text has a key. Characters that the table has not, those of other scripts, stand after all others, in the
    order of their code points (UTS 10, 10.1.3). Texts that differ only in the script of their digits, in the order in
    which Khmer or Thai was typed, or in what nobody sees, have the same key.

    Args:
        text: The text. A “The” before it counts: whoever sorts takes it off.
        tag: BCP 47 tag of the language that sorts. One that the kit has no order for has the order of CLDR's root.
        variable: How white space and punctuation count. If it is not given, as in an annex: punctuation only where
            all else is the same; white space likewise where words are written together (CLDR's way for Thai; in Khmer
            too a space parts no words), and as a letter before all others where it parts words, so that “Action for
            All” stands before “Actionaid” (N15).
    """
    language = tag.partition("-")[0].lower()
    variable = _of_names(language) if variable is None else variable
    table = collation_table(language, variable)
    weights = [table.weights[piece] for piece in _pieces(one_spelling(text), table, variable)]
    return (
        "".join([piece[0] for piece in weights]),
        "".join([piece[1] for piece in weights]),
        "".join([piece[2] for piece in weights]),
        "".join([piece[3] for piece in weights]),
    )


def _pieces(text: str, table: CollationTable, variable: Variable) -> Sequence[str]:
    """A text in the pieces that are weighed: characters and contractions, decomposed."""
    text = unicodedata.normalize("NFD", text)
    if variable is Variable.PUNCTUATION_SHIFTED:
        text = _single_spaced(text, table.shifted)
    if text.isascii():  # no contraction of the table is, and no mark
        return text
    if table.ignored:
        text = table.ignored.sub("", text)
    return table.contractions.findall(text)


def _of_names(language: str) -> Variable:
    known = LANGUAGES.get(language)
    is_parted = known is None or known.spaces_between_words
    return Variable.PUNCTUATION_SHIFTED if is_parted else Variable.SHIFTED


def _single_spaced(text: str, punctuation: str) -> str:
    """The text with one space where several stand, or one on both sides of a dash; none at its ends."""
    doubled, superfluous, last = _spaces(punctuation)
    return last.sub(r"\1", superfluous.sub(r"\1", text)) if doubled.search(text) else text


@lru_cache(maxsize=4)
def _spaces(punctuation: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    marks = f"[{punctuation}]*"
    return (
        re.compile(rf"\s{marks}(?:\s|$)|^{marks}\s"),
        re.compile(rf"(?:(?<=\s)|^)({marks})\s+"),
        re.compile(rf"\s+({marks})$"),
    )
