"""Brands that were installed: found by entry points, read as files, and none spoils another."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from made_brand_files import brand_folder, distribution

from statement_kit.brand import Brand
from statement_kit.diagnostics import SourceError
from statement_kit.source.brands import find_brand, load_brand
from statement_kit.source.installed_brands import GROUP, installed_brands

POINT = f"[{GROUP}]\n{{}} = {{}}\n"
EXPLODES = "raise SystemExit('imported')\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed distributions, one good among them."""
    folder = tmp_path / "site"
    good = {"good_brand/__init__.py": EXPLODES, "good_brand/brand.toml": '[name]\nen = "Good"\n'}
    distribution(folder, "good-brand", POINT.format("good", "good_brand"), good)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.usefixtures("site")
def test_an_installed_brand_is_found_by_its_name_and_not_imported() -> None:
    found = find_brand("good")
    assert (found.name, found.brand.names) == ("good", {"en": "Good"})
    assert "good_brand" not in sys.modules


def test_a_brand_within_a_package_and_one_that_is_worked_on_where_it_lies_are_found(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"deep/__init__.py": EXPLODES, "deep/looks/__init__.py": EXPLODES, "deep/looks/brand.toml": "size = 12\n"}
    distribution(site, "deep", POINT.format("deep", "deep.looks"), files)
    distribution(site, "edited", POINT.format("edited", "edited_brand"))
    elsewhere = brand_folder(
        tmp_path / "src", {"edited_brand/__init__.py": EXPLODES, "edited_brand/brand.toml": "size = 13\n"}
    )
    monkeypatch.syspath_prepend(str(elsewhere))
    assert (load_brand("deep").base_pt, load_brand("edited").base_pt) == (12, 13)
    assert {"deep", "edited_brand"} & set(sys.modules) == set()


@pytest.mark.usefixtures("site")
def test_another_brand_may_extend_it(tmp_path: Path) -> None:
    brand_folder(tmp_path, {"own/brand.toml": 'extends = "good"\n[name]\nkm = "ល្អ"\n'})  # "good"
    assert load_brand("own").names == {"en": "Good", "km": "ល្អ"}


def refused(name: str) -> tuple[str, str]:
    with pytest.raises(SourceError) as caught:
        load_brand(name)
    (found,) = caught.value.diagnostics
    assert found.hint
    return found.rule, found.message


@pytest.mark.parametrize(
    ("package", "files", "why"),
    [
        ("nowhere_brand", {}, "nowhere to be found"),
        ("bare_brand", {"bare_brand/__init__.py": ""}, "there is no brand.toml"),
        ("module_brand", {"module_brand.py": ""}, "nowhere to be found"),
        ("../../etc", {}, "is not the name of a package"),
        ("a b", {}, "is not the name of a package"),
        ("bad_brand:attribute", {}, "is not the name of a package"),
    ],
)
def test_a_broken_one_names_its_distribution_and_stops_no_other(
    site: Path, package: str, files: dict[str, str], why: str
) -> None:
    distribution(site, "bad-brand", POINT.format("bad", package), files)
    rule, message = refused("bad")
    assert rule == "source/broken-brand"
    assert "“bad-brand”" in message
    assert why in message
    assert load_brand("good").names == {"en": "Good"}


def test_one_that_is_wrong_is_refused_at_its_line(site: Path) -> None:
    distribution(site, "wrong", POINT.format("wrong", "wrong_brand"), {"wrong_brand/brand.toml": "\nsize = 0\n"})
    with pytest.raises(SourceError) as caught:
        load_brand("wrong")
    assert str(caught.value.diagnostics[0].where) == f"{site / 'wrong_brand' / 'brand.toml'}:2"


def test_records_that_cannot_be_read_stop_no_other(site: Path) -> None:
    (site / "damaged-1.dist-info").mkdir()
    (site / "damaged-1.dist-info" / "entry_points.txt").write_bytes(b"[statement_kit.brands]\nx = \xff\xfe\n")
    (site / "damaged-1.dist-info" / "METADATA").write_bytes(b"\xff\xfe")
    distribution(site, "lines", "nonsense without a section\n= x\n[statement_kit.brands]\nno equals sign\n")
    assert load_brand("good").names == {"en": "Good"}


def test_a_name_that_two_distributions_bring_is_refused_with_both(site: Path) -> None:
    distribution(site, "other-brand", POINT.format("good", "other_brand"), {"other_brand/brand.toml": ""})
    rule, message = refused("good")
    assert rule == "source/brand-twice"
    assert "“good-brand”" in message
    assert "“other-brand”" in message


@pytest.mark.usefixtures("site")
def test_an_unknown_name_is_answered_with_all_that_are_known() -> None:
    with pytest.raises(SourceError) as caught:
        load_brand("goot")
    (found,) = caught.value.diagnostics
    assert str(found.hint).startswith("Did you mean “good”? Known: kit, th-official, good")
    assert set(installed_brands()) >= {"good"}


@pytest.mark.usefixtures("site")
def test_the_looks_of_the_kit_keep_their_names(site: Path) -> None:
    distribution(site, "thief", POINT.format("kit", "thief_brand"), {"thief_brand/brand.toml": "size = 20\n"})
    assert load_brand("kit") == Brand()
