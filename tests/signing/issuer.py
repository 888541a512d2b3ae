"""Certificates made for the tests: an authority, signers it vouches for, and others one should not believe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from statement_kit.signing import load_credentials
from statement_kit.signing.credentials import Credentials

NAME = "Secretariat of the Border Families Alliance"
ORGANISATION = "Border Families Alliance"
EMAIL = "office@example.org"
PASSPHRASE = "សន្តិភាព 2025"  # noqa: S105 - "peace": a passphrase may be in any script
SIGNED_AT = datetime(2025, 7, 28, 9, 30, tzinfo=UTC)

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Owner:
    """A certificate with its key and its issuer."""

    certificate: x509.Certificate
    key: Key
    issuer: x509.Certificate | None = None

    @property
    def pem(self) -> bytes:
        """The certificate alone."""
        return self.certificate.public_bytes(Encoding.PEM)

    def key_pem(self, encryption: KeySerializationEncryption | None = None) -> bytes:
        """The private key alone."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption or NoEncryption())

    def pkcs12(self, passphrase: str = PASSPHRASE) -> bytes:
        """Everything in one file."""
        chain = [self.issuer] if self.issuer else None
        encryption = BestAvailableEncryption(passphrase.encode())
        return pkcs12.serialize_key_and_certificates(b"statement", self.key, self.certificate, chain, encryption)

    @property
    def credentials(self) -> Credentials:
        """What it signs with."""
        return load_credentials(self.pkcs12(), PASSPHRASE)


def issue(
    name: str = NAME,
    issuer: Owner | None = None,
    *,
    organisation: str = ORGANISATION,
    email: str = EMAIL,
    years: tuple[int, int] = (2025, 2030),
    is_authority: bool = False,
    signs: bool = True,
    use: x509.ObjectIdentifier | None = None,
    key: Key | None = None,
) -> Owner:
    """A certificate for somebody: self-signed, or by an issuer."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    entries = [(NameOID.COMMON_NAME, name), (NameOID.ORGANIZATION_NAME, organisation)]
    subject = x509.Name([x509.NameAttribute(kind, value) for kind, value in entries if value])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(years[0], 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(years[1], 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=signs,
                content_commitment=signs,
                key_encipherment=not signs,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=is_authority,
                crl_sign=is_authority,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if email:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.RFC822Name(email)]), critical=False)
    if use:
        is_critical = use == ExtendedKeyUsageOID.TIME_STAMPING
        builder = builder.add_extension(x509.ExtendedKeyUsage([use]), critical=is_critical)
    certificate = builder.sign(issuer.key if issuer else key, hashes.SHA256())
    return Owner(certificate, key, issuer.certificate if issuer else None)
