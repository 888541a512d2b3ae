"""When a release may be published: what the clock, its makers and those it quotes say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import Severity, SourceError
from statement_kit.embargo import Purpose, check_publication, purpose_of
from statement_kit.press import Press, Speaker

HERE = timezone(timedelta(hours=7))
PRESS = Press(embargo=datetime(2025, 7, 28, 9, tzinfo=HERE))


def refused(press: Press, purpose: Purpose, now: object, *, before: bool = False) -> tuple[str, str]:
    with pytest.raises(SourceError) as caught:
        check_publication(press, purpose, now, before_embargo=before)  # type: ignore[arg-type]
    (found,) = caught.value.diagnostics
    return found.rule, f"{found.message} {found.hint}"


def test_before_its_time_it_is_refused_by_which_clock() -> None:
    rule, words = refused(PRESS, Purpose.FINAL, datetime(2025, 7, 28, 1, 12, tzinfo=UTC))
    assert rule == "release/embargo"
    assert words.startswith(
        "It is embargoed until 09:00 on 28 July 2025 (UTC+7). "
        "The clock of this computer says 08:12 on the same day, in that zone."
    )
    assert "--embargoed" in words
    assert "--before-embargo" in words


def test_on_another_day_the_clock_is_told_with_its_day_in_the_zone_of_the_embargo() -> None:
    _, words = refused(PRESS, Purpose.FINAL, datetime(2025, 7, 26, 20, 30, tzinfo=UTC))
    assert "says 03:30 on 27 July 2025, in that zone." in words


@given(st.integers(-10_000, 10_000), st.integers(-14, 14))
def test_the_moment_decides_wherever_the_clock_hangs(minutes: int, hours: int) -> None:
    now = (datetime(2025, 7, 28, 9, tzinfo=HERE) + timedelta(minutes=minutes)).astimezone(
        timezone(timedelta(hours=hours))
    )
    if minutes < 0:
        assert refused(PRESS, Purpose.FINAL, now)[0] == "release/embargo"
    else:
        (note,) = check_publication(PRESS, Purpose.FINAL, now, before_embargo=False)
        assert (note.rule, note.severity) == ("release/embargo-ended", Severity.WARNING)
        assert "The embargo ended at 09:00 on 28 July 2025 (UTC+7). The clock of this computer says" in note.message


def test_where_nobody_asked_the_clock_it_says_what_to_pass() -> None:
    rule, words = refused(PRESS, Purpose.FINAL, None)
    assert rule == "release/embargo"
    assert "now=datetime.now(UTC)" in words


@pytest.mark.parametrize("now", [datetime(2025, 7, 29), date(2025, 7, 29), "09:00"])  # noqa: DTZ001 - as one forgets it
def test_a_clock_without_a_zone_is_none(now: object) -> None:
    assert refused(PRESS, Purpose.FINAL, now)[0] == "statement/wrong-type"


def test_whoever_asks_for_it_gets_the_final_files_before_and_is_warned() -> None:
    (note,) = check_publication(PRESS, Purpose.FINAL, None, before_embargo=True)
    assert (note.rule, note.severity) == ("release/before-embargo", Severity.WARNING)


@pytest.mark.parametrize("purpose", [Purpose.DRAFT, Purpose.EMBARGOED])
def test_drafts_and_copies_for_journalists_are_free_of_the_clock(purpose: Purpose) -> None:
    assert check_publication(PRESS, purpose, None, before_embargo=False) == ()


def test_without_an_embargo_nobody_asks_the_clock() -> None:
    assert check_publication(Press(), Purpose.FINAL, None, before_embargo=False) == ()


@pytest.mark.parametrize("purpose", [Purpose.FINAL, Purpose.EMBARGOED])
def test_nobody_is_quoted_without_consent_but_in_drafts(purpose: Purpose) -> None:
    press = Press(speakers=(Speaker("dara", "Sok Dara"),), embargo=PRESS.embargo)
    assert refused(press, purpose, datetime(2026, 1, 1, tzinfo=UTC))[0] == "press/no-consent"
    assert check_publication(press, Purpose.DRAFT, None, before_embargo=False) == ()


def test_a_consent_may_be_younger_than_the_date_of_issue() -> None:
    press = Press(speakers=(Speaker("dara", "Sok Dara", consent=date(2199, 1, 1)),))
    assert check_publication(press, Purpose.FINAL, None, before_embargo=False) == ()


def test_everything_that_stands_against_it_comes_at_once() -> None:
    press = Press(embargo=PRESS.embargo, speakers=(Speaker("dara", "Sok Dara"), Speaker("vanna", "Vanna")))
    with pytest.raises(SourceError) as caught:
        check_publication(press, Purpose.FINAL, datetime(2025, 1, 1, tzinfo=UTC), before_embargo=False)
    assert [found.rule for found in caught.value.diagnostics] == ["press/no-consent"] * 2 + ["release/embargo"]


@pytest.mark.parametrize(("draft", "embargoed"), [(True, True), (False, True)])
def test_copies_for_journalists_need_an_embargo_and_are_no_drafts(draft: bool, embargoed: bool) -> None:
    press = PRESS if draft else Press()
    with pytest.raises(SourceError, match="release/purpose"):
        purpose_of(press, draft=draft, embargoed=embargoed)


def test_the_purpose_stands_in_the_names_of_files() -> None:
    assert purpose_of(PRESS, draft=False, embargoed=True).value == ".EMBARGOED"
    assert purpose_of(PRESS, draft=True, embargoed=False).value == ".DRAFT"
    assert purpose_of(PRESS, draft=False, embargoed=False).value == ""


@pytest.mark.parametrize(("draft", "embargoed"), [(True, False), (False, True)])
def test_nothing_but_final_files_is_made_before_the_embargo_ends_by_asking_for_that(
    draft: bool, embargoed: bool
) -> None:
    with pytest.raises(SourceError, match="release/purpose"):
        purpose_of(PRESS, draft=draft, embargoed=embargoed, before_embargo=True)
    assert purpose_of(PRESS, draft=False, embargoed=False, before_embargo=True) is Purpose.FINAL


@pytest.mark.parametrize(("day", "rules"), [(2, []), (3, ["press/consent-ahead"])])
def test_a_consent_on_a_day_that_has_begun_nowhere_is_told(day: int, rules: list[str]) -> None:
    press = Press(speakers=(Speaker("dara", "Sok Dara", consent=date(2025, 1, day)),))
    found = check_publication(press, Purpose.FINAL, datetime(2025, 1, 1, 12, tzinfo=UTC), before_embargo=False)
    assert [(one.rule, one.severity) for one in found] == [(rule, Severity.WARNING) for rule in rules]
