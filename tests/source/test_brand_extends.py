"""`extends`: what a brand begins from, how values merge, and what is refused on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_brand_files import LOGO, brand_folder

from statement_kit.brand import Brand
from statement_kit.brand.page import MM
from statement_kit.brand.profiles import PROFILES
from statement_kit.diagnostics import SourceError
from statement_kit.document.blocks import Role
from statement_kit.source.brand_file import MOST_FILES
from statement_kit.source.folder import MOST_BRAND_BYTES, load_brand_file


def refused(path: Path) -> list[tuple[str, str]]:
    """The rules that a brand file breaks, each with its place."""
    with pytest.raises(SourceError) as caught:
        load_brand_file(path)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, str(found.where).removeprefix(f"{path.parent}/")) for found in caught.value.diagnostics]


@pytest.mark.parametrize("look", PROFILES)
def test_a_brand_may_begin_from_any_look_of_the_kit(tmp_path: Path, look: str) -> None:
    brand_folder(tmp_path, {"brand.toml": f'extends = "{look}"\n'})
    assert load_brand_file(tmp_path / "brand.toml")[0] == PROFILES[look]


def test_values_merge_key_by_key_and_tables_entry_by_entry(tmp_path: Path) -> None:
    brand_folder(
        tmp_path,
        {
            "looks/base.toml": 'size = 12\nmargins = [30, 30, 30, 30]\n[name]\nen = "Base"\nkm = "គោល"\n'  # "base"
            '[letterhead]\nen = ["One", "Two"]\n[styles.title]\nsize = 3\nalign = "end"\n'
            '[logo]\nfile = "base.svg"\n[logo.alt]\nen = "Base"\n[colours]\nsun = "#fff4d6"\n',
            "looks/base.svg": LOGO,
            "brand.toml": 'extends = "looks/base.toml"\nmargins = [26, 27, 25, 27]\n[name]\nen = "Own"\n'
            '[letterhead]\nen = ["Three"]\n[styles.title]\nalign = "centre"\nground = "sun"\n[logo]\nheight = 20\n',
        },
    )
    brand, places = load_brand_file(tmp_path / "brand.toml")
    assert (brand.base_pt, brand.margins_pt) == (12, Brand().margins_pt)
    assert brand.names == {"en": "Own", "km": "គោល"}
    assert brand.letterhead == {"en": ("Three",)}
    title = brand.styles[Role.TITLE]
    assert (title.size_em, title.placement, title.ground) == (3, "centre", "sun")
    assert brand.logo
    assert (brand.logo.file, brand.logo.alt, brand.logo.height_pt) == (
        "base.svg",
        {"en": "Base"},
        pytest.approx(20 * MM),
    )
    assert str(places["brand.name.km"]) == f"{tmp_path / 'looks' / 'base.toml'}:5"
    assert str(places["brand.name.en"]) == f"{tmp_path / 'brand.toml'}:4"


def test_what_a_brand_names_lies_beside_its_own_file(tmp_path: Path) -> None:
    brand_folder(
        tmp_path,
        {
            "looks/base.toml": '[logo]\nfile = "logo.svg"\n[[font]]\nfile = "a.ttf"\nfamily = "A"\n',
            "looks/logo.svg": LOGO,
            "looks/a.ttf": "",
            "b.ttf": "",
            "brand.toml": 'extends = "looks/base.toml"\n[[font]]\nfile = "b.ttf"\nfamily = "B"\n',
        },
    )
    brand, _ = load_brand_file(tmp_path / "brand.toml")
    assert [font.path for font in brand.fonts] == [tmp_path / "looks" / "a.ttf", tmp_path / "b.ttf"]


def test_a_font_of_the_same_name_and_a_row_of_partners_replace_those_of_the_base(tmp_path: Path) -> None:
    font = '[[font]]\nfile = "{0}.ttf"\nfamily = "Ours"\n[[partner]]\nfile = "{0}.svg"\n'
    brand_folder(
        tmp_path,
        {
            "base.toml": font.format("a"),
            "brand.toml": 'extends = "base.toml"\n' + font.format("b"),
            **{f"{name}.{kind}": LOGO for name in "ab" for kind in ("ttf", "svg")},
        },
    )
    brand, _ = load_brand_file(tmp_path / "brand.toml")
    assert [font.path.name for font in brand.fonts] == ["b.ttf"]
    assert [partner.file for partner in brand.partners] == ["b.svg"]
    (tmp_path / "brand.toml").write_text('extends = "base.toml"\npartner = []\n', encoding="utf-8")
    assert load_brand_file(tmp_path / "brand.toml")[0].partners == ()


def test_a_watermark_of_words_is_replaced_by_one_of_a_picture(tmp_path: Path) -> None:
    brand_folder(
        tmp_path,
        {
            "base.toml": '[watermark]\ntint = 0.1\n[watermark.words]\nen = "Peace"\n',
            "brand.toml": 'extends = "base.toml"\n[watermark]\nfile = "logo.svg"\n',
            "logo.svg": LOGO,
        },
    )
    backdrop = load_brand_file(tmp_path / "brand.toml")[0].backdrop
    assert backdrop
    assert backdrop.emblem
    assert (backdrop.words, backdrop.tint, backdrop.file) == ({}, 0.1, "logo.svg")


BASE = (
    '[logo]\nfile = "base.svg"\ndark = "dark.svg"\nheight = 20\nalt = { en = "Base" }\n'
    '[watermark]\ntint = 0.1\nwords = { en = "Peace", km = "សន្តិភាព" }\n'  # "peace"
)
"""A brand with a logo and a watermark."""


def over_base(tmp_path: Path, own: str) -> Path:
    """A brand file that extends that brand."""
    pictures = {f"{name}.svg": LOGO for name in ("base", "dark", "own")}
    brand_folder(tmp_path, {"base.toml": BASE, "brand.toml": f'extends = "base.toml"\n{own}', **pictures})
    return tmp_path / "brand.toml"


def test_a_brand_takes_away_the_logo_and_the_watermark_of_its_base(tmp_path: Path) -> None:
    path = over_base(tmp_path, 'logo.file = "none"\nwatermark.file = "none"\n')
    brand = load_brand_file(path)[0]
    assert (brand.logo, brand.backdrop) == (None, None)
    assert load_brand_file(path.with_name("base.toml"))[0].backdrop


def test_another_logo_brings_neither_the_words_nor_the_dark_version_of_the_one_before(tmp_path: Path) -> None:
    logo = load_brand_file(over_base(tmp_path, 'logo.file = "own.svg"\n'))[0].logo
    assert logo
    assert (logo.file, logo.dark, logo.alt, logo.height_pt) == ("own.svg", None, {}, pytest.approx(20 * MM))


def test_words_of_a_watermark_merge_language_by_language(tmp_path: Path) -> None:
    backdrop = load_brand_file(over_base(tmp_path, 'watermark.words.en = "Now"\n'))[0].backdrop
    assert backdrop
    assert backdrop.words == {"en": "Now", "km": "សន្តិភាព"}  # "peace"


def test_what_is_said_of_a_picture_that_is_taken_away_is_refused(tmp_path: Path) -> None:
    own = '[logo]\nfile = "none"\nheight = 12\n[watermark]\nfile = "none"\nwords = { en = "Now" }\n'
    assert refused(over_base(tmp_path, own)) == [
        ("source/idle-key", "brand.toml:4"),
        ("source/idle-key", "brand.toml:7"),
    ]


def test_a_brand_above_one_without_a_logo_names_its_own(tmp_path: Path) -> None:
    path = over_base(tmp_path, 'logo.file = "none"\nwatermark.file = "none"\n')
    above = path.with_name("above.toml")
    above.write_text('extends = "brand.toml"\n[logo]\nheight = 12\n[watermark]\ntint = 0.1\n', encoding="utf-8")
    assert refused(above) == [("source/missing-key", "above.toml:2"), ("source/missing-key", "above.toml:4")]
    above.write_text('extends = "brand.toml"\n[logo]\nfile = "own.svg"\n', encoding="utf-8")
    logo = load_brand_file(above)[0].logo
    assert logo
    assert logo.height_pt == pytest.approx(14 * MM)


def test_what_is_wrong_in_any_of_the_files_comes_at_once(tmp_path: Path) -> None:
    brand_folder(
        tmp_path,
        {"base.toml": "size = 1\n", "brand.toml": 'extends = "base.toml"\npaper = "a5"\n[logo]\nfile = "no.svg"\n'},
    )
    assert refused(tmp_path / "brand.toml") == [
        ("source/wrong-value", "base.toml:1"),
        ("source/wrong-value", "brand.toml:2"),
        ("source/unreadable", "brand.toml:4"),
    ]


@pytest.mark.parametrize(
    ("files", "way"),
    [
        ({"a.toml": "a.toml"}, "a.toml → a.toml"),
        ({"a.toml": "b.toml", "b.toml": "c.toml", "c.toml": "a.toml"}, "a.toml → b.toml → c.toml → a.toml"),
        ({"a.toml": "b.toml", "b.toml": "b.toml"}, "a.toml → b.toml → b.toml"),
    ],
)
def test_a_brand_that_extends_itself_is_refused_with_its_way(tmp_path: Path, files: dict[str, str], way: str) -> None:
    brand_folder(tmp_path, {name: f'extends = "{wanted}"\n' for name, wanted in files.items()})
    with pytest.raises(SourceError) as caught:
        load_brand_file(tmp_path / "a.toml")
    (found,) = caught.value.diagnostics
    assert found.rule == "source/extends-itself"
    assert found.message.replace(f"{tmp_path}/", "") == f"This brand extends itself: {way}."


def chain(folder: Path, count: int) -> Path:
    """So many files, each of which extends the next."""
    files = {
        f"{number}.toml": f'extends = "{number + 1}.toml"\nsize = {10 + number / 1000}\n' for number in range(count - 1)
    }
    brand_folder(folder, {**files, f"{count - 1}.toml": 'paper = "letter"\n'})
    return folder / "0.toml"


def test_a_chain_is_at_most_eight_files_long(tmp_path: Path) -> None:
    brand, _ = load_brand_file(chain(tmp_path / "well", MOST_FILES))
    assert (brand.paper, brand.base_pt) == ("letter", 10)
    assert refused(chain(tmp_path / "long", 1000)) == [("source/extends-too-far", f"{MOST_FILES - 1}.toml:1")]


@pytest.mark.parametrize(
    "name",
    [
        "../base.toml",
        "looks/../../base.toml",
        "/etc/base.toml",
        "C:/base.toml",
        "C:base.toml",
        "a\\\\base.toml",
        "a\\u0000.toml",
        "a\\nb.toml",
    ],
)
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    brand_folder(tmp_path, {"base.toml": "", "own/brand.toml": f'\nextends = "{name}"\n'})
    ((rule, where),) = refused(tmp_path / "own" / "brand.toml")
    assert rule in ("source/outside", "source/wrong-value")
    assert where == "brand.toml:2"


def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    brand_folder(tmp_path, {"base.toml": "", "own/brand.toml": 'extends = "base.toml"\n'})
    (tmp_path / "own" / "base.toml").symlink_to(tmp_path / "base.toml")
    assert refused(tmp_path / "own" / "brand.toml") == [("source/outside", "brand.toml:1")]


def test_links_in_a_ring_are_refused(tmp_path: Path) -> None:
    brand_folder(tmp_path, {"brand.toml": 'extends = "base.toml"\n'})
    (tmp_path / "base.toml").symlink_to("base.toml")
    assert refused(tmp_path / "brand.toml") == [("source/unreadable", "brand.toml:1")]


def test_what_is_not_there_or_no_brand_is_refused_where_it_is_named(tmp_path: Path) -> None:
    brand_folder(tmp_path, {"brand.toml": '\nextends = "base.toml"\n'})
    assert refused(tmp_path / "brand.toml") == [("source/unreadable", "brand.toml:2")]
    (tmp_path / "base.toml").mkdir()
    assert refused(tmp_path / "brand.toml") == [("source/unreadable", "brand.toml:2")]


def test_a_brand_file_of_megabytes_is_refused_unread(tmp_path: Path) -> None:
    brand_folder(tmp_path, {"brand.toml": "# long\n" * (MOST_BRAND_BYTES // 7 + 1)})
    assert refused(tmp_path / "brand.toml") == [("source/too-large", "brand.toml")]


def test_an_unknown_name_is_answered_with_those_there_are(tmp_path: Path) -> None:
    brand_folder(tmp_path, {"brand.toml": 'extends = "th-oficial"\n'})
    with pytest.raises(SourceError) as caught:
        load_brand_file(tmp_path / "brand.toml")
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == ("source/unknown-brand", f"{tmp_path / 'brand.toml'}:1")
    assert "Did you mean “th-official”?" in str(found.hint)
    assert "kit, th-official" in str(found.hint)
