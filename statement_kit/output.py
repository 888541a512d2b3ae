"""Files on disk, whole or not at all: written beside their place, then renamed into it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path

from statement_kit.diagnostics import Diagnostic, Location, OutputError


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write a set of files; none is touched before every one lies complete beside its place.

    Folders are made as needed. An existing file is replaced in one step by a complete one.

    Raises:
        OutputError: A folder or file cannot be written; what was there before still stands.
    """
    waiting: dict[Path, Path] = {}
    place = Path()
    try:
        for path, data in files.items():
            place = path.parent
            place.mkdir(parents=True, exist_ok=True)
            waiting[path] = _beside(path, data)
        with _all_or_none() as replace:
            for path, temporary in waiting.items():
                place = path
                replace(temporary, path)
    except OSError as error:
        message = f"{place} cannot be written: {error.strerror}."
        raise OutputError([Diagnostic("output/unwritable", message, Location(str(place)), _hint(error))]) from error
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _hint(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "A file stands where a folder should be. Move it away, or choose another folder."
    if isinstance(error, IsADirectoryError):
        return "A folder stands where the file should be. Move it away, or choose another folder."
    return "Is the folder yours to write in, is there room on the disk, does another program hold the file open?"


@contextmanager
def _all_or_none() -> Iterator[Callable[[Path, Path], None]]:
    """Renames that are all taken back if one fails."""
    former: dict[Path, Path | None] = {}

    def replace(temporary: Path, path: Path) -> None:
        former[path] = _kept(path, temporary.with_suffix(".old"))
        temporary.replace(path)

    try:
        yield replace
    except BaseException:
        for path, old in former.items():
            with suppress(OSError):
                old.replace(path) if old else path.unlink(missing_ok=True)
        raise
    finally:
        for old in former.values():
            if old:
                old.unlink(missing_ok=True)


def _kept(path: Path, old: Path) -> Path | None:
    """A second name for the file at a path, or a copy where the disk has no second names; None for no file."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
    if not os.path.lexists(path):
        return None
    try:
        os.link(path, old, follow_symlinks=False)
    except OSError:
        try:
            shutil.copy2(path, old, follow_symlinks=False)
        except BaseException:
            old.unlink(missing_ok=True)
            raise
    return old


def _beside(path: Path, data: bytes) -> Path:
    """The data in a new file of the same folder, safely on disk, with the rights a new file would have."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def write_new_files(files: Mapping[Path, bytes]) -> None:
    """Write a set of files where nothing stands yet.

    Raises:
        OutputError: Something stands at one of their places, or they cannot be written; then nothing has changed.
    """
    hint = "Choose another folder, or move away what stands there."
    there = [Location(str(path)) for path in files if os.path.lexists(path)]
    if there:
        raise OutputError([Diagnostic("output/exists", f"{each.path} is there already.", each, hint) for each in there])
    write_files(files)


def check_unsigned(paths: Iterable[Path]) -> None:
    """Make sure that no file is about to be replaced that somebody has signed.

    Raises:
        OutputError: With each one that is.
    """
    signed = [path for path in paths if path.suffix == ".pdf" and path.is_file() and _SIGNED in path.read_bytes()]
    hint = "Build into another folder with --out, or move the signed file away."
    problems = [
        Diagnostic("output/signed", "This file is signed, and would be replaced by an unsigned one.", where, hint)
        for where in (Location(str(path)) for path in signed)
    ]
    if problems:
        raise OutputError(problems)


_SIGNED = b"/ByteRange"
"""What stands in a PDF that is signed, and never compressed (ISO 32000-1 12.8.1)."""
