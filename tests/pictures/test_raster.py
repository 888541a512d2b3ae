"""PNG and JPEG: the pixels a viewer shows, the profile where it can travel, and nothing else of the file."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from made_pictures import encoded, png_file, srgb_profile
from PIL import Image, ImageChops, ImageCms, PngImagePlugin

from statement_kit.diagnostics import SourceError
from statement_kit.pictures import RasterPicture, parse_picture

RED, GREEN = (200, 30, 40), (10, 180, 60)


def picture(data: bytes) -> RasterPicture:
    found = parse_picture(data, "logo.png")
    assert isinstance(found, RasterPicture)
    return found


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        parse_picture(data, "logo.png")
    (found,) = caught.value.diagnostics
    assert found.hint
    return found.rule


def two_pixels(mode: str = "RGB") -> Image.Image:
    """A red pixel and a green one beside it."""
    image = Image.new("RGB", (2, 1), RED)
    image.putpixel((1, 0), GREEN)
    return image.convert(mode)


def gradient(size: tuple[int, int] = (48, 32)) -> Image.Image:
    return Image.merge("RGB", [Image.linear_gradient("L").rotate(turn).resize(size) for turn in (0, 90, 180)])


class TestPng:
    """PNG files."""

    def test_samples_are_those_of_the_file(self) -> None:
        assert picture(encoded(two_pixels(), "PNG")) == RasterPicture(2, 1, 3, bytes(RED + GREEN))

    def test_grey_stays_grey(self) -> None:
        file = png_file(2, 1, 8, 0, b"\0\x11\xee")
        assert picture(file) == RasterPicture(2, 1, 1, b"\x11\xee")

    @pytest.mark.parametrize(
        ("depth", "row", "samples"),
        [(1, b"\0\x40", b"\0\xff"), (2, b"\0\x60", b"\x55\xaa"), (16, b"\0\x12\x34\xff\xff", b"\x12\xff")],
    )
    def test_grey_of_any_depth_comes_in_8_bits(self, depth: int, row: bytes, samples: bytes) -> None:
        assert picture(png_file(2, 1, depth, 0, row)).data == samples

    def test_colours_of_16_bits_come_in_8(self) -> None:
        row = b"\0" + struct.pack(">6H", 0xFFFF, 0x8080, 0, 0x1212, 0, 0xFFFF)
        assert picture(png_file(2, 1, 16, 2, row)).data == b"\xff\x80\x00\x12\x00\xff"

    def test_a_palette_is_expanded_with_its_opacity(self) -> None:
        palette = (b"PLTE", bytes(RED + GREEN)), (b"tRNS", b"\x80")
        assert picture(png_file(2, 1, 8, 3, b"\0\0\1", *palette)) == RasterPicture(
            2, 1, 3, bytes(RED + GREEN), alpha=b"\x80\xff"
        )

    def test_one_transparent_colour_becomes_alpha(self) -> None:
        key = (b"tRNS", struct.pack(">3H", *RED))
        assert picture(png_file(2, 1, 8, 2, b"\0" + bytes(RED + GREEN), key)).alpha == b"\x00\xff"

    def test_alpha_is_kept_only_where_something_shows_through(self) -> None:
        image = two_pixels("RGBA")
        assert picture(encoded(image, "PNG")).alpha is None
        image.putpixel((0, 0), (*RED, 7))
        assert picture(encoded(image, "PNG")) == RasterPicture(2, 1, 3, bytes(RED + GREEN), alpha=b"\x07\xff")

    def test_an_interlaced_file_is_read(self) -> None:
        # Adam7 draws a single pixel in its first pass, so that only the header's last field differs.
        plain = png_file(1, 1, 8, 0, b"\0\x42")
        header = plain[12:28] + b"\1"
        interlaced = plain[:12] + header + struct.pack(">I", zlib.crc32(header)) + plain[33:]
        assert picture(interlaced).data == b"\x42"

    def test_texts_and_dates_change_nothing(self) -> None:
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", "Somchai")
        info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Somchai</x:xmpmeta>")
        assert picture(encoded(two_pixels(), "PNG", pnginfo=info)) == picture(encoded(two_pixels(), "PNG"))

    def test_orientation_is_applied(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6  # a quarter turn clockwise
        turned = picture(encoded(two_pixels(), "PNG", exif=exif))
        assert (turned.width_px, turned.height_px, turned.data) == (1, 2, bytes(RED + GREEN))

    @pytest.mark.parametrize(
        ("rule", "file"),
        [
            ("picture/damaged", encoded(gradient(), "PNG")[:100]),
            ("picture/damaged", b"\x89PNG\r\n\x1a\n"),
            ("picture/damaged", png_file(2, 1, 8, 0, b"\0\1\2").replace(b"IDAT", b"IDAX")),
            ("picture/too-large", png_file(100_000, 100_000, 8, 0, b"")),
            ("picture/too-large", png_file(6_400, 6_400, 1, 0, b"")),
            ("picture/damaged", png_file(2, 1, 8, 0, b"\0\1\2", (b"zTXt", b"a\0\0" + zlib.compress(bytes(10**8))))),
            ("picture/transparency", png_file(1, 1, 16, 2, b"\0\1\1\1\1\1\1", (b"tRNS", b"\1\1\1\1\1\1"))),
            (
                "picture/animated",
                encoded(two_pixels(), "PNG", save_all=True, append_images=[Image.new("RGB", (2, 1))]),
            ),
        ],
    )
    def test_what_cannot_be_carried_whole_is_refused(self, rule: str, file: bytes) -> None:
        assert refused(file) == rule


class TestJpeg:
    """JPEG files."""

    def test_the_compressed_picture_is_taken_over(self) -> None:
        file = encoded(gradient(), "JPEG")
        found = picture(file)
        assert (found.width_px, found.height_px, found.channels, found.is_jpeg) == (48, 32, 3, True)
        assert ImageChops.difference(Image.open(BytesIO(found.data)), Image.open(BytesIO(file))).getbbox() is None

    @pytest.mark.parametrize("how", [{"progressive": True}, {"subsampling": 0}, {"optimize": True}])
    def test_any_usual_kind_is_taken_over(self, how: dict[str, object]) -> None:
        file = encoded(gradient(), "JPEG", **how)
        assert Image.open(BytesIO(picture(file).data)).tobytes() == Image.open(BytesIO(file)).tobytes()

    def test_grey_stays_grey(self) -> None:
        found = picture(encoded(gradient().convert("L"), "JPEG"))
        assert (found.channels, found.is_jpeg) == (1, True)

    def test_an_orientation_is_applied_to_the_pixels(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6
        file = encoded(gradient(), "JPEG", exif=exif)
        turned = Image.open(BytesIO(file)).transpose(Image.Transpose.ROTATE_270)
        assert picture(file) == RasterPicture(32, 48, 3, turned.tobytes())

    @pytest.mark.parametrize(
        ("rule", "file"),
        [
            ("picture/damaged", encoded(gradient((480, 320)), "JPEG")[:-2000]),
            ("picture/damaged", b"\xff\xd8\xff\xe0"),
            ("picture/cmyk", encoded(gradient().convert("CMYK"), "JPEG")),
            ("picture/profile", encoded(gradient().convert("CMYK"), "JPEG", icc_profile=srgb_profile())),
        ],
    )
    def test_what_cannot_be_carried_whole_is_refused(self, rule: str, file: bytes) -> None:
        assert refused(file) == rule


class TestProfile:
    """ICC profiles in either."""

    @pytest.mark.parametrize("kind", ["PNG", "JPEG"])
    def test_a_profile_that_can_travel_does(self, kind: str) -> None:
        assert picture(encoded(gradient(), kind, icc_profile=srgb_profile())).profile == srgb_profile()

    @pytest.mark.parametrize("kind", ["PNG", "JPEG"])
    def test_by_a_profile_too_new_for_the_archive_colours_are_brought_to_srgb(self, kind: str) -> None:
        found = picture(encoded(gradient(), kind, icc_profile=srgb_profile(b"\x04\x40\x00\x00"), quality=95))
        shown = Image.frombytes("RGB", (48, 32), found.data)
        assert (found.profile, found.is_jpeg) == (None, False)
        assert max(high for _, high in ImageChops.difference(shown, gradient()).getextrema()) < 24

    def test_a_damaged_profile_is_refused(self) -> None:
        assert refused(encoded(gradient(), "PNG", icc_profile=srgb_profile()[:200])) == "picture/profile"

    def test_a_profile_for_other_colours_is_refused(self) -> None:
        assert refused(encoded(gradient().convert("L"), "PNG", icc_profile=srgb_profile())) == "picture/profile"

    def test_a_profile_for_lab_pictures_is_refused(self) -> None:
        lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
        assert refused(encoded(gradient(), "PNG", icc_profile=lab)) == "picture/profile"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG with these chunks behind its header."""
    data = encoded(Image.new("RGB", (40, 40), "red"), "PNG")
    extra = b"".join(
        len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
        for kind, content in chunks
    )
    return data[:33] + extra + data[33:]


@pytest.mark.parametrize(
    ("chunk", "is_taken"),
    [
        ((b"gAMA", (45455).to_bytes(4, "big")), True),
        ((b"gAMA", (100000).to_bytes(4, "big")), False),
        ((b"cICP", bytes((1, 13, 0, 1))), True),
        ((b"cICP", bytes((12, 13, 0, 1))), False),
    ],
)
def test_colours_that_are_told_by_gamma_or_number_are_srgb_or_refused(
    chunk: tuple[bytes, bytes], is_taken: bool
) -> None:
    if is_taken:
        assert parse_picture(png(chunk), "logo.png").width_px == 40
        return
    with pytest.raises(SourceError) as caught:
        parse_picture(png(chunk), "logo.png")
    assert [found.rule for found in caught.value.diagnostics] == ["picture/profile"]
