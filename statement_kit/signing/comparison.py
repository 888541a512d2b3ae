"""A file beside what its source makes today: the same bytes, the same words in another look, or other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils.reader import PdfFileReader

from statement_kit.proof import clause_texts
from statement_kit.signing.certificates import legible
from statement_kit.signing.changes import changes_since
from statement_kit.signing.opening import reading


class Match(StrEnum):
    """How a file matches its source."""

    EXACT = "exact"
    """It is what the source makes, however that is packed, signatures aside."""
    LOOK = "look"
    """Its words are those of the source; something else is not."""
    WORDS = "words"
    """Its words are others."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A clause that differs.

    Attributes:
        clause: Its id.
        found: What the file says, or None if it does not have the clause.
        wanted: What the source says, likewise.
    """

    clause: str
    found: str | None
    wanted: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a file matches its source, and where it does not.

    Attributes:
        match: How.
        differences: Every clause that differs.
    """

    match: Match
    differences: tuple[Difference, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether it is what the source makes."""
        return self.match is Match.EXACT


def compare(pdf: bytes, reader: PdfFileReader, rebuilt: bytes) -> Comparison:
    """Compare a file with what its source makes.

    Raises:
        OutputError: One of them cannot be read.
    """
    if _is_made_of(pdf, reader, rebuilt):
        return Comparison(Match.EXACT)
    if differences := tuple(_differences(clause_texts(pdf), clause_texts(rebuilt))):
        return Comparison(Match.WORDS, differences)
    return Comparison(Match.LOOK)


def _is_made_of(pdf: bytes, reader: PdfFileReader, rebuilt: bytes) -> bool:
    """Whether a file is another, with nothing but signatures behind it."""
    if pdf == rebuilt:
        return True
    with reading():
        end = b"startxref\n%d\n%%%%EOF\n" % reader.xrefs.get_startxref_for_revision(0)
    first = pdf[: pdf.find(end) + len(end)]
    return (first == rebuilt or _unpacked(first) == _unpacked(rebuilt)) and not changes_since(pdf, reader, 0)


def _unpacked(pdf: bytes) -> bytes | None:
    """A file with nothing in it compressed, and without its identifier; None for one that cannot be read.

    Machines compress the same differently, as their zlib does.
    """
    out = BytesIO()
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            del opened.trailer.ID
            modes = {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "compress_streams": False}
            opened.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, static_id=True, **modes)
    except (pikepdf.PdfError, KeyError, AttributeError):
        return None
    return out.getvalue()


def _differences(found: dict[str, str], wanted: dict[str, str]) -> Iterator[Difference]:
    for clause in dict.fromkeys((*wanted, *found)):
        one, other = (_shown(texts.get(clause)) for texts in (found, wanted))
        if one != other:
            yield Difference(legible(clause), one, other)


def _shown(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())
