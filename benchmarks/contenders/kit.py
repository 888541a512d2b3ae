"""The kit: its installed command for the cold run, `render` for the warm one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from example import FOLDER

from contenders import Cold
from statement_kit import Format, Statement, render


class Kit:
    """From the statement folder itself: the kit alone also reads Markdown, TOML, CSV and PO files."""

    def cold(self, language: str, folder: Path) -> Cold:
        """The installed command on the example's folder."""
        script = Path(sys.executable).with_name("statement-kit")
        command = [str(script), "build", str(FOLDER), "--lang", language, "--format", "pdf", "--out", str(folder)]
        return Cold(command, folder / f"{FOLDER.name}.{language}.pdf")

    def warm(self, statement: Statement) -> Callable[[], bytes]:
        """Compose, lay out and write."""
        return partial(render, statement, Format.PDF)
