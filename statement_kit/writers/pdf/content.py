"""Page content streams: the operators that draw one page (ISO 32000-1 8 and 9), and what each is part of (14.6).

Everything is marked: text as content of an element of the logical tree, the rest as an artifact (14.8.2.2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

from statement_kit.layout.frames import Bar, Emblem, Line, Page, PlacedPicture, Segment, Watermark
from statement_kit.pictures import Picture
from statement_kit.text.fonts import Font
from statement_kit.text.shaping import Cluster
from statement_kit.writers.pdf.cluster_font import ClusterFont
from statement_kit.writers.pdf.structure import Element, Leaf, Structure

if TYPE_CHECKING:
    from statement_kit.text.outline import Stroke

FontOf = Callable[[Font], tuple[str, ClusterFont]]
"""The resource name and embedded font for a font of the layout."""


class PicturesOf(Protocol):
    """Where the pictures of a page come from."""

    def use(self, picture: Picture) -> str:
        """The resource name of a picture."""

    def use_thinned(self, picture: Picture, tint: float) -> tuple[str, str]:
        """The resource name of a picture behind a page, and that of the graphics state that thins it."""


class Artifact(NamedTuple):
    """What is no part of the text: the properties that say what it is instead (ISO 32000-1 table 330)."""

    properties: str


_RULE = Artifact("/Type/Layout")
_RUNNING_HEAD = Artifact("/Type/Pagination/Subtype/Header")
_PAGE_LABEL = Artifact("/Type/Pagination/Subtype/Footer")
_WATERMARK = Artifact("/Type/Pagination/Subtype/Watermark")


class _Part(NamedTuple):
    """A piece of a line that is drawn in one go."""

    owner: Leaf | Artifact
    segment: Segment
    baseline_pt: float


class PageContent:
    """The content of one page.

    Attributes:
        marked: The element that each marked-content identifier of the page belongs to.
    """

    def __init__(
        self, number: int, height_pt: float, font_of: FontOf, pictures: PicturesOf, structure: Structure
    ) -> None:
        """Begin a page.

        Args:
            number: Which page it is, counted from 0.
            height_pt: Height of the sheet.
            font_of: Where its fonts come from.
            pictures: Where its pictures come from.
            structure: The tree, which learns what was drawn here.
        """
        self.marked: list[Element] = []
        self._number = number
        self._height_pt = height_pt
        self._font_of = font_of
        self._pictures = pictures
        self._structure = structure

    def draw(self, page: Page) -> bytes:
        """The content stream of the page."""
        operators = list(self._watermark(page.watermark)) if page.watermark else []
        operators += self._emblem(page.emblem) if page.emblem else []
        if page.grounds:
            operators += self._bars(page.grounds)
        operators += [operator for picture in page.pictures for operator in self._picture(picture)]
        if page.bars:
            operators += self._bars(page.bars)
        parts = [
            *(part for line in page.head for part in self._parts(line, _RUNNING_HEAD)),
            *(part for line in page.text for part in self._parts(line, _RUNNING_HEAD)),
            *(part for line in page.foot for part in self._parts(line, _PAGE_LABEL)),
        ]
        for owner, group in groupby(parts, lambda part: part.owner):
            operators += self._begin(owner)
            operators += self._text(group)
            operators.append("EMC")
        operators += [operator for logo in page.logos for operator in self._picture(logo)]
        return "\n".join(operators).encode("ascii")

    def _bars(self, bars: Iterable[Bar]) -> Iterator[str]:
        """Rules and grounds, which are no part of the text."""
        yield from self._begin(_RULE)
        yield from (_bar(bar, self._height_pt) for bar in bars)
        yield "EMC"

    def _parts(self, line: Line, furniture: Artifact) -> Iterator[_Part]:
        """A line cut where what it belongs to changes; what is not in the tree is furniture of the page."""
        for segment in line.segments:
            if line.block in self._structure:
                for leaf, part in self._structure.parts(line.block, segment):
                    yield _Part(leaf, part, line.baseline_pt)
            else:
                yield _Part(furniture, segment, line.baseline_pt)

    def _begin(self, owner: Leaf | Artifact) -> Iterator[str]:
        if isinstance(owner, Artifact):
            yield f"/Artifact<<{owner.properties}>>BDC"
            return
        owner.marked.append((self._number, len(self.marked)))
        yield f"/{owner.element.tag}<</MCID {len(self.marked)}>>BDC"
        self.marked.append(owner.element)

    def _picture(self, placed: PlacedPicture) -> Iterator[str]:
        """A picture, which is one unit wide and high, brought to its size and place."""
        yield from self._begin(self._structure.figure(placed.id))
        bottom_pt = self._height_pt - placed.y_pt - placed.height_pt
        place = placed.width_pt, 0, 0, placed.height_pt, placed.x_pt, bottom_pt
        yield f"q {' '.join(map(number, place))} cm /{self._pictures.use(placed.picture)} Do Q"
        yield "EMC"

    def _emblem(self, emblem: Emblem) -> Iterator[str]:
        """A picture behind everything, thinned as a whole."""
        bottom_pt = self._height_pt - emblem.y_pt - emblem.height_pt
        place = emblem.width_pt, 0, 0, emblem.height_pt, emblem.x_pt, bottom_pt
        name, state = self._pictures.use_thinned(emblem.picture, emblem.tint)
        yield from self._begin(_WATERMARK)
        yield f"q /{state} gs {' '.join(map(number, place))} cm /{name} Do Q"
        yield "EMC"

    def _watermark(self, watermark: Watermark) -> Iterator[str]:
        """Shapes and no text: whoever copies or searches the page finds none of it."""
        cosine, sine = watermark.rise
        place = cosine, sine, -sine, cosine, watermark.segment.x_pt, self._height_pt - watermark.baseline_pt
        yield from self._begin(_WATERMARK)
        yield f"q {' '.join(map(number, place))} cm {colour(watermark.segment.colour)}"
        for glyph in _outlines(watermark.segment.clusters):
            yield from (" ".join([*map(number, chain(*stroke.points)), stroke.operator]) for stroke in glyph)
            yield "f"
        yield from ("Q", "EMC")

    def _text(self, parts: Iterable[_Part]) -> Iterator[str]:
        yield "BT"
        for _, segment, baseline_pt in parts:
            yield colour(segment.colour)
            yield f"1 0 0 1 {number(segment.x_pt)} {number(self._height_pt - baseline_pt + segment.rise_pt)} Tm"
            yield from segment_operators(segment, self._font_of)
        yield "ET"


@lru_cache(maxsize=4)
def _outlines(clusters: tuple[Cluster, ...]) -> tuple[tuple[Stroke, ...], ...]:
    """The outlines of what stands on every page."""
    from statement_kit.text.outline import outlines  # brings a library that only drafts need

    return tuple(outlines(clusters))


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A number as PDF writes it: at most three decimals, no exponent, no needless zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=64)
def colour(value: str) -> str:
    """The fill colour operator for `#rrggbb`."""
    channels = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(map(number, channels)) + " rg"


def _bar(bar: Bar, height_pt: float) -> str:
    corner = (bar.x_pt, height_pt - bar.y_pt - bar.height_pt, bar.width_pt, bar.height_pt)
    return f"{colour(bar.colour)} {' '.join(map(number, corner))} re f"


def segment_operators(segment: Segment, font_of: FontOf) -> Iterator[str]:
    """The operators that show the clusters of a segment, from where the text matrix stands."""
    for (font, size_pt), clusters in _in_one_font(segment.clusters):
        name, embedded = font_of(font)
        # To six decimals: what is lost here is lost again at every cluster of the run.
        yield f"/{name} {round(size_pt, 6)} Tf"
        yield _show(clusters, embedded)


def _in_one_font(clusters: tuple[Cluster, ...]) -> Iterator[tuple[tuple[Font, float], Sequence[Cluster]]]:
    """Clusters cut where the font or its size changes, which it seldom does."""
    if clusters:
        font, size_pt = clusters[0].font, clusters[0].size_pt
        if all(cluster.font is font and cluster.size_pt == size_pt for cluster in clusters):
            yield (font, size_pt), clusters
            return
    for key, together in groupby(clusters, lambda cluster: (cluster.font, cluster.size_pt)):
        yield key, list(together)


def _show(clusters: Iterable[Cluster], embedded: ClusterFont) -> str:
    """One `TJ` for a run: codes in hexadecimal, kerning and what justification adds as numbers between them."""
    units, show = embedded.font.units_per_em, embedded.show
    shown: list[str] = []
    codes = ""
    for cluster in clusters:
        code, width = show(cluster)
        codes += code
        if kern := cluster.advance + cluster.gap - width:
            shown += [f"<{codes}>", number(-1000 * kern / units)]
            codes = ""
    if codes:
        shown.append(f"<{codes}>")
    return f"[{' '.join(shown)}] TJ"
