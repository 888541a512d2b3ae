"""The right to embed, as a font itself states it (OpenType 1.9, `OS/2`, `fsType`).

A PDF carries the glyphs it uses, and nobody writes in it: preview & print is enough for that. A DOCX is there to be
edited, and only editable embedding allows a font in it; installable needs no asking. A font without an `OS/2` table,
or with one too short to say, restricts nothing: zero, installable, is what the format takes for granted, and the
licence that came with the font is the author's to keep either way.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

from statement_kit.diagnostics import Diagnostic, FontError, Location
from statement_kit.text.fonts import Font

_RESTRICTED, _PREVIEW, _EDITABLE = 0x0002, 0x0004, 0x0008
_NO_SUBSETTING, _BITMAPS_ONLY = 0x0100, 0x0200

_HINT = "Ask the foundry for a licence and a file that allow embedding in documents, or choose another font."
_DOCX_HINT = (
    "Ask the foundry for a licence and a file that allow embedding in documents that are edited, choose another "
    "font, or leave it out of DOCX files, where readers who lack it then see another one: under [docx] in brand.toml, "
    'write without = ["{family}"].'
)


class _Rights(NamedTuple):
    """What the bits of `fsType` come to."""

    is_restricted: bool
    is_preview: bool
    is_whole: bool
    is_bitmaps: bool


def check_embedding(font: Font) -> None:
    """Make sure that a subset of a font's outlines may stand in a PDF.

    Raises:
        FontError: The font forbids it.
    """
    rights = _rights(font)
    if rights.is_whole and not rights.is_restricted:
        reason = "only the whole font may be embedded, and a PDF carries just the letters it uses"
        raise _forbidden(font, "a PDF", reason)
    _check_outlines(font, rights, "a PDF", _HINT)


def check_editable_embedding(font: Font) -> None:
    """Make sure that a font may stand in a document that its readers can edit; whole, if it may not be cut.

    Raises:
        FontError: The font forbids it.
    """
    rights, hint = _rights(font), _DOCX_HINT.format(family=font.family)
    _check_outlines(font, rights, "a DOCX", hint)
    if rights.is_preview:
        reason = "it is for preview and print only, and a DOCX can be edited"
        raise _forbidden(font, "a DOCX", reason, hint)


def may_be_cut(font: Font) -> bool:
    """Whether a part of the font may stand, without the rest, in a document that its readers can edit."""
    return not any(_rights(font))


def rights_of_parts(fonts: Iterable[Font]) -> int:
    """What a font says of embedding that is made of parts of others, all of which may be cut (OpenType 1.9, `OS/2`)."""
    return _EDITABLE if any(embedding_bits(font) & _EDITABLE for font in fonts) else 0


def embedding_bits(font: Font) -> int:
    """What the font says of embedding, in its own version of the table; 0 where it says nothing."""
    metrics = font.table("OS/2")
    return int(struct.unpack_from(">H", metrics, 8)[0]) if len(metrics) >= 10 else 0


def _check_outlines(font: Font, rights: _Rights, what: str, hint: str) -> None:
    if rights.is_restricted:
        raise _forbidden(font, what, "its licence is restricted", hint)
    if rights.is_bitmaps:
        raise _forbidden(font, what, "only bitmaps of it may be embedded", hint)


def _forbidden(font: Font, what: str, reason: str, hint: str = _HINT) -> FontError:
    message = f"The makers of {font.family} do not allow it in {what}: {reason}."
    return FontError([Diagnostic("font/embedding-forbidden", message, Location(str(font.path)), hint)])


def _rights(font: Font) -> _Rights:
    """What a font allows.

    Before version 3 several of the usage permissions could be set, and “the least-restrictive permission indicated
    takes precedence”; since then they exclude each other, and a font that sets several is taken at its strictest. In
    versions 0 and 1 the bits above them mean nothing (OpenType 1.9, `OS/2`, `fsType`).
    """
    version, bits = int.from_bytes(font.table("OS/2")[:2]), embedding_bits(font)
    is_lenient = version < 3
    return _Rights(
        is_restricted=bool(bits & _RESTRICTED) and not (is_lenient and bits & (_PREVIEW | _EDITABLE)),
        is_preview=bool(bits & _PREVIEW) and not (is_lenient and bits & _EDITABLE),
        is_whole=version >= 2 and bool(bits & _NO_SUBSETTING),
        is_bitmaps=version >= 2 and bool(bits & _BITMAPS_ONLY),
    )
