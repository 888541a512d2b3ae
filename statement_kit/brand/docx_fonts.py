"""How much of a brand's fonts goes into a DOCX, which is read, and edited, where nobody may have them."""

from __future__ import annotations

from enum import StrEnum


class DocxFonts(StrEnum):
    """What of each font goes along."""

    SUBSET = "subset"
    """The characters of everyday text in the scripts of the document, and whatever else stands in it."""

    WHOLE = "whole"
    """Every character, for a file that is to be edited in other languages."""

    NONE = "none"
    """Nothing: the file is small, and readers need the fonts. Only the digits of labels go along (D04)."""
