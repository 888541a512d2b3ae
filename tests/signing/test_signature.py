"""Signing: an update behind the file, by the certificate and at the time it is given, or a refusal with a reason."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pikepdf
import pypdfium2
import pytest
from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID
from issuer import NAME, SIGNED_AT, Owner, issue
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from statement_kit import FontError, SigningError, sign_pdf, verify_pdf

LANGUAGES = ("en", "km", "th")


def rules(error: SigningError) -> list[str]:
    return [found.rule for found in error.diagnostics]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_visible", [False, True], ids=["invisible", "visible"])
def test_every_byte_that_was_there_stays(
    pdfs: Mapping[str, bytes], signer: Owner, language: str, is_visible: bool
) -> None:
    made = sign_pdf(pdfs[language], signer.credentials, SIGNED_AT, is_visible=is_visible)
    assert made.startswith(pdfs[language])
    (found,) = verify_pdf(made, [signer.pem]).signatures
    assert found.is_unchanged
    assert not found.ends_before


def test_the_signature_is_pades_of_the_time_it_is_given_and_names_no_program(signed: Mapping[str, bytes]) -> None:
    with pikepdf.open(BytesIO(signed["en"])) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert field.V.SubFilter == "/ETSI.CAdES.detached"
        assert str(field.V.M).startswith("D:20250728093000")
        assert set(field.V.keys()) == {"/Type", "/Filter", "/SubFilter", "/Contents", "/ByteRange", "/M", "/Name"}
        assert set(pdf.docinfo.keys()) == {"/Title"}
    assert b"pyHanko" not in signed["en"]


def test_reason_and_place_are_kept(pdfs: Mapping[str, bytes], signer: Owner) -> None:
    reason, place = "ថ្លែងការណ៍រួម", "ភ្នំពេញ"  # "joint statement", "Phnom Penh"
    made = sign_pdf(pdfs["km"], signer.credentials, SIGNED_AT, reason=reason, place=place)
    (found,) = verify_pdf(made).signatures
    assert (found.reason, found.place) == (reason, place)


@pytest.mark.parametrize("kind", ["rsa", "elliptic-curve"])
def test_either_kind_of_key_signs(pdfs: Mapping[str, bytes], signer: Owner, other: Owner, kind: str) -> None:
    owner = {"rsa": signer, "elliptic-curve": other}[kind]
    made = sign_pdf(pdfs["en"], owner.credentials, SIGNED_AT)
    assert verify_pdf(made, [owner.pem]).verdict == "good"


def test_a_file_gets_a_second_signature_only_when_it_is_wanted(
    signed: Mapping[str, bytes], other: Owner, authority: Owner
) -> None:
    with pytest.raises(SigningError) as caught:
        sign_pdf(signed["en"], other.credentials, SIGNED_AT)
    assert rules(caught.value) == ["sign/already-signed"]
    both = sign_pdf(signed["en"], other.credentials, SIGNED_AT, again=True)
    found = verify_pdf(both, [authority.pem])
    assert [signature.signer.name for signature in found.signatures] == [NAME, "Mekong Watch"]
    assert [signature.ends_before for signature in found.signatures] == [True, False]
    assert [signature.changes for signature in found.signatures] == [(), ()]
    assert found.verdict == "good"


def in_french(writer: IncrementalPdfFileWriter) -> None:
    """Have a file say that it is in another language."""
    writer.root["/Lang"] = generic.TextStringObject("fr")
    writer.update_root()


def test_nobody_signs_what_was_changed_behind_a_signature(
    signed: Mapping[str, bytes], other: Owner, update: Callable[..., bytes]
) -> None:
    spoiled = update(signed["en"], in_french)
    with pytest.raises(SigningError) as caught:
        sign_pdf(spoiled, other.credentials, SIGNED_AT, again=True)
    assert rules(caught.value) == ["sign/changed"]


def test_a_certificate_that_may_not_sign_is_refused(pdfs: Mapping[str, bytes]) -> None:
    with pytest.raises(SigningError) as caught:
        sign_pdf(pdfs["en"], issue(years=(2020, 2025)).credentials, SIGNED_AT)
    assert rules(caught.value) == ["certificate/expired"]


def test_a_time_without_a_zone_is_refused(pdfs: Mapping[str, bytes], signer: Owner) -> None:
    with pytest.raises(SigningError, match="sign/no-time-zone"):
        sign_pdf(pdfs["en"], signer.credentials, datetime(2025, 7, 28))  # noqa: DTZ001 - this is what is refused


def test_a_pdf_of_another_kind_is_refused(signer: Owner) -> None:
    empty, data = pypdfium2.PdfDocument.new(), BytesIO()
    empty.new_page(200, 200)
    empty.save(data)
    with pytest.raises(SigningError) as caught:
        sign_pdf(data.getvalue(), signer.credentials, SIGNED_AT)
    assert rules(caught.value) == ["pdf/other-kind"]


def test_a_name_that_no_font_has_the_letters_for_is_refused_only_where_it_is_drawn(pdfs: Mapping[str, bytes]) -> None:
    owner = issue("平和")  # "peace", in Chinese
    assert sign_pdf(pdfs["en"], owner.credentials, SIGNED_AT)
    with pytest.raises(FontError):
        sign_pdf(pdfs["en"], owner.credentials, SIGNED_AT, is_visible=True)


def test_a_name_too_wide_for_a_stamp_is_refused(pdfs: Mapping[str, bytes]) -> None:
    with pytest.raises(SigningError, match="stamp/too-long"):
        sign_pdf(pdfs["en"], issue("W" * 60).credentials, SIGNED_AT, is_visible=True)


@contextmanager
def served(answer: Callable[[bytes], bytes]) -> Iterator[str]:
    """The address of a server that answers each request."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def clockmaker(authority: Owner) -> Owner:
    """Who confirms times."""
    use = ExtendedKeyUsageOID.TIME_STAMPING
    return issue("Time Office", authority, use=use, email="", key=rsa.generate_private_key(65537, 2048))


def confirmed(clockmaker: Owner, request: bytes) -> bytes:
    """The answer of a time-stamping authority."""
    key = clockmaker.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    stamper = DummyTimeStamper(
        x509.Certificate.load(clockmaker.certificate.public_bytes(Encoding.DER)),
        keys.PrivateKeyInfo.load(key),
        fixed_dt=SIGNED_AT,
    )
    answer: bytes = stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump()
    return answer


def test_a_timestamp_confirms_the_time(
    pdfs: Mapping[str, bytes], signer: Owner, authority: Owner, clockmaker: Owner
) -> None:
    with served(lambda request: confirmed(clockmaker, request)) as url:
        made = sign_pdf(pdfs["en"], signer.credentials, SIGNED_AT, timestamp_url=url)
    (found,) = verify_pdf(made, [authority.pem]).signatures
    stamp = found.timestamp
    assert stamp is not None
    assert (stamp.moment, stamp.authority, stamp.is_sound, stamp.is_vouched) == (SIGNED_AT, "Time Office", True, True)
    (unasked,) = verify_pdf(made).signatures
    assert unasked.timestamp is not None
    assert not unasked.timestamp.is_vouched


@pytest.mark.parametrize("answer", [b"", b"garbage", b"\x30\x80"])
def test_an_authority_that_gives_no_timestamp_stops_the_signature(
    pdfs: Mapping[str, bytes], signer: Owner, answer: bytes
) -> None:
    with served(lambda request: answer) as url, pytest.raises(SigningError) as caught:
        sign_pdf(pdfs["en"], signer.credentials, SIGNED_AT, timestamp_url=url)
    assert rules(caught.value) == ["sign/no-timestamp"]


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "file:///etc/hostname", "example.org"])
def test_an_address_without_an_authority_stops_the_signature(
    pdfs: Mapping[str, bytes], signer: Owner, url: str
) -> None:
    with pytest.raises(SigningError) as caught:
        sign_pdf(pdfs["en"], signer.credentials, SIGNED_AT, timestamp_url=url)
    assert rules(caught.value) == ["sign/no-timestamp"]


def test_what_signs_is_not_imported_before_it_is_needed() -> None:
    code = "import json, statement_kit, sys; print(json.dumps(sorted(sys.modules)))"
    loaded: list[Any] = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    assert {name.split(".")[0] for name in loaded}.isdisjoint({"pyhanko", "cryptography", "asn1crypto"})


def test_without_pyhanko_one_is_told_what_to_install(
    pdfs: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statement_kit.signing.find_spec", lambda name: None)
    with pytest.raises(SigningError, match=r"pip install '\.\[sign\]'") as caught:
        verify_pdf(pdfs["en"])
    assert rules(caught.value) == ["sign/not-installed"]


def test_a_judge_from_elsewhere_finds_the_signatures_valid(
    stamped: Mapping[str, bytes], other: Owner, tmp_path: Path, judge: Callable[[str], str]
) -> None:
    """Poppler's pdfsig, which checks with Mozilla's NSS."""
    (tmp_path / ".pki" / "nssdb").mkdir(parents=True)
    path = tmp_path / "signed.pdf"
    path.write_bytes(sign_pdf(stamped["en"], other.credentials, SIGNED_AT, is_visible=True, again=True))
    program = judge("pdfsig")
    said = subprocess.run(
        [program, path], capture_output=True, text=True, check=False, env={"HOME": str(tmp_path), "TZ": "UTC"}
    ).stdout
    assert said.count("Signature Validation: Signature is Valid.") == 2, said
    assert said.count("Signature Type: ETSI.CAdES.detached") == 2
    assert f"Common Name: {NAME}" in said
    assert said.count("Total document signed") == 1
