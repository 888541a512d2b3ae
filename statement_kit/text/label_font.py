"""A small font that draws the labels of a language where a word processor types ASCII.

Word and LibreOffice number lists, pages and notes by themselves, and know no Khmer digits for it; for Thai ones they
disagree. In this font “1” is drawn as ១, so that a live number is read in the language's own digits wherever the font
goes along, and as a plain 1 everywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from statement_kit.diagnostics import FontError
from statement_kit.text.embedding import embedding_bits
from statement_kit.text.font_file import reading
from statement_kit.text.font_name import FontName
from statement_kit.text.fonts import Font, FontSet
from statement_kit.text.itemize import missing_glyphs, script_of
from statement_kit.text.quadratic import Draughtsman
from statement_kit.text.standalone import kept_names, left_edge, rename

_NOTDEF = ".notdef"
_LATIN_1 = 1
"""What a program takes the font for: one of the code page that ASCII digits belong to (OpenType 1.9, `OS/2`)."""


class _Drawn(NamedTuple):
    """What is drawn: a glyph of a font, at a scale of it."""

    font: Font
    scale: float
    number: int


def label_font(fonts: FontSet, drawn: Mapping[str, str], like: Font, name: FontName) -> bytes:
    """A font in which characters are drawn as others.

    Args:
        fonts: Where glyphs come from, and at which scales: the font is set at the size of its face.
        drawn: Per character that is typed, the one that is drawn.
        like: A font whose line the labels stand in: with its height, they never push lines apart.
        name: What the font is called.

    Raises:
        FontError: With every character that cannot be drawn.
    """
    chosen = {shown: fonts.choose(shown, script_of(shown) or fonts.main_script) for shown in drawn.values()}
    if missing := [shown for shown, sized in chosen.items() if sized is None]:
        raise FontError([missing_glyphs(missing)])
    return _made(
        tuple(
            (typed, _Drawn(sized.font, sized.scale, sized.font.shaper.get_nominal_glyph(ord(shown))))
            for typed, shown in drawn.items()
            if (sized := chosen[shown])
        ),
        like,
        name,
    )


@lru_cache(maxsize=32)
def _made(drawn: tuple[tuple[str, _Drawn], ...], like: Font, name: FontName) -> bytes:
    names = {each: f"glyph{number}" for number, each in enumerate(dict.fromkeys(each for _, each in drawn), 1)}
    builder = FontBuilder(like.units_per_em, isTTF=True)
    builder.updateHead(created=0, modified=0)  # no clock is read
    builder.setupGlyphOrder([_NOTDEF, *names.values()])
    builder.setupCharacterMap({ord(char): names[each] for char, each in drawn})
    outlines = {_NOTDEF: TTGlyphPen(None).glyph()} | {glyph: _outline(each, like) for each, glyph in names.items()}
    builder.setupGlyf(outlines)
    widths = {_NOTDEF: like.units_per_em // 2} | {glyph: _width(each, like) for each, glyph in names.items()}
    builder.setupHorizontalMetrics({glyph: (width, left_edge(outlines[glyph])) for glyph, width in widths.items()})
    _set_height(builder, like)
    builder.setupNameTable({})
    builder.setupPost(keepGlyphNames=False)
    font = drawn[0][1].font
    builder.font["OS/2"].fsType = embedding_bits(font)
    rename(builder.font, name, dict(kept_names(font)))
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def _scale(drawn: _Drawn, like: Font) -> float:
    return drawn.scale * like.units_per_em / drawn.font.units_per_em


def _outline(drawn: _Drawn, like: Font) -> Any:
    with reading(drawn.font.path):
        return Draughtsman(drawn.font.shaper, _scale(drawn, like), is_compact=False).glyph(drawn.number)


def _width(drawn: _Drawn, like: Font) -> int:
    advance: int = drawn.font.shaper.get_glyph_h_advance(drawn.number)
    return round(advance * _scale(drawn, like))


def _set_height(builder: FontBuilder, like: Font) -> None:
    """Give the font the line height of another, in all three places that programs take it from."""
    extents = like.shaper.get_font_extents("ltr")
    above, below, gap = extents.ascender, extents.descender, extents.line_gap
    builder.setupHorizontalHeader(ascent=above, descent=below, lineGap=gap)
    builder.setupOS2(
        sTypoAscender=above,
        sTypoDescender=below,
        sTypoLineGap=gap,
        usWinAscent=max(0, above),
        usWinDescent=max(0, -below),
        ulCodePageRange1=_LATIN_1,
    )
