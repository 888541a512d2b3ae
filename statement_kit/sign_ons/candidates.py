"""Everything that a column may mean, and how much speaks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from statement_kit.register.columns import language_column
from statement_kit.sign_ons.answers import canonical
from statement_kit.sign_ons.evidence import CONTENTS, MOST, Column, Context, without_language
from statement_kit.sign_ons.fields import ANSWERS, BY_LANGUAGE, IGNORED, is_field
from statement_kit.sign_ons.header_topics import ORGANISATION_NAME, PERSON_NAME, topics_of
from statement_kit.sign_ons.headers import header_words
from statement_kit.sign_ons.source_kinds import IN_WORDS, LIST, TABLE
from statement_kit.sign_ons.technical_names import COVERED, EVERYWHERE, IGNORED_PREFIXES, TECHNICAL

REGISTER, BY_NAME, SHORT, LONG, CELLS = 120, 100, 80, 60, 40
"""How good a guess is: by the list's own name, by a source's name, by a short header, by a long one, by the cells."""

_HALF, _NEARLY_ALL = 0.5, 0.9
"""Which part of the cells must be what a field holds, where the header asks for it, and where it does not."""

_SHORT_WORDS, _SHORT_LETTERS = 6, 60
"""How much a header may say and still be a name rather than a question."""

_VAGUE = frozenset({"consent", "i agree", "agree"})
"""Headers that do not say what is consented to: it may be the storing of data, not the printing of a name."""

_TICKS = frozenset({"0", "1", "TRUE", "FALSE", "true", "false", "0.0", "1.0"})


class Candidate(NamedTuple):
    """One thing that a column may mean.

    Attributes:
        field: The field, or `IGNORED`.
        score: How much speaks for it, of the same order as `BY_NAME` and its like.
        why: The same in words.
        is_sure: Whether a person need not look at it.
    """

    field: str
    score: int
    why: str
    is_sure: bool


def candidates(column: Column, context: Context) -> Iterator[Candidate]:
    """Everything that a column may mean."""
    field = column.header if language_column(column.header) else column.header.casefold()
    is_own = field in BY_LANGUAGE or language_column(field) is not None or context.source in (LIST, TABLE)
    if is_own and is_field(field):
        yield from _as_register(column, field, context)
    technical = list(_by_technical_name(column, context))
    yield from technical
    if not any(one.field == IGNORED for one in technical):
        yield from _by_words(column, context)
        yield from _by_cells(column)


def _as_register(column: Column, field: str, context: Context) -> Iterator[Candidate]:
    """That a column is called as the register or this kit calls a field.

    “name” beside a column of organisations is rather who fills in the form than who signs.
    """
    if field == "name" and context.has_organisations:
        return
    if column.fit(field) > _HALF:
        yield Candidate(field, REGISTER, "it is called as the list calls it", column.words not in _VAGUE)


def _by_technical_name(column: Column, context: Context) -> Iterator[Candidate]:
    source = context.source
    for covering, covered in COVERED.get(source, {}).items():
        if covering in context.names and column.name in covered:
            yield Candidate(IGNORED, BY_NAME, f"the column “{covering}” says it already", True)
            return
    for names, why in ((TECHNICAL.get(source, {}), f"{IN_WORDS[source]} calls it so"), (EVERYWHERE, "it is called so")):
        for field, known in names.items():
            if column.name in known:
                yield Candidate(field, BY_NAME - known.index(column.name), why, True)
                return
    if column.name.startswith(tuple(IGNORED_PREFIXES.get(source, ()))):
        yield Candidate(IGNORED, BY_NAME, f"{IN_WORDS[source]} adds it by itself", True)


def _by_words(column: Column, context: Context) -> Iterator[Candidate]:
    """What the words of the header ask for: those of its last part first, then those of its groups too."""
    last = header_words(without_language(column.header).rpartition("/")[2]) if "/" in column.header else column.words
    for words in dict.fromkeys((last, column.words)):
        for topic in topics_of(words):
            if words == last != column.words and topic in ("name", "first_name", "title"):
                break  # whose name it is, the group says
            found = [one for one in _of_topic(topic, column, context) if _may_be(one.field, column)]
            if found:
                yield from found
                return


def _may_be(field: str, column: Column) -> bool:
    """Whether the cells of a column can be what a field holds, or answers that nobody has explained yet."""
    return column.fit(field) > _HALF or (field in ANSWERS and column.is_choice())


def _of_topic(topic: str, column: Column, context: Context) -> Iterator[Candidate]:
    """The fields that a topic may be, by what else the table has."""
    is_short = len(column.words.split()) <= _SHORT_WORDS and len(column.words) <= _SHORT_LETTERS
    is_confirmed = topic in CONTENTS and bool(column.cells) and column.fit(topic) >= MOST
    is_sure = (is_short or is_confirmed) and column.words not in _VAGUE and column.fit(topic) > _HALF
    make = partial(Candidate, score=SHORT if is_short else LONG, is_sure=is_sure)
    tag = column.language
    if topic == ORGANISATION_NAME:
        yield from _organisation(make, tag, context)
        if context.has_english and not tag and (letters := column.letters):
            why = "another column asks for English, and this one has other letters"
            yield Candidate(f"name:{letters}", SHORT + 1, why, False)
    elif topic == PERSON_NAME or (topic == "name" and context.has_organisations and not tag):
        field = "person" if context.has_organisations else "name"
        yield make(field=field, why="it asks for the name of a person" if field == "person" else "it asks for a name")
    elif topic in BY_LANGUAGE and (tag or topic == "transliteration"):
        yield from _of_language(make, topic, tag)
    else:
        why = "nothing of it is printed" if topic == IGNORED else f"it asks for “{topic}”"
        yield make(field=topic, why=why)


def _organisation(make: Callable[..., Candidate], tag: str | None, context: Context) -> Iterator[Candidate]:
    """The name of an organisation: of the one that signs, or where it is a person's, of the one they work for."""
    if tag:
        yield from _of_language(make, "name", tag)
        return
    found = [
        make(field="organisation", why="it asks for an organisation"),
        make(field="name", why="it asks for the name of an organisation"),
    ]
    best, second = found if context.has_persons else reversed(found)
    yield best
    yield second._replace(score=LONG - 1)


def _of_language(make: Callable[..., Candidate], field: str, tag: str | None) -> Iterator[Candidate]:
    """A field in a language. English is what a list is in where nothing else says so; then it is the field itself."""
    if tag is None:
        return
    if tag == "en" and field != "transliteration":
        yield make(field=field, why="it asks for it in English")
    local = make(field=f"{field}:{tag}", why="it names the language")
    yield local._replace(score=local.score - 1)


def _by_cells(column: Column) -> Iterator[Candidate]:
    """What the cells themselves can be, where they can be one thing only."""
    if not column.cells:
        return
    for field, what in (
        ("email", "e-mail addresses"),
        ("website", "websites"),
        ("signed", "dates"),
        ("country", "countries"),
    ):
        if column.share(CONTENTS[field]) > _NEARLY_ALL:
            yield Candidate(field, CELLS, f"it holds {what}", False)


def boxes(columns: Sequence[Column]) -> dict[str, list[Candidate]]:
    """Columns of boxes to tick, one for each answer to a question: `kinds/network`, with 1 or 0.

    Where the answers stand in a column of their own too, that one is taken.
    """
    stems = Counter(column.header.rpartition("/")[0] for column in columns if "/" in column.header)
    whole = {column.header for column in columns}
    found: dict[str, list[Candidate]] = {}
    for column in columns:
        stem, _, answer = column.header.rpartition("/")
        if stems[stem] < 2 or not _is_ticks(column):
            continue
        topics = list(topics_of(header_words(stem)))
        field = next((topic for topic in topics if topic in ANSWERS and canonical(topic, answer) is not None), None)
        if stem in whole:
            found[column.header] = [Candidate(IGNORED, BY_NAME, "another column has all answers together", True)]
        elif field:
            meant = f"{field}={canonical(field, answer)}"
            found[column.header] = [Candidate(meant, BY_NAME, "it is ticked where this is the answer", True)]
        else:
            found[column.header] = [Candidate(IGNORED, 0, "nothing tells what is ticked here", False)]
    return found


def _is_ticks(column: Column) -> bool:
    return bool(column.cells) and all(cell in _TICKS for cell in column.cells)
