"""៕, the mark at the end of a whole Khmer text: once, and last (N10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from statement_kit.alarms.pair import Alarm, Pair
from statement_kit.alarms.reading import Reading

_MARK = "៕"
_LAST = re.compile(r"៕[\s\"”’»)\]*_'ๆ]*$")
_BODY = re.compile(r"(?:preamble|demand\.\d+|section\.\d+)\.")


def final_mark_check(pairs: Sequence[Pair]) -> Callable[[str, Reading], Iterator[Alarm]]:
    """A check for each ៕ that does not end the last paragraph.

    Args:
        pairs: All clauses in reading order; notes, and what else is no paragraph, end no text.
    """
    last = next((pair.clause for pair in reversed(pairs) if _BODY.match(pair.clause)), None)

    def check(clause: str, text: Reading) -> Iterator[Alarm]:
        if _MARK not in text.plain:
            return
        if clause != last:
            message = "៕ ends a whole text, and this is not the end of the statement."
        elif text.plain.count(_MARK) > 1 or not _LAST.search(text.plain):
            message = "៕ ends a whole text, once; here stands more behind it."
        else:
            return
        hint = "Put ។ at the end of a sentence, and ៕ after the last one only."
        yield Alarm("alarm/final-mark", clause, message, hint)

    return check
