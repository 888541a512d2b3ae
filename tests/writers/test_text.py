"""Plain text: one paragraph to a block, and in words what marks say elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from made_annexes import listed

from statement_kit.document.blocks import Block, Document, Role
from statement_kit.markup import LINE_END, Mark, MarkKind
from statement_kit.writers.text import write_text

LINK, NOTE = MarkKind.LINK, MarkKind.NOTE


@pytest.fixture
def written(documents: dict[str, Document]) -> Callable[..., str]:
    """What a document of one block is written as."""

    def write(text: str, *marks: Mark, role: Role = Role.PARAGRAPH, label: str = "") -> str:
        return write_text(replace(documents["en"], blocks=(Block("x", role, text, label, marks),))).removesuffix("\n")

    return write


def test_blocks_are_paragraphs_with_their_labels(documents: dict[str, Document]) -> None:
    text = write_text(documents["km"])
    assert text.split("\n\n")[:2] == [block.text for block in documents["km"].blocks[:2]]
    assert "\n\n១. ការ" in text
    assert text.endswith("\n")


@pytest.mark.parametrize(
    ("role", "label", "shown"),
    [(Role.LIST_ITEM, "•", "• One"), (Role.LIST_ITEM, "a.", "a. One"), (Role.NOTE, "1", "[1] One")],
)
def test_items_and_notes_have_their_labels(written: Callable[..., str], role: Role, label: str, shown: str) -> None:
    assert written("One", role=role, label=label) == shown


def test_a_forced_line_break_is_a_line_break(written: Callable[..., str]) -> None:
    assert written(f"One{LINE_END}two") == "One\ntwo"


def test_the_number_of_a_note_stands_in_brackets(written: Callable[..., str]) -> None:
    assert written("In 202512, too3", Mark(7, 9, NOTE, "note.a"), Mark(14, 15, NOTE, "note.b")) == "In 2025[12], too[3]"


@pytest.mark.parametrize(
    ("words", "target", "shown"),
    [
        ("the Charter", "https://un.org/charter", "the Charter (https://un.org/charter)"),
        ("write to us", "mailto:a@x.org", "write to us (a@x.org)"),
        ("call us", "tel:+85512345678", "call us (+85512345678)"),
        ("https://x.org/", "https://x.org/", "https://x.org/"),
        ("x.org", "https://x.org/", "x.org"),
        ("x.org", "https://x.org/a", "x.org (https://x.org/a)"),
        ("at x.org (in Khmer)", "https://x.org/", "at x.org (in Khmer)"),
        ("our site, https://x.org/.", "https://x.org", "our site, https://x.org/."),
        ("who.international", "https://who.int", "who.international (https://who.int)"),
        ("awho.int", "https://who.int", "awho.int (https://who.int)"),
        ("x.org/a/b", "https://x.org/a", "x.org/a/b (https://x.org/a)"),
        ("a@x.org", "mailto:a@x.org", "a@x.org"),
        ("a@x.org.kh", "mailto:a@x.org", "a@x.org.kh (a@x.org)"),
        ("o'hara@x.org", "mailto:o%27hara@x.org", "o'hara@x.org"),
        ("+855 12 345 678", "tel:+85512345678", "+855 12 345 678"),
        ("+855 12-345.678", "tel:+85512345678", "+855 12-345.678"),
        ("https://x.org/ក", "https://x.org/%E1%9E%80", "https://x.org/ក"),
        ("the third demand", "#demand.3", "the third demand"),
    ],
)
def test_an_address_stands_behind_the_words_of_a_link_that_do_not_show_it(
    written: Callable[..., str], words: str, target: str, shown: str
) -> None:
    assert written(f"See {words}.", Mark(4, 4 + len(words), LINK, target)) == f"See {shown}."


def test_emphasis_leaves_the_words_alone(written: Callable[..., str]) -> None:
    assert written("One two", Mark(0, 3, MarkKind.EMPHASIS), Mark(4, 7, MarkKind.STRONG)) == "One two"


def test_a_note_behind_a_link_and_a_word_emphasised_in_it_keep_their_places(written: Callable[..., str]) -> None:
    marks = (Mark(0, 5, LINK, "https://x.org"), Mark(4, 5, MarkKind.STRONG), Mark(5, 6, NOTE, "note.a"))
    assert written("See A1, B", *marks) == "See A (https://x.org)[1], B"


def test_those_who_signed_stand_one_to_a_line_under_the_headings_of_their_groups() -> None:
    groups = ("Organisations", ["Peace Now", "Youth Council (YC)"]), ("People", ["Sok Chea, Journalist"])
    document = listed("en", *groups, late=["Dara Keo"], notes=["As of today"], withheld=True, logos=2, links=True)
    assert write_text(document).split("\n\n")[3:] == [
        "Endorsed by",
        "As of today",
        "Organisations\n1. Peace Now (https://example.org/1)\n2. Youth Council (YC) (https://example.org/2)",
        "People\n3. Sok Chea (https://example.org/3), Journalist",
        "Signed after 28 July 2025",
        "4. Dara Keo (https://example.org/4)",
        "and 3 more who asked not to be named\n",
    ]


def test_names_without_numbers_stand_one_to_a_line_too() -> None:
    text = write_text(listed("en", ("", ["Peace Now", "Youth Council"]), is_numbered=False))
    assert text.endswith("\n\nPeace Now\nYouth Council\n")


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_a_press_release_is_as_reviewed(
    press: dict[str, Document], golden: Callable[[str, str], None], language: str
) -> None:
    golden(f"press/{language}.txt", write_text(press[language]))
