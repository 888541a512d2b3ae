"""The catalogs of a statement folder on disk: read for a release, extracted and updated for translators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TypeVar

from statement_kit.diagnostics import CatalogError, Diagnostic, Location, gather
from statement_kit.locking import locked
from statement_kit.output import write_files
from statement_kit.readiness import State
from statement_kit.source.encoding import decode
from statement_kit.source.folder import Source, load_folder
from statement_kit.translation.catalog import Catalog, merge, parse_catalog, same_messages, write_template
from statement_kit.translation.glossary import Term, parse_glossary
from statement_kit.translation.reviews import Reviews, parse_reviews
from statement_kit.translation.state import clause_states
from statement_kit.translation.waivers import Waivers, parse_waivers

TRANSLATIONS = "translations"
TEMPLATE = "statement.pot"
GLOSSARY = "glossary.csv"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a language has come: how many clauses are translated, stale, fuzzy and missing."""

    translated: int
    stale: int
    fuzzy: int
    missing: int


def load_catalog(folder: str | PathLike[str], language: str) -> Catalog:
    """The catalog of a language in a statement folder.

    Raises:
        CatalogError: There is none, it is damaged, or its header names another language.
    """
    path = catalog_path(Path(folder), language)
    data = read_file(path)
    if data is None:
        hint = "Run “statement-kit update”, which writes it, and have it translated."
        raise CatalogError(
            [Diagnostic("catalog/absent", f"There is no translation into “{language}”.", Location(str(path)), hint)]
        )
    catalog = parse_catalog(data, str(path))
    _check_language(catalog, language)
    return catalog


def _check_language(catalog: Catalog, language: str) -> None:
    """Make sure that the catalog of a language is not another's."""
    if catalog.language != language:
        path = Path(catalog.path)
        said = f"says its language is “{catalog.typed_language}”" if catalog.language else "names no language"
        message = f"The header of {path.name} {said}; it should be “{language}”."
        hint = "Is this the right file? If so, mend the line “Language:” in its header."
        raise CatalogError([Diagnostic("catalog/wrong-language", message, Location(str(path)), hint)])


def extract(folder: str | PathLike[str], now: datetime) -> Path:
    """Write `translations/statement.pot`, the template of all translations; the same messages leave it untouched.

    Raises:
        StatementKitError: The folder cannot be read, or the file cannot be written.
    """
    source = load_folder(folder)
    path = Path(folder) / TRANSLATIONS / TEMPLATE
    _write_changed({path: _template(source, now)})
    return path


def update(folder: str | PathLike[str], now: datetime) -> dict[str, Progress]:
    """Bring the template and every language's catalog up to date with the statement; new languages get a file.

    Returns:
        How far each language has come.

    Raises:
        StatementKitError: Some file cannot be read or written; then none is changed.
    """
    source, folder = load_folder(folder), Path(folder)
    with locked(folder):
        merged = dict(gather(partial(_merged, source, folder, language, now) for language in source.translations))
        files = {catalog_path(folder, language): data for language, data in merged.items()}
        _write_changed({folder / TRANSLATIONS / TEMPLATE: _template(source, now), **files})
    return {language: _progress(source, parse_catalog(data, language)) for language, data in merged.items()}


def _merged(source: Source, folder: Path, language: str, now: datetime) -> tuple[str, bytes]:
    path = catalog_path(folder, language)
    data = read_file(path)
    merged = merge(source.statement.clauses(language), data, str(path), language, source.name, now)
    _check_language(parse_catalog(merged, str(path)), language)
    return language, merged


def catalog_path(folder: Path, language: str) -> Path:
    """Where the catalog of a language stands in a statement folder."""
    return folder / TRANSLATIONS / f"{language}.po"


def reviews_path(folder: Path, language: str) -> Path:
    """Where the reviews of a language stand in a statement folder, beside its catalog."""
    return folder / TRANSLATIONS / f"{language}.reviews.csv"


def waivers_path(folder: Path, language: str) -> Path:
    """Where the alarms are recorded that somebody has found false."""
    return folder / TRANSLATIONS / f"{language}.waivers.csv"


def load_reviews(folder: str | PathLike[str], language: str) -> Reviews:
    """The record of reviews of a language in a statement folder; empty where there is none.

    Raises:
        CatalogError: It is damaged.
    """
    return _record(reviews_path(Path(folder), language), parse_reviews)


def load_waivers(folder: str | PathLike[str], language: str) -> Waivers:
    """The record of waived alarms of a language in a statement folder; empty where there is none.

    Raises:
        CatalogError: It is damaged.
    """
    return _record(waivers_path(Path(folder), language), parse_waivers)


def load_glossary(folder: str | PathLike[str]) -> tuple[Term, ...]:
    """The glossary of a statement folder; empty where there is none.

    Raises:
        CatalogError: It is damaged.
    """
    return _record(Path(folder) / GLOSSARY, parse_glossary)


def _record(path: Path, parse: Callable[[str, str], tuple[T, ...]]) -> tuple[T, ...]:
    data = read_file(path)
    return () if data is None else parse(decode(data, str(path)), str(path))


def _template(source: Source, now: datetime) -> bytes:
    return write_template(source.statement.clauses(), source.name, now)


def _progress(source: Source, catalog: Catalog) -> Progress:
    clauses = source.statement.clauses(catalog.language)
    found = Counter(state.state for state in clause_states(clauses, catalog, (), source.policy))
    return Progress(found[State.TRANSLATED], found[State.STALE], found[State.FUZZY], found[State.MISSING])


def read_file(path: Path) -> bytes | None:
    """The bytes of a file of the folder's translations; None where there is none.

    Raises:
        CatalogError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise CatalogError([Diagnostic("catalog/unreadable", message, Location(str(path)))]) from error


def _write_changed(files: Mapping[Path, bytes]) -> None:
    """Write the files that say something new; a mere new date in a header is not new."""
    changed = {path: data for path, data in files.items() if not same_messages(read_file(path), data)}
    if changed:
        write_files(changed)
