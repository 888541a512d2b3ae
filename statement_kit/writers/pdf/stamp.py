"""A small drawing of text as a file of its own, for a program that puts it on a page: the look of a signature."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from statement_kit.layout.frames import Line
from statement_kit.text.fonts import Font
from statement_kit.writers.pdf.cluster_font import ClusterFont
from statement_kit.writers.pdf.content import colour, number, segment_operators
from statement_kit.writers.pdf.file import PdfFile
from statement_kit.writers.pdf.font_objects import add_font


def write_stamp(lines: Sequence[Line], width_pt: float, height_pt: float) -> bytes:
    """Lines as a PDF of one page, with nothing else on it and no marks: what it is part of is said where it is used.

    Args:
        lines: What to draw, in pt from the top left corner of the drawing.
        width_pt: Width of the drawing.
        height_pt: Its height.

    Raises:
        FontError: A font has no outlines, or forbids embedding.
    """
    file = PdfFile()
    fonts: dict[Font, tuple[str, ClusterFont]] = {}

    def font_of(font: Font) -> tuple[str, ClusterFont]:
        if font not in fonts:
            fonts[font] = (f"F{len(fonts) + 1}", ClusterFont(font))
        return fonts[font]

    operators = ["BT"]
    for line in lines:
        for segment in line.segments:
            operators.append(colour(segment.colour))
            operators.append(f"1 0 0 1 {number(segment.x_pt)} {number(height_pt - line.baseline_pt)} Tm")
            operators += segment_operators(segment, font_of)
    content = file.add_stream("\n".join([*operators, "ET"]).encode("ascii"))
    used = PDFDictionary({name: add_font(file, embedded) for name, embedded in fonts.values()})
    pages = file.reserve()
    page = file.add(
        PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": pages,
                "MediaBox": PDFArray([0, 0, number(width_pt), number(height_pt)]),
                "Resources": PDFDictionary({"Font": used}),
                "Contents": content,
            }
        )
    )
    file.put(pages, PDFDictionary({"Type": PDFName("Pages"), "Count": 1, "Kids": PDFArray([page])}))
    catalog = file.add(PDFDictionary({"Type": PDFName("Catalog"), "Pages": pages}))
    return file.save(catalog, file.add(PDFDictionary({})))
