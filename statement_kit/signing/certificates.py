"""What a certificate says of its owner (RFC 5280), fit to be printed: names are whatever somebody wrote there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from statement_kit.diagnostics import Diagnostic, SigningError

MOST_SHOWN = 120
"""Most characters of a name that are shown."""

_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
"""Categories of characters that show nothing, or that nobody could foretell: controls, line ends, private use."""

_JOINERS = "\u200b\u200c\u200d\u2060"
"""What steers line ends and shaping in Khmer and Thai names, and may stay."""

_DOCUMENT_USES = frozenset(
    (
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
        ExtendedKeyUsageOID.EMAIL_PROTECTION,
        x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # documentSigning (RFC 9336)
        x509.ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),  # Microsoft's document signing
        x509.ObjectIdentifier("1.2.840.113583.1.1.5"),  # Adobe's authentic documents
    )
)
"""Extended uses that cover a document; a certificate with others only is for something else, a web site mostly."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose a certificate is.

    Attributes:
        name: The owner's name; where there is none, the organisation or the e-mail address.
        organisation: The organisation, or empty.
        email: The e-mail address, or empty.
        issuer: Who issued it.
        is_self_signed: Whether the owner issued it, so that nobody else vouches for the name.
        fingerprint: The SHA-256 of the certificate, as people compare it: pairs of hexadecimal digits.
        valid_from: When it begins to be valid.
        valid_until: When it ends.
    """

    name: str
    organisation: str
    email: str
    issuer: str
    is_self_signed: bool
    fingerprint: str
    valid_from: datetime
    valid_until: datetime

    def was_valid_at(self, moment: datetime) -> bool:
        """Whether the certificate was valid then, by its own dates."""
        return self.valid_from <= moment <= self.valid_until


def identity(certificate: x509.Certificate) -> Identity:
    """Whose a certificate is.

    Raises:
        ValueError: It is damaged.
    """
    organisation = _entry(certificate.subject, NameOID.ORGANIZATION_NAME)
    email = _email(certificate)
    return Identity(
        name=_entry(certificate.subject, NameOID.COMMON_NAME) or organisation or email or "somebody without a name",
        organisation=organisation,
        email=email,
        issuer=_issuer(certificate.issuer),
        is_self_signed=_is_self_signed(certificate),
        fingerprint=certificate.fingerprint(SHA256()).hex(":").upper(),
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
    )


def legible(text: str) -> str:
    """A text on one line, without what would steer a terminal or reorder what is read, and not too long."""
    shown = "".join(
        f"<U+{ord(char):04X}>" if unicodedata.category(char) in _UNSEEN and char not in _JOINERS else char
        for char in text
    ).strip()
    return shown if len(shown) <= MOST_SHOWN else f"{shown[: MOST_SHOWN - 1]}…"


def use_problem(certificate: x509.Certificate) -> str:
    """Why a certificate is not for documents, by its key usage (RFC 5280 4.2.1.3, 4.2.1.12); empty if it is."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        if not usage.digital_signature and not usage.content_commitment:
            return "its key is not for signatures"
    except x509.ExtensionNotFound:
        pass
    try:
        extended = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        if not _DOCUMENT_USES.intersection(extended):
            return "it is for something else than documents"
    except x509.ExtensionNotFound:
        pass
    return ""


def parse_certificates(data: bytes) -> list[x509.Certificate]:
    """The certificates in a PEM file, or the one in a DER file.

    Raises:
        SigningError: There is none.
    """
    try:
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificates(data)
        return [x509.load_der_x509_certificate(data)]
    except ValueError as error:
        hint = "Give a certificate as PEM (a text that begins with -----BEGIN CERTIFICATE-----) or DER."
        raise SigningError([Diagnostic("certificate/unreadable", "This is no certificate.", hint=hint)]) from error


def der(certificate: x509.Certificate) -> bytes:
    """A certificate as bytes."""
    return certificate.public_bytes(Encoding.DER)


def fingerprints(certificates: Iterable[x509.Certificate]) -> set[str]:
    """The fingerprints of certificates, as an `Identity` has them."""
    return {certificate.fingerprint(SHA256()).hex(":").upper() for certificate in certificates}


def _entry(name: x509.Name, kind: x509.ObjectIdentifier) -> str:
    return legible(", ".join(str(entry.value) for entry in name.get_attributes_for_oid(kind)))


def _email(certificate: x509.Certificate) -> str:
    return legible(", ".join(dict.fromkeys(_emails(certificate))))


def _emails(certificate: x509.Certificate) -> Iterator[str]:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        yield from names.get_values_for_type(x509.RFC822Name)
    except x509.ExtensionNotFound:
        pass
    for entry in certificate.subject.get_attributes_for_oid(NameOID.EMAIL_ADDRESS):
        yield str(entry.value)


def _issuer(name: x509.Name) -> str:
    known = (_entry(name, kind) for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME))
    return ", ".join(dict.fromkeys(filter(None, known))) or "somebody without a name"


def _is_self_signed(certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(certificate)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
