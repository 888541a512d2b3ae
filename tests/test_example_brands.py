"""The brands of the examples: four organisations, in three scripts, none like another."""

from __future__ import annotations

from itertools import combinations

import pytest
from example_pictures import BRANDS, LANGUAGES, STATEMENT, first_pages, made_files
from made_brands import EXAMPLE_BRANDS
from PIL import Image, ImageChops

from statement_kit.brand import Brand, Face
from statement_kit.document.blocks import Role
from statement_kit.release import Release, build
from statement_kit.source.brands import find_brand
from statement_kit.studio.check import check_brand

PAIRS = [pytest.param(*pair, id="-".join(pair)) for pair in combinations(EXAMPLE_BRANDS, 2)]


def families(brand: Brand, face: Face) -> set[str]:
    return {typeface.family for script, typeface in brand.typefaces[face].items() if script in ("Latn", "Khmr", "Thai")}


def test_there_are_four() -> None:
    assert set(EXAMPLE_BRANDS) == {"rights-coalition", "trade-union", "health-network", "rivers-network"}


@pytest.mark.parametrize("name", EXAMPLE_BRANDS)
def test_nothing_speaks_against_it(name: str) -> None:
    named = find_brand(BRANDS / name)
    assert check_brand(named.brand, named.places) == []


@pytest.mark.parametrize("name", EXAMPLE_BRANDS)
def test_it_has_a_name_an_address_and_words_for_its_logo_in_every_language(name: str) -> None:
    brand = EXAMPLE_BRANDS[name]
    assert brand.logo
    assert set(brand.names) == set(brand.letterhead) == set(brand.logo.alt) == set(LANGUAGES)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_no_two_share_a_look(one: str, other: str) -> None:
    """No typeface of text, headings or titles, no colour of their own, neither head nor bar."""
    first, second = EXAMPLE_BRANDS[one], EXAMPLE_BRANDS[other]
    for face in (Face.TEXT, Face.HEADING, Face.TITLE):
        assert not families(first, face) & families(second, face)
    assert not (set(first.colours.values()) & set(second.colours.values())) - {"#ffffff"}
    assert first.masthead != second.masthead
    assert first.bar != second.bar
    assert first.styles[Role.QUOTATION] != second.styles[Role.QUOTATION]
    assert first.styles[Role.DEMAND_HEADING] != second.styles[Role.DEMAND_HEADING]


@pytest.mark.parametrize("name", EXAMPLE_BRANDS)
def test_every_font_that_it_brings_comes_with_its_licence(name: str) -> None:
    licences = {path.name.removesuffix(".OFL.txt") for path in (BRANDS / name / "fonts").glob("*.OFL.txt")}
    for font in (BRANDS / name / "fonts").glob("*.woff2"):
        assert any(font.name.startswith(f"{licence}-") for licence in licences), font.name


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The example statement in all of them."""
    return build(STATEMENT, tmp_path_factory.mktemp("brands"), brands=[BRANDS / name for name in EXAMPLE_BRANDS])


def test_one_build_makes_the_versions_of_all_of_them(release: Release) -> None:
    assert {path.name for path in release.files} == {
        f"clean-water.{name}.{language}.{ending}"
        for name in EXAMPLE_BRANDS
        for language in LANGUAGES
        for ending in ("pdf", "docx")
    }
    assert release.warnings == ()


@pytest.mark.parametrize("name", EXAMPLE_BRANDS)
def test_its_pictures_are_in_the_documentation_and_show_how_it_looks_today(name: str, release: Release) -> None:
    """Of the PDF; how LibreOffice sets the DOCX is its own affair."""
    words = (BRANDS / "README.md").read_text(encoding="utf-8")
    assert f"]({name}.pdf.png)" in words
    assert f"]({name}.docx.png)" in words
    today = first_pages(made_files(release.files[0].parent, name, "pdf"))
    with Image.open(BRANDS / f"{name}.pdf.png") as picture:
        shown = picture.convert("RGB")
    with Image.open(BRANDS / f"{name}.docx.png") as picture:
        assert picture.size == shown.size == today.size
    red, green, blue = ImageChops.difference(shown, today).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    different = sum(most.histogram()[12:]) / (most.width * most.height)
    assert different < 0.0005, "run python3 tests/example_pictures.py, and look at the pictures"
