"""What newsrooms expect around a text: status, reference, dateline, who speaks, the end, and what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from statement_kit.document.blocks import Block, Role
from statement_kit.document.contacts import attributed
from statement_kit.document.naming_languages import language_list, named_language
from statement_kit.document.spoken import Spoken, clause_text, filled_pattern, joined
from statement_kit.languages.clock import time_words
from statement_kit.languages.dates import format_date
from statement_kit.languages.numbers import in_digits
from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import Language
from statement_kit.markup import Mark, MarkKind
from statement_kit.model import Kind, Statement
from statement_kit.passages import numbered
from statement_kit.press import ADDRESSEE, REVISION, BackKind, Press

_BETWEEN = " · "

_ENDS = frozenset((Role.LEAD, Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION))
"""Roles of what a text can end with."""

_CLOSING = re.compile(r"[\s”’»›)\]\u200b-\u200d\u2060\ufffc]*\Z")
"""What may stand behind the last mark of a text: quotation marks, brackets, references to notes, signs without ink."""


class PressWriter:
    """Makes the furniture of one statement in one language.

    Args:
        statement: The statement, its counts written out.
        words: The kit's own words, by key.
        language: The language of both.
        embargoed: Whether it says until when nobody may print it; else it is for release.
    """

    def __init__(self, statement: Statement, words: Mapping[str, str], language: Language, *, embargoed: bool) -> None:
        self._statement = statement
        self._press: Press = statement.press
        self._words = words
        self._language = language
        self._embargoed = embargoed

    def _own(self, block_id: str, role: Role, key: str) -> Block:
        """A block of the kit's own words."""
        return Block(block_id, role, typographic(self._words[key], self._language))

    def _filled(self, key: str, **values: Spoken | str) -> Spoken:
        return filled_pattern(self._words[key], self._language, **values)

    @property
    def embargo(self) -> str:
        """Until when nobody may print it; empty where it does not say so."""
        if not (self._embargoed and self._press.embargo):
            return ""
        return self._filled("status.embargo", **time_words(self._press.embargo, self._language)).text

    def above(self) -> Iterator[Block]:
        """The lines above the kind: status and reference."""
        if status := _BETWEEN.join(self._status()):
            yield Block("status", Role.STATUS, status)
        if reference := self._press.reference:
            text = self._filled("reference", reference=typographic(reference, self._language)).text
            yield Block("reference", Role.REFERENCE, text)

    def _status(self) -> Iterator[str]:
        press = self._press
        if self.embargo:
            yield self.embargo
        elif press.status or press.embargo:
            yield self._filled("status.immediate").text
        if press.revision:
            number = in_digits(press.revision.number, self._language.date_digits)
            day = format_date(press.revision.date, self._language)
            yield self._filled("status.revision", number=number, date=day).text

    def below_title(self) -> Iterator[Block]:
        """What changed, and to whom it is written."""
        if revision := self._press.revision:
            note = clause_text(revision.note, self._language)
            yield _block(REVISION, Role.REVISION, self._filled("revision", note=note))
        for one_id, one in numbered(ADDRESSEE, self._press.to):
            yield _block(one_id, Role.ADDRESSEE, self._filled("to", to=clause_text(one, self._language)))

    def with_dateline(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks of the preamble, the dateline run in at the head of the first."""
        dateline = self._dateline()
        for n, block in enumerate(blocks):
            if n or not dateline.text:
                yield block
            else:
                text, marks = dateline + Spoken(" ") + Spoken(block.text, block.marks)
                yield replace(block, text=text, marks=marks)

    def _dateline(self) -> Spoken:
        if not self._press.place:
            return Spoken("")
        place, day = clause_text(self._press.place, self._language), format_date(self._statement.issued, self._language)
        return self._filled("dateline", place=place, date=day).marked(MarkKind.STRONG)

    def attribution(self, block_id: str, key: str) -> Block:
        """Who speaks, below a quotation."""
        speaker = self._press.speaker(key)
        name = speaker.called_in(self._language.tag)
        return _block(block_id, Role.ATTRIBUTION, attributed(name, speaker.role, self._words, self._language))

    def ended(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks of the text, its end marked as is the language's custom, if it is to be marked (N10)."""
        is_marked = self._press.end_mark
        if is_marked is None:
            is_marked = self._statement.kind == Kind.PRESS_RELEASE
        if not is_marked:
            yield from blocks
        elif self._language.end_mark:
            yield from with_end_mark(list(blocks), self._language)
        else:
            yield from blocks
            yield self._own("end-mark", Role.END_MARK, "end-mark")

    def back_heading(self, kind: BackKind, heading: str) -> Block:
        """The heading of what stands behind the text: the author's, or the kit's."""
        if heading:
            return _block(kind, Role.BACK_HEADING, clause_text(heading, self._language))
        return self._own(kind, Role.BACK_HEADING, f"back.{kind}")

    def availability(self) -> Iterator[Block]:
        """In which languages it is there, and which version prevails."""
        sentences = []
        if tags := self._press.languages:
            names = language_list(tags, self._words, self._language)
            sentences.append(self._filled("available", languages=names))
        if tag := self._press.prevails:
            name = named_language(tag, self._words, self._language)
            sentences.append(self._filled("prevails", language=name))
        if sentences:
            yield _block("availability", Role.AVAILABILITY, joined(sentences, " "))


def _block(block_id: str, role: Role, spoken: Spoken) -> Block:
    return Block(block_id, role, spoken.text, marks=spoken.marks)


def with_end_mark(blocks: list[Block], language: Language) -> list[Block]:
    """The blocks of a text, the last sentence ending with the mark of a whole text, where the language has one.

    It stands instead of the full stop; or behind the last word, where there is neither.
    """
    last = next((n for n in reversed(range(len(blocks))) if blocks[n].role in _ENDS), None)
    if last is None:
        return blocks
    return [*blocks[:last], _ended(blocks[last], language), *blocks[last + 1 :]]


def _ended(block: Block, language: Language) -> Block:
    closing = _CLOSING.search(block.text)
    at = closing.start() if closing else len(block.text)
    last = block.text[at - 1 : at]
    if last == language.end_mark:
        return block
    if last == language.full_stop and not block.text.endswith(language.stopped_abbreviations, 0, at):
        return replace(block, text=f"{block.text[: at - 1]}{language.end_mark}{block.text[at:]}")
    return _inserted(block, at, language.end_mark)


def _inserted(block: Block, at: int, mark: str) -> Block:
    """The block with a mark put into its text; what stands out behind it moves along, what ends there does not grow."""
    by = len(mark)

    def moved(one: Mark) -> Mark:
        return one._replace(start=one.start + (by if one.start >= at else 0), end=one.end + (by if one.end > at else 0))

    return replace(block, text=block.text[:at] + mark + block.text[at:], marks=tuple(map(moved, block.marks)))
