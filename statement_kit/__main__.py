"""The command line: arguments in, files, diagnostics and an exit code out. The only reader of the clock."""

from __future__ import annotations

import gc

import click

from statement_kit import __version__
from statement_kit.commands.brand import brand_group
from statement_kit.commands.endorsers import endorsers_group
from statement_kit.commands.packs import pack_command, unpack_command
from statement_kit.commands.register import (
    count_command,
    import_command,
    name_command,
    withdraw_command,
    withhold_command,
)
from statement_kit.commands.release import build_command, extract_command, update_command
from statement_kit.commands.signing import sign_command, verify_command
from statement_kit.commands.starting import new_statement_command
from statement_kit.commands.translations import check_command, review_command, status_command, waive_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="statement-kit")
def main() -> None:
    """Joint statements in Khmer, Thai and English: from one folder to typeset PDF and DOCX."""


for _command in (
    build_command,
    extract_command,
    update_command,
    status_command,
    check_command,
    review_command,
    waive_command,
    pack_command,
    unpack_command,
    sign_command,
    verify_command,
    endorsers_group,
    brand_group,
    new_statement_command,
):
    main.add_command(_command)

for _command in (import_command, count_command, withhold_command, withdraw_command, name_command):
    endorsers_group.add_command(_command)


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
