"""Packs of a folder: written for those who translate without PO, and put back into the catalog (A15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from statement_kit.catalogs import catalog_path, read_file
from statement_kit.desk import Work, known_language, load_work
from statement_kit.diagnostics import CatalogError, Diagnostic, Location, OutputError
from statement_kit.locking import locked
from statement_kit.output import write_files
from statement_kit.packs.pack import Pack, Row
from statement_kit.source.folder import load_folder
from statement_kit.translation.digest import pair_digest

if TYPE_CHECKING:
    from statement_kit.packs.unpack import Applied


class PackKind(StrEnum):
    """What a pack can be written as; the value is the file's extension."""

    XLSX = "xlsx"
    DOCX = "docx"
    XLIFF = "xlf"


def pack(folder: str | PathLike[str], language: str, kind: PackKind | str, out: str | PathLike[str]) -> Path:
    """Write the clauses of a language for its translators: `OUT/NAME.LANGUAGE.translate.KIND`.

    Args:
        folder: The statement folder.
        language: Which language.
        kind: A workbook, a Word file, or XLIFF 2 for the tools of agencies.
        out: Where the file goes.

    Raises:
        StatementKitError: The folder cannot be read, has no such language, or the file cannot be written.
    """
    wanted, source = _kind(kind), load_folder(folder)
    work = load_work(folder, source, known_language(source, language))
    path = Path(out) / f"{source.name}.{language}.translate.{wanted}"
    data = _WRITERS[wanted](_packed(work))
    if path.is_file() and path.read_bytes() != data:
        message = "Another file of this name stands here; it may be a pack that came back."
        hint = "Unpack it first, move it away, or write the new one elsewhere with --out."
        raise OutputError([Diagnostic("pack/exists", message, Location(str(path)), hint)])
    write_files({path: data})
    return path


def _kind(kind: PackKind | str) -> PackKind:
    if kind not in tuple(PackKind):
        hint = f"Known: {', '.join(PackKind)}."
        raise OutputError([Diagnostic("pack/unknown-kind", f"There is no kind of pack “{kind}”.", hint=hint)])
    return PackKind(kind)


def _packed(work: Work) -> Pack:
    rows = tuple(
        Row(
            clause=state.clause.id,
            source=state.clause.text,
            previous=state.made_from,
            text=state.text,
            note=state.entry.note if state.entry else "",
            state=str(state.state),
            digest=pair_digest(state.clause.text, state.text),
        )
        for state in work.states()
    )
    return Pack(work.source.name, work.source.statement.language, work.language, rows, work.glossary)


def unpack(folder: str | PathLike[str], file: str | PathLike[str], now: datetime) -> Applied:
    """Put a pack that came back into the catalog of its language.

    Args:
        folder: The statement folder.
        file: The pack.
        now: The time, for the header of a new catalog; the clock is the caller's.

    Returns:
        What was taken, what stands as it stood, and every text that disagrees with another.

    Raises:
        StatementKitError: The pack is damaged, another statement's, or holds a text that could not be published; or a
            file cannot be read or written. Nothing is changed then.
    """
    from statement_kit.packs.opening import read_pack
    from statement_kit.packs.unpack import apply

    source, folder, file = load_folder(folder), Path(folder), Path(file)
    returned = read_pack(_bytes(file), str(file))
    language = known_language(source, returned.language)
    path = catalog_path(folder, language)
    with locked(folder):
        data = read_file(path)
        clauses = source.statement.clauses(language)
        applied = apply(returned, data, str(path), clauses, source.name, now)
        if applied.data != data:
            write_files({path: applied.data})
    return applied


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"The pack cannot be read: {error.strerror}."
        raise CatalogError([Diagnostic("pack/unreadable", message, Location(str(file)))]) from error


# What writes and reads packs is imported when it is wanted: each kind brings a library of its own.


def _workbook(wanted: Pack) -> bytes:
    from statement_kit.packs.wording import instructions_for
    from statement_kit.packs.workbook import write_workbook

    return write_workbook(wanted, instructions_for(wanted.language))


def _word_table(wanted: Pack) -> bytes:
    from statement_kit.packs.word_table import write_word_table
    from statement_kit.packs.wording import instructions_for

    return write_word_table(wanted, instructions_for(wanted.language))


def _xliff(wanted: Pack) -> bytes:
    from statement_kit.packs.xliff import write_xliff

    return write_xliff(wanted)


_WRITERS: Mapping[PackKind, Callable[[Pack], bytes]] = {
    PackKind.XLSX: _workbook,
    PackKind.DOCX: _word_table,
    PackKind.XLIFF: _xliff,
}
"""The one table from kinds of packs to what writes them."""
