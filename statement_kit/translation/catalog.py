"""PO files through Babel: read, written and merged by clause id.

`msgctxt` is the clause id. It stays the same over all languages and all edits of the text, so an edited
clause is recognised by its id, never by resemblance: adding “not” to a sentence changes little of its
letters and all of its meaning (requirements A17).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import write_po

from statement_kit.diagnostics import CatalogError, Diagnostic, Location
from statement_kit.model import Clause
from statement_kit.translation.po_file import Message, PoFile, read_po_file, write_po_file


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalog.

    Attributes:
        source: The source text it translates.
        text: The translation, or empty.
        fuzzy: Whether somebody must look at it before it is used.
        place: Where it stands.
        previous: The source that a fuzzy translation was made from (`#|`), or empty.
        is_machine_made: Whether a comment says that a machine made it, so that nobody has read it (A21).
        note: What translators wrote about it, line by line.
    """

    source: str
    text: str
    fuzzy: bool
    place: Location
    previous: str = ""
    is_machine_made: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of one language.

    Attributes:
        language: The language its header names, as a BCP 47 tag.
        path: Where it was read from, for messages.
        entries: Its messages by clause id.
        typed_language: The language as its header has it (`km_KH`), for messages.
    """

    language: str
    path: str
    entries: Mapping[str, Entry]
    typed_language: str = ""


def parse_catalog(data: bytes, path: str) -> Catalog:
    """Read the messages of a PO file, obsolete ones left out.

    Raises:
        CatalogError: The file is damaged, is not UTF-8, or has messages without or with equal clause ids.
    """
    entries: dict[str, Entry] = {}
    file = read_po_file(data, path)
    problems = list(_repeated(file, path))
    for message in file.messages:
        if message.is_obsolete:
            continue
        entry = _entry(message, path)
        clause = message.clause
        if not clause:
            problems.append(
                Diagnostic(
                    "catalog/no-context",
                    f"The message “{entry.source[:40]}…” has no msgctxt, so no clause it belongs to.",
                    entry.place,
                    "Run “statement-kit update”; it writes every message with its clause id.",
                )
            )
        else:
            entries[clause] = entry
    if problems:
        raise CatalogError(problems)
    return Catalog(file.language.replace("_", "-"), path, entries, file.language)


def _entry(message: Message, path: str) -> Entry:
    return Entry(
        source=message.source,
        text=message.text,
        fuzzy=message.is_fuzzy,
        place=Location(path, message.line),
        previous=message.previous,
        is_machine_made=message.is_machine_made,
        note="\n".join(message.comments),
    )


def _repeated(file: PoFile, path: str) -> Iterator[Diagnostic]:
    """Every message whose clause has another one already."""
    lines: dict[str, int] = {}
    for message in file.messages:
        if message.is_obsolete or not message.clause:
            continue
        if message.clause in lines:
            yield Diagnostic(
                "catalog/repeated-clause",
                f"The clause {message.clause} has two messages; the other is on line {lines[message.clause]}.",
                Location(path, message.line),
                "Delete the one that is not meant.",
                message.clause,
            )
        lines.setdefault(message.clause, message.line)


def write_template(clauses: Iterable[Clause], project: str, now: datetime) -> bytes:
    """A POT file with one message per clause, in reading order.

    Args:
        clauses: The clauses of the statement in its source language.
        project: The folder's name, for the header.
        now: What the header says of its creation; the clock is the caller's.
    """
    project = _on_one_line(project)
    catalog = BabelCatalog(project=project, version="1", creation_date=now, fuzzy=False)
    catalog.header_comment = f"# {project}: every clause of the statement, by its id (msgctxt)."
    return write_po_file(_header(catalog), [Message(clause.id, clause.text) for clause in clauses])


def same_messages(old: bytes | None, new: bytes) -> bool:
    """Whether two PO files differ in nothing but the times in their headers and where their lines are wrapped."""
    if old is None:
        return False
    try:
        before, after = read_po_file(old, ""), read_po_file(new, "")
    except CatalogError:
        return False
    return before.messages == after.messages and _timeless(before.header) == _timeless(after.header)


def _timeless(header: str) -> str:
    return re.sub(r'"(POT-Creation|PO-Revision)-Date:.*\\n"', "", header).strip()


def merge(
    clauses: Iterable[Clause], data: bytes | None, path: str, language: str, project: str, now: datetime
) -> bytes:
    """Bring a language's PO file up to date with the clauses of the source.

    A clause whose text is unchanged keeps its translation. A clause that moved (another id, the very same
    text) brings its translation along. One whose text changed keeps it too, marked fuzzy and with the old
    source as the previous msgid, for the translator to compare; unless that translation has moved on with
    its text. What no clause needs any more stays in the file as obsolete; nothing is lost.

    Args:
        clauses: The clauses of the statement in its source language.
        data: The PO file as it stands, or None for a new language.
        path: Its path, for messages.
        language: Its language.
        project: The folder's name, for a new header.
        now: The time for the header; the clock is the caller's.

    Raises:
        CatalogError: The PO file is damaged, or has two messages for a clause; or the tag names no language.
    """
    clauses = list(clauses)
    old = read_po_file(data if data is not None else _new_file(language, project, now), path)
    if problems := list(_repeated(old, path)):
        raise CatalogError(problems)
    chosen = _unchanged(clauses, old.messages)
    taken = {id(message) for message in chosen.values()}
    by_clause = {message.clause: message for message in old.messages if not message.is_obsolete}
    for clause in clauses:
        edited = by_clause.get(clause.id)
        if clause.id not in chosen and edited and id(edited) not in taken:
            chosen[clause.id] = edited
            taken.add(id(edited))
    current = [_carried(clause, chosen.get(clause.id)) for clause in clauses]
    left = [replace(message, is_obsolete=True) for message in old.messages if id(message) not in taken and message.text]
    header = old.header or _new_file(language, project, now).decode()
    return write_po_file(_dated(header, now), [*current, *dict.fromkeys(left)])


def _unchanged(clauses: Sequence[Clause], messages: Iterable[Message]) -> dict[str, Message]:
    """By clause id, the message with the clause's very text: its own, or else a translation of another's.

    Its own may be obsolete, when the clause was removed and returns. Of others' a sure translation counts
    more than a fuzzy one, and a fuzzy one moves only if its own clause does not want it any more.
    """
    wanted = {(clause.id, clause.text) for clause in clauses}
    # Later entries win, so the best stand last.
    ranked = sorted(messages, key=lambda message: (bool(message.text), not message.is_obsolete))
    own = {(message.clause, message.source): message for message in ranked}
    free = [m for m in ranked if m.text and not (m.is_fuzzy and (m.clause, m.source) in wanted)]
    by_text = {message.source: message for message in sorted(free, key=lambda message: not message.is_fuzzy)}
    found = {}
    for clause in clauses:
        mine = own.get((clause.id, clause.text))
        chosen = mine if mine and mine.text else by_text.get(clause.text, mine)
        if chosen:
            found[clause.id] = chosen
    return found


def _carried(clause: Clause, message: Message | None) -> Message:
    """The clause's message, with what can be kept of its translation."""
    if message is None:
        return Message(clause.id, clause.text)
    kept = replace(message, clause=clause.id, source=clause.text, is_obsolete=False)
    if message.source == clause.text:
        return kept
    if not message.text:
        return replace(kept, flags=message.flags - {"fuzzy"}, previous="")
    # A translation that is fuzzy already was made from an older text than the last one.
    made_from = message.previous if message.is_fuzzy and message.previous else message.source
    return replace(kept, flags=message.flags | {"fuzzy"}, previous=made_from if made_from != clause.text else "")


def _dated(header: str, now: datetime) -> str:
    """The header with the time of the template it follows now."""
    return re.sub(r'"POT-Creation-Date:.*\\n"', rf'"POT-Creation-Date: {now:%Y-%m-%d %H:%M%z}\\n"', header)


def _on_one_line(project: str) -> str:
    """The name of a folder, whatever it holds, as a comment can have it."""
    return " ".join("".join(char if char.isprintable() else " " for char in project).split())


def _new_file(language: str, project: str, now: datetime) -> bytes:
    project = _on_one_line(project)
    try:
        catalog = BabelCatalog(
            locale=language.replace("-", "_"),
            project=project,
            version="1",
            creation_date=now,
            revision_date=now,
            last_translator="not reviewed by a native speaker",
            fuzzy=False,
        )
    except ValueError as error:
        message = f"“{language}” is not the tag of a language."
        raise CatalogError([Diagnostic("catalog/language-tag", message, hint='Tags look like "km".')]) from error
    catalog.header_comment = (
        f"# {project}: translation into {language}.\n"
        "# No native speaker has reviewed this translation. It must be reviewed before it is published."
    )
    return _header(catalog).encode()


def _header(catalog: BabelCatalog) -> str:
    """The header as Babel writes it, but for its own version: the same folder gives the same template everywhere."""
    out = BytesIO()
    write_po(out, catalog, width=0)
    return re.sub(r'"Generated-By:.*\\n"\n', "", out.getvalue().decode())
