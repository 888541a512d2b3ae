"""Keep rules on documents of every length (P07), and labels of every width."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.languages.numbers import label
from statement_kit.languages.registry import LANGUAGES
from statement_kit.layout.flow import rows
from statement_kit.layout.frames import Pages, Segment
from statement_kit.layout.pages import lay_out
from statement_kit.layout.paragraphs import SetBlock
from statement_kit.text.fonts import FontLibrary

SENTENCE = "All parties must refrain from actions that could further inflame tensions and endanger lives. "


def made(documents: dict[str, Document], paragraphs: int, endorsers: int, sentences: int = 1) -> Document:
    """An English document of so many paragraphs and endorsers."""
    blocks = [Block("title", Role.TITLE, "Peace")]
    blocks += [Block(f"preamble.{n}", Role.LEAD, (SENTENCE * sentences).strip()) for n in range(1, paragraphs + 1)]
    blocks += [
        Block("contact", Role.CONTACT, "Contact: info@example.org"),
        Block("issued", Role.ISSUED, "28 July 2025"),
    ]
    if endorsers:
        blocks.append(Block("endorsed", Role.ANNEX_HEADING, "Endorsed by"))
    numbers = range(1, endorsers + 1)
    blocks += [Block(f"endorser.{n}", Role.ENDORSER, "Short Organisation", f"{n}.") for n in numbers]
    return replace(documents["en"], blocks=tuple(blocks))


@pytest.mark.parametrize("sentences", [1, 3])
@pytest.mark.parametrize("paragraphs", range(1, 60, 2))
def test_contact_and_date_never_stand_alone_on_a_page(
    documents: dict[str, Document], library: FontLibrary, paragraphs: int, sentences: int
) -> None:
    pages = lay_out(made(documents, paragraphs, 0, sentences), Brand(), library)
    roles = [line.role for line in pages.pages[-1].body]
    assert roles.count(Role.LEAD) >= 2 or len(pages.pages) == 1


def quoted(documents: dict[str, Document], before: int) -> Document:
    """So many paragraphs of one line, then short quotations, each with who speaks, and a text between them."""
    blocks = [Block("title", Role.TITLE, "Peace")]
    blocks += [Block(f"preamble.{n}", Role.LEAD, "We ask for peace.") for n in range(1, before + 1)]
    for n in range(1, 12):
        blocks.append(Block(f"section.{n}.1.1", Role.QUOTATION, "We want peace."))
        blocks.append(Block(f"section.{n}.1.speaker", Role.ATTRIBUTION, "Sok Dara, Spokesperson"))
        blocks.append(Block(f"section.{n}.2", Role.PARAGRAPH, "So do we."))
    blocks.append(Block("end-mark", Role.END_MARK, "– ENDS –"))
    return replace(documents["en"], blocks=tuple(blocks))


@pytest.mark.parametrize("before", range(1, 40))
def test_no_page_begins_with_who_speaks_or_with_the_end_mark_and_none_is_left_half_empty_for_them(
    documents: dict[str, Document], library: FontLibrary, before: int
) -> None:
    pages = lay_out(quoted(documents, before), Brand(), library).pages
    assert not [page for page in pages if page.body[0].role in (Role.ATTRIBUTION, Role.END_MARK)]
    for page, following in pairwise(pages):
        left_pt = Brand().paper.size_pt[1] - Brand().margins_pt[2] - page.body[-1].baseline_pt
        assert left_pt < 8 * Brand().base_pt, "quotations are no chain that is kept together"
        assert following.body


@pytest.mark.parametrize("endorsers", range(1, 260, 6))
def test_no_few_entries_of_the_annex_are_left_alone_on_its_last_page(
    documents: dict[str, Document], library: FontLibrary, endorsers: int
) -> None:
    pages = lay_out(made(documents, 1, endorsers), Brand(), library)
    per_page = [sum(1 for line in page.body if line.role is Role.ENDORSER) for page in pages.pages]
    assert sum(per_page) == endorsers
    assert per_page[-1] >= 4 or len([count for count in per_page if count]) == 1


def test_a_row_brings_the_notes_it_refers_to_and_nothing_else_that_it_links_to() -> None:
    links = ("#note.a", "#demand.3", "https://example.org/#note.b", "#annex", "", "#note.c")
    line = tuple(Segment(0, (), "#000000", link=link) for link in links)
    block = SetBlock(Block("p", Role.PARAGRAPH, "x"), Brand().styles[Role.PARAGRAPH], (line,), 10.0, 8.0, 0, 0, 0)
    assert [row.notes for row in rows([block])] == [("note.a", "note.c")]


def gaps(pages: Pages) -> list[float]:
    """The space between each label's ink and the text beside it, in pt."""
    found = []
    for page in pages.pages:
        for line in page.body:
            if len(line.segments) == 2:
                mark, text = line.segments
                width = sum(cluster.width_pt for cluster in mark.clusters if not cluster.is_space)
                found.append(text.x_pt - mark.x_pt - width)
    return found


@pytest.mark.parametrize("count", [9, 12, 100])
@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_no_label_touches_its_text_however_many_there_are(
    documents: dict[str, Document], library: FontLibrary, language: str, count: int
) -> None:
    numbers = range(1, count + 1)
    blocks = [Block(f"demand.{n}", Role.DEMAND_HEADING, "ASEAN", label(n, LANGUAGES[language])) for n in numbers]
    blocks.append(Block("endorsed", Role.ANNEX_HEADING, "ASEAN"))
    blocks += [Block(f"endorser.{n}", Role.ENDORSER, "ASEAN", label(n, LANGUAGES[language])) for n in numbers]
    pages = lay_out(replace(documents[language], blocks=tuple(blocks)), Brand(), library)
    assert len(gaps(pages)) == 2 * count
    assert min(gaps(pages)) > 3


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_any_number_of_columns_holds_every_entry_once_and_in_order(
    documents: dict[str, Document], library: FontLibrary, columns: int
) -> None:
    pages = lay_out(made(documents, 1, 150), Brand(annex_columns=columns), library)
    labels = [line.text.split()[0] for page in pages.pages for line in page.body if line.role is Role.ENDORSER]
    assert labels == [f"{n}." for n in range(1, 151)]


@pytest.mark.parametrize("brand", [Brand(), Brand(base_pt=8), Brand(base_pt=14), Brand(margins_pt=(60, 30, 60, 30))])
def test_furniture_stands_on_the_sheet_and_clear_of_the_text(
    documents: dict[str, Document], library: FontLibrary, brand: Brand
) -> None:
    pages = lay_out(documents["km"], brand, library)
    for page in pages.pages[1:]:
        assert 0 < page.head[0].baseline_pt < min(line.baseline_pt for line in page.body) - 10
        assert max(line.baseline_pt for line in page.body) + 10 < page.foot[0].baseline_pt < pages.height_pt
