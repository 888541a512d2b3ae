"""`contacts` in the front matter of a statement: whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from statement_kit.diagnostics import Location
from statement_kit.passages import numbered
from statement_kit.press import CONTACT, Contact
from statement_kit.source.table_values import TABLE, TEXT, Key, are_texts, array_tables, names_by_language, table_values
from statement_kit.source.toml_lines import KeyPath
from statement_kit.source.toml_table import TomlTable, wrong

_CONTACTS = "contacts"
_ADDRESS = 'email = "name@example.org"'
_PHONE = 'phone = "+855 12 345 678"'


def _keys(tags: Sequence[str]) -> Mapping[str, Key]:
    spoken = Key(
        f'some of the languages of this statement, {", ".join(tags)}: languages = ["{tags[0]}"]',
        lambda value: are_texts(value) and set(value) <= set(tags),
    )
    return {
        "email": Key(f"an address: {_ADDRESS}", lambda value: isinstance(value, str) and (not value or "@" in value)),
        "phone": Key(f"a number in quotes: {_PHONE}", lambda value: isinstance(value, str)),
        "name": Key("a name in quotes", lambda value: isinstance(value, str)),
        "role": TEXT,
        "hours": TEXT,
        "languages": spoken,
        "names": TABLE,
    }


def take_contacts(front: TomlTable, tags: Sequence[str]) -> tuple[Contact, ...]:
    """Whom to ask; what is wrong is reported.

    Args:
        front: The front matter.
        tags: The languages of the statement.
    """
    keys = _keys(tags)
    return tuple(
        contact
        for path, table in array_tables(front, _CONTACTS, f"{{ {_ADDRESS} }}")
        for contact in _read(front, path, table, keys, tags)
    )


def contact_places(front: TomlTable, contacts: Sequence[Contact]) -> Iterator[tuple[str, Location]]:
    """Where contacts stand, and each of their clauses."""
    yield CONTACT, front.where(_CONTACTS)
    for number, (name, _) in enumerate(numbered(CONTACT, contacts)):
        yield name, front.where_at(_CONTACTS, number)
        yield from ((f"{name}.{part}", front.where_at(_CONTACTS, number, part)) for part in ("role", "hours"))


def _read(
    front: TomlTable, path: KeyPath, table: Mapping[str, Any], keys: Mapping[str, Key], tags: Sequence[str]
) -> Iterator[Contact]:
    """The contact of a table, if somebody can be reached by it."""
    values = table_values(front, path, table, keys)
    if not any(table.get(key) for key in ("email", "phone")):
        message, hint = "A contact says neither where to write nor where to call.", f"Add {_ADDRESS}, or {_PHONE}."
        front.diagnostics.append(wrong("missing-key", message, front.where_at(*path), hint))
    names = names_by_language(front, (*path, "names"), values.get("names", {}), tags)
    if values.get("email") or values.get("phone"):
        yield Contact(**{**values, "languages": tuple(values.get("languages", ())), "names": names})
