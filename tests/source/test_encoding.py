"""UTF-8 and nothing else, said so that a campaigner can mend it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import Location, SourceError
from statement_kit.source.encoding import decode

THAI = "number,name,acronym\n1,องค์กรภาคประชาสังคมเพื่อสันติภาพ,\n"
FRENCH = "number,name,acronym\n1,Société “générale” – naïve,\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_mark_and_with_any_line_ends(encoding: str, ends: str) -> None:
    assert decode(THAI.replace("\n", ends).encode(encoding), "f") == THAI


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r\ufeff")))
def test_any_text_comes_back_from_its_bytes(text: str) -> None:
    assert decode(text.encode(), "f") == text


@pytest.mark.parametrize(
    ("data", "named", "line"),
    [
        (THAI.encode("utf-16"), "UTF-16", 1),
        (THAI.encode("utf-16-le"), "UTF-16", 1),
        (THAI.encode("utf-16-be"), "UTF-16", 1),
        (b"\xfe\xff" + THAI.encode("utf-16-be"), "UTF-16", 1),
        (THAI.encode("utf-32"), "UTF-32", 1),
        (THAI.encode("tis-620"), "TIS-620", 2),
        (FRENCH.encode("cp1252"), "Windows-1252", 2),
        (b"one\ntwo\nthr\0ee and some more text\n", "a binary file", 3),
        (b"PK\x03\x04\0\0\0\xff\xfe\xfd", "a binary file", 1),
    ],
)
def test_another_encoding_is_refused_by_name_at_its_first_line(data: bytes, named: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "endorsers.csv")
    (found,) = caught.value.diagnostics
    assert (found.rule, found.where) == ("source/encoding", Location("endorsers.csv", line))
    assert named in found.message
    assert found.hint is not None
    assert "UTF-8" in found.hint


def rules_of_reading(data: bytes) -> list[str]:
    try:
        decode(data, "f")
    except SourceError as error:
        return [found.rule for found in error.diagnostics]
    return []


@given(st.binary(max_size=200))
def test_any_bytes_are_read_if_they_are_utf_8_and_refused_if_not(data: bytes) -> None:
    is_text = "\0" not in data.decode(errors="replace") and data == data.decode(errors="ignore").encode()
    assert rules_of_reading(data) == ([] if is_text else ["source/encoding"])
