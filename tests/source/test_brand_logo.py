"""`[logo]` in `brand.toml`: the picture it names, its height and its words."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from statement_kit.brand.page import MM
from statement_kit.diagnostics import Location, SourceError
from statement_kit.pictures import MOST_BYTES, VectorPicture
from statement_kit.source.brand_file import parse_brand
from statement_kit.source.folder import load_folder

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
LOGO = '\n[logo]\nfile = "art/logo.svg"\nheight = 16\n[logo.alt]\nen = "Logo of the Coalition"\n'


def read(name: str, where: Location) -> bytes:
    assert name == "art/logo.svg"
    return SVG


def refused(text: str, data: bytes = SVG) -> list[tuple[str, str]]:
    """The rules a brand breaks, each with its place."""
    with pytest.raises(SourceError) as caught:
        parse_brand(text, "peace/brand.toml", lambda name, where: data)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, str(found.where)) for found in caught.value.diagnostics]


def test_a_logo_has_its_picture_its_words_and_its_height() -> None:
    brand, places = parse_brand(LOGO, "brand.toml", read)
    assert brand.logo
    assert isinstance(brand.logo.picture, VectorPicture)
    assert (brand.logo.alt, brand.logo.file) == ({"en": "Logo of the Coalition"}, "art/logo.svg")
    assert brand.logo.height_pt == pytest.approx(16 * MM)
    assert str(places["brand.logo"]) == "brand.toml:2"


def test_it_is_14_mm_high_where_nothing_else_is_said() -> None:
    brand, _ = parse_brand(LOGO.replace("height = 16\n", ""), "brand.toml", read)
    assert brand.logo
    assert brand.logo.height_pt == pytest.approx(14 * MM)


@pytest.mark.parametrize("height", [5, 12.5, 80])
def test_its_height_reaches_from_5_to_80_mm(height: float) -> None:
    slim = SVG.replace(b'"40"', b'"10"')
    assert parse_brand(LOGO.replace("16", str(height)), "brand.toml", lambda name, where: slim)[0].logo


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ("logo = 'logo.svg'", "source/wrong-type"),
        ("[logo]\nheight = 16", "source/missing-key"),
        ("[logo]\nfile = 3", "source/wrong-value"),
        ("[logo]\nfile = '../logo.svg'", "source/wrong-value"),
        ("[logo]\nfile = '/etc/logo.svg'", "source/wrong-value"),
        ("[logo]\nfile = 'C:/logo.svg'", "source/wrong-value"),
        ("[logo]\nfile = 'logo.svg'\nheight = '16 mm'", "source/wrong-value"),
        ("[logo]\nfile = 'logo.svg'\nheight = 4", "source/wrong-value"),
        ("logo.alt = 'Logo'\nlogo.file = 'logo.svg'", "source/wrong-type"),
        ("[logo]\nfile = 'logo.svg'\nalt = { en = ' ' }", "source/wrong-value"),
        ("[logo]\nfile = 'logo.svg'\nwidth = 30", "source/unknown-key"),
        ("[logo]\nfile = 'logo.svg'\nheight = 80", "brand/logo-width"),
    ],
)
def test_what_is_wrong_is_refused_at_its_line_or_where_the_table_begins(wrong: str, rule: str) -> None:
    line = 1 + len(wrong.splitlines()) if rule in ("source/wrong-value", "source/unknown-key") else 2
    assert refused(f"# our brand\n{wrong}\n") == [(rule, f"peace/brand.toml:{line}")]


def test_a_picture_that_cannot_be_drawn_is_refused_in_its_own_file_with_all_else_that_is_wrong() -> None:
    assert refused(f"papre = 'a4'\n{LOGO}", b"GIF89a") == [
        ("source/unknown-key", "peace/brand.toml:1"),
        ("picture/unknown-kind", "peace/art/logo.svg"),
    ]


def test_words_may_say_where_a_line_may_end() -> None:
    brand, _ = parse_brand(LOGO.replace("en =", 'km = "និមិត្ត\u200bសញ្ញា"\nen ='), "brand.toml", read)  # "logo"
    assert brand.logo
    assert "\u200b" in brand.logo.alt["km"]


def test_without_a_folder_there_is_no_picture() -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(LOGO, "brand.toml")
    assert [(found.rule, str(found.where)) for found in caught.value.diagnostics] == [
        ("source/unreadable", "brand.toml:3")
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A statement folder with a logo."""
    made = tmp_path / "peace"
    (made / "art").mkdir(parents=True)
    (made / "statement.md").write_text(
        '+++\nkind = "joint-statement"\nlanguage = "en"\nissued = 2026-03-21\n+++\n\n# Title\n\nText.\n',
        encoding="utf-8",
    )
    (made / "brand.toml").write_text(LOGO, encoding="utf-8")
    (made / "art" / "logo.svg").write_bytes(SVG)
    return made


def place_refused(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(SourceError) as caught:
        load_folder(folder)
    return [(found.rule, str(found.where).removeprefix(f"{folder}/")) for found in caught.value.diagnostics]


def test_the_picture_lies_in_the_statement_folder(folder: Path) -> None:
    assert load_folder(folder).brand.logo


def test_a_picture_that_is_not_there_is_refused_where_it_is_named(folder: Path) -> None:
    (folder / "art" / "logo.svg").unlink()
    with pytest.raises(SourceError) as caught:
        load_folder(folder)
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == ("source/unreadable", f"{folder / 'brand.toml'}:3")
    assert found.message == f"There is no picture {folder / 'art' / 'logo.svg'}."
    assert found.hint == "Check its name, and put it beside the file that names it."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_no_picture_and_is_not_waited_for(folder: Path) -> None:
    (folder / "art" / "logo.svg").unlink()
    os.mkfifo(folder / "art" / "logo.svg")
    assert place_refused(folder) == [("source/unreadable", "brand.toml:3")]


def test_of_a_huge_picture_no_more_is_read_than_tells_that_it_is(folder: Path) -> None:
    with (folder / "art" / "logo.svg").open("wb") as file:
        file.truncate(20 * MOST_BYTES)
    tracemalloc.start()
    try:
        assert place_refused(folder) == [("picture/too-large", "art/logo.svg")]
        assert tracemalloc.get_traced_memory()[1] < 3 * MOST_BYTES
    finally:
        tracemalloc.stop()


def test_a_link_that_leads_out_of_the_folder_is_refused_unread(folder: Path) -> None:
    outside = (folder / "art" / "logo.svg").rename(folder.parent / "logo.svg")
    (folder / "art" / "logo.svg").symlink_to(outside)
    assert place_refused(folder) == [("source/outside", "brand.toml:3")]
