"""Fonts and typefaces in `brand.toml`: what they change, and what they may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from statement_kit.brand import Brand, Face, Typeface
from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.source.brand_file import parse_brand
from statement_kit.source.folder import load_folder
from statement_kit.text.font_file import FontFile

FONT = '[[font]]\nfile = "fonts/Ours.ttf"\nfamily = "Ours"\n'


def refused(text: str) -> list[tuple[str, str]]:
    with pytest.raises(SourceError) as caught:
        parse_brand(text, "brand.toml")
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, str(found.where)) for found in caught.value.diagnostics]


def test_a_brand_brings_fonts_of_its_folder() -> None:
    other = 'file = "Many.ttc"\nfamily = "Ours"\nweight = 650\nitalic = true\nnumber = 2\naxes = { wdth = 90 }\n'
    brand, places = parse_brand(f"{FONT}\n[[font]]\n{other}", "peace/brand.toml")
    assert brand.fonts == (
        FontFile(Path("peace/fonts/Ours.ttf"), "Ours"),
        FontFile(Path("peace/Many.ttc"), "Ours", 650, is_italic=True, number=2, axes={"wdth": 90}),
    )
    assert [str(places[f"font:{font.path}"]) for font in brand.fonts] == ["peace/brand.toml:1", "peace/brand.toml:5"]


def test_a_typeface_changes_by_what_is_named_and_nothing_else() -> None:
    text = (
        '[typefaces.text.Khmr]\nfamily = "Ours"\n[typefaces.heading.Latn]\nweight = 700\nitalic = true\nscale = 0.9\n'
    )
    brand, places = parse_brand(text, "brand.toml")
    before = Brand().typefaces
    assert brand.typefaces[Face.TEXT]["Khmr"] == Typeface("Ours", 400, before[Face.TEXT]["Khmr"].scale)
    assert brand.typefaces[Face.HEADING]["Latn"] == Typeface("Source Serif 4", 700, 0.9, is_italic=True)
    assert brand.typefaces[Face.TEXT]["Thai"] == before[Face.TEXT]["Thai"]
    assert brand.typefaces[Face.TITLE] == before[Face.TITLE]
    assert str(places["typeface:Ours"]) == "brand.toml:1"
    assert str(places["typeface:Source Serif 4"]) == "brand.toml:3"


def test_a_script_that_the_kit_has_no_typeface_for_may_get_one() -> None:
    brand, _ = parse_brand('[typefaces.text.Laoo]\nfamily = "Ours"\n', "brand.toml")
    assert brand.typefaces[Face.TEXT]["Laoo"] == Typeface("Ours")


@pytest.mark.parametrize(
    "line",
    [
        'file = "/usr/share/fonts/a.ttf"',
        'file = "../a.ttf"',
        'file = "fonts/../../a.ttf"',
        'file = "C:/fonts/a.ttf"',
        "file = 'fonts\\a.ttf'",
        'file = ""',
        'file = "."',
        'file = "a\\u0000.ttf"',
        "file = 3",
        'weight = "bold"',
        "weight = 0",
        "weight = 400.5",
        "italic = 1",
        "number = 0",
        "axes = 90",
        'axes = { wdth = "wide" }',
        "axes = { wdth = nan }",
        "slant = 3",
    ],
)
def test_a_wrong_value_of_a_font_is_refused_at_its_line(line: str) -> None:
    entry = f'file = "a.ttf"\n{line}' if not line.startswith("file") else line
    found = refused(f'# our brand\n{FONT}[[font]]\nfamily = "Other"\n{entry}\n')
    assert {rule for rule, _ in found} <= {"source/wrong-value", "source/unknown-key"}
    assert {where for _, where in found} == {f"brand.toml:{8 if not line.startswith('file') else 7}"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('[[font]]\nfamily = "Ours"', "missing-key"),
        ('[[font]]\nfile = "a.ttf"', "missing-key"),
        ('[[font]]\nfile = "a.ttf"\nfamily = " "', "wrong-value"),
        ("font = 3", "wrong-type"),
        ("font = [3]", "wrong-type"),
        (FONT + FONT, "font-twice"),
        ("typefaces = 3", "wrong-type"),
        ("[typefaces.texts.Khmr]\nscale = 1", "unknown-face"),
        ("[typefaces]\ntext = 3", "wrong-type"),
        ("[typefaces.text.Khmer]\nscale = 1", "unknown-script"),
        ("[typefaces.text.Kmer]\nscale = 1", "unknown-script"),
        ("[typefaces.text.Zyyy]\nfamily = 'Ours'", "unknown-script"),
        ("[typefaces.text.Laoo]\nscale = 1", "missing-key"),
        ("[typefaces.text.Khmr]\nscale = 9", "wrong-value"),
        ("[typefaces.text.Khmr]\nfamily = ''", "wrong-value"),
        ("[typefaces.text.Khmr]\nsise = 9", "unknown-key"),
        ("[typefaces.text]\nKhmr = 'Ours'", "wrong-type"),
    ],
)
def test_what_is_no_font_or_typeface_is_refused(text: str, rule: str) -> None:
    ((found, where),) = refused(text)
    assert found == f"source/{rule}"
    assert where.startswith("brand.toml:")


# On disk


def folder_with(tmp_path: Path, file: str) -> Path:
    folder = tmp_path / "peace"
    (folder / "fonts").mkdir(parents=True)
    (folder / "statement.md").write_text(
        '+++\nkind = "joint-statement"\nlanguage = "en"\nissued = 2025-07-28\n+++\n\n# Peace\n\nNow.\n'
    )
    (folder / "brand.toml").write_text(f'[[font]]\nfile = "{file}"\nfamily = "Ours"\n')
    return folder


def refused_on_disk(folder: Path) -> Diagnostic:
    with pytest.raises(SourceError) as caught:
        load_folder(folder)
    (found,) = caught.value.diagnostics
    assert str(found.where) == f"{folder / 'brand.toml'}:1"
    return found


def test_a_font_in_the_folder_is_found(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "fonts/Ours.ttf")
    (folder / "fonts" / "Ours.ttf").touch()
    assert load_folder(folder).brand.fonts == (FontFile(folder / "fonts" / "Ours.ttf", "Ours"),)


def test_a_font_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused_on_disk(folder_with(tmp_path, "fonts/Ours.ttf")).rule == "source/unreadable"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "fonts/Ours.ttf")
    (tmp_path / "secret.ttf").touch()
    (folder / "fonts" / "Ours.ttf").symlink_to(tmp_path / "secret.ttf")
    assert refused_on_disk(folder).rule == "source/outside"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "fonts/Ours.ttf")
    (folder / "fonts" / "Ours.ttf").symlink_to("Ours.ttf")
    assert refused_on_disk(folder).rule == "source/unreadable"
