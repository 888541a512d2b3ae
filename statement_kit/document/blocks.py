"""What a document is made of, before anything is drawn: blocks with roles.

Roles are the meeting point of meaning and looks: `compose` gives each text its role, a `Brand` says
how a role is set, and each writer has one table from roles to its own means.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from statement_kit.languages.numbers import in_digits
from statement_kit.languages.registry import Language
from statement_kit.markup import LINE_END, Mark
from statement_kit.pictures.picture import Picture


class Role(StrEnum):
    """What a block is, in the words of a press office."""

    KIND = "kind"
    TITLE = "title"
    LEAD = "lead"
    SECTION_HEADING = "section-heading"
    DEMAND_HEADING = "demand-heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list-item"
    NOTE = "note"
    CONTACT = "contact"
    ISSUED = "issued"
    ANNEX_HEADING = "annex-heading"
    ANNEX_NOTE = "annex-note"
    GROUP_HEADING = "group-heading"
    ENDORSER = "endorser"
    LETTERHEAD = "letterhead"
    FURNITURE = "furniture"
    STATUS = "status"
    REFERENCE = "reference"
    REVISION = "revision"
    ADDRESSEE = "addressee"
    ATTRIBUTION = "attribution"
    END_MARK = "end-mark"
    CONTACT_HEADING = "contact-heading"
    CONTACT_LINE = "contact-line"
    BACK_HEADING = "back-heading"
    BACK_TEXT = "back-text"
    AVAILABILITY = "availability"


HEADING_LEVELS = {
    Role.TITLE: 1,
    Role.SECTION_HEADING: 2,
    Role.DEMAND_HEADING: 2,
    Role.ANNEX_HEADING: 2,
    Role.GROUP_HEADING: 3,
    Role.CONTACT_HEADING: 2,
    Role.BACK_HEADING: 2,
}
"""Roles that stand in the outline, and how deep."""

IN_COLUMNS = frozenset((Role.GROUP_HEADING, Role.ENDORSER))
"""Roles that stand in the columns of the annex."""

ANNEX_ROLES = IN_COLUMNS | {Role.ANNEX_HEADING, Role.ANNEX_NOTE}
"""Roles of the annex."""

_PIECES = frozenset((Role.LIST_ITEM, Role.QUOTATION, Role.ATTRIBUTION))
"""Roles of what is a piece of something larger."""

_ABOVE_THE_TITLE = (Role.STATUS, Role.REFERENCE, Role.KIND)
"""Roles of the lines above the title, in order; each may stand there once."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list entry.

    Attributes:
        id: The clause or endorser it came from (`demand.3.1`, `endorser.57`), or its role.
        role: What it is.
        text: Its text, final; a forced line break in it is `markup.LINE_END`.
        label: The list label before it (`1.`, `១.`, `๑.`, `•`), or empty. A note's is its number.
        marks: What stands out in the text, in the order it begins, an outer mark before those it holds.
        number: Which demand, endorser or item of its list it is, from 1, where its label says so; else 0.
    """

    id: str
    role: Role
    text: str
    label: str = ""
    marks: tuple[Mark, ...] = ()
    number: int = 0

    @property
    def group(self) -> str:
        """The id of the list or quotation it is a piece of (`demand.3.2`); of what stands by itself, its own."""
        return self.id.rpartition(".")[0] if self.role in _PIECES else self.id

    def continues(self, above: Block) -> bool:
        """Whether it goes on with what stands above: the same list or quotation, or a row of blocks of one role."""
        if self.role is Role.ATTRIBUTION:
            return above.role is Role.QUOTATION and self.group == above.group
        return self.role is above.role and (self.role not in _PIECES or self.group == above.group)

    @property
    def whole_text(self) -> str:
        """Label and text as one reads them, on one line."""
        text = self.text.replace(LINE_END, " ")
        return f"{self.label} {text}" if self.label else text


@dataclass(frozen=True, slots=True)
class WallLogo:
    """The logo of an endorser, on the wall of logos behind the annex.

    Attributes:
        id: What it is called among the pictures of the document (`logo.57`).
        picture: What is drawn.
        alt: What is said to those who cannot see it.
    """

    id: str
    picture: Picture
    alt: str


def reference_id(note: str) -> str:
    """The id of the place where the text first refers to a note, which the note's number leads back to."""
    return f"reference.{note}"


@dataclass(frozen=True, slots=True)
class PageLabels:
    """The words at the foot of a page: a pattern with `{page}` and `{pages}`, in the language's digits.

    Layout fills it in for the PDF; DOCX splits it around its page fields.
    """

    pattern: str
    digits: str

    def number(self, page: int) -> str:
        """The number of a page, counted from 1, in the language's digits."""
        return in_digits(page, self.digits)

    def text(self, page: int, pages: int) -> str:
        """The label of one page, both counted from 1."""
        return self.pattern.format(page=in_digits(page, self.digits), pages=in_digits(pages, self.digits))


@dataclass(frozen=True, slots=True)
class NoteLabels:
    """What links between the text and its notes are called, for those who hear them: patterns with `{number}`."""

    there: str
    back_there: str

    def note(self, number: str) -> str:
        """What a note is called where the text refers to it."""
        return self.there.format(number=number)

    def back(self, number: str) -> str:
        """The way from a note back to the text."""
        return self.back_there.format(number=number)


@dataclass(frozen=True, slots=True)
class Document:
    """A statement in one language, ready to be set.

    Attributes:
        language: The language it is in.
        title: The title, for metadata.
        issued: The date of issue, ISO 8601, for metadata and for times inside files.
        blocks: Its blocks in reading order; the annex last.
        running_head: What stands at the head of every page but the first.
        page_labels: What stands at the foot of every page.
        note_labels: What links to its notes and back are called; by default their numbers.
        original_title: Language and title of what the document is a translation of; None for the original itself.
        wall: The logos of endorsers, behind everything else.
        draft: What stands across every page of a draft; empty in what is final.
        prefix: What the ids of its blocks and pictures begin with, where other documents stand in the same file.
    """

    language: Language
    title: str
    issued: str
    blocks: tuple[Block, ...]
    running_head: str
    page_labels: PageLabels
    note_labels: NoteLabels = NoteLabels("{number}", "{number}")
    original_title: tuple[str, str] | None = None
    wall: tuple[WallLogo, ...] = ()
    draft: str = ""
    prefix: str = ""

    @property
    def opening(self) -> Role:
        """The role of the line it begins with, under the accent bar."""
        first = self.blocks[0].role if self.blocks else Role.KIND
        return first if first in _ABOVE_THE_TITLE else Role.KIND
