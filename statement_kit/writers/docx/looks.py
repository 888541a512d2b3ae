"""What a brand says of a document, in the terms of Word: two axes of fonts, sizes and weights.

Word keeps two sets of character properties side by side and lets `w:cs` on a run choose: the Latin axis
(`ascii`, `hAnsi`, `eastAsia`, `sz`, `b`) and the complex-script axis (`cs`, `szCs`, `bCs`), on which Khmer
and Thai are set. LibreOffice chooses by character instead. A style therefore fills both, the second
with the typeface of the document's main script, and a run says only what its style cannot know (D01).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import ceil

from lxml import etree

from statement_kit.arranging.columns import annex_columns
from statement_kit.brand import Brand, Face, Typeface
from statement_kit.brand.page import EDGE_PT, HEAD_GAP_PT
from statement_kit.document.blocks import Document, Role
from statement_kit.faces import Faces
from statement_kit.languages.registry import LANGUAGES, Alignment, Language
from statement_kit.text.font_name import FontName
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.itemize import script_of
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.docx.font_names import FontNames
from statement_kit.writers.docx.font_table import FontTable
from statement_kit.writers.docx.label_widths import label_widths
from statement_kit.writers.docx.markup import element, half_points

LATIN = "Latn"

COMPLEX_SCRIPTS = frozenset({"Khmr", "Laoo", "Mymr", "Thai"})
"""ISO 15924 codes of the scripts of the region that Word sets on its complex-script axis."""


_LINES_OF_A_NAME, _LINES_OF_A_GROUP = 1.5, 2
"""How many lines a name takes in its column, and the heading of a group, on the whole."""


@dataclass(frozen=True, slots=True)
class Looks:
    """A brand as one document sees it, through the main script of its language.

    Attributes:
        document: What is written.
        brand: How.
        faces: The brand's fonts, to measure with.
        table: The fonts that the file names, as they come up.
        scripts: Per role, the scripts its blocks are written in, by ISO 15924 code.
        label_widths: Per role that has labels, the width of the widest, in pt.
        columns: How many columns the annex has.
        runs: Empty runs made before, by what makes them differ, to be copied.
        text_pt: How wide the text is set, in pt.
    """

    document: Document
    brand: Brand
    faces: Faces
    table: FontTable
    scripts: Mapping[Role, frozenset[str]]
    label_widths: Mapping[Role, float]
    columns: int
    runs: dict[Hashable, etree._Element]
    text_pt: float

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

    def name(self, typeface: Typeface, *, is_complex: bool) -> FontName:
        """What a typeface is called in the file; `is_complex` where it is set on the complex-script axis."""
        return self.table.name(typeface, is_complex=is_complex)

    def slot_name(self, face: Face, script: str) -> FontName:
        """What the typeface is called that a style of this face holds on the axis of a script."""
        return self.name(self.slot(face, script), is_complex=self.is_complex and script in COMPLEX_SCRIPTS)

    def lenders(self, text: str, face: Face, script: str) -> Mapping[str, str]:
        """Per character of a text that the typeface of its script lacks, the script whose typeface has it (T05).

        A dash in most Khmer typefaces, a baht sign in Latin ones: it is the typeface that the PDF takes.
        """
        if self.faces.fonts(face).choose_for_all(set(text), script):
            return {}
        by_script, own = self.brand.typefaces[face], self.table.font(self.own_typeface(face, script))
        chain = dict.fromkeys((self.language.script, *by_script))
        fonts = {name: self.table.font(by_script[name]) for name in chain if name in by_script}
        lacking = (char for char in set(text) if not (own.covers(char) or char.isspace() or ord(char) in IGNORABLE))
        found = {char: next((name for name, font in fonts.items() if font.covers(char)), "") for char in lacking}
        return {char: name for char, name in found.items() if name}

    def is_bold(self, face: Face) -> bool:
        """Whether styles of this face are bold: on both axes or on neither, as the main script is."""
        return self.slot_name(face, self.language.script).is_bold

    def is_italic(self, face: Face) -> bool:
        """Whether styles of this face are italic, which they are on the Latin axis only (T13)."""
        return self.slot_name(face, self.language.script).is_italic

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
        """From the top of the sheet to the headers: so low that the running head ends where it does in the PDF.

        Higher, where the letterhead stands higher: the header of the first page would push it down.
        """
        return EDGE_PT if self._is_headed_high else self._running_head_pt

    @property
    def head_lead_pt(self) -> float:
        """From there to the running head."""
        return self._running_head_pt - self.header_pt

    @property
    def _running_head_pt(self) -> float:
        return max(EDGE_PT, self.brand.margins_pt[0] - HEAD_GAP_PT - self.leading_pt(Role.FURNITURE))

    @property
    def _is_headed_high(self) -> bool:
        return self.has_letterhead and bool(self.brand.masthead.ground)

    @property
    def head_gap_pt(self) -> float:
        """From the running head to the text below it, which begins lower where the margin is too low for both."""
        return max(0.0, self.brand.margins_pt[0] - self._running_head_pt - self.leading_pt(Role.FURNITURE))

    @property
    def has_letterhead(self) -> bool:
        """Whether something stands above the text of the first page."""
        return self.language.tag in self.brand.names or bool(self.brand.logos)

    @property
    def top_pt(self) -> float:
        """From the top of the sheet to the text.

        A letterhead stands higher than the text of later pages, which their running head pushes down.
        """
        return self.brand.head_top_pt if self.has_letterhead else self.brand.margins_pt[0]

    @property
    def has_text_columns(self) -> bool:
        """Whether the text stands in a column beside others."""
        return self.text_pt < self.brand.measure_pt

    @property
    def column_pt(self) -> float:
        """Width of a column of the annex."""
        gap_pt = self.brand.annex_gap_pt
        return (self.brand.measure_pt + gap_pt) / self.columns - gap_pt

    def has_bare(self, role: Role) -> bool:
        """Whether the document has entries of a role whose lines stand in where they turn over, all without labels."""
        is_list = self.brand.styles[role].turns_em > 0 and role in self.scripts
        return is_list and role not in self.label_widths

    @property
    def annex_begins_page(self) -> bool:
        """Whether the annex begins a page: unless it is so short that the brand lets it follow the text on its page."""
        brand = self.brand
        roles = Counter(block.role for block in self.document.blocks)
        lines = roles[Role.ENDORSER] * _LINES_OF_A_NAME + roles[Role.GROUP_HEADING] * _LINES_OF_A_GROUP
        height_pt = ceil(lines / self.columns) * self.leading_pt(Role.ENDORSER)
        return height_pt > brand.annex_room * (brand.paper.size_pt[1] - brand.margins_pt[0] - brand.margins_pt[2])

    def size_pt(self, role: Role, typeface: Typeface) -> float:
        """The size of a role in a typeface, in pt, its scale applied (T15)."""
        return self.brand.size_pt(role, self.language.script) * typeface.scale

    def leading_pt(self, role: Role) -> float:
        """The least distance of baselines of a role, in pt.

        The scripts its blocks are written in decide: a list of Latin names in a Khmer document is not set as
        wide apart as Khmer.
        """
        scripts = self.scripts.get(role) or {self.language.script}
        ratio = max(self.brand.leading_ratio.get(script, 1.0) for script in scripts)
        style = self.brand.styles[role]
        leading_pt = self.brand.size_pt(role, self.language.script) * style.leading_em * ratio
        return leading_pt * max(1.0, style.label_size) if role is Role.ENDORSER else leading_pt

    def fonts(self, face: Face) -> etree._Element:
        """`w:rFonts` of a face, all four slots filled and none left to a theme (D01)."""
        return all_slots(self.slot_name(face, LATIN).family, self.slot_name(face, self.language.script).family)

    def sizes(self, role: Role, face: Face, part: float = 1.0) -> tuple[etree._Element, etree._Element]:
        """`w:sz` and `w:szCs` of a role set in a face, or of a label of it, which has another size."""
        latin = self.size_pt(role, self.slot(face, LATIN)) * part
        cs = self.size_pt(role, self.slot(face, self.language.script)) * part
        return element("sz", val=half_points(latin)), element("szCs", val=half_points(cs))

    def colour(self, name: str) -> etree._Element:
        """`w:color` of one of the brand's colours."""
        return element("color", val=self.hex_colour(name))

    def hex_colour(self, name: str) -> str:
        """One of the brand's colours as Word writes it: six capital hexadecimal digits, no `#`."""
        return self.brand.colours[name].lstrip("#").upper()


def looks_of(document: Document, brand: Brand, library: FontLibrary, names: FontNames, text_pt: float) -> Looks:
    """A brand as a document sees it, its fonts at hand.

    Args:
        document: The document.
        brand: How it is set.
        library: The fonts.
        names: What they are called in the file.
        text_pt: How wide its text is set.
    """
    letters: dict[Role, set[str]] = {}
    for block in document.blocks:
        letters.setdefault(block.role, set()).update(block.text)
    scripts = {role: frozenset(filter(None, map(script_of, chars))) for role, chars in letters.items()}
    faces = Faces(document.language, brand, library)
    table = FontTable(document, brand, library, faces, names)
    widths, columns = dict(label_widths(document, brand, faces)), annex_columns(document, brand, faces)
    return Looks(document, brand, faces, table, scripts, widths, columns, {}, text_pt)


def all_slots(latin: str, cs: str) -> etree._Element:
    """`w:rFonts` with the family of each axis."""
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=latin, cs=cs)


def region_tag(script: str) -> str | None:
    """The language that readers are told for text in a script, `km-KH` for Khmer; None where the kit knows none."""
    return next((language.region_tag for language in LANGUAGES.values() if language.script == script), None)
