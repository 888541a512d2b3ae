"""Office files within bounds: what is too large, strange or hostile is refused before it takes memory or time."""

from __future__ import annotations

import tracemalloc
import zipfile
from io import BytesIO

import pytest
from made_packs import THREE, WRITERS, refused, rules, with_parts

from statement_kit.diagnostics import CatalogError
from statement_kit.packs.parts import MOST_BYTES, Parts

BOOK = WRITERS["xlsx"](THREE)
SHEET = "xl/worksheets/sheet2.xml"


def test_a_file_larger_than_any_pack_is_refused_unopened() -> None:
    assert rules(refused(BOOK + bytes(MOST_BYTES))) == [("too-large", None)]


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_a_part_that_unpacks_without_end_is_refused_at_the_bound(name: str) -> None:
    bomb = with_parts(BOOK, {name: b"<x>" + b" " * 200_000_000})
    tracemalloc.start()
    try:
        assert rules(refused(bomb)) == [("too-large", None)]
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def test_what_is_never_read_is_never_unpacked() -> None:
    data = with_parts(BOOK, {"xl/media/picture.bin": bytes(100_000_000)})
    assert Parts(data, "back").main_part()[0] == "xl/workbook.xml"


def test_more_parts_than_any_pack_has_are_refused() -> None:
    assert rules(refused(with_parts(BOOK, {f"x/{n}": b"" for n in range(3000)}))) == [("damaged", None)]


def test_two_parts_of_one_name_are_refused() -> None:
    file = BytesIO(BOOK)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("XL/Worksheets/Sheet2.xml", "<worksheet/>")
    assert rules(refused(file.getvalue())) == [("damaged", None)]


def test_more_tags_than_any_pack_has_are_refused_before_they_are_read() -> None:
    data = with_parts(BOOK, {"xl/workbook.xml": b"<x>" + b"<a/>" * 2_000_000 + b"</x>"})
    assert rules(refused(data)) == [("too-large", None)]


def test_tags_within_tags_without_end_are_refused() -> None:
    data = with_parts(BOOK, {SHEET: b"<row>" * 100_000})
    assert rules(refused(data)) == [("damaged", None)]


@pytest.mark.parametrize(
    "content", [b"", b"no xml", b"<a><b></a>", b"\xff\xff", b'<?xml version="1.0" encoding="UTF-7"?><a/>']
)
def test_a_part_that_is_no_xml_is_damage(content: bytes) -> None:
    assert rules(refused(with_parts(BOOK, {SHEET: content}))) == [("damaged", None)]


def test_utf_16_is_read() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><a>ក</a>'  # the letter ka
    data = with_parts(BOOK, {SHEET: text.encode("utf-16")})
    assert Parts(data, "back").xml(SHEET).text == "ក"


def test_a_locked_member_is_refused() -> None:
    start = BOOK.index(b"PK\x01\x02")
    locked = bytearray(BOOK)
    while start >= 0:
        locked[start + 8] |= 1
        start = BOOK.find(b"PK\x01\x02", start + 1)
    assert rules(refused(bytes(locked))) == [("encrypted", None)]


def test_a_way_of_packing_that_nobody_knows_is_damage() -> None:
    start = BOOK.index(b"PK\x01\x02")
    strange = bytearray(BOOK)
    while start >= 0:
        strange[start + 10] = 99
        start = BOOK.find(b"PK\x01\x02", start + 1)
    assert rules(refused(bytes(strange))) == [("damaged", None)]


def test_links_out_of_the_file_lead_nowhere() -> None:
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="x/officeDocument" Target="http://127.0.0.1:9/x" TargetMode="External"/>'
        b'<Relationship Id="b" Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>'
    )
    parts = Parts(with_parts(BOOK, {"_rels/.rels": links}), "back")
    assert parts.related("") == {"b": ("officeDocument", "etc/passwd")}
    with pytest.raises(CatalogError):
        parts.read("etc/passwd")
