"""What a check found: the words for it, the rows and the exact words it is about, and what it proposes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from statement_kit.diagnostics import Diagnostic
from statement_kit.linting.entries import FAMILY, Entry, warning
from statement_kit.linting.proposals import CellChange, Proposal
from statement_kit.register.columns import NAME
from statement_kit.register.fingerprints import Fingerprints

_HEX_DIGITS = 32
"""128 bits: enough that no two findings are ever taken for each other."""

_MOST_ROWS = 100
"""How many rows a finding names by number."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that looks wrong.

    Attributes:
        diagnostic: What, in words; a warning.
        rows: The numbers of the rows it is about, in the order of the list.
        words: The exact words it is about, the name of the check first.
        column: The column of the text that looks wrong.
        proposal: What may be done about it; None where it is only a question.
        withheld: The numbers of those of the rows of which nothing may be said but number and line.
    """

    diagnostic: Diagnostic
    rows: tuple[int, ...]
    words: tuple[str, ...] = field(repr=False)
    column: str = NAME
    proposal: Proposal | None = None
    withheld: tuple[int, ...] = ()

    @property
    def is_withheld(self) -> bool:
        """Whether nothing may be said of the words."""
        return bool(self.withheld)

    @property
    def rule(self) -> str:
        """The name of what was found, without the family."""
        return self.diagnostic.rule.removeprefix(FAMILY)

    @property
    def number(self) -> int:
        """The number of the row it is told of."""
        return int((self.diagnostic.clause or "endorser.0").removeprefix("endorser."))

    def texts(self, prints: Fingerprints | None) -> str:
        """The words as a digest: other words, down to one code point, have another.

        Args:
            prints: Makes fingerprints under the key of the folder. A plain digest of a withheld name would give it away
                to anybody who has names to try, so there is none without a key; then the digest is empty.
        """
        return words_digest(self.words, is_withheld=self.is_withheld, prints=prints)


def words_digest(words: Iterable[str], *, is_withheld: bool, prints: Fingerprints | None) -> str:
    """The digest of the words of a finding; empty where words are withheld and there is no key."""
    said = json.dumps(list(words))
    if not is_withheld:
        return hashlib.sha256(said.encode()).hexdigest()[:_HEX_DIGITS]
    return prints.fact("finding", said) if prints else ""


def found(
    rule: str,
    entry: Entry,
    message: str,
    hint: str,
    *,
    column: str = "",
    better: Mapping[str, str] | None = None,
    details: Iterable[str] = (),
) -> Finding:
    """A finding about one name.

    Args:
        rule: What was found.
        entry: The name.
        message: What is wrong.
        hint: What to do.
        column: The column of the text that is wrong, if not the name's.
        better: What cells should say.
        details: What else it is about, or what tells it from other findings of the rule about the same text.
    """
    changes = {name: text for name, text in (better or {}).items() if text and text != entry.row[name]}
    proposal = CellChange(entry.number, changes) if changes else None
    column = column or entry.name_column
    return Finding(
        warning(rule, entry, message, hint), (entry.number,), (rule, entry.row[column], *details), column, proposal
    )


def told(diagnostic: Diagnostic, entries: Iterable[Entry], details: Iterable[str] = ()) -> Finding:
    """A finding that is only a question, about one name or several."""
    entries = tuple(entries)
    names = sorted(entry.name for entry in entries)
    rule = diagnostic.rule.removeprefix(FAMILY)
    return Finding(diagnostic, tuple(entry.number for entry in entries[:_MOST_ROWS]), (rule, *names, *details))
