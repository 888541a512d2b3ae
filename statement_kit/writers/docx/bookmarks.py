"""Bookmarks: the parts of a document that links within it lead to.

Only those are marked that some link leads to. A bookmark's name has no dots, begins with a letter and is at most
40 characters long, as Word wants it; its number is its own among all bookmarks of the file, those of notes included.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from lxml import etree

from statement_kit.document.blocks import Document, Role
from statement_kit.markup import Mark, MarkKind
from statement_kit.writers.docx.markup import element

_LONGEST = 40
"""Most characters of a bookmark's name."""

_PARTS = re.compile(r"[A-Za-z0-9.:]+")
"""Ids that stay apart with other signs between their parts: all but those of notes with names of many signs."""


def bookmark_numbers(document: Document) -> Mapping[str, int]:
    """The numbers of the bookmarks, by the id of the block that each stands around; those of notes come before."""
    blocks = document.blocks
    notes = sum(block.role is Role.NOTE for block in blocks)
    targets = {mark.target for block in blocks for mark in block.marks if is_inner(mark)}
    linked = [block.id for block in blocks if f"#{block.id}" in targets]
    return {block_id: number for number, block_id in enumerate(linked, notes + 1)}


def is_inner(mark: Mark) -> bool:
    """Whether it is a link to a part of the document itself."""
    return mark.kind is MarkKind.LINK and mark.target.startswith("#")


def bookmarked(block_id: str, number: int, *content: etree._Element) -> list[etree._Element]:
    """The content of a paragraph between the ends of its bookmark."""
    start = element("bookmarkStart", id=str(number), name=_name(block_id))
    return [start, *content, element("bookmarkEnd", id=str(number))]


def inner_link(link: Mark, *content: etree._Element) -> etree._Element:
    """`w:hyperlink` to the bookmark of a part."""
    return bookmark_link(link.target.removeprefix("#"), *content)


def bookmark_link(block_id: str, *content: etree._Element) -> etree._Element:
    """`w:hyperlink` to the bookmark around a block."""
    return element("hyperlink", *content, anchor=_name(block_id))


def _name(block_id: str) -> str:
    name = re.sub(r"\W", "_", block_id, flags=re.ASCII)
    if len(name) <= _LONGEST and _PARTS.fullmatch(block_id):
        return name
    return f"{name[: _LONGEST - 9]}_{sha256(block_id.encode()).hexdigest()[:8]}"
