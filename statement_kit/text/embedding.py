"""The right to embed, as a font itself states it (OpenType 1.9, `OS/2`, `fsType`).

Preview & print and editable embedding both allow a font inside a PDF; installable needs no asking. A font
without an `OS/2` table, or with one too short to say, restricts nothing: zero, installable, is what the format takes
for granted, and the licence that came with the font is the author's to keep either way.
"""

from __future__ import annotations

import struct

from statement_kit.diagnostics import Diagnostic, FontError, Location
from statement_kit.text.fonts import Font

_RESTRICTED, _PREVIEW, _EDITABLE = 0x0002, 0x0004, 0x0008
_NO_SUBSETTING, _BITMAPS_ONLY = 0x0100, 0x0200

_HINT = "Ask the foundry for a licence and a file that allow embedding in documents, or choose another font."


def check_embedding(font: Font) -> None:
    """Make sure that a subset of a font's outlines may stand in a document.

    Raises:
        FontError: The font forbids it.
    """
    if (reason := _forbidden(font.table("OS/2"))) is not None:
        message = f"The makers of {font.family} do not allow it in a PDF: {reason}."
        raise FontError([Diagnostic("font/embedding-forbidden", message, Location(str(font.path)), _HINT)])


def _forbidden(metrics: bytes) -> str | None:
    """What stands against embedding, if anything does.

    Before version 3 several of the usage permissions could be set, and “the least-restrictive permission indicated
    takes precedence”; since then they exclude each other, and a font that sets several is taken at its strictest. In
    versions 0 and 1 the bits above them mean nothing (OpenType 1.9, `OS/2`, `fsType`).
    """
    if len(metrics) < 10:
        return None
    version, rights = struct.unpack_from(">H6xH", metrics)
    if rights & _RESTRICTED and not (version < 3 and rights & (_PREVIEW | _EDITABLE)):
        return "its licence is restricted"
    if version >= 2 and rights & _NO_SUBSETTING:
        return "only the whole font may be embedded, and a PDF carries just the letters it uses"
    if version >= 2 and rights & _BITMAPS_ONLY:
        return "only bitmaps of it may be embedded"
    return None
