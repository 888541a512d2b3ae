"""A release: one statement folder, every language and format of it, all files or none.

The only module that knows every stage; the stages know each other only as ARCHITECTURE.md draws them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from statement_kit.brand import Brand
from statement_kit.catalogs import load_catalog
from statement_kit.diagnostics import Diagnostic, Location, SourceError, StatementKitError, gather, locate
from statement_kit.document.blocks import Document
from statement_kit.document.compose import compose
from statement_kit.languages.registry import LANGUAGES
from statement_kit.layout.pages import check_glyphs, lay_out
from statement_kit.model import Statement
from statement_kit.output import write_files
from statement_kit.resources import fonts_folder, translations_folder
from statement_kit.source.folder import Source, load_folder
from statement_kit.text.fonts import font_library
from statement_kit.translation.translate import Translation, translate
from statement_kit.translation.words import load_words

T = TypeVar("T")


class Format(StrEnum):
    """What a document can be written as; the value is the file's extension."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "txt"


DEFAULT_FORMATS = (Format.PDF, Format.DOCX)


@dataclass(frozen=True, slots=True)
class Release:
    """What a build made: the files, and what their makers should know about them."""

    files: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Edition:
    """The document of one language, and the file and line each of its clauses came from."""

    document: Document
    places: Mapping[str, Location]
    warnings: tuple[Diagnostic, ...]


def render(statement: Statement, file_format: Format | str, brand: Brand | None = None) -> bytes:
    """A statement, in the language it is in, as the bytes of a file.

    Args:
        statement: The statement, translated already if need be.
        file_format: `pdf`, `docx` or `txt`.
        brand: Whose look; the kit's own by default.

    Raises:
        SourceError: The kit does not know the language, or cannot write the date in it.
        CatalogError: The kit's own words are not at hand in it.
        FontError: A character has no glyph in the brand's fonts.
        LayoutError: A piece of text does not fit its column.
    """
    return _write(_document(statement), Format(file_format), brand or Brand())


def build(
    folder: Path,
    out: Path,
    languages: Sequence[str] = (),
    formats: Sequence[Format] = DEFAULT_FORMATS,
    step: Callable[[str], None] = lambda name: None,
) -> Release:
    """Make the files of a release: `OUT/NAME.LANGUAGE.FORMAT`.

    Args:
        folder: The statement folder.
        out: Where the files go.
        languages: Which languages; all the folder has by default.
        formats: Which formats.
        step: Told each file's name as it is begun, for progress.

    Raises:
        StatementKitError: With everything that stands against the release; then nothing is written.
    """
    source = load_folder(folder)
    tags = _chosen(source, languages)
    editions = gather(partial(_edition, source, folder, tag) for tag in tags)

    def file(edition: _Edition, file_format: Format) -> tuple[Path, bytes]:
        path = out / f"{source.name}.{edition.document.language.tag}.{file_format}"
        step(path.name)
        return path, _located(partial(_write, edition.document, file_format, source.brand), edition.places)

    files = dict(gather(partial(file, edition, wanted) for edition in editions for wanted in formats))
    write_files(files)
    return Release(tuple(files), tuple(found for edition in editions for found in edition.warnings))


def _chosen(source: Source, languages: Sequence[str]) -> Sequence[str]:
    """The languages to build, each one known to the kit and at hand in the folder."""
    at_hand = (source.statement.language, *source.translations)
    problems = [
        Diagnostic(
            "language/not-in-folder",
            f"The statement is not translated into “{tag}”.",
            source.places["translations"],
            f"Choose from {', '.join(at_hand)}, or add it to translations in the front matter.",
        )
        for tag in languages
        if tag not in at_hand
    ]
    problems += [
        Diagnostic(
            "language/unknown",
            f"The kit does not know the language “{tag}”.",
            source.places[f"language:{tag}"],
            f"It knows {', '.join(sorted(LANGUAGES))}.",
        )
        for tag in at_hand
        if tag not in LANGUAGES
    ]
    if problems:
        raise SourceError(problems)
    return list(dict.fromkeys(languages)) or at_hand


def _edition(source: Source, folder: Path, tag: str) -> _Edition:
    """The statement in one language, guarded and composed."""
    translation = Translation(source.statement, source.places)
    if tag != source.statement.language:
        translation = translate(source.statement, load_catalog(folder, tag))
    if source.brand.names and tag not in source.brand.names:
        message = f"The brand has no name in “{tag}”."
        hint = f"Add {tag} = “…” under [name]; no letterhead is printed in another language than its document's."
        raise SourceError([Diagnostic("brand/no-name", message, source.places["brand"], hint)])
    places = {**source.places, **translation.places}
    return _Edition(_located(partial(_document, translation.statement), places), places, translation.warnings)


def _document(statement: Statement) -> Document:
    if statement.language not in LANGUAGES:
        message = f"The kit does not know the language “{statement.language}”."
        raise SourceError([Diagnostic("language/unknown", message, hint=f"It knows {', '.join(sorted(LANGUAGES))}.")])
    try:
        return compose(statement, load_words(statement.language, translations_folder()))
    except ValueError as error:
        hint = "Check the date; dates before that year need their era written by hand."
        raise SourceError([Diagnostic("date/era", f"{error}.", hint=hint, clause="issued")]) from error


def _located(task: Callable[[], T], places: Mapping[str, Location]) -> T:
    """The task's result; its findings get the file and line of the clause they name."""
    try:
        return task()
    except StatementKitError as error:
        raise type(error)(locate(error.diagnostics, places)) from error


def _write(document: Document, file_format: Format, brand: Brand) -> bytes:
    """One format of a document. A writer is imported when first wanted: each brings a library of its own."""
    if file_format is Format.TEXT:
        from statement_kit.writers.text import write_text

        return write_text(document).encode()
    library = font_library(fonts_folder())
    if file_format is Format.DOCX:
        from statement_kit.writers.docx import write_docx

        # The same characters must be drawable in both formats, though only the PDF is laid out by the kit.
        check_glyphs(document, brand, library)
        return write_docx(document, brand)
    from statement_kit.writers.pdf import write_pdf

    return write_pdf(document, lay_out(document, brand, library))
