"""Whether somebody is printed: what several answers say of it together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.register.columns import Standing, most_careful
from statement_kit.sign_ons.findings import counted, note

ASKED = frozenset({"consent", "anonymous", "standing"})
"""Fields that ask whether somebody may be named."""

_QUESTIONS = ("consent", "anonymous", "standing", "status")

_MEANS: Mapping[str, Mapping[str, Standing]] = {
    "consent": {"yes": Standing.NAMED, "no": Standing.WITHHELD},
    "anonymous": {"yes": Standing.WITHHELD, "no": Standing.NAMED},
}


def standing_of(answers: Mapping[str, str], asked: Collection[str]) -> tuple[Standing, bool]:
    """Whether somebody is named, withheld or withdrawn, and whether only for want of an answer.

    The most careful of all answers counts: being exposed is worse than being left out. Who was asked and gave no answer
    is withheld; the list's own column “standing” may be empty, which means named.

    Args:
        answers: What the row answers, by field, canonical; blank answers are not in it.
        asked: The fields that the form asks for.
    """
    given = filter(None, (_meaning(name, answers.get(name, "")) for name in _QUESTIONS))
    standing = most_careful(given) or Standing.NAMED
    if standing is Standing.NAMED and _is_silent(answers, asked):
        return Standing.WITHHELD, True
    return standing, False


def says_standing(asked: Collection[str]) -> bool:
    """Whether any question of a form bears on who is printed; else nothing is known of it."""
    return not set(asked).isdisjoint(_QUESTIONS)


def _meaning(name: str, answer: str) -> Standing | None:
    """What an answer says of the standing; None for no answer."""
    if not answer:
        return None
    return _MEANS[name][answer] if name in _MEANS else Standing(answer)


def _is_silent(answers: Mapping[str, str], asked: Collection[str]) -> bool:
    """Whether somebody was asked to be named, and did not answer."""
    return any(name in asked for name in _MEANS) and not any(name in answers for name in _MEANS)


def standing_notes(asked: Collection[str], silent: int, where: Location) -> list[Diagnostic]:
    """What somebody should know about who is named."""
    if not ASKED.intersection(asked):
        message = "No column asks whether names may be published: everyone is named."
        return [note("no-consent", message, where, "If one does, write “consent” for it in [columns].")]
    if silent:
        gave = f"{counted(silent, 'row')} {'gives' if silent == 1 else 'give'}"
        message = (
            f"{gave} no answer to whether the name may be published, and {'is' if silent == 1 else 'are'} withheld."
        )
        hint = 'If an empty answer means yes, write "" = "yes" below [answers.consent] in the mapping.'
        return [note("withheld", message, where, hint)]
    return []
