"""Typst, by its wheel on PyPI: optimized line breaks, as it uses them for justified text by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version

import typst
from prose import Prose

from compositors import FAMILIES, FONTS, LEADING_PT, MARGIN_PT, PAGE_PT, SIZE_PT

TRACKING = "justification-limits: (tracking: (min: -0.01em, max: 0.09em)), "
"""As much between letters as the kit allows between clusters of Khmer and Thai; Typst allows none by itself."""


class Typst:
    """`typst.compile` with the bundled fonts alone.

    Args:
        spread: `tracking` to let justification widen the space between letters too.
    """

    def __init__(self, spread: str = "") -> None:
        self._limits = TRACKING if spread == "tracking" else ""

    def version(self) -> str:
        """Of the wheel, which is that of the compiler."""
        return version("typst")

    def set_prose(self, prose: Prose) -> bytes:
        """One source, one block as wide as the measure on each page."""
        source = "\n".join(self._source(prose)).encode()
        made: bytes = typst.compile(source, font_paths=[str(FONTS)], ignore_system_fonts=True)
        return made

    def _source(self, prose: Prose) -> Iterator[str]:
        width, height = PAGE_PT
        latin, main = FAMILIES["en"], FAMILIES[prose.language]
        yield f"#set page(width: {width}pt, height: {height}pt, margin: {MARGIN_PT}pt)"
        yield (
            f'#set text(font: ("{main}", "{latin}"), size: {SIZE_PT}pt, lang: "{prose.language}", hyphenate: true, '
            f"top-edge: {LEADING_PT * 0.7}pt, bottom-edge: {LEADING_PT * -0.3}pt)"
        )
        yield (
            f'#set par(justify: {str(prose.is_justified).lower()}, {self._limits}linebreaks: "optimized", leading: 0pt)'
        )
        yield from (
            f"#block(width: {measure}pt)[#par({json.dumps(text, ensure_ascii=False)})]\n#pagebreak(weak: true)"
            for measure, text in prose.pages
        )
