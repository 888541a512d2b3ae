"""A JPEG freed of all that is not the picture."""

from __future__ import annotations

from io import BytesIO

from made_pictures import encoded, srgb_profile
from PIL import Image

from statement_kit.pictures.jpeg_segments import bare_jpeg


def jpeg(**how: object) -> bytes:
    return encoded(Image.linear_gradient("L").convert("RGB").resize((40, 30)), "JPEG", **how)


def test_no_word_about_its_maker_stays() -> None:
    exif = Image.Exif()
    exif[0x013B] = "Somchai"  # Artist
    told = jpeg(exif=exif, comment=b"Somchai", xmp=b"<x>Somchai</x>", icc_profile=srgb_profile())
    bare = bare_jpeg(told + b"\0hidden behind the end")
    assert bare is not None
    assert not [word for word in (b"Somchai", b"Exif", b"ICC_PROFILE", b"hidden") if word in bare]
    assert bare == bare_jpeg(jpeg())


def test_the_picture_stays_bit_for_bit() -> None:
    bare = bare_jpeg(jpeg(progressive=True, restart_marker_rows=1))
    assert bare is not None
    assert Image.open(BytesIO(bare)).tobytes() == Image.open(BytesIO(jpeg(progressive=True))).tobytes()


def test_adobes_segment_stays_because_it_says_what_the_channels_are() -> None:
    bare = bare_jpeg(encoded(Image.new("CMYK", (8, 8), (0, 99, 99, 0)), "JPEG"))
    assert bare is not None
    assert b"Adobe" in bare


def test_a_thumbnail_in_the_jfif_segment_goes() -> None:
    file = jpeg()
    at = file.index(b"JFIF\0")
    thumbnail = file[: at - 2] + (16 + 3).to_bytes(2) + file[at : at + 12] + b"\1\1\7\7\7" + file[at + 14 :]
    assert bare_jpeg(thumbnail) == bare_jpeg(file)


def test_arithmetic_coding_which_pdf_does_not_know_is_not_taken_over() -> None:
    file = jpeg()
    at = file.index(b"\xff\xc0")
    assert bare_jpeg(file[:at] + b"\xff\xc9" + file[at + 2 :]) is None


def test_a_file_without_an_end_is_not_taken_over() -> None:
    assert bare_jpeg(jpeg()[:-2]) is None
    assert bare_jpeg(b"\xff\xd8\xff\xe0\xff") is None
