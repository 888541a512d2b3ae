"""The streams of a PDF file, read within a budget: each may be named any number of times and unfold a thousandfold."""

from __future__ import annotations

from typing import Any

import pikepdf

from statement_kit.pictures.refusal import refusal

MOST_STREAM_BYTES = 4_000_000
"""Unfolded; qpdf stops there, but for LZW, whose unfolding it does not bound."""

READING_COST = 1_000
"""Bytes' worth of work that reading a stream is, however short it is."""

_LZW = {"/LZWDecode", "/LZW"}


class StreamBudget:
    """So many bytes of one file are read, those of a stream each time they are."""

    def __init__(self, path: str, most_bytes: int) -> None:
        self._path = path
        self._left = most_bytes

    def read(self, stream: Any) -> bytes:
        """The stream, unfolded.

        Raises:
            SourceError: It is too large, or nobody can tell before it is read.
        """
        if not _LZW.isdisjoint(_filters(stream)):
            message = f"{self._path} is compressed by LZW, which may hide a file of any size."
            raise refusal("too-complex", message, "Export it as PDF 1.4 or later.", self._path)
        try:
            data = bytes(stream.read_bytes())
        except pikepdf.DataDecodingError as error:
            if "memory limit" in str(error):
                raise self.too_complex() from error
            raise
        self.spend(READING_COST + len(data))
        return data

    def spend(self, count: int) -> None:
        """Take so many bytes off the budget.

        Raises:
            SourceError: There are not so many left.
        """
        self._left -= count
        if self._left < 0:
            raise self.too_complex()

    def too_complex(self) -> Exception:
        """The error of a file that costs too much."""
        message = f"{self._path} draws too much, or too deep."
        return refusal("too-complex", message, "Simplify the drawing, or export it as PNG.", self._path)


def _filters(stream: Any) -> set[str]:
    filters = stream.get("/Filter", [])
    return {str(filters)} if isinstance(filters, pikepdf.Name) else set(map(str, filters))
