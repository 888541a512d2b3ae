"""Several documents in one file: the versions of a statement, in turn or side by side.

A document stays in one language. What stands in one file must not share names, so the ids of blocks begin with
the language there: `km:demand.3.1`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from statement_kit.document.blocks import ANNEX_ROLES, Block, Document, Role
from statement_kit.editions import Arrangement
from statement_kit.markup import Mark, MarkKind

_SEPARATOR = ":"
"""Between the language and the id of a block."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """The documents of one file (see `parallel`).

    Attributes:
        documents: One per language, their ids told apart.
        arrangement: How they stand.
    """

    documents: tuple[Document, ...]
    arrangement: Arrangement


Content = Document | Parallel
"""What one file holds."""


def parallel(documents: Iterable[Document], arrangement: Arrangement) -> Parallel:
    """Documents for one file, each with its language in the ids of its blocks and pictures, and in what leads there."""
    return Parallel(tuple(map(_apart, documents)), arrangement)


def documents_of(content: Content) -> tuple[Document, ...]:
    """The documents of a file: the one, or all of a parallel edition."""
    return content.documents if isinstance(content, Parallel) else (content,)


def with_each(content: Content, change: Callable[[Document], Document]) -> Content:
    """The content with something changed in every document."""
    if isinstance(content, Parallel):
        return replace(content, documents=tuple(map(change, content.documents)))
    return change(content)


def is_side_by_side(content: Content) -> bool:
    """Whether a file holds documents in columns."""
    return isinstance(content, Parallel) and content.arrangement == Arrangement.SIDE_BY_SIDE


def prefix(tag: str) -> str:
    """What the ids of a language begin with in a parallel edition."""
    return f"{tag}{_SEPARATOR}"


def without_language(name: str) -> str:
    """The id of a block or picture without its language: the same in all versions."""
    return name.rpartition(_SEPARATOR)[2]


def renamed(blocks: Iterable[Block], document: Document) -> tuple[Block, ...]:
    """Blocks that stand around a document, a letterhead, called as its own are."""
    return tuple(replace(block, id=f"{document.prefix}{block.id}") for block in blocks)


def _apart(document: Document) -> Document:
    own = prefix(document.language.tag)
    return replace(
        document,
        prefix=own,
        blocks=tuple(
            replace(block, id=f"{own}{block.id}", marks=tuple(_moved(mark, own) for mark in block.marks))
            for block in document.blocks
        ),
        wall=tuple(replace(logo, id=f"{own}{logo.id}") for logo in document.wall),
    )


def _moved(mark: Mark, own: str) -> Mark:
    """A mark that leads to a part or a note of its own version."""
    if mark.kind is MarkKind.NOTE:
        return mark._replace(target=f"{own}{mark.target}")
    if mark.kind is MarkKind.LINK and mark.target.startswith("#"):
        return mark._replace(target=f"#{own}{mark.target[1:]}")
    return mark


Level = tuple[Block | None, ...]
"""The blocks of one clause, per document; None where one has no such clause."""


def levels(documents: Sequence[Document]) -> dict[str, Level]:
    """What stands level where documents stand side by side, by the ids of clauses: no notes, and no annex.

    The annex has an order of its own in every language. Clauses are the same in all; what only one language has stands
    behind what it has before it.
    """
    by_clause = [dict(_clauses(document)) for document in documents]
    order = list(by_clause[0])
    for number, blocks in enumerate(by_clause[1:], 1):
        known = set[str]().union(*by_clause[:number])
        behind: dict[str, list[str]] = {}
        at = ""
        for clause in blocks:
            if clause in known:
                at = clause
            else:
                behind.setdefault(at, []).append(clause)
        order = [one for clause in ("", *order) for one in (clause, *behind.get(clause, ()))][1:]
    return {clause: tuple(blocks.get(clause) for blocks in by_clause) for clause in order}


def _clauses(document: Document) -> Iterator[tuple[str, Block]]:
    """The blocks that are compared, by their ids without the language."""
    for block in document.blocks:
        if block.role is not Role.NOTE and block.role not in ANNEX_ROLES:
            yield block.id.removeprefix(document.prefix), block
