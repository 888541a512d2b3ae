"""What the texts of a statement refer to, notes and parts: what refers to none, and notes that nothing refers to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from urllib.parse import unquote

from statement_kit.diagnostics import Diagnostic
from statement_kit.markup import NOTE_NAME, MarkKind, note_id, parse_inline

ANNEX = "annex"
"""What a link to the endorsers leads to."""


def note_references(text: str) -> list[str]:
    """The ids of the notes a text refers to, in order; a note referred to twice stands there twice."""
    return [mark.target for mark in parse_inline(text).marks if mark.kind is MarkKind.NOTE]


def part_references(text: str) -> list[str]:
    """The ids of the parts that the links of a text lead to, in order, as for notes."""
    links = (mark.target for mark in parse_inline(text).marks if mark.kind is MarkKind.LINK)
    return [target[1:] for target in links if target.startswith("#")]


def note_problems(
    texts: Sequence[tuple[str, str]], names: Sequence[str], without: Collection[str]
) -> Iterator[Diagnostic]:
    """A note that nobody can refer to or does, and a reference to none or where none can stand.

    Args:
        texts: Every clause: its id, and its text.
        names: The names of the notes.
        without: The ids of the clauses that cannot refer to a note, beside the notes themselves.
    """
    counts = Counter(map(note_id, names))
    for clause_id, text in texts:
        for target in note_references(text):
            if clause_id in without or clause_id in counts:
                message = f"{clause_id} refers to a note; titles, headings and notes cannot."
                yield _problem("misplaced-note", clause_id, message, "Refer to it from the text under a heading.")
            elif target not in counts:
                name = target.removeprefix(note_id(""))
                hint = f"Write it on a line of its own: [^{name}]: text; or remove [^{name}]."
                yield _problem("no-such-note", clause_id, f"There is no note called {name}.", hint)
    used = {target for _, text in texts for target in note_references(text)}
    for name, target in {name: note_id(name) for name in names}.items():
        if not NOTE_NAME.fullmatch(name):
            hint = "Use the letters a to z, digits and hyphens."
            yield _problem("note-name", target, f"“{name}” is no name of a note.", hint)
        elif target not in used:
            hint = f"Write [^{name}] where it belongs, or remove the note."
            yield _problem("unused-note", target, f"Nothing refers to the note {name}.", hint)
        if counts[target] > 1:
            hint = "Give every note a name of its own."
            yield _problem("repeated-note", target, f"{counts[target]} notes are called {name}.", hint)


def link_problems(texts: Iterable[tuple[str, str]], parts: Collection[str]) -> Iterator[Diagnostic]:
    """Each link to a part that is not there.

    Args:
        texts: Every clause: its id, and its text.
        parts: The ids of the parts that are there, in order.
    """
    there = ", ".join(f"#{part}" for part in parts)
    hint = f"Links can lead to {there}." if parts else "Remove the link: there is no part it could lead to."
    for clause_id, text in texts:
        for target in part_references(text):
            if target not in parts:
                message = f"{clause_id} has a link to “#{unquote(target)}”, and there is no such part."
                yield _problem("no-such-part", clause_id, message, hint)


def _problem(rule: str, clause_id: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"statement/{rule}", message, clause=clause_id, hint=hint)
