"""WeasyPrint: one paragraph as wide as the measure on each page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.metadata import version

from prose import Prose
from weasyprint import HTML

from compositors import LATIN, LEADING_PT, MAIN, MARGIN_PT, PAGE_PT, SIZE_PT


class WeasyPrint:
    """`HTML.write_pdf` with the bundled fonts by `@font-face`."""

    def version(self) -> str:
        """Of the distribution."""
        return version("weasyprint")

    def set_prose(self, prose: Prose) -> bytes:
        """One page of HTML."""
        return bytes(HTML(string="\n".join(_html(prose))).write_pdf())


def _html(prose: Prose) -> Iterator[str]:
    width, height = PAGE_PT
    align = "justify" if prose.is_justified else "left"
    yield f'<!doctype html><html lang="{prose.language}"><meta charset="utf-8"><title>Lines</title><style>'
    yield f"@font-face {{ font-family: main; src: url('{MAIN[prose.language].as_uri()}') }}"
    yield f"@font-face {{ font-family: latin; src: url('{LATIN.as_uri()}') }}"
    yield f"@page {{ size: {width}pt {height}pt; margin: {MARGIN_PT}pt }} body {{ margin: 0 }}"
    yield (
        f"p {{ margin: 0; font: {SIZE_PT}pt/{LEADING_PT}pt main, latin; text-align: {align}; hyphens: auto; "
        f"break-after: page; overflow-wrap: normal }}</style>"
    )
    yield from (f'<p style="width: {measure}pt">{escape(text)}</p>' for measure, text in prose.pages)
    yield "</html>"
