"""The furniture of a release in its document: which lines there are, where, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import SourceError
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.document.compose import as_draft, compose
from statement_kit.document.press import with_end_mark
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup import NOTE_SIGN, Mark, MarkKind
from statement_kit.model import Demand, Kind, Note, Statement
from statement_kit.passages import Quotation
from statement_kit.press import BackMatter, Contact, Press, Revision, Speaker, Status
from statement_kit.resources import translations_folder
from statement_kit.translation.words import load_words

NINE = datetime(2025, 7, 28, 9, 5, tzinfo=timezone(timedelta(hours=7)))
REVISION = Revision(2, date(2025, 7, 29), "Demand 3 names *both*.")


def composed(press: Press, tag: str = "en", *, embargoed: bool = False, **changes: Any) -> Document:
    fields: dict[str, Any] = {"preamble": ("We *ask*.",), "parts": (), "language": tag, **changes}
    statement = Statement(title="Title", issued=date(2025, 7, 28), press=press, **fields)
    return compose(statement, load_words(tag, translations_folder()), embargoed=embargoed)


def texts(document: Document) -> list[tuple[str, str]]:
    return [(str(block.role), block.text) for block in document.blocks]


def of_role(document: Document, role: Role) -> list[str]:
    return [block.text for block in document.blocks if block.role is role]


def marked(block: Block) -> list[tuple[MarkKind, str]]:
    return [(mark.kind, block.text[mark.start : mark.end]) for mark in block.marks]


def test_a_statement_that_asks_nothing_has_nothing_new() -> None:
    assert texts(composed(Press())) == [
        ("kind", "Joint statement"),
        ("title", "Title"),
        ("lead", "We ask."),
        ("issued", "Issued on: 28 July 2025"),
    ]


@pytest.mark.parametrize(
    ("press", "embargoed", "line"),
    [
        (Press(status=Status.IMMEDIATE), False, "For immediate release"),
        (Press(embargo=NINE), True, "Embargoed until 09:05 on 28 July 2025 (UTC+7)"),
        (Press(embargo=NINE), False, "For immediate release"),
        (Press(revision=REVISION), False, "Corrected version 2, 29 July 2025"),
        (
            Press(embargo=NINE, revision=REVISION),
            True,
            "Embargoed until 09:05 on 28 July 2025 (UTC+7) · Corrected version 2, 29 July 2025",
        ),
        (
            Press(status=Status.IMMEDIATE, revision=REVISION),
            False,
            "For immediate release · Corrected version 2, 29 July 2025",
        ),
    ],
)
def test_the_status_line_says_when_and_which_version(press: Press, embargoed: bool, line: str) -> None:
    document = composed(press, embargoed=embargoed)
    assert texts(document)[0] == ("status", line)
    assert document.opening is Role.STATUS


def test_the_final_file_holds_no_word_of_the_embargo_and_the_copy_says_it_on_every_page() -> None:
    final, copy = (composed(Press(embargo=NINE), embargoed=embargoed) for embargoed in (False, True))
    assert "mbargo" not in repr(final)
    assert final.running_head == "Joint statement · 28 July 2025"
    assert copy.running_head == "Embargoed until 09:05 on 28 July 2025 (UTC+7) · Joint statement · 28 July 2025"


def test_a_copy_of_what_has_no_embargo_is_like_any_other() -> None:
    assert composed(Press(), embargoed=True) == composed(Press())


@pytest.mark.parametrize(
    ("tag", "line"),
    [
        ("km", "ហាមផ្សព្វផ្សាយមុនម៉ោង ០៩:០៥ ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥ (UTC+7)"),  # not to be published before …
        ("th", "ห้ามเผยแพร่ก่อนวันที่ 28 กรกฎาคม 2568 เวลา 09.05 น. (UTC+7)"),  # the same
    ],
)
def test_the_embargo_is_told_in_each_language(tag: str, line: str) -> None:
    assert of_role(composed(Press(embargo=NINE), tag, embargoed=True), Role.STATUS) == [line]


def test_everything_stands_in_the_order_of_newsrooms() -> None:
    press = Press(
        embargo=NINE,
        reference="CSO 12/2025",
        place="Phnom Penh",
        to=("the governments", "ASEAN"),
        languages=("en", "km", "th"),
        prevails="en",
        revision=REVISION,
        editors=BackMatter(("Photographs.",)),
        about=BackMatter(("We are.",), "About us"),
    )
    document = composed(
        press,
        kind=Kind.PRESS_RELEASE,
        parts=(Demand("Peace", ("Now.",)),),
        contacts=(Contact("a@b.org", "Dara", role="Spokesperson"),),
    )
    assert texts(document) == [
        ("status", "For immediate release · Corrected version 2, 29 July 2025"),
        ("reference", "Ref. CSO 12/2025"),
        ("kind", "Press release"),
        ("title", "Title"),
        ("revision", "What changed: Demand 3 names both."),
        ("addressee", "To: the governments"),
        ("addressee", "To: ASEAN"),
        ("lead", "Phnom Penh, 28 July 2025 – We ask."),
        ("demand-heading", "Peace"),
        ("paragraph", "Now."),
        ("end-mark", "– ENDS –"),
        ("contact-heading", "Contacts"),
        ("contact-line", "Dara, Spokesperson\u00a0· a@b.org"),
        ("back-heading", "Notes to editors"),
        ("back-text", "Photographs."),
        ("back-heading", "About us"),
        ("back-text", "We are."),
        ("availability", "This text is available in English, Khmer and Thai. The English version prevails."),
    ]


def test_a_draft_says_so_beside_the_kind_wherever_that_stands() -> None:
    document = as_draft(composed(Press(status=Status.IMMEDIATE)), "Draft")
    assert texts(document)[:2] == [("status", "For immediate release"), ("kind", "Draft · Joint statement")]


def test_the_dateline_is_strong_and_what_stood_out_behind_it_still_does() -> None:
    document = composed(Press(place="*Phnom* Penh"))
    (lead,) = [block for block in document.blocks if block.role is Role.LEAD]
    assert marked(lead) == [
        (MarkKind.STRONG, "Phnom Penh, 28 July 2025 –"),
        (MarkKind.EMPHASIS, "Phnom"),
        (MarkKind.EMPHASIS, "ask"),
    ]
    assert of_role(document, Role.ISSUED) == []


@pytest.mark.parametrize(
    ("tag", "place", "line"),
    [
        ("km", "រាជធានីភ្នំពេញ", "រាជធានីភ្នំពេញ ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥ – We ask."),  # the capital Phnom Penh
        ("th", "พนมเปญ", "พนมเปญ 28 กรกฎาคม 2568 – We ask."),  # Phnom Penh
    ],
)
def test_the_dateline_follows_the_custom_of_each_language(tag: str, place: str, line: str) -> None:
    assert of_role(composed(Press(place=place), tag), Role.LEAD) == [line]


def test_who_speaks_stands_right_below_the_words_and_their_notes_behind_both() -> None:
    speaker = Speaker("dara", "Sok 'Dara'", "*Spokesperson*", {"km": "សុខ ដារ៉ា"})  # the name in Khmer
    document = composed(
        Press(speakers=(speaker,)),
        preamble=("We.", Quotation(("First.", "Second.[^n]"), "dara")),
        notes=(Note("n", "Note."),),
    )
    quotation, more, attribution, note = document.blocks[3:7]
    assert [block.role for block in (quotation, more, attribution, note)] == [
        Role.QUOTATION,
        Role.QUOTATION,
        Role.ATTRIBUTION,
        Role.NOTE,
    ]
    assert (attribution.id, attribution.group) == ("preamble.2.speaker", quotation.group)
    assert attribution.text == "Sok ‘Dara’, Spokesperson"
    assert marked(attribution) == [(MarkKind.EMPHASIS, "Spokesperson")]
    assert attribution.continues(more)
    assert not quotation.continues(attribution)


def test_a_speaker_without_a_role_is_named_alone_and_as_each_language_writes_it() -> None:
    speaker = Speaker("dara", "Sok Dara", names={"km": "សុខ ដារ៉ា"})  # the name in Khmer
    for tag, name in (("en", "Sok Dara"), ("km", "សុខ ដារ៉ា")):
        document = composed(Press(speakers=(speaker,)), tag, preamble=("We.", Quotation(("Words.",), "dara")))
        assert of_role(document, Role.ATTRIBUTION) == [name]


@pytest.mark.parametrize(
    ("kind", "end_mark", "is_marked"),
    [
        (Kind.PRESS_RELEASE, None, True),
        (Kind.PRESS_RELEASE, False, False),
        (Kind.JOINT_STATEMENT, None, False),
        (Kind.OPEN_LETTER, True, True),
    ],
)
def test_the_end_is_marked_in_press_releases_or_where_somebody_asks_for_it(
    kind: Kind, end_mark: bool | None, is_marked: bool
) -> None:
    press = Press(end_mark=end_mark)
    assert of_role(composed(press, kind=kind), Role.END_MARK) == (["– ENDS –"] if is_marked else [])
    assert of_role(composed(press, "th", kind=kind), Role.END_MARK) == (["– จบ –"] if is_marked else [])  # ends
    km = composed(press, "km", kind=kind, preamble=("សន្តិភាព។",))  # peace
    assert of_role(km, Role.LEAD) == ["សន្តិភាព៕" if is_marked else "សន្តិភាព។"]
    assert of_role(km, Role.END_MARK) == []


def test_a_kind_that_is_written_as_a_text_is_that_kind() -> None:
    assert of_role(composed(Press(), kind="press-release"), Role.END_MARK) == ["– ENDS –"]


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("សន្តិភាព។", "សន្តិភាព៕"),  # "peace", as all below
        ("សន្តិភាព៕", "សន្តិភាព៕"),
        ("សន្តិភាព", "សន្តិភាព៕"),
        ("សន្តិភាព!", "សន្តិភាព!៕"),
        ("“សន្តិភាព។”", "“សន្តិភាព៕”"),
        ("(សន្តិភាព)", "(សន្តិភាព៕)"),
        ("សន្តិភាព។\u200b ", "សន្តិភាព៕\u200b "),
        ("សន្តិភាព។\u2060", "សន្តិភាព៕\u2060"),
        ("‹សន្តិភាព។›", "‹សន្តិភាព៕›"),
        ("សន្តិភាព ។ល។", "សន្តិភាព ។ល។៕"),  # "and so on", which keeps its own mark
        ("(សន្តិភាព។ល។)", "(សន្តិភាព។ល។៕)"),
    ],
)
def test_a_khmer_text_ends_with_its_own_mark(text: str, ended: str) -> None:
    (block,) = with_end_mark([Block("p", Role.PARAGRAPH, text)], LANGUAGES["km"])
    assert block.text == ended


@pytest.mark.parametrize("text", [f"ខ្ញុំ។{NOTE_SIGN}", f"ខ្ញុំ{NOTE_SIGN}"])  # I
def test_the_end_mark_stands_before_a_reference_to_a_note(text: str) -> None:
    note = Mark(len(text) - 1, len(text), MarkKind.NOTE, "note.n")
    word = Mark(0, 5, MarkKind.STRONG)
    (block,) = with_end_mark([Block("p", Role.PARAGRAPH, text, marks=(word, note))], LANGUAGES["km"])
    assert block.text == f"ខ្ញុំ៕{NOTE_SIGN}"
    assert marked(block) == [(MarkKind.STRONG, "ខ្ញុំ"), (MarkKind.NOTE, NOTE_SIGN)]


@given(st.lists(st.sampled_from([Role.LEAD, Role.QUOTATION, Role.ATTRIBUTION, Role.NOTE, Role.DEMAND_HEADING])))
def test_one_mark_ends_the_last_words_of_a_text_and_nothing_else_changes(roles: list[Role]) -> None:
    blocks = [Block(f"b.{n}", role, "ខ្ញុំ។") for n, role in enumerate(roles)]  # I
    ended = with_end_mark(blocks, LANGUAGES["km"])
    changed = [n for n, (one, other) in enumerate(zip(blocks, ended, strict=True)) if one != other]
    last = [n for n, role in enumerate(roles) if role in (Role.LEAD, Role.QUOTATION)][-1:]
    assert changed == last
    assert all(ended[n].text == "ខ្ញុំ៕" for n in changed)


PLAIN = (Contact("a@b.org", "Dara", "+855 12 345", names={"km": "ដារ៉ា"}), Contact("c@d.org"))  # the name in Khmer


def test_contacts_that_say_no_more_stand_in_one_sentence() -> None:
    document = composed(Press(), contacts=PLAIN)
    (block,) = [block for block in document.blocks if block.role is Role.CONTACT]
    assert block.text == "For more information, please contact us at Dara, a@b.org, +855 12 345; c@d.org"
    assert [mark.target for mark in block.marks] == ["mailto:a@b.org", "tel:+85512345", "mailto:c@d.org"]
    assert "ដារ៉ា, a@b.org" in of_role(composed(Press(), "km", contacts=PLAIN), Role.CONTACT)[0]


def test_where_one_contact_says_more_each_has_a_line_with_everything_that_is_known() -> None:
    full = Contact("e@f.org", "Malee", "(0) 81", "*Press* officer", "8–17 h", ("th", "en"))
    document = composed(Press(), contacts=(*PLAIN, full))
    lines = [block for block in document.blocks if block.role is Role.CONTACT_LINE]
    assert [block.text.replace("\u00a0", " ") for block in lines] == [
        "Dara · a@b.org · +855 12 345",
        "c@d.org",
        "Malee, Press officer · e@f.org · (0) 81 · 8–17 h · Thai and English",
    ]
    assert marked(lines[2]) == [(MarkKind.EMPHASIS, "Press"), (MarkKind.LINK, "e@f.org")]


def test_a_contact_for_some_languages_stands_in_their_editions_only() -> None:
    contacts = (Contact("a@b.org", languages=("km", "en")), Contact("c@d.org", languages=("th",)))
    found = {tag: of_role(composed(Press(), tag, contacts=contacts), Role.CONTACT_LINE) for tag in LANGUAGES}
    assert {tag: [line.partition("\u00a0")[0] for line in lines] for tag, lines in found.items()} == {
        "en": ["a@b.org"],
        "km": ["a@b.org"],
        "th": ["c@d.org"],
    }


def test_an_edition_that_no_contact_is_for_has_no_heading_over_nothing() -> None:
    document = composed(Press(), "km", contacts=(Contact("a@b.org", languages=("en",)),))
    assert of_role(document, Role.CONTACT_HEADING) == []


AVAILABLE: Mapping[str, str] = {
    "en": "This text is available in English, Khmer and Thai. The Khmer version prevails.",
    # This text is in …; where they differ, the text in Khmer is to be taken
    "km": "អត្ថបទនេះមានជាភាសាអង់គ្លេស ភាសាខ្មែរ និងភាសាថៃ។ ក្នុងករណីមានខ្លឹមសារខុសគ្នា ត្រូវយកអត្ថបទជាភាសាខ្មែរជាគោល។",
    # the same
    "th": "เอกสารนี้มีในภาษาอังกฤษ ภาษาเขมร และภาษาไทย หากข้อความแตกต่างกัน ให้ยึดฉบับภาษาเขมรเป็นหลัก",
}


@pytest.mark.parametrize("tag", AVAILABLE)
def test_it_says_in_which_languages_it_is_there_and_which_prevails(tag: str) -> None:
    press = Press(languages=("en", "km", "th"), prevails="km")
    assert of_role(composed(press, tag), Role.AVAILABILITY) == [AVAILABLE[tag]]


@pytest.mark.parametrize(
    ("tags", "names"), [(("en",), "English"), (("en", "km"), "English and Khmer"), (("en", "lo"), "English and Lao")]
)
def test_languages_are_named_in_a_row(tags: tuple[str, ...], names: str) -> None:
    assert of_role(composed(Press(languages=tags)), Role.AVAILABILITY) == [f"This text is available in {names}."]


def test_a_language_that_nobody_knows_is_refused() -> None:
    with pytest.raises(SourceError, match="“qq”"):
        composed(Press(languages=("en", "qq")))


def test_notes_of_back_matter_are_numbered_behind_those_of_the_text() -> None:
    document = composed(
        Press(about=BackMatter(("We.[^a]",))), preamble=("We.[^b]",), notes=(Note("a", "A."), Note("b", "B."))
    )
    notes = [(block.label, block.text) for block in document.blocks if block.role is Role.NOTE]
    assert notes == [("1", "B."), ("2", "A.")]


def test_a_time_that_cannot_be_told_in_a_language_is_refused() -> None:
    early = replace(REVISION, date=date(1940, 1, 1))
    with pytest.raises(ValueError, match="N07"):
        composed(Press(revision=early), "th")
    with pytest.raises(ValueError, match="N07"):
        composed(Press(embargo=datetime(1940, 1, 1, tzinfo=UTC)), "th", embargoed=True)
