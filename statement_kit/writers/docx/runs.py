"""A text as runs: one for each script, with `w:cs`, a language, and what its style cannot know.

Looks live in styles. A run adds `w:cs` where its script is complex, the language of what it holds (D02),
and an exception where the brand sets this script in another typeface or weight than the style's axis
holds: English words in a Khmer heading are semibold, though its Moul has only one weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from statement_kit.brand import Face
from statement_kit.document.blocks import Role
from statement_kit.text.itemize import script_spans
from statement_kit.writers.docx.looks import BOLD_WEIGHT, COMPLEX_SCRIPTS, LATIN, Looks, region_tag
from statement_kit.writers.docx.markup import XML_SPACE, element, half_points, on_off

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
    """

    looks: Looks
    role: Role
    face: Face
    paragraph_face: Face
    character_style: str = ""


def plain_voice(looks: Looks, role: Role) -> Voice:
    """The voice of a role's paragraph style and nothing else."""
    face = looks.brand.styles[role].face
    return Voice(looks, role, face, face)


def text_runs(text: str, voice: Voice) -> list[etree._Element]:
    """The runs of a text, in order."""
    return [
        run(voice, script, _text_element(text[start:end]), has_letters=_has_letters(text[start:end]))
        for start, end, script in axis_spans(text, voice.looks.language.script)
    ]


def run(voice: Voice, script: str, *content: etree._Element, has_letters: bool = False) -> etree._Element:
    """One run of a script; without letters its language is not that of the script but the document's."""
    properties = list(_properties(voice, script, has_letters))
    return element("r", *([element("rPr", *properties)] if properties else []), *content)


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


def _properties(voice: Voice, script: str, has_letters: bool) -> Iterator[etree._Element]:
    """The children of `w:rPr`, in the order of the schema's sequence, which the Open XML SDK enforces."""
    looks = voice.looks
    is_complex = script in COMPLEX_SCRIPTS
    wanted, slot = looks.own_typeface(voice.face, script), looks.slot(voice.face, script)
    if voice.character_style:
        yield element("rStyle", val=voice.character_style)
    if wanted.family != slot.family:
        slots = ("cs",) if is_complex else ("ascii", "hAnsi", "eastAsia")
        yield element("rFonts", **dict.fromkeys(slots, wanted.family))
    is_bold = wanted.weight >= BOLD_WEIGHT
    if is_bold != looks.is_bold(voice.paragraph_face):
        yield on_off("b", is_bold)
        yield on_off("bCs", is_bold)
    if wanted.scale != slot.scale:
        size = half_points(looks.size_pt(voice.role, wanted))
        yield element("sz", val=size)
        yield element("szCs", val=size)
    if is_complex:
        yield element("cs")
    yield from _language(looks, script, has_letters)


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


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _text_element(text: str) -> etree._Element:
    made = element("t")
    made.text = text
    if text != text.strip() or "  " in text:
        made.set(XML_SPACE, "preserve")
    return made
