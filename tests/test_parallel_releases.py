"""Parallel editions as files: which are made, what they are called, what stops them."""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result
from made_brands import MADE_BRANDS
from made_parallels import TABLES

from statement_kit import (
    Arrangement,
    CatalogError,
    Format,
    ParallelEdition,
    SourceError,
    Statement,
    StatementKitError,
    build,
    load_catalog,
    load_folder,
    proof,
    render,
    render_parallel,
    translate,
)
from statement_kit.__main__ import main
from statement_kit.commands.running import ExitCode

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "border-ceasefire"
BRANDED = ROOT / "tests" / "statements" / "branded"
KM_EN = ParallelEdition(("km", "en"))
BESIDE = ParallelEdition(("en", "km", "th"), Arrangement.SIDE_BY_SIDE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a small statement that asks for two parallel editions."""
    made = Path(shutil.copytree(BRANDED, tmp_path / "branded"))
    edit(made / "statement.md", "+++\n\n#", TABLES + "+++\n\n#")
    return made


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def names(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir())


def test_a_folder_gets_the_editions_it_asks_for_beside_the_others(folder: Path, tmp_path: Path) -> None:
    made = build(folder, tmp_path / "out", formats=list(Format))
    singles = [f"branded.{tag}.{form}" for tag in ("en", "km", "th") for form in ("pdf", "docx", "txt")]
    parallels = [f"branded.{name}.{form}" for name in ("km+en", "en+km+th") for form in ("pdf", "docx", "txt")]
    assert [path.name for path in made.files] == singles + parallels
    assert names(tmp_path / "out") == sorted(singles + parallels)


def test_a_language_alone_is_made_alone(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out", "km", "txt")
    assert names(tmp_path / "out") == ["branded.km.txt"]


def test_an_edition_that_is_asked_for_is_made_alone(tmp_path: Path) -> None:
    build(BRANDED, tmp_path, formats="pdf", parallel=[KM_EN, BESIDE])
    assert names(tmp_path) == ["branded.en+km+th.pdf", "branded.km+en.pdf"]


def test_languages_and_editions_may_be_asked_for_together(tmp_path: Path) -> None:
    build(BRANDED, tmp_path, ["th"], "txt", parallel=[KM_EN])
    assert names(tmp_path) == ["branded.km+en.txt", "branded.th.txt"]


def test_plain_text_has_one_version_behind_the_other_in_either_arrangement(tmp_path: Path) -> None:
    build(BRANDED, tmp_path, ["en", "km"], "txt")
    alone = [(tmp_path / f"branded.{tag}.txt").read_text(encoding="utf-8") for tag in ("km", "en")]
    for arrangement in Arrangement:
        build(BRANDED, tmp_path, formats="txt", parallel=[ParallelEdition(("km", "en"), arrangement)])
        text = (tmp_path / "branded.km+en.txt").read_text(encoding="utf-8")
        assert text.split("\n* * *\n\n\n") == [f"{alone[0]}\n", alone[1]]


@pytest.mark.parametrize("arrangement", Arrangement)
def test_a_clause_that_is_not_ready_in_one_language_stops_the_edition_and_is_marked_in_a_draft(
    folder: Path, tmp_path: Path, arrangement: Arrangement
) -> None:
    path = folder / "translations" / "km.po"
    edit(path, 'msgctxt "demand.1"\n', '#, fuzzy\nmsgctxt "demand.1"\n')
    edition = ParallelEdition(("en", "km"), arrangement)
    with pytest.raises(CatalogError, match="fuzzy"):
        build(folder, tmp_path / "out", parallel=[edition])
    assert not (tmp_path / "out").exists()
    build(folder, tmp_path / "out", formats="pdf", draft=True, parallel=[edition])
    assert names(tmp_path / "out") == ["branded.en+km.DRAFT.pdf"]
    assert build(folder, tmp_path / "out", formats="pdf", parallel=[ParallelEdition(("en", "th"), arrangement)])


@pytest.mark.parametrize(
    ("edition", "rule"), [(("en", "lo"), "language/not-in-folder"), (("en", "km"), "parallel/repeated")]
)
def test_what_cannot_be_made_is_said(tmp_path: Path, edition: tuple[str, ...], rule: str) -> None:
    with pytest.raises(SourceError, match=rule):
        build(BRANDED, tmp_path, parallel=[ParallelEdition(edition)] * 2)


def test_what_is_no_edition_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="ParallelEdition"):
        build(BRANDED, tmp_path, parallel=["km,en"])  # type: ignore[list-item]


def test_an_arrangement_may_be_named_by_its_value(statements: dict[str, Statement]) -> None:
    made = [statements["km"], statements["en"]]
    named = render_parallel(made, "pdf", arrangement="side-by-side")  # type: ignore[arg-type]
    assert named == render_parallel(made, "pdf", arrangement=Arrangement.SIDE_BY_SIDE)


def test_a_clause_that_does_not_fit_its_column_is_said_at_its_line(folder: Path, tmp_path: Path) -> None:
    edit(folder / "statement.md", "Schools on both sides", f"Schools{'x' * 90} on both sides")
    with pytest.raises(StatementKitError) as caught:
        build(folder, tmp_path, formats="pdf", draft=True, parallel=[BESIDE])
    found = next(one for one in caught.value.diagnostics if one.rule == "layout/overfull")
    assert (found.clause, found.where and Path(found.where.path).name) == ("en:preamble.1", "statement.md")
    assert found.where.line


def test_a_pdf_that_reads_otherwise_than_a_version_of_it_stops_the_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = proof.clause_texts

    def misread(data: bytes) -> dict[str, str]:
        return {clause: text[1:] if clause == "km:demand.1" else text for clause, text in read(data).items()}

    monkeypatch.setattr(proof, "clause_texts", misread)
    with pytest.raises(StatementKitError) as caught:
        build(BRANDED, tmp_path, formats="pdf", parallel=[BESIDE])
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [("pdf/text-differs", "km:demand.1")]
    assert build(BRANDED, tmp_path, formats="pdf", parallel=[BESIDE], proof=False)


def test_a_version_read_in_another_order_stops_the_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = proof.clause_texts

    def shuffled(data: bytes) -> dict[str, str]:
        found = read(data)
        return {"en:issued": found.pop("en:issued"), **found}

    monkeypatch.setattr(proof, "clause_texts", shuffled)
    with pytest.raises(StatementKitError, match="en:issued is read in the place of"):
        build(BRANDED, tmp_path, formats="pdf", parallel=[BESIDE])


@pytest.fixture(scope="module")
def statements() -> dict[str, Statement]:
    """A small statement in three languages."""
    source = load_folder(BRANDED)
    found = {"en": source.statement}
    for tag in ("km", "th"):
        found[tag] = translate(source.statement, load_catalog(BRANDED, tag)).statement
    return found


def test_a_parallel_edition_is_rendered_from_python(statements: dict[str, Statement]) -> None:
    made = [statements["km"], statements["en"]]
    for arrangement in Arrangement:
        pdf = pypdf.PdfReader(BytesIO(render_parallel(made, "pdf", arrangement=arrangement)))
        assert pdf.trailer["/Root"]["/Lang"] == "km"
        assert len(pdf.pages) == (2 if arrangement is Arrangement.IN_TURN else 1)
        with zipfile.ZipFile(BytesIO(render_parallel(made, "docx", arrangement=arrangement))) as docx:
            assert docx.testzip() is None
    text = render_parallel(made, "txt").decode()
    assert all(render(one, "txt").decode().strip() in text for one in made)


def test_what_is_no_parallel_edition_is_refused(statements: dict[str, Statement]) -> None:
    for made in ([statements["km"]], [statements["km"]] * 2, []):
        with pytest.raises(SourceError, match="parallel/languages"):
            render_parallel(made, "txt")
    with pytest.raises(SourceError, match="statement"):
        render_parallel([statements["km"], "en"], "txt")  # type: ignore[list-item]


PRESS = ROOT / "tests" / "statements" / "press"
BEFORE, AFTER = datetime(2025, 7, 28, 1, tzinfo=UTC), datetime(2025, 7, 28, 3, tzinfo=UTC)
"""An hour before its embargo ends, and an hour after."""


@pytest.mark.parametrize("arrangement", Arrangement)
def test_an_edition_is_made_in_brands_and_for_journalists_by_names_that_say_so(
    tmp_path: Path, arrangement: Arrangement
) -> None:
    made = build(
        PRESS,
        tmp_path,
        brands=["th-official", BRANDED],
        parallel=[ParallelEdition(("km", "en"), arrangement)],
        embargoed=True,
        now=BEFORE,
    )
    assert [path.name for path in made.files] == [
        f"press.{brand}.km+en.EMBARGOED.{form}" for brand in ("th-official", "branded") for form in ("pdf", "docx")
    ]


def test_the_gates_of_a_release_are_those_of_its_parallel_editions(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(PRESS, tmp_path / "press"))
    with pytest.raises(SourceError, match="release/embargo"):
        build(folder, tmp_path / "out", "txt", parallel=[KM_EN], now=BEFORE)
    assert not (tmp_path / "out").exists()
    build(folder, tmp_path / "out", formats="txt", parallel=[KM_EN], now=AFTER)
    build(folder, tmp_path / "out", formats="txt", parallel=[KM_EN], before_embargo=True)
    build(folder, tmp_path / "out", formats="txt", parallel=[KM_EN], draft=True)
    assert names(tmp_path / "out") == ["press.km+en.DRAFT.txt", "press.km+en.txt"]
    assert "For immediate release" in (tmp_path / "out" / "press.km+en.txt").read_text(encoding="utf-8")
    text = (folder / "statement.md").read_text(encoding="utf-8")
    asked = re.sub(r"^consent = .*\n", "", text, count=1, flags=re.MULTILINE)
    (folder / "statement.md").write_text(asked, encoding="utf-8")
    with pytest.raises(SourceError, match="press/no-consent"):
        build(folder, tmp_path / "other", formats="txt", parallel=[KM_EN], now=AFTER)


def test_from_python_too_and_what_all_versions_lack_is_said_once() -> None:
    source = load_folder(PRESS)
    made = [translate(source.statement, load_catalog(PRESS, "km")).statement, source.statement]
    with pytest.raises(SourceError) as caught:
        render_parallel(made, "txt", now=BEFORE)
    assert [found.rule for found in caught.value.diagnostics] == ["release/embargo"]
    assert "Embargoed until" in render_parallel(made, "txt", embargoed=True).decode()
    assert render_parallel(made, "txt", now=AFTER) == render_parallel(made, "txt", before_embargo=True)


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("look", MADE_BRANDS)
def test_editions_of_a_press_release_are_proved_in_every_dress(look: str, arrangement: Arrangement) -> None:
    source = load_folder(PRESS)
    made = [translate(source.statement, load_catalog(PRESS, "km")).statement, source.statement]
    pdf = render_parallel(made, "pdf", MADE_BRANDS[look], arrangement=arrangement, embargoed=True)
    read = proof.clause_texts(pdf)
    headed = ("km:", "en:") if arrangement is Arrangement.IN_TURN else ("km:",)
    assert [one for one in read if one.partition(":")[2] in MADE_BRANDS[look].logos] == [
        f"{own}{name}" for own in headed for name in MADE_BRANDS[look].logos
    ]
    assert {"en:contact.2", "en:end-mark", "km:availability"} <= read.keys()
    assert not {"km:contact.2", "km:end-mark"} & read.keys()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_the_command_makes_editions_in_turn_or_side_by_side(tmp_path: Path) -> None:
    sizes = []
    for how in ([], ["--side-by-side"]):
        options = ["--parallel", "km,en", "--parallel", "th, km, en", *how, "--format", "pdf", "--no-proof"]
        assert run("build", EXAMPLE, *options, "--out", tmp_path).exit_code == ExitCode.SUCCESS
        assert names(tmp_path) == ["border-ceasefire.km+en.pdf", "border-ceasefire.th+km+en.pdf"]
        sizes.append([len(pypdf.PdfReader(path).pages) for path in sorted(tmp_path.iterdir())])
    assert sizes[0] != sizes[1]


def test_the_command_says_what_is_wrong_with_an_edition(tmp_path: Path) -> None:
    assert run("build", EXAMPLE, "--side-by-side", "--out", tmp_path / "out").exit_code == 2
    result = run("build", EXAMPLE, "--parallel", "km", "--parallel", "en,en", "--out", tmp_path / "out")
    assert result.exit_code == ExitCode.SOURCE
    assert "two or three languages" in result.stderr
    assert "“en” twice" in result.stderr
    assert not (tmp_path / "out").exists()
