"""The signer's certificate with its private key, from the files people have."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NoReturn

from asn1crypto import pkcs12 as syntax
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    pkcs12,
)

from statement_kit.diagnostics import Diagnostic, SigningError
from statement_kit.signing.certificates import identity, parse_certificates, use_problem

_WHERE = "Type it at the terminal, put it into STATEMENT_KIT_PASSPHRASE, or name its file with --passphrase-file."


@dataclass(frozen=True, slots=True)
class Credentials:
    """What one needs to sign.

    Attributes:
        certificate: The signer's certificate.
        chain: Certificates that vouch for it.
        key: The private key, PKCS#8 in DER. It is never shown.
    """

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    key: bytes = field(repr=False)


def parse_credentials(certificate: bytes, passphrase: str | None, key: bytes | None) -> Credentials:
    """Credentials from PKCS#12 or PEM (see `signing.load_credentials`)."""
    if key is not None or b"-----BEGIN" in certificate:
        return _from_pem(certificate, passphrase, certificate if key is None else key)
    return _from_pkcs12(certificate, passphrase)


def check_credentials(credentials: Credentials, moment: datetime) -> None:
    """Make sure that a certificate may sign a document at a time.

    Raises:
        SigningError: It is expired, not valid yet, or for another use.
    """
    who, problems = identity(credentials.certificate), []
    if moment > who.valid_until:
        message = f"The certificate of {who.name} expired on {who.valid_until:%Y-%m-%d}."
        problems.append(Diagnostic("certificate/expired", message, hint="Ask its issuer for a new one."))
    if moment < who.valid_from:
        message = f"The certificate of {who.name} is not valid before {who.valid_from:%Y-%m-%d}."
        problems.append(Diagnostic("certificate/not-yet-valid", message, hint="Is the clock of this computer right?"))
    if wrong := use_problem(credentials.certificate):
        message = f"The certificate of {who.name} cannot sign documents: {wrong}."
        hint = "Ask its issuer for one for document signing; one for signing e-mail (S/MIME) does as well."
        problems.append(Diagnostic("certificate/wrong-use", message, hint=hint))
    if problems:
        raise SigningError(problems)


def _from_pkcs12(data: bytes, passphrase: str | None) -> Credentials:
    try:
        syntax.Pfx.load(data, strict=True)["auth_safe"]["content_type"].native  # noqa: B018 - read to be checked
    except (ValueError, TypeError, KeyError) as error:
        _refuse("certificate/unreadable", "This is no certificate file.", "Give a .p12 or .pfx file, or PEM.", error)
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(data, _bytes(passphrase))
    except UnsupportedAlgorithm as error:
        _refuse(
            "certificate/unreadable", "The certificate file is encrypted in a way nobody reads any more.", "", error
        )
    except (ValueError, TypeError) as error:
        _refuse_passphrase(passphrase, error)
    if key is None or certificate is None:
        _refuse("certificate/no-key", "The file holds no certificate with its private key.", "Export it with its key.")
    return _matched(certificate, key, tuple(others))


def _from_pem(data: bytes, passphrase: str | None, key: bytes) -> Credentials:
    certificates = parse_certificates(data)
    if b"PRIVATE KEY-----" not in key:
        hint = "Name the file of the private key with --key."
        _refuse("certificate/no-key", "The file holds a certificate, but not its private key.", hint)
    is_encrypted = b"ENCRYPTED" in key
    try:
        loaded = load_pem_private_key(key, _bytes(passphrase) if is_encrypted else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        if is_encrypted:
            _refuse_passphrase(passphrase, error)
        _refuse("certificate/unreadable", "The private key cannot be read.", "Give it as PEM.", error)
    return _matched(certificates[0], loaded, tuple(certificates[1:]))


def _matched(certificate: x509.Certificate, key: PrivateKeyTypes, chain: tuple[x509.Certificate, ...]) -> Credentials:
    own, of_certificate = (
        each.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        for each in (key.public_key(), certificate.public_key())
    )
    if own != of_certificate:
        hint = "The signer's own certificate comes first in a PEM file."
        _refuse("certificate/other-key", "The private key belongs to another certificate.", hint)
    return Credentials(certificate, chain, key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def _bytes(passphrase: str | None) -> bytes | None:
    return None if passphrase is None else passphrase.encode()


def _refuse_passphrase(passphrase: str | None, error: Exception) -> NoReturn:
    if passphrase is None:
        _refuse("certificate/passphrase", "The certificate needs its passphrase.", _WHERE, error)
    _refuse("certificate/passphrase", "The passphrase is wrong.", "Type it again; or ask who made the file.", error)


def _refuse(rule: str, message: str, hint: str, error: Exception | None = None) -> NoReturn:
    raise SigningError([Diagnostic(rule, message, hint=hint or None)]) from error
