"""The result of layout: pages of positioned lines and rules, in pt from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from statement_kit.document.blocks import Block, Role
from statement_kit.pictures import Picture
from statement_kit.text.shaping import Cluster, width_pt


class Segment(NamedTuple):
    """Clusters set one after another that look alike: a list label, the text beside it, a link within it.

    Attributes:
        x_pt: Where they begin, from the left edge of the page (of the measure, before they are on a page).
        clusters: What stands there.
        colour: As `#rrggbb`.
        rise_pt: How far they stand above the baseline: the number of a note.
        link: Where they lead: a URI, or `#` and the id of a block; empty for nowhere.
        offset: Where they begin in the block's visible text, in code points; None for a label.
        underline: The colour of the line under a link, where it is another; as `#rrggbb`.
        ground: The colour of the field behind a label; empty for none.
    """

    x_pt: float
    clusters: tuple[Cluster, ...]
    colour: str
    rise_pt: float = 0.0
    link: str = ""
    offset: int | None = None
    underline: str = ""
    ground: str = ""

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
class PlacedPicture:
    """A picture on a page.

    Attributes:
        id: What it is called among the blocks of a document.
        x_pt: Its left edge.
        y_pt: Its top, down from the top of the page.
        width_pt: How wide it is drawn.
        height_pt: How high.
        picture: What is drawn.
        alt: What is said to those who cannot see it.
    """

    id: str
    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    picture: Picture
    alt: str


class Watermark(NamedTuple):
    """Words across a page, rising from left to right.

    Attributes:
        segment: What they are, from where they begin.
        baseline_pt: Where their baseline begins, down from the top of the page.
        rise: Cosine and sine of the angle that they rise by.
    """

    segment: Segment
    baseline_pt: float
    rise: tuple[float, float]


class Emblem(NamedTuple):
    """A picture behind a page, faint enough that text is read over it.

    Attributes:
        picture: What is drawn.
        x_pt: Its left edge.
        y_pt: Its top, down from the top of the page.
        width_pt: How wide it is drawn.
        height_pt: How high.
        tint: How much is left of its colours, as a part.
    """

    picture: Picture
    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    tint: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what stands at its head, its text and its notes in reading order, what stands at its foot, its rules.

    Its pictures are read before everything else on it, the logos of endorsers behind all else. A draft's watermark lies
    behind all of it, and so does an emblem; then come the grounds of what stands on it, with their rules.
    """

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    foot: tuple[Line, ...]
    bars: tuple[Bar, ...]
    pictures: tuple[PlacedPicture, ...] = ()
    logos: tuple[PlacedPicture, ...] = ()
    watermark: Watermark | None = None
    grounds: tuple[Bar, ...] = ()
    emblem: Emblem | None = None

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
    """A laid-out document.

    Attributes:
        width_pt: Width of a page.
        height_pt: Height of a page.
        pages: The pages.
        letterhead: What the brand puts on the first page, before the document's own blocks.
    """

    width_pt: float
    height_pt: float
    pages: tuple[Page, ...]
    letterhead: tuple[Block, ...] = ()
