"""One at a time: whoever reads a folder's translations to write them again keeps others from doing so meanwhile."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path

from statement_kit.diagnostics import Diagnostic, Location, OutputError

_WAIT_S = 60.0
"""Longest time to wait for another process: far longer than any of them takes."""


@contextmanager
def locked(folder: str | PathLike[str]) -> Iterator[None]:
    """Keep other processes of this machine from changing the files of a statement folder.

    The lock lies among the temporary files, so that nothing has to be kept out of a version control system.

    Raises:
        OutputError: Another process does not let go of them.
    """
    from filelock import FileLock, Timeout  # brings asyncio, for which a build that locks nothing should not wait

    path = Path(folder).resolve()
    name = hashlib.sha256(str(path).encode(errors="surrogateescape")).hexdigest()[:32]
    try:
        with FileLock(Path(tempfile.gettempdir()) / f"statement-kit-{name}.lock", timeout=_WAIT_S):
            yield
    except Timeout as error:
        message = f"Another process has been changing the files of this folder for {_WAIT_S:.0f} seconds."
        hint = "Wait until it is done, or end it, and try again."
        raise OutputError([Diagnostic("output/locked", message, Location(str(path)), hint)]) from error
