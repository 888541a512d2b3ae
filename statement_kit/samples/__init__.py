"""Texts that are there to be replaced, or to show a look: the statement a new folder begins with, and a specimen.

They were written for the kit, in English, Khmer and Thai. No native speaker has reviewed the Khmer and the Thai.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_FOLDER = Path(__file__).parent

STATEMENT, SPECIMEN, PRESS = "statement", "specimen", "press"
"""What a new statement folder begins with, and what shows a brand: a statement, and a press release, which is whole."""


def sample(name: str, language: str) -> str:
    """A sample in a language: the body of a `statement.md`; of the press release, all of it.

    Raises:
        KeyError: The kit has none in it.
    """
    if language not in sample_languages(name):
        raise KeyError(language)
    return (_FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8")


def sample_languages(name: str) -> Sequence[str]:
    """The languages that a sample is there in."""
    return sorted(path.name.split(".")[1] for path in _FOLDER.glob(f"{name}.*.md"))
