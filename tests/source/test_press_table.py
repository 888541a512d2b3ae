"""`[press]` and what belongs to it in the text: read whole, and every mistake found at its line."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from statement_kit.diagnostics import SourceError
from statement_kit.model import Kind
from statement_kit.passages import Quotation
from statement_kit.press import BackMatter, Contact, Press, Revision, Speaker, Status
from statement_kit.source.statement_file import StatementFile, parse_statement
from statement_kit.source.toml_table import TomlTable

BODY = "# Title\n\nText.\n"
QUOTED = "# Title\n\nText.\n\n> Words.\n>\n> — {dara}\n"
DARA = '[press.speakers.dara]\nname = "Sok Dara"'


def typed(table: str = "", body: str = BODY, kind: str = "press-release", contacts: str = "[]") -> str:
    """A statement file; the table begins on line 7."""
    front = (
        f'kind = "{kind}"\nlanguage = "en"\ntranslations = ["km", "th"]\nissued = 2025-07-28\ncontacts = {contacts}\n'
    )
    return f"+++\n{front}{table}\n+++\n{body}"


def parse(text: str) -> StatementFile:
    return parse_statement(text, "s.md")


def press(table: str, body: str = BODY) -> Press:
    return parse(typed(table, body)).statement.press


def refused(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(SourceError) as caught:
        parse(text)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, found.where.line if found.where else None) for found in caught.value.diagnostics]


def hints(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        parse(text)
    return " ".join(str(found.hint) for found in caught.value.diagnostics)


def body_line(table: str, body: str, words: str) -> int:
    """The line on which words stand in the whole file."""
    return next(n for n, line in enumerate(typed(table, body).split("\n"), 1) if words in line)


@pytest.mark.parametrize("kind", ["press-release", "open-letter", "call-to-action"])
def test_there_are_more_kinds_than_joint_statements(kind: str) -> None:
    assert parse(typed(kind=kind)).statement.kind is Kind(kind)


def test_without_a_table_there_is_nothing_of_all_this() -> None:
    assert parse(typed()).statement.press == Press()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('status = "immediate"', Press(status=Status.IMMEDIATE)),
        (
            "embargo = 2025-07-28T09:00:00+07:00",
            Press(embargo=datetime(2025, 7, 28, 9, tzinfo=timezone(timedelta(hours=7)))),
        ),
        ('reference = "CSO 12/2025"', Press(reference="CSO 12/2025")),
        ('place = "Phnom Penh"', Press(place="Phnom Penh")),
        ('to = ["The governments", "ASEAN"]', Press(to=("The governments", "ASEAN"))),
        ("languages = true", Press(languages=("en", "km", "th"))),
        ("languages = false", Press()),
        ('prevails = "km"', Press(prevails="km")),
        ("end_mark = true", Press(end_mark=True)),
        ("end_mark = false", Press(end_mark=False)),
        (
            '[press.revision]\nnumber = 2\ndate = 2025-07-29\nnote = "Both."',
            Press(revision=Revision(2, date(2025, 7, 29), "Both.")),
        ),
        (
            'revision = { number = 3, date = 2025-07-29, note = "Both." }',
            Press(revision=Revision(3, date(2025, 7, 29), "Both.")),
        ),
    ],
)
def test_each_key_is_read(line: str, expected: Press) -> None:
    assert press(f"[press]\n{line}") == expected


def test_a_speaker_is_read_and_quoted() -> None:
    table = f'{DARA}\nnames = {{ km = "សុខ ដារ៉ា" }}\nrole = "Spokesperson"\nconsent = 2025-07-27'  # the name in Khmer
    statement = parse(typed(table, QUOTED)).statement
    (speaker,) = statement.press.speakers
    assert speaker == Speaker("dara", "Sok Dara", "Spokesperson", speaker.names, date(2025, 7, 27))
    assert speaker.called_in("km") == "សុខ ដារ៉ា"
    assert speaker.called_in("th") == "Sok Dara"
    assert statement.preamble[1] == Quotation(("Words.",), "dara")


def test_a_contact_says_more_where_it_is_given() -> None:
    entry = (
        '{ email = "a@b.org", name = "Dara", names = { th = "ดารา" }, role = "Spokesperson", hours = "8–17 h", '
        'languages = ["km", "en"] }'
    )  # the name in Thai
    (contact,) = parse(typed(contacts=f"[{entry}]")).statement.contacts
    assert contact == Contact("a@b.org", "Dara", "", "Spokesperson", "8–17 h", ("km", "en"), contact.names)
    assert contact.called_in("th") == "ดารา"


@pytest.mark.parametrize(
    ("entry", "rule", "part"),
    [
        ('{ email = "a@b.org", rolle = "x" }', "unknown-key", "“role”"),
        ('{ email = "a@b.org", role = " " }', "wrong-value", "a text in quotes"),
        ('{ email = "a@b.org", hours = 8 }', "wrong-value", "a text in quotes"),
        ('{ email = "a@b.org", languages = "km" }', "wrong-value", "languages ="),
        ('{ email = "a@b.org", languages = ["fr"] }', "wrong-value", "en, km, th"),
        ('{ email = "a@b.org", languages = [["en"]] }', "wrong-value", "en, km, th"),
        ('{ email = "a@b.org", names = { fr = "x" } }', "unknown-key", "en, km, th"),
        ('{ email = "a@b.org", names = { km = "" } }', "wrong-value", "a text in quotes"),
        ("{ email = false }", "wrong-value", "email ="),
    ],
)
def test_a_wrong_contact_is_refused_at_its_line_with_what_to_write(entry: str, rule: str, part: str) -> None:
    text = typed(contacts=f'[\n{{ phone = "1" }},\n{entry}]')
    assert refused(text) == [(f"source/{rule}", 8)]
    assert part in hints(text)


def test_what_is_no_contact_is_refused() -> None:
    text = typed(contacts='["a@b.org"]')
    assert refused(text) == [("source/wrong-type", 6)]
    assert "email =" in hints(text)


@pytest.mark.parametrize("entry", ["{}", '{ role = "x" }', '{ email = "", phone = "" }', '{ phone = " " }'])
def test_a_contact_that_leads_to_nobody_is_refused_at_its_line(entry: str) -> None:
    text = typed(contacts=f'[\n{{ phone = "1" }},\n{entry}]')
    assert refused(text) == [("press/unreachable", 8)]


def test_what_is_wrong_with_one_contact_moves_no_other() -> None:
    text = typed(contacts='[\n"x",\n{ email = 3 },\n{ email = "a@b.org", role = "a\\u0007b" }]')
    assert refused(text) == [
        ("source/wrong-type", 6),
        ("source/wrong-value", 8),
        ("statement/control-character", 9),
    ]


def test_without_a_language_contacts_may_be_for_any() -> None:
    text = typed(contacts='[{ email = "a@b.org", languages = ["en"], names = { en = "x" } }]')
    assert refused(text.replace('language = "en"\n', "", 1)) == [("source/missing-key", 2)]


def test_a_contact_with_a_number_alone_is_called() -> None:
    (contact,) = parse(typed(contacts='[{ phone = "+855 12 345 678" }]')).statement.contacts
    assert contact == Contact(phone="+855 12 345 678")


def test_each_contact_and_its_clauses_have_the_line_they_stand_on() -> None:
    inline = typed(contacts='[\n{ email = "a@b.org", role = "x" },\n\n{ email = "b@b.org", hours = "y" },\n]')
    places = parse(inline).places
    assert [places[name].line for name in ("contact", "contact.1", "contact.1.role", "contact.2.hours")] == [6, 7, 7, 9]
    tables = typed('[[contacts]]\nemail = "a@b.org"\nrole = "x"').replace("contacts = []\n", "")
    places = parse(tables).places
    assert (places["contact.1"].line, places["contact.1.role"].line) == (6, 8)


@pytest.mark.parametrize(
    ("table", "rule", "line"),
    [
        ('[press]\n\nstatus = "now"', "source/wrong-value", 9),
        ("[press]\nstatus = []", "source/wrong-value", 8),
        ("[press]\nembargo = 2025-07-28T09:00:00", "press/embargo-offset", 8),
        ("[press]\nembargo = 2025-07-28T09:00:30+07:00", "press/embargo-seconds", 8),
        ("[press]\nembargo = 2025-07-28T09:00:00.5+07:00", "press/embargo-seconds", 8),
        ("[press]\nembargo = 2025-07-28", "source/wrong-value", 8),
        ('[press]\nembargo = "2025-07-28T09:00:00+07:00"', "source/wrong-value", 8),
        ('[press]\nembargo = 2025-07-28T09:00:00+07:00\nstatus = "immediate"', "press/status-and-embargo", 9),
        ('[press]\nreference = ""', "source/wrong-value", 8),
        ('[press]\nplace = "\u200b"', "source/wrong-value", 8),
        ("[press]\nplace = 1", "source/wrong-value", 8),
        ("[press]\nto = []", "source/wrong-value", 8),
        ('[press]\nto = "ASEAN"', "source/wrong-value", 8),
        ('[press]\nto = ["ASEAN", " "]', "source/wrong-value", 8),
        ('[press]\nlanguages = ["en"]', "source/wrong-value", 8),
        ('[press]\nprevails = "fr"', "press/prevails", 8),
        ("[press]\nprevails = 1", "source/wrong-value", 8),
        ('[press]\nend_mark = "yes"', "source/wrong-value", 8),
        ("[press]\nrevision = 2", "source/wrong-value", 8),
        ("[press]\nspeakers = []", "source/wrong-value", 8),
        ("[press]\nplaces = 1", "source/unknown-key", 8),
        ("press = 1", "source/wrong-type", 7),
        ('[press]\n[press.revision]\nnumber = 1\ndate = 2025-07-29\nnote = "x"', "press/revision-number", 11),
        ('[press]\n[press.revision]\nnumber = true\ndate = 2025-07-29\nnote = "x"', "source/wrong-value", 9),
        ('[press]\n[press.revision]\nnumber = 2\ndate = 2025-07-29T09:00:00\nnote = "x"', "source/wrong-value", 10),
        ('[press]\n[press.revision]\nnumber = 2\ndate = 2025-07-29\nnote = ""', "source/wrong-value", 11),
        ('[press]\n[press.revision]\nnumber = 2\nnote = "x"', "source/missing-key", 8),
        ('[press.revision]\nnumber = 2\ndate = 2025-07-29\nnote = "x"\nnotes = 1', "source/unknown-key", 11),
        ('[press]\nplace = "[x](#demand.4)"', "statement/no-such-part", 8),
        ('[press]\nplace = "a[^n]"', "statement/misplaced-note", 8),
    ],
)
def test_a_wrong_key_is_refused_at_its_line(table: str, rule: str, line: int) -> None:
    assert refused(typed(table)) == [(rule, line)]


@pytest.mark.parametrize(
    ("table", "rule", "line"),
    [
        ('[press]\n[press.speakers.dara]\nrole = "x"', "source/missing-key", 8),
        (f'{DARA}\nrole = ""', "source/wrong-value", 9),
        (f'{DARA}\nconsent = "yes"', "source/wrong-value", 9),
        (f'{DARA}\nnames = "x"', "source/wrong-value", 9),
        (f'{DARA}\nnames = {{ kh = "x" }}', "source/unknown-key", 9),
        (f'{DARA}\n[press.speakers.dara.names]\nkm = ""', "source/wrong-value", 10),
        (f"{DARA}\nagreed = 2025-07-28", "source/unknown-key", 9),
        ('[press.speakers]\ndara = "Sok Dara"', "source/wrong-value", 8),
        (f'{DARA}\nrole = "[x](#nowhere)"', "statement/no-such-part", 7),
        (f'{DARA}\n[press.speakers.vanna]\nname = "Vanna"', "press/unused-speaker", 9),
        (f'{DARA}\n[press.speakers."a b"]\nname = "Vanna"', "press/speaker-key", 9),
    ],
)
def test_a_wrong_speaker_is_refused_at_its_line(table: str, rule: str, line: int) -> None:
    assert (rule, line) in refused(typed(table, QUOTED))


def test_a_mistyped_key_or_speaker_is_answered_with_the_right_one() -> None:
    assert "“embargo”" in hints(typed("[press]\nembargoed = 1"))
    assert "“consent”" in hints(typed(f"{DARA}\nconsents = 1", QUOTED))
    assert "“dara”" in hints(typed(DARA, QUOTED + "\n> More.\n>\n> — {darra}\n"))
    assert "{editors}" in hints(typed("", BODY + "\n## {editor}\n\nText.\n"))


@pytest.mark.parametrize(
    ("quotation", "rule"),
    [
        ("> Words.\n>\n> — {vanna}\n", "press/unknown-speaker"),
        ("> Words.\n> — {dara}\n", "source/speaker-form"),
        ("> Words.\n>\n> - {dara}\n", "source/unsupported-markdown"),
        ("> Words.\n>\n> -- {dara}\n", "source/speaker-form"),
        ("> Words.\n>\n> {dara}\n", "source/speaker-form"),
        ("> Words.\n>\n> — {dara}, spokesperson\n", "source/speaker-form"),
        ("> Words.\n>\n> — {dara}\n> spokesperson\n", "source/speaker-form"),
        ("> Words.\n>\n> — {dara}, head of the\n> alliance\n", "source/speaker-form"),
        ("> — {dara}\n", "statement/no-text"),
        ("> Words.\n>\n> — {dara}\n>\n> More.\n", "statement/count"),
    ],
)
def test_who_speaks_is_said_in_one_way_only(quotation: str, rule: str) -> None:
    text = typed(DARA, f"{QUOTED}\n{quotation}")
    (line,) = [n for n, line in enumerate(text.split("\n"), 1) if "{" in line][1:]
    assert refused(text) == [(rule, line)]


def test_a_count_at_the_end_of_a_quotation_is_no_speaker() -> None:
    (_, quotation) = parse(typed("", f"{BODY}\n> We are\n>\n> {{endorsers}}\n")).statement.preamble
    assert quotation == Quotation(("We are", "{endorsers}"))


def test_back_matter_is_gathered_from_wherever_it_stands_with_the_kits_heading_or_an_own() -> None:
    body = f"{BODY}\n## About us {{about}}\n\nWe are.\n\n## 1. Peace\n\nNow.\n\n## {{editors}}\n\n- one\n"
    file = parse(typed("", body))
    assert file.statement.press.about == BackMatter(("We are.",), "About us")
    editors = file.statement.press.editors
    assert editors is not None
    assert editors.heading == ""
    assert [clause.id for clause in file.statement.clauses()] == [
        "title",
        "preamble.1",
        "demand.1",
        "demand.1.1",
        "editors.1.1",
        "about",
        "about.1",
    ]
    assert all(file.places[clause.id].line for clause in file.statement.clauses())


def test_a_link_may_lead_to_back_matter_that_is_there() -> None:
    body = "# Title\n\nSee [below](#about).\n"
    assert refused(typed("", body)) == [("statement/no-such-part", body_line("", body, "See"))]
    parse(typed("", f"{body}\n## {{about}}\n\nWe are.\n"))


@pytest.mark.parametrize(
    ("heading", "rule"),
    [
        ("## {editor}", "source/unknown-back"),
        ("## About {us}", "source/unknown-back"),
        ("## Notes {#notes}", "source/unknown-back"),
        ("## {}", "source/unknown-back"),
        ("## 1. Notes {editors}", "source/numbered-back"),
        ("# Notes {about}", "source/heading-level"),
        ("### {about}", "source/heading-level"),
    ],
)
def test_a_heading_that_opens_nothing_known_is_refused_at_its_line(heading: str, rule: str) -> None:
    body = f"{BODY}\n{heading}\n\nText.\n"
    assert (rule, body_line("", body, heading)) in refused(typed("", body))


@pytest.mark.parametrize(
    "heading",
    [
        "We are {endorsers}",
        "We are {endorsers, spellout}",
        "We are {endorsers, plural, one {# group} other {# groups}}",
        "Notes \\{about}",
    ],
)
def test_a_heading_may_end_in_a_count_or_in_plain_braces(heading: str) -> None:
    file = parse(typed("", f"{BODY}\n## {heading}\n\nText.\n"))
    assert file.statement.parts[0].heading == heading
    assert file.statement.press == Press()


def test_one_kind_of_back_matter_stands_there_once_and_says_something() -> None:
    body = f"{BODY}\n## {{about}}\n\nWe.\n\n## About us {{about}}\n\nThey.\n"
    assert refused(typed("", body)) == [("source/repeated-back", body_line("", body, "About us"))]
    body = f"{BODY}\n## {{about}}\n"
    assert refused(typed("", body)) == [("press/no-text", body_line("", body, "{about}"))]


def test_a_dateline_needs_a_paragraph_that_it_can_stand_before() -> None:
    table = '[press]\nplace = "Phnom Penh"'
    assert refused(typed(table, "# Title\n\n## 1. Peace\n\nNow.\n")) == [("statement/no-text", 8)]
    assert refused(typed(table, "# Title\n\n- one\n- two\n")) == [("statement/no-text", 8)]


def test_no_line_is_looked_for_of_what_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    real = TomlTable.where_at
    monkeypatch.setattr(TomlTable, "where_at", lambda self, *path: asked.append(path) or real(self, *path))
    parse(typed(DARA, QUOTED))
    assert ("press", "speakers", "dara", "name") not in asked
    with pytest.raises(SourceError):
        parse(typed(DARA.replace("name", "nmae"), QUOTED))
    assert ("press", "speakers", "dara", "nmae") in asked


def test_a_time_without_a_day_is_shown_as_it_was_typed() -> None:
    with pytest.raises(SourceError, match=r"cannot be 09:00:00\."):
        parse(typed("[press]\nembargo = 09:00:00"))
