"""What each source calls its columns, whatever the questions of the form are.

The field comes first, then the names for it, the best first; `IGNORED` are those that are never taken over. All names
are as `headers.technical_name` gives them. KoboToolbox adds the same columns to every form (the export task of its kpi
lists them), OSDI's are those of its person and its signature, CiviCRM's those of its export screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statement_kit.sign_ons.fields import IGNORED
from statement_kit.sign_ons.source_kinds import (
    ACTION_NETWORK,
    CIVICRM,
    GOOGLE_FORMS,
    KOBOTOOLBOX,
    LIST,
    OSDI,
    TIMESTAMPS,
)

TECHNICAL: Mapping[str, Mapping[str, Sequence[str]]] = {
    GOOGLE_FORMS: {"signed": tuple(sorted(TIMESTAMPS)), "email": ("email_address", "username")},
    KOBOTOOLBOX: {
        "registration": ("_uuid", "_id", "meta/instanceid"),
        "signed": ("_submission_time",),
        "status": ("_validation_status",),
        IGNORED: ("start", "end", "today", "username", "deviceid", "subscriberid", "simserial", "phonenumber"),
    },
    ACTION_NETWORK: {
        "registration": ("uuid", "id"),
        "email": ("email", "email_address"),
        "first_name": ("first_name",),
        "last_name": ("last_name",),
        "signed": ("created_at", "action_date"),
        "country": ("country",),
        IGNORED: (
            "zip_code",
            "postal_code",
            "city",
            "state",
            "street",
            "referrer",
            "source_code",
            "source",
            "page",
            "tags",
            "subscribed",
            "comments",
            "language",
        ),
    },
    OSDI: {
        "registration": ("identifiers/0", "id"),
        "email": ("email_addresses/0/address", "email_address", "email"),
        "first_name": ("given_name",),
        "last_name": ("family_name",),
        "signed": ("action_date", "created_date", "created_at"),
        "country": ("postal_addresses/0/country", "country"),
        "organisation": ("custom_fields/organization", "custom_fields/organisation", "employer"),
        "title": ("custom_fields/title", "custom_fields/job_title", "occupation"),
        IGNORED: ("modified_date", "modified_at", "comments", "gender", "ethnicities", "languages_spoken"),
    },
    CIVICRM: {
        "registration": ("activity_id", "contribution_id", "contact_id", "internal_contact_id"),
        "kind": ("contact_type",),
        "name": ("display_name",),
        "first_name": ("first_name",),
        "last_name": ("last_name",),
        "organisation": ("employer", "current_employer", "organization_name", "organisation_name"),
        "title": ("job_title",),
        "email": ("email", "primary_email"),
        "country": ("country",),
        "website": ("website", "url"),
        "signed": ("activity_date", "activity_date_time", "date_received", "created_date"),
        "status": ("activity_status", "contribution_status"),
        IGNORED: (
            "sort_name",
            "contact_subtype",
            "activity_type",
            "contact_source",
            "source",
            "subject",
            "details",
            "phone",
        ),
    },
    LIST: {"name": ("name",), "acronym": ("acronym",), IGNORED: ("number",)},
}
"""By source, the names of each field's columns."""

EVERYWHERE: Mapping[str, Sequence[str]] = {
    "first_name": ("first_name", "firstname", "given_name", "given_names"),
    "last_name": ("last_name", "lastname", "surname", "family_name"),
    "registration": ("uuid", "_uuid", "submission_id", "response_id", "registration_id"),
    IGNORED: ("number", "logo", "no", "nr", "ip", "user_agent"),
}
"""What is called the same wherever it comes from."""

COVERED: Mapping[str, Mapping[str, Sequence[str]]] = {
    KOBOTOOLBOX: {"_uuid": ("_id", "meta/instanceid")},
    OSDI: {"identifiers/0": ("id",), "action_date": ("created_date", "created_at")},
    CIVICRM: {
        "display_name": ("first_name", "last_name", "organization_name", "organisation_name"),
        "activity_id": ("contact_id", "internal_contact_id"),
    },
}
"""By source and name, the columns that say nothing more where that one is there."""

IN_UTC: Mapping[str, str] = {KOBOTOOLBOX: "_submission_time"}
"""By source, the column whose times are in UTC without saying so (kobotoolbox/kpi issue 3941)."""

IGNORED_PREFIXES: Mapping[str, Sequence[str]] = {
    KOBOTOOLBOX: ("_", "meta/", "formhub/"),
    ACTION_NETWORK: ("can2_", "utm_"),
    OSDI: (
        "email_addresses/",
        "postal_addresses/",
        "phone_numbers/",
        "referrer_data/",
        "identifiers/",
        "_links/",
        "profiles/",
    ),
    CIVICRM: ("do_not_", "is_", "street_", "postal_", "phone_"),
}
"""How other names of a source begin that are no answers."""
