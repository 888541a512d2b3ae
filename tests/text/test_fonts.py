"""The font library: what the index names is there, whole and licensed, and the brand's choice from it is sound."""

from __future__ import annotations

import tomllib
from pathlib import Path
from statistics import median

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from made_fonts import KHMER, LATIN

from statement_kit.brand import DEFAULT_TYPEFACES, Face, Typeface, voice
from statement_kit.diagnostics import FontError
from statement_kit.resources import fonts_folder
from statement_kit.text.font_file import FontFile
from statement_kit.text.fonts import Font, FontLibrary

FOLDERS = (fonts_folder(), Path(__file__).parents[1] / "fonts")
FILES = [
    pytest.param(folder / entry["file"], entry, id=entry["file"])
    for folder in FOLDERS
    for entry in tomllib.loads((folder / "index.toml").read_text(encoding="utf-8"))["font"]
]


@pytest.mark.parametrize(("path", "entry"), FILES)
def test_every_font_is_what_the_index_says(path: Path, entry: dict[str, object]) -> None:
    names, metrics = TTFont(path)["name"], TTFont(path)["OS/2"]
    assert (names.getDebugName(16) or names.getDebugName(1)) == entry["family"]
    assert metrics.usWeightClass == entry["weight"]
    assert bool(metrics.fsSelection & 1) == entry.get("italic", False)
    assert metrics.fsType in (0, 8)  # installable or editable: either may go into a document
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


def test_a_known_family_without_the_weight_is_an_error_that_names_its_weights(library: FontLibrary) -> None:
    with pytest.raises(FontError) as caught:
        library.font("Source Serif 4", 700)
    (found,) = caught.value.diagnostics
    assert found.clause == "typeface:Source Serif 4"
    assert found.hint == "Its weights at hand: 400, 400 italic, 600, 600 italic."


def test_the_fonts_of_a_brand_stand_beside_the_bundled_ones_and_before_those_of_the_same_name(
    library: FontLibrary, tmp_path: Path
) -> None:
    path = tmp_path / "ours.ttf"
    path.write_bytes(KHMER.read_bytes())
    ours = library.with_files([FontFile(path, "Ours"), FontFile(path, "Moul")])
    assert (ours.font("Ours", 400).path, ours.font("Moul", 400).path) == (path, path)
    assert ours.font("Sarabun", 400) is library.font("Sarabun", 400)
    assert library.font("Moul", 400).path == KHMER


def test_a_font_file_is_loaded_once_until_it_changes(library: FontLibrary, tmp_path: Path) -> None:
    path = tmp_path / "ours.ttf"
    path.write_bytes(KHMER.read_bytes())
    files = [FontFile(path, "Ours", axes={})]
    before, again = (library.with_files(files).font("Ours", 400) for _ in range(2))
    path.write_bytes(LATIN.read_bytes())
    after = library.with_files(files).font("Ours", 400)
    assert before is again
    assert (before.covers("A"), after.covers("A"), after.covers("ក")) == (True, True, False)  # (Khmer letter)


def test_a_font_that_nobody_asks_for_is_not_read(library: FontLibrary, tmp_path: Path) -> None:
    assert library.with_files([FontFile(tmp_path / "absent.ttf", "Ours")]).font("Moul", 400)


@pytest.mark.parametrize("face", Face)
def test_only_latin_is_ever_italic(face: Face) -> None:
    """T13: Khmer has no italic, and in Thai it does not mean emphasis."""
    italic = {script for script, typeface in DEFAULT_TYPEFACES[face].items() if typeface.is_italic}
    assert italic <= {"Latn"}


@pytest.mark.parametrize("is_strong", [False, True])
@pytest.mark.parametrize("face", [Face.TEXT, Face.HEADING, Face.TITLE])
def test_emphasis_in_latin_is_a_drawn_italic(library: FontLibrary, face: Face, is_strong: bool) -> None:
    """T13: a font of its own with letters of its own, never the upright one at a slant."""
    typeface = DEFAULT_TYPEFACES[voice(face, is_emphasised=True, is_strong=is_strong)]["Latn"]
    italic, upright = (library.font(typeface.family, typeface.weight, is_italic=each) for each in (True, False))
    assert typeface.is_italic
    assert TTFont(italic.path)["post"].italicAngle < 0
    assert points(italic, "e") != points(upright, "e")


def points(font: Font, letter: str) -> int:
    pen = RecordingPen()
    font.shaper.draw_glyph_with_pen(font.shaper.get_nominal_glyph(ord(letter)), pen)
    return len(pen.value)


@pytest.mark.parametrize("script", ["Khmr", "Thai"])
def test_emphasis_in_khmer_and_thai_text_is_weight(script: str) -> None:
    """T13."""
    plain = DEFAULT_TYPEFACES[Face.TEXT][script]
    for is_emphasised, is_strong in ((True, False), (False, True), (True, True)):
        marked = DEFAULT_TYPEFACES[voice(Face.TEXT, is_emphasised=is_emphasised, is_strong=is_strong)][script]
        assert (marked.family, marked.scale) == (plain.family, plain.scale)
        assert marked.weight > plain.weight


@pytest.mark.parametrize("face", [Face.TEXT, Face.TEXT_EMPHASIS, Face.TEXT_STRONG, Face.LABEL, Face.LABEL_STRONG])
def test_thai_is_looped(library: FontLibrary, face: Face) -> None:
    """T12: NO NU and MO MA enclose white in their two loops; a loopless face draws them as one open stroke."""
    font = font_of(library, DEFAULT_TYPEFACES[face]["Thai"])
    assert {letter: loops(font, letter) for letter in "นมก"} == {"น": 2, "ม": 2, "ก": 0}


def loops(font: Font, letter: str) -> int:
    """How many contours of a letter enclose white: those that turn the other way round than its outline."""
    pen = RecordingPen()
    font.shaper.draw_glyph_with_pen(font.shaper.get_nominal_glyph(ord(letter)), pen)
    areas: list[float] = []
    area = AreaPen()
    for operator, points in pen.value:
        getattr(area, operator)(*points)
        if operator == "closePath":
            areas.append(area.value)
            area = AreaPen()
    return sum(area * areas[0] < 0 for area in areas)


BASE_LETTERS = {"Khmr": "កគងចជតទនបពមយរលវសហអ", "Thai": "กขคงจชตทนบพมยรลวสหอ"}
"""Consonants without anything above them, the most frequent of each script."""


@pytest.mark.parametrize("script", BASE_LETTERS)
@pytest.mark.parametrize("face", DEFAULT_TYPEFACES)
def test_letters_of_every_script_look_equally_large(library: FontLibrary, face: Face, script: str) -> None:
    """T15: at the brand's scales, a Khmer or Thai base letter stands between a Latin small letter and a capital."""
    latin = DEFAULT_TYPEFACES[face]["Latn"]
    own = median(height_em(library, DEFAULT_TYPEFACES[face][script], letter) for letter in BASE_LETTERS[script])
    assert height_em(library, latin, "x") < own < height_em(library, latin, "H")


def font_of(library: FontLibrary, typeface: Typeface) -> Font:
    return library.font(typeface.family, typeface.weight, is_italic=typeface.is_italic)


def height_em(library: FontLibrary, typeface: Typeface, letter: str) -> float:
    """How far a letter reaches above the baseline, in em of the face."""
    font = font_of(library, typeface)
    ink = font.shaper.get_glyph_extents(font.shaper.get_nominal_glyph(ord(letter)))
    return float(ink.y_bearing / font.units_per_em * typeface.scale)
