"""How a picture is refused: one finding, or all that were collected, as a `SourceError`."""

from __future__ import annotations

from statement_kit.diagnostics import Diagnostic, Location, SourceError

_MOST_FINDINGS = 20
"""A hostile file could be wrong in thousands of places; nobody reads more than these."""


def refusal(rule: str, message: str, hint: str, path: str, line: int | None = None) -> SourceError:
    """The error of one finding; `rule` comes without its family."""
    return SourceError([Diagnostic(f"picture/{rule}", message, Location(path, line), hint)])


class Findings:
    """What stands against a picture, each thing once, at the first place it was met."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: dict[tuple[str, str], Diagnostic] = {}

    def add(self, rule: str, message: str, hint: str, line: int | None = None) -> None:
        """Note a finding; `rule` comes without its family."""
        if len(self._found) < _MOST_FINDINGS:
            found = Diagnostic(f"picture/{rule}", message, Location(self._path, line), hint)
            self._found.setdefault((rule, message), found)

    def raise_if_any(self) -> None:
        """Refuse the picture if anything was found.

        Raises:
            SourceError: With all findings.
        """
        if self._found:
            raise SourceError(self._found.values())
