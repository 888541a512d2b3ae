"""The PDF objects of an embedded cluster font (ISO 32000-1 9.7, 9.8, 9.10.3)."""

from __future__ import annotations

import struct

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from statement_kit.text.fonts import Font
from statement_kit.writers.pdf.cluster_font import ClusterFont, subset_tag
from statement_kit.writers.pdf.content import number
from statement_kit.writers.pdf.file import PdfFile, Reference

_SYMBOLIC, _ITALIC = 4, 64
_BFCHAR_LIMIT = 100
"""Most entries in one `beginbfchar` block (Adobe Technical Note 5014)."""


class Fonts:
    """The fonts a file has used so far, in the order it first used them."""

    def __init__(self) -> None:
        self._used: dict[Font, tuple[str, ClusterFont]] = {}

    def use(self, font: Font) -> tuple[str, ClusterFont]:
        """The resource name of a font, and its embedded form."""
        if font not in self._used:
            self._used[font] = (f"F{len(self._used) + 1}", ClusterFont(font))
        return self._used[font]

    def add_to(self, file: PdfFile) -> PDFDictionary:
        """Every font used, as a page's font resources."""
        return PDFDictionary({name: _add_font(file, embedded) for name, embedded in self._used.values()})


def _add_font(file: PdfFile, embedded: ClusterFont) -> Reference:
    """Put a font into the file; a reference to it for a page's resources."""
    program = embedded.build()
    name = PDFName(f"{subset_tag(program)}+{embedded.font.postscript_name}")
    stream = file.add_stream(program, {"Length1": len(program)})
    descriptor = file.add(_descriptor(embedded, name, stream))
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
            "CIDToGIDMap": PDFName("Identity"),
            "DW": 1000,
            "FontDescriptor": descriptor,
            "W": f"[1[{' '.join(map(number, _widths(embedded)[1:]))}]]".encode("ascii"),
        }
    )
    font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([file.add(descendant)]),
            "ToUnicode": file.add_stream(_to_unicode(embedded.texts).encode("ascii")),
        }
    )
    return file.add(font)


def _widths(embedded: ClusterFont) -> list[float]:
    return [1000 * width / embedded.font.units_per_em for width in embedded.widths]


def _descriptor(embedded: ClusterFont, name: str, program: object) -> PDFDictionary:
    scale = 1000 / embedded.font.units_per_em
    box = struct.unpack_from(">4h", embedded.outlines.head, 36)
    ascent, descent = struct.unpack_from(">2h", embedded.outlines.hhea, 4)
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _SYMBOLIC | (_ITALIC if embedded.font.is_italic else 0),
            "FontBBox": PDFArray([number(edge * scale) for edge in box]),
            "ItalicAngle": number(embedded.font.italic_angle),
            "Ascent": number(ascent * scale),
            "Descent": number(descent * scale),
            "CapHeight": number(ascent * scale),
            "StemV": 80 if embedded.font.weight < 600 else 120,
            "FontFile2": program,
        }
    )


def _to_unicode(texts: list[str]) -> str:
    """The CMap from codes to texts; code 0 is `.notdef` and has none."""
    entries = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(texts) if text]
    blocks = [entries[at : at + _BFCHAR_LIMIT] for at in range(0, len(entries), _BFCHAR_LIMIT)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )
