"""Two texts side by side, for whoever must see what changed between them."""

from __future__ import annotations

_BEGINNING = 60
"""How many characters of a text stand for it."""

_AROUND = 40
"""How many characters are shown on either side of what differs."""


def around_difference(old: str, new: str) -> tuple[str, str]:
    """Two texts, each cut to what differs between them and a little around it."""
    start = _same(old, new)
    most = min(len(old), len(new)) - start
    end = min(most, _same(old[::-1], new[::-1]))
    return _cut(old, start, len(old) - end), _cut(new, start, len(new) - end)


def beginning(text: str) -> str:
    """The first words of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= _BEGINNING else text[: _BEGINNING - 3] + "…"


def _same(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
