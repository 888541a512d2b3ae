"""The kit: its installed command for the cold run, `render` for the warm one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from example import FOLDER
from looks import BRAND

from contenders import Cold
from statement_kit import Format, Statement, render

_BRAND_FILE = '[alignment]\nen = "ragged"\n[indent]\nth = 0\n'
"""What `looks.BRAND` is, as a folder says it."""


class Kit:
    """From the statement folder itself: the kit alone also reads Markdown, TOML, CSV and PO files."""

    def cold(self, language: str, folder: Path) -> Cold:
        """The installed command on a copy of the example's folder."""
        script = Path(sys.executable).with_name("statement-kit")
        copy = shutil.copytree(FOLDER, folder / "source" / FOLDER.name, dirs_exist_ok=True)
        (copy / "brand.toml").write_text(_BRAND_FILE, encoding="utf-8")
        command = [str(script), "build", str(copy), "--lang", language, "--format", "pdf", "--out", str(folder)]
        return Cold(command, folder / f"{FOLDER.name}.{language}.pdf")

    def warm(self, statement: Statement) -> Callable[[], bytes]:
        """Compose, lay out and write."""
        return partial(render, statement, Format.PDF, BRAND, proof=False)
