"""`statement.md` whole: front matter, body, and every problem of both at once."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from statement_kit.diagnostics import Location, SourceError
from statement_kit.endorsers import Annex, Fact, Group, Numbers, Order
from statement_kit.model import Kind
from statement_kit.press import Contact
from statement_kit.source.encoding import decode
from statement_kit.source.statement_file import StatementFile, named_endorsers, parse_statement, stated_annex

FRONT = {
    "kind": '"joint-statement"',
    "language": '"en"',
    "translations": '["km", "th"]',
    "issued": "2025-07-28",
    "contacts": '[{ email = "a@example.org" }]',
    "endorsers": '"endorsers.csv"',
}
BODY = "\n# Title\n\nText.\n"


def typed(body: str = BODY, **changes: str | None) -> str:
    """A statement file, one line to a key, with some keys changed, added or (None) left out."""
    keys = {**FRONT, **changes}
    return "+++\n" + "".join(f"{key} = {value}\n" for key, value in keys.items() if value) + f"+++\n{body}"


def parse(text: str) -> StatementFile:
    return parse_statement(text, "s.md")


def refused(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(SourceError) as caught:
        parse(text)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, found.where.line if found.where else None) for found in caught.value.diagnostics]


def test_the_front_matter_is_read() -> None:
    file = parse(typed())
    assert file.statement.kind is Kind.JOINT_STATEMENT
    assert (file.statement.language, file.translations) == ("en", ("km", "th"))
    assert file.statement.issued == date(2025, 7, 28)
    assert file.statement.contacts == (Contact("a@example.org"),)
    assert file.endorsers == "endorsers.csv"


def test_what_need_not_be_said_may_be_left_out() -> None:
    file = parse(typed(translations=None, contacts=None, endorsers=None))
    assert (file.translations, file.statement.contacts, file.endorsers) == ((), (), None)
    assert file.places["endorsers"] == Location("s.md")


def test_a_contact_may_have_a_name_and_a_telephone_number() -> None:
    file = parse(typed(contacts='[{ email = "a@b.org", name = "Sok Dara", phone = "+855 12 345 678" }]'))
    assert file.statement.contacts == (Contact("a@b.org", "Sok Dara", "+855 12 345 678"),)


def test_clauses_keys_and_languages_have_their_lines() -> None:
    places = parse(typed()).places
    wanted = {"language:en": 3, "language:km": 4, "language:th": 4, "translations": 4, "issued": 5, "contact": 6}
    assert {key: places[key] for key in wanted} == {key: Location("s.md", line) for key, line in wanted.items()}
    assert places["endorsers"] == Location("s.md", 7)
    assert (places["title"], places["preamble.1"]) == (Location("s.md", 10), Location("s.md", 12))


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(ends: str, mark: str) -> None:
    assert parse(decode((mark + typed().replace("\n", ends)).encode(), "s.md")) == parse(typed())


@pytest.mark.parametrize(
    ("changes", "rule", "line"),
    [
        ({"kind": None}, "source/missing-key", 2),
        ({"language": None}, "source/missing-key", 2),
        ({"issued": None}, "source/missing-key", 2),
        ({"kind": '"poem"'}, "source/unknown-kind", 2),
        ({"kind": "3"}, "source/wrong-type", 2),
        ({"language": "true"}, "source/wrong-type", 3),
        ({"language": '""'}, "source/language-tag", 3),
        ({"language": '"English, of course"'}, "source/language-tag", 3),
        ({"translations": '"km"'}, "source/wrong-type", 4),
        ({"translations": '["km", 3]'}, "source/wrong-type", 4),
        ({"translations": '["km", "km"]'}, "source/repeated-language", 4),
        ({"translations": '["en"]'}, "source/repeated-language", 4),
        ({"translations": '["../../etc"]'}, "source/language-tag", 4),
        ({"issued": '"2025-07-28"'}, "source/wrong-type", 5),
        ({"issued": "2025-07-28T09:00:00"}, "source/wrong-type", 5),
        ({"issued": "true"}, "source/wrong-type", 5),
        ({"issued": "28 July 2025"}, "source/toml-syntax", 5),
        ({"contacts": '"a@example.org"'}, "source/wrong-type", 6),
        ({"contacts": '["a@example.org"]'}, "source/wrong-type", 6),
        ({"contacts": '[{ email = "nobody" }]'}, "source/wrong-value", 6),
        ({"contacts": '[{ email = "a@b.org", fax = "1" }]'}, "source/unknown-key", 6),
        ({"contacts": '[{ email = "a@b.org", phone = 85512345678 }]'}, "source/wrong-value", 6),
        ({"contacts": '[{ name = "Sok Dara" }]'}, "press/unreachable", 6),
        ({"contacts": '[\n{ email = "a@b.org" },\n{ email = "b@b.org", rolle = "x" },\n]'}, "source/unknown-key", 8),
        ({"contacts": '[\n{ phone = "1" },\n{ phone = "2\\u0007" },\n]'}, "statement/control-character", 8),
        ({"contacts": '[{ email = "a@b.org", name = "a\\u0007b" }]'}, "statement/control-character", 6),
        ({"endorsers": "[1]"}, "source/wrong-type", 7),
        ({"colour": '"red"'}, "source/unknown-key", 8),
        ({"transaltions": '["lo"]'}, "source/unknown-key", 8),
    ],
)
def test_a_wrong_key_is_refused_at_its_line(changes: dict[str, str | None], rule: str, line: int) -> None:
    assert refused(typed(BODY, **changes)) == [(rule, line)]


def test_a_mistyped_key_is_answered_with_the_right_one() -> None:
    with pytest.raises(SourceError, match=r"Did you mean “translations”\?"):
        parse(typed(transaltions='["lo"]'))


@pytest.mark.parametrize("text", ["", "# Title\n\nText.\n", "\n" + typed(), "+++\nkind = 1\n\n# Title\n", "---\n---\n"])
def test_a_file_without_front_matter_is_refused_at_its_first_line(text: str) -> None:
    assert refused(text) == [("source/front-matter", 1)]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("\n# Title\n\n&nbsp;\n", 12),
        ("\n#\n\nText.\n", 10),
        ("\n# Title\n\n## 1.\n\nText.\n", 12),
        ("\n# Title\n\n##\n\nText.\n", 12),
        ("\n# Title\n\n- a\n-\n", 13),
        ("\n# Title\n\n- a\n- &nbsp;\n", 13),
        ("\n# Title\n\ntext[^n]\n\n[^n]:\n", 14),
    ],
)
def test_an_empty_heading_or_paragraph_is_refused_at_its_line(body: str, line: int) -> None:
    assert refused(typed(body)) == [("statement/empty-text", line)]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("\n# Title\n", 10),
        ("\n# Title\n\n## 1. Empty\n\n## 2. Full\n\nText.\n", 12),
        ("\n# Title\n\nText.\n\n## Empty\n", 14),
        ("\n# Title\n\nText.\n\n>\n", 14),
    ],
)
def test_a_heading_without_text_is_refused_at_its_line(body: str, line: int) -> None:
    assert refused(typed(body)) == [("statement/no-text", line)]


@pytest.mark.parametrize(
    ("body", "rule", "line"),
    [
        ("\n# Title\n\nText.[^a]\n", "no-such-note", 12),
        ("\n# Title\n\n- one\n- two[^a]\n", "no-such-note", 13),
        ("\n# Title\n\nText.\n\n[^a]: note\n", "unused-note", 14),
        ("\n# Title[^a]\n\nText.\n\n[^a]: note\n", "misplaced-note", 10),
        ("\n# Title\n\nText.[^a]\n\n## 1. Now[^a]\n\nText.\n\n[^a]: note\n", "misplaced-note", 14),
        ("\n# Title\n\nText.[^a]\n\n## Us[^a]\n\nText.\n\n[^a]: note\n", "misplaced-note", 14),
        ("\n# Title\n\nText.[^a]\n\n[^a]: note[^a]\n", "misplaced-note", 14),
        ("\n# Title\n\n> one\n>\n> two[^a]\n", "no-such-note", 14),
        ("\n# Title\n\nText [^a]: note\n", "no-such-note", 12),
        ("\n# Title\n\n- one\n- two[^a]\n\n[^a]:\n", "empty-text", 15),
        ("\n# Title\n\n> one[^a]\n\n[^a]: a&#xfffc;b\n", "control-character", 14),
        ("\n# Title\n\n- one\n- two&#x2028;three\n", "control-character", 13),
    ],
)
def test_notes_and_what_refers_to_them_must_answer_each_other(body: str, rule: str, line: int) -> None:
    assert refused(typed(body)) == [(f"statement/{rule}", line)]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("\n# Title\n\nText\n\nto [there](#demand.2).\n\n## 1. Now\n\nText.\n", 14),
        ("\n# Title\n\n- one\n- [two](#section.1)\n", 13),
        ("\n# Title\n\nText.\n\n## [Now](#)\n\nText.\n", 14),
    ],
)
def test_a_link_to_a_part_that_is_not_there_is_refused_at_its_line(body: str, line: int) -> None:
    assert refused(typed(body)) == [("statement/no-such-part", line)]


def test_a_link_may_lead_to_the_annex_before_the_endorsers_are_read() -> None:
    body = "\n# Title\n\nWe who [sign](#annex) ask [this](#demand.1):\n\n## 1. Now\n\nText.\n"
    assert parse(typed(body)).statement.preamble == ("We who [sign](#annex) ask [this](#demand.1):",)


def test_a_note_whose_name_cannot_be_an_id_is_refused_at_its_line() -> None:
    assert ("statement/note-name", 14) in refused(typed("\n# Title\n\nText.\n\n[^ក]: note\n"))


def test_a_fault_of_markup_is_reported_at_its_own_line_and_not_again_for_the_clause() -> None:
    assert refused(typed("\n# Title\n\none\n[two](three.html)\n")) == [("source/unsupported-markdown", 13)]


def test_a_missing_title_is_reported_once() -> None:
    assert refused(typed("\nText.\n")) == [("source/no-title", 10)]


def test_a_tab_inside_a_text_is_refused_at_its_line() -> None:
    assert refused(typed("\n# Title\n\none\ttwo\n")) == [("statement/control-character", 12)]


def test_all_problems_of_front_matter_and_body_come_at_once() -> None:
    text = typed("\n# Title\n\n`Text`\n\n## 2. Demand\n\n##\n\na\tb\n", kind=None, issued='"today"', colour="1")
    assert refused(text) == [
        ("source/missing-key", 2),
        ("source/wrong-type", 4),
        ("source/unknown-key", 7),
        ("source/unsupported-markdown", 12),
        ("source/demand-number", 14),
        ("statement/no-text", 14),
        ("statement/empty-text", 16),
        ("statement/control-character", 18),
    ]


@pytest.mark.parametrize("alone", ["![logo](logo.png)", "![](logo.png)", "`code`", "<b></b>", "- ```"])
def test_a_paragraph_of_nothing_but_what_is_refused_is_not_called_empty_as_well(alone: str) -> None:
    assert {rule for rule, _ in refused(typed(f"\n# Title\n\n{alone}\n"))} == {"source/unsupported-markdown"}


def test_front_matter_that_is_not_toml_does_not_hide_the_body() -> None:
    text = typed("\nText without a title, `in code`.\n", issued="today")
    assert refused(text) == [
        ("source/toml-syntax", 5),
        ("source/unsupported-markdown", 10),
        ("source/no-title", 10),
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (typed(kind="3"), "endorsers.csv"),
        (typed("no title"), "endorsers.csv"),
        (typed(endorsers=None), None),
        (typed(endorsers="3"), None),
        (typed(issued="today"), None),
        ("", None),
    ],
)
def test_the_endorser_list_of_a_wrong_statement_is_found_where_it_can_be(text: str, named: str | None) -> None:
    assert named_endorsers(text, "s.md") == named


def annexed(table: str) -> str:
    """A statement file with an `[annex]` on its ninth line."""
    return typed().replace("+++\n\n#", f"\n[annex]\n{table}\n+++\n\n#")


def test_how_the_annex_shows_who_signed_is_read() -> None:
    file = parse(
        annexed(
            'order = "name"\ngroup = "kind"\nnumbers = "register"\nshow = ["country", "kinds"]\nclosed = 2025-07-28\n'
            'as_of = 2025-07-29T12:00:00+07:00\ntime_zone = "Asia/Phnom_Penh"'
        )
    )
    as_of = datetime(2025, 7, 29, 12, tzinfo=timezone(timedelta(hours=7)))
    shows = (Fact.COUNTRY, Fact.KINDS)
    wanted = Annex(Order.NAME, Group.KIND, Numbers.REGISTER, shows, date(2025, 7, 28), as_of, "Asia/Phnom_Penh")
    assert file.statement.annex == wanted
    assert stated_annex(annexed("closed = 2025-07-28").replace("# Title", ""), "s.md") == Annex(
        closed=date(2025, 7, 28)
    )
    assert stated_annex("no front matter", "s.md") == parse(typed()).statement.annex == Annex()


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ('order = "random"', "source/wrong-value"),
        ('group = ["kind"]', "source/wrong-value"),
        ("numbers = 1", "source/wrong-value"),
        ('show = "country"', "source/wrong-value"),
        ('show = ["phone"]', "source/wrong-value"),
        ("show = [{}]", "source/wrong-value"),
        ('closed = "2025-07-28"', "source/wrong-value"),
        ("as_of = 2025-07-28", "source/wrong-value"),
        ("as_of = 2025-07-28T12:00:00", "annex/as-of"),
        ('time_zone = "Phnom Penh"', "annex/time-zone"),
        ("deadline = 2025-07-28", "source/unknown-key"),
    ],
)
def test_a_wrong_key_of_the_annex_is_refused_at_its_line_and_what_keys_come_to_at_their_table(
    table: str, rule: str
) -> None:
    assert refused(annexed(f"\n{table}")) == [(rule, 11 if rule.startswith("source/") else 9)]


def test_an_annex_that_is_no_table_is_refused() -> None:
    assert refused(typed(annex='"name"')) == [("source/wrong-type", 8)]
