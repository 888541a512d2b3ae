"""A block's text with its marks: runs cut by script and by mark, links, references to notes.

Scripts are told apart in the whole text, then marks cut it further, so that a bracket or a full stop is in
the same face whether it is marked or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import NamedTuple

from lxml import etree

from statement_kit.arranging.names import joining_spaces
from statement_kit.document.blocks import HEADING_LEVELS, Block, Role
from statement_kit.markup import Mark, MarkKind
from statement_kit.text.breaks import WORD_JOINER, ZERO_WIDTH_SPACE
from statement_kit.writers.docx.bookmarks import inner_link, is_inner
from statement_kit.writers.docx.character_styles import HYPERLINK, has_own_links
from statement_kit.writers.docx.line_ends import NO_BREAK_SPACE, with_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import relationship
from statement_kit.writers.docx.notes import Notes
from statement_kit.writers.docx.numbering import Lists
from statement_kit.writers.docx.runs import Voice, axis_spans, plain_voice, script_runs, text_runs
from statement_kit.writers.docx.style_names import link_style

_ADDRESS = re.compile(r"\S+[@./]\S+")

_ADDED = frozenset({ZERO_WIDTH_SPACE, WORD_JOINER})


@dataclass(frozen=True, slots=True)
class Story:
    """A part of the file that blocks are written to.

    Attributes:
        looks: What to write, and how.
        lists: The live lists its entries are in.
        notes: The notes its text may refer to.
        bookmarks: The numbers of the bookmarks around blocks that links lead to, by the block's id.
        link: Gives the part's relationship to an address, by its id.
    """

    looks: Looks
    lists: Lists
    notes: Notes
    bookmarks: Mapping[str, int]
    link: Callable[[str], str]


class _Stretch(NamedTuple):
    """A piece of a text in one script, and all its marks."""

    text: str
    script: str
    marks: tuple[Mark, ...]

    def mark(self, kind: MarkKind) -> Mark | None:
        """The mark of a kind, if it has one."""
        return next((mark for mark in self.marks if mark.kind is kind), None)


def inline(block: Block, story: Story) -> Iterator[etree._Element]:
    """The text of a block, ready for its paragraph."""
    text = _with_line_ends(block, story.looks)
    if not block.marks:
        yield from text_runs(text, plain_voice(story.looks, block.role))
        return
    for link, linked in groupby(_stretches(block, text, story.looks), lambda one: one.mark(MarkKind.LINK)):
        made = _runs(block, linked, story, link)
        yield from [_hyperlink(link, story, *made)] if link else made


def _hyperlink(link: Mark, story: Story, *content: etree._Element) -> etree._Element:
    """`w:hyperlink` to a part of the document, or to an address."""
    if is_inner(link):
        return inner_link(link, *content)
    return relationship("hyperlink", story.link(link.target), *content)


def _runs(block: Block, stretches: Iterable[_Stretch], story: Story, link: Mark | None) -> Iterator[etree._Element]:
    """The runs of stretches that share a link, or have none."""
    plain = plain_voice(story.looks, block.role)
    for note, together in groupby(stretches, lambda one: one.mark(MarkKind.NOTE)):
        if note:
            yield from story.notes.reference(block, note)
        else:
            for one in together:
                yield from script_runs(one.text, one.script, _voice(one, plain, link))


def _voice(stretch: _Stretch, plain: Voice, link: Mark | None) -> Voice:
    """How a stretch is set; a link's address is no word of any language, and never hyphenated (L13)."""
    return replace(
        plain,
        character_style=_link_style(plain) if link else "",
        is_emphasised=stretch.mark(MarkKind.EMPHASIS) is not None,
        is_strong=stretch.mark(MarkKind.STRONG) is not None,
        is_address=link is not None and _ADDRESS.fullmatch(stretch.text) is not None,
    )


def _link_style(voice: Voice) -> str:
    """The character style of links in a paragraph."""
    return link_style(voice.role)[0] if has_own_links(voice.looks.brand.styles[voice.role]) else HYPERLINK


def _with_line_ends(block: Block, looks: Looks) -> str:
    """The text of a block, with marks where its lines may and may not end.

    Headings carry none: their text goes into the outlines and bookmarks of other programs, which may draw them as
    boxes. The acronym of an endorser stays with the last word of its name, and a title with the first.
    """
    if block.role in HEADING_LEVELS:
        return block.text
    numbers = [(mark.start, mark.end) for mark in block.marks if mark.kind is MarkKind.NOTE]
    text = with_line_ends(block.text, looks.language, numbers)
    if block.role is Role.ENDORSER:
        for at in joining_spaces(text):
            text = f"{text[:at]}{NO_BREAK_SPACE}{text[at + 1 :]}"
    return text


def _stretches(block: Block, text: str, looks: Looks) -> Iterator[_Stretch]:
    """The pieces of a block's text, which now holds marks for line ends."""
    places = _places(block.text, text)
    marks = [(places[mark.start], _end(mark, places), mark) for mark in block.marks]
    edges = {edge for start, end, _ in marks for edge in (start, end)}
    for start, end, script in axis_spans(text, looks.language.script):
        for begin, stop in pairwise(sorted({start, end, *(edge for edge in edges if start < edge < end)})):
            around = (mark for at, to, mark in marks if at <= begin and stop <= to)
            yield _Stretch(text[begin:stop], script, tuple(around))


def _end(mark: Mark, places: list[int]) -> int:
    """Where a mark ends among line ends; a note's number gives way to its sign, and the mark behind it stays."""
    return places[mark.end - 1] + 1 if mark.kind is MarkKind.NOTE else places[mark.end]


def _places(text: str, marked: str) -> list[int]:
    """Where each character of a text, and its end, is found in the same text with line ends marked."""
    places: list[int] = []
    at = 0
    for char in text:
        while marked[at] != char and marked[at] in _ADDED:
            at += 1
        places.append(at)
        at += 1
    return [*places, len(marked)]
