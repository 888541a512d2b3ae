"""`statement.md`: TOML front matter between `+++` lines, then CommonMark."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from statement_kit.diagnostics import Diagnostic, Location, SourceError, locate
from statement_kit.editions import ParallelEdition
from statement_kit.endorsers import Annex
from statement_kit.languages.registry import LANGUAGES
from statement_kit.model import Kind, Statement
from statement_kit.press import BackKind
from statement_kit.readiness import LEVELS, STANDARD, Policy
from statement_kit.source.annex_table import take_annex
from statement_kit.source.contacts import contact_places, take_contacts
from statement_kit.source.markdown import parse_text
from statement_kit.source.parallel_table import take_parallel
from statement_kit.source.press_table import press_places, take_press
from statement_kit.source.toml_table import TomlTable

FENCE = "+++"

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class StatementFile:
    """What a `statement.md` says.

    Attributes:
        statement: The statement, still without its endorsers.
        translations: Tags of the languages it is to be translated into.
        endorsers: Name of the endorser list in the same folder, or None.
        policy: What the statement asks of its translations.
        places: Where each clause stands, by clause id; and each language tag, by `language:TAG`.
        parallel: Its editions in several languages at once.
    """

    statement: Statement
    translations: tuple[str, ...]
    endorsers: str | None
    policy: Policy
    places: dict[str, Location]
    parallel: tuple[ParallelEdition, ...] = ()


def parse_statement(text: str, path: str) -> StatementFile:
    """Read a statement from the text of its file.

    Raises:
        SourceError: With every problem found, each at its line.
    """
    front_text, body, body_line = _split(text, path)
    parsed = parse_text(body, path, body_line)
    try:
        front = TomlTable(front_text, path, first_line=2)
    except SourceError as error:
        raise SourceError([*error.diagnostics, *parsed.diagnostics]) from error
    kind = front.take("kind", str, required=True)
    language = front.take("language", str, required=True)
    translations = _tags(front, language)
    issued = front.take("issued", date, required=True)
    tags = tuple(dict.fromkeys((language or "", *translations)))  # one that is named twice was reported
    contacts = take_contacts(front, tags if language else tuple(LANGUAGES))  # a missing language was reported
    press = take_press(front, tags)
    endorsers = front.take("endorsers", str)
    policy, annex = _policy(front), take_annex(front)
    parallel = take_parallel(front, [language or "", *translations])
    if kind is not None and kind not in set(Kind):
        front.report("unknown-kind", "kind", f"There is no kind “{kind}”.", f"Known kinds: {', '.join(Kind)}.")
    if language is not None and not _TAG.fullmatch(language):
        _report_tag(front, "language", language)
    front.finish()
    problems = [*front.diagnostics, *parsed.diagnostics]
    places = parsed.places | {f"language:{tag}": front.where("translations") for tag in translations}
    places[f"language:{language}"] = front.where("language")
    places |= {key: front.where(key) for key in ("issued", "translations", "endorsers", "annex")}
    places |= {**dict(contact_places(front, contacts)), **dict(press_places(front, press))}
    try:
        statement = Statement(
            parsed.title,
            parsed.preamble,
            parsed.parts,
            issued or date.min,  # what is missing was reported above; the texts are looked at all the same
            language or "",
            Kind(kind) if kind in set(Kind) else Kind.JOINT_STATEMENT,
            contacts,
            notes=parsed.notes,
            annex=annex,
            press=replace(press, editors=parsed.back.get(BackKind.EDITORS), about=parsed.back.get(BackKind.ABOUT)),
        )
    except SourceError as error:
        # A clause without a place is the title that the body was already found to lack; faults of markup were
        # found in the body, each at its own line.
        found = locate(error.diagnostics, places)
        problems += [problem for problem in found if problem.where and problem.rule != "statement/markup"]
    if problems:
        raise SourceError(problems)
    return StatementFile(statement, translations, endorsers, policy, places, parallel)


def named_endorsers(text: str, path: str) -> str | None:
    """The endorser list a statement names, as far as its front matter can be read, whatever else is wrong."""
    try:
        return TomlTable(_split(text, path)[0], path).take("endorsers", str)
    except SourceError:
        return None


def stated_language(text: str, path: str) -> str:
    """The language of a statement, as far as its front matter can be read, whatever else is wrong; else empty."""
    try:
        return TomlTable(_split(text, path)[0], path).take("language", str) or ""
    except SourceError:
        return ""


def stated_annex(text: str, path: str) -> Annex:
    """How a statement shows who signed, as far as its front matter can be read, whatever else is wrong."""
    try:
        return take_annex(TomlTable(_split(text, path)[0], path, first_line=2))
    except SourceError:
        return Annex()


def _split(text: str, path: str) -> tuple[str, str, int]:
    """Front matter, body, and the line on which the body begins."""
    lines = text.split("\n")
    fences = [n for n, line in enumerate(lines) if line.strip() == FENCE][:2]
    if len(fences) < 2 or fences[0] != 0:
        raise SourceError(
            [
                Diagnostic(
                    "source/front-matter",
                    f"{path} must begin with its front matter between two lines of {FENCE}.",
                    Location(path, 1),
                    f'Begin the file with {FENCE}, then lines like language = "en", then {FENCE} again.',
                )
            ]
        )
    return "\n".join(lines[1 : fences[1]]), "\n".join(lines[fences[1] + 1 :]), fences[1] + 2


def _tags(front: TomlTable, language: str | None) -> tuple[str, ...]:
    """The `translations` list: texts, none twice, none the source language itself."""
    tags: tuple[Any, ...] = tuple(front.take("translations", list, []) or [])
    for n, tag in enumerate(tags):
        if not isinstance(tag, str):
            front.report(
                "wrong-type", "translations", f"{tag!r} is not a language tag.", 'Write tags in quotes: ["km", "th"].'
            )
        elif not _TAG.fullmatch(tag):
            _report_tag(front, "translations", tag)
        elif tag == language or tag in tags[:n]:
            front.report(
                "repeated-language", "translations", f"The language “{tag}” is named twice.", "Name each once."
            )
    return tuple(tag for tag in tags if isinstance(tag, str))


def _policy(front: TomlTable) -> Policy:
    """What the statement asks of its translations: `ready`, and how many `reviewers` make a clause approved."""
    ready, reviewers = front.take("ready", str), front.take("reviewers", int)
    if ready is not None and ready not in LEVELS:
        hint = f"Choose from {', '.join(LEVELS)}."
        front.report("unknown-level", "ready", f"“{ready}” is not how far a clause can have come.", hint)
    if reviewers not in (None, 1, 2):
        hint = "One or two people review each clause: reviewers = 2."
        front.report("reviewers", "reviewers", f"{reviewers} reviewers are asked for.", hint)
    return Policy(LEVELS.get(ready or "", STANDARD.ready), reviewers or STANDARD.reviewers)


def _report_tag(front: TomlTable, key: str, tag: str) -> None:
    front.report("language-tag", key, f"“{tag}” is not a language tag.", 'Tags look like "km", "th" or "en-GB".')
