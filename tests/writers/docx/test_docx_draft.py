"""The words across every page of a draft: shapes in both headers, that no reader is told of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_docx import docx_of

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.writers.docx.markup import W

NS = {
    "w": W,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
WORDS = {"en": "Draft", "km": "សេចក្ដីព្រាង", "th": "ฉบับร่าง"}  # Khmer and Thai: "draft"
HEADERS = ("word/header1.xml", "word/header2.xml")


@pytest.mark.parametrize("language", WORDS)
def test_it_stands_behind_the_text_of_the_first_page_and_all_others(
    language: str, documents: dict[str, Document], part
) -> None:
    file = docx_of(replace(documents[language], draft=WORDS[language]), Brand())
    numbers = []
    for name in HEADERS:
        (anchor,) = part(file, name).xpath("//wp:anchor", namespaces=NS)
        assert anchor.get("behindDoc") == "1"
        assert len(anchor.xpath(".//a:path[a:moveTo and a:close]", namespaces=NS)) >= 4
        assert int(anchor.xpath("string(.//a:xfrm/@rot)", namespaces=NS)) % 21_600_000 > 16_000_000, "rising"
        assert anchor.xpath("wp:docPr//adec:decorative[@val='1']", namespaces=NS)
        assert anchor.xpath("string(wp:positionH[@relativeFrom='page']/wp:align)", namespaces=NS) == "center"
        numbers.append(anchor.xpath("string(wp:docPr/@id)", namespaces=NS))
    numbers += part(file, "word/document.xml").xpath("//wp:docPr/@id", namespaces=NS)
    assert len(set(numbers)) == len(numbers) > 3


def test_what_is_final_has_none(docx_files: dict[str, bytes], part) -> None:
    for name in HEADERS:
        assert part(docx_files["en"], name).xpath("//w:drawing", namespaces=NS) == []


def test_the_words_are_no_text(documents: dict[str, Document], part) -> None:
    file = docx_of(replace(documents["en"], draft="Draft"), Brand())
    assert "Draft" not in "".join(part(file, HEADERS[0]).itertext())
