"""What a record about a translation is bound to: its exact words, and those of its source."""

from __future__ import annotations

import hashlib
import re

_HEX_DIGITS = 32
"""128 bits: enough that no two pairs of texts are ever taken for each other."""


DIGEST = re.compile(rf"[0-9a-f]{{{_HEX_DIGITS}}}")
"""What a digest looks like."""


def pair_digest(source: str, text: str) -> str:
    """A source and its translation as 32 hexadecimal digits, others for any change of either, down to one code point.

    Args:
        source: The clause in the language of the statement, as it was typed.
        text: Its translation, as it stands in the catalog.
    """
    return hashlib.sha256(f"{source}\0{text}".encode()).hexdigest()[:_HEX_DIGITS]
