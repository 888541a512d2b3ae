"""What languages are called in one another."""

from __future__ import annotations

import pytest

from statement_kit.languages.language_names import language_name
from statement_kit.languages.registry import LANGUAGES


@pytest.mark.parametrize(
    ("tag", "in_language", "name"),
    [("km", "en", "Khmer"), ("th", "km", "ថៃ"), ("en", "th", "อังกฤษ"), ("en-GB", "en", "English")],  # Thai; English
)
def test_a_language_has_its_name_in_each_other(tag: str, in_language: str, name: str) -> None:
    assert language_name(tag, in_language) == name


def test_every_language_of_the_kit_has_a_name_in_every_one() -> None:
    assert all(language_name(one, other) for one in LANGUAGES for other in LANGUAGES)


@pytest.mark.parametrize("tag", ["qq", "", "not a tag"])
def test_what_is_no_language_has_no_name(tag: str) -> None:
    with pytest.raises(KeyError):
        language_name(tag, "en")
