"""The kit: its own typesetter and PDF writer, told a size and a leading by a brand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version

from prose import Prose

from compositors import FONTS, LEADING_PT, MARGIN_PT, PAGE_PT, SIZE_PT
from statement_kit.brand import DEFAULT_STYLES, DEFAULT_TYPEFACES, Brand, Face, Style, Typeface
from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.registry import Alignment, Language, get_language
from statement_kit.layout.flow import place, rows
from statement_kit.layout.frames import Page, Pages
from statement_kit.layout.paragraphs import Typesetter
from statement_kit.text.fonts import font_library
from statement_kit.writers.pdf import write_pdf


class Kit:
    """Blocks of running text by `Typesetter.set_block`, written by `write_pdf`."""

    def version(self) -> str:
        """Of the distribution."""
        return version("statement-kit")

    def set_prose(self, prose: Prose) -> bytes:
        """Each paragraph set by itself."""
        language = get_language(prose.language)
        blocks = [Block(f"page.{page}", Role.PARAGRAPH, text) for page, (_, text) in enumerate(prose.pages)]
        document = Document(language, "Lines", "2025-07-28", tuple(blocks), "", PageLabels("", language.label_digits))
        return write_pdf(document, Pages(*PAGE_PT, tuple(_pages(prose, blocks, language))))


def _pages(prose: Prose, blocks: list[Block], language: Language) -> Iterator[Page]:
    typesetter = Typesetter(language, _brand(prose), font_library(FONTS))
    for (measure_pt, _), block in zip(prose.pages, blocks, strict=True):
        lines, _end = place(rows([typesetter.set_block(block, measure_pt)]), MARGIN_PT, MARGIN_PT)
        yield Page((), tuple(lines), (), (), ())


def _brand(prose: Prose) -> Brand:
    """The kit's own brand, but for what all compositors share: size, leading, alignment, no indent."""
    alignment = Alignment.JUSTIFIED if prose.is_justified else Alignment.RAGGED
    return replace(
        Brand(),
        base_pt=SIZE_PT,
        script_base={},
        leading_ratio={},
        typefaces={**DEFAULT_TYPEFACES, Face.TEXT: _unscaled(DEFAULT_TYPEFACES[Face.TEXT])},
        styles={**DEFAULT_STYLES, Role.PARAGRAPH: _spaced(DEFAULT_STYLES[Role.PARAGRAPH])},
        alignment={prose.language: alignment},
        indent_em={prose.language: 0.0},
    )


def _unscaled(typefaces: Mapping[str, Typeface]) -> dict[str, Typeface]:
    return {script: replace(typeface, scale=1.0) for script, typeface in typefaces.items()}


def _spaced(style: Style) -> Style:
    return replace(style, leading_em=LEADING_PT / SIZE_PT)
