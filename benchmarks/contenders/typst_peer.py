"""Typst, by its wheel on PyPI: a template made from the blocks; fonts kept loaded between warm runs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import typst
from example import document_of, statement_in
from looks import BRAND, Look, looks

from contenders import Cold
from statement_kit import Statement
from statement_kit.brand.page import BAR_PT, BAR_WIDTH_PT, HEAD_GAP_PT
from statement_kit.document.blocks import HEADING_LEVELS, Block, Document, Role
from statement_kit.languages.registry import Language
from statement_kit.resources import fonts_folder

_COLD = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], "
    "ignore_system_fonts=sys.argv[4] == 'bundled')"
)


class Typst:
    """`typst.compile` in a fresh process; one `typst.Compiler` for all warm runs.

    Args:
        lines: How it chooses line ends: `optimized` or `simple`.
        fonts_from: `bundled` for the kit's fonts alone, `system` to look at the system's too, as it does by default.
    """

    def __init__(self, lines: str = "optimized", fonts_from: str = "bundled") -> None:
        self._lines = lines
        self._fonts_from = fonts_from
        fonts = typst.Fonts(include_system_fonts=fonts_from == "system", font_paths=[str(fonts_folder())])
        self._compiler = typst.Compiler(font_paths=fonts)

    def cold(self, language: str, folder: Path) -> Cold:
        """A prepared source, and a process that imports the wheel and compiles it."""
        source, output = folder / "statement.typ", folder / "statement.pdf"
        source.write_text(typst_source(document_of(statement_in(language)), self._lines), encoding="utf-8")
        return Cold(
            [sys.executable, "-c", _COLD, str(source), str(output), str(fonts_folder()), self._fonts_from], output
        )

    def warm(self, statement: Statement) -> Callable[[], bytes]:
        """Compile from memory to memory."""
        source = typst_source(document_of(statement), self._lines).encode()
        return partial(self._compiler.compile, input=source, format="pdf")


def typst_source(document: Document, lines: str) -> str:
    """The document in Typst's own language, set as near to the kit's look as it allows.

    Args:
        document: What to set.
        lines: `optimized` to choose line ends over a whole paragraph, `simple` to fill one line after another.
    """
    return "\n".join([*_set_up(document, lines), *_roles(document), *_body(document)])


def _set_up(document: Document, lines: str) -> Iterator[str]:
    top, right, bottom, left = BRAND.margins_pt
    look = looks(document)[Role.FURNITURE]
    before, middle, after = _split(document.page_labels.pattern)
    digits = _string(document.page_labels.digits)
    yield f"#let furniture(body) = {{ {_text(look, document.language)}; body }}"
    yield f"#let local(n) = str(n).clusters().map(d => {digits}.clusters().at(int(d))).join()"
    yield (
        f"#set page(paper: {_string(BRAND.paper)}, "
        f"margin: (top: {top}pt, right: {right}pt, bottom: {bottom}pt, left: {left}pt), "
        f"header-ascent: {HEAD_GAP_PT}pt, footer-descent: {look.leading_pt}pt, "
        f"header: context if here().page() > 1 {{ furniture({_string(document.running_head)}) }}, "
        f"footer: context align(right, furniture({_string(before)} + local(here().page()) + {_string(middle)} "
        f"+ local(counter(page).final().first()) + {_string(after)})))"
    )
    yield f"#set document(title: {_string(document.title)})"
    yield f"#set text(lang: {_string(document.language.tag)}, hyphenate: false)"
    yield f'#set par(justify: false, linebreaks: "{lines}")'
    yield "#show heading: it => it.body"
    yield f"#let bar = rect(width: {BAR_WIDTH_PT}pt, height: {BAR_PT}pt, fill: rgb({_string(BRAND.colours['accent'])}))"


def _roles(document: Document) -> Iterator[str]:
    """One function per role: its space, its text, its label in a hanging column."""
    for role, look in looks(document).items():
        level = HEADING_LEVELS.get(role)
        hang, half_em = look.hangs_pt, look.size_pt / 2
        if role is Role.ENDORSER:
            mark = f"box(width: {hang - half_em:.3f}pt, align(right, mark)) + h({half_em:.3f}pt)"
        else:
            mark = f"box(width: {hang:.3f}pt, mark)"
        label = f"text(fill: rgb({_string(look.label_colour)}), {mark})"
        inside = f"{_text(look, document.language)}; if mark != none {{ {label} }}; body"
        whole = f"heading(level: {level}, {{ {inside} }})" if level else f"{{ {inside} }}"
        yield (
            f"#let {role}(body, mark: none) = block(above: {look.before_pt:.3f}pt, below: {look.after_pt:.3f}pt, "
            f"sticky: {str(look.keeps_with_next).lower()}, "
            f"par(leading: 0pt, hanging-indent: if mark == none {{ 0pt }} else {{ {hang:.3f}pt }}, {whole}))"
        )


def _text(look: Look, language: Language) -> str:
    """Lines exactly one leading apart: the edges of a line are set apart by it, and nothing put between."""
    fonts = ", ".join(_font(look, at, language) for at in range(len(look.fonts)))
    return (
        f"set text(font: ({fonts},), weight: {look.fonts[0].weight}, size: {look.size_pt:.3f}pt, "
        f"fill: rgb({_string(look.colour)}), "
        f"top-edge: {look.leading_pt * 0.7:.3f}pt, bottom-edge: {look.leading_pt * -0.3:.3f}pt)"
    )


def _font(look: Look, at: int, language: Language) -> str:
    """A family; the main script's covers only that script, so that Latin is set in its own face."""
    family = _string(look.fonts[at].family)
    if at == 0 and len(look.fonts) > 1:
        return f'(name: {family}, covers: regex("\\p{{{language.script}}}"))'
    return family


def _body(document: Document) -> Iterator[str]:
    yield "#bar"
    entries = [block for block in document.blocks if block.role is Role.ENDORSER]
    for block in document.blocks:
        if block.role is Role.ANNEX_HEADING:
            yield "#pagebreak()\n#bar"
        if block.role is not Role.ENDORSER:
            yield _call(block)
    yield f"#columns({BRAND.annex_columns}, gutter: {BRAND.annex_gap_pt}pt)["
    yield from map(_call, entries)
    yield "]"


def _call(block: Block) -> str:
    mark = f", mark: {_string(block.label)}" if block.label else ""
    return f"#{block.role}({_string(block.text)}{mark})"


def _split(pattern: str) -> tuple[str, str, str]:
    before, rest = pattern.split("{page}")
    middle, after = rest.split("{pages}")
    return before, middle, after


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
