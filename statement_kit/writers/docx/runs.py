"""A text as runs: one for each script, with `w:cs`, a language, and what its style cannot know.

Looks live in styles. A run adds `w:cs` where its script is complex, the language of what it holds (D02),
and an exception where the brand sets this script in another typeface or weight than the style's axis
holds: English words in a Khmer heading are semibold, though its Moul has only one weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from statement_kit.brand import Face, Typeface
from statement_kit.brand import voice as variant
from statement_kit.document.blocks import Role
from statement_kit.markup import LINE_END
from statement_kit.text.itemize import script_spans
from statement_kit.writers.docx.character_styles import MARK_STYLES
from statement_kit.writers.docx.looks import COMPLEX_SCRIPTS, LATIN, Looks, region_tag
from statement_kit.writers.docx.markup import XML_SPACE, element, half_points, on_off

_COMMON = "Zyyy"
"""The ISO 15924 code of what all scripts share."""

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
    """

    looks: Looks = field(compare=False)
    role: Role
    face: Face
    paragraph_face: Face
    character_style: str = ""
    is_emphasised: bool = False
    is_strong: bool = False
    is_address: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it stands out from the text around it."""
        return self.is_emphasised or self.is_strong

    def typeface(self, script: str) -> Typeface:
        """The typeface of a script in this voice, by the marks it has (T13)."""
        face = variant(self.face, is_emphasised=self.is_emphasised, is_strong=self.is_strong)
        return self.looks.own_typeface(face, script)


def plain_voice(looks: Looks, role: Role) -> Voice:
    """The voice of a role's paragraph style and nothing else."""
    face = looks.brand.styles[role].face
    return Voice(looks, role, face, face)


def text_runs(text: str, voice: Voice) -> list[etree._Element]:
    """The runs of a text, in order."""
    spans = axis_spans(text, voice.looks, voice.face)
    return [text_run(text[start:end], script, voice) for start, end, script in spans]


def text_run(text: str, script: str, voice: Voice) -> etree._Element:
    """The run of a text in one script; where its author ended a line, a line ends."""
    return run(voice, script, *_content(text), has_letters=any(map(str.isalpha, text)))


def run(voice: Voice, script: str, *content: etree._Element, has_letters: bool = False) -> etree._Element:
    """One run of a script; without letters its language is not that of the script but the document's."""
    key = (voice, script, has_letters)
    made = voice.looks.runs.get(key)
    if made is None:
        properties = list(_properties(voice, script, has_letters))
        made = element("r", *([element("rPr", *properties)] if properties else []))
        voice.looks.runs[key] = made
    made = deepcopy(made)
    made.extend(content)
    return made


def axis_spans(text: str, looks: Looks, face: Face) -> Iterator[tuple[int, int, str]]:
    """A text cut by script, and complex scripts by what is not set in them.

    ASCII numbers stand on the Latin axis: Word may draw those in other digits on the other. What the typeface of the
    script lacks is cut out as common to all: a reader would take it from wherever it likes.
    """
    for start, end, script in script_spans(text, looks.language.script):
        if script not in COMPLEX_SCRIPTS:
            yield start, end, script
            continue
        lacking = looks.lacking(text[start:end], face, script)
        if not lacking and not _ASCII_NUMBER.search(text, start, end):
            yield start, end, script
            continue
        kinds = [_COMMON if char in lacking else script for char in text[start:end]]
        for match in _ASCII_NUMBER.finditer(text, start, end):
            kinds[match.start() - start : match.end() - start] = [LATIN] * len(match[0])
        for kind, run_of in groupby(kinds):
            length = sum(1 for _ in run_of)
            yield start, start + length, kind
            start += length


def _properties(voice: Voice, script: str, has_letters: bool) -> Iterator[etree._Element]:
    """The children of `w:rPr`, in the order of the schema's sequence, which the Open XML SDK enforces."""
    looks = voice.looks
    is_complex = script in COMPLEX_SCRIPTS
    wanted = voice.typeface(script)
    named, toggles = voice.character_style, _toggles(voice, script)
    if voice.is_marked and not named and all(toggles.values()):
        named, toggles = MARK_STYLES[frozenset(toggles)], {}
    if named:
        yield element("rStyle", val=named)
    yield from _fonts(voice, script)
    for tag, is_on in toggles.items():
        yield on_off(tag, is_on)
        yield on_off(f"{tag}Cs", is_on)
    if voice.is_address:
        yield element("noProof")
    if any(looks.slot(voice.face, axis).scale != wanted.scale for axis in _axes(looks, script)):
        size = half_points(looks.size_pt(voice.role, wanted))
        yield element("sz", val=size)
        yield element("szCs", val=size)
    if is_complex:
        yield element("cs")
    if voice.is_address and script == looks.language.script:
        yield element("lang", val=_NO_LANGUAGE)
    else:
        yield from _language(looks, script, has_letters)


def _axes(looks: Looks, script: str) -> tuple[str, ...]:
    """The scripts on whose axes a reader may set a run: for what all scripts share, that of the text around it, too."""
    return (LATIN, looks.language.script) if script == _COMMON else (script,)


def _fonts(voice: Voice, script: str) -> Iterator[etree._Element]:
    """The typeface, where the axis of the script holds another."""
    looks = voice.looks
    family = looks.name(voice.typeface(script)).family
    axes = _axes(looks, script)
    if any(looks.name(looks.slot(voice.face, axis)).family != family for axis in axes):
        slots = [slot for axis in axes for slot in (("cs",) if axis in COMPLEX_SCRIPTS else _LATIN_SLOTS)]
        yield element("rFonts", **dict.fromkeys(slots, family))


def _toggles(voice: Voice, script: str) -> dict[str, bool]:
    """What the paragraph's style has otherwise: weight, and in Latin slope; nothing else is ever slanted (T13)."""
    wanted, looks = voice.typeface(script), voice.looks
    is_bold = looks.name(wanted).is_bold
    toggles = {"b": is_bold} if is_bold != looks.is_bold(voice.paragraph_face) else {}
    if script not in COMPLEX_SCRIPTS and wanted.is_italic != looks.is_italic(voice.paragraph_face):
        toggles["i"] = wanted.is_italic
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
            yield _text_element(line)


def _text_element(text: str) -> etree._Element:
    made = element("t")
    made.text = text
    if text != text.strip() or "  " in text:
        made.set(XML_SPACE, "preserve")
    return made
