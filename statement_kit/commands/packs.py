"""The commands of packs: pack, unpack."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from statement_kit import Diagnostic
from statement_kit.commands.running import IN_FOLDER, JSON, ExitCode, clock, finding_as_data, run_command
from statement_kit.packing import PackKind, pack, unpack


@click.command("pack")
@click.argument("language", metavar="LANG")
@click.option("--to", "kind", type=click.Choice([str(kind) for kind in PackKind]), required=True, help="What kind.")
@click.option("--out", type=click.Path(path_type=Path), default=Path(), help="Where to; here by default.")
@IN_FOLDER
@JSON
def pack_command(language: str, kind: str, out: Path, folder: Path, as_json: bool) -> None:
    """Write the clauses of a language for its translators: a workbook, a Word table, or XLIFF 2 for agencies."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        return {"file": str(pack(folder, language, kind, out))}, ()

    run_command(make, as_json=as_json, say=lambda result: result["file"])


@click.command("unpack")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@IN_FOLDER
@JSON
def unpack_command(file: Path, folder: Path, as_json: bool) -> None:
    """Put the translations of a pack that came back into its catalog; what stands there is never lost.

    What disagrees with what others wrote meanwhile is reported with both texts. The exit code is then 4, though the
    rest was taken.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        applied = unpack(folder, file, clock())
        taken, conflicts = ([finding_as_data(one) for one in found] for found in (applied.taken, applied.conflicts))
        return {"taken": taken, "conflicts": conflicts}, applied.warnings

    def say(result: Mapping[str, Any]) -> str:
        lines = [f"{found['clause']}: {found['message']}" for found in result["taken"]]
        return "\n".join([*lines, f"{len(lines)} taken, {len(result['conflicts'])} in conflict."])

    run_command(
        make,
        as_json=as_json,
        say=say,
        judge=lambda result: ExitCode.CATALOG if result["conflicts"] else ExitCode.SUCCESS,
    )
