"""`build --brand`: all versions in one go, all files or none, and findings that say which brand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_brand_files import brand_folder

from statement_kit import FontError, OutputError, SourceError, build
from statement_kit.__main__ import main

EXAMPLE = Path(__file__).parent.parent / "examples" / "border-ceasefire"
NAMES = '[name]\nen = "{0}"\nkm = "{0}"\nth = "{0}"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example with a brand of its own, and two others beside it; the tests stand there."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "peace")
    brands = {
        "red.toml": NAMES.format("Red"),
        "blue/brand.toml": NAMES.format("Blue"),
        "peace/brand.toml": NAMES.format("Own"),
    }
    brand_folder(tmp_path, brands)
    return Path("peace")


def names(out: str) -> list[str]:
    return sorted(path.name for path in Path(out).iterdir()) if Path(out).exists() else []


def test_every_brand_is_made_and_named(folder: Path) -> None:
    made = build(folder, "out", ["en", "km"], "txt", brands=["red.toml", "blue", "peace"])
    assert names("out") == sorted(path.name for path in made.files)
    assert names("out") == [f"peace.{brand}.{tag}.txt" for brand in ("blue", "peace", "red") for tag in ("en", "km")]


def test_one_that_is_not_the_folders_own_is_named_too(folder: Path) -> None:
    build(folder, "out", "en", "txt", brands="red.toml")
    assert names("out") == ["peace.red.en.txt"]


@pytest.mark.parametrize("which", ["peace", "peace/brand.toml", "./peace/../peace"])
def test_the_folders_own_alone_is_not_named(folder: Path, which: str) -> None:
    build(folder, "out", "en", "pdf", brands=[which])
    build(folder, "plain", "en", "pdf")
    assert names("out") == ["peace.en.pdf"]
    assert Path("out/peace.en.pdf").read_bytes() == Path("plain/peace.en.pdf").read_bytes()


def test_each_brand_looks_as_it_says(folder: Path) -> None:
    build(folder, "out", "en", "pdf", brands=["red.toml", "blue"])
    brand_folder(folder, {"brand.toml": NAMES.format("Red")})
    build(folder, "plain", "en", "pdf")
    assert Path("out/peace.red.en.pdf").read_bytes() == Path("plain/peace.en.pdf").read_bytes()
    assert Path("out/peace.blue.en.pdf").read_bytes() != Path("plain/peace.en.pdf").read_bytes()


def test_where_a_brand_is_asked_for_the_folders_own_does_not_matter(folder: Path) -> None:
    brand_folder(folder, {"brand.toml": "size = 0\n"})
    assert len(build(folder, "out", "en", "txt", brands="red.toml").files) == 1


def test_brands_that_cannot_be_read_stop_everything_together(folder: Path) -> None:
    brand_folder(Path(), {"red.toml": "size = 0\n"})
    with pytest.raises(SourceError) as caught:
        build(folder, "out", "en", "txt", brands=["blue", "red.toml", "nowhere"])
    assert [found.rule for found in caught.value.diagnostics] == ["source/wrong-value", "source/unknown-brand"]
    assert names("out") == []


def test_one_brand_that_cannot_be_made_stops_the_others(folder: Path) -> None:
    brand_folder(Path(), {"red.toml": NAMES.format("平"), "green.toml": '[name]\nen = "Green"\n'})
    with pytest.raises(FontError) as caught:
        build(folder, "out", ["en"], brands=["blue", "red.toml"])
    assert str(caught.value.diagnostics[0].where) == "red.toml:1"
    with pytest.raises(SourceError) as lacking:
        build(folder, "out", ["en", "km"], brands=["blue", "green.toml"])
    assert [(found.rule, str(found.where)) for found in lacking.value.diagnostics] == [
        ("brand/no-name", "green.toml:1")
    ]
    assert names("out") == []


def test_a_finding_about_the_text_says_in_which_brand_it_is(folder: Path) -> None:
    brand_folder(Path(), {"red.toml": NAMES.format("Red") + "[styles.title]\nsize = 10\n"})
    path = folder / "statement.md"
    text = path.read_text(encoding="utf-8").replace("# Calling for", "# Callingforanimmediateandlasting", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=r"\(In the brand “red”\.\)") as caught:
        build(folder, "out", ["en"], "pdf", brands=["blue", "red.toml"])
    assert "“blue”" not in str(caught.value)
    assert names("out") == []


def test_two_brands_of_one_name_are_refused(folder: Path) -> None:
    brand_folder(Path(), {"other/RED.toml": NAMES.format("Other")})
    with pytest.raises(SourceError) as caught:
        build(folder, "out", "en", "txt", brands=["red.toml", "other/RED.toml"])
    assert [found.rule for found in caught.value.diagnostics] == ["brand/same-name"]


def test_files_of_a_brand_are_drafts_and_signed_like_all_others(folder: Path) -> None:
    build(folder, "out", "en", "pdf", draft=True, brands="red.toml")
    assert names("out") == ["peace.red.en.DRAFT.pdf"]
    path = Path("out/peace.red.en.DRAFT.pdf")
    path.write_bytes(path.read_bytes() + b"/ByteRange")
    with pytest.raises(OutputError):
        build(folder, "out", "en", "pdf", draft=True, brands="red.toml")


def test_the_command_takes_a_brand_as_often_as_there_are_some(folder: Path) -> None:
    arguments = [
        "build",
        str(folder),
        "--format",
        "txt",
        "--lang",
        "en",
        "--brand",
        "red.toml",
        "--brand",
        "kit",
        "--json",
    ]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert json.loads(result.stdout)["files"] == ["build/peace.red.en.txt", "build/peace.kit.en.txt"]
