"""`word/numbering.xml`: the lists of a document as live ones, which renumber when an entry comes or goes (D03, D04).

Demands and endorsers are numbered by their styles, so that whoever adds one in an editor gets the next number. Every
list in the text is a list of its own and begins anew. What no live list would count as the document does has its label
typed: letters beyond the last that readers know, and the numbers of endorsers where hardly one follows on the other,
since each would need a list of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from lxml import etree

from statement_kit.arranging.labels import label_pattern
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.document.compose import BULLET
from statement_kit.languages.registry import Language
from statement_kit.writers.docx.labels import bullet_looks, indent, number_looks
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, root
from statement_kit.writers.docx.number_formats import Format, letters, numbers
from statement_kit.writers.docx.style_names import ROLE_STYLES

NO_LIST = 0
"""The number that takes a paragraph out of the list of its style."""


class Kind(IntEnum):
    """A kind of list; its value is the number of its definition, and of the list of its style, if a style has it."""

    DEMANDS = 1
    ENDORSERS = 2
    LETTERS = 3
    BULLETS = 4


STYLED: Mapping[Role, Kind] = {Role.DEMAND_HEADING: Kind.DEMANDS, Role.ENDORSER: Kind.ENDORSERS}
"""Roles whose styles are numbered."""

_MOST_LISTS, _MOST_JUMPS = 100, 0.5
"""How many lists of endorsers a file has at most, and for what part of the endorsers: beyond, numbers are typed."""

_ROLES: Mapping[Kind, Role] = {
    **{kind: role for role, kind in STYLED.items()},
    Kind.LETTERS: Role.LIST_ITEM,
    Kind.BULLETS: Role.LIST_ITEM,
}


@dataclass(frozen=True, slots=True)
class Lists:
    """The live lists of a document.

    Attributes:
        begun: Each list: its kind, and the number it begins with, where it does not go on from the one before. A
            list is called by its place here, from 1.
        own: By the id of a block, the list it is in, where its style does not say so; `NO_LIST` for one whose label
            is typed, or that has none.
        plain: Roles whose styles are not numbered, though others of their kind are: no block of theirs is counted.
    """

    begun: tuple[tuple[Kind, int | None], ...]
    own: Mapping[str, int]
    plain: frozenset[Role] = frozenset()

    def is_typed(self, block: Block) -> bool:
        """Whether the label of a block is text."""
        return bool(block.label) and (block.role in self.plain or self.own.get(block.id) == NO_LIST)

    def has_tab_in_text(self, block: Block, looks: Looks) -> bool:
        """Whether the tab behind the live label of a block is text, since a field lies behind the label."""
        is_live = bool(block.label) and block.role is not Role.NOTE and not self.is_typed(block)
        return is_live and bool(looks.brand.styles[block.role].label_ground)

    def has_own_tab(self, block: Block) -> bool:
        """Whether a block has a typed label, and a style that knows of none."""
        return self.is_typed(block) and block.role not in self.plain


def lists_of(document: Document) -> Lists:
    """The lists of a document, in the order in which they begin."""
    plain = frozenset(role for role in STYLED if _is_plain(role, document))
    begun: list[tuple[Kind, int | None]] = [(kind, None) for kind in STYLED.values()]
    own: dict[str, int] = {}
    expected = dict.fromkeys(STYLED.values(), 1)
    current = {kind: int(kind) for kind in STYLED.values()}
    in_text: dict[str, int] = {}
    sizes = Counter(block.group for block in document.blocks if block.role is Role.LIST_ITEM)
    for block in document.blocks:
        if block.role in plain:
            continue
        kind = _kind(block, sizes, document.language)
        if kind is None:
            has_label = bool(block.label) and block.role is not Role.NOTE
            own |= {block.id: NO_LIST} if has_label or block.role in STYLED else {}
        elif kind in expected:
            if block.number != expected[kind]:
                begun.append((kind, block.number))
                current[kind] = len(begun)
            expected[kind] = block.number + 1
            own |= {block.id: current[kind]} if current[kind] != kind else {}
        else:
            if block.group not in in_text:
                begun.append((kind, 1 if kind is Kind.LETTERS else None))
                in_text[block.group] = len(begun)
            own[block.id] = in_text[block.group]
    return Lists(tuple(begun), own, plain)


def _is_plain(role: Role, document: Document) -> bool:
    """Whether a document's blocks of a role are better not counted: they have no numbers, or no two in a row."""
    numbers = [block.number for block in document.blocks if block.role is role]
    jumps = sum(number != above + 1 for above, number in pairwise([0, *numbers]))
    return bool(numbers) and (not any(numbers) or jumps > min(_MOST_LISTS, len(numbers) * _MOST_JUMPS))


def _kind(block: Block, sizes: Mapping[str, int], language: Language) -> Kind | None:
    """The kind of list that a block is an entry of; None for one that has no label, or none that a list could count."""
    if block.role in STYLED:
        return STYLED[block.role] if block.number else None
    if block.role is not Role.LIST_ITEM or not block.label:
        return None
    if not block.number:
        return Kind.BULLETS
    return Kind.LETTERS if sizes[block.group] <= letters(language).most else None


def numbering_part(lists: Lists, looks: Looks) -> etree._Element:
    """`word/numbering.xml`: how each kind of list counts and looks, then the lists."""
    kinds = sorted({kind for kind, _ in lists.begun})
    definitions = [_definition(kind, lists, looks) for kind in kinds]
    return root("numbering", *definitions, *_begun(lists.begun))


def _begun(begun: Iterable[tuple[Kind, int | None]]) -> Iterator[etree._Element]:
    """Each list; one that begins anew says so, or it would go on from the one before (D03)."""
    for number, (kind, start) in enumerate(begun, 1):
        anew = []
        if start is not None:
            anew = [element("lvlOverride", element("startOverride", val=str(start)), ilvl="0")]
        yield element("num", element("abstractNumId", val=str(int(kind))), *anew, numId=str(number))


def _definition(kind: Kind, lists: Lists, looks: Looks) -> etree._Element:
    """How a kind of list counts and looks; its `nsid` keeps readers from taking two kinds for one."""
    return element(
        "abstractNum",
        element("nsid", val=f"5A7E{int(kind):04X}"),
        element("multiLevelType", val="singleLevel"),
        element("lvl", *_level(kind, lists, looks), ilvl="0"),
        abstractNumId=str(int(kind)),
    )


def _level(kind: Kind, lists: Lists, looks: Looks) -> Iterator[etree._Element]:
    """The children of `w:lvl`, in the order of the schema."""
    role, language = _ROLES[kind], looks.language
    is_bullet = kind is Kind.BULLETS
    counted = Format("bullet") if is_bullet else letters(language) if kind is Kind.LETTERS else numbers(language)
    yield element("start", val="1")
    yield element("numFmt", val=counted.name)
    if role in STYLED and role not in lists.plain:
        yield element("pStyle", val=ROLE_STYLES[role].id)
    style = looks.brand.styles[role]
    if style.label_ground:  # the tab stands in the paragraphs: the field is to end with the number
        yield element("suff", val="nothing")
    yield element("lvlText", val=BULLET if is_bullet else label_pattern(style.label_form, language).format("%1"))
    yield element("lvlJc", val="right" if style.labels_end_flush else "left")
    yield element("pPr", element("ind", **indent(role, looks)))
    yield element("rPr", *(bullet_looks if is_bullet else number_looks)(role, looks))
