"""`word/fontTable.xml`: every font the file names, and the fonts themselves, so that all readers see the same.

The fonts come up while the other parts are written: each part asks here for the name of a typeface. What of them goes
along is the brand's choice (`Brand.docx_fonts`), within the rights that each font gives.

The digits of labels always go along (D04).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from statement_kit.brand import Brand, DocxFonts, Face, Typeface
from statement_kit.diagnostics import gather
from statement_kit.document.blocks import Document
from statement_kit.faces import Faces
from statement_kit.languages.registry import ASCII_DIGITS
from statement_kit.text.embedding import check_editable_embedding, may_be_cut
from statement_kit.text.font_name import FontName
from statement_kit.text.fonts import Font, FontLibrary
from statement_kit.text.repertoire import repertoire
from statement_kit.writers.docx.font_names import FontNames
from statement_kit.writers.docx.label_glyphs import label_glyphs
from statement_kit.writers.docx.markup import element, relationship
from statement_kit.writers.docx.obfuscation import obfuscated

AddFont = Callable[[bytes], str]
"""Gives the font table's relationship to a font, by its id."""

_LATIN = "Latn"

_PANOSE_TEXT = 2
_SERIFS, _SANS = range(2, 11), range(11, 16)
"""What the first two figures of PANOSE say of a typeface for text: that it is one, and whether it has serifs."""


_EMBEDDED: Mapping[str, str] = {
    "Regular": "embedRegular",
    "Bold": "embedBold",
    "Italic": "embedItalic",
    "Bold Italic": "embedBoldItalic",
}
"""The element of each style, in the order of the schema."""

_NO_LICENCE = "The font does not say."


class Entry(NamedTuple):
    """A font that the file names: by which name, what it is made from, and its bytes; None where it stays out."""

    name: FontName
    sources: tuple[Font, ...]
    data: bytes | None


class FontTable:
    """The fonts of a file that one of its documents asks for, while it is written.

    Args:
        document: The document.
        brand: Whose fonts.
        library: Where they are found.
        faces: The same by face and script.
        names: What its fonts are called in the file.
    """

    def __init__(self, document: Document, brand: Brand, library: FontLibrary, faces: Faces, names: FontNames) -> None:
        self._document = document
        self._brand = brand
        self._library = library
        self._faces = faces
        self._names = names
        self._typefaces: dict[tuple[Typeface, bool], FontName] = {}
        self._labels: dict[FontName, Face] = {}

    @property
    def has_label_font(self) -> bool:
        """Whether live numbers are drawn by fonts of their own."""
        return self._document.language.label_digits != ASCII_DIGITS

    def name(self, typeface: Typeface, *, is_complex: bool) -> FontName:
        """What a typeface of the brand is called, for text that is set in it; `is_complex` if on that axis."""
        key = (typeface, is_complex)
        if key not in self._typefaces:
            self._typefaces[key] = self._names.name(typeface, is_complex=is_complex)
        return self._typefaces[key]

    def label_name(self, face: Face, typeface: Typeface) -> FontName:
        """What the font of live numbers is called, for labels of a face beside text of a typeface.

        Where the language writes numbers in ASCII digits, it is the typeface itself.
        """
        if not self.has_label_font:
            return self.name(typeface, is_complex=False)
        name = self._names.labels(typeface, self._latin(face))
        self._labels[name] = face
        return name

    @classmethod
    def entries(cls, tables: Sequence[FontTable]) -> list[Entry]:
        """Every font that was asked for, by name, with what all documents of the file need of it.

        Raises:
            FontError: With every font that may not go along, and every label that no font can draw.
        """
        chars = frozenset[str]().union(*(table._characters() for table in tables))
        # at whatever sizes it is set
        by_name = {name: typeface for table in tables for (typeface, _), name in table._typefaces.items()}
        labels = {name: (table, face) for table in tables for name, face in table._labels.items()}
        made = [partial(tables[0]._text_entry, *one, chars) for one in by_name.items()]
        made += [partial(table._label_entry, name, face) for name, (table, face) in labels.items()]
        return sorted(gather(made), key=lambda entry: entry.name)

    def _text_entry(self, name: FontName, typeface: Typeface, chars: frozenset[str]) -> Entry:
        font = self.font(typeface)
        choice = self._brand.docx_fonts
        if choice is DocxFonts.NONE or typeface.family in self._brand.docx_without:
            return Entry(name, (font,), None)
        check_editable_embedding(font)
        from statement_kit.text.standalone import standalone  # brings a library that only embedding needs

        is_subset = choice is DocxFonts.SUBSET and may_be_cut(font)
        return Entry(name, (font,), standalone(font, name, chars if is_subset else None))

    def font(self, typeface: Typeface) -> Font:
        """The font of a typeface."""
        return self._library.font(typeface.family, typeface.weight, is_italic=typeface.is_italic)

    def _characters(self) -> frozenset[str]:
        """What an editor may type in the document's script, and whatever else stands in the document."""
        document = self._document
        tag = document.language.tag
        around = (*self._brand.letterhead_blocks(tag), *self._brand.footer_blocks(tag))
        texts = [block.label + block.text for block in around]
        texts += [block.label + block.text for block in document.blocks]
        return repertoire(document.language.script).union(document.running_head, document.page_labels.pattern, *texts)

    def _label_entry(self, name: FontName, face: Face) -> Entry:
        from statement_kit.text.label_font import label_font

        glyphs = label_glyphs(face, self._document, self._brand, self._library, self._faces)
        sources = dict.fromkeys(sized.font for sized, _ in glyphs.values())
        return Entry(name, tuple(sources), label_font(glyphs, self.font(self._latin(face)), name))

    def _latin(self, face: Face) -> Typeface:
        """The Latin typeface of a face, whose lines are those of any text that labels stand beside."""
        return self._brand.typefaces[face].get(_LATIN) or Brand().typefaces[face][_LATIN]


def font_elements(entries: Sequence[Entry], add_font: AddFont) -> Iterator[etree._Element]:
    """`w:font` of each family, with what tells readers which other one to take, and its files."""
    for family, together in groupby(entries, key=lambda entry: entry.name.family):
        styles = list(together)
        yield element("font", *_likeness(styles[0].sources[0]), *_files(styles, add_font), name=family)


def licences(entries: Sequence[Entry]) -> Mapping[str, str]:
    """Per family that goes along, whose it is and on what terms."""
    terms: dict[str, dict[str, None]] = {}
    for entry in entries:
        if entry.data:
            terms.setdefault(entry.name.family, {}).update(dict.fromkeys(font.licence for font in entry.sources))
    return {family: " ".join(filter(None, said)) or _NO_LICENCE for family, said in terms.items()}


def _files(styles: Sequence[Entry], add_font: AddFont) -> Iterator[etree._Element]:
    by_style = {entry.name.style: entry.data for entry in styles}
    for style, tag in _EMBEDDED.items():
        if data := by_style.get(style):
            key, scrambled = obfuscated(data)
            yield relationship(tag, add_font(scrambled), fontKey=key)


def _likeness(font: Font) -> Iterator[etree._Element]:
    """What a font is like: figures of its own, in the order of the schema (OpenType 1.9, `OS/2`)."""
    metrics = font.table("OS/2")
    panose = metrics[32:42]
    if len(panose) == 10:
        yield element("panose1", val=panose.hex().upper())
    yield element("charset", val="00")
    is_text = panose[:1] == bytes([_PANOSE_TEXT])
    kind = "roman" if is_text and panose[1] in _SERIFS else "swiss" if is_text and panose[1] in _SANS else "auto"
    yield element("family", val=kind)
    yield element("pitch", val="variable")
    if len(metrics) >= 86:
        figures = (*struct.unpack_from(">4I", metrics, 42), *struct.unpack_from(">2I", metrics, 78))
        names = ("usb0", "usb1", "usb2", "usb3", "csb0", "csb1")
        yield element("sig", **{name: f"{figure:08X}" for name, figure in zip(names, figures, strict=True)})
