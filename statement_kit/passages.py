"""Passages: the paragraphs, lists and quotations that stand under a heading, and the ids of their pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from statement_kit.diagnostics import Diagnostic
from statement_kit.values import text_type, tuple_type

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list, with bullets or with letters; each item is one paragraph."""

    items: tuple[str, ...]
    is_lettered: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else, set off from the text.

    Attributes:
        paragraphs: What was said.
        speaker: The key of who said it, among the speakers of the statement; empty where the text says so, or nobody.
    """

    paragraphs: tuple[str, ...]
    speaker: str = ""


Passage = str | ItemList | Quotation
"""What stands under a heading or in the preamble: a paragraph, a list or a quotation."""


def numbered(owner: str, values: Iterable[T]) -> Iterator[tuple[str, T]]:
    """Each value with its id below its owner's, counted from 1: `demand.3.1`, `demand.3.2`."""
    return ((f"{owner}.{n}", value) for n, value in enumerate(values, 1))


def pieces(passage: ItemList | Quotation) -> tuple[str, ...]:
    """The items of a list, or the paragraphs of a quotation."""
    return passage.items if isinstance(passage, ItemList) else passage.paragraphs


def passage_texts(owner: str, passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """The id and the text of each clause in passages, in reading order."""
    for passage_id, passage in numbered(owner, passages):
        if isinstance(passage, str):
            yield passage_id, passage
        else:
            yield from numbered(passage_id, pieces(passage))


def reworded(owner: str, passages: Iterable[Passage], texts: Mapping[str, str]) -> tuple[Passage, ...]:
    """The same passages, each clause replaced by `texts[clause id]`.

    Raises:
        KeyError: A clause has no text.
    """
    return tuple(_reworded_passage(one_id, one, texts) for one_id, one in numbered(owner, passages))


def _reworded_passage(passage_id: str, passage: Passage, texts: Mapping[str, str]) -> Passage:
    if isinstance(passage, str):
        return texts[passage_id]
    words = tuple(texts[piece_id] for piece_id, _ in numbered(passage_id, pieces(passage)))
    return replace(passage, items=words) if isinstance(passage, ItemList) else replace(passage, paragraphs=words)


def quotations(owner: str, passages: Iterable[Passage]) -> Iterator[tuple[str, Quotation]]:
    """Each quotation among passages, with its id."""
    return ((one_id, one) for one_id, one in numbered(owner, passages) if isinstance(one, Quotation))


def speaker_id(quotation_id: str) -> str:
    """What the line below a quotation that says who speaks is called: no clause, but a block, and a place."""
    return f"{quotation_id}.speaker"


def passage_type_problems(owner: str, passages: object) -> Iterator[Diagnostic]:
    """Every passage, and every piece of one, that is something else."""
    yield from tuple_type(owner, passages, "passages", str, ItemList, Quotation)
    if isinstance(passages, tuple):
        for passage_id, passage in numbered(owner, passages):
            if isinstance(passage, ItemList | Quotation):
                yield from tuple_type(passage_id, pieces(passage), "paragraphs", str)
            if isinstance(passage, Quotation):
                yield from text_type(passage_id, passage.speaker)


def empty_passage_problems(owner: str, passages: Iterable[Passage]) -> Iterator[Diagnostic]:
    """Every list and quotation with nothing in it."""
    for passage_id, passage in numbered(owner, passages):
        if not isinstance(passage, str) and not pieces(passage):
            hint = "Write something into it, or remove it."
            message = f"The list or quotation {passage_id} is empty."
            yield Diagnostic("statement/no-text", message, hint=hint, clause=passage_id)
