"""A statement folder to begin with: it builds as it stands, and teaches how it is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from os import PathLike
from pathlib import Path

from statement_kit.catalogs import TEMPLATE, TRANSLATIONS, catalog_path
from statement_kit.diagnostics import Diagnostic, Location, SourceError, gather
from statement_kit.model import Clause, Kind
from statement_kit.output import write_new_files
from statement_kit.samples import STATEMENT as SAMPLE
from statement_kit.samples import sample, sample_languages
from statement_kit.source.folder import STATEMENT
from statement_kit.source.statement_file import parse_statement
from statement_kit.translation.catalog import merge, write_template
from statement_kit.translation.po_file import read_po_file, write_po_file

ENDORSERS = "endorsers.csv"

_FRONT = """\
+++
# Between the two lines of +++ stands TOML: key = value. What follows a # is a comment, which nobody will see in print.
kind = "{kind}"
language = "{language}" # what this file is written in
translations = [{translations}] # what it is translated into, in the folder “{folder}”
issued = {issued:%Y-%m-%d} # year-month-day
contacts = [{{ email = "press@example.org" }}] # whom to ask; name = "…" and phone = "…" may be added
endorsers = "{endorsers}" # who signed

# What newsrooms expect around a text sleeps here behind a #: wake “[press]”, and the lines below it that are wanted.
# [press]
# status = "immediate" # or embargo = {issued:%Y-%m-%d}T09:00:00+07:00: until when nobody may print it
# reference = "CSO 12/{issued:%Y}"
# place = "Phnom Penh" # the dateline, at the head of the first paragraph; it is translated, and so are those below
# to = ["The governments of …"] # to whom it is written
# languages = true # says in which languages it is there

# Below the second +++ stands the text, in Markdown: the title after one #, numbered demands and sections after two.
# Change it, then run “statement-kit update”: it brings the translations up to date, and marks what has to be looked at.
+++

"""

_COLUMNS = ("number", "name", "acronym", "kind", "name:km", "name:th")
_ROWS = (
    ("1", "Friends of the River", "FOR", "organisation", "មិត្តទន្លេ", "มิตรแม่น้ำ"),  # "friends of the river"
    ("2", "Upland Water Network", "UWN", "network", "បណ្ដាញទឹកតំបន់ខ្ពង់រាប", "เครือข่ายน้ำที่สูง"),  # "upland water network"
    ("3", "Sok Dara", "", "individual", "សុខ ដារ៉ា", "สก ดารา"),  # a name
)
"""Who signed the sample; all of them are invented."""


def new_statement(
    folder: str | PathLike[str],
    now: datetime,
    languages: Sequence[str] = ("en", "km", "th"),
    titles: Mapping[str, str] | None = None,
    kind: Kind | str = Kind.JOINT_STATEMENT,
) -> tuple[Path, ...]:
    """Write a statement folder that builds as it stands, with a sample to be replaced.

    Args:
        folder: Where to; what stands there stays.
        now: The time, for the date of issue and in the catalogs.
        languages: The language the statement is written in, then those it is translated into.
        titles: A title in each of these languages, as Markdown; the sample's own where none is given. They must be
            translations of each other, or the guard will say so when files are built.
        kind: What the statement is.

    Returns:
        The files.

    Raises:
        SourceError: There is no such kind or no sample in a language, or a title is missing in one or cannot be read.
        OutputError: One of the files is there already, or they cannot be written.
    """
    folder, titles = Path(folder), titles or {}
    _check(languages, titles, kind)
    language, *others = languages
    text = _text(language, others, titles.get(language), now, str(kind))
    clauses, *translations = gather(partial(_in_language, tag, titles.get(tag), now) for tag in languages)
    name = folder.resolve().name
    files = {folder / STATEMENT: text.encode(), folder / ENDORSERS: _endorsers(languages)}
    if others:
        files[folder / TRANSLATIONS / TEMPLATE] = write_template(clauses, name, now)
    for tag, translation in zip(others, translations, strict=True):
        translated = {clause.id: clause.text for clause in translation}
        files[catalog_path(folder, tag)] = _catalog(clauses, translated, tag, name, now)
    write_new_files(files)
    return tuple(files)


def _check(languages: Sequence[str], titles: Mapping[str, str], kind: Kind | str) -> None:
    problems = list(_language_problems(languages))
    if kind not in set(Kind):
        hint = f"Known kinds: {', '.join(Kind)}."
        problems.append(Diagnostic("source/unknown-kind", f"There is no kind “{kind}”.", hint=hint))
    for tag in titles:
        if tag not in languages:
            message = f"There is a title in “{tag}”, in which the statement is not made."
            problems.append(Diagnostic("source/unknown-language", message, hint=f"Ask for it too: --lang {tag}."))
        if len(titles[tag].splitlines()) != 1:
            message, hint = f"The title in “{tag}” is not one line.", "Write it on one line."
            problems.append(Diagnostic("source/title", message, hint=hint))
    missing = [tag for tag in languages if tag not in titles] if titles else []
    for tag in missing:
        message, hint = f"There is no title in “{tag}”.", f'Give one in every language: --title {tag}="…"; or none.'
        problems.append(Diagnostic("source/missing-title", message, hint=hint))
    if problems:
        raise SourceError(problems)


def _language_problems(languages: Sequence[str]) -> Iterator[Diagnostic]:
    known = sample_languages(SAMPLE)
    for number, tag in enumerate(languages):
        if tag not in known:
            message = f"The kit has no sample text in “{tag}”."
            hint = f"It has one in {', '.join(known)}. Other languages are added to “translations” afterwards."
            yield Diagnostic("source/no-sample", message, hint=hint)
        elif tag in languages[:number]:
            yield Diagnostic("source/repeated-language", f"“{tag}” is named twice.", hint="Name each once.")
    if not languages:
        yield Diagnostic("source/no-language", "No language is asked for.", hint=f"Choose from {', '.join(known)}.")


def _text(language: str, others: Sequence[str], title: str | None, now: datetime, kind: str) -> str:
    """The `statement.md`, in one language."""
    front = _FRONT.format(
        kind=kind,
        language=language,
        translations=", ".join(f'"{tag}"' for tag in others),
        folder=TRANSLATIONS,
        issued=now,
        endorsers=ENDORSERS,
    )
    return front + _titled(sample(SAMPLE, language), title)


def _titled(body: str, title: str | None) -> str:
    """The sample with another title."""
    return body if title is None else "\n".join([f"# {title}", *body.split("\n")[1:]])


def _in_language(tag: str, title: str | None, now: datetime) -> tuple[Clause, ...]:
    """The clauses of the sample in a language, under that title.

    Raises:
        SourceError: The title cannot be read.
    """
    option = f"--title {tag}"
    try:
        return parse_statement(_text(tag, (), title, now, Kind.JOINT_STATEMENT), option).statement.clauses()
    except SourceError as error:
        raise SourceError(replace(one, where=Location(option)) for one in error.diagnostics) from error


def _catalog(clauses: Sequence[Clause], translated: Mapping[str, str], tag: str, project: str, now: datetime) -> bytes:
    """The catalog of a language, with every clause in it."""
    path = f"{tag}.po"
    empty = read_po_file(merge(clauses, None, path, tag, project, now), path)
    messages = [replace(message, text=translated[message.clause]) for message in empty.messages]
    return write_po_file(empty.header, messages)


def _endorsers(languages: Sequence[str]) -> bytes:
    """The list of who signed, with their names in the languages of the statement."""
    kept = [at for at, column in enumerate(_COLUMNS) if ":" not in column or column.split(":")[1] in languages]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([row[at] for at in kept] for row in (_COLUMNS, *_ROWS))
    return out.getvalue().encode()
