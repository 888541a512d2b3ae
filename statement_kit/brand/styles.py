"""Styles: how each role of block is set, in multiples of its own size or the brand's base size (em)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from statement_kit.brand.faces import Face
from statement_kit.brand.placement import LabelForm, Placement, RuleSide
from statement_kit.document.blocks import Role

LINK_COLOUR = "accent"
"""The colour of links, which stand in text of any role."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one role is set.

    Attributes:
        face: Which voice.
        size_em: Size as a multiple of the base size.
        leading_em: Distance of baselines as a multiple of the style's own size, for Latin; scripts that
            stack higher get more (see `Brand.leading_ratio` and P03).
        before_em: Space above, in multiples of the base size; dropped at the top of a page.
        after_em: Space below, likewise.
        colour: `ink`, `accent` or `quiet`.
        keeps_with_next: A page never ends right after it (P07).
        hangs_em: Least width of the column in which labels hang, in em of the style; 0 for no labels. The
            widest label of the role makes it wider.
        turns_em: How far the lines of an entry but its first stand in, where no entry of the document has a label, in
            em of the style.
        label_face: The voice of its label, where it is another.
        label_colour: The colour of its label, where it is another.
        labels_end_flush: Whether labels end at one edge, so that their digits stand in columns.
        keeps_introduction: A page never ends between it and the text before it, which introduces it (P07).
        keeps_with_previous: A page never begins with it; it takes the end of what stands before along (P07).
        balanced: Lines as equal as can be, for titles.
        may_spare_a_line: Whether a balanced block may take a line more where all then end so much better.
        is_running_text: Whether its lines are set in the alignment of the language (P01); else they are ragged.
        is_indented: Whether its first line is indented where the language asks for that (P04).
        inset_em: How far it stands in from both sides, in em of the style; on a ground, by its padding.
        between_em: Space between two blocks of this very role, where it is not the one above and below.
        link_colour: The colour of links in it.
        underline_colour: That of the lines under them, where it is another; they are as thin and faint in it as can be.
        placement: Where lines stand that are neither running text nor hang from a label.
        rule: Where it has a rule; None for no rule. Neighbours in a row of one role share it, and so do the paragraphs
            of a quotation; a heading has its own.
        rule_pt: How thick that is, in pt.
        rule_colour: The colour of it.
        pad_em: Between the text and its rule or the edge of its ground, in em of the style, to the whole point.
        ground: The colour of the field behind it, as wide as the measure; empty for none.
        label_form: What stands around the number of its label.
        label_size: Size of its label, as a part of that of the text.
        label_ground: The colour of the field behind its label; empty for none.
    """

    face: Face
    size_em: float
    leading_em: float
    before_em: float = 0.0
    after_em: float = 0.0
    colour: str = "ink"
    keeps_with_next: bool = False
    hangs_em: float = 0.0
    label_face: Face | None = None
    label_colour: str = ""
    labels_end_flush: bool = False
    keeps_with_previous: bool = False
    balanced: bool = False
    may_spare_a_line: bool = False
    is_running_text: bool = False
    is_indented: bool = False
    inset_em: float = 0.0
    between_em: float | None = None
    keeps_introduction: bool = False
    link_colour: str = LINK_COLOUR
    underline_colour: str = ""
    turns_em: float = 0.0
    placement: Placement = Placement.START
    rule: RuleSide | None = None
    rule_pt: float = 0.8
    rule_colour: str = "accent"
    pad_em: float = 0.4
    ground: str = ""
    label_form: LabelForm = LabelForm.LANGUAGE
    label_size: float = 1.0
    label_ground: str = ""

    @property
    def gap_em(self) -> float:
        """Space between two blocks of this style, in multiples of the base size."""
        return max(self.before_em, self.after_em) if self.between_em is None else self.between_em


DEFAULT_STYLES: Mapping[Role, Style] = {
    Role.KIND: Style(Face.LABEL_STRONG, 0.86, 1.3, after_em=0.9, colour="accent", keeps_with_next=True),
    Role.TITLE: Style(Face.TITLE, 1.95, 1.2, after_em=1.5, keeps_with_next=True, balanced=True, may_spare_a_line=True),
    Role.LEAD: Style(Face.TEXT, 1.0, 1.42, after_em=0.72, is_running_text=True, is_indented=True),
    Role.SECTION_HEADING: Style(
        Face.HEADING, 1.1, 1.3, before_em=1.0, after_em=0.35, keeps_with_next=True, balanced=True
    ),
    Role.DEMAND_HEADING: Style(
        Face.HEADING,
        1.1,
        1.3,
        before_em=1.0,
        after_em=0.35,
        keeps_with_next=True,
        hangs_em=1.8,
        label_colour="accent",
        balanced=True,
    ),
    Role.PARAGRAPH: Style(Face.TEXT, 1.0, 1.42, after_em=0.6, is_running_text=True, is_indented=True),
    Role.QUOTATION: Style(
        Face.TEXT,
        0.96,
        1.42,
        before_em=0.8,
        after_em=0.8,
        is_running_text=True,
        inset_em=3.0,
        between_em=0.4,
        keeps_introduction=True,
    ),
    Role.LIST_ITEM: Style(
        Face.TEXT,
        1.0,
        1.42,
        after_em=0.6,
        is_running_text=True,
        hangs_em=2.0,
        label_face=Face.TEXT_STRONG,
        label_colour="accent",
        labels_end_flush=True,
        between_em=0.3,
        keeps_introduction=True,
    ),
    Role.NOTE: Style(Face.TEXT, 0.82, 1.38, is_running_text=True, hangs_em=1.3, label_colour="quiet", between_em=0.15),
    Role.CONTACT: Style(
        Face.TEXT, 1.0, 1.42, before_em=1.2, after_em=0.25, keeps_with_next=True, keeps_with_previous=True
    ),
    Role.ISSUED: Style(Face.TEXT, 1.0, 1.42, keeps_with_previous=True),
    Role.ANNEX_HEADING: Style(Face.TITLE, 1.35, 1.25, before_em=2.0, after_em=0.9, keeps_with_next=True, balanced=True),
    Role.ANNEX_NOTE: Style(
        Face.TEXT, 0.92, 1.4, before_em=0.9, after_em=1.1, colour="quiet", between_em=0.0, balanced=True
    ),
    Role.GROUP_HEADING: Style(Face.HEADING, 0.92, 1.3, before_em=1.0, keeps_with_next=True, balanced=True),
    # A link on every name would make a field of colour of the annex; lines under them are enough to tell (1.4.1).
    Role.ENDORSER: Style(
        Face.TEXT,
        0.86,
        1.44,
        hangs_em=2.4,
        turns_em=1.2,
        label_colour="quiet",
        labels_end_flush=True,
        balanced=True,
        link_colour="ink",
        underline_colour="quiet",
    ),
    Role.LETTERHEAD: Style(Face.LABEL_STRONG, 1.05, 1.3),
    Role.FURNITURE: Style(Face.LABEL, 0.78, 1.3, colour="quiet"),
    Role.STATUS: Style(Face.LABEL_STRONG, 0.86, 1.3, after_em=0.3, keeps_with_next=True),
    Role.REFERENCE: Style(Face.LABEL, 0.86, 1.3, after_em=0.3, colour="quiet", keeps_with_next=True),
    Role.REVISION: Style(Face.TEXT, 1.0, 1.42, after_em=1.0, colour="quiet", keeps_with_next=True),
    Role.ADDRESSEE: Style(Face.TEXT, 1.0, 1.42, after_em=0.9, keeps_with_next=True, between_em=0.15),
    Role.ATTRIBUTION: Style(
        Face.TEXT,
        0.96,
        1.42,
        before_em=0.8,
        after_em=0.8,
        colour="quiet",
        keeps_with_previous=True,
        between_em=0.4,
    ),
    Role.END_MARK: Style(Face.TEXT, 1.0, 1.42, before_em=0.8, after_em=0.8, colour="quiet", keeps_with_previous=True),
    Role.CONTACT_HEADING: Style(
        Face.HEADING, 1.0, 1.3, before_em=1.4, after_em=0.35, keeps_with_next=True, balanced=True
    ),
    Role.CONTACT_LINE: Style(Face.TEXT, 1.0, 1.42, after_em=0.6, between_em=0.3),
    Role.BACK_HEADING: Style(Face.HEADING, 1.0, 1.3, before_em=1.4, after_em=0.35, keeps_with_next=True, balanced=True),
    Role.BACK_TEXT: Style(Face.TEXT, 1.0, 1.42, after_em=0.6, is_running_text=True, is_indented=True),
    Role.AVAILABILITY: Style(Face.TEXT, 0.92, 1.4, before_em=1.2, colour="quiet"),
}
