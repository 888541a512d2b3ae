"""The specimen: a block of every role, in every language of the kit, ready to be set."""

from __future__ import annotations

import pytest

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document, Role
from statement_kit.languages.registry import LANGUAGES
from statement_kit.layout.pages import lay_out
from statement_kit.markup import MarkKind
from statement_kit.samples import PRESS, SPECIMEN, STATEMENT, sample, sample_languages
from statement_kit.studio.specimen import languages_of, specimen_languages, specimens
from statement_kit.text.fonts import FontLibrary


@pytest.fixture(params=sorted(LANGUAGES))
def shown(request: pytest.FixtureRequest) -> Document:
    """The specimen in each language."""
    return specimens(request.param)[0]


@pytest.fixture(params=sorted(LANGUAGES))
def both(request: pytest.FixtureRequest) -> tuple[Document, Document]:
    """The statement and the press release in each language."""
    return specimens(request.param)


def test_every_role_is_shown(both: tuple[Document, Document]) -> None:
    around = {Role.LETTERHEAD, Role.FURNITURE}
    around |= {Role.END_MARK} if both[0].language.end_mark else set()  # it ends the last sentence, as in Khmer
    assert {block.role for document in both for block in document.blocks} | around == set(Role)


def test_everything_that_text_may_have_is_in_it(shown: Document) -> None:
    marks = {mark.kind for block in shown.blocks for mark in block.marks}
    assert marks == set(MarkKind)
    labels = {block.label for block in shown.blocks if block.role is Role.LIST_ITEM}
    assert "•" in labels
    assert len(labels) == 3


def test_each_stands_on_one_page_in_the_kits_own_look(both: tuple[Document, Document], library: FontLibrary) -> None:
    assert [len(lay_out(document, Brand(annex_room=0.1), library).pages) for document in both] == [1, 1]


@pytest.mark.parametrize("name", [STATEMENT, SPECIMEN, PRESS])
def test_every_language_of_the_kit_has_each_sample(name: str) -> None:
    assert set(sample_languages(name)) == set(LANGUAGES)
    with pytest.raises(KeyError):
        sample(name, "../en")


def test_a_brand_is_made_for_the_languages_it_speaks() -> None:
    assert languages_of(Brand()) == list(LANGUAGES)
    assert languages_of(Brand(names={"km": "ក"})) == ["km"]
    assert specimen_languages(Brand(names={"km": "ក"}, letterhead={"km": (), "th": ()})) == ["km", "th"]
