"""Bookmarks: the parts of a document that links within it lead to.

Only those are marked that some link leads to. A bookmark's name has no dots, begins with a letter and is at most
40 characters long, as Word wants it; its number is its own among all bookmarks of the file, those of notes included.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from statement_kit.document.blocks import Document, Role
from statement_kit.markup import Mark, MarkKind
from statement_kit.writers.docx.markup import element


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
    return element("hyperlink", *content, anchor=_name(link.target.removeprefix("#")))


def _name(block_id: str) -> str:
    return block_id.replace(".", "_")
