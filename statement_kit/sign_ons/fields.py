"""What a column of an export may be: the columns of the register, and what they are built from.

The list is closed. Whatever is none of these is `IGNORED`, and no part of it gets anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from statement_kit.register.columns import language_column

IGNORED = "ignored"

FIELDS: Mapping[str, str] = {
    "number": "the number it has in a published list",
    "name": "the name of who signs, as it is printed",
    "acronym": "the acronym that stands in brackets behind the name",
    "kind": "what signs: organisation, network or individual",
    "title": "of an individual: what they are, such as “Lecturer”",
    "organisation": "of an individual: where they work; of others: the name, where no column “name” has it",
    "person": "the full name of a person: of an individual who signs; of whoever filled in the form for others, and "
    "then it is left out",
    "first_name": "the first name of such a person",
    "last_name": "the last name of such a person",
    "capacity": "whether an individual signs in a personal capacity",
    "country": "the country, by name or code",
    "website": "the website",
    "signed": "when it was signed",
    "consent": "whether the name may be published: yes or no",
    "anonymous": "whether the name is to be withheld: yes or no",
    "standing": "named, withheld or withdrawn",
    "status": "what became of the sign-on: whoever has withdrawn is not printed",
    "logo_consent": "whether the logo may be shown: yes or no",
    "registration": "the id of the answer in its source, by which one is known again; it is not kept in the list",
    "email": "the e-mail address, by which one is known again; it is not kept in the list",
}
"""Every field that is the same for all languages, and what it holds, in words."""

BY_LANGUAGE: Mapping[str, str] = {
    "name": "the official name in that language",
    "acronym": "the acronym in that language",
    "title": "what an individual is, in that language",
    "transliteration": "the name in the letters of that language",
}
"""Every field that a language may have of its own, as `name:km`."""

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "kind": ("organisation", "network", "individual"),
    "capacity": ("personal", ""),
    "consent": ("yes", "no"),
    "anonymous": ("yes", "no"),
    "standing": ("named", "withheld", "withdrawn"),
    "status": ("named", "withheld", "withdrawn"),
    "logo_consent": ("yes", "no"),
}
"""Fields whose cells are answers out of a few, and what those are called here. Countries are such a field too."""

TAUGHT = frozenset({*ANSWERS, "country"})
"""Fields whose answers a mapping may explain."""

PRINTED = frozenset({"name", "acronym", "title", "organisation", "person", "first_name", "last_name"})
"""Fields whose cells are printed as they were typed; those that languages have are too."""

_WHERE_TICKED = re.compile(r"([a-z_]+)=([a-z]+)")


@lru_cache(maxsize=1024)
def is_field(text: str) -> bool:
    """Whether there is such a field: in `FIELDS`, of a language (`name:km`), or as a box to tick (`kind=network`)."""
    return text in FIELDS or language_column(text) is not None or ticked_field(text) is not None


@lru_cache(maxsize=1024)
def ticked_field(text: str) -> tuple[str, str] | None:
    """The field and the answer that a column of boxes stands for, as in `kind=network`; None for any other field.

    Forms with several answers to one question are exported so: a column for each answer, with 1 where it was ticked.
    """
    match = _WHERE_TICKED.fullmatch(text)
    return (match[1], match[2]) if match and match[2] in ANSWERS.get(match[1], ()) else None


@lru_cache(maxsize=1024)
def is_printed(field: str) -> bool:
    """Whether the cells of a field are printed as they were typed."""
    return field in PRINTED or language_column(field) is not None


def field_words(field: str) -> str:
    """What a field holds, for a sentence."""
    if local := language_column(field):
        return f"{BY_LANGUAGE[local[0]]} ({local[1]})"
    if ticked := ticked_field(field):
        return f"a box that is ticked where the answer to “{ticked[0]}” is “{ticked[1]}”"
    return FIELDS[field]
