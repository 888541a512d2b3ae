"""The statement folder on disk: the only place of this package that opens files."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from statement_kit.brand import Brand
from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.editions import ParallelEdition
from statement_kit.endorsers import Endorser
from statement_kit.model import Statement
from statement_kit.pictures import MOST_BYTES as MOST_PICTURE_BYTES
from statement_kit.pictures import Picture, parse_picture
from statement_kit.readiness import Policy
from statement_kit.register.register_file import parse_register
from statement_kit.register.row import Register, Row, endorsers_of
from statement_kit.source.brand_names import BRAND, installed_brand
from statement_kit.source.encoding import decode
from statement_kit.source.file_names import is_inside
from statement_kit.source.lexicon_file import parse_lexicon
from statement_kit.source.statement_file import named_endorsers, parse_statement

if TYPE_CHECKING:
    from statement_kit.source.brand_settings import BrandSettings

T = TypeVar("T")

STATEMENT = "statement.md"
LEXICON = "lexicon.txt"

MOST_BRAND_BYTES = 200_000
"""Largest brand file: its reader takes more than twice the time for twice as much."""


@dataclass(frozen=True, slots=True)
class Source:
    """Everything a statement folder says.

    Attributes:
        name: The folder's own name, the stem of every file made from it.
        statement: The statement in its source language, with its endorsers.
        translations: Tags of the languages it is translated into.
        brand: The folder's brand, or the kit's own look.
        lexicon: Words that stay whole on a line, in any of its languages (L10).
        policy: What it asks of its translations.
        places: Where each clause and endorser stands, each language tag (`language:TAG`), and parts of the brand,
            its logo (`brand.logo`), its fonts (`font:PATH`) and typefaces (`typeface:FAMILY`) among them.
        register: Everybody who ever signed, also those who are not named or have withdrawn.
        parallel: The editions in several languages at once that it asks for.
    """

    name: str
    statement: Statement
    translations: tuple[str, ...]
    brand: Brand
    lexicon: tuple[str, ...]
    policy: Policy
    places: dict[str, Location]
    register: Register = field(default_factory=Register)
    parallel: tuple[ParallelEdition, ...] = ()


def load_folder(folder: str | os.PathLike[str], *, has_own_brand: bool = True) -> Source:
    """Read a statement folder whole.

    Args:
        folder: Where it lies.
        has_own_brand: Whether its brand is wanted; else it is given the kit's own look.

    Raises:
        SourceError: With every problem of every file in it.
    """
    folder = Path(folder)
    problems: list[Diagnostic] = []
    path = folder / STATEMENT
    text = _attempt(lambda: read_text(path, f"A statement folder needs a {STATEMENT}."), problems)
    file = _attempt(lambda: parse_statement(text, str(path)), problems) if text is not None else None
    brand = _attempt(lambda: _own_brand(folder), problems) if has_own_brand else (Brand(), {})
    lexicon = _attempt(lambda: _load_lexicon(folder), problems)
    named = file.endorsers if file else named_endorsers(text or "", str(path))
    where = file.places["endorsers"] if file else Location(str(path))
    signed = _attempt(lambda: _load_register(folder, named, where), problems)
    if file is None or brand is None or lexicon is None or signed is None:
        raise SourceError(problems)
    register, endorsers = signed
    places = {**file.places, **register.places, **brand[1]}
    statement = replace(file.statement, endorsers=endorsers) if endorsers else file.statement
    return Source(
        folder.resolve().name,
        statement,
        file.translations,
        brand[0],
        lexicon,
        file.policy,
        places,
        register,
        file.parallel,
    )


def _attempt(task: Callable[[], T], problems: list[Diagnostic]) -> T | None:
    """The task's result, or None with what stood against it added to the problems."""
    try:
        return task()
    except SourceError as error:
        problems += error.diagnostics
        return None


def _own_brand(folder: Path) -> tuple[Brand, dict[str, Location]]:
    path = folder / BRAND
    return load_brand_file(path) if os.path.lexists(path) else (Brand(), {})


def load_brand_file(path: Path) -> tuple[Brand, dict[str, Location]]:
    """A brand file, with all it extends and the pictures and fonts it names; and where parts of it stand.

    Raises:
        SourceError: It is not there, or with what is wrong with it.
    """
    from statement_kit.source.brand_file import parse_brand  # brings the table of keys, which a brand alone needs

    brand, places = parse_brand(_brand_text(path), str(path), read_beside, find_extended)
    problems: list[Diagnostic] = []
    for font in brand.fonts:
        _attempt(partial(_check_font, font.path, places[f"font:{font.path}"]), problems)
    if problems:
        raise SourceError(problems)
    return brand, places


def find_extended(name: str, where: Location) -> BrandSettings:
    """The brand that a file extends: one beside it, or an installed one by its name.

    Args:
        name: What the file calls it.
        where: Where it does.

    Raises:
        SourceError: There is no such brand, or it is no file that can be read.
    """
    from statement_kit.source.brand_settings import parse_settings

    folder = Path(where.path).parent
    if not name.endswith(".toml"):
        otherwise = 'A brand file is named with its ending, from this folder: "base.toml".'
        path = installed_brand(name, where, otherwise).file(where)
    elif is_inside(name):
        path = folder / name
        check_inside(folder, path, where, "brand file")
        if not path.is_file():
            message, hint = f"There is no brand file {path}.", "Check its name, and put it into the same folder."
            raise SourceError([Diagnostic("source/unreadable", message, where, hint)])
    else:
        message, hint = f"“{name}” is not the path of a brand file.", 'Write it from this folder: "base.toml".'
        raise SourceError([Diagnostic("source/outside", message, where, hint)])
    return parse_settings(_brand_text(path), str(path))


def _brand_text(path: Path) -> str:
    """The text of a brand file, unless it is far larger than any can be."""
    hint = f"Begin one: statement-kit brand new {path.parent}" if path.name == BRAND else "Check its name."
    return read_text(path, hint, MOST_BRAND_BYTES)


def read_beside(name: str, where: Location) -> bytes:
    """The picture that a brand file names, which lies beside it, or beneath.

    Args:
        name: Its path from there.
        where: Where it is named.

    Raises:
        SourceError: It is not there, lies elsewhere, or cannot be read.
    """
    return _read_picture(Path(where.path).parent, name, where)


def _read_picture(folder: Path, name: str, where: Location) -> bytes:
    """The picture that a file names, where it names it."""
    path = folder / name
    check_inside(folder, path, where, "picture")
    return picture_bytes(path, where, "Check its name, and put it beside the file that names it.")


def picture_bytes(path: Path, where: Location, hint: str) -> bytes:
    """A picture's file; of one that is too large as much as tells that.

    Args:
        path: Which.
        where: Where it is asked for.
        hint: What to do where it cannot be read.

    Raises:
        SourceError: It is not there, or cannot be read.
    """
    if not path.is_file():  # nothing, a folder; or a pipe, which would never end
        raise SourceError([Diagnostic("source/unreadable", f"There is no picture {path}.", where, hint)])
    try:
        with path.open("rb") as file:
            return file.read(MOST_PICTURE_BYTES + 1)  # one more tells that it is too large
    except OSError as error:
        message = f"The picture {path} cannot be read: {error.strerror}."
        raise SourceError([Diagnostic("source/unreadable", message, where, hint)]) from error


def _check_font(path: Path, where: Location) -> None:
    """Make sure that a brand's font file is there, and in the folder of the file that names it."""
    check_inside(Path(where.path).parent, path, where, "font file")
    if not path.exists():
        message, hint = f"There is no font file {path}.", "Check its name, and put it beside the brand file."
        raise SourceError([Diagnostic("source/unreadable", message, where, hint)])


def _load_lexicon(folder: Path) -> tuple[str, ...]:
    path = folder / LEXICON
    return parse_lexicon(read_text(path), str(path)) if os.path.lexists(path) else ()


def _load_register(folder: Path, named: str | None, where: Location) -> tuple[Register, tuple[Endorser, ...]]:
    """The register a statement names, `where` it names it; and who of it is counted."""
    if named is None:
        return Register(columns=()), ()
    path = folder / named
    check_inside(folder, path, where, "endorser list")
    register = parse_register(read_text(path, f"{STATEMENT} names {named} as its endorser list."), str(path))
    problems: list[Diagnostic] = []
    logos = {
        row.number: _attempt(partial(_load_logo, folder, row, register), problems)
        for row in register.rows
        if row.shows_logo
    }
    if problems:
        raise SourceError(problems)
    return register, endorsers_of(register, {number: logo for number, logo in logos.items() if logo})


def _load_logo(folder: Path, row: Row, register: Register) -> Picture:
    """The logo of an endorser."""
    name, where = row["logo"], register.places[row.clause]
    if not is_inside(name):
        message, hint = (
            f"“{name[:60]}” is not the path of a logo.",
            "Write it from the statement folder: logos/star.svg.",
        )
        raise SourceError([Diagnostic("endorsers/logo", message, where, hint, row.clause)])
    return parse_picture(_read_picture(folder, name, where), str(folder / name))


def check_inside(folder: Path, path: Path, where: Location, what: str) -> None:
    """Make sure that a file which another names lies in the statement folder, links followed."""
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, or a name no file can have
        message = f"“{path}” cannot be the name of a file."
        hint = f"Write the name of the {what} as it stands in the folder."
        raise SourceError([Diagnostic("source/unreadable", message, where, hint)]) from None
    if not inside:
        message = f"The {what} {path} lies outside the folder {folder}."
        raise SourceError([Diagnostic("source/outside", message, where, "Move it into the folder.")])


def read_text(path: Path, hint: str | None = None, most_bytes: int | None = None) -> str:
    """The text of a file.

    Args:
        path: Which.
        hint: What to do where it cannot be read.
        most_bytes: How large it may be; None for any size.

    Raises:
        SourceError: It is not there, cannot be read, is too large, or is not UTF-8.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe, which would never end
        message = f"{path} cannot be read: it is not a file."
        raise SourceError([Diagnostic("source/unreadable", message, Location(str(path)), hint)])
    try:
        with path.open("rb") as file:
            data = file.read(-1 if most_bytes is None else most_bytes + 1)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise SourceError([Diagnostic("source/unreadable", message, Location(str(path)), hint)]) from error
    if most_bytes is not None and len(data) > most_bytes:
        message = f"{path} has more than {most_bytes // 1000} kB."
        raise SourceError([Diagnostic("source/too-large", message, Location(str(path)), "Is this the right file?")])
    return decode(data, str(path))
