"""A block set into lines: its face chosen, its text shaped and broken, its measures taken from the brand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

from statement_kit.brand import Brand, Face, Placement, Style
from statement_kit.brand.dress import Dress
from statement_kit.diagnostics import Diagnostic, FontError, LayoutError
from statement_kit.document.blocks import Block, Role, reference_id
from statement_kit.faces import Faces
from statement_kit.languages.registry import TALLEST, Alignment, Language
from statement_kit.layout.frames import Segment
from statement_kit.layout.inline import Inline
from statement_kit.layout.lines import balanced_lines, break_lines
from statement_kit.layout.measured import OverfullError, Setting, Span
from statement_kit.layout.placing import placed
from statement_kit.layout.voices import FAINT, VisibleText, stretches
from statement_kit.text.fonts import FontLibrary, FontSet
from statement_kit.text.itemize import itemize, script_of
from statement_kit.text.shaping import Cluster, ink_em, width_pt

CLEARANCE = 1.04
"""Least distance of baselines as a multiple of the tallest stack's ink, so that lines never touch (P03)."""

MOST_SHOWN = 60
"""Most characters of a text that a finding shows."""

LABEL_GAP_EM = 0.25
"""Between a list label with the space behind it and the text, in em of the style."""


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block set into lines for a measure.

    Attributes:
        block: What was set.
        style: How.
        lines: Its lines, in segments whose places count from the left edge of the measure; the first begins
            with the block's label, if it has one.
        leading_pt: Distance of baselines.
        rise_pt: From the top of a line to its baseline.
        before_pt: Space wanted above.
        after_pt: Space wanted below.
        between_pt: Space between it and another block of its role.
        sink_pt: How far its first line stands below its top, wherever it stands; above it, if negative.
        lead_pt: How much higher its first line is than others, for a label that is larger than the text.
        measure_pt: Width of the column it was set for.
        dress: What its rule and its ground take around it; None where it has neither.
    """

    block: Block
    style: Style
    lines: tuple[tuple[Segment, ...], ...]
    leading_pt: float
    rise_pt: float
    before_pt: float
    after_pt: float
    between_pt: float
    sink_pt: float = 0.0
    lead_pt: float = 0.0
    measure_pt: float = 0.0
    dress: Dress | None = None


def on_one_grid(entries: Sequence[SetBlock]) -> list[SetBlock]:
    """Entries with the leading of the one that needs most, so that lines of all columns stand on one grid."""
    tallest = max(entries, key=lambda entry: entry.leading_pt, default=None)
    if tallest is None:
        return []
    grid = tallest.leading_pt, tallest.rise_pt
    return [
        entry if (entry.leading_pt, entry.rise_pt) == grid else replace(entry, leading_pt=grid[0], rise_pt=grid[1])
        for entry in entries
    ]


@dataclass(frozen=True, slots=True)
class LabelColumn:
    """Where the labels of a role stand.

    Attributes:
        width_pt: Width of the column they hang in.
        digits: How many digits the longest of them has.
        is_empty: Whether there are none, and all lines but the first of each block hang in it.
    """

    width_pt: float = 0.0
    digits: int = 0
    is_empty: bool = False


class Typesetter:
    """Sets blocks of one document: a language, a brand and the fonts it names."""

    def __init__(self, language: Language, brand: Brand, library: FontLibrary) -> None:
        self._language = language
        self._brand = brand
        self._faces = Faces(language, brand, library)
        self._labels: dict[tuple[str, Face, float], tuple[Cluster, ...]] = {}
        self._settings: dict[tuple[Role, float, float], Setting] = {}
        self._leadings: dict[tuple[Role, frozenset[Face], tuple[tuple[str, str], ...]], tuple[float, float]] = {}
        faint = {FAINT.format(name): brand.faint(name) for name in brand.colours}
        self._colours = {**brand.colours, **faint}

    @property
    def faces(self) -> Faces:
        """The fonts that it sets with."""
        return self._faces

    def set_block(
        self, block: Block, measure_pt: float, column: LabelColumn | None = None, placement: Placement | None = None
    ) -> SetBlock:
        """Shape a block and break it into lines.

        Args:
            block: What to set.
            measure_pt: Width of the column.
            column: Where the labels of its role hang (see `label_columns`).
            placement: Where its lines stand, if that is not as its style says.

        Raises:
            FontError: It has characters that no font of its face can draw.
            LayoutError: A piece of it without a break is wider than the measure.
        """
        style, size_pt = self._style(block)
        base_pt = size_pt / style.size_em
        with _about(block):
            inline = Inline(block, style, size_pt, self._language, self._faces)
        style = style if placement is None else replace(style, placement=placement)
        lines = tuple(self._lines(inline, block, style, size_pt, measure_pt, column or LabelColumn()))
        leading_pt, rise_pt = self._leading(inline, block, style, size_pt)
        return SetBlock(
            block=block,
            style=style,
            lines=lines,
            leading_pt=leading_pt,
            rise_pt=rise_pt,
            before_pt=style.before_em * base_pt,
            after_pt=style.after_em * base_pt,
            between_pt=style.gap_em * base_pt,
            lead_pt=self._label_lead_pt(block, style, size_pt, rise_pt),
            measure_pt=measure_pt,
            dress=self._brand.dress(block.role, self._language),
        )

    def label_columns(self, blocks: Iterable[Block]) -> Mapping[Role, LabelColumn]:
        """Per role, where its labels hang.

        The column is as wide as the style wants and as the widest label needs with a gap behind it, so that
        the texts of one list all begin at one edge and no label ever touches its text.
        """
        labelled: dict[Role, dict[str, Block]] = {}
        for block in blocks:
            labelled.setdefault(block.role, {})[block.label] = block
        return {role: self._label_column(list(by_label.values())) for role, by_label in labelled.items()}

    def _label_column(self, blocks: Sequence[Block]) -> LabelColumn:
        """Where the labels of blocks of one role hang."""
        style, size_pt = self._style(blocks[0])
        digits = max(_digits(block.label) for block in blocks)
        reaches = [
            self._shift_pt(block.label, digits, style, size_pt) + width_pt(self._label(block, style, size_pt))
            for block in blocks
            if block.label
        ]
        if not reaches:
            return LabelColumn(style.turns_em * size_pt, is_empty=True)
        return LabelColumn(max(style.hangs_em * size_pt, max(reaches) + LABEL_GAP_EM * size_pt), digits)

    def check_glyphs(self, block: Block) -> None:
        """Make sure that the fonts of a block's faces can draw its text and its label.

        Raises:
            FontError: With every character they cannot draw.
            LayoutError: A mark begins or ends inside a cluster.
        """
        style, visible = self._brand.styles[block.role], VisibleText(block.text)
        with _about(block):
            itemize(block.label, self._faces.fonts(style.label_face or style.face))
            for stretch in stretches(block, visible, style, self._language):
                itemize(visible.text, self._faces.fonts(stretch.face), slice(stretch.start, stretch.end))

    def _style(self, block: Block) -> tuple[Style, float]:
        return self._brand.styles[block.role], self._brand.size_pt(block.role, self._language.script)

    def _label(self, block: Block, style: Style, size_pt: float) -> tuple[Cluster, ...]:
        """A block's label with a space behind it; a bullet from the Latin typeface, whose bullets are large enough."""
        if not block.label:
            return ()
        face, size_pt = style.label_face or style.face, size_pt * style.label_size
        if not block.number:
            script = None if any(map(str.isalnum, block.label)) else "Latn"
            return self._faces.word(f"{block.label} ", face, size_pt, script)
        key = block.label, face, size_pt
        if key not in self._labels:
            self._labels[key] = tuple(self._faces.shape_label(f"{block.label} ", face, size_pt))
        return self._labels[key]

    def _lines(
        self, inline: Inline, block: Block, style: Style, size_pt: float, measure_pt: float, column: LabelColumn
    ) -> Iterator[tuple[Segment, ...]]:
        """The lines of a block, its label on the first."""
        left_pt, right_pt = self._brand.insets_pt(block.role, self._language)
        x_pt, end_pt = left_pt + column.width_pt, measure_pt - right_pt
        setting = self._setting(block, size_pt, measure_pt - x_pt - right_pt, column)
        marked = self._marked(block, style, size_pt, column, left_pt)
        placement = self._placement(block, style)
        if not setting.is_justified and inline.fits(setting.measure_pt - setting.indent_pt):
            yield (*marked, *placed(list(inline.only_line(x_pt + setting.indent_pt, self._colours)), end_pt, placement))
            return
        text = inline.measured(is_justified=setting.is_justified)
        try:
            if style.balanced:
                spans = balanced_lines(text, setting, may_spare_a_line=style.may_spare_a_line)
            else:
                spans = break_lines(text, setting)
        except OverfullError as error:
            raise LayoutError([_overfull(block, inline.clusters, error.span)]) from error
        for span in spans:
            yield (*marked, *placed(list(inline.line(span, text, setting, x_pt, self._colours)), end_pt, placement))
            marked = ()

    def _placement(self, block: Block, style: Style) -> Placement:
        """Where the lines of a block stand: at the start, where they fill their measure or hang from a label."""
        may_be_placed = not (style.is_running_text or style.hangs_em or block.label)
        return style.placement if may_be_placed else Placement.START

    def _marked(
        self, block: Block, style: Style, size_pt: float, column: LabelColumn, x_pt: float
    ) -> tuple[Segment, ...]:
        """A block's label, its digits under those of the others."""
        label = self._label(block, style, size_pt)
        if not label:
            return ()
        if style.labels_end_flush:
            x_pt += column.width_pt - LABEL_GAP_EM * size_pt - width_pt(label)
        else:
            x_pt += self._shift_pt(block.label, column.digits, style, size_pt)
        link = f"#{reference_id(block.id)}" if block.role is Role.NOTE else ""
        ground = self._brand.colours[style.label_ground] if style.label_ground else ""
        colour = self._brand.colours[style.label_colour or style.colour]
        return (Segment(x_pt, label, colour, link=link, ground=ground),)

    def _label_lead_pt(self, block: Block, style: Style, size_pt: float, rise_pt: float) -> float:
        """How much higher the first line is for a label that is larger than the text."""
        if not block.label or style.label_size <= 1 or block.role is Role.ENDORSER:
            return 0.0
        fonts = self._faces.fonts(style.label_face or style.face)
        above, _ = _ink(fonts, self._language.label_digits)
        return max(0.0, above * CLEARANCE * style.label_size * size_pt - rise_pt)

    def _shift_pt(self, label: str, digits: int, style: Style, size_pt: float) -> float:
        """How far a label with fewer digits than the longest stands in, so that ones stand under ones."""
        face = style.label_face or style.face
        zero = self._faces.word(self._language.label_digits[0], face, size_pt * style.label_size)
        return (digits - _digits(label)) * width_pt(zero) if _digits(label) else 0.0

    def _setting(self, block: Block, size_pt: float, measure_pt: float, column: LabelColumn) -> Setting:
        indent_pt = self._brand.indent_of_pt(block, self._language) - (column.width_pt if column.is_empty else 0.0)
        key = block.role, measure_pt, indent_pt
        if key not in self._settings:
            give = self._language.justification
            self._settings[key] = Setting(
                measure_pt=measure_pt,
                indent_pt=indent_pt,
                is_justified=self._brand.alignment_of(block.role, self._language) is Alignment.JUSTIFIED,
                stretch_pt=give.stretch_em * size_pt,
                shrink_pt=give.shrink_em * size_pt,
                spread_pt=give.spread_em * size_pt,
                most=give.most,
            )
        return self._settings[key]

    def _leading(self, inline: Inline, block: Block, style: Style, size_pt: float) -> tuple[float, float]:
        """Distance of baselines, and from a line's top to its baseline.

        The style's own, or what the ink of the scripts in the block needs, in every face it is set in (P03): a
        list of Latin names in a Khmer document is not set as wide apart as Khmer.
        """
        samples = _tallest(block.text, self._language.script)
        key = block.role, inline.faces, samples
        if key not in self._leadings:
            inks = [_ink(self._faces.fonts(face), sample) for face in inline.faces for _, sample in samples]
            above, below = (max(reach) for reach in zip(*inks, strict=True))
            ratio = max(self._brand.leading_ratio.get(script, 1.0) for script, _ in samples)
            ink_pt = (above + below) * size_pt
            leading_pt = max(size_pt * style.leading_em * ratio, ink_pt * CLEARANCE)
            if block.role is Role.ENDORSER:  # all stand on one grid, so it is that of their labels too
                leading_pt *= max(1.0, style.label_size)
            self._leadings[key] = leading_pt, (leading_pt - ink_pt) / 2 + above * size_pt
        return self._leadings[key]


def _digits(label: str) -> int:
    return sum(map(str.isdigit, label))


def _tallest(text: str, main_script: str) -> tuple[tuple[str, str], ...]:
    """Per script of a text, what reaches highest and lowest in it: clusters known to, or else its own letters."""
    if text.isascii() and any(map(str.isalpha, text)):
        return (("Latn", TALLEST["Latn"]),)  # nearly every name, and every other word in English
    letters: dict[str, set[str]] = {}
    for char in set(text):
        if script := script_of(char):
            letters.setdefault(script, set()).add(char)
    found = sorted((script, TALLEST.get(script) or "".join(sorted(own))) for script, own in letters.items())
    return tuple(found) or ((main_script, TALLEST.get(main_script, text)),)


@lru_cache(maxsize=256)
def _ink(fonts: FontSet, sample: str) -> tuple[float, float]:
    return ink_em(sample, fonts)


@contextmanager
def _about(block: Block) -> Iterator[None]:
    """Say of missing glyphs which block they stand in."""
    try:
        yield
    except FontError as error:
        raise FontError(
            replace(found, message=f"{block.id}: {found.message}", clause=block.id) for found in error.diagnostics
        ) from error


def _overfull(block: Block, clusters: list[Cluster], span: Span) -> Diagnostic:
    piece = "".join(cluster.text for cluster in clusters[slice(*span)]).strip()
    if len(piece) > MOST_SHOWN:
        piece = f"{piece[: MOST_SHOWN - 1]}…"
    return Diagnostic(
        "layout/overfull",
        f"{block.id}: “{piece}” is wider than its column and cannot be broken.",
        hint="Shorten it, or put a zero-width space (U+200B) where a line may end.",
        clause=block.id,
    )
