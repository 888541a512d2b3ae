"""A signature put behind a file, as an update that leaves every byte before it as it was (ISO 32000-1 7.5.6)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError as PyHankoSigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.stamp import NoOpStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from statement_kit.diagnostics import Diagnostic, SigningError
from statement_kit.signing.certificates import der, identity
from statement_kit.signing.changes import changes_since
from statement_kit.signing.credentials import Credentials, check_credentials
from statement_kit.signing.field import add_field
from statement_kit.signing.opening import check_kind, language_of, open_pdf, reading, refuse
from statement_kit.signing.sheet import read_sheet
from statement_kit.signing.stamp import known_language, make_stamp, stamp_wording
from statement_kit.signing.timestamp import Authority


class Wishes(NamedTuple):
    """How a file is to be signed (see `signing.sign_pdf`)."""

    reason: str = ""
    place: str = ""
    is_visible: bool = False
    again: bool = False
    timestamp_url: str = ""


def add_signature(pdf: bytes, credentials: Credentials, signed_at: datetime, wishes: Wishes) -> bytes:
    """The file with a signature behind it (see `signing.sign_pdf`)."""
    if signed_at.tzinfo is None:
        refuse("sign/no-time-zone", "The time of signing has no time zone.", "Give it one: datetime(…, tzinfo=UTC).")
    reader = open_pdf(pdf)
    check_kind(reader)
    _check_history(pdf, reader, again=wishes.again)
    check_credentials(credentials, signed_at)
    language = known_language(language_of(reader))
    wording = stamp_wording(identity(credentials.certificate).name, signed_at.date(), language)
    stamp = make_stamp(wording, read_sheet(pdf), language) if wishes.is_visible else None
    with reading():
        writer = _Update(BytesIO(pdf))
        name = add_field(writer, wording.text, stamp)
    signer = _signer(credentials, signed_at, name, wishes)
    with _refusals():
        signed: BytesIO = signer.sign_pdf(writer, existing_fields_only=True)
    return signed.getvalue()


def _check_history(pdf: bytes, reader: PdfFileReader, *, again: bool) -> None:
    """Make sure that a file has no signature yet, or may get another and was not changed behind those it has."""
    with reading():
        signatures = list(reader.embedded_signatures)
    if signatures and not again:
        hint = "To add the signature of another organisation, say --again."
        refuse("sign/already-signed", "The file is signed already.", hint)
    if any(changes_since(pdf, reader, signature.signed_revision) for signature in signatures):
        hint = "Build the file anew and have everybody sign that; statement-kit verify says what changed."
        refuse("sign/changed", "The file was changed behind a signature that it has.", hint)


class _Update(IncrementalPdfFileWriter):
    """An update that says nothing of the program that made it, nor of the clock (requirement F06)."""

    def _update_meta(self) -> None:
        """Leave the metadata as they are."""


def _signer(credentials: Credentials, signed_at: datetime, field: str, wishes: Wishes) -> PdfSigner:
    """PAdES, baseline level B, or T with a timestamp (ETSI EN 319 142-1)."""
    registry = SimpleCertificateStore()
    registry.register_multiple([Certificate.load(der(each)) for each in credentials.chain])
    return _DatedSigner(
        PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            name=identity(credentials.certificate).name,  # pyHanko knows no name in a subject without the usual ones
            reason=wishes.reason or None,
            location=wishes.place or None,
            subfilter=SigSeedSubFilter.PADES,
        ),
        SimpleSigner(Certificate.load(der(credentials.certificate)), PrivateKeyInfo.load(credentials.key), registry),
        signed_at.astimezone(UTC),
        Authority(wishes.timestamp_url) if wishes.timestamp_url else None,
    )


class _DatedSigner(PdfSigner):
    """A signer that is told the time."""

    def __init__(
        self, metadata: PdfSignatureMetadata, signer: SimpleSigner, signed_at: datetime, authority: Authority | None
    ) -> None:
        super().__init__(metadata, signer, timestamper=authority, stamp_style=NoOpStampStyle())
        self._signed_at = signed_at

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        """Declare PAdES only; pyHanko would call a file with an elliptic-curve key PDF 2.0, which PDF/A-2 is not."""
        pdf_out.register_extension(ESIC_EXTENSION_1)

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        """The session, at the time of signing and not of the clock."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._signed_at
        return session


@contextmanager
def _refusals() -> Iterator[None]:
    """Say what stopped a signature."""
    try:
        yield
    except (TimestampRequestError, OSError) as error:
        hint = "Check the address and the network, or sign without --timestamp."
        message = "The time-stamping authority gave no timestamp."
        raise SigningError([Diagnostic("sign/no-timestamp", message, hint=hint)]) from error
    except (PyHankoSigningError, NotImplementedError, ValueError) as error:
        hint = "Use a certificate with an RSA or elliptic-curve key."
        raise SigningError([Diagnostic("sign/refused", "The file could not be signed.", hint=hint)]) from error
