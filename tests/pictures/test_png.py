"""PNG as the kit writes it: Pillow reads back every sample, profile and opacity."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from made_pictures import srgb_profile
from PIL import Image

from statement_kit.pictures import RasterPicture
from statement_kit.pictures.png import compressed_rows, png_file

SIZE = (23, 17)
GRADIENT = Image.linear_gradient("L").resize(SIZE)
COLOURED = Image.merge("RGB", (GRADIENT, GRADIENT.rotate(180), Image.effect_noise(SIZE, 90)))


def picture(image: Image.Image, **more: bytes) -> RasterPicture:
    return RasterPicture(*image.size, len(image.getbands()), image.tobytes(), **more)  # type: ignore[arg-type]


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("image", [GRADIENT, COLOURED], ids=["grey", "colours"])
def test_every_sample_comes_back(image: Image.Image) -> None:
    read = opened(png_file(picture(image)))
    assert (read.mode, read.size, read.tobytes()) == (image.mode, image.size, image.tobytes())


@pytest.mark.parametrize(("image", "mode"), [(GRADIENT, "LA"), (COLOURED, "RGBA")], ids=["grey", "colours"])
def test_opacity_comes_back(image: Image.Image, mode: str) -> None:
    alpha = Image.effect_noise(SIZE, 60)
    read = opened(png_file(picture(image, alpha=alpha.tobytes())))
    assert read.mode == mode
    assert read.convert(image.mode).tobytes() == image.tobytes()
    assert read.getchannel("A").tobytes() == alpha.tobytes()


def test_a_profile_comes_back() -> None:
    assert opened(png_file(picture(COLOURED, profile=srgb_profile()))).info["icc_profile"] == srgb_profile()


def test_nothing_is_written_but_the_picture() -> None:
    data = png_file(picture(COLOURED))
    assert png_file(picture(COLOURED)) == data
    assert opened(data).info == {}


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (GRADIENT.resize((64, 64)), 2),
        (GRADIENT.resize((64, 64)).rotate(90), 1),
        (Image.effect_noise((64, 64), 90), 0),
    ],
    ids=["down the page", "across it", "noise"],
)
def test_rows_are_filtered_as_makes_them_smallest(image: Image.Image, kind: int) -> None:
    rows = zlib.decompress(compressed_rows(image.tobytes(), 64, 1))
    assert {rows[at] for at in range(0, len(rows), 65)} == {kind}
