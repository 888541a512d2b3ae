"""Where an export comes from, by its header."""

from __future__ import annotations

import pytest
from made_exports import export

from statement_kit.sign_ons.source_kinds import IN_WORDS, source_of


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("google-forms.csv", "google-forms"),
        ("google-forms-khmer.csv", "google-forms"),
        ("google-forms-thai.csv", "google-forms"),
        ("kobotoolbox.csv", "kobotoolbox"),
        ("kobotoolbox-labels.csv", "kobotoolbox"),
        ("action-network.csv", "action-network"),
        ("osdi.csv", "osdi"),
        ("civicrm.csv", "civicrm"),
        ("khmer-list.md", "list"),
        ("register.csv", "table"),
    ],
)
def test_an_export_is_known_by_its_header(name: str, source: str) -> None:
    assert export(name).source == source
    assert source in IN_WORDS


@pytest.mark.parametrize(
    "header", [["Name", "Country"], ["id", "name"], ["Name", "Timestamp"], ["uuid", "name"], ["Contact ID", "Name"], []]
)
def test_a_header_of_nobody_known_is_a_table(header: list[str]) -> None:
    assert source_of(header) == "table"
