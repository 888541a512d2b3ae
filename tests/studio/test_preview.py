"""`brand preview`: one sheet with everything on it, set by the kit's own layout."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from made_brand_files import LOGO, brand_folder
from PIL import Image

from statement_kit.brand import Brand, Face
from statement_kit.brand.profiles import PROFILES
from statement_kit.diagnostics import SourceError
from statement_kit.resources import fonts_folder
from statement_kit.source.brands import load_brand
from statement_kit.studio.palette import palette
from statement_kit.studio.preview import preview
from statement_kit.studio.sheet import PIXELS_PER_INCH, SCALE
from statement_kit.studio.specimen import specimens
from statement_kit.text.fonts import font_library


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_range())


@pytest.mark.parametrize("look", PROFILES)
def test_a_look_is_shown_in_every_language_on_one_sheet(look: str) -> None:
    shown = preview(PROFILES[look], look)
    text = "".join(text_of(shown["pdf"]).split())
    for language in ("en", "km", "th"):
        for block in (block for document in specimens(language) for block in document.blocks):
            if len(block.text) < 40:
                assert "".join(block.text.split()) in text
    assert "accent#9b22267.9:1towhite" in text


def test_its_picture_shows_the_same_sheet() -> None:
    shown = preview(Brand(), "kit")
    with pypdfium2.PdfDocument(shown["pdf"]) as document:
        width, height = document[0].get_size()
    image = Image.open(BytesIO(shown["png"]))
    assert (image.format, image.mode) == ("PNG", "RGB")
    assert image.size == pytest.approx((width / 72 * PIXELS_PER_INCH, height / 72 * PIXELS_PER_INCH), abs=1)
    assert width == pytest.approx(4 * SCALE * Brand().paper.size_pt[0], rel=0.1)


def test_labels_have_the_brands_form(tmp_path: Path) -> None:
    text = '[styles.demand-heading]\nlabel_form = "(1)"\n'
    shown = text_of(preview(load_brand(brand_folder(tmp_path, {"brand.toml": text})), "ours")["pdf"])
    assert all(label in shown for label in ("(1)", "(១)", "(๑)"))  # the same in Khmer and Thai digits


def test_two_sheets_are_the_same_to_the_byte() -> None:
    assert preview(Brand(), "kit") == preview(Brand(), "kit")


def test_a_brand_is_shown_in_its_own_languages_with_its_letterhead(tmp_path: Path) -> None:
    text = '[name]\nkm = "មិត្តទន្លេ"\n[logo]\nfile = "logo.svg"\n[logo.alt]\nkm = "ក"\n'  # "friends of the river"
    brand = load_brand(brand_folder(tmp_path, {"brand.toml": text, "logo.svg": LOGO}))
    shown = text_of(preview(brand, "ours")["pdf"])
    assert "មិត្តទន្លេ" in shown
    assert "Water for Every Village" not in shown


def test_what_no_file_could_be_made_without_is_refused(tmp_path: Path) -> None:
    text = '[name]\nkm = "មិត្តទន្លេ"\nen = "Friends"\n[letterhead]\nen = []\n'  # "friends of the river"
    brand = load_brand(brand_folder(tmp_path, {"brand.toml": text}))
    with pytest.raises(SourceError) as caught:
        preview(brand, "ours")
    assert [found.rule for found in caught.value.diagnostics] == ["brand/no-letterhead"]


def test_each_colour_has_its_swatch_and_each_face_its_line() -> None:
    brand = Brand(colours={**Brand().colours, "sun": "#fff4d6"})
    shown = palette(brand, font_library(fonts_folder()))
    (page,) = shown.pages.pages
    swatches = page.bars[-len(brand.colours) :]
    assert [bar.colour for bar in swatches] == list(brand.colours.values())
    names = {line.block: line.baseline_pt for line in page.body if line.block.startswith("colour.")}
    for bar, baseline in zip(swatches, names.values(), strict=True):
        assert bar.y_pt < baseline < bar.y_pt + bar.height_pt
    fonts = {
        line.block: {cluster.font.family for each in line.segments for cluster in each.clusters} for line in page.body
    }
    for face in Face:
        wanted = {typeface.family for typeface in brand.typefaces[face].values()}
        assert wanted <= fonts[face] | ({"Moul"} & wanted)
