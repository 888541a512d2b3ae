"""`brand new`: a brand file that explains itself, passes the check and makes files as it stands."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from made_brand_files import LOGO, brand_folder
from made_pictures import encoded
from PIL import Image

from statement_kit.brand import Paper
from statement_kit.diagnostics import OutputError, SourceError
from statement_kit.source.brand_file import parse_brand
from statement_kit.source.brand_keys import KEYS
from statement_kit.source.brands import find_brand, load_brand
from statement_kit.studio.begin import Answers, new_brand
from statement_kit.studio.brand_text import brand_text
from statement_kit.studio.check import check_brand

NAMES = {"en": 'Coalition for "Peace"', "km": "សម្ព័ន្ធដើម្បីសន្តិភាព", "th": "เครือข่ายเพื่อสันติภาพ"}  # the same, twice


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    return brand_folder(tmp_path, {"art/Our Logo.SVG": LOGO}) / "art" / "Our Logo.SVG"


def refused(folder: Path, answers: Answers) -> list[str]:
    with pytest.raises(SourceError) as caught:
        new_brand(folder, answers)
    assert not folder.exists()
    assert all(found.hint for found in caught.value.diagnostics)
    return [found.rule for found in caught.value.diagnostics]


def test_what_is_known_is_switched_on_and_passes_the_check(tmp_path: Path, logo: Path) -> None:
    made = new_brand(tmp_path / "ours", Answers(NAMES, "#1F5F8B", "letter", "th-official", logo))
    assert [path.name for path in made] == ["brand.toml", "logo.svg"]
    assert (tmp_path / "ours" / "logo.svg").read_text(encoding="utf-8") == LOGO
    named = find_brand(tmp_path / "ours")
    brand = named.brand
    assert (brand.names, brand.paper, brand.colours["accent"]) == (NAMES, Paper.LETTER, "#1f5f8b")
    assert brand.base_pt == 16
    assert brand.logo
    assert brand.logo.alt["en"] == 'Logo of Coalition for "Peace"'
    assert brand.logo.alt.keys() == NAMES.keys()
    assert check_brand(brand, named.places) == []


def test_with_nothing_but_names_it_says_nothing_but_names(tmp_path: Path) -> None:
    new_brand(tmp_path, Answers({"km": NAMES["km"]}))
    assert leaves(tomllib.loads((tmp_path / "brand.toml").read_text(encoding="utf-8"))) == [NAMES["km"]]
    assert find_brand(tmp_path).brand.names == {"km": NAMES["km"]}


def leaves(table: object) -> list[object]:
    """Every value in tables within tables."""
    return [leaf for value in table.values() for leaf in leaves(value)] if isinstance(table, dict) else [table]


TEXT = brand_text({f"name.{tag}": name for tag, name in NAMES.items()})
ASLEEP = [line for line in TEXT.splitlines() if re.match(r"# ([a-z_-]+ = |\[)", line)]


def test_every_key_is_in_it_with_its_meaning() -> None:
    words = " ".join(TEXT.replace("\n# ", " ").split())
    for key in KEYS:
        assert key.meaning in words
        assert key.sample[-1] in TEXT


@pytest.mark.parametrize("line", dict.fromkeys(line for line in ASLEEP if not line.startswith("# [")))
def test_every_line_that_is_asleep_can_be_woken_by_itself(line: str) -> None:
    own, _, _ = TEXT.partition("# [[font]]")
    if f"\n{line}\n" not in own:
        return
    woken = own.replace(f"\n{line}\n", f"\n{line[2:]}\n", 1)
    rules = {"source/unknown-colour"}
    try:
        parse_brand(woken, "brand.toml", lambda name, where: LOGO.encode())
    except SourceError as error:
        assert {found.rule for found in error.diagnostics} <= {*rules, "source/missing-key", "brand/watermark"}, error  # noqa: PT017


def test_the_tables_at_its_end_can_be_woken_whole() -> None:
    _, mark, arrays = TEXT.partition("# [[font]]")
    woken = "\n".join(line[2:] if line in ASLEEP else line for line in (mark + arrays).splitlines())
    brand, _ = parse_brand(woken, "brand.toml", lambda name, where: LOGO.encode())
    assert len(brand.fonts) == len(brand.partners) == 1


def test_a_logo_that_lies_in_the_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    folder = brand_folder(tmp_path / "ours", {"logo.svg": LOGO})
    assert [path.name for path in new_brand(folder, Answers(NAMES, logo=folder / "logo.svg"))] == ["brand.toml"]
    assert load_brand(folder).logo


def test_a_brand_that_cannot_be_extended_is_answered_with_how_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        new_brand(tmp_path / "ours", Answers(NAMES, extends="folder"))
    (found,) = caught.value.diagnostics
    assert '"base.toml"' in str(found.hint)
    assert "./" not in str(found.hint)


def test_what_stands_there_stays(tmp_path: Path, logo: Path) -> None:
    for name in ("brand.toml", "logo.svg"):
        folder = brand_folder(tmp_path / name, {name: "mine"})
        with pytest.raises(OutputError) as caught:
            new_brand(folder, Answers(NAMES, logo=logo))
        assert [found.rule for found in caught.value.diagnostics] == ["output/exists"]
        assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == {name: "mine"}


@pytest.mark.parametrize(
    ("answers", "rule"),
    [
        (Answers(NAMES, accent="#ffcc00"), "brand/contrast"),
        (Answers(NAMES, accent="red"), "brand/colour"),
        (Answers(NAMES, paper="a5"), "brand/unknown-paper"),
        (Answers({"lo": "x"}), "brand/unknown-language"),
        (Answers(NAMES, extends="nowhere"), "source/unknown-brand"),
        (Answers(NAMES, extends="./folder"), "source/unknown-brand"),
        (Answers(NAMES, extends="../base.toml"), "source/outside"),
        (Answers({"en": "a\u202eb\x1b[2J"}), "statement/control-character"),
        (Answers({"en": "平"}), "font/missing-glyph"),
        (Answers({"en": "A" * 20_000}), "statement/too-long"),
        (Answers(NAMES, logo=Path("nowhere.svg")), "source/unreadable"),
        (Answers(NAMES, logo=Path()), "source/unreadable"),
    ],
)
def test_what_no_brand_could_be_made_of_is_refused_and_nothing_written(
    tmp_path: Path, answers: Answers, rule: str
) -> None:
    assert rule in refused(tmp_path / "ours", answers) or rule == "statement/too-long"


def test_for_a_colour_that_is_too_pale_the_nearest_that_passes_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="#917300"):
        new_brand(tmp_path, Answers(NAMES, accent="#FFCC00"))
    new_brand(tmp_path, Answers(NAMES, accent="#917300"))


@pytest.mark.parametrize(
    ("width", "height", "printed"), [(400, 200, 14), (2000, 200, 14), (90, 60, 5), (1800, 60, 5), (160, 100, 8)]
)
def test_a_logo_is_as_high_as_its_shape_and_its_pixels_allow(
    tmp_path: Path, width: int, height: int, printed: float
) -> None:
    path = tmp_path / "our.png"
    path.write_bytes(encoded(Image.new("RGB", (width, height), "#1f5f8b"), "PNG"))
    new_brand(tmp_path / "ours", Answers(NAMES, logo=path))
    named = find_brand(tmp_path / "ours")
    assert named.brand.logo
    assert round(named.brand.logo.height_pt / 72 * 25.4) == printed
    assert [found for found in check_brand(named.brand) if found.severity == "error"] == []


@pytest.mark.parametrize(("width", "height", "rule"), [(20, 20, "picture/coarse"), (4000, 40, "brand/logo-width")])
def test_a_logo_that_is_fit_at_no_height_is_refused(tmp_path: Path, width: int, height: int, rule: str) -> None:
    path = tmp_path / "our.png"
    path.write_bytes(encoded(Image.new("RGB", (width, height), "#1f5f8b"), "PNG"))
    assert refused(tmp_path / "ours", Answers(NAMES, logo=path)) == [rule]


def test_a_logo_that_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "our.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', encoding="utf-8")
    assert refused(tmp_path / "ours", Answers(NAMES, logo=path))
