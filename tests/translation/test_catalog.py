"""Catalogs by clause id: read, extracted and merged, and no translation ever lost or passed off as current."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import CatalogError
from statement_kit.model import Clause
from statement_kit.translation.catalog import merge, parse_catalog, same_messages, write_template
from statement_kit.translation.po_file import Message, read_po_file, write_po_file

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
HEADER = '# By Dara.\nmsgid ""\nmsgstr ""\n"Language: km\\n"\n"X-Generator: Poedit 3.4\\n"\n'


def clauses(**texts: str) -> list[Clause]:
    """Clauses by id; `preamble_1` stands for `preamble.1`."""
    return [Clause(name.replace("_", "."), text) for name, text in texts.items()]


def po(*messages: Message) -> bytes:
    return write_po_file(HEADER, messages)


def merged(wanted: list[Clause], data: bytes | None) -> tuple[Message, ...]:
    return read_po_file(merge(wanted, data, "km.po", "km", "folder", NOW), "").messages


def fuzzy(clause: str, source: str, text: str, previous: str) -> Message:
    return Message(clause, source, text, frozenset({"fuzzy"}), previous)


def refused(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(CatalogError) as caught:
        parse_catalog(data, "km.po")
    return [(found.rule, str(found.where)) for found in caught.value.diagnostics]


TITLE = Message("title", "Hold fire", "ឈប់បាញ់")


def test_a_catalog_is_read_by_clause_with_the_line_of_each() -> None:
    catalog = parse_catalog(po(TITLE, fuzzy("preamble.1", "b", "ខ", "a")), "km.po")
    assert (catalog.language, list(catalog.entries)) == ("km", ["title", "preamble.1"])
    title, preamble = catalog.entries.values()
    assert (title.source, title.text, title.fuzzy, str(title.place)) == ("Hold fire", "ឈប់បាញ់", False, "km.po:8")
    assert preamble.fuzzy


def test_obsolete_messages_are_no_part_of_a_catalog() -> None:
    data = po(Message("title", "Old", "ចាស់", is_obsolete=True), Message("title", "Older", "ចាស់", is_obsolete=True))
    assert parse_catalog(data, "km.po").entries == {}


def test_a_message_without_a_clause_id_is_refused() -> None:
    assert refused(po(Message("", "Hold fire", "ឈប់បាញ់"))) == [("catalog/no-context", "km.po:7")]


@pytest.mark.parametrize("source", ["Hold fire", "Another text"])
def test_two_messages_for_one_clause_are_refused_naming_both_lines(source: str) -> None:
    data = po(TITLE, Message("title", source, "ផ្សេង"))
    assert refused(data) == [("catalog/repeated-clause", "km.po:12")]
    with pytest.raises(CatalogError, match="line 8"):
        merge(clauses(title="Hold fire"), data, "km.po", "km", "folder", NOW)


@pytest.mark.parametrize("use", [lambda data: parse_catalog(data, "km.po"), lambda data: merged([], data)])
def test_a_damaged_file_is_refused_with_its_line(use: Callable[[bytes], object]) -> None:
    with pytest.raises(CatalogError) as caught:
        use(po(TITLE) + b'\nmsgctxt "x"\nmsgid "open\nmsgstr ""\n')
    assert [found.where and found.where.line for found in caught.value.diagnostics] == [12]


def test_a_template_has_every_clause_in_reading_order() -> None:
    file = read_po_file(write_template(clauses(title="A", preamble_1="B"), "our-folder", NOW), "")
    assert file.messages == (Message("title", "A"), Message("preamble.1", "B"))
    assert "our-folder" in file.header
    assert "2026-01-02 03:04+0000" in file.header


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (lambda text: text, True),
        (lambda text: text.replace("2026-01-02", "2030-12-31"), True),
        (lambda text: text.replace('msgid "A long', 'msgid ""\n"A long'), True),
        (lambda text: text.replace("ក", "ខ"), False),
        (lambda text: text.replace("A long", "A very long"), False),
        (lambda text: text.replace('"title"', '"preamble.1"'), False),
        (lambda text: text.replace("msgctxt", "#, fuzzy\nmsgctxt"), False),
        (lambda text: text.replace("msgctxt", "# Why?\nmsgctxt"), False),
        (lambda text: text.replace("Language: km", "Language: th"), False),
        (lambda text: text + "damage", False),
        (lambda text: "", False),
    ],
)
def test_files_are_the_same_if_only_times_and_line_ends_differ(change: Callable[[str], str], same: bool) -> None:
    data = merge(
        clauses(title="A long text"), po(Message("title", "A long text", "ក")), "km.po", "km", "folder", NOW
    ).replace(b"Language: km\\n", b'Language: km\\n"\n"POT-Creation-Date: 2026-01-02 03:04+0000\\n')
    assert same_messages(change(data.decode()).encode(), data) is same


def test_no_file_is_not_the_same_as_a_file() -> None:
    assert not same_messages(None, po())


def test_merging_an_unchanged_statement_changes_nothing() -> None:
    data = po(TITLE, Message("preamble.1", "a", "ក", comments=("Why ក.",)))
    later = merge(clauses(title="Hold fire", preamble_1="a"), data, "km.po", "km", "folder", NOW + timedelta(days=1))
    assert later == data


def test_no_header_names_the_version_of_a_library() -> None:
    """A folder would else be out of date with every release of it."""
    made = [
        write_template(clauses(title="A"), "our-folder", NOW),
        merge(clauses(title="A"), None, "km.po", "km", "our-folder", NOW),
    ]
    assert [b"Generated-By" in file for file in made] == [False, False]


def test_merging_keeps_the_header_as_it_was_typed_but_for_the_date_of_the_template() -> None:
    dated = HEADER + '"POT-Creation-Date: 2020-01-01 00:00+0700\\n"\n"PO-Revision-Date: 2020-01-01 00:00+0700\\n"\n'
    out = merge(clauses(title="Hold fire"), write_po_file(dated, [TITLE]), "km.po", "km", "folder", NOW).decode()
    assert out.startswith(dated.replace("Creation-Date: 2020-01-01 00:00+0700", "Creation-Date: 2026-01-02 03:04+0000"))


def test_a_new_language_gets_a_file_that_says_nobody_has_reviewed_it() -> None:
    out = merge(clauses(title="Hold fire"), None, "km.po", "km", "folder", NOW)
    assert "No native speaker has reviewed" in out.decode()
    assert "nplurals=1" in out.decode()
    file = read_po_file(out, "")
    assert (file.language, file.messages) == ("km", (Message("title", "Hold fire"),))


@pytest.mark.parametrize("language", ["km", "km-KH", "zh-Hant", "cmo", "xx", "no"])
def test_a_new_file_names_its_language_whether_babel_knows_it_or_not(language: str) -> None:
    out = merge(clauses(title="Hold fire"), None, "x.po", language, "folder", NOW)
    assert parse_catalog(out, "x.po").language == language


def test_a_language_typed_as_gettext_writes_it_is_a_tag_and_kept_as_typed() -> None:
    catalog = parse_catalog(b'msgid ""\nmsgstr "Language: km_KH\\n"\n', "x.po")
    assert (catalog.language, catalog.typed_language) == ("km-KH", "km_KH")


@pytest.mark.parametrize("language", ["", "../km", "km-x-"])
def test_what_is_not_a_language_tag_is_refused(language: str) -> None:
    with pytest.raises(CatalogError) as caught:
        merge(clauses(title="Hold fire"), None, "x.po", language, "folder", NOW)
    assert [found.rule for found in caught.value.diagnostics] == ["catalog/language-tag"]


@pytest.mark.parametrize("edited", ["Hold your fire", "Do not hold fire", "Entirely different"])
def test_an_edited_clause_keeps_its_translation_as_fuzzy_with_the_text_it_was_made_from(edited: str) -> None:
    assert merged(clauses(title=edited), po(TITLE)) == (fuzzy("title", edited, "ឈប់បាញ់", "Hold fire"),)


def test_a_clause_edited_twice_still_names_the_text_its_translation_was_made_from() -> None:
    once = merge(clauses(title="Second"), po(TITLE), "km.po", "km", "folder", NOW)
    assert merged(clauses(title="Third"), once) == (fuzzy("title", "Third", "ឈប់បាញ់", "Hold fire"),)


def test_a_clause_edited_and_edited_back_stays_fuzzy_until_somebody_has_looked() -> None:
    once = merge(clauses(title="Second"), po(TITLE), "km.po", "km", "folder", NOW)
    assert merged(clauses(title="Hold fire"), once) == (fuzzy("title", "Hold fire", "ឈប់បាញ់", ""),)


def test_an_edited_clause_without_a_translation_is_missing_and_not_fuzzy() -> None:
    assert merged(clauses(title="New"), po(fuzzy("title", "Old", "", "Older"))) == (Message("title", "New"),)


def test_paragraphs_behind_an_inserted_one_bring_their_translations_along() -> None:
    data = po(Message("preamble.1", "a", "ក"), Message("preamble.2", "b", "ខ"))
    assert merged(clauses(preamble_1="new", preamble_2="a", preamble_3="b"), data) == (
        Message("preamble.1", "new"),
        Message("preamble.2", "a", "ក"),
        Message("preamble.3", "b", "ខ"),
    )


def test_paragraphs_that_change_places_take_their_translations_with_them() -> None:
    data = po(Message("preamble.1", "a", "ក"), Message("preamble.2", "b", "ខ"))
    assert merged(clauses(preamble_1="b", preamble_2="a"), data) == (
        Message("preamble.1", "b", "ខ"),
        Message("preamble.2", "a", "ក"),
    )


def test_a_fuzzy_translation_stays_fuzzy_where_it_moves() -> None:
    data = po(fuzzy("preamble.1", "a", "ក", "old a"))
    assert merged(clauses(preamble_1="new", preamble_2="a"), data)[1] == fuzzy("preamble.2", "a", "ក", "old a")


def test_a_removed_clause_is_set_aside_and_comes_back_when_the_clause_returns() -> None:
    data = po(TITLE, Message("preamble.1", "a", "ក", comments=("Why.",)))
    without = merge(clauses(title="Hold fire"), data, "km.po", "km", "folder", NOW)
    assert read_po_file(without, "").messages[1] == Message(
        "preamble.1", "a", "ក", comments=("Why.",), is_obsolete=True
    )
    assert merge(clauses(title="Hold fire", preamble_1="a"), without, "km.po", "km", "folder", NOW) == data


def test_a_fuzzy_translation_that_was_set_aside_comes_back_fuzzy() -> None:
    data = po(fuzzy("preamble.1", "a", "ក", "old a"))
    without = merge([], data, "km.po", "km", "folder", NOW)
    assert merged(clauses(preamble_1="a"), without) == (fuzzy("preamble.1", "a", "ក", "old a"),)


def test_an_untranslated_clause_that_is_removed_leaves_nothing_behind() -> None:
    assert merged([], po(Message("preamble.1", "a"))) == ()


def test_equal_texts_under_two_clauses_keep_their_own_translations() -> None:
    data = po(Message("demand.1", "Peace", "សន្តិភាព"), Message("demand.2", "Peace", "សុខសាន្ត"))
    assert merge(clauses(demand_1="Peace", demand_2="Peace"), data, "km.po", "km", "folder", NOW) == data


def test_a_message_without_a_clause_id_finds_its_clause_by_its_text() -> None:
    assert merged(clauses(title="Hold fire"), po(Message("", "Hold fire", "ឈប់បាញ់"))) == (TITLE,)


def test_comments_flags_and_notes_of_the_translator_survive_an_edit() -> None:
    message = Message("title", "a", "ក", frozenset({"no-wrap"}), comments=("Why.", "Indeed."), notes=("#. Note",))
    (kept,) = merged(clauses(title="b"), po(message))
    assert (kept.comments, kept.notes, kept.flags) == (message.comments, message.notes, frozenset({"no-wrap", "fuzzy"}))


SOURCES = ["peace", "peace now", "no peace now", "*dialogue*\\\nnow", r"\*law\* [^a]"]
edits = st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from(SOURCES)), min_size=1, max_size=6)


@given(edits, st.data())
def test_no_sequence_of_edits_and_translations_loses_a_translation(
    statements: list[dict[str, str]], data: st.DataObject
) -> None:
    file = po()
    given_texts: set[str] = set()
    for at, texts in enumerate(statements):
        file = merge([Clause(*item) for item in texts.items()], file, "km.po", "km", "folder", NOW)
        found = read_po_file(file, "").messages
        assert [(message.clause, message.source) for message in found if not message.is_obsolete] == list(texts.items())
        assert {message.text for message in found} - {""} == given_texts
        translated = []
        for message in found:
            if not message.text and data.draw(st.booleans()):
                text = f"ក{at}{message.clause}"
                given_texts.add(text)
                message = Message(message.clause, message.source, text)
            translated.append(message)
        file = write_po_file(HEADER, translated)


@given(edits)
def test_no_translation_is_current_but_for_the_text_it_was_made_from(statements: list[dict[str, str]]) -> None:
    file = po()
    for texts in statements:
        file = merge([Clause(*item) for item in texts.items()], file, "km.po", "km", "folder", NOW)
        found = read_po_file(file, "").messages
        assert all(message.is_fuzzy or message.text in ("", f"of {message.source}") for message in found)
        filled = [m if m.text else Message(m.clause, m.source, f"of {m.source}") for m in found]
        file = write_po_file(HEADER, filled)


@given(edits)
def test_merging_the_same_statement_again_changes_nothing(statements: list[dict[str, str]]) -> None:
    file = po(TITLE, Message("a", "peace", "ក"), Message("b", "law", "ខ"))
    for texts in statements:
        wanted = [Clause(*item) for item in texts.items()]
        file = merge(wanted, file, "km.po", "km", "folder", NOW)
        assert merge(wanted, file, "km.po", "km", "folder", NOW) == file


markdown = st.lists(
    st.sampled_from(["\\\n", "\\", "\\*", '"', "[a](https://x.org)", "[^n]", "*", "&amp;", "peace ", "សន្តិភាព", " "]),
    min_size=1,
).map("".join)


@given(st.lists(markdown, min_size=1, max_size=4), markdown)
def test_markdown_and_its_forced_line_breaks_survive_every_round_trip(sources: list[str], text: str) -> None:
    wanted = [Clause(f"preamble.{n}", source) for n, source in enumerate(sources, 1)]
    template = read_po_file(write_template(wanted, "folder", NOW), "").messages
    assert [message.source for message in template] == sources
    file = po(*(Message(clause.id, clause.text, text) for clause in wanted))
    for _ in range(2):
        file = merge(wanted, file, "km.po", "km", "folder", NOW)
        entries = parse_catalog(file, "km.po").entries
        assert [(entry.source, entry.text, entry.fuzzy) for entry in entries.values()] == [
            (source, text, False) for source in sources
        ]


def test_a_forced_line_break_is_a_line_of_its_own_in_the_file() -> None:
    data = po(Message("title", "One\\\ntwo", "មួយ\\\nពីរ"))  # "one", "two"
    assert b'msgid ""\n"One\\\\\\n"\n"two"\n' in data
