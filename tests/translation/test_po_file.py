"""PO files: nothing of them is lost on the way through, and nothing damaged comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import CatalogError
from statement_kit.translation.po_file import Message, PoFile, read_po_file, write_po_file

HEADER = 'msgid ""\nmsgstr ""\n"Language: km\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
EXAMPLE = Path(__file__).parents[2] / "examples" / "border-ceasefire" / "translations"


def read(text: str) -> PoFile:
    return read_po_file(text.encode(), "km.po")


def refused(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(CatalogError) as caught:
        read(text)
    return [(found.rule, found.where.line if found.where else None) for found in caught.value.diagnostics]


FULL = (
    "# Reviewed by nobody.\n"
    "#\n"
    'msgid ""\n'
    'msgstr ""\n'
    '"Project-Id-Version: border-ceasefire\\n"\n'
    '"Language: km\\n"\n'
    '"X-Generator: Poedit 3.4\\n"\n'
    '"X-Poedit-Bookmarks: 1,2,3\\n"\n'
    "\n"
    "# What the translator thought,\n"
    "# on two lines.\n"
    "# on two lines.\n"
    "#. A note for the translator.\n"
    "#: statement.md:12\n"
    "#, fuzzy, no-wrap\n"
    '#| msgid "Hold fire"\n'
    'msgctxt "title"\n'
    'msgid "Hold \\"fire\\" now"\n'
    'msgstr "ឈប់\\nបាញ់"\n'
    "\n"
    "# Set aside.\n"
    "#, fuzzy\n"
    '#~| msgid "Older"\n'
    '#~ msgctxt "preamble.9"\n'
    '#~ msgid "Old"\n'
    '#~ msgstr "ចាស់"\n'
)


def test_a_message_is_read_whole() -> None:
    file = read(FULL)
    assert file.language == "km"
    assert file.header == FULL.split("\n\n")[0]
    assert file.messages == (
        Message(
            clause="title",
            source='Hold "fire" now',
            text="ឈប់\nបាញ់",
            flags=frozenset({"fuzzy", "no-wrap"}),
            previous="Hold fire",
            comments=("What the translator thought,", "on two lines.", "on two lines."),
            notes=("#. A note for the translator.", "#: statement.md:12"),
        ),
        Message(
            "preamble.9",
            "Old",
            "ចាស់",
            frozenset({"fuzzy"}),
            previous="Older",
            comments=("Set aside.",),
            is_obsolete=True,
        ),
    )
    assert file.messages[0].line == FULL.split("\n").index('msgid "Hold \\"fire\\" now"') + 1


def test_a_file_comes_back_byte_for_byte() -> None:
    file = read(FULL.replace('"ឈប់\\nបាញ់"', '"ឈប់ បាញ់"'))
    assert write_po_file(file.header, file.messages).decode() == FULL.replace('"ឈប់\\nបាញ់"', '"ឈប់ បាញ់"')


@pytest.mark.parametrize("language", ["km", "th"])
def test_the_translations_of_the_example_come_back_with_every_word_and_comment(language: str) -> None:
    data = (EXAMPLE / f"{language}.po").read_bytes()
    file = read_po_file(data, "example")
    again = write_po_file(file.header, file.messages)
    assert read_po_file(again, "again") == file
    comments = [line for line in data.decode().split("\n") if line.startswith("#")]
    assert [line for line in again.decode().split("\n") if line.startswith("#")] == comments


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + FULL,
        FULL.replace("\n", "\r\n"),
        FULL.replace("Language: km\\n", "Language: km\\nContent-Type: text/plain; charset=CHARSET\\n"),
        FULL.replace("Language: km\\n", "Language: km\\nContent-Type: text/plain; charset=iso-8859-1\\n"),
    ],
    ids=["byte order mark", "Windows line ends", "no charset", "another charset"],
)
def test_marks_line_ends_and_the_charset_of_the_header_do_not_change_the_messages(text: str) -> None:
    assert read(text).messages == read(FULL).messages


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_a_rare_line_separator_inside_a_text_does_not_break_the_line(separator: str) -> None:
    text = f'{HEADER}\nmsgctxt "title"\nmsgid "a{separator}b"\nmsgstr "c{separator}d"\n'
    (message,) = read(text).messages
    assert (message.source, message.text, message.line) == (f"a{separator}b", f"c{separator}d", 7)


def test_a_percent_sign_does_not_make_a_text_python() -> None:
    written = write_po_file(HEADER, [Message("title", "50% of {seats}", "ក")])
    assert b"python" not in written
    assert read_po_file(written, "").messages[0].flags == frozenset()


@pytest.mark.parametrize(
    ("line", "flags"),
    [("#, python-format, fuzzy", {"fuzzy"}), ("#, python-brace-format", set()), ("#,", set()), ("#, a,b", {"a", "b"})],
)
def test_flags_are_read_but_those_that_call_a_text_python(line: str, flags: set[str]) -> None:
    (message,) = read(f'{HEADER}\n{line}\nmsgctxt "title"\nmsgid "50% of"\nmsgstr "ក"\n').messages
    assert message.flags == flags


def test_previous_texts_of_several_lines_are_kept() -> None:
    long = "We call for an immediate cessation of hostilities along the border, " * 4
    message = Message("title", "New", "ក", frozenset({"fuzzy"}), previous=long)
    obsolete = Message("title", "Old", "ខ", frozenset({"fuzzy"}), previous=long, is_obsolete=True)
    written = write_po_file(HEADER, [message, obsolete])
    assert read_po_file(written, "").messages == (message, obsolete)
    assert all(line.startswith(("#|", "#~|")) for line in written.decode().split("\n") if "cessation" in line)


def test_obsolete_messages_stand_last() -> None:
    written = write_po_file(HEADER, [Message("a", "1", "x", is_obsolete=True), Message("b", "2", "y")]).decode()
    assert written.index('msgctxt "b"') < written.index('#~ msgctxt "a"')


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("km", "Language: km\\n"),
        ("km_KH", "Language: km_KH\\n"),
        ("", "Language: \\n"),
        ("", "Language-Team: Khmer\\n"),
    ],
)
def test_the_language_is_the_one_its_header_names(language: str, header: str) -> None:
    assert read(f'msgid ""\nmsgstr "{header}"\n').language == language


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgctxt "title"\nmsgid "a"\nmsgstr "b\n', 8),
        ('msgctxt "title"\nmsgid "a"\nmsgstr b"\n', 8),
        ('msgctxt "title"\nmsgid "a"\nmsgstr "b "c" d"\n', 8),
        ('msgctxt "title"\nmsgid "a"\nmsgstr "b\\"\n', 8),
        ('msgctxt "title"\nmsgid "a"\nmsgst "b"\n', 8),
        ('msgctxt "title"\nmsgid "a"\nmsgstr "b"\nhello\n', 9),
        ('<<<<<<< HEAD\nmsgctxt "title"\nmsgid "a"\nmsgstr "b"\n', 6),
        ('msgctxt "title"\nmsgid "a"\n\nmsgctxt "x"\nmsgid "c"\nmsgstr "d"\n', 9),
        ('msgctxt "title"\nmsgid "a"\nmsgstr "b"\nmsgstr "c"\n', 9),
        ('msgctxt "title"\nmsgstr "b"\n', 7),
        ('msgctxt "title"\nmsgid "a"\nmsgstr[0] "b"\n', 8),
        ('#~ msgctxt "title"\n#~ msgid "a"\n#~ msgstr "b\n', 8),
    ],
)
def test_a_damaged_line_is_reported_by_its_number(text: str, line: int) -> None:
    found = refused(f"{HEADER}\n{text}")
    assert found[0] == ("catalog/damaged", line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('"stray"\n', 1),
        ('msgstr "b"\n', 1),
        ('msgctxt "title"\nmsgid "a"\n', 3),
        ("<html></html>", 1),
        ("number,name,acronym\n", 1),
    ],
)
def test_what_is_not_a_po_file_at_all_is_reported(text: str, line: int) -> None:
    assert refused(text) == [("catalog/damaged", line)]


def test_all_damaged_lines_come_at_once() -> None:
    text = f'{HEADER}\nmsgctxt "title"\nmsgid a\nmsgstr "b\n\nmsgctxt "x"\nmsgid "c"\nmsgstr "d"\nend\n'
    assert [line for _, line in refused(text)] == [7, 8, 13]


def test_a_file_that_is_not_utf_8_is_reported_at_its_line() -> None:
    with pytest.raises(CatalogError) as caught:
        read_po_file(b'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "' + "ก".encode("tis-620") + b'"\n', "th.po")
    assert [str(found.where) for found in caught.value.diagnostics] == ["th.po:5"]


def test_an_empty_file_has_no_messages() -> None:
    assert read("") == PoFile("", "", ())


texts = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r"), max_size=150)
comments = st.lists(st.sampled_from(["a comment", "ក", "two  spaces", "50% {x}"]), max_size=3).map(tuple)
messages = st.builds(
    Message,
    st.sampled_from(["title", "preamble.1", "demand.3.1", ""]),
    texts.filter(bool),
    texts,
    st.sets(st.sampled_from(["fuzzy", "no-wrap"])).map(frozenset),
    texts,
    comments,
    st.just(("#. note",)),
    st.booleans(),
)


@given(st.lists(messages, max_size=5))
def test_any_messages_are_read_back_as_written(made: list[Message]) -> None:
    ordered = sorted(made, key=lambda message: message.is_obsolete)
    assert read_po_file(write_po_file(HEADER, made), "").messages == tuple(ordered)


@given(st.text(st.sampled_from('msgidctxr "\\n\n#~|,[0]a'), max_size=80))
def test_any_typing_is_read_or_refused_with_its_line(text: str) -> None:
    try:
        read(text)
    except CatalogError as error:
        places = [found.where for found in error.diagnostics]
    else:
        places = []
    assert all(where and where.line and where.line <= text.count("\n") + 1 for where in places)
