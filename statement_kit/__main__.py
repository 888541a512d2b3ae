"""The command line: arguments in, files, diagnostics and an exit code out. The only reader of the clock."""

from __future__ import annotations

import gc
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from enum import IntEnum
from functools import partial
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

import click

from statement_kit import (
    CatalogError,
    Diagnostic,
    FontError,
    Format,
    LayoutError,
    Location,
    OutputError,
    SigningError,
    SourceError,
    StatementKitError,
    __version__,
    build,
    extract,
    load_credentials,
    sign_pdf,
    update,
    verify_pdf,
)
from statement_kit.diagnostics import gather
from statement_kit.output import write_files
from statement_kit.release import DEFAULT_FORMATS
from statement_kit.signing import pdf_language

if TYPE_CHECKING:
    from statement_kit.signing.credentials import Credentials

T = TypeVar("T")


class ExitCode(IntEnum):
    """What the command ends with: one code per family of failure (2 is Click's, for wrong usage), then per verdict."""

    SUCCESS = 0
    SOURCE = 3
    CATALOG = 4
    FONT = 5
    LAYOUT = 6
    OUTPUT = 7
    SIGNING = 8
    UNSIGNED = 9
    UNTRUSTED = 10
    MISMATCH = 11
    CHANGED = 12


_CODES = {
    SourceError: ExitCode.SOURCE,
    CatalogError: ExitCode.CATALOG,
    FontError: ExitCode.FONT,
    LayoutError: ExitCode.LAYOUT,
    OutputError: ExitCode.OUTPUT,
    SigningError: ExitCode.SIGNING,
}

_VERDICTS = {
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

_FOLDER = click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print the result and all findings as JSON.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="statement-kit")
def main() -> None:
    """Joint statements in Khmer, Thai and English: from one folder to typeset PDF and DOCX."""


@main.command("build")
@_FOLDER
@click.option("--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Where to.")
@click.option("--lang", "languages", multiple=True, metavar="TAG", help="Only this language; may be repeated.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([str(value) for value in Format]),
    default=[str(value) for value in DEFAULT_FORMATS],
    show_default=True,
    help="Only this format; may be repeated.",
)
@click.option(
    "--proof/--no-proof",
    default=True,
    show_default=True,
    help="Read each PDF again, and compare it with the document clause by clause.",
)
@_JSON
def build_command(
    folder: Path, out: Path, languages: Sequence[str], formats: Sequence[str], proof: bool, as_json: bool
) -> None:
    """Make the files of a release, one set per language, or none and say what stands against it."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        with _progress(quiet=as_json) as step:
            made = build(folder, out, languages, [Format(value) for value in formats], step, proof=proof)
        sizes = {str(path): size for path, size in made.sizes.items()}
        return {"files": list(sizes), "sizes": sizes}, made.warnings

    def say(result: dict[str, Any]) -> str:
        return "\n".join(f"{path}  {ceil(size / 1000):,} kB" for path, size in result["sizes"].items())

    _run(make, as_json=as_json, say=say)


@main.command("extract")
@_FOLDER
@_JSON
def extract_command(folder: Path, as_json: bool) -> None:
    """Write translations/statement.pot, the template that translations start from."""
    _run(
        lambda: ({"template": str(extract(folder, _now()))}, ()), as_json=as_json, say=lambda result: result["template"]
    )


@main.command("update")
@_FOLDER
@_JSON
def update_command(folder: Path, as_json: bool) -> None:
    """Bring every language's catalog up to date with the statement; what changed is marked fuzzy."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        states = update(folder, _now()).items()
        return {
            "languages": {
                tag: {"translated": state.translated, "fuzzy": state.fuzzy, "missing": state.missing}
                for tag, state in states
            }
        }, ()

    def say(result: dict[str, Any]) -> str:
        return "\n".join(
            f"{tag}: {state['translated']} translated, {state['fuzzy']} fuzzy, {state['missing']} missing"
            for tag, state in result["languages"].items()
        )

    _run(make, as_json=as_json, say=say)


_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@main.command("sign")
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
@_JSON
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
        credentials = _about(certificate, lambda: _credentials(certificate, key, passphrase_file))
        sign = partial(sign_pdf, reason=reason, place=place, is_visible=visible, again=again, timestamp_url=timestamp)

        def signed(file: Path) -> tuple[Path, bytes]:
            data = _about(file, lambda: sign(file.read_bytes(), credentials, _now().astimezone()))
            return out / file.name if out else file, data

        _check_names(files, out)
        made = dict(gather(partial(signed, file) for file in files))
        write_files(made)
        return {"files": [str(path) for path in made]}, ()

    _run(make, as_json=as_json, say=lambda result: "\n".join(result["files"]))


def _check_names(files: Sequence[Path], out: Path | None) -> None:
    """Make sure that each file has a place of its own to be written to."""
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


@main.command("verify")
@click.argument("file", type=_FILE)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), required=False)
@click.option("--trust", type=_FILE, multiple=True, help="A certificate whose word you take; may be repeated.")
@_JSON
def verify_command(file: Path, folder: Path | None, trust: Sequence[Path], as_json: bool) -> None:
    """Say who signed a PDF, whether a byte changed since, and whether it is what FOLDER makes today.

    Without --trust nobody knows who signed: the verdict is then unknown-signer, and the exit code 0.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        data = _about(file, file.read_bytes)
        trusted = [_about(path, path.read_bytes) for path in trust]
        against = _rebuilt(folder, _about(file, lambda: pdf_language(data))) if folder else None
        found = _about(file, lambda: verify_pdf(data, trusted, against))
        from statement_kit.signing.report import as_data, in_plain_words

        return {**as_data(found), "report": in_plain_words(found, str(folder))}, ()

    _run(make, as_json=as_json, say=lambda result: result["report"], judge=lambda result: _VERDICTS[result["verdict"]])


def _rebuilt(folder: Path, language: str) -> bytes:
    """The PDF that a statement folder makes in a language today."""
    with TemporaryDirectory() as out:
        (file,) = build(folder, out, language, Format.PDF, proof=False).files
        return file.read_bytes()


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the command line is where the clock is read


def _run(
    make: Callable[[], tuple[dict[str, Any], tuple[Diagnostic, ...]]],
    *,
    as_json: bool,
    say: Callable[[dict[str, Any]], str],
    judge: Callable[[Mapping[str, Any]], ExitCode] | None = None,
) -> None:
    """Do the work, report its findings, and end with the exit code of its family.

    A command that judges says its result wherever it is run, and ends with the code of its verdict.
    """
    code = ExitCode.SUCCESS
    result: dict[str, Any] = {}
    findings: tuple[Diagnostic, ...]
    try:
        result, findings = make()
    except StatementKitError as error:
        findings, code = error.diagnostics, _CODES[type(error)]
    if as_json:
        report = {**result, "diagnostics": [_as_json(found) for found in findings]}
        # UTF-8 whatever the terminal speaks (RFC 8259), and a path that is none as escapes
        click.echo(json.dumps(report, ensure_ascii=False).encode("utf-8", "backslashreplace"))
    else:
        for found in findings:
            click.echo(_shown(str(found)), err=True)
        if code and not judge:
            count = len(findings)
            click.echo(f"Nothing was written: {count} problem{'s' if count > 1 else ''}.", err=True)
        elif not code and (judge or sys.stdout.isatty()):
            click.echo(_shown(say(result)))
    sys.exit(judge(result) if judge and not code else code)


_WELCOME = "\n\u00ad\u200b\u200c\u200d\u2060"
"""What may stand in a message as it is: its line ends, and what steers line breaks and shaping in Khmer and Thai."""


def _shown(message: str) -> str:
    """A message without what would steer the terminal: such a character is shown as its code point."""
    return "".join(
        f"<U+{ord(char):04X}>" if unicodedata.category(char) in ("Cc", "Cf") and char not in _WELCOME else char
        for char in message
    )


def _as_json(found: Diagnostic) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": str(found.severity),
        "message": found.message,
        "path": found.where.path if found.where else None,
        "line": found.where.line if found.where else None,
        "clause": found.clause,
        "hint": found.hint,
    }


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A line on the terminal that names the file being made; nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield lambda name: None
        return
    # Rich costs more to import than a small statement costs to set; nobody pays who does not watch.
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield partial(_show, status.update)


def _show(update_status: Callable[[str], None], name: str) -> None:
    update_status(f"setting {name}")


def run() -> None:
    """The command as a process of its own.

    It lives for a moment and keeps nearly all it makes, so collecting garbage, at work and once more at
    the end, would cost it a tenth of its time for nothing.
    """
    gc.disable()
    try:
        main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    run()
