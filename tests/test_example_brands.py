"""The brands of the examples: four organisations, in three scripts, none like another."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from made_brands import EXAMPLE_BRANDS
from PIL import Image

from statement_kit.brand import Brand, Face
from statement_kit.document.blocks import Role
from statement_kit.release import build
from statement_kit.source.brands import find_brand
from statement_kit.studio.check import check_brand

ROOT = Path(__file__).parents[1]
BRANDS = ROOT / "examples" / "brands"
LANGUAGES = ("en", "km", "th")
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


def test_one_build_makes_the_versions_of_all_of_them(tmp_path: Path) -> None:
    made = build(ROOT / "examples" / "clean-water", tmp_path, brands=[BRANDS / name for name in EXAMPLE_BRANDS])
    assert {path.name for path in made.files} == {
        f"clean-water.{name}.{language}.{ending}"
        for name in EXAMPLE_BRANDS
        for language in LANGUAGES
        for ending in ("pdf", "docx")
    }
    assert made.warnings == ()


@pytest.mark.parametrize("name", EXAMPLE_BRANDS)
def test_its_picture_is_in_the_documentation(name: str) -> None:
    words = (BRANDS / "README.md").read_text(encoding="utf-8")
    assert f"]({name}.png)" in words
    with Image.open(BRANDS / f"{name}.png") as picture:
        assert picture.width > picture.height > 400
