"""WeasyPrint: HTML and CSS made from the blocks; fonts and style sheet kept between warm runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from example import document_of, statement_in
from looks import BRAND, all_fonts, looks
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from contenders import Cold
from statement_kit import Statement
from statement_kit.brand.page import BAR_PT, BAR_WIDTH_PT
from statement_kit.document.blocks import HEADING_LEVELS, Block, Document, Role
from statement_kit.text.fonts import Font

_COLD = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


class WeasyPrint:
    """`HTML.write_pdf` in a fresh process; one font configuration and parsed style sheet for all warm runs."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()
        self._styles: CSS | None = None

    def cold(self, language: str, folder: Path) -> Cold:
        """A prepared page, and a process that imports the library and writes its PDF."""
        page, output = folder / "statement.html", folder / "statement.pdf"
        document = document_of(statement_in(language))
        page.write_text(html(document, f"<style>{css(document)}</style>"), encoding="utf-8")
        return Cold([sys.executable, "-c", _COLD, str(page), str(output)], output)

    def warm(self, statement: Statement) -> Callable[[], bytes]:
        """Parse, lay out and write; the style sheet is parsed once, as its fonts need be."""
        document = document_of(statement)
        if self._styles is None:
            self._styles = CSS(string=css(document), font_config=self._fonts)
        page, styles = html(document), self._styles
        return lambda: HTML(string=page).write_pdf(stylesheets=[styles], font_config=self._fonts)


def html(document: Document, head: str = "") -> str:
    """The document as a page of HTML."""
    tag = document.language.tag
    return "\n".join(
        [
            f'<!doctype html><html lang="{tag}"><head><meta charset="utf-8">',
            f"<title>{escape(document.title)}</title>{head}</head><body>",
            '<div class="bar"></div>',
            *(_element(block) for block in document.blocks if block.role is not Role.ENDORSER),
            '<div class="annex">',
            *(_element(block) for block in document.blocks if block.role is Role.ENDORSER),
            "</div></body></html>",
        ]
    )


def _element(block: Block) -> str:
    level = HEADING_LEVELS.get(block.role)
    name = f"h{level}" if level else "p"
    mark = f"<b>{escape(block.label)}</b>" if block.label else ""
    bar = '<div class="bar annex-page"></div>' if block.role is Role.ANNEX_HEADING else ""
    return f'{bar}<{name} class="{block.role}">{mark}{escape(block.text)}</{name}>'


def css(document: Document) -> str:
    """The kit's look as a style sheet."""
    return "\n".join([*_faces(document), *_page(document), *_rules(document)])


def _faces(document: Document) -> Iterator[str]:
    """Each font file under a name of its own, so that no weight is ever made up."""
    for path in all_fonts(looks(document)):
        yield f"@font-face {{ font-family: '{path.stem}'; src: url('{path.as_uri()}') }}"


def _page(document: Document) -> Iterator[str]:
    margins = " ".join(f"{margin:.3f}pt" for margin in BRAND.margins_pt)
    look = looks(document)[Role.FURNITURE]
    furniture = f"{_font(look.fonts)} font-size: {look.size_pt:.3f}pt; color: {look.colour};"
    symbols = " ".join(f"'{digit}'" for digit in document.page_labels.digits)
    label = document.page_labels.pattern.format(page="' counter(page, local) '", pages="' counter(pages, local) '")
    yield f"@counter-style local {{ system: numeric; symbols: {symbols} }}"
    yield (
        f"@page {{ size: {BRAND.paper}; margin: {margins}; "
        f"@top-left {{ content: '{document.running_head}'; {furniture} }} "
        f"@bottom-right {{ content: '{label}'; {furniture} }} }}"
    )
    yield "@page :first { @top-left { content: none } }"


def _rules(document: Document) -> Iterator[str]:
    accent = BRAND.colours["accent"]
    yield "html, body { margin: 0 } p, h1, h2 { margin: 0; font-weight: normal; widows: 2; orphans: 2 }"
    yield "b { font-weight: normal; display: inline-block; text-indent: 0 }"
    yield f".bar {{ width: {BAR_WIDTH_PT}pt; height: {BAR_PT}pt; background: {accent}; margin-bottom: 9pt }}"
    yield ".annex-page { break-before: page }"
    yield f".annex {{ columns: {BRAND.annex_columns}; column-gap: {BRAND.annex_gap_pt:.3f}pt }}"
    for role, look in looks(document).items():
        keep = " break-after: avoid;" if look.keeps_with_next else ""
        hang = f" padding-left: {look.hangs_pt:.3f}pt; text-indent: -{look.hangs_pt:.3f}pt;" if look.hangs_pt else ""
        yield (
            f".{role} {{ {_font(look.fonts)} font-size: {look.size_pt:.3f}pt; line-height: {look.leading_pt:.3f}pt; "
            f"margin: {look.before_pt:.3f}pt 0 {look.after_pt:.3f}pt; color: {look.colour};{keep}{hang} }}"
        )
        room = look.hangs_pt - 0.5 * look.size_pt if role is Role.ENDORSER else look.hangs_pt
        side = "text-align: right; margin-right: 0.5em" if role is Role.ENDORSER else "text-align: left"
        yield f".{role} b {{ width: {room:.3f}pt; {side}; color: {look.label_colour} }}"


def _font(fonts: tuple[Font, ...]) -> str:
    names = ", ".join(f"'{font.path.stem}'" for font in fonts)
    return f"font-family: {names};"
