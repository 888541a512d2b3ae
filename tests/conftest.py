"""What the tests share: the example, its documents, goldens, and the outside judges."""

from __future__ import annotations

import difflib
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from statement_kit.document.blocks import Document
from statement_kit.document.compose import compose
from statement_kit.resources import fonts_folder, translations_folder
from statement_kit.source.folder import Source, load_folder
from statement_kit.text.fonts import FontLibrary, font_library
from statement_kit.translation.catalog import parse_catalog
from statement_kit.translation.translate import translate
from statement_kit.translation.words import load_words

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "border-ceasefire"
EVERYTHING = Path(__file__).parent / "statements" / "everything"
PRESS = Path(__file__).parent / "statements" / "press"
GOLDENS = Path(__file__).parent / "golden"
LANGUAGES = ("en", "km", "th")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite the goldens that differ, and fail all the same"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden of that name; reviewable, rewritten by `--update-goldens`."""

    def check(name: str, actual: str) -> None:
        path = GOLDENS / name
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual == expected:
            return
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8")
        difference = difflib.unified_diff(expected.splitlines(), actual.splitlines(), "golden", "now", lineterm="")
        pytest.fail(f"{name} differs from its golden:\n" + "\n".join(list(difference)[:60]))

    return check


@pytest.fixture(scope="session")
def example() -> Source:
    """The first statement, as read from its folder."""
    return load_folder(EXAMPLE)


@pytest.fixture(scope="session")
def documents(example: Source) -> dict[str, Document]:
    """The first statement's document in each language."""
    return _documents(example, EXAMPLE)


@pytest.fixture(scope="session")
def everything() -> dict[str, Document]:
    """The document, in each language, of a statement that has everything a statement may have."""
    return _documents(load_folder(EVERYTHING), EVERYTHING)


@pytest.fixture(scope="session")
def press() -> dict[str, Document]:
    """The document, in each language, of a press release with all its furniture, as journalists get it."""
    return _documents(load_folder(PRESS), PRESS, embargoed=True)


def _documents(source: Source, folder: Path, *, embargoed: bool = False) -> dict[str, Document]:
    """The document of a statement in each language."""
    found = {}
    for language in LANGUAGES:
        statement = source.statement
        if language != statement.language:
            path = folder / "translations" / f"{language}.po"
            statement = translate(statement, parse_catalog(path.read_bytes(), str(path))).statement
        found[language] = compose(
            statement, load_words(language, translations_folder()), source.lexicon, embargoed=embargoed
        )
    return found


@pytest.fixture(scope="session")
def library() -> FontLibrary:
    """The bundled fonts."""
    return font_library(fonts_folder())


@pytest.fixture(scope="session")
def bare() -> Callable[[str], str]:
    """A text without white space, U+200B and U+2060: what must be the same in every format."""
    return lambda text: re.sub(r"[\s\u200b\u2060]", "", text)


@pytest.fixture(scope="session")
def judge() -> Callable[[str], str]:
    """The path of an outside program by name: absent, it is a skip on a laptop and a failure in CI."""

    def find(program: str, *, at: str | None = None) -> str:
        found = at if at and Path(at).exists() else shutil.which(program)
        if found is None:
            refuse = pytest.fail if os.environ.get("CI") else pytest.skip
            refuse(f"{program} is not installed, so this judge was not asked")
        return str(found)

    return find
