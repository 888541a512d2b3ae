"""Meaning alarms: where a translation may say something else than its source.

An alarm is no error. It names two texts that disagree in something that no translation should change, and
waits for somebody who knows both languages: the translation is wrong, or it is right and the alarm is waived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from statement_kit.alarms.addresses import address_alarms
from statement_kit.alarms.carried_over import emphasis_alarms, untranslated_alarms
from statement_kit.alarms.final_mark import final_mark_check
from statement_kit.alarms.hidden import look_alike_alarms, unseen_space_alarms
from statement_kit.alarms.khmer_spelling import khmer_alarms
from statement_kit.alarms.lengths import length_alarms
from statement_kit.alarms.names import name_check
from statement_kit.alarms.numbers import number_alarms
from statement_kit.alarms.pair import Alarm, Pair
from statement_kit.alarms.quotations import bracket_alarms, quotation_alarms
from statement_kit.alarms.reading import Reading, read
from statement_kit.alarms.scripts import script_alarms
from statement_kit.alarms.terms import term_check
from statement_kit.alarms.thai_spelling import thai_alarms
from statement_kit.alarms.words_of_duty import duty_alarms
from statement_kit.translation.glossary import Term

__all__ = ["Alarm", "Pair", "raise_alarms"]

_Check = Callable[[str, Reading, Reading], Iterator[Alarm]]

_CHECKS: tuple[_Check, ...] = (
    duty_alarms,
    number_alarms,
    address_alarms,
    quotation_alarms,
    bracket_alarms,
    emphasis_alarms,
    untranslated_alarms,
    length_alarms,
    khmer_alarms,
    thai_alarms,
    look_alike_alarms,
    unseen_space_alarms,
)
"""What compares a clause with its translation, the gravest first."""


def raise_alarms(
    pairs: Sequence[Pair], source_language: str, language: str, glossary: Sequence[Term] = ()
) -> list[Alarm]:
    """Every place where a translation may say something else than its source; at most one of a kind per clause.

    Args:
        pairs: The clauses that are translated, in reading order.
        source_language: BCP 47 tag of the language of the statement.
        language: BCP 47 tag of the translation's.
        glossary: Terms, in the language of the statement, and how they are put into others.
    """
    checks = (*_CHECKS, name_check(glossary, language), term_check(glossary, language))
    misplaced = final_mark_check(pairs)
    alarms: list[Alarm] = []
    for pair in pairs:
        source, text = read(pair.source, source_language), read(pair.text, language)
        for check in checks:
            alarms += check(pair.clause, source, text)
        alarms += misplaced(pair.clause, text)
        alarms += script_alarms(pair.clause, source, text, language)
    return alarms
