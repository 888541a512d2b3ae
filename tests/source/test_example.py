"""The first statement as read from its folder: the authors' words and names, as published."""

from __future__ import annotations

from datetime import date

import pytest

from statement_kit.model import Demand
from statement_kit.press import Contact
from statement_kit.source.folder import Source


def test_it_has_three_opening_paragraphs_and_eight_demands_with_all_their_paragraphs(example: Source) -> None:
    demands = [part for part in example.statement.parts if isinstance(part, Demand)]
    assert len(example.statement.preamble) == 3
    assert len(demands) == len(example.statement.parts)
    assert [len(demand.passages) for demand in demands] == [1, 1, 3, 1, 1, 2, 1, 1]


def test_its_date_contact_and_languages_are_those_of_the_publication(example: Source) -> None:
    assert example.statement.issued == date(2025, 7, 28)
    assert example.statement.contacts == (Contact("info@cid.asia"),)
    assert (example.statement.language, *example.translations) == ("en", "km", "th")


def test_what_the_conversion_to_text_broke_is_mended(example: Source) -> None:
    text = "\n".join(clause.text for clause in example.statement.clauses())
    assert "De-escalation" in text
    assert "good-neighborly" in text
    assert "." not in {line.strip() for line in text.splitlines()}


def test_its_102_endorsers_are_numbered_from_1_in_the_published_order(example: Source) -> None:
    assert [endorser.number for endorser in example.statement.endorsers] == list(range(1, 103))
    assert len({endorser.name for endorser in example.statement.endorsers}) == 102


@pytest.mark.parametrize("published", ["organizationn", "Nieghbors", "(0.0.0)"])
def test_names_are_kept_as_published_though_they_look_mistyped(example: Source, published: str) -> None:
    assert [str(endorser) for endorser in example.statement.endorsers if published in str(endorser)]


def test_a_dot_at_the_end_of_a_name_is_kept(example: Source) -> None:
    assert [endorser for endorser in example.statement.endorsers if endorser.name.endswith(".")]
