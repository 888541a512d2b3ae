"""The voices within a face: which font of a family is its emphasis, its bold, and both, where a brand names none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from statement_kit.brand.faces import DEFAULT_TYPEFACES, Face, Typeface

Typefaces = Mapping[Face, Mapping[str, Typeface]]

_BOLD_FROM = 600
"""The lightest weight that is told from text by its weight alone."""


class Cut(NamedTuple):
    """One font of a family: what a designer draws apart."""

    family: str
    weight: int
    is_italic: bool


class _Voice(NamedTuple):
    """What a face is to the one it is a variant of."""

    base: Face
    is_emphasised: bool
    is_strong: bool


_VOICES: Mapping[Face, _Voice] = {
    Face.TEXT_EMPHASIS: _Voice(Face.TEXT, True, False),
    Face.TEXT_STRONG: _Voice(Face.TEXT, False, True),
    Face.TEXT_STRONG_EMPHASIS: _Voice(Face.TEXT, True, True),
    Face.HEADING_EMPHASIS: _Voice(Face.HEADING, True, False),
    Face.TITLE_EMPHASIS: _Voice(Face.TITLE, True, False),
    Face.LABEL_STRONG: _Voice(Face.LABEL, False, True),
}

BUNDLED: frozenset[Cut] = frozenset(
    Cut(one.family, one.weight, one.is_italic) for by_script in DEFAULT_TYPEFACES.values() for one in by_script.values()
)
"""The fonts of the kit that its own look is set in."""


def with_variants(typefaces: Typefaces, named: Collection[tuple[Face, str]], cuts: Iterable[Cut]) -> Typefaces:
    """The typefaces with the variants of each face that a brand named, in its own family.

    An italic says emphasis where the family has one drawn, else a bold does, as in scripts that know no italic
    (T13); a family with one font has one voice.

    Args:
        typefaces: All faces of the brand.
        named: Which faces it named, and for which script; what it named is left as it is.
        cuts: The fonts it brings, beside those of the kit.
    """
    known = {*cuts, *BUNDLED}
    found = {face: dict(by_script) for face, by_script in typefaces.items()}
    for face, voice in _VOICES.items():
        for script in typefaces[voice.base]:
            if (voice.base, script) in named and (face, script) not in named:
                found[face][script] = _variant(typefaces[voice.base][script], voice, known)
    return found


def _variant(base: Typeface, voice: _Voice, known: Collection[Cut]) -> Typeface:
    """The font of the family that comes nearest to what a voice wants."""
    family = [cut for cut in known if cut.family == base.family]
    bold = _bold(base, [cut for cut in family if not cut.is_italic])
    weight = bold.weight if voice.is_strong else base.weight
    italics = [cut for cut in family if cut.is_italic] if voice.is_emphasised else []
    if not italics:
        return bold
    nearest = min(italics, key=lambda cut: (abs(cut.weight - weight), cut.weight))
    return replace(base, weight=nearest.weight, is_italic=True)


def _bold(base: Typeface, uprights: Iterable[Cut]) -> Typeface:
    """The lightest font of the family that is bold beside the base; the base where there is none."""
    weights = [cut.weight for cut in uprights if cut.weight > base.weight and cut.weight >= _BOLD_FROM]
    return replace(base, weight=min(weights)) if weights else base
