"""PDF: a file of one page becomes a `VectorPicture`. Whatever would change the picture and is not drawn is refused.

Of PDF this draws paths, fills, strokes, constant opacity, clipping and form XObjects, in grey, RGB, or colours that an
ICC profile brings to sRGB.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from statement_kit.pictures.drawing import concatenate, vector_picture
from statement_kit.pictures.pdf.content import Interpreter
from statement_kit.pictures.pdf.streams import MOST_STREAM_BYTES
from statement_kit.pictures.picture import VectorPicture
from statement_kit.pictures.refusal import Findings, refusal

_QPDF = Lock()
_AGAIN = "Export it again, or ask for the file again."
_INVISIBLE = {"/Link", "/Popup"}
"""Annotations that draw nothing of their own."""

_DAMAGE = (
    pikepdf.PikepdfError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    Warning,
)
"""What comes of objects that are not what their place in the file demands; nothing is repaired."""


def parse_pdf(data: bytes, path: str) -> VectorPicture:
    """Read the one page of a PDF file; its crop box is the picture's edge.

    Raises:
        SourceError: It is damaged, encrypted, has several pages, or draws with what we cannot draw exactly.
    """
    findings = Findings(path)
    try:
        with _bounded_qpdf(), pikepdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            picture = _picture(pdf, path, findings)
            is_sound = not pdf.get_warnings()
    except pikepdf.PasswordError as error:
        raise _encrypted(path) from error
    except _DAMAGE as error:
        raise refusal("damaged", f"{path} is damaged, or not a PDF we can read.", _AGAIN, path) from error
    findings.raise_if_any()
    if not is_sound:
        raise refusal("damaged", f"{path} is damaged.", _AGAIN, path)
    if not picture.drawing:
        raise refusal("empty", f"{path} draws nothing.", "Look at it in a reader, and export it again.", path)
    return picture


@contextmanager
def _bounded_qpdf() -> Iterator[None]:
    """No stream may unfold to more than we read of one; qpdf keeps such limits for the whole process."""
    limits = ("flate_max_memory", "run_length_max_memory", "png_max_memory", "tiff_max_memory")
    with _QPDF, warnings.catch_warnings(action="error"):
        changed: dict[str, Any] = dict.fromkeys(limits, MOST_STREAM_BYTES)
        before: dict[str, Any] = set_qpdf_limits(**changed)
        try:
            yield
        finally:
            set_qpdf_limits(**before)


def _encrypted(path: str) -> Exception:
    return refusal("encrypted", f"{path} is locked.", "Export it without a password and without restrictions.", path)


def _picture(pdf: pikepdf.Pdf, path: str, findings: Findings) -> VectorPicture:
    if pdf.is_encrypted:
        raise _encrypted(path)
    if len(pdf.pages) != 1:
        message = f"{path} has {len(pdf.pages)} pages."
        raise refusal("several-pages", message, "Export the page with the picture alone.", path)
    page = pdf.pages[0]
    if any(str(note.get("/Subtype")) not in _INVISIBLE for note in page.get("/Annots", [])):
        findings.add("pdf-annotation", "The page has comments or form fields.", "Remove them, or flatten the PDF.")
    page.flatten_rotation()
    x0, y0, x1, y1 = map(float, page.cropbox)
    left, bottom, width, height = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
    if not width or not height:
        raise refusal("damaged", f"{path} has a page without extent.", _AGAIN, path)
    unit = float(page.get("/UserUnit", 1))
    matrix = concatenate((1, 0, 0, 1, -left, -bottom), (unit, 0, 0, unit, 0, 0))
    paintings = Interpreter(pdf, path, findings).paint_page(page, matrix)
    return vector_picture(width * unit, height * unit, paintings, path)
