"""From statement to document: every label, date and word final, the same blocks in every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from statement_kit.document.blocks import Document, Role
from statement_kit.document.compose import compose
from statement_kit.model import Contact, Demand, Endorser, Section, Statement
from statement_kit.translation.words import WORDS

KHMER_WORDS = {
    "kind.joint-statement": "សេចក្ដីថ្លែងការណ៍រួម",
    "contact": "សូមទាក់ទង {contacts}",
    "issued": "ចេញផ្សាយ៖ {date}",
    "endorsed": "គាំទ្រដោយ",
    "page": "ទំព័រ {page} នៃ {pages}",
}

STATEMENT = Statement(
    "Title",
    ("Before",),
    (Demand("Peace", ("Now", "Here")), Section("About", ("Us",)), Demand("Law", ("Too",))),
    date(2025, 7, 28),
    contacts=(Contact("o'hara@example.org", phone="+855 12 345 678"), Contact("b@example.org", "Sok")),
    endorsers=(Endorser(7, "Workers' Union", "WU"), Endorser(12, "Name")),
)


def rows(document: Document) -> list[tuple[str, Role, str, str]]:
    return [(block.id, block.role, block.label, block.text) for block in document.blocks]


def test_a_document_has_its_blocks_in_reading_order() -> None:
    assert rows(compose(STATEMENT, WORDS)) == [
        ("kind", Role.KIND, "", "Joint statement"),
        ("title", Role.TITLE, "", "Title"),
        ("preamble.1", Role.LEAD, "", "Before"),
        ("demand.1", Role.DEMAND_HEADING, "1.", "Peace"),
        ("demand.1.1", Role.PARAGRAPH, "", "Now"),
        ("demand.1.2", Role.PARAGRAPH, "", "Here"),
        ("section.1", Role.SECTION_HEADING, "", "About"),
        ("section.1.1", Role.PARAGRAPH, "", "Us"),
        ("demand.2", Role.DEMAND_HEADING, "2.", "Law"),
        ("demand.2.1", Role.PARAGRAPH, "", "Too"),
        (
            "contact",
            Role.CONTACT,
            "",
            "For more information, please contact us at o'hara@example.org, +855 12 345 678; Sok, b@example.org",
        ),
        ("issued", Role.ISSUED, "", "Issued on: 28 July 2025"),
        ("endorsed", Role.ANNEX_HEADING, "", "Endorsed by"),
        ("endorser.7", Role.ENDORSER, "7.", "Workers’ Union (WU)"),
        ("endorser.12", Role.ENDORSER, "12.", "Name"),
    ]


def test_in_khmer_labels_and_dates_have_khmer_digits_and_telephone_numbers_their_own() -> None:
    document = compose(replace(STATEMENT, language="km"), KHMER_WORDS)
    text = {block.id: block.whole_text for block in document.blocks}
    assert text["demand.2"] == "២. Law"
    assert text["endorser.12"] == "១២. Name"
    assert text["issued"] == "ចេញផ្សាយ៖ ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥"
    assert "+855 12 345 678" in text["contact"]
    assert document.running_head == "សេចក្ដីថ្លែងការណ៍រួម · ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥"
    assert document.page_labels.text(1, 6) == "ទំព័រ ១ នៃ ៦"


@pytest.mark.parametrize("email", ["o'hara@example.org", "a_b+c@example.org"])
def test_an_address_is_the_same_to_the_letter(email: str) -> None:
    document = compose(replace(STATEMENT, contacts=(Contact(email),)), WORDS)
    assert next(block.text for block in document.blocks if block.role is Role.CONTACT).endswith(f" {email}")


def test_what_a_statement_does_not_have_leaves_no_heading_behind() -> None:
    roles = {block.role for block in compose(replace(STATEMENT, contacts=(), endorsers=()), WORDS).blocks}
    assert not roles & {Role.CONTACT, Role.ANNEX_HEADING, Role.ENDORSER}


def test_braces_in_a_text_are_only_text() -> None:
    document = compose(replace(STATEMENT, title="A {date} {", preamble=("{contacts}",)), WORDS)
    assert (document.title, document.blocks[2].text) == ("A {date} {", "{contacts}")


def test_the_title_for_the_metadata_is_the_title_as_printed() -> None:
    document = compose(replace(STATEMENT, title='A "voice" for peace'), WORDS)
    assert document.title == document.blocks[1].text == "A “voice” for peace"
    assert document.issued == "2025-07-28"


def test_a_language_the_kit_does_not_know_is_refused() -> None:
    with pytest.raises(KeyError, match="lo"):
        compose(replace(STATEMENT, language="lo"), WORDS)


@pytest.mark.parametrize("lost", sorted(WORDS))
def test_a_word_that_is_not_at_hand_is_refused(lost: str) -> None:
    with pytest.raises(KeyError, match=lost):
        compose(STATEMENT, {key: text for key, text in WORDS.items() if key != lost})


def test_a_date_that_cannot_be_written_in_the_language_is_refused() -> None:
    with pytest.raises(ValueError, match="N07"):
        compose(replace(STATEMENT, language="th", issued=date(1940, 1, 1)), WORDS)


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_the_blocks_of_the_example_are_as_reviewed(
    documents: dict[str, Document], golden: Callable[[str, str], None], language: str
) -> None:
    document = documents[language]
    lines = [f"{block.id} | {block.role} | {block.label} | {block.text}" for block in document.blocks]
    furniture = [f"running head | {document.running_head}", f"page label | {document.page_labels.text(1, 6)}"]
    golden(f"border-ceasefire/{language}.blocks.txt", "\n".join([*lines, *furniture]) + "\n")


def test_the_example_has_the_same_ids_and_roles_in_every_language(documents: dict[str, Document]) -> None:
    blocks = [[(block.id, block.role) for block in document.blocks] for document in documents.values()]
    assert blocks[0] == blocks[1] == blocks[2]


def test_ids_in_the_example_are_used_once(documents: dict[str, Document]) -> None:
    ids = [block.id for block in documents["km"].blocks]
    assert len(set(ids)) == len(ids) == 2 + 3 + 8 + 11 + 2 + 1 + 102


def test_endorsers_are_written_the_same_in_every_language(documents: dict[str, Document]) -> None:
    names = [
        [block.text for block in document.blocks if block.role is Role.ENDORSER] for document in documents.values()
    ]
    assert names[0] == names[1] == names[2]


def test_no_block_of_a_statement_is_page_furniture(documents: dict[str, Document]) -> None:
    assert [
        block
        for document in documents.values()
        for block in document.blocks
        if block.role in {Role.LETTERHEAD, Role.FURNITURE}
    ] == []
