"""From statement to document: every label, date and word final, the same blocks in every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from statement_kit.diagnostics import SourceError
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.document.compose import compose
from statement_kit.endorsers import Endorser
from statement_kit.languages.counting import in_words
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup import LINE_END, Mark, MarkKind
from statement_kit.model import Demand, Note, Section, Statement
from statement_kit.passages import ItemList, Passage, Quotation
from statement_kit.press import Contact
from statement_kit.translation.words import WORDS

KHMER_WORDS = {
    "kind.joint-statement": "សេចក្ដីថ្លែងការណ៍រួម",
    "contact": "សូមទាក់ទង {contacts}",
    "issued": "ចេញផ្សាយ៖ {date}",
    "endorsed": "គាំទ្រដោយ",
    "page": "ទំព័រ {page} នៃ {pages}",
    "note": "កំណត់ចំណាំ {number}",  # "note"
    "note.back": "ត្រឡប់ទៅ {number}",  # "back to"
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
        ("annex", Role.ANNEX_HEADING, "", "Endorsed by"),
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


def test_a_link_to_a_part_leads_to_a_block_of_that_id() -> None:
    links = "[a](#demand.2) [b](#section.1) [c](#annex)"
    blocks = compose(replace(STATEMENT, preamble=(links,)), WORDS).blocks
    targets = [mark.target.removeprefix("#") for block in blocks for mark in block.marks if block.id == "preamble.1"]
    roles = {block.id: block.role for block in blocks}
    assert [roles[target] for target in targets] == [Role.DEMAND_HEADING, Role.SECTION_HEADING, Role.ANNEX_HEADING]


def test_a_link_to_an_annex_that_nobody_has_signed_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        compose(replace(STATEMENT, preamble=("[a](#annex)",), endorsers=()), WORDS)
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [
        ("statement/no-such-part", "preamble.1")
    ]


@pytest.mark.parametrize("email", ["o'hara@example.org", "a_b+c@example.org"])
def test_an_address_is_the_same_to_the_letter(email: str) -> None:
    document = compose(replace(STATEMENT, contacts=(Contact(email),)), WORDS)
    assert next(block.text for block in document.blocks if block.role is Role.CONTACT).endswith(f" {email}")


@pytest.mark.parametrize(
    ("contact", "targets"),
    [
        (Contact("a@b.org"), {"a@b.org": "mailto:a@b.org"}),
        (Contact("b@b.org", "b@b.org, of B"), {"b@b.org": "mailto:b@b.org"}),
        (Contact("o'hara+x@b.org"), {"o'hara+x@b.org": "mailto:o%27hara+x@b.org"}),
        (
            Contact("a@b.org", "Sok", "+855 12-345.678"),
            {"a@b.org": "mailto:a@b.org", "+855 12-345.678": "tel:+85512345678"},
        ),
        (Contact("a@b.org", phone="012 345 678"), {"a@b.org": "mailto:a@b.org", "012 345 678": "tel:012345678"}),
        (Contact("a@b.org", phone="+44 (0)20 7946 0000"), {"a@b.org": "mailto:a@b.org"}),
        (Contact("a@b.org", phone="012 345 678 / 9"), {"a@b.org": "mailto:a@b.org"}),
    ],
)
@pytest.mark.parametrize("before", [(), (Contact("first@b.org", phone="1"),)])
def test_addresses_and_numbers_that_can_be_dialled_are_links(
    contact: Contact, targets: dict[str, str], before: tuple[Contact, ...]
) -> None:
    block = next(b for b in compose(replace(STATEMENT, contacts=(*before, contact)), WORDS).blocks if b.id == "contact")
    marks = block.marks[2 * len(before) :]
    assert {block.text[mark.start : mark.end]: mark.target for mark in marks} == targets
    assert {mark.kind for mark in block.marks} == {MarkKind.LINK}
    assert all(mark.start > block.text.index(str(contact)) + len(contact.name) - 1 for mark in marks)


def body(*passages: Passage, language: str = "en", notes: tuple[Note, ...] = ()) -> list[Block]:
    """The blocks of a section with these passages."""
    statement = Statement("Title", (), (Section("Us", passages),), date(2025, 7, 28), language, notes=notes)
    return [block for block in compose(statement, WORDS).blocks if block.id.startswith(("section.1.", "note."))]


@pytest.mark.parametrize(("language", "letters"), [("en", ["a.", "b."]), ("km", ["ក.", "ខ."]), ("th", ["ก.", "ข."])])
def test_items_have_bullets_or_the_languages_letters(language: str, letters: list[str]) -> None:
    blocks = body(ItemList(("One", "Two")), ItemList(("Three", "Four"), is_lettered=True), language=language)
    assert [(block.id, block.role, block.label, block.text) for block in blocks] == [
        ("section.1.1.1", Role.LIST_ITEM, "•", "One"),
        ("section.1.1.2", Role.LIST_ITEM, "•", "Two"),
        ("section.1.2.1", Role.LIST_ITEM, letters[0], "Three"),
        ("section.1.2.2", Role.LIST_ITEM, letters[1], "Four"),
    ]


def test_each_paragraph_of_a_quotation_is_a_block() -> None:
    blocks = body("Before", Quotation(("One", "Two")))
    assert [(block.id, block.role, block.text) for block in blocks] == [
        ("section.1.1", Role.PARAGRAPH, "Before"),
        ("section.1.2.1", Role.QUOTATION, "One"),
        ("section.1.2.2", Role.QUOTATION, "Two"),
    ]


def test_passages_of_the_preamble_have_their_roles() -> None:
    statement = replace(STATEMENT, preamble=("Before", ItemList(("One",)), Quotation(("Two",))))
    roles = [block.role for block in compose(statement, WORDS).blocks if block.id.startswith("preamble.")]
    assert roles == [Role.LEAD, Role.LIST_ITEM, Role.QUOTATION]


def test_marks_stand_on_the_final_text_outer_before_inner() -> None:
    (block,) = body('"We *must* [**all**](https://x.org)\\\nact"')
    assert block.text == f"“We must all{LINE_END}act”"
    assert block.marks == (
        Mark(4, 8, MarkKind.EMPHASIS),
        Mark(9, 12, MarkKind.LINK, "https://x.org"),
        Mark(9, 12, MarkKind.STRONG),
    )


def test_an_address_in_the_text_is_the_same_to_the_letter() -> None:
    (block,) = body("Ask 'us': <o'hara@example.org>, <https://x.org/'a'>")
    assert block.text == "Ask ‘us’: o'hara@example.org, https://x.org/'a'"


NOTES = (Note("a", "'A'"), Note("b", "*B*"), Note("c", "C"))


def test_a_note_stands_behind_the_block_that_first_refers_to_it_numbered_in_that_order() -> None:
    blocks = body("One[^c] two[^a]", "Three[^c]", ItemList(("Four[^b]", "Five")), notes=NOTES)
    assert [(block.id, block.role, block.label, block.text) for block in blocks] == [
        ("section.1.1", Role.PARAGRAPH, "", "One1 two2"),
        ("note.c", Role.NOTE, "1", "C"),
        ("note.a", Role.NOTE, "2", "‘A’"),
        ("section.1.2", Role.PARAGRAPH, "", "Three1"),
        ("section.1.3.1", Role.LIST_ITEM, "•", "Four3"),
        ("note.b", Role.NOTE, "3", "B"),
        ("section.1.3.2", Role.LIST_ITEM, "•", "Five"),
    ]
    assert blocks[0].marks == (Mark(3, 4, MarkKind.NOTE, "note.c"), Mark(8, 9, MarkKind.NOTE, "note.a"))
    assert blocks[5].marks == (Mark(0, 1, MarkKind.EMPHASIS),)


def test_a_note_has_its_number_in_the_languages_digits() -> None:
    blocks = body("មួយ[^a]", language="km", notes=NOTES[:1])  # "one"
    assert [(block.text, block.label) for block in blocks] == [("មួយ១", ""), ("‘A’", "១")]


def test_numbers_of_two_digits_move_the_marks_behind_them_and_widen_those_around_them() -> None:
    notes = tuple(Note(f"n{n}", "N") for n in range(1, 13))
    first = " ".join(f"[^n{n}]" for n in range(1, 10))
    blocks = body(first, '*"a[^n10][^n11]*" **b**[^n12]', notes=notes)
    block = next(block for block in blocks if block.id == "section.1.2")
    assert block.text == "“a1011” b12"
    assert [(block.text[m.start : m.end], m.kind) for m in block.marks] == [
        ("“a1011", MarkKind.EMPHASIS),
        ("10", MarkKind.NOTE),
        ("11", MarkKind.NOTE),
        ("b", MarkKind.STRONG),
        ("12", MarkKind.NOTE),
    ]


def test_the_title_for_the_metadata_has_no_marks_and_one_line() -> None:
    document = compose(replace(STATEMENT, title="A *bold*\\\ntitle"), WORDS)
    assert document.title == "A bold title"
    assert document.blocks[1].text == f"A bold{LINE_END}title"


def test_words_of_the_statements_own_join_those_of_its_language() -> None:
    assert compose(STATEMENT, WORDS).language == LANGUAGES["en"]
    language = compose(replace(STATEMENT, language="km"), KHMER_WORDS, ("សន្តិភាព",)).language  # "peace"
    assert language.lexicon == (*LANGUAGES["km"].lexicon, "សន្តិភាព")
    assert language.miscut == (*LANGUAGES["km"].miscut, "សន្តិភាព"), "other programs are told of it, too"


@pytest.mark.parametrize(
    "unit", ["People's |Forum of the North", 'Forum |"Peace"', "The |'Peace' Group", "Women|'s Union", '"A|B"']
)
@pytest.mark.parametrize("tag", ["en", "km", "th"])
def test_a_name_of_the_lexicon_has_the_quotation_marks_it_has_in_the_text(unit: str, tag: str) -> None:
    document = compose(replace(STATEMENT, language=tag, preamble=(unit.replace("|", ""),)), WORDS, (unit,))
    set_unit = document.language.lexicon[-1]
    assert set_unit.replace("|", "") == document.blocks[2].text
    assert set_unit.index("|") == unit.index("|")


@pytest.mark.parametrize("lexicon", ["Village Support Group", [1, 2], ("Village", None), 3, None])
def test_a_lexicon_that_is_no_list_of_texts_is_refused(lexicon: object) -> None:
    with pytest.raises(SourceError) as caught:
        compose(STATEMENT, WORDS, lexicon)  # type: ignore[arg-type]
    assert {(found.rule, found.clause) for found in caught.value.diagnostics} == {("statement/wrong-type", "lexicon")}
    assert all(found.hint for found in caught.value.diagnostics)


def test_a_lexicon_may_be_a_list() -> None:
    assert compose(STATEMENT, WORDS, ["Village"]).language == compose(STATEMENT, WORDS, ("Village",)).language


def test_what_a_statement_does_not_have_leaves_no_heading_behind() -> None:
    roles = {block.role for block in compose(replace(STATEMENT, contacts=(), endorsers=()), WORDS).blocks}
    assert not roles & {Role.CONTACT, Role.ANNEX_HEADING, Role.ENDORSER}


def test_braces_in_a_text_are_only_text() -> None:
    document = compose(replace(STATEMENT, title=r"A \{date} {", preamble=("{a b} {}",)), WORDS)
    assert (document.title, document.blocks[2].text) == ("A {date} {", "{a b} {}")


def test_a_count_in_a_text_is_that_of_the_list() -> None:
    document = compose(
        replace(STATEMENT, title="{endorsers} for peace", preamble=("We are {endorsers, spellout}.",)), WORDS
    )
    count = len(STATEMENT.endorsers)
    assert document.title == f"{count} for peace"
    assert document.blocks[2].text == f"We are {in_words(count, LANGUAGES['en'])}."


def test_the_title_for_the_metadata_is_the_title_as_printed() -> None:
    document = compose(replace(STATEMENT, title='A "voice" for peace'), WORDS)
    assert document.title == document.blocks[1].text == "A “voice” for peace"
    assert document.issued == "2025-07-28"


def test_a_language_the_kit_does_not_know_is_refused() -> None:
    with pytest.raises(KeyError, match="lo"):
        compose(replace(STATEMENT, language="lo"), WORDS)


@pytest.mark.parametrize("lost", ["contact", "endorsed", "issued", "kind.joint-statement", "note", "note.back", "page"])
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


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_the_blocks_of_a_statement_that_uses_everything_are_as_reviewed(
    everything: dict[str, Document], golden: Callable[[str, str], None], language: str
) -> None:
    golden(f"everything/{language}.blocks.txt", _listing(everything[language]))


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_the_blocks_of_a_press_release_are_as_reviewed(
    press: dict[str, Document], golden: Callable[[str, str], None], language: str
) -> None:
    golden(
        f"press/{language}.blocks.txt", _listing(press[language]) + f"running head | {press[language].running_head}\n"
    )


def _listing(document: Document) -> str:
    """The blocks of a document, each with what stands out in it."""
    lines = []
    for block in document.blocks:
        lines.append(f"{block.id} | {block.role} | {block.label} | {block.text.replace(LINE_END, ' ⏎ ')}")
        lines += [f"    {m.kind} | {block.text[m.start : m.end]} | {m.target}".rstrip(" |") for m in block.marks]
    return "\n".join(lines) + "\n"


def test_it_has_the_same_ids_roles_links_and_notes_in_every_language(everything: dict[str, Document]) -> None:
    def skeleton(document: Document) -> list[tuple[str, Role, list[str]]]:
        blocks = document.blocks
        return [(block.id, block.role, sorted(m.target for m in block.marks if m.target)) for block in blocks]

    assert skeleton(everything["en"]) == skeleton(everything["km"]) == skeleton(everything["th"])
    assert {Role.QUOTATION, Role.LIST_ITEM, Role.NOTE} <= {role for _, role, _ in skeleton(everything["en"])}


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
