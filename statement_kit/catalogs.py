"""The catalogs of a statement folder on disk: read for a release, extracted and updated for translators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from os import PathLike
from pathlib import Path

from statement_kit.diagnostics import CatalogError, Diagnostic, Location, gather
from statement_kit.model import is_blank
from statement_kit.output import write_files
from statement_kit.source.folder import Source, load_folder
from statement_kit.translation.catalog import Catalog, merge, parse_catalog, same_messages, write_template

TRANSLATIONS = "translations"
TEMPLATE = "statement.pot"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a language has come: clauses translated, fuzzy and missing."""

    translated: int
    fuzzy: int
    missing: int


def load_catalog(folder: str | PathLike[str], language: str) -> Catalog:
    """The catalog of a language in a statement folder.

    Raises:
        CatalogError: There is none, it is damaged, or its header names another language.
    """
    path = _path(Path(folder), language)
    data = _read(path)
    if data is None:
        hint = "Run “statement-kit update”, which writes it, and have it translated."
        raise CatalogError(
            [Diagnostic("catalog/absent", f"There is no translation into “{language}”.", Location(str(path)), hint)]
        )
    catalog = parse_catalog(data, str(path))
    if catalog.language != language:
        said = f"says its language is “{catalog.typed_language}”" if catalog.language else "names no language"
        message = f"The header of {path.name} {said}; it should be “{language}”."
        hint = "Is this the right file? If so, mend the line “Language:” in its header."
        raise CatalogError([Diagnostic("catalog/wrong-language", message, Location(str(path)), hint)])
    return catalog


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
    merged = dict(gather(partial(_merged, source, folder, language, now) for language in source.translations))
    files = {_path(folder, language): data for language, data in merged.items()}
    _write_changed({folder / TRANSLATIONS / TEMPLATE: _template(source, now), **files})
    return {language: _progress(parse_catalog(data, language)) for language, data in merged.items()}


def _merged(source: Source, folder: Path, language: str, now: datetime) -> tuple[str, bytes]:
    path = _path(folder, language)
    return language, merge(source.statement.clauses(), _read(path), str(path), language, source.name, now)


def _path(folder: Path, language: str) -> Path:
    return folder / TRANSLATIONS / f"{language}.po"


def _template(source: Source, now: datetime) -> bytes:
    return write_template(source.statement.clauses(), source.name, now)


def _progress(catalog: Catalog) -> Progress:
    entries = catalog.entries.values()
    missing = sum(is_blank(entry.text) for entry in entries)
    fuzzy = sum(entry.fuzzy and not is_blank(entry.text) for entry in entries)
    return Progress(len(entries) - missing - fuzzy, fuzzy, missing)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise CatalogError([Diagnostic("catalog/unreadable", message, Location(str(path)))]) from error


def _write_changed(files: Mapping[Path, bytes]) -> None:
    """Write the files that say something new; a mere new date in a header is not new."""
    changed = {path: data for path, data in files.items() if not same_messages(_read(path), data)}
    if changed:
        write_files(changed)
