"""From the bytes of a font file to a face that can be shaped with and embedded, or to the reason why not.

HarfBuzz shapes with any bytes and draws nothing where they make no sense, which would leave holes in a statement;
so what a font must have is made sure of here. Single glyphs are looked at when they are used.
"""

from __future__ import annotations

import struct
from pathlib import Path

import uharfbuzz as hb

from statement_kit.diagnostics import Diagnostic, FontError, Location
from statement_kit.text.font_file import FontFile, UnusableFontError, damaged, reading
from statement_kit.text.sfnt import COLLECTION, FLAVOURS, check_directory, collection_offsets

MOST_BYTES = 32 << 20
"""Largest font file that is read."""

MOST_LISTED = 20
"""Most fonts of a collection that an error lists."""

_KINDS = "Bring a TrueType or OpenType font: .ttf, .otf, .ttc, .woff or .woff2."
_UNITS_PER_EM = range(16, 16385)
_LEAST_BYTES = {"head": 54, "hhea": 36, "maxp": 6}
"""Tables that shaping and embedding rely on, and their least length (OpenType 1.9)."""


def read_font(path: Path) -> bytes:
    """The bytes of a font file.

    Raises:
        FontError: It is not there, not a file, cannot be read, or is too large.
    """
    try:
        if path.exists() and not path.is_file():  # a folder; or a pipe, which would never end
            raise _unreadable(path, "it is not a file")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise _unreadable(path, getattr(error, "strerror", None) or "its name is none of a file") from error
    if len(data) > MOST_BYTES:
        message = f"The font file is larger than {MOST_BYTES >> 20} MiB."
        hint = "Bring a font for the scripts that you write only."
        raise FontError([Diagnostic("font/too-large", message, Location(str(path)), hint)])
    return data


def _unreadable(path: Path, why: str) -> FontError:
    message, hint = f"The font file cannot be read: {why}.", "Check its name and place."
    return FontError([Diagnostic("font/unreadable", message, Location(str(path)), hint)])


def load_face(file: FontFile, data: bytes) -> hb.Face:
    """The face in the bytes of a font file.

    Raises:
        FontError: They are not those of a font, are damaged, or hold no outlines or not the font asked for.
    """
    with reading(file.path):
        sfnt = _unpacked(data)
        face = hb.Face(hb.Blob(sfnt), _index(sfnt, file.number))
        _check_tables(face)
        return face


def _unpacked(data: bytes) -> bytes:
    """A font file as it is before it is packed for the web."""
    kind = data[:4]
    if kind in (b"wOFF", b"wOF2"):
        from statement_kit.text.web_fonts import unpack_woff, unpack_woff2  # rarely needed

        data = unpack_woff(data) if kind == b"wOFF" else unpack_woff2(data)
        kind = data[:4]
    if kind not in (*FLAVOURS, COLLECTION):
        what = "The file is empty." if not data else "The file is not a font that the kit can read."
        raise UnusableFontError("not-a-font", what, _KINDS)
    return data


def _index(data: bytes, number: int | None) -> int:
    """Which face of the file is meant, counted from 0, its directory found sound."""
    if data[:4] != COLLECTION:
        if number not in (None, 1):
            raise UnusableFontError("number", f"The file holds one font, not {number}.", "Remove the number.")
        check_directory(data)
        return 0
    offsets = collection_offsets(data)
    if number is None or not 1 <= number <= len(offsets):
        message = "The file is a collection of fonts." if number is None else f"The collection has no font {number}."
        raise UnusableFontError("number", message, f"Give its number: {_listed(data, len(offsets))}.")
    check_directory(data, offsets[number - 1])
    return number - 1


def _listed(data: bytes, count: int) -> str:
    """The fonts of a collection with their numbers."""
    faces = ((number, hb.Face(hb.Blob(data), number - 1)) for number in range(1, min(count, MOST_LISTED) + 1))
    names = [f"{number} is {face.get_name(hb.OTNameIdPredefined.FULL_NAME) or 'nameless'}" for number, face in faces]
    return ", ".join(names) + (", …" if count > MOST_LISTED else "")


def _check_tables(face: hb.Face) -> None:
    lengths = {tag: len(face.reference_table(tag)) for tag in (*_LEAST_BYTES, "hmtx", "glyf", "loca", "CFF ", "CFF2")}
    for tag, least in _LEAST_BYTES.items():
        if lengths[tag] < least:
            raise damaged(f"its table “{tag}” is missing or too short")
    if not ((lengths["glyf"] and lengths["loca"]) or lengths["CFF "] or lengths["CFF2"]):
        message = "The font has no outlines: it holds pictures of letters, or nothing to draw at all."
        raise UnusableFontError("no-outlines", message, "Choose a font with outlines.")
    if struct.unpack_from(">H", table(face, "head"), 18)[0] not in _UNITS_PER_EM:
        raise damaged("it has no em of a possible size")
    (glyphs,), (long,) = (
        struct.unpack_from(">H", table(face, "maxp"), 4),
        struct.unpack_from(">H", table(face, "hhea"), 34),
    )
    if not 0 < long <= glyphs or lengths["hmtx"] < 2 * (glyphs + long):
        raise damaged("it has other numbers of glyphs and of widths than it says")
    if not face.unicodes:
        raise damaged("it has no characters")


def table(face: hb.Face, tag: str) -> bytes:
    """The raw bytes of a table (`glyf`, `hmtx` …), empty if the font has none."""
    return bytes(face.reference_table(tag).data or b"")


def variations(face: hb.Face, file: FontFile) -> dict[str, float]:
    """Where a variable font is to stand on its axes: `wght` at the weight, others where the brand puts them.

    Raises:
        FontError: It has no such axis, or the axis does not reach so far.
    """
    with reading(file.path):
        axes = {axis.tag: axis for axis in face.axis_infos}
        wanted: dict[str, float] = {**({"wght": file.weight} if "wght" in axes else {}), **file.axes}
        at_hand = [f"{tag} from {axis.min_value:g} to {axis.max_value:g}" for tag, axis in axes.items()]
        for tag, value in wanted.items():
            if tag not in axes or not axes[tag].min_value <= value <= axes[tag].max_value:
                message = f"The font cannot be set to {tag} = {value:g}."
                hint = f"Its axes: {', '.join(at_hand)}." if at_hand else "It is not a variable font: leave axes out."
                raise UnusableFontError("axis", message, hint)
        return wanted
