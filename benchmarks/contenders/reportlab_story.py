"""ReportLab's part alone: a prepared story (plain values, from JSON) to a PDF, with nothing of the kit imported."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)


def draw(story: dict[str, Any]) -> bytes:
    """The PDF of a story."""
    for name, path in story["fonts"].items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, path))
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=story["page"], title=story["title"], lang=story["language"])
    document.addPageTemplates([_template("text", 1, story), _template("annex", story["columns"], story)])
    document.build(_flowables(story), canvasmaker=_counting(story))
    return file.getvalue()


def _template(name: str, columns: int, story: dict[str, Any]) -> PageTemplate:
    width, height = story["page"]
    top, right, bottom, left = story["margins"]
    gap = story["gap"] if columns > 1 else 0.0
    column = (width - left - right - gap * (columns - 1)) / columns
    padding = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    frames = [
        Frame(left + number * (column + gap), bottom, column, height - top - bottom, **padding)
        for number in range(columns)
    ]
    return PageTemplate(name, frames)


def _flowables(story: dict[str, Any]) -> list[Flowable]:
    styles = {
        role: ParagraphStyle(role, **{key: _value(key, value) for key, value in look.items()})
        for role, look in story["styles"].items()
    }
    flowables: list[Flowable] = [_bar(story)]
    for role, text, mark in story["blocks"]:
        if role == "annex-heading":
            flowables += [NextPageTemplate("annex"), PageBreak(), _bar(story)]
        flowables.append(Paragraph(text, styles[role], bulletText=mark or None))
    return flowables


def _value(key: str, value: Any) -> Any:
    return HexColor(value) if key.endswith("Color") else value


def _bar(story: dict[str, Any]) -> HRFlowable:
    width, thickness, colour = story["bar"]
    return HRFlowable(width, thickness, color=HexColor(colour), hAlign="LEFT", spaceBefore=0, spaceAfter=9)


def _counting(story: dict[str, Any]) -> type[Canvas]:
    """ReportLab's way to “page 1 of 6”: pages are kept until their number is known."""
    top, right, bottom, left = story["margins"]
    width, height = story["page"]
    look = story["styles"]["furniture"]

    class Counting(Canvas):  # type: ignore[misc] # reportlab has no types
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - ReportLab's name
            self._kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, kept in enumerate(self._kept, 1):
                self.__dict__.update(kept)
                self._furnish(number, len(self._kept))
                super().showPage()
            super().save()

        def _furnish(self, number: int, count: int) -> None:
            self.setFont(look["fontName"], look["fontSize"])
            self.setFillColor(HexColor(look["textColor"]))
            local = str.maketrans("0123456789", story["digits"])
            label = story["label"].format(page=str(number).translate(local), pages=str(count).translate(local))
            self.drawRightString(width - right, bottom - 34, label)
            if number > 1:
                self.drawString(left, height - top + 22, story["head"])

    return Counting


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(draw(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
