"""What a certificate says of its owner, whatever somebody wrote into it."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from issuer import EMAIL, NAME, ORGANISATION, SIGNED_AT, Owner, issue

from statement_kit import SigningError
from statement_kit.signing.certificates import MOST_SHOWN, identity, legible, parse_certificates, use_problem


def test_an_identity_says_who_owns_and_who_issued_a_certificate(signer: Owner) -> None:
    found = identity(signer.certificate)
    assert (found.name, found.organisation, found.email) == (NAME, ORGANISATION, EMAIL)
    assert (found.issuer, found.is_self_signed) == ("Peace Register, Register of Associations", False)
    assert found.was_valid_at(SIGNED_AT)


def test_a_self_signed_certificate_is_told_from_one_that_only_names_itself_its_issuer(authority: Owner) -> None:
    pretender = issue("Peace Register", authority, organisation="Register of Associations")
    assert identity(authority.certificate).is_self_signed
    assert pretender.certificate.issuer == pretender.certificate.subject
    assert not identity(pretender.certificate).is_self_signed


def test_an_owner_without_a_name_goes_by_the_organisation_or_the_address() -> None:
    assert identity(issue("", organisation="Peace Now", email="").certificate).name == "Peace Now"
    assert identity(issue("", organisation="").certificate).name == EMAIL
    assert identity(issue("", organisation="", email="").certificate).name == "somebody without a name"


def test_a_name_cannot_steer_the_terminal_begin_a_line_or_turn_the_reading_round() -> None:
    hostile = "Peace\x1b[2J\nNot one byte changed.\u202e\u2028<b>"
    shown = identity(issue(hostile).certificate).name
    assert shown == "Peace<U+001B>[2J<U+000A>Not one byte changed.<U+202E><U+2028><b>"


def test_khmer_and_thai_names_stay_as_they_were_written() -> None:
    name = "សមាគម\u200bសន្តិភាព และ สันติภาพ"  # "peace association" with a place for a line end; "and peace"
    assert legible(name) == name


def test_a_name_is_shown_only_so_far() -> None:
    assert legible("a" * 10_000) == "a" * (MOST_SHOWN - 1) + "…"


def test_certificates_are_read_as_pem_and_as_der(authority: Owner, signer: Owner) -> None:
    assert parse_certificates(signer.pem + authority.pem) == [signer.certificate, authority.certificate]
    assert parse_certificates(signer.certificate.public_bytes(Encoding.DER)) == [signer.certificate]


@pytest.mark.parametrize("data", [b"", b"garbage", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_what_is_no_certificate_is_refused(data: bytes) -> None:
    with pytest.raises(SigningError, match="certificate/unreadable"):
        parse_certificates(data)


def test_a_certificate_is_for_documents_unless_it_says_otherwise(signer: Owner) -> None:
    assert use_problem(signer.certificate) == ""
    assert use_problem(issue(use=ExtendedKeyUsageOID.EMAIL_PROTECTION).certificate) == ""
    assert "signatures" in use_problem(issue(signs=False).certificate)
    assert "something else" in use_problem(issue(use=ExtendedKeyUsageOID.SERVER_AUTH).certificate)
