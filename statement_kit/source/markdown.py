r"""The body of a statement: CommonMark read into title, preamble, demands and sections.

The first heading, level one, is the title. A level-two heading with a number (`2.` or `2)`) is a demand,
without one a section; what only looks like a number is refused, unless a backslash stands before it
(`## \1991 Paris Peace Agreements`). Whatever else CommonMark knows is refused at its line until the kit can
set it properly.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.model import Demand, Section

_NUMBERED = re.compile(r"(\d{1,9})[.)](?!\d)\s*(.*)", re.DOTALL)

_LIKE_A_NUMBER = re.compile(r"[(\[\u200b\u2060\ufeff]*(\d+)(?:(?![\dA-Za-z\u00c0-\u024f])|[A-Za-z][.):])")
"""A heading that may be meant as a numbered one: `2 Peace`, `(2) Peace`, `2a. Peace`, but not `2nd round`."""

_ESCAPED = re.compile(r"([(\[]?)\\(?=\d)")
"""A backslash before the digits a heading begins with; CommonMark itself lets it stand."""

_WITHOUT_SPACES = ("KHMER", "THAI", "LAO", "MYANMAR")
"""Beginnings of the Unicode names of letters that are written without spaces between words."""

_INVISIBLE = "\u200b\u2060"
"""Where a line may and may not end, said by the author (L08)."""

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
    """A heading (level 1, 2, …) or a paragraph (level 0), as it is read and as it was typed, and where it stands."""

    level: int
    text: str
    typed: str
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
            yield _Piece(level, _plain(token, where, problems), token.content, where)
        elif token.type in _NAMES:
            problems.append(_unsupported(token.type, where))
            if token.nesting == 1:
                skip_to_depth = token.level


def _plain(inline: Token, where: Location, problems: list[Diagnostic]) -> str:
    """The text of a paragraph; a line break in the source is a space where words are parted by spaces."""
    text = ""
    line = where.line
    children = inline.children or []
    for child, following in zip_longest(children, children[1:]):
        if child.type == "text":
            text += child.content
        elif child.type == "softbreak":
            text += "" if _runs_on(text, following.content if following else "") else " "
        elif child.type in _NAMES:
            problems.append(_unsupported(child.type, Location(where.path, line)))
            text += child.content or "…"  # so that a paragraph of nothing else is not called empty as well
        if line is not None:
            line += child.content.count("\n") + child.type.endswith("break")
    return text


def _runs_on(before: str, after: str) -> bool:
    """Whether both sides of a line break are letters of a script without spaces: a space there nobody typed (P08)."""
    return all(map(_is_unspaced, (before.rstrip(_INVISIBLE)[-1:], after.lstrip(_INVISIBLE)[:1])))


def _is_unspaced(char: str) -> bool:
    """Whether it is a Khmer, Thai, Lao or Burmese letter or vowel; ๆ and ៗ ("again") are not, a space follows them."""
    if not char or unicodedata.category(char) == "Lm" or unicodedata.category(char)[0] not in "LM":
        return False
    return unicodedata.name(char, "").startswith(_WITHOUT_SPACES)


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
            demands = sum(part.number is not None for part in parts)
            parts.append(_part(piece, demands + 1, problems))
        elif piece.level:
            mark = "#" * piece.level
            wrong = "There is a second title." if piece.level == 1 else f"Headings of the level {mark} are not used."
            problems.append(Diagnostic("source/heading-level", wrong, piece.where, "Use ## for demands and sections."))
        else:
            (parts[-1].paragraphs if parts else preamble).append(piece)
    return preamble, parts


def _part(piece: _Piece, next_number: int, problems: list[Diagnostic]) -> _Part:
    """A demand or a section, still without its paragraphs, from its heading."""
    if _ESCAPED.match(piece.typed):
        return _Part(_ESCAPED.sub(r"\1", piece.text, count=1), None, piece.where)
    like = _LIKE_A_NUMBER.match(piece.typed)
    if like is None:
        return _Part(piece.text, None, piece.where)
    if match := _NUMBERED.fullmatch(piece.text):
        return _Part(match[2], int(match[1]), piece.where)
    message = f"This heading begins with a number that is not written as a demand's: “{piece.text[:40]}”."
    hint = "Write ## 2. Heading; put a backslash before the number if it belongs to the words."
    problems.append(Diagnostic("source/demand-number-form", message, piece.where, hint))
    # The number that is due was surely meant as one; the demands behind it are then not called wrong as well.
    is_due = len(like[1]) < 10 and int(like[1]) == next_number
    return _Part(piece.text, next_number if is_due else None, piece.where)


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
        result.places |= {f"{part_id}.{n}": piece.where for n, piece in enumerate(part.paragraphs, 1)}
        texts = tuple(piece.text for piece in part.paragraphs)
        yield Section(part.heading, texts) if part.number is None else Demand(part.heading, texts)
