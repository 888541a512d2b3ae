"""The ledger of conformance: every clause is in it once, in a state, and all it names exists."""

from __future__ import annotations

import ast
import os
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

ROOT = Path(__file__).parent.parent
LEDGER = (ROOT / "CONFORMANCE.md").read_text(encoding="utf-8")

ENFORCED, DUTY, NOT_APPLICABLE = "enforced", "author's duty", "not applicable"
STATES = (ENFORCED, DUTY, NOT_APPLICABLE)
"""From the strongest to the weakest."""

UA_CLAUSES, CONDITIONS, ARCHIVE, GUIDELINES, OWN, GAPS, TESTS = (
    "PDF/UA-1 by clause",
    "PDF/UA-1 by the Matterhorn Protocol",
    "PDF/A-2a by clause",
    "WCAG 2.1, levels A and AA",
    "The kit's own requirements for PDF",
    "Not kept yet",
    "The tests",
)
LEDGERS = (UA_CLAUSES, CONDITIONS, ARCHIVE, GUIDELINES, OWN)

CHECKPOINTS = [7, 4, 3, 1, 3, 4, 2, 2, 8, 1, 7, 1, 8, 7, 5, 3, 3, 2, 4, 3, 1, 1, 1, 1, 1, 2, 1, 18, 1, 2, 30]
"""How many failure conditions each checkpoint of the Matterhorn Protocol 1.1 has."""


def numbered(clause: str, last: int, first: int = 1) -> list[str]:
    return [f"{clause}.{number}" for number in range(first, last + 1)]


LISTS: dict[str, list[str]] = {
    UA_CLAUSES: [
        *("5", *numbered("6", 4), *numbered("7", 3), *numbered("7.4", 4), *numbered("7", 17, 5)),
        *(*numbered("7.18", 8), "7.19", "7.20", "7.21.1", "7.21.2", *numbered("7.21.3", 3), *numbered("7.21.4", 2)),
        *(*numbered("7.21", 8, 5), "8", "9"),
    ],
    CONDITIONS: [
        f"{checkpoint:02}-{condition:03}"
        for checkpoint, count in enumerate(CHECKPOINTS, 1)
        for condition in range(1, count + 1)
    ],
    ARCHIVE: [
        *numbered("5", 5),
        *(*numbered("6.1", 6), *numbered("6.1.7", 2), *numbered("6.1", 13, 8)),
        *(*numbered("6.2", 3), *numbered("6.2.4", 5), *numbered("6.2", 7, 5)),
        *(*numbered("6.2.8", 3), *numbered("6.2.9", 3), "6.2.10"),
        *(*numbered("6.2.11", 2), *numbered("6.2.11.3", 3), *numbered("6.2.11.4", 2), "6.2.11.5", "6.2.11.6"),
        *(*numbered("6.2.11.7", 3), "6.2.11.8"),
        *(*numbered("6.3", 4), *numbered("6.4", 3), *numbered("6.5", 3)),
        *("6.6.1", "6.6.2.1", "6.6.2.2", *numbered("6.6.2.3", 3), *numbered("6.6", 6, 3)),
        *("6.7.1", *numbered("6.7.2", 2), *numbered("6.7.3", 4), *numbered("6.7", 8, 4)),
        *numbered("6", 11, 8),
    ],
    GUIDELINES: [
        *("1.1.1", *numbered("1.2", 5), *numbered("1.3", 5), *numbered("1.4", 5), *numbered("1.4", 13, 10)),
        *("2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", *numbered("2.4", 7), *numbered("2.5", 4)),
        *("3.1.1", "3.1.2", *numbered("3.2", 4), *numbered("3.3", 4), *numbered("4.1", 3), "10.5", "10.6"),
    ],
    OWN: [f"F{number:02}" for number in range(1, 9)],
}


class Row(NamedTuple):
    """A row of one of the ledger's tables: its part, its number, and its cells by the words above them."""

    part: str
    number: str
    cells: dict[str, str]

    @property
    def state(self) -> str:
        return self.cells["state"]

    @property
    def tests(self) -> list[str]:
        return [name for name in self.cells.get("shown by", "").split(", ") if name]

    @property
    def rules(self) -> list[str]:
        """The rules of veraPDF in it, ranges spelled out."""
        ranges = re.findall(r"`([\d.]+)-(\d+)(?:…(\d+))?`", " ".join(self.cells.values()))
        return [f"{clause}-{n}" for clause, first, last in ranges for n in range(int(first), int(last or first) + 1)]


def tables() -> Iterator[tuple[str, list[list[str]]]]:
    """Every table of the page with the heading of its part: lines of cells."""
    for part in re.split(r"^## ", LEDGER, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        for table in re.findall(r"(?:^\|.*\|\n)+", body, flags=re.MULTILINE):
            yield heading, [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]


@cache
def rows() -> list[Row]:
    """Every row of the ledgers."""
    return [
        Row(part, line[0].strip("*"), dict(zip(lines[0], line, strict=True)))
        for part, lines in tables()
        if part in LEDGERS
        for line in lines[2:]
    ]


def of(*parts: str) -> list[Row]:
    return [row for row in rows() if row.part in parts]


def named_tests() -> dict[str, str]:
    """The tests by the names that rows give them."""
    (lines,) = [lines for part, lines in tables() if part == TESTS]
    return {name: test.strip("`") for name, test in lines[2:]}


@pytest.mark.parametrize("part", LEDGERS)
def test_every_clause_has_one_row_in_its_order(part: str) -> None:
    assert [row.number for row in of(part)] == LISTS[part]


def test_every_row_is_in_one_of_three_states_and_says_how() -> None:
    assert [row.number for row in rows() if row.state not in STATES] == []
    assert [row.number for row in rows() if not (row.cells.get("how") or row.cells.get("kept by"))] == []


def test_every_row_names_what_shows_it_or_has_conditions_that_do() -> None:
    shown = [row for row in rows() if row.tests or row.cells.get("conditions")]
    assert [row.number for row in rows() if row not in shown] == ["6.3", "6.4", "8", "9"]  # what asks nothing of files


def test_a_condition_that_machines_judge_is_judged_or_said_not_to_be() -> None:
    judges = {row.number: row.cells["judge"] for row in of(CONDITIONS) if not row.rules}
    assert set(judges.values()) == {"a person", "nobody", "none in veraPDF"}
    assert [number for number, judge in judges.items() if judge == "nobody"] == ["23-001", "27-001"]
    assert len([number for number, judge in judges.items() if judge == "a person"]) == 48
    assert all(row.state == NOT_APPLICABLE for row in of(CONDITIONS) if row.cells["judge"] == "none in veraPDF")


def test_each_condition_belongs_to_one_clause_which_has_the_strongest_of_their_states() -> None:
    states = {row.number: row.state for row in of(CONDITIONS)}
    belonging = {row.number: list(_spelled_out(row.cells["conditions"])) for row in of(UA_CLAUSES)}
    assert sorted(number for numbers in belonging.values() for number in numbers) == sorted(states)
    for row in of(UA_CLAUSES):
        if its_states := {states[number] for number in belonging[row.number]}:
            assert row.state == min(its_states, key=STATES.index), row.number


def _spelled_out(conditions: str) -> Iterator[str]:
    """`02-001…003` as its three conditions."""
    for checkpoint, first, last in re.findall(r"(\d\d)-(\d{3})(?:…(\d{3}))?", conditions):
        yield from (f"{checkpoint}-{number:03}" for number in range(int(first), int(last or first) + 1))


def test_every_name_of_a_test_is_explained_and_used() -> None:
    assert {name for row in rows() for name in row.tests} == named_tests().keys()


def test_every_test_it_names_exists() -> None:
    assert len(named_tests()) > 50
    assert [test for test in named_tests().values() if not _exists(*test.split("::"))] == []


def _exists(path: str, test: str) -> bool:
    file = ROOT / path
    if not file.is_file():
        return False
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return test in {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


def test_every_path_it_names_exists() -> None:
    paths = re.findall(r"`((?:statement_kit|tests)/[\w/.]+)`", LEDGER)
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_what_is_not_kept_is_said_of_clauses_that_are_there() -> None:
    found = [line[0] for part, lines in tables() if part == GAPS for line in lines[2:]]
    places = [place for places in found for place in places.split(", ")]
    assert set(places) <= {row.number for row in rows()}


def test_every_link_within_it_leads_to_a_heading() -> None:
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^## (.*)$", LEDGER, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([\w-]+)\)", LEDGER)) <= headings


@pytest.mark.parametrize(("profile", "parts"), [("PDFUA-1", (UA_CLAUSES, CONDITIONS)), ("PDFA-2A", (ARCHIVE,))])
def test_every_rule_of_the_judge_stands_in_a_row_and_no_other(
    profile: str, parts: Iterable[str], judge: Callable[..., str]
) -> None:
    with zipfile.ZipFile(judge("veraPDF", at=os.environ.get("VERAPDF"))) as jar:
        root = etree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{profile}.xml"))
    rules = {f"{rule.get('clause')}-{rule.get('testNumber')}" for rule in root.iterfind(".//{*}rule/{*}id")}
    assert {rule for row in of(*parts) for rule in row.rules} == rules
