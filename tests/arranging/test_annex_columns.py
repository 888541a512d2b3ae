"""How many columns the annex has: as many as the names allow, the same in every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import docx_reading
import pytest
from made_annexes import listed, long_names, organisations, people
from made_docx import docx_of

from statement_kit.arranging import columns as module
from statement_kit.arranging.columns import annex_columns
from statement_kit.brand import Brand, Paper
from statement_kit.document.blocks import Document, Role
from statement_kit.faces import Faces
from statement_kit.layout.pages import lay_out
from statement_kit.text.fonts import FontLibrary

LANGUAGES = ["en", "km", "th"]


@pytest.fixture
def count(library: FontLibrary) -> Callable[..., int]:
    """The columns of a document's annex."""

    def found(document: Document, brand: Brand | None = None) -> int:
        brand = brand or Brand()
        return annex_columns(document, brand, Faces(document.language, brand, library))

    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_statement_has_two(language: str, documents: dict[str, Document], count: Callable[..., int]) -> None:
    assert count(documents[language]) == 2


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (people(300), 3),
        (people(18), 3),
        (people(17), 2),
        (people(1), 1),
        (organisations(80), 2),
        (long_names(30), 1),
        (["Sok", "Malee", "Dara"] * 40, 4),
        (["Sok", "Malee", "Dara"] * 10, 3),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_have_as_many_as_they_fit_well(
    language: str, names: list[str], expected: int, count: Callable[..., int]
) -> None:
    assert count(listed(language, ("", names))) == expected


def test_a_brand_that_names_a_number_has_it_whatever_the_names(count: Callable[..., int]) -> None:
    assert count(listed("en", ("", long_names(30))), Brand(annex_columns=3)) == 3


def test_wider_paper_holds_no_fewer(count: Callable[..., int]) -> None:
    document = listed("en", ("", organisations(60)))
    narrow = Brand(margins_pt=(70, 150, 70, 150))
    assert count(document, narrow) <= count(document) <= count(document, Brand(margins_pt=(70, 20, 70, 20)))
    assert count(document, Brand(paper=Paper.LETTER)) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_only_one_column_holds_has_one(
    language: str, count: Callable[..., int], library: FontLibrary
) -> None:
    """However many short names there are, none must be found to be too wide in the end."""
    document = listed(language, ("", [*people(600), "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"]))
    assert count(document) == 1
    assert lay_out(document, Brand(), library).pages


def test_one_long_name_among_few_leaves_no_column_in_which_it_takes_more_than_three_lines(
    count: Callable[..., int],
) -> None:
    longest = "Coordination of Everybody Who Ever Worked for Peace " * 3
    assert count(listed("en", ("", [*people(30), longest.strip()]))) == 1
    assert count(listed("en", ("", [*people(3000), longest.strip()]))) == 3


def test_a_long_list_is_judged_by_a_part_of_it(monkeypatch: pytest.MonkeyPatch, count: Callable[..., int]) -> None:
    """Reading all of it would take longer than setting it."""
    asked: list[str] = []

    def shape(self: Faces, text: str, *others: object, **named: object) -> object:
        asked.append(text)
        return unpatched(self, text, *others, **named)

    unpatched = Faces.shape
    monkeypatch.setattr(Faces, "shape", shape)
    assert count(listed("en", ("", [f"{one} {at}" for at, one in enumerate(people(5000))]))) == 3
    assert len(asked) < 2 * module._SAMPLE


def test_names_without_numbers_have_the_room_of_those(count: Callable[..., int]) -> None:
    names = ["Sophea Thongkham Rattanakul"] * 200
    numbered, plain = (count(listed("th", ("", names), is_numbered=is_on)) for is_on in (True, False))
    assert numbered <= plain


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("names", "expected"), [(people(60), 3), (organisations(60), 2), (long_names(9), 1)])
def test_both_formats_have_the_same(language: str, names: list[str], expected: int, library: FontLibrary) -> None:
    document = listed(language, ("", names))
    pages = lay_out(document, Brand(), library)
    lines = [line for page in pages.pages for line in page.body if line.role is Role.ENDORSER]
    edges = {round(line.segments[1].x_pt) for line in lines if len(line.segments) == 2}
    body = docx_reading.part(docx_of(document), "word/document.xml")
    numbers = body.xpath("//w:cols/@w:num", namespaces=docx_reading.NS)
    assert len(edges) == expected
    assert numbers == ([str(expected)] if expected > 1 else [])


def test_the_size_of_the_type_counts(count: Callable[..., int]) -> None:
    document = listed("en", ("", people(60)))
    assert count(document, Brand(base_pt=20)) < count(document) <= count(document, Brand(base_pt=7))
    styles = Brand().styles
    small = {**styles, Role.ENDORSER: replace(styles[Role.ENDORSER], size_em=0.6)}
    assert count(document, Brand(styles=small)) >= count(document)
