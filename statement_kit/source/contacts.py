"""`contacts` in the front matter of a statement: whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from statement_kit.diagnostics import Location
from statement_kit.press import CONTACT, Contact
from statement_kit.source.table_values import are_texts, is_text
from statement_kit.source.toml_table import TomlTable

_KEY = "contacts"
_KEYS = ("email", "name", "phone", "role", "hours", "languages", "names")
_HINT = 'A contact is { email = "name@example.org" }, with name = "…" and phone = "…" if wanted.'
_MORE = 'Also if wanted: role = "…", hours = "…", languages = ["km", "en"], names = { km = "…" }.'


def take_contacts(front: TomlTable, tags: Sequence[str]) -> tuple[Contact, ...]:
    """Whom to ask; what is wrong is reported.

    Args:
        front: The front matter.
        tags: The languages of the statement.
    """
    return tuple(contact for entry in front.take(_KEY, list, []) or [] for contact in _read(front, entry, tags))


def contact_places(front: TomlTable, contacts: Sequence[Contact]) -> Iterator[tuple[str, Location]]:
    """Where contacts stand, and each of their clauses."""
    where = front.where(_KEY)
    yield CONTACT, where
    for n, _ in enumerate(contacts, 1):
        yield from ((f"{CONTACT}.{n}.{part}", where) for part in ("role", "hours"))


def _read(front: TomlTable, entry: Any, tags: Sequence[str]) -> Iterator[Contact]:
    """A contact, if it is one."""
    if not isinstance(entry, dict):
        front.report("wrong-contact", _KEY, f"This contact cannot be read: {entry!r}.", f"{_HINT} {_MORE}")
        return
    if unknown := [key for key in entry if key not in _KEYS]:
        close = get_close_matches(unknown[0], _KEYS, 1)
        hint = f"Did you mean “{close[0]}”?" if close else f"{_HINT} {_MORE}"
        front.report("wrong-contact", _KEY, f"A contact has no key “{unknown[0]}”: {entry!r}.", hint)
    elif not _holds(entry):
        front.report("wrong-contact", _KEY, f"This contact cannot be read: {entry!r}.", f"{_HINT} {_MORE}")
    elif strange := [tag for tag in (*entry.get("languages", ()), *entry.get("names", ())) if tag not in tags]:
        message = f"A contact is for “{strange[0]}”, which is no language of this statement."
        front.report("wrong-contact", _KEY, message, f"Its languages are {', '.join(tags)}.")
    else:
        yield Contact(**{**entry, "languages": tuple(entry.get("languages", ()))})


def _holds(entry: Mapping[str, Any]) -> bool:
    """Whether every key of a contact holds what it may."""
    texts = [entry[key] for key in ("email", "name", "phone") if key in entry]
    names = entry.get("names", {})
    return (
        "@" in str(entry.get("email"))
        and all(isinstance(text, str) for text in texts)
        and all(is_text(entry[key]) for key in ("role", "hours") if key in entry)
        and ("languages" not in entry or are_texts(entry["languages"]))
        and isinstance(names, dict)
        and all(map(is_text, names.values()))
    )
