"""Every PDF before the judges of its standards: PDF/A-2a and PDF/UA-1 by veraPDF, its syntax by qpdf and pikepdf."""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import pikepdf
import pytest
from made_annexes import everything_of, listed, organisations
from made_brands import EXAMPLE_BRANDS, MADE_BRANDS
from made_parallels import SETS, from_folder, of
from made_pictures import logo_files
from verapdf import FLAVOURS, Fault, fetch, validate

from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand, Logo
from statement_kit.brand.profiles import PROFILES
from statement_kit.catalogs import load_catalog
from statement_kit.document.parallel import with_each
from statement_kit.editions import Arrangement
from statement_kit.layout.pages import lay_out
from statement_kit.pictures import parse_picture
from statement_kit.release import Format, render
from statement_kit.resources import fonts_folder
from statement_kit.source.folder import load_folder
from statement_kit.text.fonts import font_library
from statement_kit.translation.translate import translate
from statement_kit.writers.pdf import write_pdf

ROOT = Path(__file__).parents[2]
LANGUAGES = ["en", "km", "th"]
FOLDERS = {
    path.parent.name: path.parent
    for parent in (ROOT / "examples", ROOT / "tests" / "statements")
    for path in sorted(parent.glob("*/statement.md"))
}
"""Every example, and every statement of the tests."""

BRANDS: Mapping[str, Brand] = {
    **PROFILES,
    "letterhead": Brand(
        names={"en": "Peace Now", "km": "សន្តិភាព", "th": "สันติภาพ"},  # Khmer and Thai: "peace"
        letterhead=dict.fromkeys(LANGUAGES, ("54 Street 306, Phnom Penh", "www.example.org")),
    ),
}
"""The looks in which statements are judged that have none of their own."""

LOGOS: Mapping[str, Brand] = {
    name: Brand(logo=Logo(parse_picture(data, name), dict.fromkeys(LANGUAGES, "Logo of the Coalition for Peace")))
    for name, data in logo_files().items()
}
"""A logo in each form a picture may have, on one statement in one language."""

OWN_BRAND = "own-brand"
DRAFT = "draft"
ANNEX = "annex"

EDITIONS = [
    f"{folder}.{brand}.{language}"
    for folder in FOLDERS
    if folder not in ("clean-water", "press", "branded")
    for brand in BRANDS
    for language in LANGUAGES
]
EDITIONS += [f"branded.{OWN_BRAND}.{language}" for language in LANGUAGES] + [f"branded.{logo}.en" for logo in LOGOS]
EDITIONS += [f"everything.{DRAFT}.{language}" for language in LANGUAGES]
EDITIONS += [f"press.kit.{language}" for language in LANGUAGES]
EDITIONS += [f"clean-water.{brand}.{language}" for brand in EXAMPLE_BRANDS for language in LANGUAGES]
EDITIONS += [f"{ANNEX}.kit.{language}" for language in LANGUAGES] + [f"{ANNEX}.th-official.th"]
EDITIONS += [f"{folder}.{brand}.km" for folder in ("everything", ANNEX) for brand in MADE_BRANDS]
EDITIONS += [
    f"{folder}.{arrangement}{look}.{'+'.join(SETS[-1])}"
    for folder, look in (("border-ceasefire", ""), ("everything", ""), ("press", " loud"), (ANNEX, ""))
    for arrangement in Arrangement
]
"""Every statement in every language, and each thing a brand or an edition can be at least once."""


def render_edition(name: str) -> bytes:
    """The PDF of a statement, by the names of its folder, its brand and its language."""
    folder, brand, language = name.split(".")
    arrangement, _, look_name = brand.partition(" ")
    if arrangement in tuple(Arrangement):
        return parallel_edition(folder, Arrangement(arrangement), language.split("+"), MADE_BRANDS.get(look_name))
    if folder == ANNEX:
        return annex(language, {**PROFILES, **MADE_BRANDS}[brand])
    source = load_folder(FOLDERS[folder])
    statement = source.statement
    if language != statement.language:
        statement = translate(statement, load_catalog(FOLDERS[folder], language)).statement
    look = {**BRANDS, **LOGOS, **MADE_BRANDS, **EXAMPLE_BRANDS}.get(brand, source.brand)
    embargoed = statement.press.embargo is not None
    return render(statement, Format.PDF, look, source.lexicon, draft=brand == DRAFT, embargoed=embargoed)


def parallel_edition(folder: str, arrangement: Arrangement, tags: list[str], brand: Brand | None = None) -> bytes:
    """The PDF of a statement, or of an annex with everything, in several languages and a brand, or its own."""
    if folder == ANNEX:
        content, look = of({tag: everything_of(tag) for tag in tags}, tags, arrangement), Brand()
    else:
        content, look = from_folder(FOLDERS[folder], tags, arrangement)
    look = brand or look
    content = with_each(content, partial(with_label_forms, brand=look))
    library = font_library(fonts_folder()).with_files(look.fonts)
    return write_pdf(content, lay_out(content, look, library))


def annex(language: str, brand: Brand) -> bytes:
    """The PDF of an annex with everything that one may have, and with lists that go on over pages."""
    document, long = everything_of(language), listed(language, ("", organisations(620)), logos=50)
    blocks = (*document.blocks, *(replace(block, id=f"long.{block.id}") for block in long.blocks[3:]))
    wall = (*document.wall, *(replace(logo, id=f"long.{logo.id}") for logo in long.wall))
    document = replace(document, blocks=blocks, wall=wall)
    return write_pdf(document, lay_out(document, brand, font_library(fonts_folder())))


def _unmarked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def _without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _untitled(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _without_alternatives(pdf: pikepdf.Pdf) -> None:
    """No link says any more where it leads."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            del annotation["/Contents"]


def _without_words(pdf: pikepdf.Pdf) -> None:
    """Nothing is said of the picture any more."""
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure":
            del element["/Alt"]


def _without_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _without_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


SPOILED: Mapping[str, tuple[Callable[[pikepdf.Pdf], None], dict[str, str]]] = {
    "unmarked": (_unmarked, {"2a": "6.7.2.2", "ua1": "6.2"}),
    "without-language": (_without_language, {"ua1": "7.2"}),
    "untitled": (_untitled, {"ua1": "7.1"}),
    "without-alternatives": (_without_alternatives, {"ua1": "7.18.5"}),
    "without-words": (_without_words, {"ua1": "7.3"}),
    "without-intent": (_without_intent, {"2a": "6.2.4.3"}),
    "without-metadata": (_without_metadata, {"2a": "6.6.2.1", "ua1": "7.1"}),
}
"""What spoils a good file, and the clause that a judge who looks must then name, by flavour."""


Verdicts = Mapping[str, Mapping[str, list[Fault]]]
"""By flavour and name of a file, its faults."""


@pytest.fixture(scope="module")
def validator(judge: Callable[..., str]) -> Callable[[Path], Verdicts]:
    """Has every PDF of a folder judged, in one run per flavour."""
    java, jar = judge("java"), judge("veraPDF", at=os.environ.get("VERAPDF"))

    def verdicts(folder: Path) -> Verdicts:
        files = sorted(folder.glob("*.pdf"))
        found = {flavour: validate(java, jar, flavour, files) for flavour in FLAVOURS}
        return {flavour: {file.stem: faults for file, faults in of.items()} for flavour, of in found.items()}

    return verdicts


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the editions' PDFs."""
    folder = tmp_path_factory.mktemp("editions")
    for edition in EDITIONS:
        (folder / f"{edition}.pdf").write_bytes(render_edition(edition))
    return folder


@pytest.fixture(scope="module")
def verdicts(pdfs: Path, validator: Callable[[Path], Verdicts]) -> Verdicts:
    """What is said of the editions."""
    return validator(pdfs)


@pytest.fixture(scope="module")
def verdicts_on_spoiled(
    pdfs: Path, validator: Callable[[Path], Verdicts], tmp_path_factory: pytest.TempPathFactory
) -> Verdicts:
    """What is said of an edition with links and a logo, spoiled in each way."""
    folder = tmp_path_factory.mktemp("spoiled")
    for name, (spoil, _) in SPOILED.items():
        with pikepdf.open(pdfs / f"branded.{OWN_BRAND}.en.pdf") as pdf:
            spoil(pdf)
            pdf.save(folder / f"{name}.pdf")
    return validator(folder)


@pytest.mark.parametrize(("edition", "flavour"), list(product(EDITIONS, FLAVOURS)))
def test_a_pdf_meets_its_standard(edition: str, flavour: str, verdicts: Verdicts) -> None:
    faults = verdicts[flavour][edition]
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize(
    ("name", "flavour", "clause"),
    [(name, flavour, clause) for name, (_, clauses) in SPOILED.items() for flavour, clause in clauses.items()],
)
def test_the_judge_reports_what_was_spoiled(
    name: str, flavour: str, clause: str, verdicts_on_spoiled: Verdicts
) -> None:
    assert clause in {fault.clause for fault in verdicts_on_spoiled[flavour][name]}


def test_the_judge_reports_a_file_it_cannot_read(tmp_path: Path, validator: Callable[[Path], Verdicts]) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    found = validator(tmp_path)
    assert [[fault.clause for fault in found[flavour]["broken"]] for flavour in FLAVOURS] == [["no verdict"]] * 2


def test_another_file_than_the_pinned_judge_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.jar"
    other.write_bytes(b"not the validator")
    with pytest.raises(ValueError, match="SHA-256"):
        fetch(tmp_path / "judges", other.as_uri())
    assert not (tmp_path / "judges").exists()


@pytest.mark.parametrize("edition", EDITIONS)
def test_qpdf_finds_no_fault(edition: str, pdfs: Path, judge: Callable[[str], str]) -> None:
    command = [judge("qpdf"), "--check", pdfs / f"{edition}.pdf"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "WARNING" not in result.stdout + result.stderr


@pytest.mark.parametrize("edition", EDITIONS)
def test_pikepdf_has_nothing_to_say(edition: str, pdfs: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), pikepdf.open(pdfs / f"{edition}.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []
    assert caplog.records == []
