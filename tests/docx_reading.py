"""What a word processor makes of a DOCX: its paragraphs with their words, and the labels it counts before them.

Counting follows ISO/IEC 29500-1, 17.9: an entry's list is that of its paragraph or else of its style; lists of one
definition count on from each other, unless one says where it begins.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from string import ascii_lowercase
from typing import NamedTuple

from fontTools.ttLib import TTFont
from lxml import etree

from statement_kit.languages.registry import LANGUAGES, THAI_DIGITS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {"w": W, "r": R}
VAL = f"{{{W}}}val"

_LETTERS = {"lowerLetter": ascii_lowercase, "thaiLetters": LANGUAGES["th"].letters}


class Paragraph(NamedTuple):
    """A paragraph of the body.

    Attributes:
        style: The id of its style.
        typed: The label as a program counts it: in ASCII, or in Thai where it knows how.
        drawn: The label as the font of its list draws it.
        text: The words, with the characters that steer line ends.
    """

    style: str
    typed: str
    drawn: str
    text: str


def part(file: bytes, name: str) -> etree._Element:
    """The XML of a part of a file, by its path."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def paragraphs(file: bytes) -> list[Paragraph]:
    """The paragraphs of the body, in order."""
    counted = _Lists(file)
    body = part(file, "word/document.xml").find("w:body", NS)
    return [counted.paragraph(one) for one in body.findall("w:p", NS)]


def words(paragraph: etree._Element, draw: Callable[[str], str] = str) -> str:
    """The text of a paragraph, a tab or a line end as a space.

    Args:
        paragraph: The paragraph.
        draw: What becomes of the numbers of notes, which are counted and in a font of labels.
    """
    return "".join(_said(one, draw) for one in paragraph.iter(*_SAID))


_SAID = tuple(f"{{{W}}}{name}" for name in ("t", "tab", "br", "footnoteReference"))


def _said(one: etree._Element, draw: Callable[[str], str]) -> str:
    name = etree.QName(one).localname
    if name == "footnoteReference":
        return draw(one.get(f"{{{W}}}id"))
    if name != "t":
        return " " if one.getparent().tag == f"{{{W}}}r" else ""
    style = one.getparent().find("w:rPr/w:rStyle", NS)
    is_number = style is not None and style.get(VAL) == "FootnoteReference"
    return draw(one.text or "") if is_number else one.text or ""


def notes(file: bytes) -> list[tuple[str, str]]:
    """The notes: the number of each as it is drawn, and its text."""
    counted = _Lists(file)
    found = part(file, "word/footnotes.xml").findall("w:footnote", NS)[2:]
    return [(counted.note_number(str(number)), words(note).strip()) for number, note in enumerate(found, 1)]


def embedded_fonts(file: bytes) -> dict[tuple[str, str], TTFont]:
    """The fonts in a file, unscrambled, by family and style (`Regular`, `BoldItalic`)."""
    table = part(file, "word/fontTable.xml")
    if not table.xpath("w:font/*[@r:id]", namespaces=NS):
        return {}
    links = part(file, "word/_rels/fontTable.xml.rels")
    targets = {one.get("Id"): one.get("Target") for one in links}
    found = {}
    with zipfile.ZipFile(BytesIO(file)) as archive:
        for font in table.findall("w:font", NS):
            for style in font.xpath("*[starts-with(local-name(), 'embed')]"):
                data = archive.read(f"word/{targets[style.get(f'{{{R}}}id')]}")
                key = style.get(f"{{{W}}}fontKey")
                name = etree.QName(style).localname.removeprefix("embed")
                found[font.get(f"{{{W}}}name"), name] = TTFont(BytesIO(_unscrambled(data, key)))
    return found


def _unscrambled(data: bytes, key: str) -> bytes:
    """As the format has it: the digits of the key, read backwards, over the first 32 bytes."""
    pad = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    return bytes(byte ^ pad[at % 16] for at, byte in enumerate(data[:32])) + data[32:]


class _Lists:
    """Counts the entries of the lists of a file."""

    def __init__(self, file: bytes) -> None:
        self._styles = {one.get(f"{{{W}}}styleId"): one for one in part(file, "word/styles.xml").findall("w:style", NS)}
        numbering = part(file, "word/numbering.xml")
        self._levels = {
            one.get(f"{{{W}}}abstractNumId"): one.find("w:lvl", NS) for one in numbering.findall("w:abstractNum", NS)
        }
        self._nums = {one.get(f"{{{W}}}numId"): one for one in numbering.findall("w:num", NS)}
        self._fonts = embedded_fonts(file)
        self._last: dict[str, int] = {}
        self._begun: set[str] = set()

    def paragraph(self, paragraph: etree._Element) -> Paragraph:
        style = paragraph.find("w:pPr/w:pStyle", NS).get(VAL)
        typed, drawn = self._label(self._list_of(paragraph, style))
        return Paragraph(style, typed, drawn, words(paragraph, self.note_number))

    def note_number(self, typed: str) -> str:
        """The number of a note, as the font of such numbers draws it."""
        fonts = self._styles["FootnoteReference"].find("w:rPr/w:rFonts", NS)
        family = fonts.get(f"{{{W}}}ascii")
        return drawn_by(self._fonts[family, "Regular"], typed) if "Labels" in family else typed

    def _list_of(self, paragraph: etree._Element, style: str) -> str:
        own = paragraph.find("w:pPr/w:numPr/w:numId", NS)
        return own.get(VAL) if own is not None else next(self._inherited(style), "0")

    def _inherited(self, style: str) -> Iterator[str]:
        while style in self._styles:
            found = self._styles[style].find("w:pPr/w:numPr/w:numId", NS)
            if found is not None:
                yield found.get(VAL)
            base = self._styles[style].find("w:basedOn", NS)
            style = "" if base is None else base.get(VAL)

    def _label(self, number: str) -> tuple[str, str]:
        if number == "0":
            return "", ""
        num = self._nums[number]
        definition = num.find("w:abstractNumId", NS).get(VAL)
        start = num.find("w:lvlOverride/w:startOverride", NS)
        if start is not None and number not in self._begun:
            self._last[definition] = int(start.get(VAL)) - 1
        self._begun.add(number)
        count = self._last[definition] = self._last.get(definition, 0) + 1
        level = self._levels[definition]
        typed = level.find("w:lvlText", NS).get(VAL).replace("%1", _counted(level.find("w:numFmt", NS).get(VAL), count))
        return typed, self._drawn(typed, level)

    def _drawn(self, typed: str, level: etree._Element) -> str:
        """What the font of a level draws for a label: native digits and letters, where it has them in ASCII's place."""
        family = level.find("w:rPr/w:rFonts", NS).get(f"{{{W}}}ascii")
        if "Labels" not in family:
            return typed
        is_bold = level.find("w:rPr/w:b", NS).get(VAL) != "0"
        return drawn_by(self._fonts[family, "Bold" if is_bold else "Regular"], typed)


def drawn_by(font: TTFont, typed: str) -> str:
    """What a font of labels draws: it has each native sign at its own code point, too."""
    glyphs = font.getBestCmap()
    native = {glyph: chr(code) for code, glyph in glyphs.items() if code > 0x7F}
    return "".join(native.get(glyphs[ord(char)], char) for char in typed)


def _counted(kind: str, count: int) -> str:
    if kind in _LETTERS:
        return _LETTERS[kind][count - 1]
    if kind == "thaiNumbers":
        return "".join(THAI_DIGITS[int(digit)] for digit in str(count))
    return str(count)
