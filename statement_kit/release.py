"""A release: one statement folder, every language and format of it, all files or none.

The only module that knows every stage; the stages know each other only as ARCHITECTURE.md draws them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import product
from os import PathLike
from pathlib import Path

from statement_kit.brand import Brand, logo_warnings
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
from statement_kit.document.parallel import Content, prefix
from statement_kit.document.parallel import parallel as stand_together
from statement_kit.editions import Arrangement, ParallelEdition, repeated_names
from statement_kit.embargo import Gate, Purpose
from statement_kit.endorser_checks import naming_findings
from statement_kit.languages.registry import LANGUAGES, Language
from statement_kit.lookbook import Look, in_look, located, looks_of
from statement_kit.model import Statement
from statement_kit.output import check_unsigned, write_files
from statement_kit.press_checks import no_contact_warnings
from statement_kit.rendering import Format, check_looks, check_typefaces, written
from statement_kit.resources import translations_folder
from statement_kit.source.folder import Source, load_folder
from statement_kit.text.segmentation import has_dictionary
from statement_kit.translation.draft import draft as draft_of
from statement_kit.translation.translate import Translation, as_translated
from statement_kit.translation.words import load_words
from statement_kit.values import wrong_type

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
    gate = Gate(draft, embargoed, before_embargo, now)
    (document,), wanted = _rendered([statement], file_format, brand, lexicon, gate)
    return written(wanted, document, brand, proof=proof)


def render_parallel(
    statements: Sequence[Statement],
    file_format: Format | str,
    brand: Brand | None = None,
    lexicon: tuple[str, ...] | list[str] = (),
    *,
    arrangement: Arrangement = Arrangement.IN_TURN,
    proof: bool = True,
    draft: bool = False,
    embargoed: bool = False,
    before_embargo: bool = False,
    now: datetime | None = None,
) -> bytes:
    """A statement in two or three languages, as the bytes of one file.

    Args:
        statements: The statement in each language, in the order in which they stand; all the same, clause by clause.
        file_format: As `render` has it; plain text knows no columns, and has one version behind the other.
        brand: As `render` has it.
        lexicon: As `render` has it, for all languages.
        arrangement: How they stand.
        proof: As `render` has it.
        draft: As `render` has it.
        embargoed: As `render` has it.
        before_embargo: As `render` has it.
        now: As `render` has it.

    Raises:
        StatementKitError: What `render` would raise for any of them; or they are not two or three languages.
    """
    brand = Brand() if brand is None else brand
    gate = Gate(draft, embargoed, before_embargo, now)
    documents, wanted = _rendered(statements, file_format, brand, lexicon, gate)
    edition = ParallelEdition(tuple(document.language.tag for document in documents), arrangement)
    return written(wanted, stand_together(documents, edition.arrangement), brand, proof=proof)


def _rendered(
    statements: Sequence[Statement],
    file_format: Format | str,
    brand: Brand,
    lexicon: tuple[str, ...] | list[str],
    gate: Gate,
) -> tuple[list[Document], Format]:
    """The documents of statements, found fit to be set; and the format they are wanted in."""
    _check_types(statements, brand)
    try:
        gather(partial(gate.check, statement.press) for statement in statements)
    except SourceError as error:  # the same of every language is said once
        raise SourceError(dict.fromkeys(error.diagnostics)) from error
    (wanted,) = _formats([file_format])
    check_typefaces(brand, [wanted])
    documents = gather(
        partial(_document, statement, lexicon, gate.purpose(statement.press)) for statement in statements
    )
    gather(partial(check_looks, document, brand, [wanted]) for document in documents)
    return documents, wanted


def _check_types(statements: Sequence[object], brand: object) -> None:
    problems = []
    for statement in statements:
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
    parallel: Sequence[ParallelEdition] = (),
    embargoed: bool = False,
    before_embargo: bool = False,
    now: datetime | None = None,
) -> Release:
    """Make the files of a release: `OUT/NAME.LANGUAGE.FORMAT`; of a draft, `OUT/NAME.LANGUAGE.DRAFT.FORMAT`.

    A parallel edition is called by all its languages: `OUT/NAME.km+en.pdf`. While it is embargoed there are only drafts
    and copies for journalists, `OUT/NAME.LANGUAGE.EMBARGOED.FORMAT`.

    A release holds only clauses that have come as far as the folder asks. A draft takes the others too: it says so on
    every page and in the names of its files, marks each clause that is not ready, and shows the source where no
    translation can be shown. There is no third way.

    Args:
        folder: The statement folder.
        out: Where the files go.
        languages: Which language or languages; where neither these nor `parallel` are named, all the folder has, and
            the parallel editions it asks for.
        formats: Which format or formats.
        step: Told each file's name as it is begun, for progress.
        proof: Whether each PDF is read again, and compared with its document clause by clause.
        draft: Whether to make a draft.
        brands: In which brands, as `load_brand` takes them: the path of a brand file or of a folder that holds one, or
            a name; the folder's own by default. The names of files carry the brand, `OUT/NAME.BRAND.LANGUAGE.FORMAT`,
            unless it is the folder's own alone.
        parallel: Which parallel editions.
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
    press, gate = source.statement.press, Gate(draft, embargoed, before_embargo, now)
    purpose = gate.purpose(press)
    notes = locate(located(partial(gate.check, press), source.places), source.places)
    looks = looks_of(named, Path(folder)) or [Look("", source.brand, source.places)]
    alone, together = _chosen(source, [languages] if isinstance(languages, str) else languages, parallel)
    gather(partial(in_look, partial(check_typefaces, look.brand, wanted), look) for look in looks)
    tags = dict.fromkeys([*alone, *(tag for edition in together for tag in edition.languages)])
    made = gather(partial(_edition, source, Path(folder), tag, wanted, looks, purpose) for tag in tags)
    editions = dict(zip(tags, made, strict=True))
    contents: list[_Named] = [(tag, editions[tag].document, editions[tag].places) for tag in alone]
    contents += [(edition.name, *_together(edition, editions)) for edition in together]

    def file(look: Look, content: _Named, file_format: Format) -> tuple[Path, bytes]:
        name, held, places = content
        called = ".".join(filter(None, (source.name, look.name, name)))
        path = Path(out) / f"{called}{purpose.value}.{file_format}"
        step(path.name)
        return path, in_look(partial(written, file_format, held, look.brand, proof=proof), look, places)

    files = dict(gather(partial(file, *each) for each in product(looks, contents, wanted)))
    check_unsigned(files)
    write_files(files)
    warnings = [*notes, *(found for edition in made for found in edition.warnings)]
    if set(wanted) != {Format.TEXT}:
        of_logos = ((look, found) for look in looks for found in locate(logo_warnings(look.brand), look.places))
        warnings = [*(look.say(found) for look, found in of_logos), *warnings]
    return Release(tuple(files), tuple(warnings), {path: len(data) for path, data in files.items()})


_Named = tuple[str, Content, Mapping[str, Location]]
"""What a file is called by, what it holds, and the places of its clauses."""


def _together(edition: ParallelEdition, editions: Mapping[str, _Edition]) -> tuple[Content, Mapping[str, Location]]:
    """The documents of a parallel edition, and the places of their clauses by the ids they have there."""
    content = stand_together((editions[tag].document for tag in edition.languages), edition.arrangement)
    places = dict(editions[edition.languages[0]].places)
    for tag in edition.languages:
        places |= {f"{prefix(tag)}{clause}": place for clause, place in editions[tag].places.items()}
    return content, places


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


def _chosen(
    source: Source, languages: Sequence[str], parallel: Sequence[ParallelEdition]
) -> tuple[Sequence[str], Sequence[ParallelEdition]]:
    """The languages and parallel editions to build, each language known to the kit and at hand in the folder."""
    if wrong := [one for one in parallel if not isinstance(one, ParallelEdition)]:
        hint = 'Make one: ParallelEdition(("km", "en")).'
        raise SourceError(wrong_type("parallel", one, "a ParallelEdition", hint) for one in wrong)
    at_hand = (source.statement.language, *source.translations)
    asked = [*languages, *(tag for edition in parallel for tag in edition.languages)]
    problems = [
        Diagnostic(
            "language/not-in-folder",
            f"The statement is not translated into “{tag}”.",
            source.places["translations"],
            f"Choose from {', '.join(at_hand)}, or add it to translations in the front matter.",
        )
        for tag in dict.fromkeys(asked)
        if tag not in at_hand
    ]
    problems += [_unknown_language(tag, source.places[f"language:{tag}"]) for tag in at_hand if tag not in LANGUAGES]
    problems += [
        Diagnostic("parallel/repeated", f"The parallel edition {name} is asked for twice.", hint="Ask for it once.")
        for name in repeated_names(parallel)
    ]
    if problems:
        raise SourceError(problems)
    return (list(dict.fromkeys(languages)), parallel) if asked else (at_hand, source.parallel)


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
    gather(partial(in_look, partial(check_looks, document, look.brand, formats), look, places) for look in looks)
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
