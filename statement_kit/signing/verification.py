"""What a file's signatures are worth: who signed, whether anything changed since, and who vouches for the signer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from asn1crypto.x509 import Certificate
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from statement_kit.diagnostics import Diagnostic, SigningError
from statement_kit.signing.certificates import (
    Identity,
    der,
    fingerprints,
    identity,
    legible,
    parse_certificates,
    use_problem,
)
from statement_kit.signing.changes import changes_since
from statement_kit.signing.comparison import Comparison, compare
from statement_kit.signing.opening import language_of, open_pdf, reading

_USES = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)


class Trust(StrEnum):
    """Who vouches that a certificate is its owner's."""

    VOUCHED = "vouched"
    """The certificates that were given do."""
    ITSELF = "itself"
    """It is itself one of the certificates that were given."""
    NOT_VOUCHED = "not-vouched"
    """Certificates were given, and they do not."""
    NOT_ASKED = "not-asked"
    """No certificate was given to trust."""


class Verdict(StrEnum):
    """What it comes to."""

    GOOD = "good"
    """Signed by whom it says and unchanged; and as its source, where that was asked."""
    UNKNOWN_SIGNER = "unknown-signer"
    """All that was asked is well; but no certificate was given to trust, so nobody knows who signed."""
    UNSIGNED = "unsigned"
    """Nobody signed it."""
    UNTRUSTED = "untrusted"
    """The certificates given do not vouch for a signer; or a certificate was not valid then, or is for another use."""
    MISMATCH = "mismatch"
    """It is not what its source makes today."""
    CHANGED = "changed"
    """It is not what somebody signed."""


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A time that an authority confirmed (RFC 3161).

    Attributes:
        moment: The time.
        authority: Who says so.
        is_sound: Whether the timestamp is of this signature and unchanged.
        is_vouched: Whether the certificates that were given vouch for the authority.
    """

    moment: datetime
    authority: str
    is_sound: bool
    is_vouched: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of a file.

    Attributes:
        signer: Whose certificate it is.
        trust: Who vouches for that.
        is_intact: Whether what it covers is, byte for byte, what was signed, and by the certificate's key.
        ends_before: Whether the file goes on behind what the signature covers.
        changes: What was changed there, beside further signatures; words that end a sentence.
        claimed_at: When it was made, as the signer's own computer says; None if it does not.
        timestamp: What an authority says of that, if one was asked.
        wrong_use: Why the certificate is not for documents; empty if it is.
        reason: Why it was made, in the signer's words.
        place: Where, in the signer's words.
    """

    signer: Identity
    trust: Trust
    is_intact: bool
    ends_before: bool
    changes: tuple[str, ...]
    claimed_at: datetime | None
    timestamp: Timestamp | None
    wrong_use: str
    reason: str
    place: str

    @property
    def signed_at(self) -> datetime | None:
        """When it was made: by a vouched timestamp, or else as claimed."""
        stamped = self.timestamp and self.timestamp.is_sound and self.timestamp.is_vouched
        return self.timestamp.moment if self.timestamp and stamped else self.claimed_at

    @property
    def was_certificate_valid(self) -> bool:
        """Whether the certificate was valid then, by its dates."""
        return self.signed_at is not None and self.signer.was_valid_at(self.signed_at)

    @property
    def is_unchanged(self) -> bool:
        """Whether the file is what was signed, but for signatures added since."""
        return self.is_intact and not self.changes

    @property
    def is_signer_known(self) -> bool:
        """Whether the signer is who the certificate says, by the word of the certificates that were given."""
        return self.is_intact and self.trust in (Trust.VOUCHED, Trust.ITSELF)

    @property
    def is_fit(self) -> bool:
        """Whether nothing speaks against the certificate; nothing speaks for it either where none was given."""
        return self.was_certificate_valid and not self.wrong_use and self.trust is not Trust.NOT_VOUCHED


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known of a file.

    Attributes:
        signatures: Its signatures, in the order in which they were made.
        language: The BCP 47 tag of the language it says it is in.
        comparison: How it matches what its source makes today, if that was asked.
    """

    signatures: tuple[Signature, ...]
    language: str
    comparison: Comparison | None

    @property
    def verdict(self) -> Verdict:
        """What it comes to: the gravest thing that can be said."""
        if not all(signature.is_unchanged for signature in self.signatures):
            return Verdict.CHANGED
        if self.comparison and not self.comparison.is_exact:
            return Verdict.MISMATCH
        if not all(signature.is_fit for signature in self.signatures):
            return Verdict.UNTRUSTED
        if any(signature.trust is Trust.NOT_ASKED for signature in self.signatures):
            return Verdict.UNKNOWN_SIGNER
        return Verdict.GOOD if self.signatures else Verdict.UNSIGNED


def verify(pdf: bytes, trust: Sequence[bytes], against: bytes | None) -> Verification:
    """What is known of a file (see `signing.verify_pdf`)."""
    trusted = [certificate for data in trust for certificate in parse_certificates(data)]
    reader = open_pdf(pdf)
    with reading():
        found = [each for each in reader.embedded_signatures if each.sig_object_type == "/Sig"]
        signatures = tuple(_signature(pdf, reader, each, trusted) for each in found)
    comparison = None if against is None else compare(pdf, reader, against)
    return Verification(signatures, language_of(reader), comparison)


def _signature(
    pdf: bytes, reader: PdfFileReader, embedded: EmbeddedPdfSignature, trusted: Sequence[x509.Certificate]
) -> Signature:
    certificate = x509.load_der_x509_certificate(embedded.signer_cert.dump())
    signer = identity(certificate)
    claimed_at = _in_utc(embedded.self_reported_timestamp)
    status = _status(embedded, trusted, claimed_at or signer.valid_from)
    covers = embedded.evaluate_signature_coverage()
    return Signature(
        signer=signer,
        trust=_trust(status, signer, trusted),
        is_intact=status.intact and status.valid and covers >= SignatureCoverageLevel.ENTIRE_REVISION,
        ends_before=covers < SignatureCoverageLevel.ENTIRE_FILE,
        changes=changes_since(pdf, reader, embedded.signed_revision),
        claimed_at=claimed_at,
        timestamp=_timestamp(status),
        wrong_use=use_problem(certificate),
        reason=_said(embedded, "/Reason"),
        place=_said(embedded, "/Location"),
    )


def _status(
    embedded: EmbeddedPdfSignature, trusted: Sequence[x509.Certificate], moment: datetime
) -> PdfSignatureStatus:
    """What pyHanko says of the signature by itself and of the certificates behind it; the network is not asked."""
    roots = [Certificate.load(der(certificate)) for certificate in trusted]
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=moment)
    try:
        return validate_pdf_signature(embedded, context, key_usage_settings=_USES, skip_diff=True)
    except SignatureValidationError as error:
        message = "A signature of the file cannot be checked: it is incomplete, or made in a way that is not safe."
        raise SigningError([Diagnostic("signature/unreadable", message)]) from error


def _in_utc(moment: datetime | None) -> datetime | None:
    """A time as it is compared; one without a zone is taken as UTC."""
    return moment and (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC))


def _trust(status: PdfSignatureStatus, signer: Identity, trusted: Sequence[x509.Certificate]) -> Trust:
    if not trusted:
        return Trust.NOT_ASKED
    if signer.fingerprint in fingerprints(trusted):
        return Trust.ITSELF
    return Trust.VOUCHED if status.trusted else Trust.NOT_VOUCHED


def _timestamp(status: PdfSignatureStatus) -> Timestamp | None:
    stamped = status.timestamp_validity
    if stamped is None:
        return None
    authority = identity(x509.load_der_x509_certificate(stamped.signing_cert.dump()))
    return Timestamp(stamped.timestamp, authority.name, stamped.intact and stamped.valid, stamped.trusted)


def _said(embedded: EmbeddedPdfSignature, key: str) -> str:
    return legible(str(embedded.sig_object.get(key, "")))
