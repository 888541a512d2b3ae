"""Parallel editions: which languages, how often, and what their files are called."""

from __future__ import annotations

import pytest

from statement_kit import Arrangement, ParallelEdition, SourceError
from statement_kit.editions import repeated_names


def test_an_edition_is_in_turn_unless_it_says_otherwise_and_called_by_its_languages() -> None:
    edition = ParallelEdition(("km", "en"))
    assert (edition.arrangement, edition.name) == (Arrangement.IN_TURN, "km+en")


@pytest.mark.parametrize("languages", [(), ("km",), ("km", "en", "th", "lo"), ("km", "km"), ("km", "en", "km")])
def test_an_edition_has_two_or_three_languages_each_once(languages: tuple[str, ...]) -> None:
    with pytest.raises(SourceError, match="parallel/languages"):
        ParallelEdition(languages)


@pytest.mark.parametrize(
    ("languages", "arrangement"), [("km,en", "in-turn"), (("km", 3), "in-turn"), (("km", "en"), "columns"), (None, [])]
)
def test_values_of_another_type_are_refused(languages: object, arrangement: object) -> None:
    with pytest.raises(SourceError):
        ParallelEdition(languages, arrangement)  # type: ignore[arg-type]


def test_editions_whose_files_would_replace_each_other_are_named() -> None:
    pairs = [("km", "en"), ("en", "km"), ("km", "en")]
    editions = [ParallelEdition(pair, how) for pair, how in zip(pairs, [*Arrangement, *Arrangement], strict=False)]
    assert repeated_names(editions) == ["km+en"]
    assert repeated_names(editions[:2]) == []
