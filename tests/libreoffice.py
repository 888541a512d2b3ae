"""LibreOffice as a judge: what it makes of files.

It is started anew for each call. One that runs on keeps the fonts of the files before, and would hide that one is
missing.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def converted(
    soffice: str, files: Sequence[Path], kind: str, out: Path, profile: Path, fonts: Mapping[str, str] | None = None
) -> list[Path]:
    """Files as LibreOffice opens them and saves them as another kind.

    Args:
        soffice: Its program.
        files: Which.
        kind: What to save them as: `pdf`, `docx`, `xlsx`.
        out: The folder for what it makes.
        profile: The folder that it keeps its settings in.
        fonts: The environment that says which fonts it has; those of the machine, where nothing is said.
    """
    home = f"-env:UserInstallation={profile.as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", kind, "--outdir", out, *files]
    subprocess.run(command, env=fonts, capture_output=True, check=True, timeout=180)
    return [out / f"{file.stem}.{kind}" for file in files]
