"""The commands of signatures: sign, verify."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

import click

from statement_kit import (
    Arrangement,
    Diagnostic,
    Format,
    Location,
    OutputError,
    ParallelEdition,
    SigningError,
    StatementKitError,
    build,
    load_credentials,
    load_folder,
    sign_pdf,
    verify_pdf,
)
from statement_kit.commands.running import JSON, ExitCode, clock, run_command
from statement_kit.diagnostics import gather
from statement_kit.embargo import Purpose
from statement_kit.output import write_files
from statement_kit.signing import pdf_languages

if TYPE_CHECKING:
    from statement_kit.signing.credentials import Credentials

T = TypeVar("T")

VERDICTS = {
    "good": ExitCode.SUCCESS,
    "unknown-signer": ExitCode.SUCCESS,
    "unsigned": ExitCode.UNSIGNED,
    "untrusted": ExitCode.UNTRUSTED,
    "mismatch": ExitCode.MISMATCH,
    "changed": ExitCode.CHANGED,
}
"""Per verdict of `verify` (`signing.verification.Verdict`, which is not imported before it is needed)."""

PASSPHRASE = "STATEMENT_KIT_PASSPHRASE"  # noqa: S105 - the name of a variable, not what it holds
"""The environment variable that may hold a certificate's passphrase."""

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("sign")
@click.argument("files", metavar="FILE...", type=_FILE, nargs=-1, required=True)
@click.option("--certificate", type=_FILE, required=True, help="The certificate: .p12 or .pfx with its key, or PEM.")
@click.option("--key", type=_FILE, help="The private key as PEM, where the certificate's file does not hold it.")
@click.option(
    "--passphrase-file",
    type=_FILE,
    help=f"Where the certificate's passphrase stands; else {PASSPHRASE} is read, or you are asked.",
)
@click.option("--visible", is_flag=True, help="Say so at the foot of the first page, too.")
@click.option("--again", is_flag=True, help="Add to the signatures that the file has.")
@click.option("--reason", default="", help="Why you sign.")
@click.option("--place", default="", help="Where you sign.")
@click.option("--timestamp", default="", metavar="URL", help="Have the time confirmed by this authority (RFC 3161).")
@click.option("--out", type=click.Path(path_type=Path), help="Where to; by default each file is replaced.")
@JSON
def sign_command(
    files: Sequence[Path],
    certificate: Path,
    key: Path | None,
    passphrase_file: Path | None,
    visible: bool,
    again: bool,
    reason: str,
    place: str,
    timestamp: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """Sign PDFs with the coalition's certificate, all or none; what is in them stays, byte for byte."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        _check_names(files, out)
        credentials = _about(certificate, lambda: _credentials(certificate, key, passphrase_file))
        sign = partial(sign_pdf, reason=reason, place=place, is_visible=visible, again=again, timestamp_url=timestamp)

        def signed(file: Path) -> tuple[Path, bytes]:
            data = _about(file, lambda: sign(file.read_bytes(), credentials, clock().astimezone()))
            return out / file.name if out else file, data

        made = dict(gather(partial(signed, file) for file in files))
        write_files(made)
        return {"files": [str(path) for path in made]}, ()

    run_command(make, as_json=as_json, say=lambda result: "\n".join(result["files"]))


def _check_names(files: Sequence[Path], out: Path | None) -> None:
    """Make sure that each file is final, and has a place of its own to be written to."""
    drafts = [file for file in files if Purpose.DRAFT.value in file.name]
    if drafts:
        hint = "Build the final files, and sign those."
        message = "This is a draft; nobody signs what may still change."
        raise SigningError([Diagnostic("signing/draft", message, Location(str(file)), hint) for file in drafts])
    names = [file.name if out else str(file.resolve()) for file in files]
    twice = {name: None for name in names if names.count(name) > 1}
    if twice:
        hint = "Sign them one after the other, to different folders."
        raise OutputError([Diagnostic("output/twice", f"“{name}” is named twice.", hint=hint) for name in twice])


def _credentials(certificate: Path, key: Path | None, passphrase_file: Path | None) -> Credentials:
    """The credentials; the passphrase is asked for at the terminal where one is needed and none was given."""
    passphrase = os.environ.get(PASSPHRASE)
    if passphrase_file:
        passphrase = _about(passphrase_file, partial(_first_line, passphrase_file))
    load = partial(load_credentials, certificate.read_bytes(), key=key.read_bytes() if key else None)
    try:
        return load(passphrase)
    except SigningError as error:
        is_asked_for = any(found.rule == "certificate/passphrase" for found in error.diagnostics)
        if passphrase is not None or not is_asked_for or not sys.stdin.isatty():
            raise
    return load(click.prompt("Passphrase of the certificate", hide_input=True, err=True))


def _first_line(path: Path) -> str:
    """The text of a file of one line, with or without the mark that some editors put before it."""
    try:
        return path.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        hint = "Save it as plain text in UTF-8."
        raise SigningError([Diagnostic("file/unreadable", "The file is no text in UTF-8.", hint=hint)]) from error


def _about(path: Path, task: Callable[[], T]) -> T:
    """The task's result; its findings get the file they are about."""
    try:
        return task()
    except StatementKitError as error:
        place = Location(str(path))
        raise type(error)(replace(found, where=found.where or place) for found in error.diagnostics) from error
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        raise SigningError([Diagnostic("file/unreadable", message, Location(str(path)))]) from error


@click.command("verify")
@click.argument("file", type=_FILE)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), required=False)
@click.option("--trust", type=_FILE, multiple=True, help="A certificate whose word you take; may be repeated.")
@click.option("--brand", metavar="BRAND", help="The brand it was built in, where it is not the folder's own.")
@JSON
def verify_command(file: Path, folder: Path | None, trust: Sequence[Path], brand: str | None, as_json: bool) -> None:
    """Say who signed a PDF, whether a byte changed since, and whether it is what FOLDER makes today.

    Without --trust nobody knows who signed: the verdict is then unknown-signer, and the exit code 0.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        data = _about(file, file.read_bytes)
        trusted = [_about(path, path.read_bytes) for path in trust]
        is_copy = Purpose.EMBARGOED.value in file.name
        languages = _about(file, lambda: pdf_languages(data)) if folder else ()
        against = _rebuilt(folder, data, languages, brand, embargoed=is_copy) if folder else None
        found = _about(file, lambda: verify_pdf(data, trusted, against))
        from statement_kit.signing.report import as_data, in_plain_words

        return {**as_data(found), "report": in_plain_words(found, str(folder))}, ()

    run_command(
        make, as_json=as_json, say=lambda result: result["report"], judge=lambda result: VERDICTS[result["verdict"]]
    )


def _rebuilt(folder: Path, data: bytes, languages: Sequence[str], brand: str | None, *, embargoed: bool) -> bytes:
    """The PDF that a statement folder makes in a language today, or in several, in its own brand or another.

    How several stand is what the folder says of them; or what makes this very file.
    """
    make = partial(_built, folder, brand, embargoed)
    if len(languages) == 1:
        return make(languages, ())
    known = [
        edition
        for edition in load_folder(folder, has_own_brand=not brand).parallel
        if edition.languages == tuple(languages)
    ]
    editions = known or [ParallelEdition(tuple(languages), arrangement) for arrangement in Arrangement]
    made = [make((), [edition]) for edition in editions]
    return next(filter(data.startswith, made), made[0])


def _built(
    folder: Path,
    brand: str | None,
    embargoed: bool,
    languages: Sequence[str],
    parallel: Sequence[ParallelEdition],
) -> bytes:
    """The only PDF of that; to compare is not to publish."""
    with TemporaryDirectory() as out:
        made = build(
            folder,
            out,
            languages,
            Format.PDF,
            proof=False,
            brands=brand or (),
            parallel=parallel,
            embargoed=embargoed,
            before_embargo=not embargoed,
        )
        (file,) = made.files
        return file.read_bytes()
