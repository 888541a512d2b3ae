"""A stamp's drawing: a page of its own that says what it was given, and nothing else."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Role
from statement_kit.languages.registry import LANGUAGES
from statement_kit.layout.flow import place, rows
from statement_kit.layout.paragraphs import Typesetter
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf.stamp import write_stamp


def test_a_drawing_is_one_page_of_its_size_with_embedded_fonts_and_no_marks(library: FontLibrary) -> None:
    block = Block("signature", Role.FURNITURE, "ចុះហត្ថលេខា Peace Now")  # "signed"
    lines, height_pt = place(rows([Typesetter(LANGUAGES["km"], Brand(), library).set_block(block, 200)]), 0, 0)
    with pikepdf.open(BytesIO(write_stamp(lines, 120, height_pt))) as pdf:
        (page,) = pdf.pages
        assert float(page.mediabox[2]) == 120
        assert b"BDC" not in page.Contents.read_bytes()
        fonts = [font.DescendantFonts[0].FontDescriptor for font in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font for font in fonts)
