"""The register of a statement folder on disk: `endorsers.csv`, and beside it in `register/` what the kit keeps of it.

endorsers.csv            who signed; people edit it
register/columns.toml    what the columns of the forms hold
register/origins.csv     where each row came from, as fingerprints
register/log.csv         what changed
register/decisions.csv   what was decided about findings
register/key             the key of the fingerprints; it stays out of version control, and out of mail
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TypeVar

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.endorsers import Annex
from statement_kit.register.columns import Standing
from statement_kit.register.fingerprints import KEY_BYTES, Fingerprints
from statement_kit.register.log_file import Entry, Log, parse_log, without_words, write_log
from statement_kit.register.origins import Origins, parse_origins, write_origins
from statement_kit.register.register_file import parse_register, write_register
from statement_kit.register.row import Register
from statement_kit.source.folder import STATEMENT, check_inside, read_text
from statement_kit.source.statement_file import named_endorsers, stated_annex, stated_language

T = TypeVar("T")

ENDORSERS = "endorsers.csv"
"""What a register is called where the statement does not say."""

FOLDER = "register"
DECISIONS = "decisions.csv"
_ORIGINS, _LOG, _KEY, _IGNORED = "origins.csv", "log.csv", "key", ".gitignore"


def columns_name(source: str) -> str:
    """What the file is called that says what the columns of a form hold."""
    return f"columns.{source}.toml"


@dataclass(frozen=True, slots=True)
class RegisterFiles:
    """Everything that a statement folder knows of who signed.

    Attributes:
        folder: The statement folder.
        path: Where its register lies, or will.
        is_named: Whether the statement names it.
        register: The register; without rows where there is none yet.
        origins: Where its rows came from.
        log: What changed.
        annex: How the statement shows it.
        language: The language of the statement; empty if it cannot be read.
        key: The key of its fingerprints; None where there is none yet.
    """

    folder: Path
    path: Path
    is_named: bool
    register: Register
    origins: Origins
    log: Log
    annex: Annex
    language: str
    key: bytes | None = field(repr=False)

    def beside(self, name: str) -> Path:
        """The path of one of the files that the kit keeps."""
        return self.folder / FOLDER / name

    def fingerprints(self) -> Fingerprints:
        """What makes fingerprints, under the folder's key or a new one.

        Raises:
            SourceError: The key is gone, though there are fingerprints made with it.
        """
        if self.key is None and self.origins:
            message = "The key of the register is missing, so nobody who signed before would be known again."
            hint = "Copy the file from whoever imported last. It is kept out of version control on purpose."
            raise SourceError([Diagnostic("register/no-key", message, Location(str(self.beside(_KEY))), hint)])
        return Fingerprints(self.key or secrets.token_bytes(KEY_BYTES))

    def written(
        self, register: Register, origins: Origins, entries: Iterable[Entry], prints: Fingerprints | None = None
    ) -> dict[Path, bytes]:
        """The files of a register that has changed.

        Args:
            register: The register as it is now.
            origins: Where its rows came from.
            entries: What goes into the log; what it says of whoever is withheld goes out of it.
            prints: What made the fingerprints, where some were made.
        """
        withheld = {row.number for row in register.rows if row.standing is Standing.WITHHELD}
        files = {
            self.path: write_register(register),
            self.beside(_LOG): write_log(without_words((*self.log, *entries), withheld)),
        }
        if origins:
            files[self.beside(_ORIGINS)] = write_origins(origins)
        if prints:
            files[self.beside(_KEY)] = f"{prints.key.hex()}\n".encode()
            files[self.beside(_IGNORED)] = f"{_KEY}\n".encode()
        return files


def load_register_files(folder: str | PathLike[str]) -> RegisterFiles:
    """Read the register of a statement folder, whatever may be wrong with its statement.

    Raises:
        SourceError: One of its files cannot be read.
    """
    folder = Path(folder)
    statement = read_text(folder / STATEMENT, f"A statement folder needs a {STATEMENT}.")
    named = named_endorsers(statement, STATEMENT)
    path = folder / (named or ENDORSERS)
    check_inside(folder, path, Location(str(folder / STATEMENT)), "endorser list")
    beside = folder / FOLDER
    return RegisterFiles(
        folder,
        path,
        named is not None,
        _read(path, parse_register, Register()),
        _read(beside / _ORIGINS, parse_origins, ()),
        _read(beside / _LOG, parse_log, ()),
        stated_annex(statement, str(folder / STATEMENT)),
        stated_language(statement, str(folder / STATEMENT)),
        _read(beside / _KEY, _parse_key, None),
    )


def _read(path: Path, parse: Callable[[str, str], T], absent: T) -> T:
    return parse(read_text(path), str(path)) if path.exists() else absent


def _parse_key(text: str, path: str) -> bytes | None:
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        message, hint = "This is no key of a register.", "Copy the file from whoever imported last."
        raise SourceError([Diagnostic("register/key", message, Location(path), hint)])
    return key
