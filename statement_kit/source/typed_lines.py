"""The lines of a paragraph in a file, made one: the Markdown stays, the line ends of the file go."""

from __future__ import annotations

import re

from statement_kit.markup import is_unspaced, parse_inline

# Where a run of backslashes or spaces begins is said each time: looked for from its middle on as well, a long one
# would take time by the square of its length.
_TWO_SPACES = re.compile(r"(?<!\\)(\\*)(?<! ) {2,}\n")

_LEFT = re.compile(r"(?<!\\)(\\*)\n[ \t]*")
"""A line end that is left: forced, behind a backslash that nothing escapes, or within the address of a link."""

_INVISIBLE = "\u200b\u2060"
"""Where a line may and may not end, said by the author (L08)."""


def forced_breaks(typed: str) -> str:
    """The lines with every forced break as a backslash, where two spaces may have been typed for it."""
    return _TWO_SPACES.sub(lambda match: match[1] + "\\" * (len(match[1]) % 2) + "\\\n", typed)


def joined(typed: str) -> str:
    """The lines as one, but for forced breaks; a line end is a space only where words are parted by spaces (P08)."""
    inline = parse_inline(typed)
    for at, place in reversed(inline.soft_breaks):
        before, after = typed[:at].rstrip(" "), typed[at + 1 :].lstrip(" \t")
        runs_on = _runs_on(inline.text[:place], inline.text[place + 1 :])
        typed = before + (_seam(before, after) if runs_on else " ") + after
    return _LEFT.sub(lambda match: match[1] + ("\n" if len(match[1]) % 2 else " "), typed)


def _runs_on(before: str, after: str) -> bool:
    """Whether both sides of a line end are letters of a script without spaces: a space there nobody typed."""
    before, after = before.rstrip(_INVISIBLE + " "), after.lstrip(_INVISIBLE + " \t")
    return is_unspaced(before[-1:]) and is_unspaced(after[:1])


def _seam(before: str, after: str) -> str:
    """What keeps two marks of emphasis apart that would be read as one: a place where a line may end."""
    return "\u200b" if before[-1:] in ("*", "_") and after[:1] in ("*", "_") else ""
