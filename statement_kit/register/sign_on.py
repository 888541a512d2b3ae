"""One sign-on, as facts: what an import brings to a register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SignOn:
    """One who signed, by what the form says.

    Attributes:
        line: Its line in the file; in a workbook the row of its sheet.
        facts: What is known, by column of the register (`name`, `country`, `name:km` …), as the register writes it.
            What is not known is not there.
        registration: The id of the row in its source; empty if it has none. It never leaves the import.
        email: The address, in small letters, by which one is known again; empty for none. It never leaves the import.
    """

    line: int
    facts: Mapping[str, str] = field(hash=False)
    registration: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
