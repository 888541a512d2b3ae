"""Pictures as files for a word processor: pixels as they came, drawings rendered as fine as print."""

from __future__ import annotations

from io import BytesIO
from threading import Thread

import pytest
from made_pictures import difference, encoded, rendered_svg, srgb_profile, svg
from PIL import Image

from statement_kit.pdfium import LOCK
from statement_kit.pictures import VectorPicture, parse_picture
from statement_kit.pictures.rendering import picture_file, rendered

DRAWING = svg('<rect width="60" height="80" fill="#9b2226" opacity=".4"/><circle cx="70" cy="40" r="30"/>')


def drawing() -> VectorPicture:
    picture = parse_picture(DRAWING, "logo.svg")
    assert isinstance(picture, VectorPicture)
    return picture


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def test_a_drawing_has_600_pixels_per_inch_at_the_width_it_is_printed() -> None:
    pixels = rendered(drawing(), 72)
    assert (pixels.width_px, pixels.height_px, pixels.channels) == (600, 480, 3)


def test_a_drawing_looks_as_others_see_it_and_is_clear_where_nothing_is_drawn() -> None:
    image = opened(picture_file(drawing(), 72).data)
    assert image.mode == "RGBA"
    assert image.getpixel((599, 0)) == (255, 255, 255, 0)
    assert image.getpixel((10, 10))[3] == pytest.approx(0.4 * 255, abs=1)  # type: ignore[index]
    on_white = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    assert difference(on_white, rendered_svg(DRAWING, 600)) < 0.001


def test_a_drawing_that_covers_all_its_ground_has_no_opacity() -> None:
    full = parse_picture(svg('<rect width="100" height="80" fill="#9b2226"/>'), "logo.svg")
    assert opened(picture_file(full, 72).data).mode == "RGB"


@pytest.mark.parametrize(("width_pt", "height_pt"), [(0.5, 0.5), (1e5, 1e5)])
def test_a_drawing_of_any_natural_size_is_rendered(width_pt: float, height_pt: float) -> None:
    square = VectorPicture(width_pt, height_pt, f"1 0 0 rg 0 0 {width_pt:f} {height_pt:f} re f".encode())
    image = opened(picture_file(square, 72).data)
    assert image.size == (600, 600)
    assert image.convert("RGB").getpixel((300, 300)) == (255, 0, 0)


def test_the_bytes_are_the_same_every_time() -> None:
    assert picture_file(drawing(), 50) == picture_file(drawing(), 50)


def test_a_drawing_waits_until_no_other_thread_calls_pdfium() -> None:
    worker = Thread(target=rendered, args=(drawing(), 10))
    with LOCK:
        worker.start()
        worker.join(timeout=0.5)
        assert worker.is_alive()
    worker.join(timeout=20)
    assert not worker.is_alive()


def test_pixels_of_a_png_are_kept() -> None:
    image = Image.merge("RGB", [Image.effect_noise((40, 30), 90)] * 3)
    file = picture_file(parse_picture(encoded(image, "PNG", icc_profile=srgb_profile()), "logo.png"), 72)
    assert (file.extension, file.media_type) == ("png", "image/png")
    assert opened(file.data).tobytes() == image.tobytes()
    assert opened(file.data).info["icc_profile"] == srgb_profile()


@pytest.mark.parametrize("length", [None, 3000, 65_519, 140_000])
def test_a_jpeg_is_kept_and_has_its_profile_again(length: int | None) -> None:
    """A profile longer than a segment is cut into several."""
    image = Image.linear_gradient("L").convert("RGB")
    plain = parse_picture(encoded(image, "JPEG"), "logo.jpeg")
    profile = bytes(index % 251 for index in range(length)) if length else None
    file = picture_file(type(plain)(*image.size, 3, plain.data, is_jpeg=True, profile=profile), 72)  # type: ignore[union-attr]
    assert (file.extension, file.media_type) == ("jpeg", "image/jpeg")
    read = opened(file.data)
    assert read.info.get("icc_profile") == profile
    assert read.tobytes() == opened(encoded(image, "JPEG")).tobytes()
