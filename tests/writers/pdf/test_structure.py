"""The logical tree: what a screen reader walks through, and that it is the document (F01, ISO 14289-1 7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tagged import Node, read_tree

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.languages.registry import Alignment, get_language
from statement_kit.layout.pages import lay_out
from statement_kit.markup import Mark, MarkKind
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf import write_pdf
from statement_kit.writers.pdf.structure import _PLACES, _TAGS, _spoken

LANGUAGES = ("en", "km", "th")


def tree(document: Document, library: FontLibrary, brand: Brand | None = None) -> Node:
    return read_tree(write_pdf(document, lay_out(document, brand or Brand(), library)))


@pytest.fixture(scope="module")
def of_blocks(documents: dict[str, Document], library: FontLibrary) -> Callable[..., Node]:
    """The tree of a document of these blocks, under a title."""

    def make(*blocks: Block, language: str = "en") -> Node:
        title = Block("title", Role.TITLE, "Peace")
        return tree(replace(documents[language], blocks=(title, *blocks)), library)

    return make


def test_every_role_and_every_mark_has_its_place_in_the_tree() -> None:
    assert _PLACES.keys() == set(Role)
    assert _TAGS.keys() == set(MarkKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_of_the_first_statement(
    documents: dict[str, Document], library: FontLibrary, language: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"border-ceasefire/{language}.tags.txt", tree(documents[language], library).outline())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_of_a_statement_with_everything(
    everything: dict[str, Document], library: FontLibrary, language: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"everything/{language}.tags.txt", tree(everything[language], library).outline())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_of_a_press_release(
    press: dict[str, Document], library: FontLibrary, language: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"press/{language}.tags.txt", tree(press[language], library).outline())


@pytest.mark.parametrize("alignment", Alignment)
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_text_is_the_text_of_the_document_clause_by_clause_to_the_last_space(
    documents: dict[str, Document],
    everything: dict[str, Document],
    library: FontLibrary,
    language: str,
    alignment: Alignment,
) -> None:
    for document in (documents[language], everything[language]):
        clauses = tree(document, library, Brand(alignment={language: alignment})).clauses()
        said = {clause: text.replace("\u00ad", "") for clause, text in clauses.items()}
        assert list(said.items()) == [(block.id, block.whole_text.translate(IGNORABLE)) for block in document.blocks]


def test_the_letterhead_is_read_first_and_page_furniture_not_at_all(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    brand = Brand(names={"en": "Coalition for Peace"}, letterhead={"en": ("Street 1", "Phnom Penh")})
    root = tree(documents["en"], library, brand)
    assert [kid.text for kid in root.kids[:4] if isinstance(kid, Node)] == [
        "Coalition for Peace",
        "Street 1",
        "Phnom Penh",
        "Joint statement",
    ]
    assert documents["en"].running_head not in root.text
    assert "Page 2" not in root.text


def test_demands_are_entries_of_one_list_each_with_its_heading_and_all_its_text(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    root = tree(documents["en"], library)
    demands = next(node for node in root.find("L"))
    headings = [block.text for block in documents["en"].blocks if block.role is Role.DEMAND_HEADING]
    assert [kid.tag for kid in demands.kids if isinstance(kid, Node)] == ["LI"] * 8
    for number, item in enumerate(demands.kids, 1):
        assert isinstance(item, Node)
        (body,) = item.kids
        assert [kid.tag for kid in body.kids][:2] == ["H2", "P"]
        label, heading = body.kids[0].kids
        assert (label.tag, label.text, heading) == ("Lbl", f"{number}. ", headings[number - 1])


def test_a_list_within_a_demand_stays_one_list_though_a_note_stands_in_it(of_blocks: Callable[..., Node]) -> None:
    root = of_blocks(
        Block("demand.1", Role.DEMAND_HEADING, "Peace", "1."),
        Block("demand.1.1.1", Role.LIST_ITEM, "now1", "a.", (Mark(3, 4, MarkKind.NOTE, "note.n"),)),
        Block("note.n", Role.NOTE, "at once", "1"),
        Block("demand.1.1.2", Role.LIST_ITEM, "always", "b."),
        Block("demand.2", Role.DEMAND_HEADING, "Justice", "2."),
    )
    demands, inner = root.find("L")
    assert [demands.about, inner.about] == ["Decimal", "LowerAlpha"]
    assert [item.id for item in inner.kids if isinstance(item, Node)] == ["demand.1.1.1", "demand.1.1.2"]
    (note,) = inner.kids[0].find("Note")
    assert note.text == "1 at once"


def test_a_note_and_its_number_lead_to_each_other(of_blocks: Callable[..., Node]) -> None:
    text = Block("p.1", Role.PARAGRAPH, "Peace.1", marks=(Mark(6, 7, MarkKind.NOTE, "note.a"),))
    root = of_blocks(text, Block("note.a", Role.NOTE, "At last.", "1"))
    (reference,) = root.find("Reference")
    (note,) = root.find("Note")
    there, back = reference.find("Link")[0], note.find("Link")[0]
    assert (there.text, back.text) == ("1", "1 ")
    assert str(there.annotations[0].Contents) == "Note 1: At last."
    assert str(back.annotations[0].Contents) == "Back to the text, at note 1"
    assert float(there.annotations[0].Dest[3]) > float(back.annotations[0].Rect[3])
    assert float(back.annotations[0].Dest[3]) > float(there.annotations[0].Rect[1])


def test_a_paragraph_over_two_pages_is_one_element(of_blocks: Callable[..., Node]) -> None:
    sentence = "All parties must refrain from actions that could further inflame tensions. "
    root = of_blocks(Block("p.1", Role.PARAGRAPH, (sentence * 90).strip()))
    (paragraph,) = root.find("P")
    assert len(paragraph.kids) > 1
    assert paragraph.text.replace("\u00ad", "") == (sentence * 90).strip()


def test_what_is_in_another_script_says_its_language(of_blocks: Callable[..., Node]) -> None:
    # "peace ADHOC", "LICADHO", "the Thai say: peace"
    root = of_blocks(
        Block("p.1", Role.PARAGRAPH, "សន្តិភាព ADHOC ។"),
        Block("p.2", Role.PARAGRAPH, "LICADHO"),
        Block("p.3", Role.PARAGRAPH, "ថៃ៖ สันติภาพ"),
        language="km",
    )
    first, second, third = root.find("P")
    (span,) = first.find("Span")
    assert (span.language, span.text, first.language) == ("en", "ADHOC", "")
    assert (second.language, second.find("Span")) == ("en", [])
    assert [(node.language, node.text) for node in third.find("Span")] == [("th", "สันติภาพ")]


def test_a_number_in_brackets_between_two_scripts_is_read_in_the_documents_language() -> None:
    text = "Our Objective (0.0.0), កម្ពុជា"  # "Cambodia"
    found = _spoken(text, get_language("km"))
    assert "".join(text[start:end] for start, end, _ in found) == text
    assert [(text[start:end], tag) for start, end, tag in found] == [("Our Objective", "en"), (" (0.0.0), កម្ពុជា", "km")]


def test_a_note_in_another_script_keeps_its_number_in_the_documents_language(of_blocks: Callable[..., Node]) -> None:
    # "peace", and an entry in Latin letters with a note in Khmer ("peace") and one in Latin letters
    root = of_blocks(
        Block("p.1.1", Role.LIST_ITEM, "ADHOC១", "•", (Mark(5, 6, MarkKind.NOTE, "note.a"),)),
        Block("note.a", Role.NOTE, "សន្តិភាព", "១"),
        Block("p.1.2", Role.LIST_ITEM, "LICADHO២", "•", (Mark(7, 8, MarkKind.NOTE, "note.b"),)),
        Block("note.b", Role.NOTE, "At last.", "២"),
        language="km",
    )
    assert [span.text for body in root.find("LBody") for span in body.find("Span")] == ["ADHOC", "LICADHO"]
    khmer, english = root.find("Note")
    assert (khmer.language, [kid.language for kid in khmer.find("Lbl")]) == ("", [""])
    assert (english.language, [kid.language for kid in english.find("Lbl")]) == ("en", ["km"])


def test_emphasis_within_a_link_is_part_of_the_link(of_blocks: Callable[..., Node]) -> None:
    marks = (Mark(0, 14, MarkKind.LINK, "https://example.org"), Mark(4, 10, MarkKind.STRONG))
    root = of_blocks(Block("p.1", Role.PARAGRAPH, "All agreed now.", marks=marks))
    (link,) = root.find("Link")
    (strong,) = link.find("Strong")
    assert (link.text, strong.text) == ("All agreed now", "agreed")
    (annotation,) = link.annotations
    assert str(annotation.Contents) == "All agreed now (https://example.org)"


def test_a_voice_changes_for_words_of_another_script_and_not_for_what_stands_around_them(
    of_blocks: Callable[..., Node],
) -> None:
    root = of_blocks(Block("p.1", Role.PARAGRAPH, "អាស៊ាន (ASEAN) និង ICJ, UN ។"), language="km")  # "ASEAN (ASEAN) and …"
    assert [span.text for span in root.find("Span")] == ["ASEAN", "ICJ, UN"]


def test_the_lines_of_an_address_are_parted_for_those_who_hear_it(of_blocks: Callable[..., Node]) -> None:
    root = of_blocks(Block("p.1", Role.PARAGRAPH, "Street 1\u2028Phnom Penh"))
    assert root.find("P")[0].text == "Street 1 Phnom Penh"
