"""The statement that is measured, in any of its languages, and endless variations of it of the same length."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from statement_kit import Statement, load_catalog, load_folder, translate
from statement_kit.document.blocks import Document
from statement_kit.document.compose import compose
from statement_kit.resources import translations_folder
from statement_kit.translation.words import load_words

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "border-ceasefire"


def statement_in(language: str) -> Statement:
    """The example in a language."""
    source = load_folder(FOLDER).statement
    return source if language == source.language else translate(source, load_catalog(FOLDER, language)).statement


def document_of(statement: Statement) -> Document:
    """The blocks every contender sets: the kit's own document, with all labels, dates and words final."""
    return compose(statement, load_words(statement.language, translations_folder()))


def varied(statement: Statement, run: int) -> Statement:
    """The statement with the words of each text turned round by `run` places; 0 leaves it as it is.

    Every paragraph, heading and name differs from run to run while length, letters and words stay, so that
    no cache of a document or a paragraph answers. Caches of words do, as they would in daily use.
    """
    texts = {clause.id: turned(clause.text, run) for clause in statement.clauses()}
    endorsers = tuple(replace(entry, name=turned(entry.name, run)) for entry in statement.endorsers)
    return replace(statement.translated(texts, statement.language), endorsers=endorsers)


def turned(text: str, places: int) -> str:
    """A text with its words turned round by so many places."""
    words = text.split(" ")
    at = places % len(words)
    return " ".join(words[at:] + words[:at])
