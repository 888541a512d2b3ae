"""The lint as a whole: the published list, and lists of any kind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import Severity
from statement_kit.endorsers import Endorser
from statement_kit.linting import lint_endorsers
from statement_kit.source.folder import Source

PUBLISHED = """
9 acronym-in-name: The acronym ADW stands in the name “Association of Domestic Workers ADW”.
13 misspelt: “organizationn” in “Buddhism for Social Development Action organizationn” looks misspelt.
18 two-forms: The list writes “Center” 7 times and “Centre” 2 times.
18 order: “Cambodian Centre for Human Rights” is out of the list's alphabetical order.
21 order: “Cambodia Development People Life Association” is out of the list's alphabetical order.
26 order: “Cambodia Indigenous Peoples Organization” is out of the list's alphabetical order.
49 misspelt: “Organizaton” in “Environmental Protection and Development Organizaton” looks misspelt.
56 misspelt: “Nieghbors” in “Good Nieghbors Cambodia” looks misspelt.
58 order: “Indigenous Rights Active Member” is out of the list's alphabetical order.
60 misspelt: “Internation” in “Internation Center for Children and Family” looks misspelt.
77 order: “NGO Education Partnership” is out of the list's alphabetical order.
82 last-mark: “Partnership For Environment and Development Organization.” ends with “.”.
88 two-forms: The list writes “Organization” 24 times and “Organisation” once.
"""
"""All that is found among the 102 that signed: thirteen findings, each of them right (N15: five out of order)."""


def test_of_the_published_list_just_this_is_told(example: Source) -> None:
    findings = lint_endorsers(example.statement.endorsers, example.places)
    lines = [
        f"{(one.clause or '').removeprefix('endorser.')} {one.rule.removeprefix('endorsers/')}: {one.message}"
        for one in findings
    ]
    assert lines == PUBLISHED.split("\n")[1:-1]
    assert all(one.hint and one.where and one.severity is Severity.WARNING for one in findings)


_TEXTS = st.text(st.one_of(st.characters(), st.sampled_from('aA ก่ำេកខ្តដ\u200b()[].,"“12Т')), max_size=24)


@given(st.lists(st.builds(Endorser, st.integers(1, 30), _TEXTS, _TEXTS), max_size=14))
def test_no_list_is_too_strange(endorsers: list[Endorser]) -> None:
    for one in lint_endorsers(endorsers, {}):
        assert one.severity is Severity.WARNING
        assert one.rule.startswith("endorsers/")
        assert one.message
        assert one.hint


_FIRST = ("Banteay", "Chumkriel", "Klahaan", "Mlup", "Neakpoan", "Ponleur", "Sahmakum", "VBNK", "កសិដ្ឋាន", "ภูเขา")
"""Proper names, and farm in Khmer, mountain in Thai; in alphabetical order."""
_SECOND = ("Children", "Development", "Justice", "Peace", "Women")
_THIRD = ("Center", "Group", "Network", "Union")


@given(st.sets(st.tuples(st.sampled_from(_FIRST), st.sampled_from(_SECOND), st.sampled_from(_THIRD)), max_size=40))
def test_nothing_is_told_of_clean_and_distinct_names(names: set[tuple[str, str, str]]) -> None:
    latin_first = sorted(names, key=lambda name: (not name[0].isascii(), name[0] < "ក", name))
    ordered = sorted(latin_first, key=lambda name: (not name[0].isascii(), name[0] > "ฮ", name))
    rows = [Endorser(number, " ".join(name)) for number, name in enumerate(ordered, 1)]
    assert lint_endorsers(rows, {}) == []
