"""A key of `brand.toml`: what it is called, means and may hold, and which value of `Brand` it sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from statement_kit.brand import Face
from statement_kit.document.blocks import Role
from statement_kit.source.brand_kinds import Kind

ARRAYS: Mapping[str, str] = {"font": "fonts", "partner": "partners"}
"""Tables of which there may be several, `[[font]]`, and the attributes of `Brand` they become."""

SAMPLE_NAMES: Mapping[str, str] = {
    "LANGUAGE": "en",
    "SCRIPT": "Khmr",
    "FACE": "text",
    "ROLE": "title",
    "COLOUR": "sun",
}
"""The names in capitals that paths have, and what the example of a key puts in place of each."""


@dataclass(frozen=True, slots=True)
class BrandKey:
    """A key of `brand.toml`.

    Attributes:
        path: Its names from the outermost table on, with dots; one in capitals stands for any language, script, face,
            role or colour.
        kind: What it may hold.
        meaning: What it says, in words of a designer.
        at: The attributes of `Brand` on the way to the value it sets, with the same names in capitals.
        example: A value, as TOML, other than its default.
        default: What it is where nothing is said, as TOML; empty for nothing, or where each role or script has its own.
        names: What stands in place of the names in capitals in the example, where not the usual.
    """

    path: str
    kind: Kind
    meaning: str
    at: tuple[str, ...]
    example: str
    default: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of its path."""
        return tuple(self.path.split("."))

    @property
    def name(self) -> str:
        """The last of them: what stands before the equals sign."""
        return self.steps[-1]

    @property
    def sample(self) -> tuple[str, ...]:
        """The names of its path as its example has them."""
        return tuple(self.names.get(step, SAMPLE_NAMES.get(step, step)) for step in self.steps)

    def attribute(self, path: tuple[str, ...]) -> tuple[Any, ...]:
        """The way to the value that a path of a file sets, which has names in place of capitals."""
        names = {capital: name for capital, name in zip(self.steps, path, strict=True) if capital in SAMPLE_NAMES}
        return tuple(_member(step, names[step]) if step in names else step for step in self.at)


def header(tables: tuple[str, ...]) -> str:
    """The line that a table begins with; empty for the top of a file."""
    if not tables:
        return ""
    return f"[[{tables[0]}]]" if len(tables) == 1 and tables[0] in ARRAYS else f"[{'.'.join(tables)}]"


def _member(capital: str, name: str) -> str:
    return Role(name) if capital == "ROLE" else Face(name) if capital == "FACE" else name
