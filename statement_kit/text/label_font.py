"""A small font that draws the labels of a language where a word processor types ASCII.

Word and LibreOffice number lists, pages and notes by themselves, and know no Khmer digits for it; for Thai ones they
disagree. In this font “1” is drawn as ១, so that a live number is read in the language's own digits wherever the font
goes along, and as a plain 1 everywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from statement_kit.text.embedding import rights_of_parts
from statement_kit.text.font_file import reading
from statement_kit.text.font_name import FontName
from statement_kit.text.fonts import Font, SizedFont
from statement_kit.text.quadratic import Draughtsman
from statement_kit.text.standalone import kept_names, left_edge, measure, rename

_NOTDEF = ".notdef"

_Glyph = tuple[SizedFont, str]
"""What is drawn: a character of a font, at the scale of it."""


def label_font(drawn: Mapping[str, _Glyph], like: Font, name: FontName) -> bytes:
    """A font in which characters are drawn as others.

    Args:
        drawn: Per character that is typed, the one that is drawn, and the font it is taken from, which has it.
        like: A font whose line the labels stand in: with its height, they never push lines apart.
        name: What the font is called.

    Raises:
        FontError: A glyph that cannot be drawn.
    """
    return _made(tuple(drawn.items()), like, name)


@lru_cache(maxsize=32)
def _made(drawn: tuple[tuple[str, _Glyph], ...], like: Font, name: FontName) -> bytes:
    names = {each: f"glyph{number}" for number, each in enumerate(dict.fromkeys(each for _, each in drawn), 1)}
    sources = list(dict.fromkeys(sized.font for sized, _ in names))
    builder = FontBuilder(like.units_per_em, isTTF=True)
    builder.updateHead(created=0, modified=0)  # no clock is read
    builder.setupGlyphOrder([_NOTDEF, *names.values()])
    builder.setupCharacterMap({ord(char): names[each] for char, each in drawn})
    outlines = {_NOTDEF: TTGlyphPen(None).glyph()} | {glyph: _outline(each, like) for each, glyph in names.items()}
    builder.setupGlyf(outlines)
    widths = {_NOTDEF: like.units_per_em // 2} | {glyph: _width(each, like) for each, glyph in names.items()}
    builder.setupHorizontalMetrics({glyph: (width, left_edge(outlines[glyph])) for glyph, width in widths.items()})
    extents = like.shaper.get_font_extents("ltr")
    builder.setupHorizontalHeader(ascent=extents.ascender, descent=extents.descender, lineGap=extents.line_gap)
    measure(builder, like, rights_of_parts(sources))
    builder.setupNameTable({})
    builder.setupPost(keepGlyphNames=False)
    rename(builder.font, name, kept_names(sources))
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def _number(drawn: _Glyph) -> int:
    sized, char = drawn
    number: int = sized.font.shaper.get_nominal_glyph(ord(char))
    return number


def _scale(sized: SizedFont, like: Font) -> float:
    return sized.scale * like.units_per_em / sized.font.units_per_em


def _outline(drawn: _Glyph, like: Font) -> Any:
    sized, _ = drawn
    with reading(sized.font.path):
        return Draughtsman(sized.font.shaper, _scale(sized, like), is_compact=False).glyph(_number(drawn))


def _width(drawn: _Glyph, like: Font) -> int:
    sized, _ = drawn
    advance: int = sized.font.shaper.get_glyph_h_advance(_number(drawn))
    return round(advance * _scale(sized, like))
