"""The blocks of a statement's body, as CommonMark has them: headings, passages and notes, each with its line.

Lists and quotations are one level deep, and an item is one paragraph. Whatever else CommonMark knows is
refused at its line; what a word processor leaves of a list, typed letters and bullets, is refused too,
since it would run together into one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby, pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup import parse_inline
from statement_kit.markup.counts import COUNTS
from statement_kit.model import Note
from statement_kit.passages import ItemList, Passage, Quotation
from statement_kit.press import BackKind
from statement_kit.source.typed_lines import forced_breaks, joined

_REFUSED = {
    "bullet_list": "a list within a list, a quotation or a note",
    "ordered_list": "a list within a list, a quotation or a note",
    "blockquote": "a quotation within a list, a quotation or a note",
    "footnote_reference": "a note within a list, a quotation or a note",
    "heading": "a heading within a list, a quotation or a note",
    "paragraph": "a second paragraph in one item or note",
    "fence": "a code block",
    "code_block": "an indented block (code)",
    "html_block": "HTML",
    "hr": "a horizontal rule",
    "table": "a table",
}
"""What a statement cannot hold, by the type of its node; the first six only where they stand within another."""

_BY_HAND = re.compile(r"\(?(\w)[.)]")
_BULLET = re.compile("[•◦▪●‣·]|[→✓–—](?= )")
_ALONE = "→✓–—"
"""Of these, those that one line may well begin with; on two lines running they are bullets."""

_SECOND = {language.letters[0]: language.letters[1] for language in LANGUAGES.values()}
_SECOND |= {language.label_digits[1]: language.label_digits[2] for language in LANGUAGES.values()}
"""Per letter and digit that a list typed by hand may begin with, the one its second item has."""

_BACK = re.compile(r"(?P<heading>.*)(?<!\\)\{(?P<name>[^{}]*)\}\s*", re.DOTALL)
"""A heading with a name in braces at its end: `Notes {editors}`, or the name alone."""

_SPEAKER = re.compile(
    r"(?P<above>(?:.*\n)*)[ \t]*(?P<dash>[-–—]*)\s*\{\s*(?P<key>[^{}\s,]+)\s*\}\s*(?P<more>\S(?s:.*))?"
)
"""What ends in a line that says who speaks; only with nothing around it, but a — before, it is rightly written."""

_DASH = "—"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, as it was typed; `back` is the kind of what stands behind the text, if it opens that."""

    level: int
    text: str
    where: Location
    back: BackKind | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A passage, where it stands, where each piece of a list or quotation stands, and where it says who speaks."""

    passage: Passage
    where: Location
    places: tuple[Location, ...] = ()
    speaker: Location | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A note, and where it stands."""

    note: Note
    where: Location


def read_blocks(
    body: str, path: str, first_line: int, problems: list[Diagnostic]
) -> Iterator[Heading | Body | Definition]:
    """The blocks of a body that begins on this line of its file; what cannot be set is added to the problems."""
    found: dict[str, Any] = {}
    tree = SyntaxTreeNode(_parser().parse(body, found))
    reader = _Blocks(path, first_line, problems)
    reader.refuse_definitions(found)
    reader.refuse_lists_by_hand(tree.children)
    for node in tree.children:
        yield from reader.read(node)


def _parser() -> MarkdownIt:
    """Blocks only: texts are read by `markup`. Tables are known, so that they can be refused."""
    parser = MarkdownIt("commonmark").use(footnote_plugin, inline=False, move_to_end=False)
    return parser.enable("table").disable("inline")


class _Blocks:
    """Reads the nodes of one file."""

    def __init__(self, path: str, first_line: int, problems: list[Diagnostic]) -> None:
        self._path = path
        self._first_line = first_line
        self._problems = problems

    def read(self, node: SyntaxTreeNode) -> Iterator[Heading | Body | Definition]:
        """What a block at the top level says."""
        where = self._where(node)
        match node.type:
            case "heading":
                yield self._heading(node)
            case "paragraph":
                yield Body(self._text(node), where)
            case "bullet_list" | "ordered_list":
                yield self._list(node)
            case "blockquote":
                yield self._quotation(node)
            case "footnote_reference":
                yield Definition(Note(node.meta["label"], self._only_paragraph(node)), where)
            case _:
                self._refuse(node)

    def refuse_definitions(self, found: dict[str, Any]) -> None:
        """Refuse every link defined apart from the text."""
        for definition in [*found.get("references", {}).values(), *found.get("duplicate_refs", ())]:
            what = "a link definition, of which nothing would be printed"
            hint = "Write the address into the text: [words](https://example.org)."
            self._report("unsupported-markdown", f"Here stands {what}.", self._line(definition["map"][0]), hint)

    def refuse_lists_by_hand(self, nodes: list[SyntaxTreeNode]) -> None:
        """Refuse lines that begin with typed bullets; or with a first letter, if the next such line has a second.

        The two must stand in one paragraph, or in one and the next: farther apart they are no list.
        """
        self._refuse_bullets([line for node in nodes for line in self._lines(node) or [("", self._where(node))]])
        before: list[tuple[str, Location]] = []
        for node in nodes:
            lines = self._lines(node)
            found = [(match[1].lower(), where) for line, where in lines if (match := _BY_HAND.match(line))]
            for (first, where), (second, _) in pairwise([*before[-1:], *found]):
                if _SECOND.get(first) == second:
                    instead = "“1.”, in every language; its own letters are set for it"
                    self._by_hand(where, "letter or number", instead, "put a backslash before its dot or bracket")
            before = found

    def _refuse_bullets(self, lines: list[tuple[str, Location]]) -> None:
        """Refuse every run of lines that begin with the same bullet, at its first."""
        for mark, run in groupby(lines, key=lambda line: match[0] if (match := _BULLET.match(line[0])) else ""):
            (_, where), *more = run
            if mark and (more or mark not in _ALONE):
                self._by_hand(where, "bullet", "“-”", "let the line begin with a word")

    def _lines(self, node: SyntaxTreeNode) -> list[tuple[str, Location]]:
        """The lines of a paragraph, and where each stands; none of anything else."""
        lines = node.children[0].content.split("\n") if node.type == "paragraph" else []
        return [(line.strip(), self._line(n)) for n, line in enumerate(lines, (node.map or (0, 0))[0])]

    def _by_hand(self, where: Location, mark: str, instead: str, otherwise: str) -> None:
        hint = f"Begin each item with {instead}; or, if this is no list, {otherwise}."
        self._report("list-by-hand", f"Here a list seems to begin, with a {mark} typed by hand.", where, hint)

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        """A heading, and what it opens: notes to editors and their like are named in braces."""
        level, typed, where = int(node.tag[1]), node.children[0].content, self._where(node)
        match = _BACK.fullmatch(typed) if level == 2 else None
        name = match["name"].strip() if match else ""
        if match is None or name.partition(",")[0].strip() in COUNTS:
            return Heading(level, self._text(node), where)
        words = match["heading"].rstrip()
        text = self._read(words, node) if words else ""
        if name in tuple(BackKind):
            return Heading(level, text, where, BackKind(name))
        close = get_close_matches(name, [*BackKind, *COUNTS], 1)
        hint = f"Did you mean {{{close[0]}}}?" if close else "Write {editors} or {about}, or leave it out."
        self._report("unknown-back", f"{{{name}}} is nothing that a heading could open.", where, hint)
        return Heading(level, text or "…", where)

    def _quotation(self, node: SyntaxTreeNode) -> Body:
        """A quotation, and who speaks, if its last paragraph says so."""
        children, last = list(node.children), node.children[-1] if node.children else None
        match = _SPEAKER.fullmatch(last.children[0].content) if last and last.type == "paragraph" else None
        if last is None or match is None or not _is_speaker(match):
            return self._quoted(children, node)
        line = (last.map or (0, 0))[0] + match["above"].count("\n")
        if match["above"] or match["dash"] != _DASH:
            message = "Here stands who speaks, but not as a paragraph of its own with a long dash before it."
            hint = f"Write {_DASH} {{{match['key']}}} on a line of its own, with an empty line (>) above it."
            self._report("speaker-form", message, self._line(line), hint)
        elif match["more"]:
            hint = f'Say who that is in the front matter: under [press.speakers.{match["key"]}], role = "…".'
            self._report("speaker-form", "Behind who speaks stands more.", self._line(line), hint)
        return self._quoted(children[:-1], node, match, self._line(line))

    def _quoted(
        self,
        children: Sequence[SyntaxTreeNode],
        node: SyntaxTreeNode,
        match: re.Match[str] | None = None,
        speaker: Location | None = None,
    ) -> Body:
        texts, places = [self._piece(child) for child in children], [self._where(child) for child in children]
        if match and match["above"]:  # wrongly written, which was reported; what stands above is quoted all the same
            texts.append("…")
            places.append(speaker or self._where(node))
        passage = Quotation(tuple(texts), match["key"] if match else "")
        return Body(passage, self._where(node), tuple(places), speaker)

    def _list(self, node: SyntaxTreeNode) -> Body:
        is_lettered = node.type == "ordered_list"
        if is_lettered:
            self._check_numbers(node)
        texts = [self._only_paragraph(item) for item in node.children]
        return Body(ItemList(tuple(texts), is_lettered), self._where(node), tuple(map(self._where, node.children)))

    def _check_numbers(self, node: SyntaxTreeNode) -> None:
        """The typed numbers must count from 1, or all be 1."""
        numbers = [int(item.info) for item in node.children]
        if set(numbers) == {1}:
            return
        wrong = [n for n, number in enumerate(numbers, 1) if number != n]
        if wrong:
            message = f"This item is numbered {numbers[wrong[0] - 1]}, but it is number {wrong[0]} of its list."
            hint = "Number the items 1, 2, 3 … in order, or all of them 1; they are printed with letters."
            self._report("list-number", message, self._where(node.children[wrong[0] - 1]), hint)

    def _only_paragraph(self, node: SyntaxTreeNode) -> str:
        """The text of an item or a note; whatever stands beside its paragraph is refused."""
        if not node.children:
            return ""
        for child in node.children[1:]:
            self._refuse(child)
        return self._piece(node.children[0])

    def _piece(self, node: SyntaxTreeNode) -> str:
        """The text of a paragraph within another block; "…" for what is refused, which is not empty as well."""
        if node.type == "paragraph":
            return self._text(node)
        self._refuse(node)
        return "…"

    def _text(self, node: SyntaxTreeNode) -> str:
        """The Markdown of a paragraph or heading on one line; each of its faults is reported at its own."""
        return self._read(node.children[0].content, node)

    def _read(self, content: str, node: SyntaxTreeNode) -> str:
        """The same for what a block holds, or a part of it from its beginning."""
        typed = forced_breaks(content)
        first_line = (node.map or (0, 0))[0]
        if not node.markup.startswith("#"):
            self._refuse_headings(typed, first_line)
        for fault in parse_inline(typed).faults:
            line = first_line + typed.count("\n", 0, fault.at)
            self._report("unsupported-markdown", f"Here stands {fault.what}.", self._line(line), fault.hint)
        return joined(typed)

    def _refuse_headings(self, typed: str, first_line: int) -> None:
        """Refuse lines of a paragraph that were surely meant as headings."""
        for n, line in enumerate(typed.split("\n"), first_line):
            if line.lstrip().startswith("#"):
                message = "This line begins with a #, but it is no heading."
                hint = "Put a space behind the #: “## 1. Peace”; or a backslash before it if it belongs to the words."
                self._report("no-heading", message, self._line(n), hint)

    def _refuse(self, node: SyntaxTreeNode) -> None:
        message = f"Here stands {_REFUSED[node.type]}, which a statement cannot hold."
        hint = "Use paragraphs, headings (##), lists (- or 1.) and quotations (>), none within another."
        self._report("unsupported-markdown", message, self._where(node), hint)

    def _report(self, rule: str, message: str, where: Location, hint: str) -> None:
        self._problems.append(Diagnostic(f"source/{rule}", message, where, hint))

    def _where(self, node: SyntaxTreeNode) -> Location:
        return self._line((node.map or (0, 0))[0])

    def _line(self, line: int) -> Location:
        return Location(self._path, self._first_line + line)


def _is_speaker(match: re.Match[str]) -> bool:
    """Whether a line with a name in braces says who speaks: a count does not, nor what words go on behind."""
    is_count, is_dashed = match["key"] in COUNTS, bool(match["dash"])
    return is_dashed and not is_count if match["more"] else is_dashed or not is_count
