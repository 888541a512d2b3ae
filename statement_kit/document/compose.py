"""From a statement to its document: every label, date and word of the kit is computed here, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.dates import format_date
from statement_kit.languages.numbers import label
from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import Language, get_language
from statement_kit.model import Demand, Statement, part_ids


def compose(statement: Statement, words: Mapping[str, str]) -> Document:
    """Give each text of the statement its role, label and final form.

    Args:
        statement: The statement, already in the language it is to be read in.
        words: The kit's own words in that language, by key (see `translation.words`).

    Raises:
        KeyError: The kit does not know the statement's language, or lacks a word.
        ValueError: The date of issue cannot be written in the language (N07).
    """
    language = get_language(statement.language)
    kind = words[f"kind.{statement.kind}"]
    date = format_date(statement.issued, language)
    return Document(
        language=language,
        title=typographic(statement.title, language),
        issued=statement.issued.isoformat(),
        blocks=tuple(_blocks(statement, words, language, kind, date)),
        running_head=f"{kind} · {date}",
        page_labels=PageLabels(words["page"], language.label_digits),
    )


def _blocks(
    statement: Statement, words: Mapping[str, str], language: Language, kind: str, date: str
) -> Iterator[Block]:
    def block(block_id: str, role: Role, text: str, mark: str = "") -> Block:
        return Block(block_id, role, typographic(text, language), mark)

    def paragraphs(owner: str, role: Role, texts: tuple[str, ...]) -> Iterator[Block]:
        return (block(f"{owner}.{n}", role, text) for n, text in enumerate(texts, 1))

    yield block("kind", Role.KIND, kind)
    yield block("title", Role.TITLE, statement.title)
    yield from paragraphs("preamble", Role.LEAD, statement.preamble)
    for part_id, number, part in part_ids(statement.parts):
        if isinstance(part, Demand):
            yield block(part_id, Role.DEMAND_HEADING, part.heading, label(number, language))
        else:
            yield block(part_id, Role.SECTION_HEADING, part.heading)
        yield from paragraphs(part_id, Role.PARAGRAPH, part.paragraphs)
    if statement.contacts:
        contacts = "; ".join(map(str, statement.contacts))
        # Addresses and telephone numbers stay as they are to the letter (N02); only the kit's words are set.
        yield Block("contact", Role.CONTACT, typographic(words["contact"], language).format(contacts=contacts))
    yield block("issued", Role.ISSUED, words["issued"].format(date=date))
    if statement.endorsers:
        yield block("endorsed", Role.ANNEX_HEADING, words["endorsed"])
    for endorser in statement.endorsers:
        yield block(f"endorser.{endorser.number}", Role.ENDORSER, str(endorser), label(endorser.number, language))
