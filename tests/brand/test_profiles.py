"""Profiles: the figures of the norms they follow, and a page that can be set by each."""

from __future__ import annotations

import pytest

from statement_kit.brand import Face
from statement_kit.brand.page import MM
from statement_kit.brand.profiles import PROFILES
from statement_kit.document.blocks import Document, Role
from statement_kit.languages.registry import LANGUAGES
from statement_kit.layout.pages import lay_out
from statement_kit.source.brand_file import parse_brand
from statement_kit.text.fonts import FontLibrary


def test_the_thai_official_profile_has_the_norms_figures() -> None:
    """T11, P04, P06."""
    brand, thai = PROFILES["th-official"], LANGUAGES["th"]
    assert brand.size_pt(Role.PARAGRAPH, "Thai") == 16
    assert {by_script["Thai"].family for by_script in brand.typefaces.values()} == {"Sarabun"}
    _, right, _, left = brand.margins_pt
    assert (left, right) == (pytest.approx(30 * MM), pytest.approx(20 * MM))
    assert brand.indent_pt(Role.PARAGRAPH, thai) == pytest.approx(25 * MM)


def test_the_thai_official_profile_leaves_other_languages_their_size() -> None:
    for script in ("Latn", "Khmr"):
        sizes = [PROFILES[name].size_pt(Role.PARAGRAPH, script) for name in PROFILES]
        assert sizes == [pytest.approx(sizes[0])] * len(sizes)


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_the_statement_can_be_set_in_every_profile(
    documents: dict[str, Document], library: FontLibrary, name: str, language: str
) -> None:
    pages = lay_out(documents[language], PROFILES[name], library)
    text = [line for page in pages.pages for line in page.body if line.role is Role.PARAGRAPH]
    fonts = {cluster.font.family for line in text for each in line.segments for cluster in each.clusters}
    assert ("Sarabun" in fonts) == (name == "th-official")
    assert ("Taviraj" in fonts) == (name == "kit" and language == "th")
    assert len(pages.pages) >= 3


def test_a_brand_begins_from_a_profile_and_changes_what_it_names() -> None:
    brand, _ = parse_brand('extends = "th-official"\npaper = "letter"\n[indent]\nth = 1\n', "brand.toml")
    assert (brand.base_pt, brand.paper, brand.indent_em) == (16, "letter", {"th": 1.0})
    assert brand.typefaces[Face.TEXT]["Thai"].family == "Sarabun"
