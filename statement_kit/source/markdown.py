r"""The body of a statement: CommonMark read into title, preamble, demands, sections and notes.

The first heading, level one, is the title. A level-two heading with a number (`2.` or `2)`) is a demand,
without one a section; what only looks like a number is refused, unless a backslash stands before it
(`## \1991 Paris Peace Agreements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.markup import note_id
from statement_kit.model import Demand, Note, Section
from statement_kit.passages import Passage, numbered, speaker_id
from statement_kit.press import BackKind, BackMatter
from statement_kit.source.passages import Body, Definition, Heading, read_blocks

_NUMBERED = re.compile(r"(\d{1,9})\\?[.)](?!\d)\s*(.*)", re.DOTALL)

_LIKE_A_NUMBER = re.compile(r"[(\[\u200b\u2060\ufeff]*(\d+)(?:(?![\dA-Za-z\u00c0-\u024f])|[A-Za-z][.):])")
"""A heading that may be meant as a numbered one: `2 Peace`, `(2) Peace`, `2a. Peace`, but not `2nd round`."""

_ESCAPED = re.compile(r"([(\[]?)\\(?=\d)")
"""A backslash before the digits a heading begins with; CommonMark itself lets it stand."""


@dataclass
class ParsedText:
    """What the body says so far, with the place of each clause and every problem met."""

    title: str = ""
    preamble: tuple[Passage, ...] = ()
    parts: tuple[Demand | Section, ...] = ()
    notes: tuple[Note, ...] = ()
    back: dict[BackKind, BackMatter] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass
class _Part:
    """A demand (with the number as typed), a section or back matter, while its passages are gathered."""

    heading: str
    number: int | None
    where: Location
    bodies: list[Body] = field(default_factory=list)
    back: BackKind | None = None


def parse_text(body: str, path: str, first_line: int) -> ParsedText:
    """Read the Markdown after the front matter; `first_line` is the line it begins on."""
    result = ParsedText()
    blocks = list(read_blocks(body, path, first_line, result.diagnostics))
    result.notes = tuple(_notes([block for block in blocks if isinstance(block, Definition)], result))
    text = [block for block in blocks if not isinstance(block, Definition)]
    start = text[0].where if text else Location(path, first_line)
    if text and isinstance(text[0], Heading) and text[0].level == 1:
        result.title = text[0].text
        result.places["title"] = start
        text = text[1:]
    else:
        message = "The text must begin with its title."
        result.diagnostics.append(Diagnostic("source/no-title", message, start, "Begin it with a line: # Title"))
        text = [block for block in text if isinstance(block, Body) or block.level != 1]
    preamble, parts = _gather(text, result.diagnostics)
    result.preamble = _placed("preamble", preamble, result.places)
    result.parts = tuple(_number([part for part in parts if part.back is None], result))
    _set_back([part for part in parts if part.back], result)
    return result


def _notes(definitions: list[Definition], result: ParsedText) -> Iterator[Note]:
    """The notes with their places noted; of two with one name the first."""
    for definition in definitions:
        name = definition.note.name
        if note_id(name) in result.places:
            message = f"A note called {name} stands on line {result.places[note_id(name)].line} already."
            hint = "Give every note a name of its own."
            result.diagnostics.append(Diagnostic("source/repeated-note", message, definition.where, hint))
            continue
        result.places[note_id(name)] = definition.where
        yield definition.note


def _gather(blocks: list[Heading | Body], problems: list[Diagnostic]) -> tuple[list[Body], list[_Part]]:
    preamble: list[Body] = []
    parts: list[_Part] = []
    for block in blocks:
        if isinstance(block, Body):
            (parts[-1].bodies if parts else preamble).append(block)
        elif block.level == 2:
            demands = sum(part.number is not None for part in parts)
            parts.append(_part(block, demands + 1, problems))
        else:
            mark = "#" * block.level
            wrong = "There is a second title." if block.level == 1 else f"Headings of the level {mark} are not used."
            problems.append(Diagnostic("source/heading-level", wrong, block.where, "Use ## for demands and sections."))
    return preamble, parts


def _part(heading: Heading, next_number: int, problems: list[Diagnostic]) -> _Part:
    """A demand or a section, still without its passages, from its heading."""
    text, where = heading.text, heading.where
    if _ESCAPED.match(text):
        return _Part(_ESCAPED.sub(r"\1", text, count=1), None, where, back=heading.back)
    like = _LIKE_A_NUMBER.match(text)
    if like is None:
        return _Part(text, None, where, back=heading.back)
    if heading.back:
        message = f"What stands behind the text has no number: “{text[:40]}”."
        hint = "Leave the number out; put a backslash before it if it belongs to the words."
        problems.append(Diagnostic("source/numbered-back", message, where, hint))
        return _Part(text, None, where, back=heading.back)
    if match := _NUMBERED.fullmatch(text):
        return _Part(match[2], int(match[1]), where)
    message = f"This heading begins with a number that is not written as a demand's: “{text[:40]}”."
    hint = "Write ## 2. Heading; put a backslash before the number if it belongs to the words."
    problems.append(Diagnostic("source/demand-number-form", message, where, hint))
    # The number that is due was surely meant as one; the demands behind it are then not called wrong as well.
    is_due = len(like[1]) < 10 and int(like[1]) == next_number
    return _Part(text, next_number if is_due else None, where)


def _number(parts: list[_Part], result: ParsedText) -> Iterator[Demand | Section]:
    """Demands and sections, with their places noted and the typed numbers checked to count from 1."""
    demands = sections = 0
    for part in parts:
        if part.number is None:
            sections += 1
            part_id = f"section.{sections}"
        else:
            demands += 1
            part_id = f"demand.{demands}"
            if part.number != demands:
                result.diagnostics.append(
                    Diagnostic(
                        "source/demand-number",
                        f"This demand is numbered {part.number}, but it is number {demands}.",
                        part.where,
                        "Number the demands 1, 2, 3 … in order, or take the number away to make it a section.",
                        part_id,
                    )
                )
        result.places[part_id] = part.where
        passages = _placed(part_id, part.bodies, result.places)
        yield Section(part.heading, passages) if part.number is None else Demand(part.heading, passages)


def _set_back(parts: list[_Part], result: ParsedText) -> None:
    """What stands behind the text, each kind once, with its places noted."""
    for part in parts:
        kind = part.back or BackKind.EDITORS
        if kind in result.back:
            message = f"{{{kind}}} stands on line {result.places[kind].line} already."
            hint = "Put everything that belongs there under one heading."
            result.diagnostics.append(Diagnostic("source/repeated-back", message, part.where, hint))
            continue
        result.places[kind] = part.where
        result.back[kind] = BackMatter(_placed(kind, part.bodies, result.places), part.heading)


def _placed(owner: str, bodies: list[Body], places: dict[str, Location]) -> tuple[Passage, ...]:
    """The passages of one owner, with the places of all their clauses noted."""
    for passage_id, body in numbered(owner, bodies):
        places[passage_id] = body.where
        places |= numbered(passage_id, body.places)
        if body.speaker:
            places[speaker_id(passage_id)] = body.speaker
    return tuple(body.passage for body in bodies)
