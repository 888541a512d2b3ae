"""What a document calls a font that it carries along."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

_LONGEST = 63
"""Most characters of a name in PostScript (OpenType 1.9, `name`)."""

_HASH = 8
"""Hexadecimal digits that tell two names apart of which too much was lost."""


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
        style = f"-{self.style.replace(' ', '')}"
        return postscript_name(self.family, _LONGEST - len(style)) + style


def postscript_name(name: str, most: int = _LONGEST) -> str:
    """A name in the characters that PostScript takes; of two names in another script, a hash tells which is which.

    Args:
        name: Any name.
        most: Most characters of what is made of it.
    """
    own = re.sub(r"[^!-~]|[\[\](){}<>/%]", "", name)
    if name.isascii():
        return own[:most]
    mark = hashlib.sha256(name.encode()).hexdigest()[:_HASH]
    return f"{own[: most - len(mark) - 1] or 'Font'}-{mark}"
