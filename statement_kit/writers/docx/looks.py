"""What a brand says of a document, in the terms of Word: two axes of fonts, sizes and weights.

Word keeps two sets of character properties side by side and lets `w:cs` on a run choose: the Latin axis
(`ascii`, `hAnsi`, `eastAsia`, `sz`, `b`) and the complex-script axis (`cs`, `szCs`, `bCs`), on which Khmer
and Thai are set. LibreOffice chooses by character instead. A style therefore fills both, the second
with the typeface of the document's main script, and a run says only what its style cannot know (D01).
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from statement_kit.brand import Brand, Face, Typeface
from statement_kit.brand.page import EDGE_PT, HEAD_GAP_PT
from statement_kit.document.blocks import Document, Role
from statement_kit.languages.registry import LANGUAGES, Alignment, Language
from statement_kit.text.itemize import script_of
from statement_kit.writers.docx.markup import element, half_points

LATIN = "Latn"

COMPLEX_SCRIPTS = frozenset({"Khmr", "Laoo", "Mymr", "Thai"})
"""ISO 15924 codes of the scripts of the region that Word sets on its complex-script axis."""

BOLD_WEIGHT = 600
"""The weight from which a typeface is asked for as the bold of its family."""


@dataclass(frozen=True, slots=True)
class Looks:
    """A brand as one document sees it, through the main script of its language."""

    document: Document
    brand: Brand

    @property
    def language(self) -> Language:
        """The document's language."""
        return self.document.language

    @property
    def is_complex(self) -> bool:
        """Whether the document's main script is set on the complex-script axis."""
        return self.language.script in COMPLEX_SCRIPTS

    def slot(self, face: Face, script: str) -> Typeface:
        """The typeface that a style of this face holds on the axis of a script."""
        wanted = self.language.script if script in COMPLEX_SCRIPTS and self.is_complex else LATIN
        return self.typeface(face, wanted)

    def typeface(self, face: Face, script: str) -> Typeface:
        """The typeface of a face for a script; of the main script, then of any, where the brand names none."""
        by_script = self.brand.typefaces[face]
        chain = (script, self.language.script, *by_script)
        return next(by_script[name] for name in chain if name in by_script)

    def own_typeface(self, face: Face, script: str) -> Typeface:
        """The typeface that a run of a script asks for: the brand's for that script, else what its axis holds."""
        return self.brand.typefaces[face].get(script) or self.slot(face, script)

    def is_bold(self, face: Face) -> bool:
        """Whether styles of this face are bold: on both axes or on neither, as the main script is."""
        return self.typeface(face, self.language.script).weight >= BOLD_WEIGHT

    def is_italic(self, face: Face) -> bool:
        """Whether styles of this face are italic, which they are on the Latin axis only (T13)."""
        return not self.is_complex and self.typeface(face, self.language.script).is_italic

    def is_hyphenated(self, role: Role) -> bool:
        """Whether words of a role may be hyphenated: where lines are filled, and the language has patterns for it."""
        is_justified = self.brand.alignment_of(role, self.language) is Alignment.JUSTIFIED
        return is_justified and bool(self.language.hyphenation)

    @property
    def base_pt(self) -> float:
        """The base size, of which the space above and below blocks is a multiple, in pt."""
        return self.brand.base_pt * self.brand.script_base.get(self.language.script, 1.0)

    @property
    def header_pt(self) -> float:
        """From the top of the sheet to what stands at the heads of pages, so that one line ends as in the PDF."""
        return max(EDGE_PT, self.brand.margins_pt[0] - HEAD_GAP_PT - self.leading_pt(Role.FURNITURE))

    def size_pt(self, role: Role, typeface: Typeface) -> float:
        """The size of a role in a typeface, in pt, its scale applied (T15)."""
        return self.brand.size_pt(role, self.language.script) * typeface.scale

    def leading_pt(self, role: Role) -> float:
        """The least distance of baselines of a role, in pt.

        The scripts its blocks are written in decide: a list of Latin names in a Khmer document is not set as
        wide apart as Khmer.
        """
        letters = {char for block in self.document.blocks if block.role is role for char in block.text}
        scripts = {script for script in map(script_of, letters) if script} or {self.language.script}
        ratio = max(self.brand.leading_ratio.get(script, 1.0) for script in scripts)
        return self.brand.size_pt(role, self.language.script) * self.brand.styles[role].leading_em * ratio

    def fonts(self, face: Face) -> etree._Element:
        """`w:rFonts` of a face, all four slots filled and none left to a theme (D01)."""
        latin = self.slot(face, LATIN).family
        cs = self.slot(face, self.language.script).family
        return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=latin, cs=cs)

    def sizes(self, role: Role, face: Face) -> tuple[etree._Element, etree._Element]:
        """`w:sz` and `w:szCs` of a role set in a face."""
        latin = self.size_pt(role, self.slot(face, LATIN))
        cs = self.size_pt(role, self.slot(face, self.language.script))
        return element("sz", val=half_points(latin)), element("szCs", val=half_points(cs))

    def colour(self, name: str) -> etree._Element:
        """`w:color` of one of the brand's colours."""
        return element("color", val=self.hex_colour(name))

    def hex_colour(self, name: str) -> str:
        """One of the brand's colours as Word writes it: six capital hexadecimal digits, no `#`."""
        return self.brand.colours[name].lstrip("#").upper()


def region_tag(script: str) -> str | None:
    """The language that readers are told for text in a script, `km-KH` for Khmer; None where the kit knows none."""
    return next((language.region_tag for language in LANGUAGES.values() if language.script == script), None)
