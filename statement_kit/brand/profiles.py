"""Looks that a custom or a norm prescribes, for a brand to begin from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from statement_kit.brand.brand import Brand
from statement_kit.brand.faces import DEFAULT_TYPEFACES, Face, Typeface
from statement_kit.brand.page import MM
from statement_kit.brand.styles import DEFAULT_STYLES
from statement_kit.document.blocks import Role

_OFFICIAL_PT = 16.0

_REGULAR = (Face.TEXT, Face.LABEL)


def _sarabun(face: Face) -> Typeface:
    """Sarabun, semibold but for plain text; the kit has no italic of it."""
    return Typeface("Sarabun", 400 if face in _REGULAR else 600)


_KIT = Brand()

PROFILES: Mapping[str, Brand] = {
    "kit": _KIT,
    "th-official": Brand(
        margins_pt=(26 * MM, 20 * MM, 25 * MM, 30 * MM),
        base_pt=_OFFICIAL_PT,
        # Only Thai is set at the norm's size: documents in other scripts keep the kit's own.
        script_base={
            script: 1.0 if script == "Thai" else ratio * _KIT.base_pt / _OFFICIAL_PT
            for script, ratio in _KIT.script_base.items()
        },
        typefaces={
            # What Sarabun lacks comes from the kit's own Latin, here under the code of what all scripts share.
            face: {**by_script, "Thai": _sarabun(face), "Latn": _sarabun(face), "Zyyy": by_script["Latn"]}
            for face, by_script in DEFAULT_TYPEFACES.items()
        },
        styles={
            **DEFAULT_STYLES,
            Role.TITLE: replace(DEFAULT_STYLES[Role.TITLE], size_em=1.35),
            Role.ANNEX_HEADING: replace(DEFAULT_STYLES[Role.ANNEX_HEADING], size_em=1.15),
        },
        indent_em={"th": 25 * MM / _OFFICIAL_PT},
    ),
}
"""Per name: the kit's own look; and that of Thai official letters: Sarabun at 16 pt (T11), margins of 3 cm on the left
and 2 cm on the right (P06), first lines indented by 2.5 cm (P04)."""
