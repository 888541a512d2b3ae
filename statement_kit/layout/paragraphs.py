"""A block set into lines: its face chosen, its text shaped and broken, its measures taken from the brand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from statement_kit.brand import Brand, Face, Style
from statement_kit.diagnostics import Diagnostic, FontError, LayoutError
from statement_kit.document.blocks import Block, Role
from statement_kit.languages.registry import TALLEST, Language
from statement_kit.layout.lines import Measured, OverfullError, balanced_lines, break_lines
from statement_kit.text.breaks import line_breaks
from statement_kit.text.fonts import FontLibrary, FontSet, SizedFont
from statement_kit.text.itemize import itemize, script_of
from statement_kit.text.shaping import IGNORABLE, Cluster, ink_em, shape, width_pt

CLEARANCE = 1.04
"""Least distance of baselines as a multiple of the tallest stack's ink, so that lines never touch (P03)."""

LABEL_GAP_EM = 0.25
"""Between a list label with the space behind it and the text, in em of the style."""


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block set into lines for a measure.

    Attributes:
        block: What was set.
        style: How.
        label: Its list label, with a space behind it; empty if it has none.
        label_x_pt: Where the label begins, from the left edge of the measure.
        text_x_pt: Where its text begins, from the left edge of the measure.
        lines: Its lines.
        leading_pt: Distance of baselines.
        rise_pt: From the top of a line to its baseline.
        before_pt: Space wanted above.
        after_pt: Space wanted below.
        colour: Of the text, as `#rrggbb`.
        label_colour: Of the label.
    """

    block: Block
    style: Style
    label: tuple[Cluster, ...]
    label_x_pt: float
    text_x_pt: float
    lines: tuple[tuple[Cluster, ...], ...]
    leading_pt: float
    rise_pt: float
    before_pt: float
    after_pt: float
    colour: str
    label_colour: str


class Typesetter:
    """Sets blocks of one document: a language, a brand and the fonts it names."""

    def __init__(self, language: Language, brand: Brand, library: FontLibrary) -> None:
        self._language = language
        self._brand = brand
        self._library = library
        self._fonts: dict[Face, FontSet] = {}
        self._labels: dict[tuple[Role, str], tuple[Cluster, ...]] = {}

    def set_block(self, block: Block, measure_pt: float, hang_pt: float) -> SetBlock:
        """Shape a block and break it into lines.

        Args:
            block: What to set.
            measure_pt: Width of the column.
            hang_pt: Width of the column in which the labels of its role hang (see `label_columns`).

        Raises:
            FontError: It has characters that no font of its face can draw.
            LayoutError: A piece of it without a break is wider than the measure.
        """
        style, size_pt = self._style(block)
        base_pt = size_pt / style.size_em
        label = self._label(block, style, size_pt)
        end_pt = hang_pt - LABEL_GAP_EM * size_pt
        label_x_pt = end_pt - width_pt(label) if style.labels_end_flush else 0.0
        leading_pt, rise_pt = self._leading(block, style, size_pt)
        return SetBlock(
            block=block,
            style=style,
            label=label,
            label_x_pt=label_x_pt,
            text_x_pt=hang_pt,
            lines=self._lines(block, style, size_pt, measure_pt - hang_pt),
            leading_pt=leading_pt,
            rise_pt=rise_pt,
            before_pt=style.before_em * base_pt,
            after_pt=style.after_em * base_pt,
            colour=self._brand.colours[style.colour],
            label_colour=self._brand.colours[style.label_colour or style.colour],
        )

    def label_columns(self, blocks: Iterable[Block]) -> dict[Role, float]:
        """Per role, the width of the column in which its labels hang, in pt.

        As wide as the style wants and as the widest label needs with a gap behind it, so that the texts
        of one list all begin at one edge and no label ever touches its text.
        """
        columns: dict[Role, float] = {}
        for block in blocks:
            style, size_pt = self._style(block)
            label = self._label(block, style, size_pt)
            needed = max(style.hangs_em * size_pt, width_pt(label) + LABEL_GAP_EM * size_pt) if label else 0.0
            columns[block.role] = max(columns.get(block.role, 0.0), needed)
        return columns

    def check_glyphs(self, block: Block) -> None:
        """Make sure that the fonts of a block's face can draw it.

        Raises:
            FontError: With every character they cannot draw.
        """
        with _about(block):
            itemize(block.text.translate(IGNORABLE), self.fonts(self._brand.styles[block.role].face))

    def fonts(self, face: Face) -> FontSet:
        """The fonts of a face, for the document's main script."""
        if face not in self._fonts:
            by_script = {
                script: SizedFont(
                    self._library.font(typeface.family, typeface.weight, is_italic=typeface.is_italic), typeface.scale
                )
                for script, typeface in self._brand.typefaces[face].items()
            }
            self._fonts[face] = FontSet(by_script, self._language.script)
        return self._fonts[face]

    def _style(self, block: Block) -> tuple[Style, float]:
        return self._brand.styles[block.role], self._brand.size_pt(block.role, self._language.script)

    def _label(self, block: Block, style: Style, size_pt: float) -> tuple[Cluster, ...]:
        if not block.label:
            return ()
        key = (block.role, block.label)
        if key not in self._labels:
            face = self.fonts(style.label_face or style.face)
            self._labels[key] = tuple(shape(f"{block.label} ", face, size_pt, self._language.tag))
        return self._labels[key]

    def _lines(self, block: Block, style: Style, size_pt: float, measure_pt: float) -> tuple[tuple[Cluster, ...], ...]:
        with _about(block):
            text = block.text.translate(IGNORABLE)
            clusters = shape(text, self.fonts(style.face), size_pt, self._language.tag)
        measured = Measured(
            [cluster.width_pt for cluster in clusters],
            [cluster.is_space for cluster in clusters],
            _cluster_breaks(block.text, clusters, self._language),
        )
        try:
            spans = (balanced_lines if style.balanced else break_lines)(measured, measure_pt)
        except OverfullError as error:
            raise LayoutError([_overfull(block, clusters, error.span)]) from error
        return tuple(tuple(clusters[start:end]) for start, end in spans)

    def _leading(self, block: Block, style: Style, size_pt: float) -> tuple[float, float]:
        """Distance of baselines, and from a line's top to its baseline.

        The style's own, or what the ink of the scripts in the block needs (P03): a list of Latin names in
        a Khmer document is not set as wide apart as Khmer.
        """
        scripts = {script for script in map(script_of, set(block.text)) if script} or {self._language.script}
        inks = [_ink(self.fonts(style.face), script) for script in sorted(scripts)]
        above, below = (max(reach) for reach in zip(*inks, strict=True))
        ratio = max(self._brand.leading_ratio.get(script, 1.0) for script in scripts)
        ink_pt = (above + below) * size_pt
        leading_pt = max(size_pt * style.leading_em * ratio, ink_pt * CLEARANCE)
        return leading_pt, (leading_pt - ink_pt) / 2 + above * size_pt


@lru_cache(maxsize=64)
def _ink(fonts: FontSet, script: str) -> tuple[float, float]:
    return ink_em(TALLEST.get(script, TALLEST["Latn"]), fonts)


def _cluster_breaks(text: str, clusters: list[Cluster], language: Language) -> list[int]:
    """Indices of clusters before which a line may begin.

    Breaks are found in the text as written, with its U+200B and U+2060, and carried over to the
    clusters, which no longer hold them. A break inside a cluster is no break.
    """
    found = [each.at for each in line_breaks(text, language)]
    if any(map(IGNORABLE.__contains__, map(ord, set(text)))):
        visible = [0, *accumulate(0 if ord(char) in IGNORABLE else 1 for char in text)]
        found = [visible[offset] for offset in found]
    index = {offset: at for at, offset in enumerate(accumulate((len(c.text) for c in clusters), initial=0))}
    return sorted({index[offset] for offset in found if 0 < index.get(offset, 0) < len(clusters)})


@contextmanager
def _about(block: Block) -> Iterator[None]:
    """Say of missing glyphs which block they stand in."""
    try:
        yield
    except FontError as error:
        raise FontError(
            replace(found, message=f"{block.id}: {found.message}", clause=block.id) for found in error.diagnostics
        ) from error


def _overfull(block: Block, clusters: list[Cluster], span: tuple[int, int]) -> Diagnostic:
    piece = "".join(cluster.text for cluster in clusters[slice(*span)]).strip()
    return Diagnostic(
        "layout/overfull",
        f"{block.id}: “{piece}” is wider than its column and cannot be broken.",
        hint="Shorten it, or put a zero-width space (U+200B) where a line may end.",
        clause=block.id,
    )
