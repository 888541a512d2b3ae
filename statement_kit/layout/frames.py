"""The result of layout: pages of positioned lines and rules, in pt from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from statement_kit.document.blocks import Role
from statement_kit.text.shaping import Cluster, width_pt


class Segment(NamedTuple):
    """Clusters set one after another that look alike: a list label, the text beside it, a link within it.

    Attributes:
        x_pt: Where they begin, from the left edge of the page (of the measure, before they are on a page).
        clusters: What stands there.
        colour: As `#rrggbb`.
        rise_pt: How far they stand above the baseline: the number of a note.
        link: Where they lead: a URI, or `#` and the id of a block; empty for nowhere.
    """

    x_pt: float
    clusters: tuple[Cluster, ...]
    colour: str
    rise_pt: float = 0.0
    link: str = ""

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(cluster.text for cluster in self.clusters)

    @property
    def end_pt(self) -> float:
        """Where the next thing would stand, spaces at its end included."""
        return self.x_pt + width_pt(self.clusters)


@dataclass(frozen=True, slots=True)
class Line:
    """One line on a page.

    Attributes:
        block: Id of the block it belongs to.
        role: The block's role.
        baseline_pt: Its baseline, down from the top of the page.
        segments: What stands on it, from left to right.
    """

    block: str
    role: Role
    baseline_pt: float
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(segment.text for segment in self.segments)


class Bar(NamedTuple):
    """A filled rectangle: a rule above a heading, under a letterhead."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    colour: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what stands at its head, its text and its notes in reading order, what stands at its foot, its rules."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    foot: tuple[Line, ...]
    bars: tuple[Bar, ...]

    @property
    def text(self) -> tuple[Line, ...]:
        """The lines of the document's blocks, notes last."""
        return (*self.body, *self.notes)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, from top to bottom, column by column."""
        return (*self.head, *self.text, *self.foot)


@dataclass(frozen=True, slots=True)
class Pages:
    """A laid-out document: its page size in pt, and its pages."""

    width_pt: float
    height_pt: float
    pages: tuple[Page, ...]
