"""Origins and the log: written, read back, refused where they are damaged; and nobody's address in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from statement_kit.diagnostics import SourceError
from statement_kit.register.fingerprints import KEY_BYTES, Fingerprints
from statement_kit.register.log_file import Entry, parse_log, without_words, write_log
from statement_kit.register.origins import Origin, parse_origins, repointed, write_origins

PRINTS = Fingerprints(bytes(range(KEY_BYTES)))
MAIL = PRINTS.mail("sok@example.org")
FORM, CRM = PRINTS.registration("form", "17"), PRINTS.registration("crm", "17")
TIME = datetime(2025, 7, 28, 12, 0, 5, tzinfo=UTC)


def origin(number: int, source: str, *identities: str, **facts: str) -> Origin:
    return Origin(
        number, source, frozenset(identities), {name: PRINTS.fact(name, text) for name, text in facts.items()}
    )


ORIGINS = (origin(1, "form", FORM, MAIL, name="Star", acronym="S"), origin(2, "crm", CRM))

LOG = (
    Entry(TIME, 1, "added", by="form"),
    Entry(TIME, 1, "updated", "name", "Star", "=Star", "form"),
    Entry(TIME, 2, "withheld", "standing", "named", "withheld", "Sok"),
)


def test_an_address_is_one_identity_however_it_is_typed_and_an_id_belongs_to_its_source() -> None:
    assert MAIL == PRINTS.mail(" SOK@Example.org ") == PRINTS.mail("ｓｏｋ@example.org")
    assert FORM != CRM
    assert Fingerprints(bytes(KEY_BYTES)).mail("sok@example.org") != MAIL
    assert "sok" not in MAIL
    assert "key" not in repr(PRINTS)


def test_what_a_row_says_is_one_identity_in_any_order() -> None:
    assert PRINTS.content({"name": "A", "acronym": "B"}) == PRINTS.content({"acronym": "B", "name": "A"})
    assert PRINTS.content({"name": "A", "acronym": "B"}) != PRINTS.content({"name": "AacronymB"})


def test_origins_and_log_come_back_as_they_were() -> None:
    assert parse_origins(write_origins(ORIGINS).decode(), "o.csv") == ORIGINS
    assert parse_log(write_log(LOG).decode(), "l.csv") == LOG
    assert write_origins(ORIGINS[::-1]) == write_origins(ORIGINS)
    assert "'=Star" in write_log(LOG).decode()  # no formula where a spreadsheet opens it


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_origins, "number,source\n"),
        (parse_origins, "number,source,identities,facts\n1,form\n"),
        (parse_origins, "number,source,identities,facts\nx,form,m:00112233445566778899,\n"),
        (parse_origins, "number,source,identities,facts\n1,,m:00112233445566778899,\n"),
        (parse_origins, "number,source,identities,facts\n1,form,sok@example.org,\n"),
        (parse_origins, "number,source,identities,facts\n1,form,m:00112233445566778899,name=Star\n"),
        (parse_log, "time,number\n"),
        (parse_log, "time,number,what,column,old,new,by\nyesterday,1,added,,,,\n"),
        (parse_log, "time,number,what,column,old,new,by\n2025-07-28T12:00:00,one,added,,,,\n"),
    ],
)
def test_a_damaged_record_is_refused_and_never_passed_over(parse: Callable[[str, str], Any], text: str) -> None:
    with pytest.raises(SourceError, match="version control") as caught:
        parse(text, "r.csv")
    (found,) = caught.value.diagnostics
    assert (found.rule, found.where and found.where.path) == ("register/record", "r.csv")


def test_rows_that_become_one_keep_every_identity_and_all_that_was_said() -> None:
    twins = (*ORIGINS, origin(3, "form", PRINTS.registration("form", "18"), name="Starr"))
    merged = {(one.number, one.source): one for one in repointed(twins, 3, 1)}
    assert merged.keys() == {(1, "form"), (2, "crm")}
    assert merged[1, "form"].identities == {FORM, MAIL, PRINTS.registration("form", "18")}
    assert merged[1, "form"].facts == {**ORIGINS[0].facts, "name": PRINTS.fact("name", "Starr")}
    (moved,) = (one for one in repointed(ORIGINS, 1, 2) if one.source == "form")
    assert (moved.number, moved.identities) == (2, {FORM, MAIL})


def test_the_log_forgets_the_words_about_whoever_asks_not_to_be_named() -> None:
    assert without_words(LOG, {1}) == (
        LOG[0],
        Entry(TIME, 1, "updated", "name", "", "", "form"),
        LOG[2],
    )
