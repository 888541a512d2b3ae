"""The result of layout: pages of positioned lines and rules, in pt from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from statement_kit.document.blocks import Role
from statement_kit.text.shaping import Cluster


class Segment(NamedTuple):
    """Clusters set one after another from a point, in a colour (`#rrggbb`): a list label, or the text beside it."""

    x_pt: float
    clusters: tuple[Cluster, ...]
    colour: str

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(cluster.text for cluster in self.clusters)


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
    """A page: what stands at its head, its text in reading order, what stands at its foot, its rules."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]
    bars: tuple[Bar, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, from top to bottom, column by column."""
        return (*self.head, *self.body, *self.foot)


@dataclass(frozen=True, slots=True)
class Pages:
    """A laid-out document: its page size in pt, and its pages."""

    width_pt: float
    height_pt: float
    pages: tuple[Page, ...]
