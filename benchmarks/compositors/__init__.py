"""Who sets the lines that are compared, and the sheet they all set them on.

A compositor turns prose into a PDF with one paragraph on each page, in its own way but on the same sheet: the fonts of
`fonts/`, 11 pt, lines 30 pt apart, so that the reader can tell them apart whatever stacks above and below them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from prose import Prose

FONTS = Path(__file__).resolve().parent.parent.parent / "fonts"
LATIN = FONTS / "source-serif-4" / "SourceSerif4-Regular.ttf"
MAIN = {
    "en": LATIN,
    "km": FONTS / "noto-serif-khmer" / "NotoSerifKhmer-Regular.ttf",
    "th": FONTS / "taviraj" / "Taviraj-Regular.ttf",
}
FAMILIES = {"en": "Source Serif 4", "km": "Noto Serif Khmer", "th": "Taviraj"}

SIZE_PT = 11.0
LEADING_PT = 30.0
MARGIN_PT = 72.0
PAGE_PT = (600.0, 1600.0)


class MissingError(Exception):
    """A compositor that cannot run here; the message says why."""


def run_program(command: list[str], folder: Path, variables: Mapping[str, str] | None = None) -> str:
    """What an outside program says on its standard output.

    Raises:
        MissingError: It fails; the message says with what.
    """
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MissingError(f"{command[0]} fails: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.stdout


class Compositor(Protocol):
    """One way from prose to a PDF."""

    def version(self) -> str:
        """Which release of it is installed."""

    def set_prose(self, prose: Prose) -> bytes:
        """A PDF with each paragraph at each measure on a page of its own.

        Raises:
            MissingError: Its program fails.
        """


@dataclass(frozen=True, slots=True)
class Entry:
    """A compositor before it is loaded.

    Attributes:
        name: What tables call it.
        module: Its module here.
        maker: The class there.
        options: What the class is told.
    """

    name: str
    module: str
    maker: str
    options: tuple[str, ...] = ()

    def load(self) -> Compositor:
        """The compositor itself.

        Raises:
            MissingError: Its library or program is not installed or does not load.
        """
        try:
            return cast("Compositor", getattr(import_module(f"compositors.{self.module}"), self.maker)(*self.options))
        except (ImportError, OSError) as error:
            raise MissingError(f"does not load: {error}") from error


COMPOSITORS = {
    "kit": Entry("statement_kit", "kit", "Kit"),
    "typst": Entry("Typst", "typst_peer", "Typst"),
    "typst-tracking": Entry("Typst, tracking", "typst_peer", "Typst", ("tracking",)),
    "weasyprint": Entry("WeasyPrint", "weasyprint_peer", "WeasyPrint"),
    "libreoffice": Entry("LibreOffice", "libreoffice_peer", "LibreOffice"),
    "xelatex": Entry("XeLaTeX", "xelatex_peer", "XeLaTeX"),
}
