"""What the tests of text share: a face for the three scripts."""

from __future__ import annotations

import pytest

from statement_kit.text.fonts import FontLibrary, FontSet, SizedFont


@pytest.fixture(scope="session")
def fonts(library: FontLibrary) -> FontSet:
    """A Khmer face with a Latin and a Thai fellow."""
    return FontSet(
        {
            "Khmr": SizedFont(library.font("Noto Serif Khmer", 400), 1.0),
            "Latn": SizedFont(library.font("Source Serif 4", 400), 1.0),
            "Thai": SizedFont(library.font("Taviraj", 400), 1.0),
        },
        "Khmr",
    )
