"""Words that styles and letterheads share: where a line stands, where a rule, what stands around a number."""

from __future__ import annotations

from enum import StrEnum


class Placement(StrEnum):
    """Where lines stand that do not fill their measure."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class RuleSide(StrEnum):
    """Where the rule of a block stands."""

    ABOVE = "above"
    BELOW = "below"
    BESIDE = "beside"
    """At the left edge, as high as the block."""


class LabelForm(StrEnum):
    """What stands around the number of a label, in the digits of each language."""

    LANGUAGE = "language"
    """As the language has it: `1.`, `១.`, `๑.`"""

    PLAIN = "1"
    DOT = "1."
    BRACKET = "1)"
    BRACKETS = "(1)"

    def around(self, number: str) -> str:
        """A number, in digits or letters of its language, in this form."""
        return number if self is LabelForm.LANGUAGE else self.value.replace("1", number)
