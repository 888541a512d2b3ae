"""A PDF opened for signing or verifying. Files come from anywhere: what is wrong with one is a finding, no crash."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NoReturn

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader

from statement_kit.diagnostics import Diagnostic, SigningError, StatementKitError
from statement_kit.signing.certificates import legible

MOST_BYTES = 100_000_000
"""Largest file that is opened: a hundred times a statement with pictures."""

logging.getLogger("pyhanko").addHandler(logging.NullHandler())  # what it would log is said as findings
logging.getLogger("pyhanko_certvalidator").addHandler(logging.NullHandler())


def open_pdf(pdf: bytes) -> PdfFileReader:
    """A reader of a PDF.

    Raises:
        SigningError: It is too large, no PDF, damaged, or encrypted.
    """
    if len(pdf) > MOST_BYTES:
        refuse("pdf/too-large", f"The file has more than {MOST_BYTES // 1_000_000} MB.")
    with reading():
        reader = PdfFileReader(BytesIO(pdf))
        is_encrypted = reader.encrypted
        if not is_encrypted and not isinstance(reader.root, DictionaryObject):
            raise TypeError("the catalog is no dictionary")
    if is_encrypted:
        refuse("pdf/encrypted", "The file is protected by a password.", "Ask who sent it for one without.")
    return reader


@contextmanager
def reading() -> Iterator[None]:
    """Say of anything that fails inside that the file is damaged: a hostile file can fail a reader in any way."""
    try:
        yield
    except StatementKitError:
        raise
    except Exception as error:
        hint = "Get the file again from where it came from."
        problem = Diagnostic("pdf/unreadable", "The file cannot be read as a PDF, or is damaged.", hint=hint)
        raise SigningError([problem]) from error


def check_kind(reader: PdfFileReader) -> None:
    """Make sure that a file is tagged and archival, as the kit's are: other files cannot be kept so when signed.

    Raises:
        SigningError: It is another kind of PDF.
    """
    with reading():
        catalog = reader.root
        is_tagged = "/StructTreeRoot" in catalog and entry(entry(catalog, "/MarkInfo", {}), "/Marked") is not None
        metadata = bytes(catalog["/Metadata"].data) if "/Metadata" in catalog else b""
    if not (is_tagged and b"pdfaid:part" in metadata and b"pdfuaid:part" in metadata):
        hint = "Build it with statement-kit build, and sign what that makes."
        refuse("pdf/other-kind", "The file is no PDF of this kit: it is not tagged and archival.", hint)


def entry(holder: DictionaryObject, key: str, default: Any = None) -> Any:
    """What an entry of a dictionary holds or leads to; its own `get` gives the reference."""
    return holder[key] if key in holder else default  # noqa: SIM401 - see above


def language_of(reader: PdfFileReader) -> str:
    """The BCP 47 tag of the language a file says it is in, or empty."""
    with reading():
        return legible(str(entry(reader.root, "/Lang", "")))


def languages_of(reader: PdfFileReader) -> tuple[str, ...]:
    """The tags of all languages that a file says it holds, in order; none if it says none.

    Those of a parallel edition stand in its metadata, as the kit writes them.
    """
    with reading():
        metadata = bytes(reader.root["/Metadata"].data) if "/Metadata" in reader.root else b""
    listed = _LANGUAGES.search(metadata)
    found = tuple(tag.decode() for tag in _LANGUAGE.findall(listed[1])) if listed else ()
    own = language_of(reader)
    return found if own in found else (own,) if own else ()


_LANGUAGES = re.compile(rb"<dc:language><rdf:Bag>(.{1,400}?)</rdf:Bag></dc:language>", re.DOTALL)
_LANGUAGE = re.compile(rb"<rdf:li>([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4})</rdf:li>")


def refuse(rule: str, message: str, hint: str | None = None) -> NoReturn:
    """Raise a SigningError with one finding."""
    raise SigningError([Diagnostic(rule, message, hint=hint)])
