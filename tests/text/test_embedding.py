"""What a font says of embedding is obeyed (OpenType `OS/2`, `fsType`)."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from made_fonts import LATIN, loaded, opened, saved

from statement_kit.diagnostics import FontError
from statement_kit.text.embedding import check_editable_embedding, check_embedding, may_be_cut
from statement_kit.text.fonts import Font

OURS = Path("fonts/Ours.ttf")


def with_rights(version: int, rights: int) -> Font:
    data = bytearray(LATIN.read_bytes())
    at = opened(LATIN).reader.tables["OS/2"].offset
    struct.pack_into(">H", data, at, version)
    struct.pack_into(">H", data, at + 8, rights)
    return loaded(bytes(data), OURS)


ALLOWED = {
    "installable": (4, 0),
    "preview-and-print": (4, 4),
    "editable": (4, 8),
    "least-restrictive-before-version-3": (2, 2 | 8),
    "preview-beside-restricted-before-version-3": (1, 2 | 4),
    "bits-without-a-meaning-in-version-1": (1, 0x0300),
}
FORBIDDEN = {
    "restricted": ((4, 2), "licence is restricted"),
    "restricted-in-version-0": ((0, 2), "licence is restricted"),
    "several-from-version-3-on": ((3, 2 | 8), "licence is restricted"),
    "no-subsetting": ((4, 0x0100), "only the whole font"),
    "no-subsetting-but-editable": ((3, 0x0108), "only the whole font"),
    "bitmaps-only": ((2, 0x0200), "only bitmaps"),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_a_font_that_allows_it_is_embedded(case: str) -> None:
    check_embedding(with_rights(*ALLOWED[case]))


@pytest.mark.parametrize("case", FORBIDDEN)
def test_a_font_that_forbids_it_is_refused(case: str) -> None:
    rights, reason = FORBIDDEN[case]
    with pytest.raises(FontError) as caught:
        check_embedding(with_rights(*rights))
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == ("font/embedding-forbidden", str(OURS))
    assert reason in found.message
    assert "foundry" in str(found.hint)


EDITABLE = {
    "installable": ((4, 0), True),
    "editable": ((4, 8), True),
    "editable-beside-preview-before-version-3": ((2, 4 | 8), True),
    "editable-but-whole": ((4, 0x0108), False),
    "installable-but-whole": ((4, 0x0100), False),
}
NOT_EDITABLE = {
    "restricted": ((4, 2), "licence is restricted"),
    "preview-and-print": ((4, 4), "for preview and print only"),
    "preview-beside-editable-from-version-3-on": ((3, 4 | 8), "for preview and print only"),
    "bitmaps-only": ((2, 0x0200), "only bitmaps"),
}


@pytest.mark.parametrize("case", EDITABLE)
def test_a_font_may_stand_in_a_document_that_is_edited(case: str) -> None:
    """Whole, where its makers want it so."""
    rights, in_part = EDITABLE[case]
    check_editable_embedding(with_rights(*rights))
    assert may_be_cut(with_rights(*rights)) is in_part


@pytest.mark.parametrize("case", NOT_EDITABLE)
def test_a_font_may_not_stand_in_a_document_that_is_edited_nor_may_a_part_of_it(case: str) -> None:
    rights, reason = NOT_EDITABLE[case]
    with pytest.raises(FontError) as caught:
        check_editable_embedding(with_rights(*rights))
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == ("font/embedding-forbidden", str(OURS))
    assert reason in found.message
    assert "a DOCX" in found.message
    assert 'without = ["Our Own"]' in str(found.hint)
    assert not may_be_cut(with_rights(*rights))


def test_a_font_that_says_nothing_is_embedded() -> None:
    font = opened(LATIN)
    del font["OS/2"]
    silent = loaded(saved(font), OURS)
    check_embedding(silent)
    check_editable_embedding(silent)
    assert may_be_cut(silent)
