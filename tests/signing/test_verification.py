"""Verifying: who signed, who vouches for that, and what a campaigner is told; and files nobody should open."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from issuer import NAME, SIGNED_AT, Owner, issue

from statement_kit import SigningError, sign_pdf, verify_pdf
from statement_kit.signing import opening, pdf_language
from statement_kit.signing.report import as_data, in_plain_words


def test_an_authority_the_reader_trusts_vouches_for_the_signer(signed: Mapping[str, bytes], authority: Owner) -> None:
    found = verify_pdf(signed["km"], [authority.pem])
    assert (found.verdict, found.language) == ("good", "km")
    said = in_plain_words(found)
    assert said.startswith(f"Signed by {NAME} (Border Families Alliance, office@example.org).")
    assert "Not one byte of the file changed since." in said
    assert "issued by Peace Register, Register of Associations; the certificates you trust vouch for it" in said
    assert "2025-07-28 at 09:30 UTC, by the clock of the signer's computer" in said


def test_the_signers_own_certificate_may_be_trusted(signed: Mapping[str, bytes], signer: Owner) -> None:
    assert verify_pdf(signed["en"], [signer.pem]).verdict == "good"


def test_certificates_that_do_not_vouch_are_said_to_not_vouch(signed: Mapping[str, bytes], other: Owner) -> None:
    found = verify_pdf(signed["en"], [other.pem])
    assert found.verdict == "untrusted"
    assert "DO NOT VOUCH" in in_plain_words(found)


def test_anyone_can_make_a_certificate_and_the_reader_is_told_to_compare_its_fingerprint(
    pdfs: Mapping[str, bytes],
) -> None:
    found = verify_pdf(sign_pdf(pdfs["en"], issue().credentials, SIGNED_AT))
    said = in_plain_words(found)
    assert "Anyone can make such a certificate" in said
    assert found.signatures[0].signer.fingerprint in said


def test_a_signature_from_when_its_certificate_was_not_valid_is_not_believed(
    pdfs: Mapping[str, bytes], signer: Owner, authority: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statement_kit.signing.signature.check_credentials", lambda credentials, moment: None)
    for year in (2024, 2031):
        made = sign_pdf(pdfs["en"], signer.credentials, datetime(year, 1, 1, tzinfo=UTC))
        for trust in (authority, signer):
            found = verify_pdf(made, [trust.pem])
            assert found.verdict == "untrusted"
            assert "IT WAS NOT VALID when this was signed" in in_plain_words(found)


def test_an_unsigned_file_is_said_to_be_unsigned(pdfs: Mapping[str, bytes]) -> None:
    found = verify_pdf(pdfs["th"], against=pdfs["th"])
    assert found.verdict == "unsigned"
    assert in_plain_words(found, "the folder") == (
        "Nobody signed this file.\nThe file is exactly what the folder makes today."
    )


def test_a_file_in_other_words_is_told_clause_by_clause(signed: Mapping[str, bytes], pdfs: Mapping[str, bytes]) -> None:
    found = verify_pdf(signed["en"], against=pdfs["km"])
    assert found.verdict == "mismatch"
    assert found.comparison is not None
    by_clause = {each.clause: each for each in found.comparison.differences}
    title = by_clause["title"]
    assert title.found is not None
    assert title.found.startswith("Calling for")
    assert "title reads “Calling for" in in_plain_words(found, "the folder")


def test_the_same_words_in_another_look_are_told_apart_from_the_same_file(pdfs: Mapping[str, bytes]) -> None:
    with pikepdf.open(BytesIO(pdfs["en"])) as pdf:
        saved = BytesIO()
        pdf.save(saved)
    found = verify_pdf(saved.getvalue(), against=pdfs["en"])
    assert found.comparison is not None
    assert (found.verdict, found.comparison.match) == ("mismatch", "look")
    assert "IT IS NOT THE SAME FILE" in in_plain_words(found)


def test_all_of_it_is_data_for_programs(signed: Mapping[str, bytes], authority: Owner) -> None:
    data = json.loads(json.dumps(as_data(verify_pdf(signed["en"], [authority.pem], signed["en"]))))
    assert (data["verdict"], data["comparison"]["match"]) == ("good", "exact")
    (found,) = data["signatures"]
    assert (found["signer"]["name"], found["claimed_at"]) == (NAME, "2025-07-28T09:30:00+00:00")
    assert found["is_unchanged"]


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7", b"%PDF-1.7\nstartxref\n9\n%%EOF", b"\0" * 5000])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(SigningError, match="pdf/unreadable"):
        verify_pdf(data)


def test_a_file_cut_short_anywhere_is_refused_or_found_changed(signed: Mapping[str, bytes]) -> None:
    data = signed["en"]
    for length in range(100, len(data), 4001):
        with suppress(SigningError):
            assert verify_pdf(data[:length]).verdict in ("changed", "unsigned")


def test_a_file_under_a_password_is_refused(pdfs: Mapping[str, bytes]) -> None:
    with pikepdf.open(BytesIO(pdfs["en"])) as pdf:
        saved = BytesIO()
        pdf.save(saved, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(SigningError, match="pdf/encrypted"):
        verify_pdf(saved.getvalue())


def test_a_huge_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch, pdfs: Mapping[str, bytes]) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", len(pdfs["en"]) - 1)
    with pytest.raises(SigningError, match="pdf/too-large"):
        verify_pdf(pdfs["en"])


def test_a_file_says_its_language_or_is_refused(pdfs: Mapping[str, bytes]) -> None:
    assert pdf_language(pdfs["km"]) == "km"
    with pikepdf.open(BytesIO(pdfs["km"])) as pdf:
        del pdf.Root.Lang
        saved = BytesIO()
        pdf.save(saved)
    with pytest.raises(SigningError, match="pdf/no-language"):
        pdf_language(saved.getvalue())
