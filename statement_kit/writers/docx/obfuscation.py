"""Fonts as a DOCX carries them: their first bytes scrambled by a key (ISO/IEC 29500-4, “Font Embedding”).

This is no secret, and none is meant: the key stands beside the font. It keeps a program that knows nothing of DOCX
from taking the file for a font.
"""

from __future__ import annotations

import hashlib
import uuid
from functools import lru_cache

_SCRAMBLED = 32
"""How many bytes are."""


@lru_cache(maxsize=64)
def obfuscated(font: bytes) -> tuple[str, bytes]:
    """A font's key and its bytes under it; the key follows from the font, so that the same file has the same one."""
    key = uuid.UUID(bytes=hashlib.sha256(font).digest()[:16])
    pad = key.bytes[::-1] * 2
    head = bytes(byte ^ mask for byte, mask in zip(font[:_SCRAMBLED], pad, strict=True))
    return f"{{{str(key).upper()}}}", head + font[_SCRAMBLED:]
