"""A pack as a Word document (ISO/IEC 29500-1, WordprocessingML): instructions, the table, the glossary.

The document is read-only but for the last three cells of each row, which are a range that everyone may edit (17.13.7).
The first cell of a row holds the clause id, and behind it, hidden, the digest; the cells of the first row hold, hidden
too, which column is which and whose pack it is. Word and LibreOffice keep a hidden run, also when the table is copied
into another file; bookmarks, properties and parts of their own are left behind then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from statement_kit.diagnostics import CatalogError, Location
from statement_kit.languages.registry import LANGUAGES
from statement_kit.packs.pack import Pack, Row
from statement_kit.packs.returned import finding
from statement_kit.packs.stamp import COLUMNS, column_key, stamp
from statement_kit.packs.word_file import core_part, settings_part, styles_part
from statement_kit.packs.wording import TO_DO, Instructions
from statement_kit.writers.docx.looks import COMPLEX_SCRIPTS
from statement_kit.writers.docx.markup import XML_SPACE, element, root
from statement_kit.writers.docx.package import Package

_SHOWN = tuple(column for column in COLUMNS if column != "digest")
_WIDTHS = {"clause": 1400, "source": 3900, "previous": 2000, "text": 4300, "note": 2600, "state": 1198}
"""In twips; together the text width of A4 across with margins of half an inch."""

_TERM_WIDTHS = (4200, 5599, 5599)
_FIRST_OPEN, _LAST_OPEN = _SHOWN.index("text"), _SHOWN.index("state")
_TINT, _HEAD = "FFF2CC", "E7E6E6"

_LATIN_WORDS = LANGUAGES["en"].region_tag
_COMPLEX_LANGUAGES = {known.region_tag for known in LANGUAGES.values() if known.script in COMPLEX_SCRIPTS}

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold (XML 1.0, 2.2), or Word takes for something else: no clause may have it."""

_COMPLEX = re.compile(
    "([\u0590-\u0dff\u0e00-\u109f\u1780-\u17ff\u19e0-\u19ff][\u0590-\u109f\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d\u2060]*)"
)
"""A stretch of a complex script, from Hebrew to Khmer, with the invisible signs in it."""


def write_word_table(pack: Pack, instructions: Instructions) -> bytes:
    """A pack as the bytes of a DOCX file: the same bytes for the same pack, without a time or an author.

    Args:
        pack: What goes out.
        instructions: The words around it, in the language of its translators.

    Raises:
        CatalogError: A text has a character that Word cannot hold.
    """
    _check_characters(pack)
    package = Package()
    title = instructions.title.format(project=pack.project)
    body = root("document", element("body", *_blocks(pack, instructions, title)))
    main = package.add("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, RELATIONSHIP_TYPE.OFFICE_DOCUMENT, body)
    language = region_tag(pack.language)
    styles, settings = styles_part(language), settings_part(language)
    package.add("/word/styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles, main)
    package.add("/word/settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings, main)
    core = core_part(_UNWRITABLE.sub("", title), language)
    package.add("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES, core)
    return package.save()


def region_tag(language: str) -> str:
    """The tag with the region that Word wants, where the kit knows the language."""
    known = LANGUAGES.get(language)
    return known.region_tag if known else language


def _check_characters(pack: Pack) -> None:
    where = Location(f"{pack.language}.po")
    problems = [
        finding(
            "character",
            f"{row.clause} contains the control character U+{ord(found[0]):04X}, which Word cannot hold.",
            where,
            "Delete it in the PO file; or make the pack as a workbook (“--to xlsx”).",
            row.clause,
        )
        for row in pack.rows
        for text in (row.clause, row.source, row.previous, row.text, row.note)
        if (found := _UNWRITABLE.search(text))
    ]
    if problems:
        raise CatalogError(problems)


def _blocks(pack: Pack, words: Instructions, title: str) -> Iterator[etree._Element]:
    """The whole text."""
    language = region_tag(pack.language)
    yield paragraph(_UNWRITABLE.sub("", title), language, style="Title")
    for number, sentence in enumerate(words.sentences(), 1):
        yield paragraph(f"{number}. {sentence}", language)
    yield _table(_WIDTHS.values(), _head_row(pack, words), *_rows(pack, words))
    if pack.glossary:
        yield paragraph(words.glossary, language, style="Heading1")
        yield _table(_TERM_WIDTHS, *_terms(pack, words))
    yield paragraph("", language)
    size = element("pgSz", w="16838", h="11906", orient="landscape")
    margins = dict.fromkeys(("top", "right", "bottom", "left"), "720")
    yield element("sectPr", size, element("pgMar", **margins, header="360", footer="360", gutter="0"))


def _table(widths: Iterable[int], *rows: etree._Element) -> etree._Element:
    """A table of a fixed layout with thin lines; what stands between rows goes along."""
    widths = list(widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (element(side, val="single", sz="4", space="0", color="BFBFBF") for side in sides)
    properties = element(
        "tblPr",
        element("tblW", w=str(sum(widths)), type="dxa"),
        element("tblBorders", *lines),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020"),
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=str(w)) for w in widths)), *rows)


def _head_row(pack: Pack, words: Instructions) -> etree._Element:
    """The names of the columns, repeated on every page, with their keys behind them."""
    language, cells = region_tag(pack.language), []
    for column in _SHOWN:
        key = f" {column_key(column)}" + (f" {stamp(pack)}" if column == "clause" else "")
        name = paragraph(words.columns[column], language, is_bold=True)
        name.append(hidden(key))
        cells.append(_cell(_WIDTHS[column], name, fill=_HEAD))
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def _rows(pack: Pack, words: Instructions) -> Iterator[etree._Element]:
    """Each clause's row, and behind it the end of the range that everyone may edit in it."""
    for number, row in enumerate(pack.rows, 1):
        yield _row(row, pack, words, str(number))
        yield element("permEnd", id=str(number))


def _row(row: Row, pack: Pack, words: Instructions, number: str) -> etree._Element:
    source, target = region_tag(pack.source_language), region_tag(pack.language)
    clause = paragraph(row.clause, source)
    clause.insert(0, _open(number))
    clause.append(hidden(f" {row.digest}"))
    paragraphs = {
        "clause": clause,
        "source": paragraph(row.source, source),
        "previous": paragraph(row.previous, source),
        "text": paragraph(row.text, target),
        "note": paragraph(row.note, target),
        "state": element("p", _choice(row, words, target, number)),
    }
    fill = _TINT if row.state in TO_DO else ""
    return element("tr", *(_cell(_WIDTHS[column], paragraphs[column], fill=fill) for column in _SHOWN))


def _open(number: str) -> etree._Element:
    """The beginning of a range that everyone may edit: some cells of the row it stands in."""
    cells = {"colFirst": str(_FIRST_OPEN), "colLast": str(_LAST_OPEN)}
    return element("permStart", id=number, edGrp="everyone", **cells)


def _choice(row: Row, words: Instructions, language: str, number: str) -> etree._Element:
    """The list that a state is chosen from; what it is now can be chosen again."""
    state = words.state(row.state)
    offered = dict.fromkeys((words.done, words.doubtful, state))
    items = (element("listItem", displayText=word, value=word) for word in offered if word)
    properties = element("sdtPr", element("id", val=number), element("dropDownList", *items))
    return element("sdt", properties, element("sdtContent", *runs(state, language, is_bold=row.state in TO_DO)))


def _terms(pack: Pack, words: Instructions) -> Iterator[etree._Element]:
    """The glossary, the preferred rendering of each term first."""
    source, target = region_tag(pack.source_language), region_tag(pack.language)
    names = (paragraph(name, target, is_bold=True) for name in (words.term, words.rendering, words.remark))
    cells = (_cell(width, name, fill=_HEAD) for width, name in zip(_TERM_WIDTHS, names, strict=True))
    yield element("tr", element("trPr", element("tblHeader")), *cells)
    for term in pack.glossary:
        renderings = "\n".join(term.renderings_in(pack.language))
        texts = (paragraph(term.term, source), paragraph(renderings, target), paragraph(term.note, source))
        yield element("tr", *(_cell(width, text) for width, text in zip(_TERM_WIDTHS, texts, strict=True)))


def _cell(width: int, content: etree._Element, *, fill: str = "") -> etree._Element:
    properties = element("tcPr", element("tcW", w=str(width), type="dxa"))
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill))
    return element("tc", properties, content)


def paragraph(text: str, language: str, *, style: str = "", is_bold: bool = False) -> etree._Element:
    """A paragraph of one text; its line ends are line breaks, so that a text is always one paragraph."""
    properties = [element("pPr", element("pStyle", val=style))] if style else []
    return element("p", *properties, *runs(text, language, is_bold=is_bold))


def runs(text: str, language: str, *, is_bold: bool = False) -> Iterator[etree._Element]:
    """A text in runs of one kind of script each, in the language that its spelling is checked in.

    What Word calls a complex script is said to be one (`w:cs`), or it would be set by the rules of Latin. Latin words
    among it are said to be English: a Thai dictionary would end lines in the middle of them.
    """
    latin = _LATIN_WORDS if language in _COMPLEX_LANGUAGES else language
    bold = [element("b"), element("bCs")] if is_bold else []
    for piece in filter(None, _COMPLEX.split(text)):
        is_complex = _COMPLEX.fullmatch(piece) is not None
        tongue = element("lang", val=language if is_complex else latin, bidi=language)
        properties = element("rPr", *deepcopy(bold), *([element("cs")] if is_complex else []), tongue)
        yield element("r", properties, *_content(piece))


def _content(text: str) -> Iterator[etree._Element]:
    """What stands in a run: texts, line breaks and tabs."""
    for piece in filter(None, re.split("([\n\t])", text)):
        if piece in ("\n", "\t"):
            yield element("br" if piece == "\n" else "tab")
        else:
            yield _text(piece)


def hidden(text: str) -> etree._Element:
    """What is there for the kit only."""
    return element("r", element("rPr", element("noProof"), element("vanish")), _text(text))


def _text(text: str) -> etree._Element:
    made = element("t")
    made.text = text
    made.set(XML_SPACE, "preserve")
    return made
