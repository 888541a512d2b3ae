"""Brands as they are asked for: by path, by folder, by name; and what their files are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_brand_files import brand_folder, distribution

from statement_kit.diagnostics import SourceError
from statement_kit.source.brands import find_brand, load_brand
from statement_kit.source.installed_brands import GROUP


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with brands in it, in which one stands."""
    monkeypatch.chdir(tmp_path)
    return brand_folder(
        tmp_path, {"red/brand.toml": "size = 11\n", "looks/blue.toml": "size = 12\n", "brand.toml": "size = 13\n"}
    )


@pytest.mark.parametrize(
    ("which", "size", "name"),
    [
        ("red", 11, "red"),
        ("./red", 11, "red"),
        ("red/brand.toml", 11, "red"),
        (Path("red"), 11, "red"),
        ("looks/blue.toml", 12, "blue"),
        (Path("looks/blue.toml"), 12, "blue"),
        ("kit", 10.8, "kit"),
        ("th-official", 16, "th-official"),
    ],
)
def test_a_brand_is_found_however_it_is_asked_for(which: str | Path, size: float, name: str) -> None:
    found = find_brand(which)
    assert (found.brand.base_pt, found.name) == (size, name)
    assert load_brand(which) == found.brand


def test_here_is_a_folder_too(here: Path) -> None:
    assert (find_brand(".").brand.base_pt, find_brand(".").name) == (13, here.name.strip("-"))


def test_what_is_installed_comes_before_a_folder_of_the_same_name(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distribution(here / "site", "red", f"[{GROUP}]\nred = red_brand\n", {"red_brand/brand.toml": "size = 20\n"})
    monkeypatch.syspath_prepend(str(here / "site"))
    assert [load_brand(which).base_pt for which in ("red", "./red", Path("red"))] == [20, 11, 11]


@pytest.mark.parametrize(
    ("which", "rule"),
    [("nowhere.toml", "unreadable"), ("looks/", "unreadable"), ("nowhere", "unknown-brand"), ("", "unknown-brand")],
)
def test_what_is_no_brand_is_refused(which: str, rule: str) -> None:
    with pytest.raises(SourceError) as caught:
        load_brand(which)
    assert [found.rule for found in caught.value.diagnostics] == [f"source/{rule}"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Our Look (2).toml", "Our-Look-2"),
        ("សម្ព័ន្ធ.toml", "សម្ព័ន្ធ"),  # "alliance"
        ("a.b.toml", "a-b"),
        ("con\u202ee.toml", "con-e"),
        ("x" * 100 + ".toml", "x" * 60),
    ],
)
def test_its_name_is_made_safe_for_the_names_of_files(here: Path, file: str, name: str) -> None:
    (here / file).touch()
    assert find_brand(here / file).name == name


def test_a_name_of_which_nothing_is_left_is_refused(here: Path) -> None:
    (here / "!!.toml").touch()
    with pytest.raises(SourceError) as caught:
        find_brand(here / "!!.toml")
    assert caught.value.diagnostics[0].rule == "source/brand-name"
