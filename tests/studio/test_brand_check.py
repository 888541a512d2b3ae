"""`brand check`: what would embarrass, each finding at its line and with what to do."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from made_brand_files import LOGO, brand_folder
from made_fonts import LATIN, opened, saved
from made_pictures import encoded
from PIL import Image

from statement_kit.brand import Brand, Face
from statement_kit.brand.profiles import PROFILES
from statement_kit.diagnostics import SourceError
from statement_kit.languages.everyday_letters import LETTERS, STACKING
from statement_kit.languages.registry import LANGUAGES
from statement_kit.resources import fonts_folder
from statement_kit.source.brands import find_brand
from statement_kit.studio.check import check_brand
from statement_kit.studio.sizes import LEAST_PT
from statement_kit.studio.typefaces import faces_used

NAMES = '[name]\nen = "Ours"\nkm = "យើង"\nth = "เรา"\n'  # "we", twice
Check = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def checked(tmp_path: Path) -> Check:
    """What is found in a brand file: rule, severity, line."""

    def check(text: str, **files: bytes) -> list[tuple[str, str, str]]:
        brand_folder(tmp_path, {"brand.toml": text, "logo.svg": LOGO})
        for name, data in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(data)
        named = find_brand(tmp_path / "brand.toml")
        found = check_brand(named.brand, named.places)
        assert all(one.hint for one in found)
        assert len(set(found)) == len(found)
        return [(one.rule, str(one.severity), str(one.where).removeprefix(f"{tmp_path}/brand.toml")) for one in found]

    return check


@pytest.mark.parametrize("look", PROFILES)
def test_nothing_speaks_against_the_looks_of_the_kit(look: str) -> None:
    assert check_brand(PROFILES[look]) == []


def test_a_whole_brand_passes(checked: Check) -> None:
    logo = '[logo]\nfile = "logo.svg"\n[logo.alt]\nen = "Logo"\nkm = "និមិត្តសញ្ញា"\nth = "ตรา"\n'  # "logo", twice
    assert checked(NAMES + logo) == []


def test_a_language_that_is_missing_somewhere_is_an_error_there(checked: Check) -> None:
    text = (
        NAMES + '[letterhead]\nen = []\nkm = []\n[footer]\nen = []\n[logo]\nfile = "logo.svg"\n[logo.alt]\nkm = "ក"\n'
    )
    letterhead, footer = ("brand/no-letterhead", "error", ":5"), ("brand/no-footer", "error", ":8")
    alt = ("brand/no-alt", "error", ":10")
    assert checked(text) == [letterhead, footer, footer, alt, alt]


def test_a_watermark_without_words_in_a_language_is_a_warning(checked: Check) -> None:
    found = checked(NAMES + '[watermark.words]\nen = "Peace"\nkm = "ស"\n')
    assert found == [("brand/no-watermark", "warning", ":5")]


@pytest.mark.parametrize("script", ["Khmr", "Thai"])
def test_a_typeface_without_the_letters_of_a_script_is_an_error_in_each_face(checked: Check, script: str) -> None:
    text = f'{NAMES}[typefaces.label.{script}]\nfamily = "Source Sans 3"\n'
    assert set(checked(text)) == {("brand/missing-letters", "error", ":5")}


def test_a_font_with_the_letters_of_khmer_but_no_rules_for_them_is_an_error(checked: Check) -> None:
    font = opened(fonts_folder() / "moul" / "Moul-Regular.ttf")
    del font["GSUB"]
    faces = "".join(f'[typefaces.{face}.Khmr]\nfamily = "Ours"\n' for face in ("title", "title-emphasis"))
    own = f'[[font]]\nfile = "moul.ttf"\nfamily = "Ours"\n{faces}'
    assert checked(NAMES + own, moul_ttf=saved(font)) == [("brand/no-stacking", "error", ":8")]


def restricted(rights: int) -> bytes:
    data = bytearray(LATIN.read_bytes())
    struct.pack_into(">H", data, opened(LATIN).reader.tables["OS/2"].offset + 8, rights)
    return bytes(data)


@pytest.mark.parametrize(
    ("rights", "docx", "count"),
    [(2, "", 2), (4, "", 1), (4, '[docx]\nwithout = ["Ours"]\n', 0), (4, '[docx]\nfonts = "none"\n', 0), (8, "", 0)],
)
def test_a_font_that_may_not_be_embedded_is_an_error_for_each_format(
    checked: Check, rights: int, docx: str, count: int
) -> None:
    own = f'{docx}[[font]]\nfile = "our.ttf"\nfamily = "Ours"\n[typefaces.text.Latn]\nfamily = "Ours"\n'
    found = checked('[name]\nen = "Ours"\n' + own, our_ttf=restricted(rights))
    assert [rule for rule, _, _ in found] == ["font/embedding-forbidden"] * count


def test_a_font_that_is_none_is_an_error(checked: Check) -> None:
    own = '[[font]]\nfile = "our.ttf"\nfamily = "Ours"\n[typefaces.text.Latn]\nfamily = "Ours"\n'
    for data in (b"", b"GIF89a", b"\0\1\0\0" + b"\xff" * 5000):
        ((rule, severity, _),) = checked('[name]\nen = "Ours"\n' + own, our_ttf=data)
        assert (rule.partition("/")[0], severity) == ("font", "error")


def pixels(width: int, height: int = 100) -> bytes:
    return encoded(Image.new("RGB", (width, height), "#1f5f8b"), "PNG")


@pytest.mark.parametrize(("width", "told"), [(200, 1), (400, 0)])
def test_a_partners_logo_that_is_coarse_is_a_warning_at_its_table(checked: Check, width: int, told: int) -> None:
    alt = '[partner.alt]\nen = "Logo"\nkm = "ក"\nth = "ต"\n'
    found = checked(f'{NAMES}[[partner]]\nfile = "p.png"\nheight = 25\n{alt}', p_png=pixels(width, width))
    assert found == [("picture/coarse", "warning", ":5")] * told


@pytest.mark.parametrize("table", ['[[partner]]\nfile = "p.png"\nheight = 25\n', '[watermark]\nfile = "p.png"\n'])
def test_a_picture_that_is_much_too_coarse_stops_every_build(checked: Check, table: str) -> None:
    with pytest.raises(SourceError) as caught:
        checked(NAMES + table, p_png=pixels(100, 100))
    assert [found.rule for found in caught.value.diagnostics] == ["picture/coarse"]


def test_a_watermark_that_is_coarse_is_a_warning(checked: Check) -> None:
    found = checked(f'{NAMES}[watermark]\nfile = "p.png"\n', p_png=pixels(1000))
    assert ("picture/coarse", "warning", ":5") in found


def test_a_band_on_which_nothing_stands_is_a_warning(checked: Check) -> None:
    assert checked('[masthead]\nground = "accent"\nink = "white"\n') == [("brand/bare-masthead", "warning", ":1")]


def test_logos_that_are_alike_are_a_warning(checked: Check) -> None:
    alt = 'en = "Logo"\nkm = "ក"\nth = "ต"\n'
    own = f'[logo]\nfile = "logo.svg"\n[logo.alt]\n{alt}'
    found = checked(f'{NAMES}{own}[[partner]]\nfile = "again.svg"\n[partner.alt]\n{alt}', again_svg=LOGO.encode())
    assert ("brand/same-logo", "warning", ":11") in found
    twice = "".join(f'[[partner]]\nfile = "{name}.svg"\n[partner.alt]\n{alt}' for name in ("other", "again"))
    other = LOGO.replace("1f5f8b", "9b2226").encode()
    found = checked(NAMES + own + twice, other_svg=other, again_svg=other)
    assert ("brand/same-logo", "warning", ":17") in found


def test_a_footer_that_turns_over_is_told_at_its_table(checked: Check) -> None:
    text = f'margins = [26, 27, 19, 27]\n{NAMES}[footer]\nen = ["{"word " * 90}"]\nkm = []\nth = []\n'
    assert {(rule, where) for rule, _, where in checked(text)} == {("layout/footer", ":6")}


def test_margins_as_large_as_the_hint_says_are_enough(checked: Check) -> None:
    with pytest.raises(SourceError) as caught:
        checked(f"margins = [5, 5, 5, 3]\n{NAMES}")
    (found,) = caught.value.diagnostics
    above, below, beside = re.findall(r"(\d+) mm", str(found.hint))
    assert checked(f"margins = [{above}, {beside}, {below}, {beside}]\n{NAMES}") == []


def test_a_colour_of_the_kits_on_an_own_ground_is_told_at_the_ground(checked: Check) -> None:
    with pytest.raises(SourceError) as caught:
        checked(f'{NAMES}[colours]\ndeep = "#22223b"\n[styles.title]\nground = "deep"\n')
    assert {str(found.where)[-2:] for found in caught.value.diagnostics} == {":6"}
    with pytest.raises(SourceError) as caught:
        checked(f'{NAMES}[colours]\npale = "#f0f0f0"\n[styles.title]\nground = "pale"\ncolour = "white"\n')
    (found,) = caught.value.diagnostics
    assert (str(found.where)[-2:], "white =" in str(found.hint), '"black"' in str(found.hint)) == (":6", False, True)


@pytest.mark.parametrize(
    ("ground", "dark", "told"), [("accent", "", 1), ("sun", "", 0), ("accent", 'dark = "logo.svg"\n', 0)]
)
def test_a_logo_on_a_dark_ground_wants_a_version_for_it(checked: Check, ground: str, dark: str, told: int) -> None:
    ink = "white" if ground == "accent" else "ink"
    look = f'[colours]\nsun = "#fff4d6"\n[masthead]\nground = "{ground}"\nink = "{ink}"\n'
    logo = f'[logo]\nfile = "logo.svg"\n{dark}[logo.alt]\nen = "Logo"\nkm = "ក"\nth = "ต"\n'
    found = checked(NAMES + look + logo)
    assert [rule for rule, _, _ in found].count("brand/no-dark-logo") == told


def test_text_that_is_too_small_is_told_role_by_role_and_script_by_script(checked: Check) -> None:
    found = checked(NAMES + "[styles.note]\nsize = 0.5\n[styles.paragraph]\nsize = 0.8\n")
    note, paragraph = ("brand/small-text", "error", ":6"), ("brand/small-text", "error", ":8")
    assert sorted(found) == [note, note, note, paragraph, paragraph]
    assert checked('[name]\nen = "Ours"\n[styles.paragraph]\nsize = 0.8\n') == []


@pytest.mark.parametrize("cause", ["size = 7", "[scripts.Thai]\nsize = 0.6", "[typefaces.text.Thai]\nscale = 0.6"])
def test_what_makes_text_too_small_is_told_at_its_line(checked: Check, cause: str) -> None:
    table, _, key = cause.rpartition("\n")
    found = checked(f"{cause}\n{NAMES}")
    assert ("brand/small-text", "error", f":{2 if table else 1}") in found
    assert {where for rule, _, where in found if rule == "brand/small-text"} == {f":{2 if table else 1}"}, key


def test_the_least_sizes_are_those_the_designers_page_names() -> None:
    page = (Path(__file__).parent.parent.parent / "BRANDS.md").read_text(encoding="utf-8")
    for running_pt, other_pt in LEAST_PT.values():
        assert f"{running_pt:g} pt" in page
        assert f"{other_pt:g} pt" in page


def test_a_footer_that_its_margin_cannot_hold_stops_every_build(checked: Check) -> None:
    lines = ", ".join(f'"{number}"' for number in range(6))
    text = f"{NAMES}[footer]\nen = [{lines}]\nkm = []\nth = []\n"
    with pytest.raises(SourceError) as caught:
        checked(text)
    assert [(found.rule, str(found.where)[-2:]) for found in caught.value.diagnostics] == [("brand/footer", ":5")]
    assert checked("margins = [26, 27, 50, 27]\n" + text) == []


def test_colours_and_fonts_that_nobody_uses_are_warnings(checked: Check) -> None:
    text = (
        '[colours]\nsun = "#fff4d6"\nmoon = "#333333"\n[bar]\ncolour = "moon"\n[[font]]\nfile = "a.ttf"\nfamily = "A"\n'
    )
    assert checked('[name]\nen = "Ours"\n' + text, a_ttf=LATIN.read_bytes()) == [
        ("brand/unused-colour", "warning", ":4"),
        ("brand/unused-font", "warning", ":8"),
    ]


def test_what_does_not_fit_the_page_when_it_is_really_set_is_told(checked: Check) -> None:
    found = checked(f'\n[name]\nen = "{"A" * 300}"\n')
    assert [severity for _, severity, _ in found] == ["error"]
    assert found[0][0].startswith("layout/")


def test_every_language_has_letters_to_try_and_every_face_is_tried() -> None:
    assert {language.script for language in LANGUAGES.values()} == LETTERS.keys()
    assert STACKING.keys() <= LETTERS.keys()
    assert set(faces_used(Brand())) == set(Face)
