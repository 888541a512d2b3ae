"""Sign-ons taken into the register of a statement folder: an export read, its columns understood, everything told.

The first import of a form asks what its columns hold, and keeps the answer; the next needs no questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from os import PathLike
from pathlib import Path

from statement_kit.diagnostics import Diagnostic, Location, Severity, SourceError
from statement_kit.locking import locked
from statement_kit.markup.private import kinds_in_words, private_kinds
from statement_kit.output import write_files
from statement_kit.register.columns import Standing
from statement_kit.register.fingerprints import plain
from statement_kit.register.log_file import Entry
from statement_kit.register.merge import Change, Merge, What, merge
from statement_kit.register.row import Register, Row
from statement_kit.register_files import DECISIONS, FOLDER, RegisterFiles, columns_name, load_register_files
from statement_kit.sign_ons.fields import FIELDS, IGNORED, is_field
from statement_kit.sign_ons.guessing import Guess, guess, proposed_map
from statement_kit.sign_ons.mapping import ColumnMap, parse_mapping, write_mapping
from statement_kit.sign_ons.reading import Reading, sign_ons
from statement_kit.sign_ons.table import Table, column_letters, read_table
from statement_kit.source.folder import STATEMENT, read_text


@dataclass(frozen=True, slots=True)
class Proposal:
    """An export, and what its columns seem to hold.

    Attributes:
        folder: The statement folder.
        path: The export.
        source: What the form is called: what has an id there has it for good, and its columns are kept under that name.
        table: What stands in it.
        columns: What each column holds, as far as is known or guessed.
        guesses: Those that nobody has confirmed yet; without any there is nothing to ask.
    """

    folder: Path
    path: str
    source: str
    table: Table
    columns: ColumnMap
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an import did, or would do.

    Attributes:
        merge: The register after it.
        warnings: What whoever imports should know.
    """

    merge: Merge
    warnings: tuple[Diagnostic, ...]


def propose(
    folder: str | PathLike[str],
    file: str | PathLike[str],
    source: str = "",
    told: Iterable[str] = (),
    sheet: str | None = None,
) -> Proposal:
    """Read an export, and say what its columns seem to hold.

    Args:
        folder: The statement folder.
        file: The export.
        source: What the form is called; where nothing is said, what kind of form it is.
        told: What somebody says that columns hold, as `COLUMN=FIELD`; it stands against what was kept and is guessed.
        sheet: Which sheet of a workbook.

    Raises:
        SourceError: A file cannot be read, or a column is told of that is not there.
    """
    folder, path = Path(folder), Path(file)
    table = read_table(_bytes(path), str(path), sheet)
    _check_header(table, path)
    source = _checked_source(source or table.source)
    kept = _kept_columns(folder, source)
    known = {**kept.columns, **_said(told, table, path)}
    guesses = tuple(one for one in guess(table) if one.column not in known)
    columns = replace(kept, columns={**proposed_map(table, guesses).columns, **known})
    return Proposal(folder, str(path), source, table, columns, guesses)


def enrol(proposal: Proposal, now: datetime, *, keeps: bool = True) -> Enrolment:
    """Take an export into the register.

    Args:
        proposal: The export, its columns now confirmed.
        now: The time, for the log.
        keeps: Whether anything is written; else it is only told what would be.

    Raises:
        StatementKitError: With every row that cannot be understood, and every file that cannot be read or written. Then
            nothing is written.
    """
    with locked(proposal.folder):
        files = load_register_files(proposal.folder)
        reading = _read(proposal, files, keeps=keeps)
        prints = files.fingerprints()
        used = {entry.number for entry in files.log}
        columns = _register_columns(proposal)
        found = merge(files.register, files.origins, reading.sign_ons, proposal.source, prints, used, columns)
        warnings = (*proposal.table.notes, *reading.notes, *_unnamed(files), *_repeated(files, found, proposal.path))
        if not found.register.rows:
            message, hint = "Nobody has signed yet.", "Export the form again when somebody has."
            raise SourceError([Diagnostic("import/nobody", message, Location(proposal.path), hint)])
        if keeps:
            entries = [_entry(change, now, proposal.source) for change in found.changes if change.what in _LOGGED]
            written = files.written(found.register, found.origins, entries, prints)
            decisions = _decisions(files, found.register)
            write_files({**written, **_new_columns(proposal, files), **decisions})
    return Enrolment(found, warnings)


def stand(
    folder: str | PathLike[str], numbers: Sequence[int], standing: Standing, reason: str, by: str, now: datetime
) -> Register:
    """Let endorsers be named, withheld or withdrawn.

    Args:
        folder: The statement folder.
        numbers: Their numbers in the register.
        standing: What they are from now on.
        reason: Why, for the log.
        by: Who says so.
        now: When.

    Raises:
        StatementKitError: There is no such number, or one that has no name is to be named; or a file cannot be read or
            written. Then nothing is.
    """
    with locked(folder):
        files = load_register_files(folder)
        rows = {row.number: row for row in files.register.rows}
        if problems := [*_standing_problems(files, numbers, standing), *_telling_problems(rows, numbers, (reason, by))]:
            raise SourceError(problems)
        new = [number for number in dict.fromkeys(numbers) if rows[number].standing is not standing]
        if not new:
            return files.register
        entries = [Entry(now, number, standing, "standing", str(rows[number].standing), reason, by) for number in new]
        chosen = {number: rows[number].with_cells({"standing": standing}) for number in new}
        register = files.register.with_rows({**rows, **chosen}.values())
        write_files({**files.written(register, files.origins, entries), **_decisions(files, register)})
    return register


def _standing_problems(files: RegisterFiles, numbers: Iterable[int], standing: Standing) -> Iterable[Diagnostic]:
    rows = {row.number: row for row in files.register.rows}
    where = Location(str(files.path))
    for number in numbers:
        if number not in rows:
            hint = "The number is the one in the first column of the list."
            yield Diagnostic("register/no-number", f"There is no number {number} in the register.", where, hint)
        elif standing is Standing.NAMED and not rows[number]["name"]:
            message = f"No. {number} has no name that could be printed."
            place = files.register.places[rows[number].clause]
            yield Diagnostic("register/no-name", message, place, "Write the name into its row first.")


def _telling_problems(rows: Mapping[int, Row], numbers: Iterable[int], words: Iterable[str]) -> Iterator[Diagnostic]:
    """What must not go into the log with a change of standing: how somebody is reached, and whose it is."""
    said = " ".join(words)
    for kind in private_kinds(said):
        hint = "Say it without: the log is kept, and shown around."
        yield Diagnostic("register/private", f"What goes into the log holds something private: {kind}.", hint=hint)
    for number in numbers:
        names = [rows[number][column] for column in ("name", "acronym")] if number in rows else []
        if any(name and plain(name) in plain(said) for name in names):
            message, hint = f"What goes into the log says who no. {number} is.", "Say it without the name."
            yield Diagnostic("register/telling", message, hint=hint)


def _check_header(table: Table, path: Path) -> None:
    """Make sure that no column is called by somebody's address: the names of columns are kept.

    Raises:
        SourceError: With each that is.
    """
    problems = [
        Diagnostic(
            "import/private-header",
            f"The name of column {column_letters(at)} holds something private: {kinds_in_words(private_kinds(name))}.",
            Location(str(path), 1),
            "Rename the column in the file, or give it the first line that it lacks.",
        )
        for at, name in enumerate(table.header)
        if private_kinds(name)
    ]
    if problems:
        raise SourceError(problems)


def _read(proposal: Proposal, files: RegisterFiles, *, keeps: bool) -> Reading:
    """The sign-ons; where an answer is not understood, the file of columns is kept all the same, to be taught.

    Raises:
        SourceError: With every row that cannot be understood.
    """
    try:
        return sign_ons(proposal.table, _with_zone(proposal.columns, files), proposal.path)
    except SourceError as error:
        path = files.beside(columns_name(proposal.source))
        if keeps:
            write_files(_new_columns(proposal, files))
        hint = "Correct there what columns hold and what answers mean, then import again."
        message, where = f"The mapping is {path}.", Location(str(path))
        place = Diagnostic("import/mapping", message, where, hint, severity=Severity.WARNING)
        raise SourceError([*error.diagnostics, *([place] if keeps else [])]) from error


def _register_columns(proposal: Proposal) -> frozenset[str]:
    """The columns of the register that an export fills."""
    held = {proposal.columns.columns.get(name, IGNORED).partition("=")[0] for name in proposal.table.header}
    return frozenset(held | ({"title"} if "organisation" in held else set()))


def _repeated(files: RegisterFiles, found: Merge, path: str) -> Iterator[Diagnostic]:
    """That names that are new stand in the register already, as when a list is taken in by a second way."""
    before = {plain(row["name"]) for row in files.register.rows if row.standing is Standing.NAMED}
    new = [change.row for change in found.changes if change.what is What.ADDED and change.row]
    again = sum(row.standing is Standing.NAMED and plain(row["name"]) in before for row in new)
    if again:
        message = f"{again} of {len(new)} new names stand in the register already, and now stand there twice."
        hint = "A name alone tells nobody apart. Run “statement-kit endorsers review”, which merges them."
        yield Diagnostic("import/repeated", message, Location(path), hint, severity=Severity.WARNING)


def _decisions(files: RegisterFiles, register: Register) -> dict[Path, bytes]:
    """The record of decisions, if it says something of names that are withheld now: then without that."""
    path = files.beside(DECISIONS)
    if not path.exists():
        return {}
    from statement_kit.linting.decisions import parse_decisions, without_words, write_decisions

    made = parse_decisions(read_text(path), str(path))
    kept = without_words(made, {row.number for row in register.rows if row.standing is Standing.WITHHELD})
    return {path: write_decisions(kept)} if kept != made else {}


def _with_zone(columns: ColumnMap, files: RegisterFiles) -> ColumnMap:
    """The columns, with the clock of the annex for times that do not say their own."""
    return columns if columns.time_zone else replace(columns, time_zone=files.annex.time_zone)


def _new_columns(proposal: Proposal, files: RegisterFiles) -> dict[Path, bytes]:
    """The file of columns, if it says more than before; what people have written into it is left alone."""
    path = files.beside(columns_name(proposal.source))
    if path.exists() and proposal.columns == _kept_columns(proposal.folder, proposal.source):
        return {}
    return {path: write_mapping(proposal.columns, proposal.guesses).encode()}


_LOGGED = frozenset({What.ADDED, What.UPDATED, What.KEPT})
"""What goes into the log: the rest is as true at every import of the same file."""


def _entry(change: Change, now: datetime, source: str) -> Entry:
    return Entry(now, change.number, str(change.what), change.column, change.old, change.new, source)


def _unnamed(files: RegisterFiles) -> Iterable[Diagnostic]:
    """That the statement does not know of the register yet."""
    if not files.is_named:
        message = f"{STATEMENT} does not name its endorser list."
        hint = f'Add to its front matter: endorsers = "{files.path.name}"'
        where = Location(str(files.folder / STATEMENT))
        yield Diagnostic("register/not-named", message, where, hint, severity=Severity.WARNING)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise SourceError([Diagnostic("source/unreadable", message, Location(str(path)))]) from error


def _checked_source(source: str) -> str:
    """The name of a form, which becomes that of a file.

    Raises:
        SourceError: It cannot.
    """
    if not _SOURCE.fullmatch(source):
        hint = "Take letters, digits and hyphens: --source spring-form."
        raise SourceError([Diagnostic("import/source", "A form cannot be called so.", hint=hint)])
    return source


_SOURCE = re.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,40}")


def _kept_columns(folder: Path, source: str) -> ColumnMap:
    """What was kept of the columns of earlier exports of a form."""
    path = folder / FOLDER / columns_name(source)
    return parse_mapping(read_text(path), str(path)) if path.exists() else ColumnMap({})


def _said(told: Iterable[str], table: Table, path: Path) -> Mapping[str, str]:
    """What somebody says of columns, if they are there and can hold it.

    Raises:
        SourceError: With each that is not, or cannot.
    """
    found: dict[str, str] = {}
    problems = []
    for one in told:
        column, name = next(_pairs(one, table), ("", ""))
        if column:
            found[column] = name
        else:
            problems.append(_untold(one, table, path))
    if problems:
        raise SourceError(problems)
    return found


def _pairs(told: str, table: Table) -> Iterator[tuple[str, str]]:
    """A column of the table and what is said of it; both may hold an equals sign."""
    for column in table.header:
        name = told.removeprefix(f"{column}=")
        if name != told and (name == IGNORED or is_field(name)):
            yield column, name


def _untold(told: str, table: Table, path: Path) -> Diagnostic:
    column, _, name = told.partition("=")
    where = Location(str(path))
    if any(told.startswith(f"{one}=") for one in table.header):
        hint = f"A column may hold: {', '.join((*FIELDS, IGNORED))}; for a language, name:km and its like."
        return Diagnostic("import/no-field", f"There is nothing called “{name}”.", where, hint)
    close = get_close_matches(column, table.header, 1)
    hint = f"Is “{close[0]}” meant?" if close else f"Its columns are: {'; '.join(table.header)}."
    return Diagnostic("import/no-column", f"The file has no column “{column}”.", where, hint)
