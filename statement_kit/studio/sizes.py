"""Whether the text of a brand is large enough to be read, and its footer low enough to be printed.

No norm says how small Khmer and Thai may be printed, so the figures are the kit's judgement. They are of sizes as
they are set, the scale of the typeface included.

- Running text: 8 pt in Latin, what small newspapers have; 9 pt in Khmer and Thai, whose letters carry marks above and
  below that must be told apart.
- Anything else: 6 pt in Latin, where an x is lower by a sixth than the 1.2 mm that European law asks of labels on food
  (Regulation (EU) No 1169/2011, article 13); 6.5 pt in Khmer and Thai.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from statement_kit.brand import Brand
from statement_kit.diagnostics import Diagnostic
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES


class Least(NamedTuple):
    """The smallest sizes of a script, in pt: of running text, and of anything else."""

    running_pt: float
    other_pt: float


LEAST_PT: Mapping[str, Least] = {"Latn": Least(8, 6), "Khmr": Least(9, 6.5), "Thai": Least(9, 6.5)}
"""Per ISO 15924 script."""

_SLACK_PT = 0.01


def size_findings(brand: Brand, languages: Iterable[str], places: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Each role whose text is too small in a script of these languages.

    Args:
        brand: The brand.
        languages: Tags of them.
        places: The ids of its values that stand in a file: the nearest of them is what the finding is about.
    """
    for script in dict.fromkeys(LANGUAGES[tag].script for tag in languages):
        least = LEAST_PT.get(script, LEAST_PT["Latn"])
        for role, style in brand.styles.items():
            typeface = brand.typefaces[style.face].get(script)
            is_running = style.is_running_text and role is not Role.NOTE
            wanted_pt = least.running_pt if is_running else least.other_pt
            size_pt = brand.size_pt(role, script) * (typeface.scale if typeface else 1)
            if size_pt < wanted_pt - _SLACK_PT:
                message = f"“{role}” is {size_pt:.1f} pt in {script}: too small to be read; it needs {wanted_pt:g} pt."
                hint = (
                    f"Make it larger: size at the top of the file, or size under [styles.{role}] or [scripts.{script}]."
                )
                keys = (
                    f"brand.styles.{role}.size",
                    f"brand.typefaces.{style.face}.{script}.scale",
                    f"brand.scripts.{script}.size",
                    "brand.size",
                )
                clause = next((key for key in keys if key in places), keys[0])
                yield Diagnostic("brand/small-text", message, hint=hint, clause=clause)
