"""From a statement to its document: every label, date and word of the kit is computed here, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from statement_kit.document.annex import annex_blocks, wall
from statement_kit.document.blocks import Block, Document, NoteLabels, PageLabels, Role
from statement_kit.document.contacts import contact_blocks
from statement_kit.document.counts import with_counts
from statement_kit.document.press import PressWriter
from statement_kit.document.spoken import final_text
from statement_kit.languages.dates import format_date
from statement_kit.languages.numbers import in_digits, label, letter_label
from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import Language, get_language
from statement_kit.markup import LINE_END, MarkKind, note_id, parse_inline
from statement_kit.model import Demand, Statement, check_annex, checked_lexicon, part_ids
from statement_kit.passages import ItemList, Passage, Quotation, numbered, speaker_id

BULLET = "•"


def compose(
    statement: Statement,
    words: Mapping[str, str],
    lexicon: tuple[str, ...] | list[str] = (),
    *,
    embargoed: bool = False,
) -> Document:
    """Give each text of the statement its role, label and final form.

    Args:
        statement: The statement, already in the language it is to be read in.
        words: The kit's own words in that language, by key (see `translation.words`).
        lexicon: Words that stay whole on a line, beside those the language has (L10).
        embargoed: Whether it is a copy for journalists, which says until when nobody may print it, if somebody asked
            for that; else it is for release.

    Raises:
        SourceError: The lexicon is no tuple or list of texts, a link leads to an annex that nobody has signed, or
            nobody knows what a language is called in which it is said to be available.
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
    writer = PressWriter(statement, words, language, embargoed=embargoed)
    composer = _Composer(statement, language, writer)
    return Document(
        language=language,
        title=title_of(statement),
        issued=statement.issued.isoformat(),
        blocks=(
            *writer.above(),
            Block("kind", Role.KIND, typographic(kind, language)),
            *composer.with_notes(composer.blocks(words, date)),
            *annex_blocks(statement, words, language),
        ),
        running_head=" · ".join(filter(None, (writer.embargo, kind, date))),
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
    return replace(
        document,
        title=f"{words}: {document.title}",
        blocks=tuple(
            replace(block, text=f"{words} · {block.text}") if block.role is Role.KIND else block
            for block in document.blocks
        ),
        running_head=f"{words} · {document.running_head}",
        draft=words,
    )


def title_of(statement: Statement) -> str:
    """The title of a statement as metadata have it: final, and on one line."""
    statement = with_counts(statement)
    title = final_text(parse_inline(statement.title), get_language(statement.language))
    return title.replace(LINE_END, " ").replace("\u200b", "")  # where lines may end is no part of a title


@dataclass(frozen=True, slots=True)
class _Composer:
    """Makes the blocks of one statement in one language."""

    statement: Statement
    language: Language
    press: PressWriter

    def block(self, clause_id: str, role: Role, text: str, mark: str = "", number: int = 0) -> Block:
        """A clause's block, its references to notes still without their numbers."""
        inline = parse_inline(text)
        return Block(clause_id, role, final_text(inline, self.language), mark, inline.marks, number)

    def blocks(self, words: Mapping[str, str], date: str) -> Iterator[Block]:
        """Everything from the title to the annex; names and addresses are data (N02, N17)."""
        statement = self.statement
        yield self.block("title", Role.TITLE, statement.title)
        yield from self.press.below_title()
        yield from self.press.ended(self._text())
        yield from contact_blocks(statement.contacts, words, self.language)
        if not statement.press.place:  # else the dateline has it
            yield Block("issued", Role.ISSUED, typographic(words["issued"].format(date=date), self.language))
        for kind, back in statement.press.back:
            yield self.press.back_heading(kind, back.heading)
            yield from self._passages(kind, Role.BACK_TEXT, back.passages)
        yield from self.press.availability()

    def _text(self) -> Iterator[Block]:
        """The preamble and the parts."""
        yield from self.press.with_dateline(self._passages("preamble", Role.LEAD, self.statement.preamble))
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
                case Quotation(paragraphs, speaker):
                    yield from (self.block(*one) for one in _with_role(passage_id, Role.QUOTATION, paragraphs))
                    if speaker:
                        yield self.press.attribution(speaker_id(passage_id), speaker)
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
        due: list[str] = []
        for block in blocks:
            if block.role is not Role.ATTRIBUTION:  # who speaks stands right below the words, their notes behind both
                yield from (self.block(target, Role.NOTE, notes[target], numbers[target]) for target in due)
                due.clear()
            wanted = dict.fromkeys(mark.target for mark in block.marks if mark.kind is MarkKind.NOTE)
            for target in wanted:
                if target not in numbers:
                    numbers[target] = in_digits(len(numbers) + 1, self.language.label_digits)
                    due.append(target)
            yield _with_numbers(block, numbers)
        yield from (self.block(target, Role.NOTE, notes[target], numbers[target]) for target in due)


def _as_in_the_text(unit: str, language: Language) -> str:
    """A unit of the lexicon with the quotation marks it has in the text, where there are no bars (N09, L10)."""
    chars = iter(typographic(unit.replace("|", ""), language))
    return "".join(char if char == "|" else next(chars) for char in unit)


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
