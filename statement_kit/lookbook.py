"""The brands a release is made in: each by a name for its files, and findings that say which it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TypeVar

from statement_kit.brand import Brand
from statement_kit.diagnostics import Diagnostic, Location, SourceError, StatementKitError, gather, locate
from statement_kit.source.brand_names import BRAND
from statement_kit.source.brands import find_brand

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Look:
    """A brand that a release is made in.

    Attributes:
        name: What it is called in the names of files; empty where they need not say.
        brand: The brand.
        places: Where parts of it stand.
    """

    name: str
    brand: Brand
    places: Mapping[str, Location]

    def say(self, found: Diagnostic) -> Diagnostic:
        """A finding about this brand; its words say which that is, where its place does not."""
        files = {place.path for place in self.places.values()}
        if not self.name or (found.where and found.where.path in files):
            return found
        return replace(found, message=f"{found.message} (In the brand “{self.name}”.)")


def looks_of(named: Sequence[str | PathLike[str]], folder: Path) -> list[Look]:
    """The brands asked for, each by a name of its own; a folder's own needs none where it is alone.

    Args:
        named: Paths and names, as `load_brand` takes them.
        folder: The statement folder.

    Raises:
        SourceError: With what is wrong with any of them, or with names that two of them have.
    """
    found = gather(partial(find_brand, which) for which in named)
    own = (folder / BRAND).resolve()
    if len(found) == 1 and found[0].file and found[0].file.resolve() == own:
        return [Look("", found[0].brand, found[0].places)]
    names = [brand.name.casefold() for brand in found]
    hint = "Give one of their files, or folders, another name; or leave one out."
    problems = [
        Diagnostic("brand/same-name", f"Two brands are called “{brand.name}”, and so would their files be.", hint=hint)
        for number, brand in enumerate(found)
        if brand.name.casefold() in names[:number]
    ]
    if problems:
        raise SourceError(problems)
    return [Look(brand.name, brand.brand, brand.places) for brand in found]


def located(task: Callable[[], T], places: Mapping[str, Location]) -> T:
    """The task's result; its findings get the file and line of the clause they name.

    Raises:
        StatementKitError: What the task raises, with places.
    """
    try:
        return task()
    except StatementKitError as error:
        raise type(error)(locate(error.diagnostics, places)) from error


def in_look(task: Callable[[], T], look: Look, places: Mapping[str, Location] | None = None) -> T:
    """The same for what is done in a brand, with its places beside those of the text; findings say which brand it was.

    Raises:
        StatementKitError: What the task raises, with places.
    """
    try:
        return located(task, {**look.places, **(places or {})})
    except StatementKitError as error:
        raise type(error)(map(look.say, error.diagnostics)) from error
