"""Whose release it is and how it looks: page, colours, typefaces and a style for every role of block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from statement_kit.brand.checks import brand_problems
from statement_kit.brand.contrast import LINE_RATIO, contrast
from statement_kit.brand.docx_fonts import DocxFonts
from statement_kit.brand.dress import Dress, box_of, dress_of
from statement_kit.brand.faces import DEFAULT_TYPEFACES, Face, Typeface
from statement_kit.brand.logo import LOGO, PARTNER, Logo
from statement_kit.brand.masthead import AccentBar, Backdrop, Masthead
from statement_kit.brand.page import BAND_TOP_PT, LETTERHEAD_RISE_PT, MM, Paper
from statement_kit.brand.styles import DEFAULT_STYLES, Style
from statement_kit.brand.uses import KIT_COLOURS, thinned
from statement_kit.diagnostics import SourceError
from statement_kit.document.blocks import Block, Role
from statement_kit.languages.registry import Alignment, Language
from statement_kit.markup import LINE_END
from statement_kit.text.font_file import FontFile

_TINTS = 100
"""How many tints of a colour there are."""


@dataclass(frozen=True, slots=True)
class Brand:
    """Everything about looks. The default is the kit's own and needs no file.

    Attributes:
        names: The organisation's name per language, for the letterhead; empty for none.
        letterhead: Further letterhead lines per language (address, web, telephone).
        footer: Lines at the foot of every page, per language.
        paper: Page size.
        margins_pt: Top, right, bottom and left margin, in pt.
        masthead: How the letterhead stands.
        bar: The bar above the text and above the annex.
        backdrop: What lies behind every page; None for nothing.
        base_pt: The base size, in pt.
        colours: By name, as `#rrggbb`: `ink`, `accent`, `quiet`, and whatever others the brand has.
        typefaces: Per face, per ISO 15924 script.
        styles: Per role of block.
        script_base: Base size ratio per main script of the document.
        leading_ratio: Factor on a style's leading per main script, before P03 is applied.
        annex_room: Part of a page's height that must be left for the annex to begin on it.
        annex_columns: Columns of the annex; None for as many as the names in it allow.
        annex_gap_pt: Space between them, in pt.
        alignment: How running text is set, per language tag; as the language has it where it is not named (P01).
        indent_em: First-line indent of running text in em, per language tag, likewise (P04).
        logo: What stands at the head of the first page, before the name; None for nothing.
        partners: Logos of others, in one row with it; the lines of the letterhead then stand below.
        fonts: Fonts of its own, for typefaces to name beside the bundled ones, and before those of the same name.
        docx_fonts: How much of its fonts goes into a DOCX.
        docx_without: Families that do not, whatever else does: those whose makers forbid it.

    Raises:
        SourceError: On construction, with every value that is missing, unknown, of another kind or out of range; or
            else with what leaves no room for text on the page.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    letterhead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    footer: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paper: Paper = Paper.A4
    margins_pt: tuple[float, float, float, float] = (26 * MM, 27 * MM, 25 * MM, 27 * MM)
    masthead: Masthead = field(default_factory=Masthead)
    bar: AccentBar = field(default_factory=AccentBar)
    backdrop: Backdrop | None = None
    base_pt: float = 10.8
    colours: Mapping[str, str] = field(default_factory=lambda: dict(KIT_COLOURS))
    typefaces: Mapping[Face, Mapping[str, Typeface]] = field(default_factory=lambda: DEFAULT_TYPEFACES)
    styles: Mapping[Role, Style] = field(default_factory=lambda: DEFAULT_STYLES)
    script_base: Mapping[str, float] = field(default_factory=lambda: {"Latn": 1.0, "Khmr": 1.045, "Thai": 1.0})
    leading_ratio: Mapping[str, float] = field(default_factory=lambda: {"Latn": 1.0, "Khmr": 1.22, "Thai": 1.14})
    annex_room: float = 0.3
    annex_columns: int | None = None
    annex_gap_pt: float = 8 * MM
    alignment: Mapping[str, Alignment] = field(default_factory=dict)
    indent_em: Mapping[str, float] = field(default_factory=dict)
    logo: Logo | None = None
    partners: tuple[Logo, ...] = ()
    fonts: tuple[FontFile, ...] = ()
    docx_fonts: DocxFonts = DocxFonts.SUBSET
    docx_without: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if problems := brand_problems(self):
            raise SourceError(problems)

    @property
    def measure_pt(self) -> float:
        """The width between the margins, in pt."""
        return self.paper.size_pt[0] - self.margins_pt[1] - self.margins_pt[3]

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

    def indent_of_pt(self, block: Block, language: Language) -> float:
        """The same for a block, which is no paragraph to begin if its lines were ended by hand: an address, a verse."""
        return 0.0 if LINE_END in block.text else self.indent_pt(block.role, language)

    def inset_pt(self, role: Role, language: Language) -> float:
        """How far a role stands in from both sides in a language, in pt, before its rule and its ground.

        Where first lines are indented it stands in by half as much again, so as not to be taken for one of them.
        """
        role = box_of(role)
        own_pt = self.styles[role].inset_em * self.size_pt(role, language.script)
        return own_pt + (0.5 * self.indent_pt(Role.PARAGRAPH, language) if own_pt else 0.0)

    def dress(self, role: Role, language: Language) -> Dress | None:
        """What the rule and the ground of a role take around its text in a language; None where it has neither."""
        role = box_of(role)
        return dress_of(self.styles[role], self.size_pt(role, language.script), self.inset_pt(role, language))

    def insets_pt(self, role: Role, language: Language) -> tuple[float, float]:
        """How far the text of a role stands in from the left and from the right, beside its rule and on its ground."""
        if dress := self.dress(role, language):
            return dress.left_pt, dress.right_pt
        inset_pt = self.inset_pt(role, language)
        return inset_pt, inset_pt

    def tint(self, name: str, part: float) -> str:
        """One of its colours, `#rrggbb`, thinned with white until this part of it is left."""
        return thinned(self.colours[name], part)

    def faint(self, name: str) -> str:
        """One of its colours, `#rrggbb`, as thin as a line may be that is to be seen (WCAG 2.1, 1.4.11)."""
        tints = (self.tint(name, step / _TINTS) for step in range(_TINTS + 1))
        return next((tint for tint in tints if contrast(tint) >= LINE_RATIO), self.colours[name])

    @property
    def logos(self) -> Mapping[str, Logo]:
        """Its logos in the order in which they stand, its own first, by the ids of their pictures."""
        own = {LOGO: self.logo} if self.logo else {}
        return own | {PARTNER.format(number): logo for number, logo in enumerate(self.partners, 1)}

    @property
    def clear_pt(self) -> float:
        """The space around its logos that nothing else enters, in pt: what the most demanding of them asks for."""
        return max((logo.clear_pt for logo in self.logos.values()), default=0.0)

    @property
    def head_top_pt(self) -> float:
        """From the top of the sheet to the letterhead: nearer to it on a ground, and never too near for a logo."""
        top_pt = self.margins_pt[0] - LETTERHEAD_RISE_PT
        return max(min(top_pt, BAND_TOP_PT) if self.masthead.ground else top_pt, self.clear_pt)

    def footer_blocks(self, tag: str) -> tuple[Block, ...]:
        """The lines at the foot of every page in a language."""
        lines = enumerate(self.footer.get(tag, ()), 1)
        return tuple(Block(f"footer.{number}", Role.FURNITURE, line) for number, line in lines)

    def letterhead_blocks(self, tag: str) -> tuple[Block, ...]:
        """The letterhead in a language: the name, and under it the further lines; nothing without a name."""
        if tag not in self.names:
            return ()
        lines = self.letterhead.get(tag, ())
        below = (Block(f"letterhead.{number}", Role.FURNITURE, line) for number, line in enumerate(lines, 1))
        return (Block("letterhead", Role.LETTERHEAD, self.names[tag]), *below)
