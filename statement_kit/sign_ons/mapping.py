"""A mapping as a file: TOML that a campaigner corrects in an editor."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.sign_ons.answers import answer_key
from statement_kit.sign_ons.column_map import ColumnMap, Place, map_problems
from statement_kit.sign_ons.fields import ANSWERS, BY_LANGUAGE, FIELDS, IGNORED
from statement_kit.sign_ons.findings import problem, quoted, refusal
from statement_kit.sign_ons.guessing import Guess

__all__ = ["ColumnMap", "parse_mapping", "write_mapping"]

MOST_CHARACTERS = 200_000
"""Longest file that is read; a form of a thousand questions has half of that."""

_TABLES: Mapping[str, Mapping[str, type]] = {"rows": {"kind": str}, "dates": {"time_zone": str, "month_first": bool}}
_TABLE_NAMES = ("columns", "answers", *_TABLES)
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def write_mapping(column_map: ColumnMap, guesses: Sequence[Guess] = ()) -> str:
    """A mapping as TOML, with what there is to know about each part above it.

    Args:
        column_map: The mapping.
        guesses: What the columns were guessed by; each that is not sure gets a comment that says why.
    """
    return (
        "\n\n".join((_HEAD, _columns(column_map, guesses), _answers(column_map), _rows(column_map), _dates(column_map)))
        + "\n"
    )


_HEAD = "# What the columns of this form mean. Whoever exports it again need not be asked again."


def _columns(column_map: ColumnMap, guesses: Sequence[Guess]) -> str:
    doubts = {one.column: one.why for one in guesses if not one.is_sure}
    lines = [
        *_comment("Each line names a column, and then what it holds:"),
        *(f"#   {name} – {words}" for name, words in FIELDS.items()),
        *(f"#   {name}:km – {words}; th, en and other languages alike" for name, words in BY_LANGUAGE.items()),
        *_comment("  kind=network – a box that is ticked where this is the answer; so for other answers too"),
        *_comment(f"  {IGNORED} – nothing of it is kept: telephone numbers, comments and the like"),
        "[columns]",
    ]
    for header, held in column_map.columns.items():
        doubt = f"  # please check: {doubts[header]}" if header in doubts else ""
        lines.append(f"{_text(header)} = {_text(held)}{doubt}")
    return "\n".join(lines)


def _answers(column_map: ColumnMap) -> str:
    lines = [
        *_comment("What answers mean that are not understood by themselves, a table for each question, such as"),
        *_comment("  [answers.consent]"),
        *_comment('  "sure" = "yes"'),
        *_comment('  "" = "no"        (for those who gave no answer)'),
        *_comment(f"Questions: {', '.join(ANSWERS)}, country."),
    ]
    for name, answers in column_map.answers.items():
        lines += ["", f"[answers.{_key(name)}]", *(f"{_text(one)} = {_text(meant)}" for one, meant in answers.items())]
    return "\n".join(lines)


def _rows(column_map: ColumnMap) -> str:
    lines = [*_comment("What signs where no column says so: organisation, network or individual."), "[rows]"]
    return "\n".join([*lines, f"kind = {_text(column_map.kind)}" if column_map.kind else '# kind = "organisation"'])


def _dates(column_map: ColumnMap) -> str:
    zone, first = column_map.time_zone, column_map.month_first
    return "\n".join(
        (
            *_comment("Where the form's clock hangs, if its times do not say so; and whether 7/8/2025 is 8 July."),
            "[dates]",
            f"time_zone = {_text(zone)}" if zone else '# time_zone = "Asia/Phnom_Penh"',
            f"month_first = {'true' if first else 'false'}" if first is not None else "# month_first = false",
        )
    )


def _comment(text: str) -> Iterator[str]:
    yield f"# {text}"


def _key(text: str) -> str:
    return text if re.fullmatch("[A-Za-z0-9_-]+", text) else _text(text)


def _text(text: str) -> str:
    """A text as a TOML string, or key, in quotes."""
    return '"' + _ESCAPED.sub(lambda match: _NAMED_ESCAPES.get(match[0], f"\\u{ord(match[0]):04X}"), text) + '"'


def parse_mapping(text: str, path: str) -> ColumnMap:
    """Read a mapping.

    Raises:
        SourceError: It is not TOML; or with every table, key, field, answer and value that cannot be, at its line.
    """
    if len(text) > MOST_CHARACTERS:
        raise refusal("too-large", "This mapping is longer than any.", Location(path), "Make it again from the form.")
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML; numbers too long, brackets too deep
        raise SourceError([_syntax_problem(str(error), text, path)]) from error
    lines = _Lines(text, path)
    _refuse(_shape_problems(values), lines)
    columns, rows, dates = (values.get(name, {}) for name in ("columns", "rows", "dates"))
    answers = {
        name: {answer_key(one): meant for one, meant in many.items()}
        for name, many in values.get("answers", {}).items()
    }
    zone, kind = dates.get("time_zone", ""), rows.get("kind", "")
    _refuse(map_problems(columns, values.get("answers", {}), zone, kind), lines)
    return ColumnMap(columns, answers, zone, dates.get("month_first"), kind)


def _refuse(found: Iterable[tuple[Place, Diagnostic]], lines: _Lines) -> None:
    """Raise every problem at its line, if there is any."""
    if problems := [replace(one, where=lines.where(place)) for place, one in found]:
        raise SourceError(problems)


def _syntax_problem(message: str, text: str, path: str) -> Diagnostic:
    at = re.search(r"\(at line (\d+), column \d+\)", message)
    line = int(at[1]) if at else text.count("\n") + 1 if "end of document" in message else None
    hint = 'Each line is “"column" = "what it holds"”, both in straight double quotes.'
    return problem("toml-syntax", "This mapping is not valid TOML.", Location(path, line), hint)


def _shape_problems(values: Mapping[str, object]) -> Iterator[tuple[Place, Diagnostic]]:
    """Every table that is none, and every value of a wrong type."""
    for name, value in values.items():
        if name not in _TABLE_NAMES:
            message, hint = f"There is no part {quoted(name)} in a mapping.", f"Known: {', '.join(_TABLE_NAMES)}."
            yield (name,), _wrong("unknown-key", message, hint)
        elif not isinstance(value, dict):
            yield (name,), _wrong("wrong-type", f"“{name}” must be a table.", f"Write [{name}] on a line of its own.")
        else:
            yield from _table_problems(name, value)


def _table_problems(name: str, table: Mapping[str, object]) -> Iterator[tuple[Place, Diagnostic]]:
    for key, value in table.items():
        if name == "answers" and isinstance(value, dict):
            yield from (found for one, meant in value.items() for found in _text_problem((name, key, one), meant))
        elif name == "answers":
            hint = f'Write [answers.{_key(key)}] on a line of its own, and below it "answer" = "what it means".'
            yield (name, key), _wrong("wrong-type", f"The answers to {quoted(key)} must be a table.", hint)
        elif name == "columns":
            yield from _text_problem((name, key), value)
        elif key not in _TABLES[name]:
            message, hint = f"There is no key {quoted(key)} in [{name}].", f"Known: {', '.join(_TABLES[name])}."
            yield (name, key), _wrong("unknown-key", message, hint)
        elif type(value) is not _TABLES[name][key]:
            wanted = "true or false, without quotes" if _TABLES[name][key] is bool else "a text in quotes"
            yield (
                (name, key),
                _wrong("wrong-type", f"“{key}” must be {wanted}.", f"Known here: {', '.join(_TABLES[name])}."),
            )


def _text_problem(place: Place, value: object) -> Iterator[tuple[Place, Diagnostic]]:
    if not isinstance(value, str):
        hint = 'Put the name of the column and what it holds in quotes: "Name (English)" = "name".'
        yield place, _wrong("wrong-type", f"What stands behind {quoted(place[-1])} must be a text in quotes.", hint)


def _wrong(rule: str, message: str, hint: str) -> Diagnostic:
    return problem(rule, message, Location("mapping"), hint)


class _Lines:
    """On which line of a file a key stands. Only asked when something is wrong with it."""

    def __init__(self, text: str, path: str) -> None:
        self._lines = text.split("\n")
        self._path = path

    def where(self, place: Place) -> Location:
        """The line of a key, or of the table that it would stand in; the file alone where neither is found."""
        places = dict(self._places())
        known = (place[:length] for length in range(len(place), 0, -1))
        return Location(self._path, next((places[one] for one in known if one in places), None))

    def _places(self) -> Iterator[tuple[Place, int]]:
        """Each table and key that stands on a line of its own, with that line."""
        table: Place = ()
        for number, line in enumerate(self._lines, 1):
            keys, is_table = _keys(line), line.strip().startswith("[")
            if is_table:
                table = keys
            if keys:
                yield (keys if is_table else (*table, *keys)), number


def _keys(line: str) -> Place:
    """The names that a line leads through: those between brackets, or before an equals sign; none for another line."""
    try:
        value: object = tomllib.loads(line)
    except (ValueError, RecursionError):
        return ()
    found = []
    while isinstance(value, dict) and len(value) == 1:
        key, value = next(iter(value.items()))
        found.append(key)
    return tuple(found)
