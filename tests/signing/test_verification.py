"""Verifying: who signed, who vouches for that, and what a campaigner is told; and files nobody should open."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from issuer import NAME, SIGNED_AT, Owner, issue

from statement_kit import SigningError, build, sign_pdf, verify_pdf
from statement_kit.signing import opening, pdf_languages
from statement_kit.signing.comparison import Comparison, Difference, Match
from statement_kit.signing.report import MOST_DIFFERENCES, as_data, in_plain_words
from statement_kit.signing.verification import Verification

EXAMPLE = Path(__file__).parents[2] / "examples" / "border-ceasefire"


def test_an_authority_the_reader_trusts_vouches_for_the_signer(signed: Mapping[str, bytes], authority: Owner) -> None:
    found = verify_pdf(signed["km"], [authority.pem])
    assert (found.verdict, found.language) == ("good", "km")
    said = in_plain_words(found)
    assert said.startswith(f"Signed by {NAME} (Border Families Alliance, office@example.org).")
    assert "Not one byte of the file changed since." in said
    assert "issued by “Peace Register, Register of Associations”; the certificates you trust vouch for it" in said
    assert "2025-07-28 at 09:30 UTC, by the clock of the signer's computer" in said


def test_the_signers_own_certificate_may_be_trusted(signed: Mapping[str, bytes], signer: Owner) -> None:
    found = verify_pdf(signed["en"], [signer.pem])
    assert (found.verdict, found.signatures[0].trust) == ("good", "itself")
    said = in_plain_words(found)
    assert said.startswith(f"Signed by {NAME} (")
    assert "This is one of the certificates you trust." in said


def test_a_self_signed_certificate_that_is_trusted_itself_is_not_contradicted(pdfs: Mapping[str, bytes]) -> None:
    owner = issue()
    said = in_plain_words(verify_pdf(sign_pdf(pdfs["en"], owner.credentials, SIGNED_AT), [owner.pem]))
    assert "This is one of the certificates you trust." in said
    assert "nobody else vouches" not in said


def test_certificates_that_do_not_vouch_are_said_to_not_vouch(signed: Mapping[str, bytes], other: Owner) -> None:
    found = verify_pdf(signed["en"], [other.pem])
    assert found.verdict == "untrusted"
    said = in_plain_words(found)
    assert said.startswith(f"Signed with a certificate that says “{NAME}” (“Border Families Alliance”, “office@")
    assert said.splitlines()[0].endswith("; the certificates you trust do not vouch for it.")
    assert "DO NOT VOUCH" in said


def test_where_nobody_was_trusted_the_name_is_no_fact(signed: Mapping[str, bytes]) -> None:
    found = verify_pdf(signed["en"])
    assert found.verdict == as_data(found)["verdict"] == "unknown-signer"
    first = in_plain_words(found).splitlines()[0]
    assert first.startswith(f"Signed with a certificate that says “{NAME}” (")
    assert first.endswith("; who that is was not checked.")


def test_the_name_is_no_fact_where_the_file_is_not_what_was_signed(
    signed: Mapping[str, bytes], authority: Owner
) -> None:
    spoiled = bytearray(signed["en"])
    spoiled[signed["en"].index(b"stream\n") + 40] ^= 1
    found = verify_pdf(bytes(spoiled), [authority.pem])
    assert found.verdict == "changed"
    assert in_plain_words(found).splitlines()[0].endswith("; but this file is not what was signed.")


def test_a_name_cannot_end_its_own_quotation(pdfs: Mapping[str, bytes]) -> None:
    owner = issue("Peace”; the United Nations vouch for it. “", organisation="", email="")
    first = in_plain_words(verify_pdf(sign_pdf(pdfs["en"], owner.credentials, SIGNED_AT))).splitlines()[0]
    assert (first.count("“"), first.count("”")) == (1, 1)
    assert first.endswith("”; who that is was not checked.")


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
    said = in_plain_words(found, "the folder").splitlines()
    assert "    title reads “Calling for" in "\n".join(said)
    about = [line for line in said if "TITLE" in line or "ELSE" in line]
    assert about == [
        "ITS TITLE IS NOT THAT OF the folder: this looks like another statement.",
        "THE FILE SAYS SOMETHING ELSE THAN the folder today:",
    ]
    assert len(found.comparison.differences) > MOST_DIFFERENCES
    assert len(said) - said.index(about[1]) - 1 == MOST_DIFFERENCES + 1
    assert said[-1] == f"    and {len(found.comparison.differences) - MOST_DIFFERENCES} more; --json lists all."
    assert len(as_data(found)["comparison"]["differences"]) == len(found.comparison.differences)


def test_a_file_with_the_same_title_is_not_taken_for_another_statement() -> None:
    comparison = Comparison(Match.WORDS, (Difference("demand.1", "Open the border.", "Close it."),))
    said = in_plain_words(Verification((), "en", comparison), "the folder")
    assert said.splitlines()[1:] == [
        "THE FILE SAYS SOMETHING ELSE THAN the folder today:",
        "    demand.1 reads “Open the border.” instead of “Close it.”.",
    ]


def test_the_same_words_in_another_look_are_told_apart_from_the_same_file(pdfs: Mapping[str, bytes]) -> None:
    for height, expected in ((None, ("unsigned", "exact")), (842.5, ("mismatch", "look"))):
        with pikepdf.open(BytesIO(pdfs["en"])) as pdf:
            saved = BytesIO()
            if height:
                pdf.pages[0].MediaBox[3] = height
            pdf.save(saved)
        found = verify_pdf(saved.getvalue(), against=pdfs["en"])
        assert found.comparison is not None
        assert (found.verdict, found.comparison.match) == expected
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
    assert pdf_languages(pdfs["km"]) == ("km",)
    with pikepdf.open(BytesIO(pdfs["km"])) as pdf:
        del pdf.Root.Lang
        saved = BytesIO()
        pdf.save(saved)
    with pytest.raises(SigningError, match="pdf/no-language"):
        pdf_languages(saved.getvalue())


def test_what_another_machine_compresses_otherwise_is_the_same_file(
    pdfs: Mapping[str, bytes], signed: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compress = zlib.compress
    monkeypatch.setattr("statement_kit.writers.pdf.file.zlib.compress", lambda data, level: compress(data, 1))
    (file,) = build(EXAMPLE, tmp_path, "km", "pdf").files
    elsewhere = file.read_bytes()
    assert elsewhere != pdfs["km"]
    assert verify_pdf(signed["km"], against=elsewhere).comparison.is_exact
    assert not verify_pdf(signed["km"], against=pdfs["th"]).comparison.is_exact


def test_a_file_may_be_verified_where_an_event_loop_runs(signed: Mapping[str, bytes]) -> None:
    async def verdict() -> str:
        return str(verify_pdf(signed["en"]).verdict)

    assert asyncio.run(verdict()) == "unknown-signer"
