"""The statement as a source of messages for Babel, for whoever gathers translations with `pybabel extract`.

Named `statement` among Babel's extractors (`babel.extractors` in pyproject.toml), so that a mapping file of one line,
`[statement: **/statement.md]`, gives the messages that `statement-kit extract` gives.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.source.encoding import decode
from statement_kit.source.folder import STATEMENT
from statement_kit.source.statement_file import parse_statement

KEYWORD = "pgettext"
"""The one of Babel's keywords that takes a context, the clause id, and a text (`babel.messages.DEFAULT_KEYWORDS`)."""


def extract_messages(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Every clause of a `statement.md` as Babel wants it: its line, a keyword, its id and text, no comments.

    Args:
        file: The file, open for reading bytes.
        keywords: The keywords that Babel was told to know.
        comment_tags: What begins a comment for translators in a program; a statement has none.
        options: Those of the mapping file; there is none for statements.

    Raises:
        SourceError: With every problem of the statement, each at its line; or pybabel was told not to know `pgettext`.
    """
    path = os.fspath(getattr(file, "name", STATEMENT))
    if KEYWORD not in keywords:
        message = f"Clauses cannot be told apart by pybabel: it was told not to know the keyword {KEYWORD}."
        hint = "Leave out --no-default-keywords, or add: -k pgettext:1c,2"
        raise SourceError([Diagnostic("source/no-keyword", message, Location(path), hint)])
    found = parse_statement(decode(file.read(), path), path)
    for clause in found.statement.clauses():
        yield found.places[clause.id].line or 1, KEYWORD, (clause.id, clause.text), []
