"""A pack as a workbook (ISO/IEC 29500-1, SpreadsheetML), for whoever has Excel or LibreOffice Calc.

Three sheets: what to do, the table, the glossary. All is locked but the cells that are the translator's; there is no
password, since the lock is against slips, not against people. The first row of the table is hidden and says which
column is which, and whose pack it is (`statement_kit.packs.stamp`); the last column is hidden and holds the digests.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import cast

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from statement_kit.diagnostics import CatalogError, Location
from statement_kit.packs.heights import row_height_pt
from statement_kit.packs.pack import Pack, Row
from statement_kit.packs.returned import finding
from statement_kit.packs.stamp import COLUMNS, column_key, stamp
from statement_kit.packs.wording import FONT, TO_DO, Instructions

LONGEST_CELL = 32_767
"""Most characters in a cell of Excel, in UTF-16 code units; it cuts off what is longer."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time a zip can hold."""

_WIDTHS = {"clause": 16, "source": 46, "previous": 30, "text": 56, "note": 26, "state": 20, "digest": 12}
"""In widths of a digit, as Excel counts columns."""

_HEAD_PT = 24.0
"""Height of a row of names, in points."""

_PAGE_WIDTH = 100.0
"""Width of the page of instructions, in the same unit."""

_TERM_WIDTHS = (36.0, 46.0, 46.0)

_OPEN = ("text", "note", "state")
"""The columns that are the translator's."""

_KEYS_ROW, _NAMES_ROW = 1, 2
_TINT = PatternFill("solid", start_color="FFFFF2CC")
_HEAD = PatternFill("solid", start_color="FFE7E6E6")
_THIN = Side("thin", color="FFBFBFBF")
_BOX = Border(_THIN, _THIN, _THIN, _THIN)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_AS_TEXT = "@"

_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What no XML can hold (XML 1.0, 2.2), and the carriage return, which XML reads as a line feed."""

_FIXED = re.compile(rb'(<row [^>]*?) customHeight="1"')
"""What keeps a row as high as it is while more is typed into it; openpyxl says it of every height."""

_FONT_ORDER = ("b", "i", "strike", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "scheme")

_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)


def write_workbook(pack: Pack, instructions: Instructions) -> bytes:
    """A pack as the bytes of an XLSX file: the same bytes for the same pack, without a time or an author.

    Args:
        pack: What goes out.
        instructions: The words around it, in the language of its translators.

    Raises:
        CatalogError: A text is longer than a cell holds.
    """
    _check_lengths(pack)
    book = Workbook()
    del book[book.sheetnames[0]]
    _instruct(book.create_sheet(instructions.read_first), pack, instructions)
    _tabulate(book.create_sheet(instructions.table), pack, instructions)
    if pack.glossary:
        _list_terms(book.create_sheet(instructions.glossary), pack, instructions)
    for sheet in book.worksheets:
        _lock(sheet)
    file = BytesIO()
    book.save(file)
    return _timeless(file.getvalue(), instructions.title.format(project=pack.project))


def _check_lengths(pack: Pack) -> None:
    where = Location(f"{pack.language}.po")
    hint = "Make the pack as a Word table (“--to docx”), or part the clause into paragraphs."
    problems = [
        finding("too-long", f"{row.clause} is longer than a cell of Excel can be.", where, hint, row.clause)
        for row in pack.rows
        if any(_length(text) > LONGEST_CELL for text in (row.source, row.previous, row.text, row.note))
    ]
    if problems:
        raise CatalogError(problems)


def _length(text: str) -> int:
    return len(escaped(text).encode("utf-16-le", "surrogatepass")) // 2


def _instruct(sheet: Worksheet, pack: Pack, words: Instructions) -> None:
    """The page that is read first."""
    sheet.column_dimensions["A"].width = _PAGE_WIDTH
    _put(sheet, 1, 1, words.title.format(project=pack.project), is_bold=True)
    sheet.row_dimensions[1].height = _HEAD_PT
    for line, sentence in enumerate(words.sentences(), 3):
        _put(sheet, line, 1, f"{line - 2}. {sentence}")
        sheet.row_dimensions[line].height = row_height_pt([(sentence, _PAGE_WIDTH)])
    _page(sheet)


def _tabulate(sheet: Worksheet, pack: Pack, words: Instructions) -> None:
    """The table: a hidden row of keys, a row of names, a row for each clause."""
    for place, column in enumerate(COLUMNS, 1):
        _put(sheet, _KEYS_ROW, place, column_key(column))
        name = _put(sheet, _NAMES_ROW, place, words.columns[column], is_bold=True)
        name.fill, name.border = _HEAD, _BOX
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[column]
    _put(sheet, _KEYS_ROW, len(COLUMNS) + 1, stamp(pack))
    sheet.row_dimensions[_NAMES_ROW].height = _HEAD_PT
    for line, row in enumerate(pack.rows, _NAMES_ROW + 1):
        _write_row(sheet, line, row, words)
    _hide(sheet)
    last = max(_NAMES_ROW + 1, _NAMES_ROW + len(pack.rows))
    _offer_states(sheet, last, words)
    sheet.auto_filter.ref = f"A{_NAMES_ROW}:{get_column_letter(len(COLUMNS))}{last}"
    sheet.freeze_panes = f"B{_NAMES_ROW + 1}"
    sheet.print_title_rows = f"{_NAMES_ROW}:{_NAMES_ROW}"
    _page(sheet)


def _write_row(sheet: Worksheet, line: int, row: Row, words: Instructions) -> None:
    texts = {
        "clause": row.clause,
        "source": row.source,
        "previous": row.previous,
        "text": row.text,
        "note": row.note,
        "state": words.state(row.state),
        "digest": row.digest,
    }
    for place, column in enumerate(COLUMNS, 1):
        cell = _put(sheet, line, place, texts[column], is_bold=column == "state" and row.state in TO_DO)
        cell.border = _BOX
        cell.protection = Protection(locked=column not in _OPEN)
        if row.state in TO_DO:
            cell.fill = _TINT
    shown = ((texts[column], float(_WIDTHS[column])) for column in COLUMNS if column != "digest")
    sheet.row_dimensions[line].height = row_height_pt(shown)


def _put(sheet: Worksheet, line: int, place: int, text: str, *, is_bold: bool = False) -> Cell:
    """Write a text that stays text: never a formula, a number or a date, whatever it begins with.

    The format of text keeps it so when it is typed anew; the prefix keeps a first sign that Excel reacts to, and an
    apostrophe, which Excel would take for its own.
    """
    cell = cast("Cell", sheet.cell(line, place))  # else it would be within a merged one, of which there is none
    cell.font, cell.alignment, cell.number_format = Font(FONT, 11, b=is_bold), _WRAPPED, _AS_TEXT
    if text:
        cell.value = escaped(text)
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@", "'"))
    return cell


def escaped(text: str) -> str:
    """A text as SpreadsheetML holds it (ISO/IEC 29500-1, 22.9.2.19): what no XML can hold is `_xHHHH_`."""
    kept = _ESCAPE.sub(lambda found: f"_x005F{found[0]}", text)
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", kept)


def _hide(sheet: Worksheet) -> None:
    """What is there for the kit only."""
    sheet.row_dimensions[_KEYS_ROW].hidden = True
    sheet.column_dimensions[get_column_letter(len(COLUMNS))].hidden = True


def _offer_states(sheet: Worksheet, last: int, words: Instructions) -> None:
    """The list that a state is chosen from."""
    words_offered = f'"{words.done},{words.doubtful}"'
    choice = DataValidation("list", formula1=words_offered, allow_blank=True, showErrorMessage=True)
    place = get_column_letter(COLUMNS.index("state") + 1)
    choice.add(f"{place}{_NAMES_ROW + 1}:{place}{last}")
    sheet.add_data_validation(choice)


def _list_terms(sheet: Worksheet, pack: Pack, words: Instructions) -> None:
    """The glossary, the preferred rendering of each term first."""
    for place, (name, width) in enumerate(
        zip((words.term, words.rendering, words.remark), _TERM_WIDTHS, strict=True), 1
    ):
        head = _put(sheet, 1, place, name, is_bold=True)
        head.fill, head.border = _HEAD, _BOX
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[1].height = _HEAD_PT
    for line, term in enumerate(pack.glossary, 2):
        texts = (term.term, "\n".join(term.renderings_in(pack.language)), term.note)
        for place, text in enumerate(texts, 1):
            _put(sheet, line, place, text).border = _BOX
        sheet.row_dimensions[line].height = row_height_pt(zip(texts, _TERM_WIDTHS, strict=True))
    sheet.freeze_panes = "A2"
    _page(sheet)


def _lock(sheet: Worksheet) -> None:
    """Protect a sheet without a password; widths, heights and filters stay free."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.autoFilter = False


def _page(sheet: Worksheet) -> None:
    """On paper: A4 across, as wide as the page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _timeless(data: bytes, title: str) -> bytes:
    """The same zip without the times, the author and the program that openpyxl puts into it."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = _core(title) if name == "docProps/core.xml" else _FIXED.sub(rb"\1", old.read(name))
            if name == "xl/styles.xml":
                content = _ordered(content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, content, compresslevel=6)
    return file.getvalue()


def _core(title: str) -> bytes:
    shown = _UNWRITABLE.sub("", title).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _CORE.format(shown).encode()


def _ordered(styles: bytes) -> bytes:
    """The same styles, each font in the order that Microsoft's schema wants, which openpyxl does not keep."""
    tree = etree.fromstring(styles)
    for font in tree.iterfind("{*}fonts/{*}font"):
        font[:] = sorted(font, key=lambda part: _FONT_ORDER.index(etree.QName(part).localname))
    return etree.tostring(tree, encoding="UTF-8", standalone=True)
