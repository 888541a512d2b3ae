"""The benchmarks still fit the kit they measure; what they measure is not for tests."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from statement_kit.document.blocks import Document, Role

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the benchmarks on the path, as when one of them is run."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))


@pytest.mark.usefixtures("benchmarks")
@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_peers_are_told_the_look_of_every_role(documents: dict[str, Document], language: str) -> None:
    found = import_module("looks").looks(documents[language])
    assert found.keys() == set(Role) - {Role.LETTERHEAD}
    assert all(path.is_file() for path in import_module("looks").all_fonts(found))


@pytest.mark.usefixtures("benchmarks")
def test_a_varied_statement_says_the_same_words_in_another_order() -> None:
    example = import_module("example")
    statement = example.statement_in("km")
    varied = example.varied(statement, 3)
    assert varied != statement
    for before, after in zip(statement.clauses(), varied.clauses(), strict=True):
        assert sorted(before.text.split()) == sorted(after.text.split())


@pytest.mark.usefixtures("benchmarks")
def test_the_kit_as_a_contender_makes_a_pdf() -> None:
    example = import_module("example")
    contender = import_module("contenders").CONTENDERS["kit"].load()
    assert contender.warm(example.statement_in("en"))().startswith(b"%PDF")
