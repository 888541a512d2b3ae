"""A release: one statement folder, every language and format of it, all files or none.

The only module that knows every stage; the stages know each other only as ARCHITECTURE.md draws them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TypeVar

from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand, letterhead_problems, logo_warnings
from statement_kit.desk import claim_findings, load_work
from statement_kit.diagnostics import (
    CatalogError,
    Diagnostic,
    Location,
    OutputError,
    Severity,
    SourceError,
    gather,
    locate,
)
from statement_kit.document.blocks import Document
from statement_kit.document.compose import as_draft, compose, title_of
from statement_kit.embargo import Purpose, check_publication, purpose_of
from statement_kit.endorser_checks import naming_findings
from statement_kit.languages.registry import LANGUAGES, Language
from statement_kit.layout.pages import check_glyphs, lay_out
from statement_kit.lookbook import Look, in_look, located, looks_of
from statement_kit.model import Statement
from statement_kit.output import check_unsigned, write_files
from statement_kit.press_checks import no_contact_warnings
from statement_kit.resources import fonts_folder, translations_folder
from statement_kit.source.folder import Source, load_folder
from statement_kit.text.fonts import FontLibrary, font_library
from statement_kit.text.segmentation import has_dictionary
from statement_kit.translation.draft import draft as draft_of
from statement_kit.translation.translate import Translation, as_translated
from statement_kit.translation.words import load_words
from statement_kit.values import wrong_type

T = TypeVar("T")


class Format(StrEnum):
    """What a document can be written as; the value is the file's extension."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "txt"


DEFAULT_FORMATS = (Format.PDF, Format.DOCX)


@dataclass(frozen=True, slots=True)
class Release:
    """What a build made: the files, how large each is in bytes, and what their makers should know about them."""

    files: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...]
    sizes: Mapping[Path, int]


@dataclass(frozen=True, slots=True)
class _Edition:
    """The document of one language, and the file and line each of its clauses came from."""

    document: Document
    places: Mapping[str, Location]
    warnings: tuple[Diagnostic, ...]


def render(
    statement: Statement,
    file_format: Format | str,
    brand: Brand | None = None,
    lexicon: tuple[str, ...] | list[str] = (),
    *,
    proof: bool = True,
    draft: bool = False,
    embargoed: bool = False,
    before_embargo: bool = False,
    now: datetime | None = None,
) -> bytes:
    """A statement, in the language it is in, as the bytes of a file.

    There is nobody to warn here. Where ICU is not installed, lines of Khmer and Thai end by rule, at times inside
    a word: `has_dictionary(LANGUAGES["km"])` tells before (L12).

    Args:
        statement: The statement, translated already if need be.
        file_format: `pdf`, `docx` or `txt`.
        brand: Whose look; the kit's own by default.
        lexicon: Words that stay whole on a line, beside those the kit knows; a `|` in one is where a line may end.
            `parse_lexicon` reads them from text, and says what is wrong with them.
        proof: Whether a PDF is read again, and compared with its document clause by clause.
        draft: Whether every page says that it is one.
        embargoed: Whether it is a copy for journalists, as for `build`.
        before_embargo: Whether to make the final file though the embargo has not ended.
        now: What the clock says, for the final file of a statement with an embargo.

    Raises:
        SourceError: The kit does not know the language, cannot write the date in it, the brand has no name in
            it, or an argument is of another type; the statement is embargoed, or quotes somebody without consent.
        OutputError: There is no such format; or a PDF does not give back its text.
        CatalogError: The kit's own words are not at hand in it.
        FontError: A character has no glyph in the brand's fonts; or one of them is missing, damaged, or forbids
            what is to be done with it.
        LayoutError: A piece of text does not fit its column.
    """
    brand = Brand() if brand is None else brand
    _check_types(statement, brand)
    purpose = purpose_of(statement.press, draft=draft, embargoed=embargoed, before_embargo=before_embargo)
    check_publication(statement.press, purpose, now, before_embargo=before_embargo)
    (wanted,) = _formats([file_format])
    _check_typefaces(brand, [wanted])
    document = _document(statement, lexicon, purpose)
    _check_looks(document, brand, [wanted])
    return _written(wanted, document, brand, proof=proof)


def _check_types(statement: object, brand: object) -> None:
    problems = []
    if not isinstance(statement, Statement):
        hint = "Make one: Statement(…); or take that of a folder: load_folder(…).statement."
        problems.append(wrong_type("statement", statement, "a Statement", hint))
    if not isinstance(brand, Brand):
        problems.append(wrong_type("brand", brand, "a Brand", "Make one: Brand(…); or leave it out."))
    if problems:
        raise SourceError(problems)


def build(
    folder: str | PathLike[str],
    out: str | PathLike[str],
    languages: str | Sequence[str] = (),
    formats: Format | str | Sequence[Format | str] = DEFAULT_FORMATS,
    step: Callable[[str], None] = lambda name: None,
    *,
    proof: bool = True,
    draft: bool = False,
    brands: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    embargoed: bool = False,
    before_embargo: bool = False,
    now: datetime | None = None,
) -> Release:
    """Make the files of a release: `OUT/NAME.LANGUAGE.FORMAT`; of a draft, `OUT/NAME.LANGUAGE.DRAFT.FORMAT`.

    While it is embargoed there are only drafts and copies for journalists, `OUT/NAME.LANGUAGE.EMBARGOED.FORMAT`.

    A release holds only clauses that have come as far as the folder asks. A draft takes the others too: it says so on
    every page and in the names of its files, marks each clause that is not ready, and shows the source where no
    translation can be shown. There is no third way.

    Args:
        folder: The statement folder.
        out: Where the files go.
        languages: Which language or languages; all the folder has by default.
        formats: Which format or formats.
        step: Told each file's name as it is begun, for progress.
        proof: Whether each PDF is read again, and compared with its document clause by clause.
        draft: Whether to make a draft.
        brands: In which brands, as `load_brand` takes them: the path of a brand file or of a folder that holds one, or
            a name; the folder's own by default. The names of files carry the brand, `OUT/NAME.BRAND.LANGUAGE.FORMAT`,
            unless it is the folder's own alone.
        embargoed: Whether to make copies for journalists, which say until when nobody may print them.
        before_embargo: Whether to make the final files though the embargo has not ended.
        now: What the clock says, with its time zone; needed for the final files of a release with an embargo. No file
            depends on it.

    Raises:
        StatementKitError: With everything that stands against the release; then nothing is written.
    """
    wanted = _formats([formats] if isinstance(formats, str) else formats)
    named = [brands] if isinstance(brands, str | PathLike) else brands
    source = load_folder(folder, has_own_brand=not named)
    press = source.statement.press
    purpose = purpose_of(press, draft=draft, embargoed=embargoed, before_embargo=before_embargo)
    publication = partial(check_publication, press, purpose, now, before_embargo=before_embargo)
    notes = locate(located(publication, source.places), source.places)
    looks = looks_of(named, Path(folder)) or [Look("", source.brand, source.places)]
    tags = _chosen(source, [languages] if isinstance(languages, str) else languages)
    gather(partial(in_look, partial(_check_typefaces, look.brand, wanted), look) for look in looks)
    editions = gather(partial(_edition, source, Path(folder), tag, wanted, looks, purpose) for tag in tags)

    def file(look: Look, edition: _Edition, file_format: Format) -> tuple[Path, bytes]:
        name = f"{source.name}.{look.name}" if look.name else source.name
        path = Path(out) / f"{name}.{edition.document.language.tag}{purpose.value}.{file_format}"
        step(path.name)
        write = partial(_written, file_format, edition.document, look.brand, proof=proof)
        return path, in_look(write, look, edition.places)

    files = dict(
        gather(
            partial(file, look, edition, file_format)
            for look in looks
            for edition in editions
            for file_format in wanted
        )
    )
    check_unsigned(files)
    write_files(files)
    warnings = [*notes, *(found for edition in editions for found in edition.warnings)]
    if set(wanted) != {Format.TEXT}:
        of_logos = ((look, found) for look in looks for found in locate(logo_warnings(look.brand), look.places))
        warnings = [*(look.say(found) for look, found in of_logos), *warnings]
    return Release(tuple(files), tuple(warnings), {path: len(data) for path, data in files.items()})


DRAFT = Purpose.DRAFT.value
"""What the name of a draft's file says."""


def _formats(formats: Sequence[Format | str]) -> Sequence[Format]:
    """The formats asked for, each once."""
    known = ", ".join(Format)
    unknown = [wanted for wanted in formats if wanted not in tuple(Format)]  # no set: what was given may have no hash
    problems = [
        Diagnostic("format/unknown", f"There is no format “{name}”.", hint=f"Known: {known}.") for name in unknown
    ]
    if not formats:
        problems.append(Diagnostic("format/none", "No format is asked for.", hint=f"Choose from {known}."))
    if problems:
        raise OutputError(problems)
    return list(dict.fromkeys(map(Format, formats)))


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
    problems += [_unknown_language(tag, source.places[f"language:{tag}"]) for tag in at_hand if tag not in LANGUAGES]
    if problems:
        raise SourceError(problems)
    return list(dict.fromkeys(languages)) or at_hand


def _unknown_language(tag: str, where: Location | None = None) -> Diagnostic:
    message, hint = f"The kit does not know the language “{tag}”.", f"It knows {', '.join(sorted(LANGUAGES))}."
    return Diagnostic("language/unknown", message, where, hint)


def _edition(
    source: Source, folder: Path, tag: str, formats: Sequence[Format], looks: Sequence[Look], purpose: Purpose
) -> _Edition:
    """The statement in one language, guarded, composed, and found fit to be set."""
    translation = Translation(source.statement, source.places)
    if tag != source.statement.language:
        translation = _translation(source, folder, tag, is_draft=purpose is Purpose.DRAFT)
    places = {**source.places, **translation.places}
    document = located(partial(_document, translation.statement, source.lexicon, purpose), places)
    if tag != source.statement.language:
        document = replace(document, original_title=(source.statement.language, title_of(source.statement)))
    gather(partial(in_look, partial(_check_looks, document, look.brand, formats), look, places) for look in looks)
    namings = naming_findings(source.statement.endorsers, tag) if tag != source.statement.language else ()
    statement = translation.statement
    claims = claim_findings(statement.clauses(), statement.counts(), tag, places)
    found = locate([*namings, *no_contact_warnings(statement.contacts, tag)], places)
    warnings = (*translation.warnings, *claims, *found, *_dictionary_warnings(document.language))
    return _Edition(document, places, warnings)


def _translation(source: Source, folder: Path, tag: str, *, is_draft: bool) -> Translation:
    """The statement in another language; as far as it has come, for a draft."""
    work = load_work(folder, source, tag, needs_catalog=not is_draft)
    states = work.states()
    if is_draft:
        words, alarms = load_words(tag, translations_folder()), work.alarms(states)
        return draft_of(source.statement, work.catalog, work.reviews, source.policy, words, alarms)
    if problems := work.problems(states):
        raise CatalogError(problems)
    return as_translated(source.statement, work.catalog, states)


def _dictionary_warnings(language: Language) -> Iterator[Diagnostic]:
    """That lines will end by rule, where no dictionary knows the words of the language (L12)."""
    if language.two_words and not has_dictionary(language):
        yield Diagnostic(
            "text/no-dictionary",
            f"No dictionary of {language.endonym} is at hand, so its lines end by rule, at times inside a word.",
            hint="Install icu4py, or mark the words: U+200B where a line may end, lexicon.txt for names.",
            severity=Severity.WARNING,
        )


def _check_looks(document: Document, brand: Brand, formats: Sequence[Format]) -> None:
    """Make sure, once for all formats that are set in type, that the brand can set this document.

    Raises:
        SourceError: The letterhead lacks something in the document's language.
        FontError: Characters have no glyph in the brand's fonts.
    """
    if set(formats) == {Format.TEXT}:
        return
    if problems := list(letterhead_problems(brand, [document.language.tag])):
        raise SourceError(problems)
    if set(formats) != {Format.PDF}:  # laying out the PDF finds the same by itself
        check_glyphs(with_label_forms(document, brand), brand, _library(brand))


def _library(brand: Brand) -> FontLibrary:
    """The bundled fonts, and those that the brand brings."""
    return font_library(fonts_folder()).with_files(brand.fonts)


def _check_typefaces(brand: Brand, formats: Sequence[Format]) -> None:
    """Make sure, once for all documents that are set in type, that every typeface of the brand has its font.

    Raises:
        FontError: With every font that is missing or cannot be used.
    """
    if set(formats) == {Format.TEXT}:
        return
    # The bundled fonts are known to be there, and each is loaded when it is used.
    at_hand = font_library(fonts_folder()).names - {(file.family, file.weight, file.is_italic) for file in brand.fonts}
    library, by_face = _library(brand), brand.typefaces.values()
    wanted = {(each.family, each.weight, each.is_italic): None for by_script in by_face for each in by_script.values()}
    gather(
        partial(library.font, family, weight, is_italic=is_italic)
        for family, weight, is_italic in wanted
        if (family, weight, is_italic) not in at_hand
    )


def _document(statement: Statement, lexicon: tuple[str, ...] | list[str], purpose: Purpose) -> Document:
    if statement.language not in LANGUAGES:
        raise SourceError([_unknown_language(statement.language)])
    try:
        words = load_words(statement.language, translations_folder())
        document = compose(statement, words, lexicon, embargoed=purpose.tells_embargo)
        return as_draft(document, words["draft"]) if purpose is Purpose.DRAFT else document
    except ValueError as error:
        hint = "Check the date; dates before that year need their era written by hand."
        raise SourceError([Diagnostic("date/era", f"{error}.", hint=hint, clause="issued")]) from error


def _written(file_format: Format, document: Document, brand: Brand, *, proof: bool) -> bytes:
    """A document as the bytes of a file, which is proved if it is a PDF."""
    document = with_label_forms(document, brand)
    data = _WRITERS[file_format](document, brand)
    if proof and file_format is Format.PDF:
        _prove(data, document, brand)
    return data


# Each writer is imported when first wanted: it brings a library of its own, which costs more time to
# import than a small statement takes to write.


def _pdf(document: Document, brand: Brand) -> bytes:
    from statement_kit.writers.pdf import write_pdf

    return write_pdf(document, lay_out(document, brand, _library(brand)))


def _prove(data: bytes, document: Document, brand: Brand) -> None:
    from statement_kit.proof import check_proof

    tag = document.language.tag
    pictures = {name: logo.alt[tag] for name, logo in brand.logos.items()}
    logos = {logo.id: logo.alt for logo in document.wall}
    check_proof(data, (*brand.letterhead_blocks(tag), *document.blocks), pictures, logos)


def _docx(document: Document, brand: Brand) -> bytes:
    from statement_kit.writers.docx import write_docx

    return write_docx(document, brand, _library(brand))


def _text(document: Document, brand: Brand) -> bytes:
    from statement_kit.writers.text import write_text

    return write_text(document).encode()


_WRITERS: Mapping[Format, Callable[[Document, Brand], bytes]] = {
    Format.PDF: _pdf,
    Format.DOCX: _docx,
    Format.TEXT: _text,
}
"""The one table from formats to writers."""
