"""Counts in translations: their names are the source's, their forms the language's, and catalogs keep them whole."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import write_po

from statement_kit.diagnostics import CatalogError, Diagnostic, Location
from statement_kit.model import Statement
from statement_kit.translation.catalog import Catalog, Entry
from statement_kit.translation.po_file import Message, read_po_file, write_po_file
from statement_kit.translation.translate import placeholder_difference, translate

PLURAL = "{endorsers, plural, one {# organisation} other {{endorsers, spellout} organisations}}"
SOURCE = f"We, the undersigned {PLURAL}, call for peace"
KHMER = "យើងខ្ញុំ អង្គការចំនួន {endorsers, spellout} សូមអំពាវនាវរកសន្តិភាព"  # we, organisations numbering …, call for peace

HEADER = 'msgid ""\nmsgstr ""\n"Language: km\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.mark.parametrize(
    ("source", "text", "said"),
    [
        (SOURCE, KHMER, ""),
        ("{endorsers}", "{ endorsers , spellout , capital }", ""),
        ("{endorsers} of {late}", "{late} {endorsers}", ""),
        ("{endorsers}", "102", "{endorsers} lost"),
        ("102", "{endorsers}", "{endorsers} added"),
        ("{endorsers}", "{organisations}", "{endorsers} lost, {organisations} added"),
        ("{endorsers} {endorsers}", PLURAL, "{endorsers} lost"),
        (
            "{late, plural, =0 {} other {, # of {endorsers} late}}",
            "{late, plural, other {# {endorsers} {endorsers}}}",
            "",
        ),
        ("{late, plural, =0 {} other {, # of {endorsers} late}}", "{late} {endorsers}", ""),
        ("{late, plural, =0 {} other {, # of {endorsers} late}}", "{late}", "{endorsers} lost"),
        ("{endorsers}", "{endorsers, plural, one {x}}", ""),
        ("{endorsers} {name}", "{name} {endorsers, spellout}", ""),
        ("{endorsers} {name}", "{endorsers}", "{name} lost"),
        ("{endorsers}", "{endorsrs}", "{endorsers} lost, {endorsrs} added"),
        ("{endorsers}", "{អ្នកចុះហត្ថលេខា}", "{endorsers} lost, {អ្នកចុះហត្ថលេខា} added"),  # "who sign"
        ("{endorsers}", "{endorsers", "a brace is not closed"),
        (PLURAL, PLURAL[:-1], "a brace is not closed"),
    ],
)
def test_of_counts_names_are_compared_and_how_often_they_stand(source: str, text: str, said: str) -> None:
    assert placeholder_difference(source, text) == said


def refused(source: str, text: str, language: str = "km") -> list[Diagnostic]:
    statement = Statement("Title", (source,), (), date(2025, 7, 28))
    place = Location(f"{language}.po", 9)
    entries = {"title": Entry("Title", "T", False, place), "preamble.1": Entry(source, text, False, place)}
    with pytest.raises(CatalogError) as caught:
        translate(statement, Catalog(language, f"{language}.po", entries))
    return list(caught.value.diagnostics)


def test_a_form_of_its_own_is_taken_from_a_translation() -> None:
    statement = Statement("Title", (SOURCE,), (), date(2025, 7, 28))
    place = Location("km.po", 9)
    entries = {"title": Entry("Title", "T", False, place), "preamble.1": Entry(SOURCE, KHMER, False, place)}
    assert translate(statement, Catalog("km", "km.po", entries)).statement.preamble == (KHMER,)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("{endorsers, plural, one {x} other {y}}", "km", "“one”, which this language does not have"),
        ("{endorsers, plural, one {x} other {y}}", "th", "“one”, which this language does not have"),
        ("{endorsers, plural, one {x} few {z} other {y}}", "en-GB", "“few”, which this language does not have"),
        ("{endorsers, plural, =1 {x}}", "km", "without the plural form “other”"),
        ("{endorsers, plural, other {*x*}}", "km", "a “*” in its words"),
        ("{endorsers, ordinal}", "km", "in a form that no count has"),
        ("{{endorsers}}", "km", "two pairs of braces"),
    ],
)
def test_a_form_that_a_translation_cannot_have_is_refused_with_what_to_do(text: str, language: str, said: str) -> None:
    (found,) = refused("{endorsers}", text, language)
    assert (found.rule, found.clause, str(found.where)) == ("catalog/placeholder", "preamble.1", f"{language}.po:9")
    assert said in found.message
    assert found.hint


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("{endorsers, plural, =1 {x} other {y}}", "km"),
        ("{endorsers, plural, other {# y}}", "th"),
        ("{endorsers, plural, one {x} few {y} many {z} other {w}}", "pl"),
        ("{endorsers, plural, zero {x} other {w}}", "tlh"),
    ],
)
def test_forms_that_a_language_has_are_taken(text: str, language: str) -> None:
    statement = Statement("Title", ("{endorsers}",), (), date(2025, 7, 28))
    place = Location("x.po", 9)
    entries = {"title": Entry("Title", "T", False, place), "preamble.1": Entry("{endorsers}", text, False, place)}
    assert translate(statement, Catalog(language, "x.po", entries)).warnings == ()


def test_whoever_lost_a_count_is_told_that_its_form_may_be_another() -> None:
    (with_count,), (without,) = refused("{endorsers}", "១០២"), refused("{a b}", "{c d}")
    assert (with_count.rule, without.rule) == ("catalog/placeholder", "catalog/placeholder")
    assert "its form may be another" in str(with_count.hint)
    assert "its form may be another" not in str(without.hint)


def test_a_catalog_is_written_and_read_with_its_counts_whole() -> None:
    long = f"{SOURCE} {SOURCE} {SOURCE}"
    messages = (Message("title", SOURCE, KHMER), Message("preamble.1", long, f"{KHMER} {PLURAL}"))
    data = write_po_file(HEADER, messages)
    assert read_po_file(data, "km.po").messages == messages
    assert b"#," not in data


def test_flags_for_python_that_babel_gives_to_counts_do_not_get_into_a_catalog() -> None:
    catalog = BabelCatalog(locale="km")
    catalog.add("We, {endorsers}, call", KHMER, context="title")
    file = BytesIO()
    write_po(file, catalog)
    assert b"#, python-brace-format" in file.getvalue()
    ((message,), data) = read_po_file(file.getvalue(), "km.po").messages, file.getvalue()
    assert message.flags == frozenset()
    assert b"python" not in write_po_file(read_po_file(data, "km.po").header, [message])


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_finds_nothing_to_complain_about_in_another_form(tmp_path: Path) -> None:
    path = tmp_path / "km.po"
    path.write_bytes(write_po_file(HEADER, [Message("title", SOURCE, KHMER), Message("a", "{endorsers}", PLURAL)]))
    done = subprocess.run(["msgfmt", "--check-format", "-o", "/dev/null", path], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
