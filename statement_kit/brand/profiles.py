"""Looks that a custom or a norm prescribes, for a brand to begin from."""

from __future__ import annotations

from collections.abc import Mapping

from statement_kit.brand.brand import Brand
from statement_kit.brand.faces import DEFAULT_TYPEFACES, Face, Typeface
from statement_kit.brand.page import MM

_STRONG = (Face.TEXT_EMPHASIS, Face.TEXT_STRONG, Face.TEXT_STRONG_EMPHASIS, Face.LABEL_STRONG)
_STRONG_THAI = (*_STRONG, Face.HEADING, Face.HEADING_EMPHASIS, Face.TITLE, Face.TITLE_EMPHASIS)

_OFFICIAL_PT = 16.0

PROFILES: Mapping[str, Brand] = {
    "kit": Brand(),
    "th-official": Brand(
        margins_pt=(26 * MM, 20 * MM, 25 * MM, 30 * MM),
        base_pt=_OFFICIAL_PT,
        # Only Thai is set at the norm's size: other scripts keep the kit's own.
        script_base={
            script: 1.0 if script == "Thai" else ratio * Brand().base_pt / _OFFICIAL_PT
            for script, ratio in Brand().script_base.items()
        },
        typefaces={
            face: {**by_script, "Thai": Typeface("Sarabun", 600 if face in _STRONG_THAI else 400)}
            for face, by_script in DEFAULT_TYPEFACES.items()
        },
        indent_em={"th": 25 * MM / _OFFICIAL_PT},
    ),
}
"""Per name: the kit's own look; and that of Thai official letters: Sarabun at 16 pt (T11), margins of 3 cm on the left
and 2 cm on the right (P06), first lines indented by 2.5 cm (P04)."""
