"""A small drawing of text as a file of its own, for a program that puts it on a page: the look of a signature."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from statement_kit.layout.frames import Line
from statement_kit.writers.pdf.content import colour, number, segment_operators
from statement_kit.writers.pdf.file import PdfFile
from statement_kit.writers.pdf.font_objects import Fonts


def write_stamp(lines: Sequence[Line], width_pt: float, height_pt: float) -> bytes:
    """Lines as a PDF of one page, with nothing else on it and no marks: what it is part of is said where it is used.

    Args:
        lines: What to draw, in pt from the top left corner of the drawing.
        width_pt: Width of the drawing.
        height_pt: Its height.

    Raises:
        FontError: A font has no outlines, or forbids embedding.
    """
    file, fonts = PdfFile(), Fonts()
    operators = ["BT"]
    for line in lines:
        for segment in line.segments:
            operators.append(colour(segment.colour))
            operators.append(f"1 0 0 1 {number(segment.x_pt)} {number(height_pt - line.baseline_pt)} Tm")
            operators += segment_operators(segment, fonts.use)
    content = file.add_stream("\n".join([*operators, "ET"]).encode("ascii"))
    pages = file.reserve()
    page = file.add(
        PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": pages,
                "MediaBox": PDFArray([0, 0, number(width_pt), number(height_pt)]),
                "Resources": PDFDictionary({"Font": fonts.add_to(file)}),
                "Contents": content,
            }
        )
    )
    file.put(pages, PDFDictionary({"Type": PDFName("Pages"), "Count": 1, "Kids": PDFArray([page])}))
    catalog = file.add(PDFDictionary({"Type": PDFName("Catalog"), "Pages": pages}))
    return file.save(catalog, file.add(PDFDictionary({})))
