"""A document as plain text: what every other format must also say, word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest
from urllib.parse import unquote

from statement_kit.document.blocks import Block, Document, Role
from statement_kit.document.parallel import Content, documents_of
from statement_kit.markup import LINE_END, Mark, MarkKind, address_of

_AROUND = ".,;:!?()<>[]\"'“”‘’«»។៕"  # the last two are Khmer full stops

_RIGHT_UNDER: Mapping[Role, tuple[Role, ...]] = {
    Role.ENDORSER: (Role.GROUP_HEADING, Role.ENDORSER),
    Role.REFERENCE: (Role.STATUS,),
    Role.ADDRESSEE: (Role.ADDRESSEE,),
    Role.ATTRIBUTION: (Role.QUOTATION,),
    Role.CONTACT_LINE: (Role.CONTACT_HEADING, Role.CONTACT_LINE),
}
"""What stands right under what, without an empty line: entries, addressees, contacts, whoever is quoted."""


_BETWEEN_VERSIONS = "\n\n* * *\n\n\n"
"""What parts the versions of a parallel edition."""


def write_text(content: Content) -> str:
    """A document as plain text; of a parallel edition one version behind the other, since text has no columns."""
    return _BETWEEN_VERSIONS.join(map(_document, documents_of(content)))


def _document(document: Document) -> str:
    """The blocks in reading order, one to a paragraph, labels before their text.

    Those who signed, contacts and the like stand one to a line.

    Numbers of notes stand in brackets. Behind the words of a link stands its address, unless they show it or it
    leads to a part of the document. Above a draft stands that it is one. Logos are left out: they say nothing that the
    names do not.
    """
    written = [f"{document.draft}\n\n"] if document.draft else []
    for block, below in zip_longest(document.blocks, document.blocks[1:]):
        is_followed = below is not None and block.role in _RIGHT_UNDER.get(below.role, ())
        written += [_paragraph(block), "\n" if is_followed or below is None else "\n\n"]
    return "".join(written)


def _paragraph(block: Block) -> str:
    label = f"[{block.label}]" if block.role is Role.NOTE else block.label
    text = _with_targets(block).replace(LINE_END, "\n")
    return f"{label} {text}" if label else text


def _with_targets(block: Block) -> str:
    """The text with what its marks say and plain text cannot show; written from the end, so that places stay."""
    text = block.text
    for mark in sorted(block.marks, key=lambda mark: (mark.end, mark.start), reverse=True):
        words = block.text[mark.start : mark.end]
        if mark.kind is MarkKind.NOTE:
            text = f"{text[: mark.start]}[{words}]{text[mark.end :]}"
        elif mark.kind is MarkKind.LINK and not _shows(words, mark):
            text = f"{text[: mark.end]} ({address_of(mark.target)}){text[mark.end :]}"
    return text


def _shows(words: str, link: Mark) -> bool:
    """Whether the words of a link say all there is: its address, but for `https://` or what parts a number's digits.

    A part of the document has none that could be typed.
    """
    if link.target.startswith("#"):
        return True
    if link.target.startswith("tel:"):
        return re.sub(r"[^+0-9]", "", words) == address_of(link.target)
    shown = set(map(_bare, words.split()))
    return _bare(address_of(link.target)) in shown or _bare(unquote(address_of(link.target))) in shown


def _bare(address: str) -> str:
    """An address without its protocol and the punctuation around it."""
    return re.sub(r"^https?://", "", address.strip(_AROUND)).rstrip("/")
