"""`contacts` in the front matter of a statement: whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from statement_kit.diagnostics import Location
from statement_kit.passages import numbered
from statement_kit.press import CONTACT, Contact
from statement_kit.source.table_values import TABLE, TEXT, Key, are_texts, array_tables, names_by_language, table_values
from statement_kit.source.toml_lines import KeyPath
from statement_kit.source.toml_table import TomlTable

_CONTACTS = "contacts"
_ADDRESS = 'email = "name@example.org"'
_PHONE = 'phone = "+855 12 345 678"'
_WRONG = Contact(phone="…")
"""What stands for a contact that could not be read, so that those behind it keep their places."""


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
    tables = array_tables(front, _CONTACTS, f"{{ {_ADDRESS} }}")
    return tuple(_WRONG if table is None else _contact(front, path, table, keys, tags) for path, table in tables)


def contact_places(front: TomlTable, contacts: Sequence[Contact]) -> Iterator[tuple[str, Location]]:
    """Where contacts stand, and each of their clauses."""
    yield CONTACT, front.where(_CONTACTS)
    for number, (name, _) in enumerate(numbered(CONTACT, contacts)):
        yield name, front.where_at(_CONTACTS, number)
        yield from ((f"{name}.{part}", front.where_at(_CONTACTS, number, part)) for part in ("role", "hours"))


def _contact(
    front: TomlTable, path: KeyPath, table: Mapping[str, Any], keys: Mapping[str, Key], tags: Sequence[str]
) -> Contact:
    """The contact of a table; what is wrong with it was reported, and the rest is looked at all the same."""
    values = table_values(front, path, table, keys)
    names = names_by_language(front, (*path, "names"), values.get("names", {}), tags)
    contact = Contact(**{**values, "languages": tuple(values.get("languages", ())), "names": names})
    is_read = values.keys() == table.keys()
    return contact if is_read or contact.email or contact.phone else replace(contact, phone=_WRONG.phone)
