"""What is given back as a pack and is none."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from made_packs import THREE, WRITERS, part, refused, rules, with_parts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def zipped(**parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


@pytest.mark.parametrize("data", [b"", b"clause;text\n", b"%PDF-1.7", b'msgid ""\nmsgstr ""\n', b"\xff\xfe\x00"])
def test_a_file_of_another_kind_is_no_pack(data: bytes) -> None:
    assert rules(refused(data)) == [("unknown", None)]


def test_a_file_behind_a_password_says_so() -> None:
    (found,) = refused(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert found.rule == "pack/encrypted"
    assert "password" in str(found)


def test_a_file_of_an_old_office_is_to_be_saved_anew() -> None:
    (found,) = refused(OLE + "Workbook".encode("utf-16-le"))
    assert found.rule == "pack/old-format"
    assert ".xlsx" in str(found)


def test_a_zip_that_is_no_office_file_is_refused() -> None:
    assert rules(refused(zipped(readme="hello"))) == [("unknown", None)]


def test_opendocument_is_to_be_saved_as_what_was_sent() -> None:
    found = refused(zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml="<x/>"))
    assert rules(found) == [("unknown", None)]
    assert "OpenDocument" in found[0].message


@pytest.mark.parametrize(("kind", "name"), [("xlsx", "sheet"), ("docx", "document")])
def test_a_file_with_macros_is_refused(kind: str, name: str) -> None:
    data = WRITERS[kind](THREE)
    types = part(data, "[Content_Types].xml")
    office = b"application/vnd.openxmlformats-officedocument."
    plain = office + (b"spreadsheetml.sheet" if kind == "xlsx" else b"wordprocessingml.document") + b".main+xml"
    assert plain in types
    macro = f"application/vnd.ms-office.{name}.macroEnabled.main+xml".encode()
    changed = with_parts(data, {"[Content_Types].xml": types.replace(plain, macro)})
    assert rules(refused(changed)) == [("macros", None)]


def test_a_presentation_is_refused() -> None:
    data = WRITERS["docx"](THREE)
    types = part(data, "[Content_Types].xml").replace(b"wordprocessingml.document", b"presentationml.presentation")
    assert rules(refused(with_parts(data, {"[Content_Types].xml": types}))) == [("unknown", None)]


@pytest.mark.parametrize("kind", WRITERS)
def test_an_office_file_without_its_main_part_is_damaged(kind: str) -> None:
    data = WRITERS[kind](THREE)
    name = "xl/workbook.xml" if kind == "xlsx" else "word/document.xml"
    assert rules(refused(with_parts(data, {name: None}))) == [("damaged", None)]


def test_an_office_file_without_relationships_is_none() -> None:
    assert rules(refused(with_parts(WRITERS["xlsx"](THREE), {"_rels/.rels": None}))) == [("unknown", None)]
