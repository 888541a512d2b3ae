"""Who is measured: the kit and its peers, each in a module that turns a statement into a PDF by its own means.

This table is all the measuring process reads; the modules themselves are imported in processes of their own,
so that no contender's libraries weigh on another's figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from statement_kit import Statement


@dataclass(frozen=True, slots=True)
class Cold:
    """A prepared cold run: the command of a fresh process, and the PDF it writes."""

    command: list[str]
    output: Path


class Contender(Protocol):
    """One way from a statement to a PDF."""

    def cold(self, language: str, folder: Path) -> Cold:
        """Write whatever a fresh process needs to a folder; nothing of this is timed."""

    def warm(self, statement: Statement) -> Callable[[], bytes]:
        """Make ready to build one statement in this process; only the call of what is returned is timed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A contender before it is loaded.

    Attributes:
        name: What tables call it.
        distribution: Its distribution on PyPI.
        module: Its module here.
        maker: The class there.
        options: What the class is told.
    """

    name: str
    distribution: str
    module: str
    maker: str
    options: tuple[str, ...] = ()

    def load(self) -> Contender:
        """The contender itself, its library imported.

        Raises:
            ImportError: Its library is not installed.
            OSError: Its library lacks a shared library of the system.
        """
        return cast("Contender", getattr(import_module(self.module), self.maker)(*self.options))


CONTENDERS = {
    "kit": Entry("statement_kit", "statement-kit", "contenders.kit", "Kit"),
    "typst": Entry("Typst", "typst", "contenders.typst_peer", "Typst", ("optimized",)),
    "typst-simple": Entry("Typst, simple lines", "typst", "contenders.typst_peer", "Typst", ("simple",)),
    "typst-system": Entry("Typst, system fonts", "typst", "contenders.typst_peer", "Typst", ("optimized", "system")),
    "weasyprint": Entry("WeasyPrint", "weasyprint", "contenders.weasyprint_peer", "WeasyPrint"),
    "reportlab": Entry("ReportLab, unshaped", "reportlab", "contenders.reportlab_peer", "ReportLab"),
}
