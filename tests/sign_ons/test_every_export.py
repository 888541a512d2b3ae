"""Each export read as its source wrote it: recognised, guessed, and every fact as it should be."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from made_exports import EXPORTS, export, workbook

from statement_kit.sign_ons.guessing import proposed_map
from statement_kit.sign_ons.reading import sign_ons
from statement_kit.sign_ons.table import Table, read_table

GOOGLE = [
    {
        "name": "River Keepers of the Tonle",
        "acronym": "RKT",
        "name:km": "អ្នកថែរក្សាទន្លេ",  # the same
        "kind": "organisation",
        "country": "KH",
        "website": "https://riverkeepers.example.org",
        "signed": "2025-07-28T14:03:22+07:00",
        "logo_consent": "yes",
        "standing": "named",
    },
    {
        "name": "Forest Watch Network, North",
        "acronym": "FWN",
        "kind": "network",
        "country": "KH",
        "website": "https://forest.example.org/",
        "signed": "2025-07-28T14:15:09+07:00",
        "logo_consent": "no",
        "standing": "named",
    },
    {
        "name": "Prasert Somjai",
        "title": "Lecturer, Chiang Saen University",
        "kind": "individual",
        "country": "TH",
        "signed": "2025-07-28T15:40:00+07:00",
        "standing": "named",
    },
    {
        "name": "Keo Mealea",
        "title": "Midwife",
        "kind": "individual",
        "country": "KH",
        "signed": "2025-07-28T23:59:59+07:00",
        "standing": "withheld",
    },
    {
        "name": "Women of the Dry Field",
        "kind": "organisation",
        "country": "KH",
        "signed": "2025-07-29T07:01:00+07:00",
        "standing": "withheld",
    },
    {
        "name": "“Lotus” Study Circle",
        "kind": "organisation",
        "country": "LA",
        "website": "https://www.lotus.example.org",
        "signed": "2025-07-29T08:30:11+07:00",
        "logo_consent": "no",
        "standing": "named",
    },
]

GOOGLE_KHMER = [
    {
        "name": "River Keepers",
        "acronym": "RK",
        "name:km": "អ្នកថែរក្សាទន្លេ",  # the same
        "kind": "organisation",
        "country": "KH",
        "signed": "2025-07-28T14:03:22",
        "standing": "named",
    },
    {
        "name": "Northern Forest Network",
        "name:km": "បណ្តាញព្រៃឈើខាងជើង",  # the same
        "kind": "network",
        "country": "KH",
        "signed": "2025-07-28T15:10:00",
        "standing": "named",
    },
    {
        "name": "ក្រុមស្ត្រីវាលស្ងួត",  # Women of the Dry Field
        "name:km": "ក្រុមស្ត្រីវាលស្ងួត",  # the same
        "kind": "organisation",
        "country": "TH",
        "signed": "2025-08-01T09:00:00",
        "standing": "withheld",
    },
]

GOOGLE_THAI = [
    {
        "name": "ประเสริฐ สมใจ",  # Prasert Somjai
        "title": "อาจารย์, มหาวิทยาลัยเชียงแสน",  # lecturer, Chiang Saen University
        "kind": "individual",
        "country": "TH",
        "signed": "2025-07-28T14:03:22",
        "standing": "named",
    },
    {
        "name": "กลุ่มแม่น้ำของเรา",  # Our River Group
        "kind": "organisation",
        "country": "TH",
        "signed": "2025-07-29T09:10:00",
        "standing": "named",
    },
    {
        "name": "เครือข่ายคนชายแดน",  # Border People's Network
        "kind": "network",
        "country": "KH",
        "signed": "2025-08-13T18:45:10",
        "standing": "withheld",
    },
]

KOBO = [
    {
        "name": "River Keepers of the Tonle",
        "acronym": "RKT",
        "name:km": "អ្នកថែរក្សាទន្លេ",  # the same
        "kind": "organisation",
        "country": "KH",
        "website": "https://river.example.org",
        "signed": "2025-07-28T07:03:22+00:00",
        "standing": "named",
    },
    {
        "name": "Forest Watch Network",
        "acronym": "FWN",
        "kind": "network",
        "country": "LA",
        "signed": "2025-07-28T08:05:02+00:00",
        "standing": "named",
    },
    {
        "name": "Keo Mealea",
        "title": "Midwife",
        "kind": "individual",
        "country": "KH",
        "signed": "2025-07-28T09:02:00+00:00",
        "standing": "withheld",
    },
]

KOBO_LABELS = [
    {
        "name": "River Keepers of the Tonle",
        "acronym": "RKT",
        "name:km": "អ្នកថែរក្សាទន្លេ",  # the same
        "kind": "organisation",
        "country": "KH",
        "signed": "2025-07-28T07:03:22+00:00",
        "standing": "named",
    },
    {
        "name": "Forest Watch Network",
        "kind": "network",
        "country": "TH",
        "signed": "2025-07-28T08:03:22+00:00",
        "standing": "withheld",
    },
]

ACTION_NETWORK = [
    {
        "name": "Sok Dara",
        "title": "Teacher",
        "kind": "individual",
        "country": "KH",
        "signed": "2025-07-28T07:03:22+00:00",
        "standing": "named",
    },
    {
        "name": "Mealea Keo",
        "title": "Midwife, Dry Field Clinic",
        "kind": "individual",
        "country": "KH",
        "signed": "2025-07-28T09:00:00+00:00",
        "standing": "named",
    },
    {
        "name": "Anne O'Hara",
        "kind": "individual",
        "country": "IE",
        "signed": "2025-07-29T23:59:59+00:00",
        "standing": "withheld",
    },
]

OSDI = [
    {
        "name": "Dara Sok",
        "title": "Teacher, River School",
        "kind": "individual",
        "country": "KH",
        "signed": "2025-07-28T07:03:22+00:00",
    },
    {
        "name": "ประเสริฐ สมใจ",  # Prasert Somjai
        "kind": "individual",
        "country": "TH",
        "signed": "2025-07-28T09:10:00+00:00",
    },
]

CIVICRM = [
    {
        "name": "River Keepers of the Tonle",
        "kind": "organisation",
        "country": "KH",
        "website": "https://river.example.org",
        "signed": "2025-07-28T14:03:00",
        "standing": "named",
    },
    {
        "name": "Dr. Sok Dara",
        "title": "Lecturer, Chiang Saen University",
        "kind": "individual",
        "country": "TH",
        "signed": "2025-07-28T15:00:00",
        "standing": "named",
    },
    {
        "name": "Keo Mealea",
        "kind": "individual",
        "country": "KH",
        "signed": "2025-07-29T08:00:00",
        "standing": "withheld",
    },
    {
        "name": "Gone Group",
        "kind": "organisation",
        "country": "VN",
        "signed": "2025-07-29T09:00:00",
        "standing": "withdrawn",
    },
]

REGISTER = [
    {
        "number": "1",
        "name": "River Keepers",
        "acronym": "RK",
        "name:km": "អ្នកថែរក្សាទន្លេ",  # the same
        "kind": "organisation",
        "country": "KH",
        "website": "https://river.example.org",
        "signed": "2025-07-28",
        "logo_consent": "yes",
        "standing": "named",
    },
    {
        "number": "2",
        "name": "Sok Dara",
        "title": "Lecturer, Chiang Saen University",
        "title:km": "សាស្ត្រាចារ្យ",  # professor
        "transliteration:km": "សុខ ដារ៉ា",  # Sok Dara
        "kind": "individual",
        "capacity": "personal",
        "country": "TH",
        "signed": "2025-07-28T14:03:22+07:00",
        "standing": "named",
    },
    {
        "number": "3",
        "kind": "network",
        "country": "MM",
        "signed": "2025-07-29T08:00:00",
        "logo_consent": "no",
        "standing": "withheld",
    },
    {"number": "4", "name": "@Home Collective", "kind": "organisation", "country": "NA", "standing": "withdrawn"},
]

KHMER_LIST = [
    {"number": "1", "name": "អ្នកថែរក្សាទន្លេ", "acronym": "អ.ថ.ទ"},  # River Keepers
    {"number": "2", "name": "បណ្តាញព្រៃឈើខាងជើង"},  # Northern Forest Network
    {"number": "12", "name": "ក្រុមស្ត្រីវាលស្ងួត", "acronym": "RKT"},  # Women of the Dry Field
]

THAI_LIST = [
    {"number": "1", "name": "กลุ่มแม่น้ำของเรา", "acronym": "กมร."},  # Our River Group
    {"number": "2", "name": "เครือข่ายคนชายแดน (ไทย)"},  # Border People's Network (Thailand)
    {"number": "10", "name": "มูลนิธิเพื่อนน้ำใส"},  # Friends of Clear Water Foundation
]

EXPECTED = {
    "google-forms.csv": GOOGLE,
    "google-forms-khmer.csv": GOOGLE_KHMER,
    "google-forms-thai.csv": GOOGLE_THAI,
    "kobotoolbox.csv": KOBO,
    "kobotoolbox-labels.csv": KOBO_LABELS,
    "action-network.csv": ACTION_NETWORK,
    "osdi.csv": OSDI,
    "civicrm.csv": CIVICRM,
    "register.csv": REGISTER,
    "khmer-list.md": KHMER_LIST,
    "thai-list.txt": THAI_LIST,
}

OF_PEOPLE = {"action-network.csv", "osdi.csv"}
"""Exports whose mapping must be told that people sign, not their organisations."""

REGISTRATIONS = {
    "google-forms.csv": ["", "", "", "", "", ""],
    "kobotoolbox.csv": [f"0f0e7d4c-1111-4222-8333-00000000000{number}" for number in (1, 2, 3)],
    "action-network.csv": [f"7a1d0000-0000-4000-8000-00000000000{number}" for number in (1, 2, 3)],
    "osdi.csv": ["action_network:91b0", "action_network:91b1"],
    "civicrm.csv": ["12", "13", "14", "15"],
}

EMAILS = {
    "google-forms.csv": [
        *("dara.sok@example.org", "office@forest.example.org", "s.prasert@example.org", "quiet@example.org"),
        *("group@example.org", "office@vientiane.example.org"),
    ],
    "osdi.csv": ["dara@example.org", "prasert@example.org"],
}


def told(made: Table, name: str) -> list[dict[str, str]]:
    column_map = proposed_map(made)
    column_map = replace(column_map, kind="individual") if name in OF_PEOPLE else column_map
    return [dict(one.facts) for one in sign_ons(made, column_map, name).sign_ons]


def test_every_export_of_the_folder_is_expected() -> None:
    assert {path.name for path in EXPORTS.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_export_gives_these_facts(name: str) -> None:
    assert told(export(name), name) == EXPECTED[name]


@pytest.mark.parametrize("name", REGISTRATIONS)
def test_an_export_gives_the_ids_of_its_rows(name: str) -> None:
    made = export(name)
    column_map = replace(proposed_map(made), kind="individual" if name in OF_PEOPLE else "")
    found = sign_ons(made, column_map, name).sign_ons
    assert [one.registration for one in found] == REGISTRATIONS[name]
    assert [one.email for one in found] == EMAILS.get(name, [one.email for one in found])


def rows_of(name: str, delimiter: str) -> list[list[str]]:
    with (EXPORTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_google_sheets_gives_the_same_as_a_workbook() -> None:
    data = workbook(**{"Form Responses 1": rows_of("google-forms.csv", ","), "Sheet2": []})
    made = read_table(data, "form.xlsx")
    assert made.source == "google-forms"
    assert told(made, "form.xlsx") == GOOGLE


def test_kobotoolbox_gives_the_same_as_a_workbook_with_repeated_groups_beside_it() -> None:
    repeats = [["member/name", "_index", "_parent_table_name", "_parent_index"], ["Sok Dara", "1", "Sign-on", "1"]]
    made = read_table(workbook(**{"Sign-on": rows_of("kobotoolbox.csv", ";"), "members": repeats}), "kobo.xlsx")
    assert made.source == "kobotoolbox"
    assert [note.rule for note in made.notes] == ["import/other-sheets"]
    assert told(made, "kobo.xlsx") == KOBO


def test_what_people_sign_for_is_asked_where_a_source_does_not_say_it() -> None:
    made = export("action-network.csv")
    with pytest.raises(Exception, match="names a person and an organisation"):
        sign_ons(made, proposed_map(made), "action-network.csv")
