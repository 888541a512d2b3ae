"""A text as runs: one for each script, with `w:cs`, a language, and what its style cannot know.

Looks live in styles. A run adds `w:cs` where its script is complex, the language of what it holds (D02),
and an exception where the brand sets this script in another typeface or weight than the style's axis
holds: English words in a Khmer heading are semibold, though its Moul has only one weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from statement_kit.brand import Face, Typeface
from statement_kit.brand import voice as variant
from statement_kit.document.blocks import Role
from statement_kit.markup import LINE_END
from statement_kit.text.font_name import FontName
from statement_kit.text.itemize import script_spans
from statement_kit.writers.docx.character_styles import MARK_STYLES
from statement_kit.writers.docx.looks import COMPLEX_SCRIPTS, LATIN, Looks, region_tag
from statement_kit.writers.docx.markup import XML_SPACE, element, half_points, on_off

_NO_LANGUAGE = "zxx"
"""What an address is written in (BCP 47): LibreOffice would else hyphenate it, proofed or not (L13)."""

_LATIN_SLOTS = ("ascii", "hAnsi", "eastAsia")

_ASCII_NUMBER = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a stretch of text is set, before its script is known.

    Attributes:
        looks: The brand, for this document.
        role: The role of the block, which gives the size.
        face: The face in force: of the paragraph's style or of the character style.
        paragraph_face: The face of the paragraph's style, which gives the weight.
        character_style: The id of a character style, or empty.
        is_emphasised: Whether it is marked for emphasis.
        is_strong: Whether it is marked as strong.
        is_address: Whether it is an address, to be neither hyphenated nor checked for spelling.
        size: Its size as a part of the role's: a label has one of its own.
    """

    looks: Looks = field(compare=False)
    role: Role
    face: Face
    paragraph_face: Face
    character_style: str = ""
    is_emphasised: bool = False
    is_strong: bool = False
    is_address: bool = False
    size: float = 1.0

    @property
    def is_marked(self) -> bool:
        """Whether it stands out from the text around it."""
        return self.is_emphasised or self.is_strong

    @property
    def marked_face(self) -> Face:
        """The face by the marks it has (T13)."""
        return variant(self.face, is_emphasised=self.is_emphasised, is_strong=self.is_strong)

    def typeface(self, script: str) -> Typeface:
        """The typeface of a script in this voice."""
        return self.looks.own_typeface(self.marked_face, script)


def plain_voice(looks: Looks, role: Role) -> Voice:
    """The voice of a role's paragraph style and nothing else."""
    face = looks.brand.styles[role].face
    return Voice(looks, role, face, face)


def text_runs(text: str, voice: Voice) -> list[etree._Element]:
    """The runs of a text, in order."""
    spans = axis_spans(text, voice.looks.language.script)
    return [made for start, end, script in spans for made in script_runs(text[start:end], script, voice)]


def script_runs(text: str, script: str, voice: Voice) -> Iterator[etree._Element]:
    """The runs of a text in one script: one, but for what its typeface lacks, which a reader would take from anywhere.

    Where its author ended a line, a line ends.
    """
    lenders = voice.looks.lenders(text, voice.marked_face, script)
    has_letters = any(map(str.isalpha, text))
    parts = groupby(text, lambda char: lenders.get(char, "")) if lenders else [("", text)]
    for lender, together in parts:
        yield run(voice, script, *_content("".join(together)), has_letters=has_letters, lender=lender)


def number_run(style_id: str, *content: etree._Element) -> etree._Element:
    """A run of what readers count, in a character style that says everything of it but its weight.

    That is the paragraph's, as it is for labels (see `labels`).
    """
    return element("r", element("rPr", element("rStyle", val=style_id)), *content)


def run(
    voice: Voice, script: str, *content: etree._Element, has_letters: bool = False, lender: str = ""
) -> etree._Element:
    """One run of a script.

    Args:
        voice: How it is set.
        script: Its ISO 15924 code.
        content: What stands in it.
        has_letters: Whether any of it is a letter; without, its language is the document's.
        lender: The script whose typeface it is set in, where that of its own lacks it; else empty.
    """
    key = (voice, script, has_letters, lender)
    made = voice.looks.runs.get(key)
    if made is None:
        properties = list(_properties(voice, script, has_letters, lender))
        made = element("r", *([element("rPr", *properties)] if properties else []))
        voice.looks.runs[key] = made
    made = deepcopy(made)
    made.extend(content)
    return made


def axis_spans(text: str, main_script: str) -> Iterator[tuple[int, int, str]]:
    """A text cut by script, ASCII numbers out of complex scripts: Word may draw those in other digits there."""
    for start, end, script in script_spans(text, main_script):
        if script not in COMPLEX_SCRIPTS:
            yield start, end, script
            continue
        for match in _ASCII_NUMBER.finditer(text, start, end):
            if match.start() > start:
                yield start, match.start(), script
            yield match.start(), match.end(), LATIN
            start = match.end()
        if start < end:
            yield start, end, script


def _properties(voice: Voice, script: str, has_letters: bool, lender: str) -> Iterator[etree._Element]:
    """The children of `w:rPr`, in the order of the schema's sequence, which the Open XML SDK enforces."""
    looks = voice.looks
    wanted = voice.typeface(lender or script)
    axes = (LATIN, looks.language.script) if lender else (script,)
    name = looks.name(wanted, is_complex=bool(lender) or script in COMPLEX_SCRIPTS)
    named, toggles = voice.character_style, _toggles(voice, axes, name)
    if voice.is_marked and not named and all(toggles.values()):
        named, toggles = MARK_STYLES[frozenset(toggles)], {}
    if named:
        yield element("rStyle", val=named)
    yield from _fonts(voice, axes, name.family)
    for tag, is_on in toggles.items():
        yield on_off(tag, is_on)
        yield on_off(f"{tag}Cs", is_on)
    if voice.is_address:
        yield element("noProof")
    if any(looks.slot(voice.face, axis).scale != wanted.scale for axis in axes):
        size = half_points(looks.size_pt(voice.role, wanted) * voice.size)
        yield element("sz", val=size)
        yield element("szCs", val=size)
    if COMPLEX_SCRIPTS.issuperset(filter(None, (script, lender))):
        yield element("cs")
    if voice.is_address and script == looks.language.script:
        yield element("lang", val=_NO_LANGUAGE)
    elif not lender or script != looks.language.script:
        yield from _language(looks, script, has_letters)


def _fonts(voice: Voice, axes: Sequence[str], family: str) -> Iterator[etree._Element]:
    """The typeface, where the axes that a reader may set the run on hold another."""
    if any(voice.looks.slot_name(voice.face, axis).family != family for axis in axes):
        slots = [slot for axis in axes for slot in (("cs",) if axis in COMPLEX_SCRIPTS else _LATIN_SLOTS)]
        yield element("rFonts", **dict.fromkeys(slots, family))


def _toggles(voice: Voice, axes: Sequence[str], name: FontName) -> dict[str, bool]:
    """What the paragraph's style has otherwise: weight, and on the Latin axis slope (T13)."""
    looks = voice.looks
    toggles = {"b": name.is_bold} if name.is_bold != looks.is_bold(voice.paragraph_face) else {}
    if axes[0] not in COMPLEX_SCRIPTS and name.is_italic != looks.is_italic(voice.paragraph_face):
        toggles["i"] = name.is_italic
    return toggles


def _language(looks: Looks, script: str, has_letters: bool) -> Iterator[etree._Element]:
    """The language of a run, on its own axis; none where the document's own is right already."""
    is_main = script == looks.language.script
    tag = looks.language.region_tag if is_main else region_tag(script)
    if tag is None:
        return
    if script in COMPLEX_SCRIPTS:
        yield element("lang", val=tag, bidi=tag)
    elif has_letters and not is_main:
        yield element("lang", val=tag)


def _content(text: str) -> Iterator[etree._Element]:
    """A text as what a run holds: `w:t`, and `w:br` at forced line ends."""
    for number, line in enumerate(text.split(LINE_END)):
        if number:
            yield element("br")
        if line:
            yield text_element(line)


def text_element(text: str) -> etree._Element:
    """`w:t`, with every space in it."""
    made = element("t")
    made.text = text
    if text != text.strip() or "  " in text:
        made.set(XML_SPACE, "preserve")
    return made
