"""How many signed, written into the text: each count of a clause in the words and digits of its language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from statement_kit.diagnostics import Diagnostic, SourceError, gather
from statement_kit.languages.counting import NumberWordsError, in_text, in_words, plural_categories, plural_category
from statement_kit.languages.registry import Language, get_language
from statement_kit.markup.count_forms import Branch, Count, Form, chosen_branch, read_count, spoken
from statement_kit.markup.counts import count_faults, find_counts, plural_faults
from statement_kit.model import Clause, Statement

_MAY_GO_ON = re.compile(r"(?:<[^<>]*|&#?\w*)$")
"""What letters or digits behind it may make HTML, an address or an entity of (CommonMark 0.31.2, 2.5, 6.5, 6.6)."""


def with_counts(statement: Statement) -> Statement:
    """The statement with every count in its clauses written out, in its own language; itself if there is none.

    Raises:
        SourceError: With every count that cannot be written, or every clause that says nothing once they are.
        KeyError: The kit does not know the language.
    """
    clauses = statement.clauses()
    if not any("{" in clause.text for clause in clauses):
        return statement
    if not statement.endorsers and (problems := [_no_list(clause) for clause in clauses if find_counts(clause.text)]):
        raise SourceError(problems)
    counts, language = statement.counts(), get_language(statement.language)
    write = filled if statement.original_language else _written  # the guard knows translations, and drafts show both
    texts = gather(partial(write, clause.text, counts, language, clause.id) for clause in clauses)
    by_id = {clause.id: text for clause, text in zip(clauses, texts, strict=True)}
    return statement.translated(by_id, statement.language)


def _written(text: str, counts: Mapping[str, int], language: Language, clause: str) -> str:
    """A clause with its counts written out, if its plural forms are those of its language."""
    written = filled(text, counts, language, clause)
    if faults := list(plural_faults(text, plural_categories(language.tag))):
        raise SourceError(_problem("wrong", clause, f"contains {one.what}", one.hint) for one in faults)
    return written


def _no_list(clause: Clause) -> Diagnostic:
    """That a clause says how many signed, and nobody has."""
    hint = "Name a list of endorsers in the front matter on which somebody stands, or leave the count out."
    return _problem("no-list", clause.id, "says how many signed, and there is no list of them that names anybody", hint)


def filled(text: str, counts: Mapping[str, int], language: Language, clause: str | None = None) -> str:
    """A clause with its counts written out, and Markdown as before: what is written out is never markup itself.

    Args:
        text: The clause as it was typed.
        counts: How many there are, by every name of `statement_kit.markup.counts.COUNTS`.
        language: The language of the clause.
        clause: Its id, by which findings name it.

    Raises:
        SourceError: With every count that cannot be read, or that is wanted in words where ICU is not (L12).
    """
    if faults := list(count_faults(text)):
        raise SourceError(_problem("wrong", clause, f"contains {one.what}", one.hint) for one in faults)
    try:
        return _filled(text, _Writer(counts, language))
    except NumberWordsError as error:
        hint = "Install icu4py (pip install icu4py), or write the number in digits: {endorsers}."
        raise SourceError([_problem("no-words", clause, f"wants a number in words, and {error}", hint)]) from error


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes counts in one language."""

    counts: Mapping[str, int]
    language: Language

    def number(self, count: Count) -> str:
        """How many, in digits or words."""
        number = self.counts[count.name]
        if count.form is Form.DIGITS:
            return in_text(number, self.language)
        words = in_words(number, self.language)
        return words[:1].upper() + words[1:] if count.form is Form.CAPITAL else words

    def branch(self, count: Count) -> Branch:
        """The words that go with so many."""
        number = self.counts[count.name]
        return chosen_branch(count, number, plural_category(number, self.language.tag))


def _filled(text: str, writer: _Writer) -> str:
    done, at = "", 0
    for place in find_counts(text):
        done += text[at : place.start]
        written = spoken(read_count(place.pattern), writer.number, writer.branch, _as_markdown)
        done += _kept_apart(written) if _MAY_GO_ON.search(done) else written
        at = place.end
    return done + text[at:]


def _as_markdown(words: str) -> str:
    """Words within a count, so that Markdown reads them as they are; of all it reacts to they may hold an & only."""
    return words.replace("&", "\\&")


def _kept_apart(written: str) -> str:
    """The same to a reader, in Markdown that no sign before it can draw into itself."""
    return f"&#{ord(written[0])};{written[1:]}" if written[:1].isalnum() else written


def _problem(rule: str, clause: str | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"count/{rule}", f"{clause or 'The text'} {message}.", hint=hint, clause=clause)
