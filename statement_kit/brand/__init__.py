"""Brands: everything about looks.

A `Brand` enters only where looks matter, at layout and in the DOCX writer. Lengths of the page are
in points (pt); lengths of text styles are multiples of the brand's base size (em), so that one number
scales a whole document.
"""

from statement_kit.brand.brand import Brand
from statement_kit.brand.checks import letterhead_problems
from statement_kit.brand.docx_fonts import DocxFonts
from statement_kit.brand.faces import DEFAULT_TYPEFACES, Face, Typeface, voice
from statement_kit.brand.logo import Logo, logo_warnings
from statement_kit.brand.masthead import AccentBar, Backdrop, Masthead
from statement_kit.brand.page import Paper
from statement_kit.brand.placement import LabelForm, Placement, RuleSide
from statement_kit.brand.styles import DEFAULT_STYLES, Style

__all__ = [
    "DEFAULT_STYLES",
    "DEFAULT_TYPEFACES",
    "AccentBar",
    "Backdrop",
    "Brand",
    "DocxFonts",
    "Face",
    "LabelForm",
    "Logo",
    "Masthead",
    "Paper",
    "Placement",
    "RuleSide",
    "Style",
    "Typeface",
    "letterhead_problems",
    "logo_warnings",
    "voice",
]
