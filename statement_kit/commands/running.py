"""What every command shares: its options, how it says what it found, and what it ends with."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

import click

from statement_kit import (
    CatalogError,
    Diagnostic,
    FontError,
    LayoutError,
    OutputError,
    SigningError,
    SourceError,
    StatementKitError,
)


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


CODES = {
    SourceError: ExitCode.SOURCE,
    CatalogError: ExitCode.CATALOG,
    FontError: ExitCode.FONT,
    LayoutError: ExitCode.LAYOUT,
    OutputError: ExitCode.OUTPUT,
    SigningError: ExitCode.SIGNING,
}
"""The exit code of each kind of error."""

FOLDER = click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
IN_FOLDER = click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    show_default=True,
    help="The statement folder.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print the result and all findings as JSON.")


def clock() -> datetime:
    """The time; nothing but a command reads it."""
    return datetime.now(UTC)  # noqa: TID251 - the command line is where the clock is read


def run_command(
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
        findings, code = error.diagnostics, CODES[type(error)]
    if as_json:
        report = {**result, "diagnostics": [finding_as_data(found) for found in findings]}
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


def finding_as_data(found: Diagnostic) -> dict[str, Any]:
    """A finding as `--json` prints it."""
    return {
        "rule": found.rule,
        "severity": str(found.severity),
        "message": found.message,
        "path": found.where.path if found.where else None,
        "line": found.where.line if found.where else None,
        "clause": found.clause,
        "hint": found.hint,
    }
