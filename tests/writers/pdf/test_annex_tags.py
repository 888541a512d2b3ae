"""The annex in the logical tree: headings, lists and logos in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest
from made_annexes import WORDS, everything_of, listed, organisations, people
from proving import check_proof
from tagged import Node, read_tree

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.layout.pages import lay_out
from statement_kit.markup import MarkKind
from statement_kit.proof import clause_texts
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf import write_pdf
from statement_kit.writers.pdf.structure import MOST_ENTRIES

LANGUAGES = ["en", "km", "th"]


@pytest.fixture(scope="module")
def written(library: FontLibrary) -> Callable[[Document], bytes]:
    """A document as PDF."""
    return lambda document: write_pdf(document, lay_out(document, Brand(), library))


def parts(node: Node) -> list[str]:
    """The tags of what an element holds; what has an id of its own with that."""
    return [f"{kid.tag} {kid.id}".strip() for kid in node.kids if isinstance(kid, Node)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_of_an_annex_with_everything(
    language: str, written: Callable[[Document], bytes], golden: Callable[[str, str], None]
) -> None:
    golden(f"annex/{language}.tags.txt", read_tree(written(everything_of(language))).outline())


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_have_headings_and_lists_of_their_own_and_logos_come_last(
    language: str, written: Callable[[Document], bytes]
) -> None:
    root = read_tree(written(everything_of(language)))
    annex, addendum = root.find("Sect")
    notes = ["P annex.note-1", "P annex.note-2"]
    groups = [each for number in (1, 2, 3) for each in (f"H3 annex.group-{number}", "L")]
    assert parts(annex) == ["H2 annex", *notes, *groups]
    assert parts(addendum) == ["H2 addendum", "L", "P annex.withheld"]
    assert [len(each.kids) for each in root.find("L")] == [6, 2, 4, 2]
    assert {each.about for each in root.find("L")} == {"Decimal"}
    assert parts(root)[-7:] == ["Sect", *(f"Figure logo.{number}" for number in range(1, 7))]
    assert [each.about for each in root.find("Figure")] == [
        f"“{WORDS[language][11].format(f'No. {number}')}”" for number in range(1, 7)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_gives_back_its_text_and_every_logo_its_words(
    language: str, written: Callable[[Document], bytes]
) -> None:
    document = everything_of(language)
    data, logos = written(document), {logo.id: logo.alt for logo in document.wall}
    check_proof(data, document.blocks, logos=logos)
    assert list(clause_texts(data)) == [*(block.id for block in document.blocks), *logos]
    said = {clause: text for clause, text in read_tree(data).clauses().items() if clause not in logos}
    assert said == {block.id: block.whole_text.translate(IGNORABLE) for block in document.blocks}


def test_entries_without_numbers_are_a_list_without_labels(written: Callable[[Document], bytes]) -> None:
    root = read_tree(written(listed("en", ("", people(5)), is_numbered=False)))
    (entries,) = root.find("L")
    assert entries.about == ""
    assert not root.find("Lbl")
    assert [kid.text for kid in entries.kids if isinstance(kid, Node)] == people(5)


def test_a_very_long_list_is_several_all_in_one_section(written: Callable[[Document], bytes]) -> None:
    """Readers take up a list as a whole for every page on which some of it stands."""
    root = read_tree(written(listed("en", ("", people(2 * MOST_ENTRIES + 3)))))
    (annex,) = root.find("Sect")
    assert [len(each.kids) for each in annex.find("L")] == [MOST_ENTRIES, MOST_ENTRIES, 3]


def test_links_are_read_with_their_names_and_lead_where_they_say(written: Callable[[Document], bytes]) -> None:
    document = everything_of("en")
    links = read_tree(written(document)).find("Link")
    marks = [(block.text, mark) for block in document.blocks for mark in block.marks if mark.kind is MarkKind.LINK]
    assert [link.text for link in links] == [text[mark.start : mark.end] for text, mark in marks]
    assert [str(link.annotations[0].A.URI) for link in links] == [mark.target for _, mark in marks]


def bookmarks(item: pikepdf.OutlineItem) -> Iterator[tuple[str, list[str], bool]]:
    """The title of each bookmark, of those under it, and whether they are hidden at first."""
    yield item.title, [kid.title for kid in item.children], bool(item.is_closed)
    for kid in item.children:
        yield from bookmarks(kid)


@pytest.mark.parametrize("language", LANGUAGES)
def test_bookmarks_lead_to_the_annex_its_groups_under_it_and_the_addendum(
    language: str, written: Callable[[Document], bytes]
) -> None:
    words = WORDS[language]
    with pikepdf.open(BytesIO(written(everything_of(language)))) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        found = list(bookmarks(title))
    assert found[:2] == [(words[1], [words[3], words[9]], False), (words[3], list(words[6:9]), True)]
    assert [name for name, _, _ in found] == [words[1], words[3], *words[6:9], words[9]]


def test_logos_are_drawn_behind_the_text_of_their_page(written: Callable[[Document], bytes]) -> None:
    """Readers that know no tags take what comes in the order of the page."""
    with pikepdf.open(BytesIO(written(listed("en", ("", organisations(6)), logos=5)))) as pdf:
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(pdf.pages[0])]
    first_logo = operators.index("Do")
    assert operators.count("Do") == 5
    assert "TJ" not in operators[first_logo:]
    assert operators.count("BDC") == operators.count("EMC")
