"""Where a name in the annex should not be parted, though there is a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINED = re.compile(
    r"(?:^|(?<=[\s(]))(?:[^\W\d_]{1,5}\.)+(?P<behind> )(?=\S)"  # a title or an initial: “Dr. Sok”, “H. Chan”
    r"|(?P<before> )(?=\([^() ]*\)(?:$|[,;:]| ))"  # a name and its acronym: “Youth Council (YC)”
)


def joining_spaces(text: str) -> Iterator[int]:
    """Where spaces stand at which no line should end, if it can end elsewhere: behind “Dr.”, before “(ACR)”.

    Args:
        text: An entry of the annex.
    """
    for match in _JOINED.finditer(text):
        yield match.start(match.lastgroup or 0)
