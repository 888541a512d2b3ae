"""From a statement to its document: every label, date and word of the kit is computed here, once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from statement_kit.document.annex import annex_blocks, wall
from statement_kit.document.blocks import Block, Document, NoteLabels, PageLabels, Role
from statement_kit.document.counts import with_counts
from statement_kit.languages.dates import format_date
from statement_kit.languages.numbers import in_digits, label, letter_label
from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import Language, get_language
from statement_kit.markup import LINE_END, Inline, Mark, MarkKind, note_id, parse_inline
from statement_kit.model import (
    Contact,
    Demand,
    ItemList,
    Passage,
    Quotation,
    Statement,
    check_annex,
    checked_lexicon,
    numbered,
    part_ids,
)

BULLET = "•"

_DIALLED = re.compile(r"\+?[0-9][0-9 \u00a0.-]*")
"""A telephone number that can be dialled as it stands; not `(0)`, `/ 12` or an extension."""


def compose(statement: Statement, words: Mapping[str, str], lexicon: tuple[str, ...] | list[str] = ()) -> Document:
    """Give each text of the statement its role, label and final form.

    Args:
        statement: The statement, already in the language it is to be read in.
        words: The kit's own words in that language, by key (see `translation.words`).
        lexicon: Words that stay whole on a line, beside those the language has (L10).

    Raises:
        SourceError: The lexicon is no tuple or list of texts, or a link leads to an annex that nobody has signed.
        KeyError: The kit does not know the statement's language, or lacks a word.
        ValueError: The date of issue cannot be written in the language (N07).
    """
    check_annex(statement)
    statement = with_counts(statement)
    language = get_language(statement.language)
    units = tuple(_as_in_the_text(unit, language) for unit in checked_lexicon(lexicon))
    language = replace(language, lexicon=language.lexicon + units, miscut=language.miscut + units)
    kind = words[f"kind.{statement.kind}"]
    date = format_date(statement.issued, language)
    composer = _Composer(statement, language)
    return Document(
        language=language,
        title=title_of(statement),
        issued=statement.issued.isoformat(),
        blocks=(
            Block("kind", Role.KIND, typographic(kind, language)),
            *composer.with_notes(composer.clauses()),
            *composer.closing(words, date),
        ),
        running_head=f"{kind} · {date}",
        page_labels=PageLabels(words["page"], language.label_digits),
        note_labels=NoteLabels(words["note"], words["note.back"]),
        wall=wall(statement, words, language),
    )


def as_draft(document: Document, words: str) -> Document:
    """A document that says everywhere that it is a draft: in its title, at the head of its pages, across each of them.

    Args:
        document: What it would be.
        words: What it says, in its language.
    """
    kind, *blocks = document.blocks
    return replace(
        document,
        title=f"{words}: {document.title}",
        blocks=(replace(kind, text=f"{words} · {kind.text}"), *blocks),
        running_head=f"{words} · {document.running_head}",
        draft=words,
    )


def title_of(statement: Statement) -> str:
    """The title of a statement as metadata have it: final, and on one line."""
    statement = with_counts(statement)
    title = _final(parse_inline(statement.title), get_language(statement.language))
    return title.replace(LINE_END, " ").replace("\u200b", "")  # where lines may end is no part of a title


@dataclass(frozen=True, slots=True)
class _Composer:
    """Makes the blocks of one statement in one language."""

    statement: Statement
    language: Language

    def block(self, clause_id: str, role: Role, text: str, mark: str = "", number: int = 0) -> Block:
        """A clause's block, its references to notes still without their numbers."""
        inline = parse_inline(text)
        return Block(clause_id, role, _final(inline, self.language), mark, inline.marks, number)

    def clauses(self) -> Iterator[Block]:
        """The title, the preamble and the parts."""
        yield self.block("title", Role.TITLE, self.statement.title)
        yield from self._passages("preamble", Role.LEAD, self.statement.preamble)
        for part_id, number, part in part_ids(self.statement.parts):
            if isinstance(part, Demand):
                yield self.block(part_id, Role.DEMAND_HEADING, part.heading, label(number, self.language), number)
            else:
                yield self.block(part_id, Role.SECTION_HEADING, part.heading)
            yield from self._passages(part_id, Role.PARAGRAPH, part.passages)

    def _passages(self, owner: str, role: Role, passages: Iterable[Passage]) -> Iterator[Block]:
        for passage_id, passage in numbered(owner, passages):
            match passage:
                case ItemList():
                    yield from self._items(passage_id, passage)
                case Quotation(paragraphs):
                    yield from (self.block(*one) for one in _with_role(passage_id, Role.QUOTATION, paragraphs))
                case _:
                    yield self.block(passage_id, role, passage)

    def _items(self, list_id: str, passage: ItemList) -> Iterator[Block]:
        for number, one in enumerate(_with_role(list_id, Role.LIST_ITEM, passage.items), 1):
            if passage.is_lettered:
                yield self.block(*one, letter_label(number, self.language), number)
            else:
                yield self.block(*one, BULLET)

    def with_notes(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks, each followed by the notes it is the first to refer to, numbered in that order."""
        notes = {note_id(note.name): note.text for note in self.statement.notes}
        numbers: dict[str, str] = {}
        for block in blocks:
            wanted = dict.fromkeys(mark.target for mark in block.marks if mark.kind is MarkKind.NOTE)
            new = [target for target in wanted if target not in numbers]
            for target in new:
                numbers[target] = in_digits(len(numbers) + 1, self.language.label_digits)
            yield _with_numbers(block, numbers)
            yield from (self.block(target, Role.NOTE, notes[target], numbers[target]) for target in new)

    def closing(self, words: Mapping[str, str], date: str) -> Iterator[Block]:
        """Whom to ask, the date, and the annex; names and addresses are data (N02, N17)."""
        language = self.language
        if self.statement.contacts:
            yield _contact(self.statement.contacts, typographic(words["contact"], language))
        yield Block("issued", Role.ISSUED, typographic(words["issued"].format(date=date), language))
        yield from annex_blocks(self.statement, words, language)


def _as_in_the_text(unit: str, language: Language) -> str:
    """A unit of the lexicon with the quotation marks it has in the text, where there are no bars (N09, L10)."""
    chars = iter(typographic(unit.replace("|", ""), language))
    return "".join(char if char == "|" else next(chars) for char in unit)


def _final(inline: Inline, language: Language) -> str:
    """The text with the language's quotation marks; addresses that stand in it stay as they are (N02)."""
    text = typographic(inline.text, language)
    for mark in inline.marks:
        words = inline.text[mark.start : mark.end]
        if mark.kind is MarkKind.LINK and unquote(mark.target).endswith(words):
            text = text[: mark.start] + words + text[mark.end :]
    return text


def _with_role(owner: str, role: Role, texts: Iterable[str]) -> Iterator[tuple[str, Role, str]]:
    return ((text_id, role, text) for text_id, text in numbered(owner, texts))


def _with_numbers(block: Block, numbers: Mapping[str, str]) -> Block:
    """The block with the number of each note it refers to in place of the sign, and its marks moved along."""
    signs = [(mark.start, numbers[mark.target]) for mark in block.marks if mark.kind is MarkKind.NOTE]

    def moved(at: int) -> int:
        return at + sum(len(number) - 1 for start, number in signs if start < at)

    text = block.text
    for start, number in reversed(signs):
        text = text[:start] + number + text[start + 1 :]
    marks = tuple(mark._replace(start=moved(mark.start), end=moved(mark.end)) for mark in block.marks)
    return replace(block, text=text, marks=marks)


def _contact(contacts: Iterable[Contact], pattern: str) -> Block:
    """Whom to ask, with a link on each address of e-mail and each telephone number, to the letter (N02)."""
    text, behind = pattern.split("{contacts}")
    marks: list[Mark] = []
    for n, contact in enumerate(contacts):
        start = len(text) + (2 if n else 0)
        text += f"{'; ' if n else ''}{contact}"
        if contact.email:
            at = text.index(contact.email, start + len(contact.name))
            marks.append(Mark(at, at + len(contact.email), MarkKind.LINK, f"mailto:{quote(contact.email, safe='@+')}"))
        if _DIALLED.fullmatch(contact.phone):
            number = re.sub(r"[^+0-9]", "", contact.phone)
            marks.append(Mark(len(text) - len(contact.phone), len(text), MarkKind.LINK, f"tel:{number}"))
    return Block("contact", Role.CONTACT, text + behind, marks=tuple(marks))
