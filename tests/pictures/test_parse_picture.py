"""Telling a picture's kind by its bytes."""

from __future__ import annotations

import pytest
from made_pictures import encoded, pdf, saved, svg
from PIL import Image

from statement_kit.diagnostics import SourceError
from statement_kit.pictures import MOST_BYTES, RasterPicture, VectorPicture, parse_picture


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (svg('<rect width="9" height="9"/>'), VectorPicture),
        (b"\xef\xbb\xbf\n <!-- a comment -->" + svg('<rect width="9" height="9"/>'), VectorPicture),
        (saved(pdf(b"0 0 9 9 re f")), VectorPicture),
        (encoded(Image.new("L", (2, 2)), "PNG"), RasterPicture),
        (encoded(Image.new("L", (2, 2)), "JPEG"), RasterPicture),
    ],
)
def test_the_bytes_tell_the_kind_whatever_the_name_says(data: bytes, kind: type) -> None:
    assert isinstance(parse_picture(data, "logo.unknown"), kind)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"RIFF....WEBP", b"\x1f\x8b\x08", b"Logo", b"%!PS-Adobe-3.0"])
def test_other_kinds_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"logo\.gif is not a picture we can read.*unknown-kind"):
        parse_picture(data, "logo.gif")


def test_a_file_of_many_megabytes_is_refused() -> None:
    with pytest.raises(SourceError, match=r"has more than 16 MB.*too-large"):
        parse_picture(bytes(MOST_BYTES + 1), "logo.png")
