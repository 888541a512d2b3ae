"""The styles of the file by name: one for each role, and those that no role needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from statement_kit.document.blocks import Role


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A paragraph style as a reader's list of styles shows it.

    Attributes:
        id: Its identifier in the file.
        name: Its name; Word's own styles are written as Word spells them.
        base: The style it is based on.
        next: The style of the paragraph typed after it, or empty for the same.
        is_builtin: Whether Word knows it without being told.
    """

    id: str
    name: str
    base: str = "Normal"
    next: str = ""
    is_builtin: bool = False


HEADING_2 = NamedStyle("Heading2", "heading 2", "Heading1", next="BodyText", is_builtin=True)
HEADING_3 = NamedStyle("Heading3", "heading 3", "Heading2", next="BodyText", is_builtin=True)
"""Headings within a demand or a section. No statement has any; an editor may want them."""

ROLE_STYLES: Mapping[Role, NamedStyle] = {
    Role.KIND: NamedStyle("Kind", "Kind", next="Title"),
    Role.TITLE: NamedStyle("Title", "Title", next="Lead", is_builtin=True),
    Role.LEAD: NamedStyle("Lead", "Lead"),
    Role.DEMAND_HEADING: NamedStyle("Heading1", "heading 1", next="BodyText", is_builtin=True),
    Role.SECTION_HEADING: NamedStyle("Heading1Section", "Heading 1 Section", "Heading1", next="BodyText"),
    Role.PARAGRAPH: NamedStyle("BodyText", "Body Text", is_builtin=True),
    Role.QUOTATION: NamedStyle("Quote", "Quote", is_builtin=True),
    Role.LIST_ITEM: NamedStyle("ListParagraph", "List Paragraph", is_builtin=True),
    Role.NOTE: NamedStyle("FootnoteText", "footnote text", is_builtin=True),
    Role.CONTACT: NamedStyle("Contact", "Contact", next="Issued"),
    Role.ISSUED: NamedStyle("Issued", "Issued"),
    Role.ANNEX_HEADING: NamedStyle("Heading1Annex", "Heading 1 Annex", "Heading1", next="Endorser"),
    Role.ANNEX_NOTE: NamedStyle("AnnexNote", "Annex Note"),
    Role.GROUP_HEADING: NamedStyle("Heading2Group", "Heading 2 Group", HEADING_2.id, next="Endorser"),
    Role.ENDORSER: NamedStyle("Endorser", "Endorser"),
    Role.LETTERHEAD: NamedStyle("Letterhead", "Letterhead", next="LetterheadLine"),
    Role.FURNITURE: NamedStyle("Header", "header", is_builtin=True),
    Role.STATUS: NamedStyle("Status", "Status", next="Kind"),
    Role.REFERENCE: NamedStyle("Reference", "Reference", next="Kind"),
    Role.REVISION: NamedStyle("Revision", "What Changed", next="Lead"),
    Role.ADDRESSEE: NamedStyle("Addressee", "Addressee"),
    Role.ATTRIBUTION: NamedStyle("Attribution", "Attribution", next="BodyText"),
    Role.END_MARK: NamedStyle("EndMark", "End Mark"),
    Role.CONTACT_HEADING: NamedStyle("Heading1Contacts", "Heading 1 Contacts", "Heading1", next="BodyText"),
    Role.CONTACT_LINE: NamedStyle("ContactLine", "Contact Line"),
    Role.BACK_HEADING: NamedStyle("Heading1Back", "Heading 1 Back Matter", "Heading1", next="BodyText"),
    Role.BACK_TEXT: NamedStyle("BackMatter", "Back Matter"),
    Role.AVAILABILITY: NamedStyle("Availability", "Availability"),
}
"""The one table from roles to styles."""

WHERE_USED = frozenset(
    (
        Role.STATUS,
        Role.REFERENCE,
        Role.REVISION,
        Role.ADDRESSEE,
        Role.ATTRIBUTION,
        Role.END_MARK,
        Role.CONTACT_HEADING,
        Role.CONTACT_LINE,
        Role.BACK_HEADING,
        Role.BACK_TEXT,
        Role.AVAILABILITY,
    )
)
"""Roles whose styles a file has only if it has such a paragraph: the furniture of press releases."""

LETTERHEAD_LINE = NamedStyle("LetterheadLine", "Letterhead Line")
FOOTER = NamedStyle("Footer", "footer", ROLE_STYLES[Role.FURNITURE].id, is_builtin=True)
STRUT = NamedStyle("Strut", "Strut")
"""A paragraph one point high, where the format wants one and the page does not."""
COLUMN_HEAD = NamedStyle("ColumnHead", "Column Head", ROLE_STYLES[Role.FURNITURE].id)
"""The name of a language, over the column it stands in."""
LOGO_WALL = NamedStyle("LogoWall", "Logo Wall")
"""A row of logos, each at a tab of its own."""


def link_style(role: Role) -> tuple[str, str]:
    """The id and the name of the character style of links in a role that has one of its own."""
    return f"{ROLE_STYLES[role].id}Link", f"{ROLE_STYLES[role].name} Link"


def label_style_id(role: Role) -> str:
    """The id of the character style of a role's typed labels, and of the numbers of its notes."""
    return f"{ROLE_STYLES[role].id}Label"
