"""The guard: nothing missing, fuzzy, stale or damaged gets into a statement."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from statement_kit.diagnostics import CatalogError, Location, Severity, SourceError
from statement_kit.model import Demand, Note, Statement
from statement_kit.passages import ItemList, Quotation
from statement_kit.translation.catalog import Catalog, Entry
from statement_kit.translation.translate import markup_difference, placeholder_difference, translate

STATEMENT = Statement("Title", ("Hello {endorsers}",), (Demand("Peace", ("Now",)),), date(2025, 7, 28))


def catalog(**changes: Entry | None) -> Catalog:
    """A whole catalog, with some entries changed, added or (None) left out; `preamble_1` is `preamble.1`."""
    entries = {
        clause.id: Entry(clause.text, f"ខ្មែរ {clause.text}", False, Location("km.po", line))
        for line, clause in enumerate(STATEMENT.clauses(), 10)
    }
    changed = {name.replace("_", "."): entry for name, entry in changes.items()}
    return Catalog("km", "km.po", {key: entry for key, entry in (entries | changed).items() if entry})


def entry(source: str, text: str, *, fuzzy: bool = False) -> Entry:
    return Entry(source, text, fuzzy, Location("km.po", 99))


def refused(wanted: Catalog) -> list[tuple[str, str | None, str]]:
    with pytest.raises(CatalogError) as caught:
        translate(STATEMENT, wanted)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, found.clause, str(found.where)) for found in caught.value.diagnostics]


def test_a_whole_catalog_gives_the_statement_in_its_language() -> None:
    translation = translate(STATEMENT, catalog())
    assert translation.statement.language == "km"
    assert [clause.text for clause in translation.statement.clauses()] == [
        f"ខ្មែរ {clause.text}" for clause in STATEMENT.clauses()
    ]
    assert translation.places["demand.1"] == Location("km.po", 12)
    assert translation.warnings == ()


def test_the_catalog_of_another_statement_is_one_finding_and_not_one_for_each_clause() -> None:
    other = {clause.id: entry(f"Another {clause.text}", "ខ្មែរ") for clause in STATEMENT.clauses()}
    assert refused(Catalog("km", "km.po", other)) == [("catalog/other-statement", None, "km.po")]


@pytest.mark.parametrize(
    ("changed", "rule", "place"),
    [
        (None, "catalog/missing", "km.po"),
        (entry("Peace", ""), "catalog/missing", "km.po:99"),
        (entry("Peace", " \u200b "), "catalog/missing", "km.po:99"),
        (entry("Peace", "សន្តិភាព", fuzzy=True), "catalog/fuzzy", "km.po:99"),
        (entry("Peace", "", fuzzy=True), "catalog/missing", "km.po:99"),
        (entry("No peace", "សន្តិភាព"), "catalog/stale", "km.po:99"),
        (entry("Peace ", "សន្តិភាព"), "catalog/stale", "km.po:99"),
        (entry("Peace", "សន្តិភាព {extra}"), "catalog/placeholder", "km.po:99"),
        (entry("Peace", "សន្តិភាព {"), "catalog/placeholder", "km.po:99"),
        (entry("Peace", "&nbsp;"), "catalog/missing", "km.po:99"),
        (entry("Peace", "សន្តិភាព[^a]"), "catalog/markup", "km.po:99"),
        (entry("Peace", "[សន្តិភាព](https://x.org)"), "catalog/markup", "km.po:99"),
        (entry("Peace", "`សន្តិភាព`"), "catalog/markup", "km.po:99"),
        (entry("Peace", "[សន្តិភាព](javascript:x)"), "catalog/markup", "km.po:99"),
        (entry("Peace", "*សន្តិភាព"), "catalog/markup", "km.po:99"),
        (entry("Peace", "សន្តិភាព\\\n"), "catalog/markup", "km.po:99"),
        (entry("Peace", "សន្តិ&#10;ភាព"), "statement/control-character", "km.po:99"),
        (entry("Peace", "សន្តិ&#8232;ភាព"), "statement/control-character", "km.po:99"),
        (entry("Peace", "សន្តិ\ufffcភាព"), "statement/control-character", "km.po:99"),
        (entry("Peace", "សន្តិ\\\n\\\nភាព"), "catalog/markup", "km.po:99"),
        (entry("Peace", "សន្តិ\nភាព"), "statement/control-character", "km.po:99"),
        (entry("Peace", "សន្តិភាព\n"), "statement/control-character", "km.po:99"),
        (entry("Peace", "សន្តិ\0ភាព"), "statement/control-character", "km.po:99"),
    ],
)
def test_a_clause_that_is_not_translated_and_current_is_refused(changed: Entry | None, rule: str, place: str) -> None:
    assert refused(catalog(demand_1=changed)) == [(rule, "demand.1", place)]


def test_all_clauses_in_want_of_work_come_at_once() -> None:
    wrong = catalog(
        title=None,
        preamble_1=entry("Hello {endorsers}", "សួស្តី"),
        demand_1=entry("Peace", "ក", fuzzy=True),
        demand_1_1=entry("Later", "ក"),
    )
    assert [rule for rule, _, _ in refused(wrong)] == [
        "catalog/missing",
        "catalog/placeholder",
        "catalog/fuzzy",
        "catalog/stale",
    ]


MARKED = Statement(
    "Title",
    (ItemList(("See *the* [Charter](https://x.org/a_b)[^a]",)), Quotation(("No[^a] war\\\nhere",))),
    (),
    date(2025, 7, 28),
    notes=(Note("a", "By <a@x.org>"),),
)


def marked(**texts: str) -> Catalog:
    """A whole catalog for that statement; `preamble_1_1` is `preamble.1.1`."""
    whole = {clause.id: clause.text for clause in MARKED.clauses()}
    changed = {name.replace("_", "."): text for name, text in texts.items()}
    return Catalog("km", "km.po", {key: entry(whole[key], text) for key, text in (whole | changed).items()})


@pytest.mark.parametrize(
    "text",
    [
        "មើល [ធម្មនុញ្ញ](https://x.org/a_b)[^a]",  # "see the Charter": emphasis lost
        "[^a]*មើល* **[ធម្មនុញ្ញ](<https://x.org/a_b>)**",  # the same in another order, emphasised elsewhere
        "មើល\\\n<https://x.org/a_b>[^a]",  # "see" and the address itself, on a line of its own
    ],
)
def test_emphasis_line_breaks_and_order_are_the_translators_own(text: str) -> None:
    translation = translate(MARKED, marked(preamble_1_1=text))
    assert translation.statement.preamble[0] == ItemList((text,))


@pytest.mark.parametrize(
    ("changes", "clause"),
    [
        ({"preamble_1_1": "មើល[^a]"}, "preamble.1.1"),
        ({"preamble_1_1": "មើល [ធម្មនុញ្ញ](https://x.org/a)[^a]"}, "preamble.1.1"),
        ({"preamble_1_1": "មើល [ធម្មនុញ្ញ](https://x.org/a_b)"}, "preamble.1.1"),
        ({"preamble_1_1": "មើល [ធម្មនុញ្ញ](https://x.org/a_b)[^a][^a]"}, "preamble.1.1"),
        ({"preamble_2_1": "[^b]"}, "preamble.2.1"),
        ({"note_a": "ដោយ a@x.org"}, "note.a"),
        ({"title": "T[^a]"}, "title"),
    ],
)
def test_links_and_notes_must_be_those_of_the_source(changes: dict[str, str], clause: str) -> None:
    with pytest.raises(CatalogError) as caught:
        translate(MARKED, marked(**changes))
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause, str(found.where)) == ("catalog/markup", clause, "km.po:99")
    assert found.hint


@pytest.mark.parametrize(
    ("source", "text", "said"),
    [
        ("*a*", "ក", ""),
        ("a[^n]", "ក", "[^n] lost"),
        ("a", "ក[^n]", "[^n] added"),
        ("[a](https://x.org)", "<https://x.org>", ""),
        ("<https://x.org/a>", "<https://x.org/b>", "https://x.org/a lost, https://x.org/b added"),
        ("<a@x.org> <a@x.org>", "<a@x.org>", "mailto:a@x.org lost"),
        (r"\[^n]", "ក", ""),
        ("[a](#demand.1)", "[ក](#demand.1)", ""),
        ("[a](#demand.1)", "[ក](#demand.2)", "#demand.1 lost, #demand.2 added"),
        ("[a](#demand.1)", "ក", "#demand.1 lost"),
    ],
)
def test_links_and_notes_are_compared_by_address_name_and_count(source: str, text: str, said: str) -> None:
    assert markup_difference(source, text) == said


LABELLED = Statement("Title", ("5 people", "\\- dash", "1991. A year"), (Demand("Peace", ("Now",)),), date(2025, 7, 28))


def labelled(clause: str, text: str) -> Catalog:
    whole = {each.id: each.text for each in LABELLED.clauses()}
    return Catalog("km", "km.po", {key: entry(whole[key], words) for key, words in (whole | {clause: text}).items()})


@pytest.mark.parametrize(
    ("clause", "text", "label"),
    [
        ("demand.1", "๑. สันติภาพ", "๑."),  # "1. peace"
        ("demand.1", "១\\. សន្តិភាព", "១."),
        ("demand.1", "**១.សន្តិភាព**", "១."),
        ("demand.1", "(១) សន្តិភាព", "(១)"),
        ("demand.1", "១៖ សន្តិភាព", "១៖"),
        ("demand.1", "១ - សន្តិភាព", "១ -"),
        ("demand.1", "## សន្តិភាព", "##"),
        ("demand.1.1", "- ឥឡូវ", "-"),  # "now"
        ("demand.1.1", "* ឥឡូវ", "*"),
        ("demand.1.1", "> ឥឡូវ", ">"),
        ("demand.1.1", "1. ឥឡូវ", "1."),
        ("title", "# ចំណងជើង", "#"),  # "title"
    ],
)
def test_a_number_or_block_mark_that_the_source_lacks_is_refused(clause: str, text: str, label: str) -> None:
    with pytest.raises(CatalogError) as caught:
        translate(LABELLED, labelled(clause, text))
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause, str(found.where)) == ("catalog/typed-label", clause, "km.po:99")
    assert f"“{label}”" in found.message
    assert "Leave it out" in str(found.hint)


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("demand.1", "១០០ ថ្ងៃនៃសន្តិភាព"),  # "100 days of peace"
        ("demand.1", "1.5 ដឺក្រេ"),  # "1.5 degrees"
        ("demand.1.1", "*ឥឡូវ*"),
        ("demand.1.1", "២៨៖ ឥឡូវ"),  # "28: now"
        ("demand.1.1", "#ឥឡូវ"),
        ("preamble.1", "៥ នាក់"),  # "5 people"
        ("preamble.2", "- សញ្ញា"),  # "dash"
        ("preamble.3", "១៩៩១. ឆ្នាំ"),  # "1991. A year"
    ],
)
def test_what_the_source_has_or_belongs_to_the_words_may_begin_a_translation(clause: str, text: str) -> None:
    assert translate(LABELLED, labelled(clause, text)).warnings == ()


def test_a_bare_line_break_in_a_catalog_is_answered_with_how_to_force_one() -> None:
    for text in ("សន្តិ\nភាព", "សន្តិ\\\\\nភាព"):  # "peace"
        with pytest.raises(CatalogError, match="One backslash at the end of a line forces a line break"):
            translate(STATEMENT, catalog(demand_1=entry("Peace", text)))


def test_what_is_no_statement_or_catalog_is_refused_in_words() -> None:
    nothing: Any = None
    with pytest.raises(CatalogError, match="catalog must be a Catalog"):
        translate(STATEMENT, nothing)
    with pytest.raises(SourceError, match="statement must be a Statement"):
        translate(nothing, catalog())


def test_a_message_that_no_clause_needs_is_a_warning_with_its_place() -> None:
    (warning,) = translate(STATEMENT, catalog(demand_9=entry("Gone", "ក"))).warnings
    assert (warning.rule, warning.severity, warning.clause) == ("catalog/unused", Severity.WARNING, "demand.9")
    assert str(warning.where) == "km.po:99"


def test_long_clauses_are_named_by_their_beginning() -> None:
    statement = Statement("A very long title " * 20, ("Text",), (), date(2025, 7, 28))
    with pytest.raises(CatalogError) as caught:
        translate(statement, Catalog("km", "km.po", {}))
    assert len(caught.value.diagnostics[0].message) < 120


@pytest.mark.parametrize(
    ("source", "text", "said"),
    [
        ("no braces", "គ្មាន", ""),
        ("{a} and {b}", "{b} និង {a}", ""),
        ("{a}", "ក", "{a} lost"),
        ("ka", "{a}", "{a} added"),
        ("{a}", "{b}", "{a} lost, {b} added"),
        ("{a} {a}", "{a}", "{a} lost"),
        ("{a}", "{ a }", "{a} lost, { a } added"),
        ("{a}", "{a!r}", "{a} lost, {a!r} added"),
        ("{a}", "{a:>9}", "{a} lost, {a:>9} added"),
        ("{a}", "{a.b}", "{a} lost, {a.b} added"),
        ("{a}", "{}", "{a} lost, {} added"),
        ("{a}", "{a", "a brace is not closed"),
        ("{a}", "a}", "a brace is not closed"),
        ("{{a}}", "{{a}}", ""),
        ("{{a}}", "{a}", "{a} added"),
        ("open { as it is", "បើក { ដូច", ""),
    ],
)
def test_placeholders_are_compared_by_name_count_and_form(source: str, text: str, said: str) -> None:
    assert placeholder_difference(source, text) == said
