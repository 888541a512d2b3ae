"""Packs as XLIFF 2 before outside judges: OASIS's schemas, Okapi's library, and translate-toolkit, Weblate's hands."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import okapi
import pytest
from lxml import etree
from made_xliff import EVERYTHING, pack, row, whole
from translate.storage.xliff2 import Xliff2File

from statement_kit.packs.pack import Pack
from statement_kit.packs.returned import Returned, Verdict
from statement_kit.packs.unpack import Applied, apply
from statement_kit.packs.xliff import write_xliff
from statement_kit.packs.xliff_reading import read_xliff
from statement_kit.source.folder import load_folder
from statement_kit.translation.po_file import read_po_file

SCHEMAS = Path(__file__).parent / "xliff_schemas"

STRANGE = pack(
    row("a\x07b \u200b\u00a0\t\\\nc\ufffe & < > \"'\r", "*ក\x00\x1b*\\\n", "translated", "demand.1.1"),  # a letter
    row(
        "***both*** [**a** *b*](https://example.org/(x))[^1]", "[*ក* **ខ**](https://example.org/(x))", "fuzzy", "note.x"
    ),
    row("`*code*` and *a", "_ក_ **ខ** {name}", "approved", "section.2.1", note="a note\n\n  of lines "),
    row("  leading and trailing  ", "", "missing", "title"),
)
"""What no statement holds, in one pack."""

PACKS = {"km": whole("km"), "th": whole("th"), "strange": STRANGE}


class _OwnSchemas(etree.Resolver):
    """Finds what the schemas import beside them, whatever folder they name."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        return self.resolve_filename(str(SCHEMAS / Path(system_url).name), context)


def schema(name: str) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_OwnSchemas())
    return etree.XMLSchema(etree.parse(SCHEMAS / name, parser))


@pytest.fixture(params=PACKS)
def made(request: pytest.FixtureRequest) -> Pack:
    """Each pack in turn."""
    return PACKS[request.param]


@pytest.fixture(scope="module")
def library(judge: Callable[..., str]) -> tuple[str, str]:
    """The Java that compiles a program as it starts it, and the folder of Okapi's library."""
    judge("javac")
    return judge("java"), judge("okapi", at=os.environ.get("OKAPI"))


def assert_nothing_changed(back: Returned, made: Pack) -> None:
    """Every clause as it left; what a tool says of it is not looked at."""
    assert (back.project, back.source_language, back.language) == (made.project, made.source_language, made.language)
    left = [(row.clause, row.source, row.text, row.note, row.digest) for row in made.rows]
    assert [(row.clause, row.source, row.text, row.note, row.digest) for row in back.rows] == left


def test_the_schemas_of_oasis_find_no_fault(made: Pack) -> None:
    document = etree.fromstring(write_xliff(made))
    schema("xliff_core_2.0.xsd").assertValid(document)
    for name in ("metadata", "glossary"):
        module = schema(f"{name}.xsd")
        for element in document.iter(f"{{urn:oasis:names:tc:xliff:{name}:2.0}}{name}"):
            module.assertValid(etree.ElementTree(element))


def test_the_schemas_find_faults_where_there_are_some() -> None:
    text = write_xliff(PACKS["km"]).decode()
    for old, new in (('state="final"', 'state="good"'), ("<notes>", "<remarks/><notes>")):
        assert not schema("xliff_core_2.0.xsd").validate(etree.fromstring(text.replace(old, new, 1).encode()))


def test_okapi_finds_no_fault_and_would_find_one(library: tuple[str, str], tmp_path: Path) -> None:
    files = {name: tmp_path / f"{name}.xlf" for name in PACKS}
    for name, path in files.items():
        path.write_bytes(write_xliff(PACKS[name]))
    spoilt = tmp_path / "spoilt.xlf"
    spoilt.write_bytes(write_xliff(PACKS["km"]).replace(b'dataRef="d1"', b'dataRef="lost"', 1))
    verdicts = okapi.validate(*library, [*files.values(), spoilt])
    assert "lost" in verdicts.pop(spoilt)
    assert verdicts == dict.fromkeys(files.values(), "")


@pytest.mark.parametrize("split", [False, True], ids=["rewritten", "split"])
def test_what_okapi_writes_again_comes_back_character_for_character(
    *, made: Pack, split: bool, library: tuple[str, str], tmp_path: Path
) -> None:
    before, after = tmp_path / "before.xlf", tmp_path / "after.xlf"
    before.write_bytes(write_xliff(made))
    okapi.rewrite(*library, before, after, split=split)
    assert (after.read_bytes().count(b"<segment") > len(made.rows)) is split
    back = read_xliff(after.read_bytes(), "after.xlf")
    assert_nothing_changed(back, made)
    assert {row.verdict for row in back.rows} == {Verdict.NONE}


def test_what_an_agency_translates_in_segments_is_put_into_the_po_file_and_nothing_else_changes(
    library: tuple[str, str], tmp_path: Path
) -> None:
    """From the clauses of a statement to its catalog and back, through a tool that parts and writes everything anew."""
    source = load_folder(EVERYTHING)
    catalog = (EVERYTHING / "translations" / "km.po").read_bytes()
    made = replace(whole("km"), project=source.name)
    before, after = tmp_path / "before.xlf", tmp_path / "after.xlf"
    before.write_bytes(write_xliff(made))
    okapi.rewrite(*library, before, after, split=True)

    def put_in(data: bytes) -> Applied:
        returned = read_xliff(data, "after.xlf")
        return apply(
            returned, catalog, "km.po", source.statement.clauses(), source.name, datetime(2030, 1, 2, tzinfo=UTC)
        )

    untouched = put_in(after.read_bytes())
    assert (untouched.data, untouched.taken, untouched.warnings) == (catalog, (), ())
    old, new = "អំពីយើងខ្ញុំ", "អំពីពួកយើង"  # about us, twice
    before.write_bytes(write_xliff(made).replace(old.encode(), new.encode()))
    okapi.rewrite(*library, before, after, split=True)
    changed = put_in(after.read_bytes())
    assert [(found.rule, found.clause) for found in changed.taken] == [("pack/taken", "section.1")]
    expected = read_po_file(catalog.replace(old.encode(), new.encode()), "km.po")
    assert read_po_file(changed.data, "km.po").messages == expected.messages


def test_what_translate_toolkit_saves_again_comes_back_character_for_character(made: Pack) -> None:
    assert_nothing_changed(read_xliff(bytes(Xliff2File.parsestring(write_xliff(made))), "saved.xlf"), made)


def test_what_is_translated_in_translate_toolkit_comes_back_with_its_state() -> None:
    made = pack(row("One *two*", "", "missing"), row("Three", "បី", "fuzzy", "demand.1.2"))  # three
    store = Xliff2File.parsestring(write_xliff(made))
    first, second = store.units
    assert (first.source, second.isfuzzy()) == ("One two", True)
    first.target = "មួយ *ពីរ*"  # one two
    for unit in store.units:
        unit.markfuzzy(False)
    back = read_xliff(bytes(store), "saved.xlf")
    assert [(row.text, row.verdict) for row in back.rows] == [("មួយ *ពីរ*", Verdict.DONE), ("បី", Verdict.DONE)]


def test_known_loss_translate_toolkit_shows_translators_no_marks() -> None:
    """It, and so Weblate, sets plain text: whoever translates there types the Markdown, and the kit checks it."""
    (unit,) = Xliff2File.parsestring(write_xliff(pack(row("One *two*[^1]", "")))).units
    assert unit.source == "One two"
