"""Websites as people type them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from statement_kit.markup.private import EMAIL, IP, TELEPHONE, private_kinds

_SIGNS = re.compile(r"[^\s<>\"'\\^`{|}\x00-\x1f]+")
_HOST = re.compile(r"(?:[^\s./:@]{1,63}\.)+[^\s./:@\d][^\s./:@]{1,62}")
_ORDINARY = re.compile(r"(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?:/[a-z/_.-]*)?", re.IGNORECASE)
"""Most websites: nothing in them needs a further look."""

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_CHATS = frozenset({"wa.me", "api.whatsapp.com", "t.me", "signal.me", "line.me", "viber.click"})
"""Hosts whose addresses are people's telephone numbers, more often than not."""

MOST_CHARACTERS = 500


def website_of(text: str) -> str | None:
    """The address of a website, with `https://` where it was left out; None if it is none, or somebody's own number."""
    text = text.strip()
    url = text if _SCHEME.match(text) else f"https://{text}"
    return url if is_website(url) else None


def is_website(text: str) -> bool:
    """Whether a text is the address of a website, with or without `https://`."""
    if len(text) > MOST_CHARACTERS or not _SIGNS.fullmatch(text):
        return False
    if _ORDINARY.fullmatch(text):
        return True
    scheme = _SCHEME.match(text)
    try:
        parts = urlsplit(text if scheme else f"https://{text}")
        host, port = parts.hostname or "", parts.port
    except ValueError:  # brackets or a port that no address has
        return False
    if parts.username is not None or port == 0 or not _HOST.fullmatch(host):
        return False
    private = private_kinds(text)
    return EMAIL not in private and IP not in private and not (TELEPHONE in private and host in _CHATS)
