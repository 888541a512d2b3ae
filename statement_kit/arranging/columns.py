"""In how many columns the annex stands: as many as the names allow, and the same in every format.

Names are measured in the brand's fonts. Of a long list a part is enough: the longest names, and some of all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.faces import Faces
from statement_kit.languages.registry import Language
from statement_kit.text.breaks import line_breaks
from statement_kit.text.shaping import IGNORABLE, width_pt


class _Limit(NamedTuple):
    """What names have to keep to so that they stand well in so many columns.

    Attributes:
        columns: How many columns.
        lines: How many lines an entry has at most, on the whole.
        entries: Fewest entries that are worth it.
    """

    columns: int
    lines: float
    entries: int


_LIMITS = (_Limit(4, 1.03, 80), _Limit(3, 1.25, 18), _Limit(2, 1.8, 2))
"""Two columns take names that turn over now and then; the narrow columns of three and four hardly do."""

_MOST_LINES, _MOST_TALL = 3, 0.01
"""How many lines an entry may take, and what part of them may take more."""

_FILLED = 0.9
"""How much of a line is filled before the next is begun, on the whole."""

_SAMPLE, _LONGEST_WORDS = 240, 24
"""How many names are measured, and how many of the longest words."""

_WIDEST_EM = 1.0
"""What no letter is wider than, in em: words of fewer need not be measured."""

_SPARE = 0.97
"""How much of a column a word may fill: labels may be a little wider than they are reckoned here."""


def annex_columns(document: Document, brand: Brand, faces: Faces) -> int:
    """How many columns the annex of a document has: the brand's number, or what the names allow.

    Args:
        document: Whose annex.
        brand: How it is set.
        faces: The brand's fonts.

    Raises:
        FontError: A name has characters that cannot be drawn.
    """
    if brand.annex_columns is not None:
        return brand.annex_columns
    entries = [block for block in document.blocks if block.role is Role.ENDORSER]
    names = _Names(entries, document.language, brand, faces)
    return next((limit.columns for limit in _LIMITS if len(entries) >= limit.entries and names.keep_to(limit)), 1)


class _Names:
    """The names of an annex, measured as far as is needed."""

    def __init__(self, entries: Sequence[Block], language: Language, brand: Brand, faces: Faces) -> None:
        self._brand = brand
        self._language = language
        self._faces = faces
        self._texts = [block.text.translate(IGNORABLE) for block in entries]
        self._face = brand.styles[Role.ENDORSER].face
        self._size_pt = brand.size_pt(Role.ENDORSER, language.script)
        self._hang_pt = self._width_of_labels(block.label for block in entries)
        self._widths = [self._width_pt(text) for text in _sample(self._texts)]

    def keep_to(self, limit: _Limit) -> bool:
        """Whether they stand well in so many columns."""
        gap_pt = self._brand.annex_gap_pt
        measure_pt = (self._brand.measure_pt + gap_pt) / limit.columns - gap_pt - self._hang_pt
        if measure_pt <= 0:
            return False
        lines = [_lines(width, measure_pt) for width in self._widths]
        tall = sum(count > _MOST_LINES for count in lines)
        is_low = sum(lines) <= limit.lines * len(lines) and tall <= _MOST_TALL * len(lines)
        return is_low and self._words_fit(measure_pt * _SPARE)

    def _words_fit(self, measure_pt: float) -> bool:
        """Whether no word is wider than a column."""
        least = measure_pt / (self._size_pt * _WIDEST_EM)
        words = {word for text in self._texts for word in text.split() if len(word) > least}
        longest = sorted(words, key=lambda word: (-len(word), word))[:_LONGEST_WORDS]
        return all(self._width_pt(piece) <= measure_pt for word in longest for piece in self._pieces(word))

    def _pieces(self, word: str) -> Iterator[str]:
        """What no line can part, of a word; those of some languages are written without spaces."""
        ends = [0, *(found.at for found in line_breaks(word, self._language)), len(word)]
        yield from (word[start:end] for start, end in pairwise(ends))

    def _width_pt(self, text: str) -> float:
        return width_pt(self._faces.shape(text, self._face, self._size_pt))

    def _width_of_labels(self, labels: Iterable[str]) -> float:
        """What labels take of a column; where there are none, how far lines stand in that turn over."""
        style = self._brand.styles[Role.ENDORSER]
        widest = max(labels, key=len, default="")
        if not widest:
            return style.turns_em * self._size_pt
        label_pt = width_pt(
            self._faces.word(f"{widest} ", style.label_face or style.face, self._size_pt * style.label_size)
        )
        return max(style.hangs_em * self._size_pt, label_pt)


def _sample(texts: Sequence[str]) -> Sequence[str]:
    """Names that stand for all of them: by their lengths, the longest among them."""
    if len(texts) <= _SAMPLE:
        return texts
    by_length = sorted(texts, key=len, reverse=True)
    return by_length[:: ceil(len(by_length) / _SAMPLE)]


def _lines(text_pt: float, measure_pt: float) -> int:
    """How many lines a text of a width takes, nearly."""
    return 1 if text_pt <= measure_pt else max(2, ceil(text_pt / (measure_pt * _FILLED)))
