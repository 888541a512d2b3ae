"""Typed numbers of signers held to the list, in the example's languages, and with what else a number may mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from statement_kit.claims.typed_counts import typed_count_findings
from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.markup.counts import COUNTS
from statement_kit.model import Clause
from statement_kit.source.folder import Source
from statement_kit.translation.catalog import parse_catalog

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "border-ceasefire"
PLACE = Location("statement.md", 12)


def counts(**numbers: int) -> dict[str, int]:
    return dict.fromkeys(COUNTS, 0) | numbers


SIGNED = counts(endorsers=102, organisations=102, named=102)
MIXED = counts(endorsers=359, organisations=47, individuals=312, countries=12, named=350, withheld=9, late=2)


def found(
    text: str, language: str = "en", clause: str = "preamble.1", known: dict[str, int] = SIGNED
) -> list[Diagnostic]:
    return list(typed_count_findings([Clause(clause, text)], known, language, {clause: PLACE}))


EXAMPLES = {
    "en": ("the undersigned civil society", "the undersigned {} civil society"),
    "km": ("អង្គការសង្គមស៊ីវិលដែល", "អង្គការសង្គមស៊ីវិលចំនួន {} ដែល"),  # "civil society organisations numbering … that"
    "th": ("องค์กรภาคประชาสังคมผู้", "องค์กรภาคประชาสังคม {} องค์กรผู้"),  # "civil society organisations, …, who"
}
RIGHT = {
    "en": ["102", "one hundred and two", "a hundred and two", "**102**", "{endorsers}", "{endorsers, spellout}"],
    "km": ["102", "១០២", "មួយរយពីរ", "មួយ\u200bរយ\u200bពីរ", "**១០២**", "{endorsers}", "{endorsers, spellout}"],  # 102
    "th": [
        "102",
        "๑๐๒",
        "หนึ่งร้อยสอง",
        "หนึ่ง\u200bร้อย\u200bสอง",
        "**102**",
        "{endorsers}",
        "{endorsers, spellout}",
    ],  # 102
}
WRONG = {
    "en": ["101", "one hundred and one", "a hundred and one", "**101**", "1,102"],
    "km": ["101", "១០១", "មួយរយមួយ", "មួយ\u200bរយ\u200bមួយ", "**១០១**", "១.១០២"],  # 101, 1,102
    "th": ["101", "๑๐๑", "หนึ่งร้อยเอ็ด", "หนึ่ง\u200bร้อย\u200bหนึ่ง", "**101**", "1,102"],  # 101
}


@pytest.fixture(scope="module")
def texts(example: Source) -> dict[str, list[Clause]]:
    """The clauses of the example in each language."""
    folder = EXAMPLE / "translations"
    clauses = {"en": list(example.statement.clauses())}
    for language in ("km", "th"):
        entries = parse_catalog((folder / f"{language}.po").read_bytes(), language).entries
        clauses[language] = [Clause(clause, entry.text) for clause, entry in entries.items()]
    return clauses


@pytest.mark.parametrize("language", EXAMPLES)
def test_the_example_has_no_typed_count(language: str, texts: dict[str, list[Clause]]) -> None:
    assert list(typed_count_findings(texts[language], SIGNED, language, {})) == []


@pytest.mark.parametrize("language", EXAMPLES)
def test_a_typed_count_in_the_example_is_found_if_it_is_wrong(language: str, texts: dict[str, list[Clause]]) -> None:
    plain, counted = EXAMPLES[language]
    lead = next(clause for clause in texts[language] if clause.id == "preamble.1")
    assert plain in lead.text

    def findings(number: str) -> list[str]:
        text = lead.text.replace(plain, counted.format(number) if number[0] != "{" else counted.replace("{}", number))
        return [one.rule for one in found(text, language)]

    assert [findings(number) for number in RIGHT[language]] == [[]] * len(RIGHT[language])
    assert [findings(number) for number in WRONG[language]] == [["count/disagrees"]] * len(WRONG[language])


def test_a_finding_says_both_numbers_and_what_to_write_for_it() -> None:
    (finding,) = found("We, the undersigned 101 civil society organisations, call")
    assert (finding.rule, finding.clause, finding.where) == ("count/disagrees", "preamble.1", PLACE)
    assert finding.severity is Severity.WARNING
    assert "“101 civil society organisations”" in finding.message
    assert "102 endorsers, 102 organisations" in finding.message
    assert "{organisations}" in str(finding.hint)


def test_what_is_typed_in_words_is_proposed_in_words() -> None:
    (finding,) = found("We, the undersigned one hundred and one groups, call")
    assert "one hundred and one groups" in finding.message
    assert "{endorsers, spellout}" in str(finding.hint)


def test_it_is_shown_in_the_digits_it_has() -> None:
    (finding,) = found("យើងខ្ញុំ អង្គការចំនួន ១០១", "km")  # we, organisations numbering 101
    assert "“អង្គការចំនួន ១០១”" in finding.message


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("We, 47 organisations and 312 individuals from 12 countries, call", []),
        (
            "We, 46 organisations and 311 individuals from 13 countries, call",
            ["organisations", "individuals", "countries"],
        ),
        ("We, 359 organisations and individuals, call", []),
        ("We, 358 organisations and individuals, call", ["endorsers"]),
        ("We, 357 signatories, call", []),  # without those who signed late
        ("We, 350 signatories, call", []),  # without those who are not named
        ("We, more than 350 signatories, call", []),
        ("We, more than 360 signatories, call", ["endorsers"]),
        ("We, nearly 360 signatories, call", []),
    ],
)
def test_a_number_is_held_to_every_count_it_may_mean(text: str, wrong: list[str]) -> None:
    hints = [str(finding.hint) for finding in found(text, known=MIXED)]
    assert [hint.split("{")[1].split("}")[0] for hint in hints] == wrong


def test_a_list_that_does_not_say_where_its_endorsers_are_contradicts_no_number_of_countries() -> None:
    assert found("We, 102 organisations from 14 countries, call") == []


def test_where_nobody_has_signed_yet_or_the_language_is_not_known_nothing_is_said() -> None:
    assert found("We, 101 organisations, call", known=counts()) == []
    assert found("We, 101 organisations, call", "tlh") == []
    assert [one.rule for one in found("We, 101 organisations, call", "en-GB")] == ["count/disagrees"]
