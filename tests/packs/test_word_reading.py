"""Word tables that came back, filled in by people and saved by programs."""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import docx
import pytest
from lxml import etree
from made_packs import (
    THREE,
    WRITERS,
    W,
    heard,
    in_word,
    part,
    refused,
    returned,
    rewritten,
    rules,
    said,
    told,
    with_parts,
    word_cell,
    word_row,
)

from statement_kit.packs.returned import Verdict

FILE = WRITERS["docx"](THREE)
TALK = "និយាយគ្នា"  # talk to each other
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_what_python_docx_saved_is_the_same_pack() -> None:
    file = BytesIO()
    docx.Document(BytesIO(FILE)).save(file)
    assert heard(file.getvalue()) == told(THREE)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"<w:p>{said(TALK)}</w:p>", TALK),
        (f"<w:p>{said('a ')}{said(' b')}</w:p>", "a  b"),
        (f"<w:p>{said('a')}<w:r><w:br/></w:r>{said('b')}</w:p>", "a\nb"),
        (f"<w:p>{said('a')}</w:p><w:p>{said('b')}</w:p><w:p/>", "a\nb\n"),
        (
            f"<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>{said('a')}<w:r><w:tab/></w:r></w:p>",
            "a\t",
        ),
        ("<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r></w:p>", "a\u2011\u00adb"),
        (f"<w:p><w:hyperlink>{said('https://example.org')}</w:hyperlink>{said('.')}</w:p>", "https://example.org."),
        (f"<w:p>{said('a ')}{FIELD.format(said('b'))}{said(' c')}</w:p>", "a b c"),
        (f"<w:p>{FIELD.format(FIELD.format(said('inner')))}</w:p>", "inner"),
        (f"<w:p><w:fldSimple w:instr='DATE'>{said('2 May')}</w:fldSimple></w:p>", "2 May"),
        (f"<w:p><w:smartTag w:element='place'><w:smartTagPr/>{said('Poipet')}</w:smartTag></w:p>", "Poipet"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{said('a')}</w:p></w:sdtContent></w:sdt><w:p>{said('b')}</w:p>", "a\nb"),
        (
            f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{said('Click')}</w:sdtContent></w:sdt></w:p>",
            "",
        ),
        (f"<w:p>{said('a')}{BOX.format('<w:p>' + said('boxed') + '</w:p>')}</w:p>", "a\nboxed"),
        (f"<w:p><w:ruby><w:rt>{said('aid')}</w:rt><w:rubyBase>{said('word')}</w:rubyBase></w:ruby></w:p>", "word"),
        (f"<w:p>{said('“It’s” he said')}</w:p>", "“It’s” he said"),
        ("<w:p><w:r><w:rPr><w:rPrChange w:id='1'><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>", "a"),
    ],
)
def test_what_stands_in_a_cell_is_its_text(content: str, text: str) -> None:
    assert returned(rewritten(FILE, 4, "text", content)).rows[2].text == text


@pytest.mark.parametrize(
    ("word", "verdict"),
    [("រួចរាល់", Verdict.DONE), ("needs another look", Verdict.DOUBTFUL), ("", Verdict.NONE)],  # done
)
def test_the_state_says_what_the_translator_thinks(word: str, verdict: Verdict) -> None:
    assert returned(rewritten(FILE, 4, "state", f"<w:p>{said(word)}</w:p>")).rows[2].verdict is verdict


@pytest.mark.parametrize(
    "content",
    [
        f"<w:p><w:ins w:id='1'>{said('a')}</w:ins></w:p>",
        "<w:p><w:del w:id='1'><w:r><w:delText>a</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr>{said('a')}</w:p>",
        f"<w:p><w:moveTo w:id='1'>{said('a')}</w:moveTo></w:p>",
    ],
)
def test_tracked_changes_are_refused_with_their_clause(content: str) -> None:
    found = refused(rewritten(FILE, 3, "text", content))
    assert rules(found) == [("tracked-changes", 3)]
    assert found[0].clause == "preamble.1"
    assert "Accept or reject" in str(found[0])


def test_a_row_whose_insertion_is_tracked_is_refused() -> None:
    def insert(body: etree._Element) -> None:
        properties = etree.Element(f"{{{W}}}trPr")
        etree.SubElement(properties, f"{{{W}}}ins")
        word_row(body, 3).insert(0, properties)

    assert rules(refused(in_word(FILE, insert))) == [("tracked-changes", 3)]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>", "a table"),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r></w:p>", "a symbol"),
        ("<w:p><w:r><w:footnoteReference w:id='2'/></w:r></w:p>", "a footnote"),
        ("<w:p><w:r><w:drawing><w:blip/></w:drawing></w:r></w:p>", "a picture"),
        ("<w:p><w:oMath/></w:p>", "a formula"),
    ],
)
def test_what_no_text_can_stand_for_is_refused(content: str, says: str) -> None:
    (found,) = refused(rewritten(FILE, 4, "text", content))
    assert found.rule == "pack/not-text"
    assert f"The translation of demand.1 holds {says}" in found.message


def test_a_comment_is_a_note() -> None:
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7"><w:p>{said("is this right?")}</w:p></w:comment></w:comments>'
    )
    links = part(FILE, "word/_rels/document.xml.rels")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = f'<Relationship Id="rId9" Type="{kind}" Target="comments.xml"/></Relationships>'
    changed = {
        "word/comments.xml": comments.encode(),
        "word/_rels/document.xml.rels": links.replace(b"</Relationships>", link.encode()),
    }
    content = f'<w:p>{said("a")}<w:r><w:commentReference w:id="7"/></w:r></w:p>'
    back = returned(rewritten(with_parts(FILE, changed), 3, "text", content)).rows[1]
    assert (back.text, back.note) == ("a", "one\ntwo\nis this right?")


def _swap_columns(body: etree._Element) -> None:
    for row in body.findall(f".//{{{W}}}tbl")[0].findall(f"{{{W}}}tr"):
        cells = row.findall(f"{{{W}}}tc")
        row.append(cells[0])
        row.insert(len(row) - 3, cells[3])


def _split(body: etree._Element) -> None:
    table = body.find(f".//{{{W}}}tbl")
    assert table is not None
    second = etree.Element(f"{{{W}}}tbl")
    rows = table.findall(f"{{{W}}}tr")
    second.extend(rows[2:])
    table.addnext(second)
    table.addnext(etree.Element(f"{{{W}}}p"))


def _nest(body: etree._Element) -> None:
    table = body.find(f".//{{{W}}}tbl")
    assert table is not None
    outer = etree.fromstring(f'<w:tbl xmlns:w="{W}"><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>')
    table.addprevious(outer)
    cell = outer[0][0]
    cell.insert(0, table)


def _in_controls(body: etree._Element) -> None:
    row = word_row(body, 3)
    control = etree.Element(f"{{{W}}}sdt")
    row.addprevious(control)
    etree.SubElement(control, f"{{{W}}}sdtContent").append(row)


def _copied_names(body: etree._Element) -> None:
    word_row(body, 3).addprevious(deepcopy(word_row(body, 1)))


def _row_above(body: etree._Element) -> None:
    word_row(body, 1).addprevious(
        etree.fromstring(f'<w:tr xmlns:w="{W}"><w:tc><w:p>{said("Draft")}</w:p></w:tc></w:tr>')
    )


@pytest.mark.parametrize("edit", [_swap_columns, _split, _nest, _in_controls, _copied_names, _row_above])
def test_a_table_may_be_moved_split_nested_and_wrapped(edit: Callable[[etree._Element], None]) -> None:
    assert heard(in_word(FILE, edit)) == told(THREE)


def test_a_row_may_be_deleted() -> None:
    def delete(body: etree._Element) -> None:
        row = word_row(body, 3)
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)

    assert [one.clause for one in returned(in_word(FILE, delete)).rows] == ["title", "demand.1"]


def test_a_column_that_was_deleted_is_named() -> None:
    def delete(body: etree._Element) -> None:
        for line in range(1, 5):
            word_row(body, line).remove(word_cell(body, line, "note"))

    (found,) = refused(in_word(FILE, delete))
    assert found.rule == "pack/columns"
    assert "“Note”" in found.message


@pytest.mark.parametrize("merge", ["<w:gridSpan w:val='2'/>", "<w:vMerge/>", "<w:vMerge w:val='restart'/>"])
def test_merged_cells_are_refused(merge: str) -> None:
    def put(body: etree._Element) -> None:
        word_cell(body, 3, "text")[0].append(etree.fromstring(f"<x xmlns:w='{W}'>{merge}</x>")[0])

    assert rules(refused(in_word(FILE, put))) == [("merged", 3)]


def test_a_row_with_other_cells_is_refused() -> None:
    assert rules(refused(in_word(FILE, lambda body: word_row(body, 3).remove(word_cell(body, 3, "source"))))) == [
        ("cells", 3)
    ]


def test_a_row_that_was_added_is_refused_if_it_says_something() -> None:
    data = rewritten(FILE, 3, "clause", "<w:p/>")
    assert rules(refused(data)) == [("no-clause", 3)]


def test_a_row_that_lost_what_was_hidden_comes_back_without_its_digest() -> None:
    back = returned(rewritten(FILE, 4, "clause", f"<w:p>{said('demand.1')}</w:p>")).rows[2]
    assert (back.clause, back.digest) == ("demand.1", "")


def test_a_translation_may_speak_of_the_kits_keys() -> None:
    text = "statement-kit:text statement-kit:pack 1 en km x"
    assert returned(rewritten(FILE, 4, "text", f"<w:p>{said(text)}</w:p>")).rows[2].text == text


def test_a_hundred_thousand_rows_are_answered_within_seconds() -> None:
    xml = part(FILE, "word/document.xml")
    rows = b"<w:tr><w:tc><w:p/></w:tc></w:tr>" * 100_000
    data = with_parts(FILE, {"word/document.xml": xml.replace(b"</w:tbl>", rows + b"</w:tbl>", 1)})
    started = time.perf_counter()
    assert rules(refused(data)) == [("too-many-rows", None)]
    assert time.perf_counter() - started < 20


def test_tables_within_tables_are_answered_within_seconds() -> None:
    xml = part(FILE, "word/document.xml")
    start, end = b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"
    deep = start * 60 + b"<w:p/>" + end * 60
    data = with_parts(FILE, {"word/document.xml": xml.replace(b"</w:tbl>", b"</w:tbl>" + deep * 500, 1)})
    started = time.perf_counter()
    assert heard(data) == told(THREE)
    assert time.perf_counter() - started < 20
