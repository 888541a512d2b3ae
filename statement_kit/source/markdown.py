"""The body of a statement: CommonMark read into title, preamble, demands and sections.

The first heading, level one, is the title. A level-two heading with a number is a demand, without one
a section. Whatever else CommonMark knows is refused at its line until the kit can set it properly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.model import Demand, Section

_NUMBERED = re.compile(r"(\d{1,9})[.)](?!\d)\s*(.*)", re.DOTALL)

_NAMES = {
    "bullet_list_open": "a bulleted list",
    "ordered_list_open": "a numbered list",
    "blockquote_open": "a quotation",
    "fence": "a code block",
    "code_block": "an indented block (code)",
    "html_block": "HTML",
    "hr": "a horizontal rule",
    "em_open": "*emphasis*",
    "strong_open": "**strong** text",
    "link_open": "a link",
    "image": "a picture",
    "code_inline": "`code`",
    "html_inline": "HTML",
    "hardbreak": "a forced line break",
    "definition": "a link definition (nothing of it would be printed)",
}


@dataclass
class ParsedText:
    """What the body says so far, with the place of each clause and every problem met."""

    title: str = ""
    preamble: tuple[str, ...] = ()
    parts: tuple[Demand | Section, ...] = ()
    places: dict[str, Location] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass
class _Piece:
    """A heading (level 1, 2, …) or a paragraph (level 0) and where it stands."""

    level: int
    text: str
    where: Location


@dataclass
class _Part:
    """A demand (with the number as typed) or a section, while its paragraphs are gathered."""

    heading: str
    number: int | None
    where: Location
    paragraphs: list[_Piece] = field(default_factory=list)


def parse_text(body: str, path: str, first_line: int) -> ParsedText:
    """Read the Markdown after the front matter; `first_line` is the line it begins on."""
    result = ParsedText()
    pieces = list(_pieces(body, path, first_line, result.diagnostics))
    start = pieces[0].where if pieces else Location(path, first_line)
    if pieces and pieces[0].level == 1:
        result.title = pieces[0].text
        result.places["title"] = start
        pieces = pieces[1:]
    else:
        message = "The text must begin with its title."
        result.diagnostics.append(Diagnostic("source/no-title", message, start, "Begin it with a line: # Title"))
        pieces = [piece for piece in pieces if piece.level != 1]
    preamble, parts = _gather(pieces, result.diagnostics)
    result.preamble = tuple(piece.text for piece in preamble)
    result.places |= {f"preamble.{n}": piece.where for n, piece in enumerate(preamble, 1)}
    result.parts = tuple(_number(parts, result))
    if result.places and not preamble and not parts:
        message = "There is a title, but no text."
        result.diagnostics.append(Diagnostic("source/no-text", message, start, "Write the statement under it."))
    return result


def _pieces(body: str, path: str, first_line: int, problems: list[Diagnostic]) -> Iterator[_Piece]:
    found: dict[str, Any] = {}
    tokens = MarkdownIt("commonmark").parse(body, found)
    for definition in [*found.get("references", {}).values(), *found.get("duplicate_refs", ())]:
        problems.append(_unsupported("definition", Location(path, first_line + definition["map"][0])))
    skip_to_depth: int | None = None
    for before, token in zip([None, *tokens], tokens, strict=False):
        where = Location(path, first_line + token.map[0]) if token.map else Location(path)
        if skip_to_depth is not None:
            if token.level == skip_to_depth and token.nesting == -1:
                skip_to_depth = None
        elif token.type == "inline" and before is not None:
            level = int(before.tag[1]) if before.type == "heading_open" else 0
            yield _Piece(level, _plain(token, where, problems), where)
        elif token.type in _NAMES:
            problems.append(_unsupported(token.type, where))
            if token.nesting == 1:
                skip_to_depth = token.level


def _plain(inline: Token, where: Location, problems: list[Diagnostic]) -> str:
    """The text of a paragraph; a line break in the source is a space."""
    text = ""
    line = where.line
    for child in inline.children or ():
        if child.type == "text":
            text += child.content
        elif child.type == "softbreak":
            text += " "
        elif child.type in _NAMES:
            problems.append(_unsupported(child.type, Location(where.path, line)))
            text += child.content or "…"  # so that a paragraph of nothing else is not called empty as well
        if line is not None:
            line += child.content.count("\n") + child.type.endswith("break")
    return text


def _unsupported(kind: str, where: Location) -> Diagnostic:
    return Diagnostic(
        "source/unsupported-markdown",
        f"Here stands {_NAMES[kind]}, which a statement cannot hold yet.",
        where,
        "Use plain paragraphs and headings; put a backslash before a * or _ that is meant as it stands.",
    )


def _gather(pieces: list[_Piece], problems: list[Diagnostic]) -> tuple[list[_Piece], list[_Part]]:
    preamble: list[_Piece] = []
    parts: list[_Part] = []
    for piece in pieces:
        if piece.level == 2:
            match = _NUMBERED.fullmatch(piece.text)
            heading, number = (match[2], int(match[1])) if match else (piece.text, None)
            parts.append(_Part(heading, number, piece.where))
        elif piece.level:
            mark = "#" * piece.level
            wrong = "There is a second title." if piece.level == 1 else f"Headings of the level {mark} are not used."
            problems.append(Diagnostic("source/heading-level", wrong, piece.where, "Use ## for demands and sections."))
        else:
            (parts[-1].paragraphs if parts else preamble).append(piece)
    return preamble, parts


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
        if not part.paragraphs:
            hint = "Write what is demanded under the heading, or remove it."
            message = "There is no text under this heading."
            result.diagnostics.append(Diagnostic("source/no-text", message, part.where, hint, part_id))
        result.places[part_id] = part.where
        result.places |= {f"{part_id}.{n}": piece.where for n, piece in enumerate(part.paragraphs, 1)}
        texts = tuple(piece.text for piece in part.paragraphs)
        yield Section(part.heading, texts) if part.number is None else Demand(part.heading, texts)
