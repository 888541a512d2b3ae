"""What a document calls a font that it carries along."""

from __future__ import annotations

import re
from typing import NamedTuple

_LONGEST = 63
"""Most characters of a name in PostScript (OpenType 1.9, `name`)."""


class FontName(NamedTuple):
    """What a document calls a font: a family, and whether it is the bold and the italic of it."""

    family: str
    is_bold: bool = False
    is_italic: bool = False

    @property
    def style(self) -> str:
        """Its style in the four words that all programs know."""
        return " ".join(filter(None, ("Bold" * self.is_bold, "Italic" * self.is_italic))) or "Regular"

    @property
    def postscript(self) -> str:
        """Its name in PostScript, of the characters such a name may have."""
        return re.sub(r"[^!-~]|[\[\](){}<>/%]", "", f"{self.family}-{self.style}".replace(" ", ""))[:_LONGEST]
