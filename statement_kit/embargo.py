"""When a release may be published: after its embargo, and with the consent of everybody it quotes.

The clock is an argument, as everywhere: what files hold never depends on it, only whether there are any.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

from statement_kit.diagnostics import Diagnostic, Severity, SourceError
from statement_kit.languages.clock import time_words
from statement_kit.languages.registry import LANGUAGES
from statement_kit.press import Press
from statement_kit.press_checks import consent_problems
from statement_kit.values import wrong_type

RULE = "release/embargo"

_FIRST_ZONE = timedelta(hours=14)
"""How far the clocks are ahead of UTC where a day begins first."""


class Purpose(Enum):
    """What files are made for; the value is what their names say of it.

    Attributes:
        FINAL: To be published.
        EMBARGOED: For journalists, who publish nothing before the embargo ends; every page says so.
        DRAFT: For those who work on it.
    """

    FINAL = ""
    EMBARGOED = ".EMBARGOED"
    DRAFT = ".DRAFT"

    @property
    def tells_embargo(self) -> bool:
        """Whether it says until when nobody may print it, if somebody asked for that."""
        return self is not Purpose.FINAL


def purpose_of(press: Press, *, draft: bool, embargoed: bool, before_embargo: bool = False) -> Purpose:
    """What files are made for.

    Raises:
        SourceError: More than one of them is asked for, or there is no embargo.
    """
    if before_embargo and (draft or embargoed):
        other = "Drafts" if draft else "Copies for journalists"
        hint = "Leave out --before-embargo (before_embargo=True), which is for final files; or make the two in turn."
        raise SourceError([_problem("release/purpose", f"{other} are no final files.", hint)])
    if draft and embargoed:
        hint = "A draft says so by itself; leave out one of the two."
        raise SourceError([_problem("release/purpose", "A draft is no copy for journalists.", hint)])
    if embargoed and press.embargo is None:
        hint = "Write embargo = 2025-07-28T09:00:00+07:00 under [press], or leave out --embargoed (embargoed=True)."
        raise SourceError([_problem("release/purpose", "There is no embargo that copies could speak of.", hint)])
    if draft:
        return Purpose.DRAFT
    return Purpose.EMBARGOED if embargoed else Purpose.FINAL


def check_publication(
    press: Press, purpose: Purpose, now: datetime | None, *, before_embargo: bool
) -> tuple[Diagnostic, ...]:
    """Make sure that a release may go out.

    Args:
        press: What it says of itself.
        purpose: What the files are made for; a draft may always be made.
        now: What the clock says, with its time zone; None where nobody asked it.
        before_embargo: Whether somebody has said that the files may be made before the embargo ends.

    Returns:
        What its makers should know: that the embargo has ended, or has not; that a consent lies ahead.

    Raises:
        SourceError: It is embargoed still, as far as the clock says; or somebody it quotes has not agreed yet.
    """
    if purpose is Purpose.DRAFT:
        return ()
    problems: list[Diagnostic] = consent_problems(press)
    notes: list[Diagnostic] = list(_consents_ahead(press, now))
    if purpose is Purpose.FINAL and press.embargo:
        for found in _findings(press.embargo, now, before_embargo=before_embargo):
            (notes if found.severity is Severity.WARNING else problems).append(found)
    if problems:
        raise SourceError(problems)
    return tuple(notes)


@dataclass(frozen=True, slots=True)
class Gate:
    """What a release has to pass before anything of it is made.

    Attributes:
        draft: Whether it is a draft.
        embargoed: Whether it is for journalists.
        before_embargo: Whether somebody has said that it may be made before the embargo ends.
        now: What the clock says, with its time zone; None where nobody asked it.
    """

    draft: bool
    embargoed: bool
    before_embargo: bool
    now: datetime | None

    def purpose(self, press: Press) -> Purpose:
        """What its files are made for (see `purpose_of`)."""
        return purpose_of(press, draft=self.draft, embargoed=self.embargoed, before_embargo=self.before_embargo)

    def check(self, press: Press) -> tuple[Diagnostic, ...]:
        """What its makers should know, if it may be made at all (see `check_publication`)."""
        return check_publication(press, self.purpose(press), self.now, before_embargo=self.before_embargo)


def _consents_ahead(press: Press, now: datetime | None) -> Iterator[Diagnostic]:
    """Who is said to have agreed on a day that has begun nowhere on earth yet."""
    if not isinstance(now, datetime) or now.utcoffset() is None:
        return
    today = (now.astimezone(UTC).replace(tzinfo=None) + _FIRST_ZONE).date()
    for one in press.speakers:
        if one.consent and one.consent > today:
            message = f"{one.name} is said to agree to these words on a day that is still to come."
            hint = "Write the day they did agree; until then, leave out consent and make a draft."
            yield Diagnostic("press/consent-ahead", message, hint=hint, clause=one.clause, severity=Severity.WARNING)


def _findings(embargo: datetime, now: datetime | None, *, before_embargo: bool) -> Iterator[Diagnostic]:
    until = f"It is embargoed until {_on_clock(embargo)} ({_words(embargo)['zone']})"
    if now is not None and (not isinstance(now, datetime) or now.utcoffset() is None):
        yield wrong_type("now", now, "a time with its time zone", "Write datetime.now(UTC).")
    elif before_embargo:
        message = f"{until}, and these files say that it is for immediate release."
        yield _note("release/before-embargo", message, "Keep them to yourselves until then.")
    elif now is None:
        hint = "Pass now=datetime.now(UTC); or embargoed=True for copies for journalists; or before_embargo=True."
        yield _problem(RULE, f"{until}, and nobody has said what time it is.", hint)
    elif now < embargo:
        hint = (
            "Make copies for journalists with --embargoed (embargoed=True), which say so on every page; or, if these "
            "files will be kept until then, add --before-embargo (before_embargo=True)."
        )
        yield _problem(RULE, f"{until}. {_clock_says(now, embargo)}, in that zone.", hint)
    else:
        ended = f"The embargo ended at {_on_clock(embargo)} ({_words(embargo)['zone']})"
        hint = "If that clock is wrong, keep the files to yourselves."
        yield _note("release/embargo-ended", f"{ended}. {_clock_says(now, embargo)}, in that zone.", hint)


def _clock_says(now: datetime, embargo: datetime) -> str:
    here = now.astimezone(embargo.tzinfo)
    words = _words(here)
    day = "the same day" if here.date() == embargo.date() else words["date"]
    return f"The clock of this computer says {words['hour']}:{words['minute']} on {day}"


def _on_clock(time: datetime) -> str:
    words = _words(time)
    return f"{words['hour']}:{words['minute']} on {words['date']}"


def _words(time: datetime) -> dict[str, str]:
    return time_words(time, LANGUAGES["en"])  # the kit's messages are English


def _problem(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule, message, hint=hint, clause="embargo")


def _note(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule, message, hint=hint, clause="embargo", severity=Severity.WARNING)
