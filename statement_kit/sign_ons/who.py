"""Who signs: an organisation, a network or a person, from the several names that a form asks for.

A form for organisations asks for the name of a person too, who fills it in. That name is printed of nobody but those
who sign themselves; where it cannot be told who does, it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from statement_kit.register.columns import language_column

INDIVIDUAL = "individual"


def who_signs(texts: Mapping[str, str], kind: str) -> dict[str, str] | None:
    """The facts about who signs, by column of the register; None if it may be a person or their organisation.

    Args:
        texts: The cells of a row that are printed, by field.
        kind: What signs; empty if nothing says so.
    """
    person = person_of(texts)
    has_body = bool(texts.get("name") or texts.get("organisation"))
    if not kind and person and not has_body:
        kind = INDIVIDUAL
    if not kind and _is_doubtful(texts, person):
        return None
    facts = dict(_individual(texts, person) if kind == INDIVIDUAL else _body(texts))
    return {**facts, "kind": kind} if kind else facts


def person_of(texts: Mapping[str, str]) -> str:
    """The name of a person, from one column or from two."""
    return texts.get("person") or " ".join(filter(None, (texts.get("first_name"), texts.get("last_name"))))


def _is_doubtful(texts: Mapping[str, str], person: str) -> bool:
    """Whether a row names, or describes, both a person and a body."""
    body = [text for text in (texts.get("name"), texts.get("organisation")) if text]
    return bool(body) and (bool(person or texts.get("title")) or len(set(body)) > 1)


def _individual(texts: Mapping[str, str], person: str) -> Iterator[tuple[str, str]]:
    """A person: the name, and as title what they are and where."""
    name = texts.get("name", "")
    works_at, title = texts.get("organisation", ""), texts.get("title", "")
    parts = [title, "" if works_at.casefold() in title.casefold() else works_at]
    yield "name", person or name
    yield "title", ", ".join(filter(None, parts))
    for field, text in texts.items():
        local = language_column(field)
        # Beside a person's own name, names in other languages are those of the organisation.
        if local and (local[0] == "title" or not person):
            yield field, text


def _body(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """An organisation or a network, without whoever filled in the form."""
    yield "name", texts.get("name") or texts.get("organisation", "")
    yield "acronym", texts.get("acronym", "")
    yield from (
        (field, text) for field, text in texts.items() if (local := language_column(field)) and local[0] != "title"
    )
