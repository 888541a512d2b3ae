"""What a word processor makes of a DOCX: its paragraphs with their words, and the labels it counts before them.

Counting follows ISO/IEC 29500-1, 17.9: an entry's list is that of its paragraph or else of its style; lists of one
definition count on from each other, unless one says where it begins.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from string import ascii_lowercase
from typing import NamedTuple

from fontTools.ttLib import TTFont
from lxml import etree

from statement_kit.languages.registry import THAI_DIGITS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {"w": W, "r": R}
VAL = f"{{{W}}}val"

_LETTERS = {"lowerLetter": ascii_lowercase, "thaiLetters": "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยร"}
"""As programs count; what comes behind ร they count in different ways."""


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
    """The paragraphs of the body, in order; those of a table row by row."""
    counted = _Lists(file)
    body = part(file, "word/document.xml").find("w:body", NS)
    return [counted.paragraph(one) for one in body.iter(f"{{{W}}}p")]


Draw = Callable[[str, str], str]
"""What a number of a note becomes that is set in a character style."""


def words(paragraph: etree._Element, draw: Draw = lambda typed, style: typed) -> str:
    """The text of a paragraph, a tab or a line end as a space.

    Args:
        paragraph: The paragraph.
        draw: What becomes of the numbers of notes, which are counted and in a font of labels.
    """
    return "".join(_said(one, draw) for one in paragraph.iter(*_SAID))


_SAID = tuple(f"{{{W}}}{name}" for name in ("t", "tab", "br", "footnoteReference"))


def _said(one: etree._Element, draw: Draw) -> str:
    name = etree.QName(one).localname
    found = one.getparent().find("w:rPr/w:rStyle", NS)
    style = "" if found is None else found.get(VAL)
    if name == "footnoteReference":
        return draw(one.get(f"{{{W}}}id"), style)
    if name != "t":
        return " " if one.getparent().tag == f"{{{W}}}r" else ""
    return draw(one.text or "", style) if style.startswith(_REFERENCE) else one.text or ""


_REFERENCE, _NOTE = "FootnoteReference", "FootnoteText"


def notes(file: bytes) -> list[tuple[str, str]]:
    """The notes: the number of each as it is drawn, and its text."""
    counted = _Lists(file)
    found = part(file, "word/footnotes.xml").findall("w:footnote", NS)[2:]
    styles = [note.find("w:p/w:pPr/w:pStyle", NS).get(VAL).replace(_NOTE, _REFERENCE) for note in found]
    return [
        (counted.note_number(str(number), style), words(note).strip())
        for number, (note, style) in enumerate(zip(found, styles, strict=True), 1)
    ]


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


class Drawn(NamedTuple):
    """What a run is drawn with.

    Attributes:
        text: Its words.
        family: The font.
        style: Which of the four of it, `BoldItalic`.
    """

    text: str
    family: str
    style: str


def drawn_runs(file: bytes) -> Iterator[Drawn]:
    """The runs of all stories, with the font of each by its own properties or those it inherits.

    A run's character style comes before its paragraph's, and that before the defaults (ISO/IEC 29500-1, 17.7.2). In
    these files no style turns a switch back that one above it has set.
    """
    styles = part(file, "word/styles.xml")
    by_id = {one.get(f"{{{W}}}styleId"): one for one in styles.findall("w:style", NS)}
    defaults = styles.findall("w:docDefaults/w:rPrDefault/w:rPr", NS)
    with zipfile.ZipFile(BytesIO(file)) as archive:
        stories = [name for name in archive.namelist() if re.fullmatch(_STORY, name)]
    for name in stories:
        for paragraph in part(file, name).iter(f"{{{W}}}p"):
            around = [*_chain(by_id, paragraph.find("w:pPr/w:pStyle", NS)), *defaults]
            for run in paragraph.iter(f"{{{W}}}r"):
                own = run.findall("w:rPr", NS)
                sources = [*own, *(_chain(by_id, own[0].find("w:rStyle", NS)) if own else ()), *around]
                yield _drawn_run(run, sources)


_STORY = r"word/(document|footnotes|header\d|footer\d)\.xml"


def _chain(by_id: Mapping[str, etree._Element], named: etree._Element | None) -> Iterator[etree._Element]:
    """The run properties of a style and of those it is based on, nearest first."""
    while named is not None:
        style = by_id[named.get(VAL)]
        yield from style.findall("w:rPr", NS)
        named = style.find("w:basedOn", NS)


def _drawn_run(run: etree._Element, sources: Sequence[etree._Element]) -> Drawn:
    is_complex = run.find("w:rPr/w:cs", NS) is not None
    slot, bold, italic = ("cs", "bCs", "iCs") if is_complex else ("ascii", "b", "i")
    families = (fonts.get(f"{{{W}}}{slot}") for one in sources for fonts in one.findall("w:rFonts", NS))
    style = "Bold" * _is_on(bold, sources) + "Italic" * _is_on(italic, sources)
    text = "".join(run.xpath("w:t/text()", namespaces=NS))
    return Drawn(text, next(filter(None, families)), style or "Regular")


def _is_on(switch: str, sources: Iterable[etree._Element]) -> bool:
    found = next((on for one in sources for on in one.findall(f"w:{switch}", NS)), None)
    return found is not None and found.get(VAL, "1") not in ("0", "false")


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

    def note_number(self, typed: str, style: str = _REFERENCE) -> str:
        """The number of a note, as the font of such numbers draws it."""
        fonts = self._styles[style].find("w:rPr/w:rFonts", NS)
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
