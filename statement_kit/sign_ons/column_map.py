"""What the columns and the answers of a form mean, as somebody has confirmed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from zoneinfo import ZoneInfo

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.languages.countries import country_codes
from statement_kit.sign_ons.answers import answer_key
from statement_kit.sign_ons.fields import ANSWERS, FIELDS, IGNORED, TAUGHT, is_field
from statement_kit.sign_ons.findings import problem, quoted
from statement_kit.values import is_time_zone

_HERE = Location("mapping")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """How a table is to be read.

    Attributes:
        columns: By its header, the field that a column holds, or `fields.IGNORED`. Columns of several forms may stand
            here; no two of one table may hold the same field.
        answers: By field, what answers mean that are not understood by themselves; an answer as
            `answers.answer_key` gives it, with an empty text for a cell that is left blank.
        time_zone: The IANA name of the time zone of times that name none; empty if it is not known.
        month_first: Whether 7/8/2025 is 8 July; None if the dates themselves say so.
        kind: What signs where no column says so: organisation, network or individual; empty if that is not known.

    Raises:
        SourceError: On construction, with every field, answer, kind and time zone that there is not.
    """

    columns: Mapping[str, str] = field(hash=False)
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    time_zone: str = ""
    month_first: bool | None = None
    kind: str = ""

    def __post_init__(self) -> None:
        if problems := [found for _, found in map_problems(self.columns, self.answers, self.time_zone, self.kind)]:
            raise SourceError(problems)

    @property
    def zone(self) -> ZoneInfo | None:
        """The time zone of times that name none."""
        return ZoneInfo(self.time_zone) if self.time_zone else None


Place = tuple[str, ...]
"""Where in a mapping something stands: the names of tables and keys that lead to it."""


def map_problems(
    columns: Mapping[str, str], answers: Mapping[str, Mapping[str, str]], time_zone: str, kind: str
) -> Iterator[tuple[Place, Diagnostic]]:
    """Everything in the parts of a mapping that cannot be, with its place."""
    yield from _column_problems(columns)
    for name, many in answers.items():
        yield from _answer_problems(name, many)
    if time_zone and not is_time_zone(time_zone):
        hint = "Write its IANA name, such as Asia/Phnom_Penh or Asia/Bangkok."
        yield ("dates", "time_zone"), problem("time-zone", f"There is no time zone {quoted(time_zone)}.", _HERE, hint)
    if kind not in ("", *ANSWERS["kind"]):
        message, hint = f"{quoted(kind)} is no kind of endorser.", f"Known: {', '.join(ANSWERS['kind'])}."
        yield ("rows", "kind"), problem("kind", message, _HERE, hint)


def _column_problems(columns: Mapping[str, str]) -> Iterator[tuple[Place, Diagnostic]]:
    for header, held in columns.items():
        if held != IGNORED and not is_field(held):
            message = f"The column {quoted(header)} cannot be {quoted(held)}: there is no such field."
            yield ("columns", header), problem("field", message, _HERE, _field_hint(held))


def _field_hint(held: str) -> str:
    from difflib import get_close_matches  # only for whoever has mistyped

    close = get_close_matches(held, (*FIELDS, IGNORED), 1)
    known = f"Known: {', '.join(FIELDS)}, {IGNORED}; for a language name:km, acronym:km, title:km, transliteration:km."
    return f"Did you mean “{close[0]}”?" if close else known


def _answer_problems(name: str, answers: Mapping[str, str]) -> Iterator[tuple[Place, Diagnostic]]:
    if name not in TAUGHT:
        message = f"Answers to {quoted(name)} cannot be explained."
        yield ("answers", name), problem("answers", message, _HERE, f"Known: {', '.join(sorted(TAUGHT))}.")
        return
    known = sorted(country_codes()) if name == "country" else ANSWERS[name]
    for answer, meant in answers.items():
        if meant in known:
            continue
        message = f"An answer to “{name}” cannot mean {quoted(meant)}."
        hint = "Write the two letters of a country, such as KH." if name == "country" else f"Write {_or(known)}."
        yield ("answers", name, answer), problem("answers", message, _HERE, hint)


def _or(values: Sequence[str]) -> str:
    return " or ".join(f"“{value}”" if value else "an empty text" for value in values)


def taught(column_map: ColumnMap, name: str) -> dict[str, str]:
    """What a mapping says that answers to a field mean, by `answers.answer_key`."""
    return {answer_key(answer): meant for answer, meant in column_map.answers.get(name, {}).items()}
