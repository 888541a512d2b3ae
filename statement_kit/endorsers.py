"""Who signed a statement, and how its annex shows them: frozen values, like the statement itself.

Only what may be printed is here. A name that is withheld never becomes an `Endorser`'s: the register (see
`statement_kit.register`) keeps it to itself, and whoever has withdrawn is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from statement_kit.pictures.picture import Picture

LARGEST_NUMBER = 999_999
"""The last place that a list of endorsers has."""

COUNTRY = re.compile("[A-Z]{2}")
"""A country: ISO 3166-1 alpha-2."""

WEBSITE = re.compile(r"https?://[^\s<>\"']+")


class EndorserKind(StrEnum):
    """What signed: an organisation, several that act as one, or a person."""

    ORGANISATION = "organisation"
    NETWORK = "network"
    INDIVIDUAL = "individual"


@dataclass(frozen=True, slots=True)
class Naming:
    """What an endorser is called in one language.

    Attributes:
        name: The name.
        acronym: Printed in brackets behind it; empty if there is none.
        title: What a person is and where: “Lecturer, Royal University of Phnom Penh”; empty for nothing.
    """

    name: str
    acronym: str = ""
    title: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.acronym})" if self.acronym else self.name


@dataclass(frozen=True, slots=True)
class Endorser:
    """One who signed. A name is data: never corrected, never translated (N17).

    Attributes:
        number: Its number in the register, from 1 to 999,999: the same in every language and format (N16).
        name: The name as it was given; empty if it is withheld.
        acronym: Printed in brackets behind the name; empty if there is none.
        kind: An organisation, a network or a person.
        title: What a person is and where; empty for nothing.
        is_personal: Whether a person signs in a personal capacity, not for an organisation.
        country: ISO 3166-1 alpha-2 code; empty if it is not known.
        website: Its address, `https:` or `http:`; empty for none.
        signed: When it signed; None if nobody knows.
        is_withheld: Whether it is counted, but asked not to be named.
        logo: Its logo, if it has agreed that it is shown.
        in_languages: By language tag, what it is called there, where that is another name than this one.
    """

    number: int
    name: str = ""
    acronym: str = ""
    kind: EndorserKind = EndorserKind.ORGANISATION
    title: str = ""
    is_personal: bool = False
    country: str = ""
    website: str = ""
    signed: date | datetime | None = None
    is_withheld: bool = False
    logo: Picture | None = field(default=None, hash=False)
    in_languages: Mapping[str, Naming] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def __str__(self) -> str:
        return str(self.naming(""))

    @property
    def clause(self) -> str:
        """The id by which blocks, findings and bookmarks name it."""
        return f"endorser.{self.number}"

    def naming(self, language: str) -> Naming:
        """What it is called in a language: its name there, or else the one it gave (N17)."""
        own = Naming(self.name, self.acronym, self.title)
        local = self.in_languages.get(language)
        if local is None:
            return own
        return Naming(local.name or own.name, local.acronym or own.acronym, local.title or own.title)


class Order(StrEnum):
    """In which order an annex stands.

    Attributes:
        GIVEN: That of the register.
        NAME: The alphabet of the language the statement was written in, for every language (N16).
        LANGUAGE: Each language's own alphabet (N13, N14, N15).
    """

    GIVEN = "given"
    NAME = "name"
    LANGUAGE = "language"


class Group(StrEnum):
    """What an annex is parted by."""

    NOTHING = "nothing"
    KIND = "kind"
    COUNTRY = "country"


class Numbers(StrEnum):
    """What the numbers before names say.

    Attributes:
        REGISTER: The number each endorser has in the register.
        LIST: Its place in the list, as it stands in the statement's own language; in the others each keeps it (N16).
        NOTHING: There are none.
    """

    REGISTER = "register"
    LIST = "list"
    NOTHING = "nothing"


class Fact(StrEnum):
    """What may be printed beside a name."""

    COUNTRY = "country"
    DATE = "date"
    WEBSITE = "website"
    KINDS = "kinds"


@dataclass(frozen=True, slots=True)
class Annex:
    """How the annex shows who signed.

    Attributes:
        order: In which order.
        group: Parted by what.
        numbers: What its numbers say; None for what suits the order: the register's own where that is as given and
            nothing is parted, else the place in the list.
        shows: What stands beside each name (country, date, the website as a link), and how many of each kind there are.
        closed: The last day, or the last moment, on which one signed in time; later ones stand in an addendum. None
            where nobody is late.
        as_of: When the list was what it is; None where that is not said.
        time_zone: Where the clock hangs by which all this is told: an IANA name such as `Asia/Phnom_Penh`. Empty for
            the offset of `as_of`.
    """

    order: Order = Order.GIVEN
    group: Group = Group.NOTHING
    numbers: Numbers | None = None
    shows: tuple[Fact, ...] = ()
    closed: date | datetime | None = None
    as_of: datetime | None = None
    time_zone: str = ""

    @property
    def numbering(self) -> Numbers:
        """What its numbers say."""
        if self.numbers is not None:
            return self.numbers
        is_as_given = self.order is Order.GIVEN and self.group is Group.NOTHING
        return Numbers.REGISTER if is_as_given else Numbers.LIST

    @property
    def zone(self) -> tzinfo | None:
        """The time zone of its clock; None if none is known."""
        if self.time_zone:
            return ZoneInfo(self.time_zone)
        return next((time.tzinfo for time in (self.as_of, self.closed) if isinstance(time, datetime)), None)

    def is_late(self, endorser: Endorser) -> bool:
        """Whether one signed after the list was closed. A day without a time counts to its end."""
        signed, closed = endorser.signed, self.closed
        if signed is None or closed is None:
            return False
        if isinstance(signed, datetime) and isinstance(closed, datetime):
            return self.on_clock(signed) > self.on_clock(closed)
        return self.day(signed) > self.day(closed)

    def day(self, time: date | datetime) -> date:
        """The day of a time as the annex's clock shows it."""
        return self.on_clock(time).date() if isinstance(time, datetime) else time

    def on_clock(self, time: datetime) -> datetime:
        """A time as the annex's clock shows it; one without a zone was told by that clock."""
        zone = self.zone
        if zone is None:
            return time.replace(tzinfo=None)
        return time.replace(tzinfo=zone) if time.tzinfo is None else time.astimezone(zone)


def counts_of(endorsers: Iterable[Endorser], annex: Annex) -> dict[str, int]:
    """How many signed, by the names that a text may say (`statement_kit.markup.counts`).

    Countries are those of whoever is named: that of one who asked not to be would say something about them.
    """
    endorsers = tuple(endorsers)
    kinds = Counter(one.kind for one in endorsers)
    named = [one for one in endorsers if not one.is_withheld]
    return {
        "endorsers": len(endorsers),
        "organisations": kinds[EndorserKind.ORGANISATION],
        "networks": kinds[EndorserKind.NETWORK],
        "individuals": kinds[EndorserKind.INDIVIDUAL],
        "countries": len({one.country for one in named if one.country}),
        "named": len(named),
        "withheld": len(endorsers) - len(named),
        "late": sum(annex.is_late(one) for one in endorsers),
    }
