"""Certificates with their keys: read from the files people have, refused with a reason."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.x509.oid import ExtendedKeyUsageOID
from issuer import PASSPHRASE, SIGNED_AT, Owner, issue

from statement_kit import SigningError, load_credentials
from statement_kit.signing.credentials import check_credentials


def rules(error: SigningError) -> list[str]:
    return [found.rule for found in error.diagnostics]


def test_a_pkcs12_file_gives_certificate_key_and_chain(signer: Owner, authority: Owner) -> None:
    found = load_credentials(signer.pkcs12(), PASSPHRASE)
    assert (found.certificate, found.chain) == (signer.certificate, (authority.certificate,))


def test_pem_gives_the_same_from_one_file_or_two(signer: Owner, authority: Owner) -> None:
    chain = signer.pem + authority.pem
    wanted = load_credentials(signer.pkcs12(), PASSPHRASE)
    assert load_credentials(chain + signer.key_pem()) == wanted
    assert load_credentials(chain, key=signer.key_pem()) == wanted
    locked = signer.key_pem(BestAvailableEncryption(PASSPHRASE.encode()))
    assert load_credentials(chain, PASSPHRASE, locked) == wanted


def test_a_passphrase_is_not_needed_for_a_key_that_has_none(signer: Owner) -> None:
    assert load_credentials(signer.pem, PASSPHRASE, signer.key_pem()).certificate == signer.certificate


def test_the_key_is_never_shown(signer: Owner) -> None:
    assert "key" not in repr(signer.credentials)


@pytest.mark.parametrize("passphrase", [None, "", "another"])
def test_a_wrong_passphrase_is_told_from_a_damaged_file(signer: Owner, passphrase: str | None) -> None:
    locked = signer.key_pem(BestAvailableEncryption(PASSPHRASE.encode()))
    for certificate, key in ((signer.pkcs12(), None), (signer.pem, locked)):
        with pytest.raises(SigningError) as caught:
            load_credentials(certificate, passphrase, key)
        assert rules(caught.value) == ["certificate/passphrase"]
        assert ("needs" if passphrase is None else "wrong") in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"garbage", b"\x30\x80", b"\x30\x03\x02\x01\x03", b"%PDF-1.7", b"\x30" * 5000])
def test_garbage_is_refused(data: bytes) -> None:
    with pytest.raises(SigningError) as caught:
        load_credentials(data, PASSPHRASE)
    assert rules(caught.value) == ["certificate/unreadable"]


def test_a_pkcs12_file_cut_short_is_refused(signer: Owner) -> None:
    data = signer.pkcs12()
    for length in range(0, len(data), 97):
        with pytest.raises(SigningError):
            load_credentials(data[:length], PASSPHRASE)


def test_a_certificate_without_its_key_is_refused(signer: Owner) -> None:
    with pytest.raises(SigningError) as caught:
        load_credentials(signer.pem)
    assert rules(caught.value) == ["certificate/no-key"]


def test_the_key_of_another_certificate_is_refused(signer: Owner, other: Owner) -> None:
    with pytest.raises(SigningError) as caught:
        load_credentials(signer.pem, key=other.key_pem())
    assert rules(caught.value) == ["certificate/other-key"]


@pytest.mark.parametrize(
    ("owner", "rule"),
    [
        (issue(years=(2020, 2025)), "certificate/expired"),
        (issue(years=(2026, 2030)), "certificate/not-yet-valid"),
        (issue(signs=False), "certificate/wrong-use"),
        (issue(use=ExtendedKeyUsageOID.SERVER_AUTH), "certificate/wrong-use"),
    ],
    ids=["expired", "early", "key-usage", "web-site"],
)
def test_a_certificate_that_may_not_sign_now_is_refused(owner: Owner, rule: str) -> None:
    with pytest.raises(SigningError) as caught:
        check_credentials(owner.credentials, SIGNED_AT)
    assert rules(caught.value) == [rule]


def test_a_certificate_is_valid_by_the_time_it_is_given_and_not_by_the_clock() -> None:
    old = issue(years=(2001, 2002)).credentials
    check_credentials(old, datetime(2001, 6, 1, tzinfo=UTC))
