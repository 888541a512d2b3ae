"""The font library: what the index names is there, whole and licensed."""

from __future__ import annotations

import tomllib

import pytest
from fontTools.ttLib import TTFont

from statement_kit.brand import DEFAULT_TYPEFACES
from statement_kit.diagnostics import FontError
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import FontLibrary

INDEX = tomllib.loads((fonts_folder() / "index.toml").read_text(encoding="utf-8"))["font"]


@pytest.mark.parametrize("entry", INDEX, ids=lambda entry: entry["file"])
def test_every_font_is_what_the_index_says(entry: dict[str, object]) -> None:
    path = fonts_folder() / str(entry["file"])
    names, metrics = TTFont(path)["name"], TTFont(path)["OS/2"]
    assert (names.getDebugName(16) or names.getDebugName(1)) == entry["family"]
    assert metrics.usWeightClass == entry["weight"]
    assert bool(metrics.fsSelection & 1) == entry.get("italic", False)
    assert metrics.fsType == 0  # installable embedding: no restriction
    assert "SIL OPEN FONT LICENSE" in (path.parent / "OFL.txt").read_text(encoding="utf-8").upper()


def test_the_default_brand_names_only_bundled_fonts(library: FontLibrary) -> None:
    for by_script in DEFAULT_TYPEFACES.values():
        for typeface in by_script.values():
            font = library.font(typeface.family, typeface.weight, is_italic=typeface.is_italic)
            assert (font.family, font.weight, font.is_italic) == (typeface.family, typeface.weight, typeface.is_italic)


def test_a_font_is_loaded_once(library: FontLibrary) -> None:
    assert library.font("Moul", 400) is library.font("Moul", 400)


def test_an_unknown_font_is_an_error_that_names_those_at_hand(library: FontLibrary) -> None:
    with pytest.raises(FontError) as caught:
        library.font("Comic Sans", 400)
    assert caught.value.diagnostics[0].rule == "font/unknown"
    assert "Source Serif 4" in str(caught.value.diagnostics[0].hint)
