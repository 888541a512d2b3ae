"""The two commands: files in, files or plain words out, and an exit code for each verdict."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from issuer import NAME, PASSPHRASE, Owner

from statement_kit.__main__ import main
from statement_kit.commands.running import ExitCode
from statement_kit.commands.signing import PASSPHRASE as VARIABLE
from statement_kit.commands.signing import VERDICTS
from statement_kit.signing.verification import Verdict

EXAMPLE = Path(__file__).parents[2] / "examples" / "border-ceasefire"


def run(*arguments: str | Path, passphrase: str | None = PASSPHRASE) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env={VARIABLE: passphrase})


@pytest.fixture
def folder(tmp_path: Path, pdfs: Mapping[str, bytes], signer: Owner, authority: Owner) -> Path:
    """A folder with the release, a certificate, and that of who vouches for it."""
    for tag, pdf in pdfs.items():
        (tmp_path / f"{tag}.pdf").write_bytes(pdf)
    (tmp_path / "coalition.p12").write_bytes(signer.pkcs12())
    (tmp_path / "authority.pem").write_bytes(authority.pem)
    return tmp_path


def test_signing_replaces_the_file_and_verifying_says_who_signed(folder: Path, pdfs: Mapping[str, bytes]) -> None:
    made = run("sign", folder / "km.pdf", "--certificate", folder / "coalition.p12", "--visible")
    assert made.exit_code == ExitCode.SUCCESS, made.stderr
    assert (folder / "km.pdf").read_bytes().startswith(pdfs["km"])
    result = run("verify", folder / "km.pdf", EXAMPLE, "--trust", folder / "authority.pem")
    assert result.exit_code == ExitCode.SUCCESS
    assert f"Signed by {NAME}" in result.stdout
    assert f"exactly what {EXAMPLE} makes today" in result.stdout


def test_a_file_of_another_brand_is_compared_in_that_brand(folder: Path) -> None:
    run("build", EXAMPLE, "--brand", "th-official", "--lang", "en", "--format", "pdf", "--out", folder)
    file = folder / "border-ceasefire.th-official.en.pdf"
    assert run("sign", file, "--certificate", folder / "coalition.p12").exit_code == ExitCode.SUCCESS
    asked = ("verify", file, EXAMPLE, "--trust", folder / "authority.pem")
    same = run(*asked, "--brand", "th-official")
    assert (same.exit_code, f"exactly what {EXAMPLE} makes today" in same.stdout) == (ExitCode.SUCCESS, True)
    assert f"exactly what {EXAMPLE} makes today" not in run(*asked).stdout


def test_signing_to_a_folder_leaves_the_files_as_they_are(folder: Path, pdfs: Mapping[str, bytes]) -> None:
    files = [folder / f"{tag}.pdf" for tag in pdfs]
    made = run("sign", *files, "--certificate", folder / "coalition.p12", "--out", folder / "signed", "--json")
    assert json.loads(made.stdout)["files"] == [str(folder / "signed" / file.name) for file in files]
    assert [file.read_bytes() for file in files] == list(pdfs.values())


def test_one_file_that_cannot_be_signed_leaves_all_unsigned(folder: Path, pdfs: Mapping[str, bytes]) -> None:
    (folder / "th.pdf").write_bytes(b"no PDF")
    result = run("sign", folder / "en.pdf", folder / "th.pdf", "--certificate", folder / "coalition.p12")
    assert result.exit_code == ExitCode.SIGNING
    assert f"{folder / 'th.pdf'}: error: The file cannot be read as a PDF" in result.stderr
    assert (folder / "en.pdf").read_bytes() == pdfs["en"]


@pytest.mark.parametrize(("passphrase", "said"), [(None, "needs its passphrase"), ("wrong", "passphrase is wrong")])
def test_a_missing_or_wrong_passphrase_is_said(folder: Path, passphrase: str | None, said: str) -> None:
    result = run("sign", folder / "en.pdf", "--certificate", folder / "coalition.p12", passphrase=passphrase)
    assert result.exit_code == ExitCode.SIGNING
    assert said in result.stderr


def test_a_passphrase_may_stand_in_a_file(folder: Path) -> None:
    (folder / "secret").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    certificate = ("--certificate", folder / "coalition.p12", "--passphrase-file", folder / "secret")
    assert run("sign", folder / "en.pdf", *certificate, passphrase=None).exit_code == ExitCode.SUCCESS


def test_two_files_never_go_to_one_place(folder: Path) -> None:
    file = folder / "en.pdf"
    result = run("sign", file, file, "--certificate", folder / "coalition.p12")
    assert result.exit_code == ExitCode.OUTPUT
    assert "[output/twice]" in result.stderr


def test_an_unsigned_file_and_one_that_is_no_pdf_end_apart(folder: Path) -> None:
    assert run("verify", folder / "en.pdf").exit_code == ExitCode.UNSIGNED
    assert run("verify", folder / "authority.pem").exit_code == ExitCode.SIGNING


def test_a_signer_nobody_vouches_for_speaks_not_against_the_file_but_is_told(folder: Path) -> None:
    run("sign", folder / "en.pdf", "--certificate", folder / "coalition.p12")
    result = run("verify", folder / "en.pdf", "--json")
    assert (result.exit_code, json.loads(result.stdout)["verdict"]) == (ExitCode.SUCCESS, "unknown-signer")


def test_every_verdict_that_speaks_against_a_file_has_an_exit_code_of_its_own() -> None:
    assert set(VERDICTS) == set(Verdict)
    well = {verdict for verdict, code in VERDICTS.items() if code is ExitCode.SUCCESS}
    assert well == {Verdict.GOOD, Verdict.UNKNOWN_SIGNER}
    assert len(set(VERDICTS.values())) == len(Verdict) - 1


@pytest.mark.parametrize("data", [b"\xff\xfes\x00", b"\x80"])
def test_a_passphrase_file_that_is_no_text_is_said_to_be_so(folder: Path, data: bytes) -> None:
    (folder / "secret").write_bytes(data)
    certificate = ("--certificate", folder / "coalition.p12", "--passphrase-file", folder / "secret")
    result = run("sign", folder / "en.pdf", *certificate, passphrase=None)
    assert result.exit_code == ExitCode.SIGNING
    assert f"{folder / 'secret'}: error: The file is no text in UTF-8." in result.stderr


def test_a_passphrase_file_may_begin_as_windows_begins_it(folder: Path) -> None:
    (folder / "secret").write_text(f"{PASSPHRASE}\r\n", encoding="utf-8-sig", newline="")
    certificate = ("--certificate", folder / "coalition.p12", "--passphrase-file", folder / "secret")
    assert run("sign", folder / "en.pdf", *certificate, passphrase=None).exit_code == ExitCode.SUCCESS


def test_nobody_signs_a_draft(tmp_path: Path) -> None:
    draft = tmp_path / "border-ceasefire.en.DRAFT.pdf"
    draft.write_bytes(b"%PDF-1.7")
    certificate = tmp_path / "certificate.pem"
    certificate.write_bytes(b"")
    result = CliRunner().invoke(main, ["sign", str(draft), "--certificate", str(certificate)])
    assert result.exit_code == ExitCode.SIGNING
    assert "[signing/draft]" in result.stderr
    assert draft.read_bytes() == b"%PDF-1.7"


def test_a_parallel_edition_for_journalists_is_compared_with_that_in_its_brand(folder: Path, tmp_path: Path) -> None:
    press, built = EXAMPLE.parents[1] / "tests" / "statements" / "press", tmp_path / "built"
    options = ("--parallel", "km,en", "--side-by-side", "--brand", "th-official", "--embargoed", "--format", "pdf")
    made = run("build", press, *options, "--out", built)
    assert made.exit_code == ExitCode.SUCCESS, made.stderr
    file = built / "press.th-official.km+en.EMBARGOED.pdf"
    run("sign", file, "--certificate", folder / "coalition.p12")
    asked = ("verify", file, press, "--trust", folder / "authority.pem")
    assert f"exactly what {press} makes today" in run(*asked, "--brand", "th-official").stdout
    assert f"exactly what {press} makes today" not in run(*asked).stdout


@pytest.mark.parametrize("how", [[], ["--side-by-side"]], ids=["in turn", "side by side"])
def test_a_parallel_edition_is_compared_with_the_one_that_the_folder_makes(
    folder: Path, tmp_path: Path, how: list[str]
) -> None:
    built = tmp_path / "built"
    made = run("build", EXAMPLE, "--parallel", "th,en", *how, "--format", "pdf", "--out", built)
    assert made.exit_code == ExitCode.SUCCESS, made.stderr
    file = built / "border-ceasefire.th+en.pdf"
    run("sign", file, "--certificate", folder / "coalition.p12")
    result = run("verify", file, EXAMPLE, "--trust", folder / "authority.pem")
    assert f"exactly what {EXAMPLE} makes today" in result.stdout
