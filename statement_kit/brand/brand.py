"""Whose release it is and how it looks: page, colours, typefaces and a style for every role of block."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from statement_kit.brand.faces import DEFAULT_TYPEFACES, Face, Typeface
from statement_kit.brand.page import EDGE_PT, FOOT_GAP_PT, HEAD_GAP_PT, LEAST_AREA_PT, MM, Paper
from statement_kit.brand.styles import DEFAULT_STYLES, Style
from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.document.blocks import Block, Role
from statement_kit.languages.registry import LANGUAGES, Alignment, Language

_COLOURS = ("ink", "accent", "quiet")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")

MOST_INDENT_EM = 10
"""More than this is no first-line indent any more."""


@dataclass(frozen=True, slots=True)
class Brand:
    """Everything about looks. The default is the kit's own and needs no file.

    Attributes:
        names: The organisation's name per language, for the letterhead; empty for none.
        letterhead: Further letterhead lines per language (address, web, telephone).
        paper: Page size.
        margins_pt: Top, right, bottom and left margin, in pt.
        letterhead_pt: Space kept for the letterhead at the top of the first page, below the margin, in pt.
        base_pt: The base size, in pt.
        colours: `ink`, `accent` and `quiet` as `#rrggbb`.
        typefaces: Per face, per ISO 15924 script.
        styles: Per role of block.
        script_base: Base size ratio per main script of the document.
        leading_ratio: Factor on a style's leading per main script, before P03 is applied.
        annex_room: Part of a page's height that must be left for the annex to begin on it.
        annex_columns: Columns of the annex.
        annex_gap_pt: Space between them, in pt.
        alignment: How running text is set, per language tag; as the language has it where it is not named (P01).
        indent_em: First-line indent of running text in em, per language tag, likewise (P04).
    """

    names: Mapping[str, str] = field(default_factory=dict)
    letterhead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paper: Paper = Paper.A4
    margins_pt: tuple[float, float, float, float] = (26 * MM, 27 * MM, 25 * MM, 27 * MM)
    letterhead_pt: float = 10 * MM
    base_pt: float = 10.8
    colours: Mapping[str, str] = field(
        default_factory=lambda: {"ink": "#1b1b1b", "accent": "#9b2226", "quiet": "#5f5f5f"}
    )
    typefaces: Mapping[Face, Mapping[str, Typeface]] = field(default_factory=lambda: DEFAULT_TYPEFACES)
    styles: Mapping[Role, Style] = field(default_factory=lambda: DEFAULT_STYLES)
    script_base: Mapping[str, float] = field(default_factory=lambda: {"Latn": 1.0, "Khmr": 1.045, "Thai": 1.0})
    leading_ratio: Mapping[str, float] = field(default_factory=lambda: {"Latn": 1.0, "Khmr": 1.22, "Thai": 1.14})
    annex_room: float = 0.3
    annex_columns: int = 2
    annex_gap_pt: float = 8 * MM
    alignment: Mapping[str, Alignment] = field(default_factory=dict)
    indent_em: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if problems := list(_brand_problems(self)):
            raise SourceError(problems)

    def size_pt(self, role: Role, script: str) -> float:
        """The size of a role in a document of this main script, in pt, before a typeface's own scale."""
        return self.base_pt * self.script_base.get(script, 1.0) * self.styles[role].size_em

    def alignment_of(self, role: Role, language: Language) -> Alignment:
        """How the lines of a role end in a language (P01)."""
        if not self.styles[role].is_running_text:
            return Alignment.RAGGED
        return self.alignment.get(language.tag, language.alignment)

    def indent_pt(self, role: Role, language: Language) -> float:
        """How far the first line of a role is indented in a language, in pt (P04)."""
        if not self.styles[role].is_indented:
            return 0.0
        return self.indent_em.get(language.tag, language.indent_em) * self.size_pt(role, language.script)

    def inset_pt(self, role: Role, language: Language) -> float:
        """How far a role stands in from both sides in a language, in pt.

        Where first lines are indented it stands in by half as much again, so as not to be taken for one of them.
        """
        own_pt = self.styles[role].inset_em * self.size_pt(role, language.script)
        return own_pt + (0.5 * self.indent_pt(Role.PARAGRAPH, language) if own_pt else 0.0)

    def letterhead_blocks(self, tag: str) -> tuple[Block, ...]:
        """The letterhead in a language: the name, and under it the further lines; nothing without a name."""
        if tag not in self.names:
            return ()
        lines = (Block("letterhead", Role.FURNITURE, line) for line in self.letterhead.get(tag, ()))
        return (Block("letterhead", Role.LETTERHEAD, self.names[tag]), *lines)


def is_indent(value: object) -> bool:
    """Whether it is a first-line indent in em (P04); True is a number only to Python."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= MOST_INDENT_EM


def _wrong(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"brand/{rule}", message, hint=hint, clause="brand")


def _running_text_problems(brand: Brand) -> Iterator[Diagnostic]:
    """What is no way to set running text, and languages nobody could mean (P01, P04)."""
    if not isinstance(brand.alignment, Mapping) or not isinstance(brand.indent_em, Mapping):
        message = "The alignment and the indent of running text are said per language."
        yield _wrong("per-language", message, 'Write {"km": Alignment.JUSTIFIED}, {"th": 2.5}.')
        return
    for tag in dict.fromkeys([*brand.alignment, *brand.indent_em]):
        if tag not in LANGUAGES:
            message = f"Running text is set in “{tag}”, a language the kit does not know."
            yield _wrong("unknown-language", message, f"Known: {', '.join(sorted(LANGUAGES))}.")
    for tag, alignment in brand.alignment.items():
        if not isinstance(alignment, Alignment):
            hint = "Choose Alignment.RAGGED or Alignment.JUSTIFIED."
            yield _wrong("alignment", f"{alignment!r} is no way to set running text in “{tag}”.", hint)
    for tag, indent in brand.indent_em.items():
        if not is_indent(indent):
            hint = f"Choose a number of em from 0 to {MOST_INDENT_EM}, like 2.5."
            yield _wrong("indent", f"{indent!r} is no first-line indent in “{tag}”.", hint)


def _brand_problems(brand: Brand) -> Iterator[Diagnostic]:
    """What no page could be made of."""
    yield from _running_text_problems(brand)
    if not brand.base_pt > 0:
        yield _wrong("size", f"A base size of {brand.base_pt} pt cannot be set.", "Choose a size above 0, like 10.8.")
    if brand.annex_columns < 1:
        yield _wrong("columns", f"An annex cannot have {brand.annex_columns} columns.", "Choose 1, 2 or 3.")
    for name in _COLOURS:
        value = brand.colours.get(name, "missing")
        if not _HEX.fullmatch(value):
            yield _wrong("colour", f"The colour “{name}” is {value}.", 'Write it as "#9b2226".')
    top, right, bottom, left = brand.margins_pt
    width, height = brand.paper.size_pt
    line_pt = max(brand.base_pt, 0) * 1.3
    least_top, least_bottom = EDGE_PT + line_pt + HEAD_GAP_PT, EDGE_PT + line_pt + FOOT_GAP_PT
    if top < least_top or bottom < least_bottom or min(left, right) < EDGE_PT:
        yield _wrong(
            "margins",
            "The margins are too small for the running head, the page number and the printer.",
            f"Leave {least_top:.0f} pt above, {least_bottom:.0f} pt below and {EDGE_PT:.0f} pt at the sides, or more.",
        )
    gaps = brand.annex_gap_pt * (brand.annex_columns - 1)
    if min(width - left - right - gaps, height - top - bottom - brand.letterhead_pt) < LEAST_AREA_PT:
        hint = f"Leave at least {LEAST_AREA_PT:.0f} pt each way between the margins."
        yield _wrong("area", "The margins leave too little of the page for text.", hint)


def letterhead_problems(brand: Brand, tags: Collection[str], known: Collection[str]) -> Iterator[Diagnostic]:
    """What a letterhead lacks, or has too much, for documents in these languages.

    No letterhead is ever printed in another language than its document's, and no part of one is left
    out in silence.

    Args:
        brand: Whose letterhead.
        tags: The languages of the documents.
        known: All languages the kit knows.
    """
    tables = (("name", brand.names, "“…”"), ("letterhead", brand.letterhead, "[“…”], or [] for none"))
    for key, table, example in tables:
        for tag in table:
            if tag not in known:
                hint = f"Known: {', '.join(sorted(known))}."
                message = f"[{key}] has an entry for “{tag}”, a language the kit does not know."
                yield Diagnostic("brand/unknown-language", message, hint=hint, clause=f"brand.{key}")
        for tag in tags:
            if table and tag not in table:
                hint = f"Add {tag} = {example} under [{key}]."
                message = f"The brand has no {key} in “{tag}”."
                yield Diagnostic(f"brand/no-{key}", message, hint=hint, clause=f"brand.{key}")
    if brand.letterhead and not brand.names:
        message, hint = "The brand has a letterhead, but no name to stand above it.", "Add [name]."
        yield Diagnostic("brand/letterhead-without-name", message, hint=hint, clause="brand.letterhead")
