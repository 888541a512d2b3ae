"""ReportLab's own paragraphs, unshaped: what the kit's PDF library does alone; wrong for Khmer, a floor for speed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from example import document_of, statement_in
from looks import BRAND, Look, all_fonts, looks

from contenders import Cold, reportlab_story
from statement_kit import Statement
from statement_kit.brand.page import BAR_PT, BAR_WIDTH_PT
from statement_kit.document.blocks import Document, Role
from statement_kit.text.itemize import script_spans


class ReportLab:
    """Platypus from a prepared story; fonts stay registered between warm runs."""

    def cold(self, language: str, folder: Path) -> Cold:
        """A prepared story, and a process that imports ReportLab and draws it."""
        prepared, output = folder / "statement.json", folder / "statement.pdf"
        prepared.write_text(json.dumps(story(document_of(statement_in(language)))), encoding="utf-8")
        return Cold([sys.executable, str(reportlab_story.__file__), str(prepared), str(output)], output)

    def warm(self, statement: Statement) -> Callable[[], bytes]:
        """Paragraphs, frames and file."""
        return partial(reportlab_story.draw, story(document_of(statement)))


def story(document: Document) -> dict[str, Any]:
    """The document and its look in plain values."""
    found = looks(document)
    script = document.language.script
    blocks = [(block.role, _markup(block.text, found[block.role], script), block.label) for block in document.blocks]
    return {
        "language": document.language.tag,
        "title": document.title,
        "head": document.running_head,
        "label": document.page_labels.pattern,
        "digits": document.page_labels.digits,
        "page": BRAND.paper.size_pt,
        "margins": BRAND.margins_pt,
        "columns": BRAND.annex_columns,
        "gap": BRAND.annex_gap_pt,
        "bar": (BAR_WIDTH_PT, BAR_PT, BRAND.colours["accent"]),
        "fonts": {path.stem: str(path) for path in all_fonts(found)},
        "styles": {role: _style(role, look) for role, look in found.items()},
        "blocks": blocks,
    }


def _style(role: Role, look: Look) -> dict[str, Any]:
    return {
        "fontName": look.fonts[0].path.stem,
        "fontSize": look.size_pt,
        "leading": look.leading_pt,
        "spaceBefore": look.before_pt,
        "spaceAfter": look.after_pt,
        "textColor": look.colour,
        "keepWithNext": look.keeps_with_next and role is not Role.ANNEX_HEADING,
        "leftIndent": look.hangs_pt,
        "bulletFontName": look.fonts[0].path.stem,
        "bulletFontSize": look.size_pt,
        "bulletColor": look.label_colour,
    }


def _markup(text: str, look: Look, script: str) -> str:
    """Latin in its own face, by ReportLab's inline tags; it has no fallback of its own."""
    latin = look.fonts[-1].path.stem
    return "".join(
        escape(text[start:end]) if found == script else f'<font name="{latin}">{escape(text[start:end])}</font>'
        for start, end, found in script_spans(text, script)
    )
