"""Which sign-ons are of one endorser: the same registration, or the same address under the same name or nearly.

Never the name alone: two organisations may share one. And not the address alone either: a secretary may sign for three
members, of whom none must be lost. What comes out does not depend on the order of the rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations
from types import MappingProxyType

from statement_kit.register.columns import NAME, NUMBER, Standing, most_careful
from statement_kit.register.fingerprints import Fingerprints, plain
from statement_kit.register.sign_on import SignOn

_ALIKE = 0.7
"""How much of two names under one address must agree for the one to be the other, mended."""

_MOST_COMPARED = 12
"""How many names of one address are compared with one another; of more, only equal ones are one."""


_TELLING = 200
"""How many characters of a name are compared."""

_CLOCK = "T"
"""What stands in a moment, and in no day (ISO 8601)."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """All sign-ons of one endorser.

    Attributes:
        sign_ons: Which, the oldest first.
        identities: The fingerprints by which they are known.
        facts: What they say together: the newest has the last word; it counts when they first signed.
    """

    sign_ons: tuple[SignOn, ...]
    identities: frozenset[str]
    facts: Mapping[str, str] = field(hash=False)

    @property
    def name(self) -> str:
        """The name they give; empty for none."""
        return self.facts.get(NAME, "")

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands among others: by when it signed, its number in its list, its line."""
        number = self.facts.get(NUMBER, "")
        return self.facts.get("signed", ""), int(number or 0), min(one.line for one in self.sign_ons)


def is_alike(name: str, other: str) -> bool:
    """Whether two names under one address may be one name, mended."""
    one, two = plain(name)[:_TELLING], plain(other)[:_TELLING]
    if not one or not two or one == two:
        return True
    both = SequenceMatcher(None, one, two, autojunk=False)
    return both.real_quick_ratio() >= _ALIKE and both.quick_ratio() >= _ALIKE and both.ratio() >= _ALIKE


def clusters_of(sign_ons: Sequence[SignOn], source: str, prints: Fingerprints) -> list[Cluster]:
    """The sign-ons by endorser, in the order in which they signed.

    Args:
        sign_ons: What a source holds.
        source: Its name, within which its ids mean something.
        prints: Makes fingerprints.
    """
    roots = _Roots(len(sign_ons))
    identities = [_identities(one, source, prints) for one in sign_ons]
    _join_equal(roots, identities)
    _join_mails(roots, sign_ons)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(len(sign_ons)):
        members[roots.of(at)].append(at)
    found = (
        cluster_of([sign_ons[at] for at in some], {each for at in some for each in identities[at]})
        for some in members.values()
    )
    return sorted(found, key=lambda one: one.place)


def cluster_of(sign_ons: Iterable[SignOn], identities: Iterable[str]) -> Cluster:
    """Sign-ons as one."""
    ordered = sorted(sign_ons, key=lambda one: (one.facts.get("signed", ""), sorted(one.facts.items())))
    facts = {column: text for one in ordered for column, text in one.facts.items()}
    if first := next((one.facts["signed"] for one in ordered if "signed" in one.facts), ""):
        facts["signed"] = first
    if standing := most_careful(_newest_standings(ordered)):
        facts["standing"] = standing
    return Cluster(tuple(ordered), frozenset(identities), MappingProxyType(facts))


def _newest_standings(ordered: Sequence[SignOn]) -> list[Standing]:
    """What the newest of several sign-ons say of their standing; any may be the newest that does not say when."""
    newest = ordered[-1].facts.get("signed", "")
    some = (one.facts for one in ordered if one.facts.get("signed", newest) == newest)
    return [Standing(facts["standing"]) for facts in some if "standing" in facts]


def _identities(one: SignOn, source: str, prints: Fingerprints) -> tuple[str, ...]:
    known = [prints.registration(source, one.registration)] if one.registration else []
    known += [prints.mail(one.email), prints.named_mail(one.email, one.facts.get(NAME, ""))] if one.email else []
    if one.email and _CLOCK in one.facts.get("signed", ""):
        known.append(prints.timed_mail(one.email, one.facts["signed"]))
    return tuple(known) or (prints.content(one.facts),)


def _join_equal(roots: _Roots, identities: Sequence[Sequence[str]]) -> None:
    """Join what has the same registration, the same address and name, or having none of these, says the same."""
    first: dict[str, int] = {}
    for at, known in enumerate(identities):
        for identity in known:
            if identity[0] in "inc":  # an address alone may sign for several, at once even
                roots.join(first.setdefault(identity, at), at)


def _join_mails(roots: _Roots, sign_ons: Sequence[SignOn]) -> None:
    """Join what came from the same address under nearly the same name."""
    by_mail: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for at, one in enumerate(sign_ons):
        if one.email:
            by_mail[one.email].setdefault(plain(one.facts.get(NAME, "")), at)
    for names in by_mail.values():
        if len(names) <= _MOST_COMPARED:
            for (name, at), (other, there) in combinations(names.items(), 2):
                if is_alike(name, other):
                    roots.join(at, there)


class _Roots:
    """Things that hang together, each found from any other (union-find)."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def of(self, at: int) -> int:
        """What stands for all that hang together with this one."""
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Let two hang together."""
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first
