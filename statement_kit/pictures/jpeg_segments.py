"""A JPEG file taken apart into its segments (ITU-T T.81, annex B), to leave out all that is not the picture."""

from __future__ import annotations

from collections.abc import Iterator

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _ADOBE = 0xE0, 0xEE
_FRAMES_PDF_READS = {0xC0, 0xC1, 0xC2}
"""Baseline, extended, progressive: what DCTDecode knows (ISO 32000-1, 7.4.8)."""

_PROFILE = 0xE2
_MOST_OF_PROFILE = 65_519
"""Bytes of a profile that a segment holds beside its own length and heading (ISO 15076-1, B.4)."""

_TABLES = {0xC4, 0xDB, 0xDD}
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def bare_jpeg(data: bytes) -> bytes | None:
    """The same compressed picture without Exif, XMP, comments, thumbnails, profile, or anything behind its end.

    Adobe's segment stays, and JFIF's without its thumbnail: they say which colours the channels are.

    Returns:
        None where a PDF reader could not be trusted to read it: arithmetic coding, lossless or hierarchical frames,
        or segments that do not follow on one another.
    """
    kept = [bytes((0xFF, _START))]
    for marker, segment in _segments(data):
        if marker in _FRAMES and marker not in _FRAMES_PDF_READS:
            return None
        if marker == _JFIF and segment[4:9] == b"JFIF\0" and len(segment) >= 18:
            kept.append(b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0")
        elif marker in _TABLES | _FRAMES | {_SCAN} or (marker == _ADOBE and segment[4:9] == b"Adobe"):
            kept.append(segment)
        elif marker == _END:
            return b"".join([*kept, segment])
    return None


def with_profile(data: bytes, profile: bytes | None) -> bytes:
    """A bare JPEG with a colour profile in it again, behind its JFIF segment, which wants to be first."""
    if profile is None:
        return data
    pieces = [profile[at : at + _MOST_OF_PROFILE] for at in range(0, len(profile), _MOST_OF_PROFILE)]
    segments = b"".join(
        bytes((0xFF, _PROFILE))
        + (len(piece) + 16).to_bytes(2)
        + b"ICC_PROFILE\0"
        + bytes((number, len(pieces)))
        + piece
        for number, piece in enumerate(pieces, 1)
    )
    jfif = data[2:].startswith(bytes((0xFF, _JFIF)))
    at = 4 + int.from_bytes(data[4:6]) if jfif else 2
    return data[:at] + segments + data[at:]


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment; that of a scan reaches to the next marker, its coded picture with it."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _END:
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _SCAN:
            end = _scan_end(data, end)
        yield marker, data[at:end]
        at = end
    if data[at : at + 2] == bytes((0xFF, _END)):
        yield _END, data[at : at + 2]


def _scan_end(data: bytes, at: int) -> int:
    """Where the next marker begins that is neither a stuffed byte nor a restart."""
    while (at := data.find(b"\xff", at)) >= 0:
        if at + 1 < len(data) and (data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7):
            at += 2
        else:
            return at
    return len(data)
