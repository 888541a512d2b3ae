"""Where a table comes from, by its header."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from statement_kit.sign_ons.headers import technical_name

GOOGLE_FORMS = "google-forms"
KOBOTOOLBOX = "kobotoolbox"
ACTION_NETWORK = "action-network"
OSDI = "osdi"
CIVICRM = "civicrm"
LIST = "list"
TABLE = "table"

IN_WORDS = {
    GOOGLE_FORMS: "Google Forms",
    KOBOTOOLBOX: "KoboToolbox",
    ACTION_NETWORK: "Action Network",
    OSDI: "OSDI",
    CIVICRM: "CiviCRM",
    LIST: "a plain list",
    TABLE: "a table",
}
"""What each source is called in a message."""

TIMESTAMPS = frozenset({"timestamp", "ប្រព័ន្ធពេលវេលា", "ត្រាពេលវេលា", "ประทับเวลา"})
"""What Google Forms calls its first column: “timestamp” in English, Khmer (twice) and Thai."""

_KOBO = frozenset({"_uuid", "_submission_time", "_validation_status", "_submitted_by", "meta/instanceid"})
_ACTION_NETWORK = frozenset({"referrer", "zip_code", "source_code", "subscribed", "created_at"})
_CIVICRM = frozenset(
    {"contact_type", "display_name", "activity_id", "activity_type", "activity_date", "activity_status", "sort_name"}
)


def _is_kobo(names: frozenset[str]) -> bool:
    return len(names & _KOBO) > 1


def _is_action_network(names: frozenset[str]) -> bool:
    return any(name.startswith("can2_") for name in names) or ("uuid" in names and len(names & _ACTION_NETWORK) > 1)


def _is_osdi(names: frozenset[str]) -> bool:
    return any(name.endswith("given_name") or name.startswith("email_addresses/") for name in names)


def _is_civicrm(names: frozenset[str]) -> bool:
    return bool({"contact_id", "activity_id"} & names) and bool(names & _CIVICRM)


_TESTS: Sequence[tuple[str, Callable[[frozenset[str]], bool]]] = (
    (KOBOTOOLBOX, _is_kobo),
    (ACTION_NETWORK, _is_action_network),
    (OSDI, _is_osdi),
    (CIVICRM, _is_civicrm),
)


def source_of(header: Sequence[str]) -> str:
    """The source of a table with this header; `TABLE` if no known one writes such a header."""
    names = frozenset(map(technical_name, header))
    for source, is_it in _TESTS:
        if is_it(names):
            return source
    return GOOGLE_FORMS if header and header[0].casefold() in TIMESTAMPS else TABLE
