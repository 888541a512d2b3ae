"""What an import makes of a register: rows that come, rows that change, and what somebody has edited meanwhile.

Each cell is merged by three: what the source says, what it said last time, and what the register says now. A source
that says the same as before changes nothing; one that says something new changes a cell that nobody has touched. Where
both have changed, the register stands, and the import says so. But who asks not to be named is heard at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from statement_kit.endorsers import LARGEST_NUMBER
from statement_kit.register.clusters import Cluster, cluster_of, clusters_of, is_alike
from statement_kit.register.columns import NAME, NUMBER, Standing
from statement_kit.register.fingerprints import Fingerprints, plain
from statement_kit.register.origins import Origin, Origins
from statement_kit.register.row import Register, Row, filled_cells
from statement_kit.register.sign_on import SignOn


class What(StrEnum):
    """What an import did, or left as it was.

    Attributes:
        ADDED: A row that was not there.
        UPDATED: A cell says what the source says now.
        KEPT: A cell was edited by hand, and stands, though the source says something else now.
        MERGED: Several sign-ons were taken for one endorser.
        LEFT_OUT: One that somebody had removed from the register was not added again.
        ABSENT: One that came from this source is not in it any more. It stays.
        HIDDEN: A new row is withheld, since it has the name of one that is.
        SHARED: An address signed under several names, each of which is an endorser of its own.
    """

    ADDED = "added"
    UPDATED = "updated"
    KEPT = "kept"
    MERGED = "merged"
    LEFT_OUT = "left-out"
    ABSENT = "absent"
    HIDDEN = "hidden"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an import did.

    Attributes:
        what: What.
        number: The number of the row in the register.
        row: The row as it is now; None where there is none.
        column: Which cell.
        old: What stood there, unless the name is withheld.
        new: What the source says, unless the name is withheld; of several names or lines, all of them.
    """

    what: What
    number: int
    row: Row | None = None
    column: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """A register after an import.

    Attributes:
        register: The register.
        origins: Where its rows came from.
        changes: What is new, in the order of the register's numbers.
        sign_ons: How many sign-ons there were.
        met: How many endorsers they are.
    """

    register: Register
    origins: Origins
    changes: tuple[Change, ...]
    sign_ons: int
    met: int


def merge(
    register: Register,
    origins: Origins,
    sign_ons: Sequence[SignOn],
    source: str,
    prints: Fingerprints,
    used: Iterable[int] = (),
    columns: Collection[str] = (),
) -> Merge:
    """Take sign-ons into a register.

    Args:
        register: The register as it stands.
        origins: Where its rows came from.
        sign_ons: What came in.
        source: Its name.
        prints: Makes fingerprints under the folder's key.
        used: Numbers that somebody has had, and nobody gets again.
        columns: The columns of the register that this source has, so that a cell it leaves empty is empty there.
    """
    return _Merging(register, origins, source, prints, used, columns).taken(sign_ons)


class _Merging:
    """One import at work."""

    def __init__(
        self,
        register: Register,
        origins: Origins,
        source: str,
        prints: Fingerprints,
        used: Iterable[int],
        columns: Collection[str],
    ) -> None:
        self._register = register
        self._rows = {row.number: row for row in register.rows}
        self._origins = {(one.number, one.source): one for one in origins}
        self._source = source
        self._prints = prints
        self._columns = frozenset(columns)
        self._changes: list[Change] = []
        self._known: defaultdict[str, set[int]] = defaultdict(set)
        for one in origins:
            for identity in one.identities:
                self._known[identity].add(one.number)
        self._taken = {0, *used, *self._rows, *(one.number for one in origins)}
        self._next = max(self._taken) + 1
        withheld = (row for row in register.rows if row.standing is Standing.WITHHELD)
        self._withheld_names = {plain(row[NAME]) for row in withheld if row[NAME]}

    def taken(self, sign_ons: Sequence[SignOn]) -> Merge:
        """The register with the sign-ons in it."""
        clusters = clusters_of(sign_ons, self._source, self._prints)
        met: set[int] = set()
        for number, cluster in self._numbered(clusters):
            met.add(number)
            self._take(number, cluster)
        self._tell_shared()
        self._tell_absent(met)
        changes = tuple(sorted(self._changes, key=lambda one: one.number))
        places = {row.number: at for at, row in enumerate(self._register.rows)}
        rows = sorted(self._rows.values(), key=lambda row: (places.get(row.number, len(places)), row.number))
        return Merge(self._register.with_rows(rows), tuple(self._origins.values()), changes, len(sign_ons), len(met))

    def _numbered(self, clusters: Iterable[Cluster]) -> Iterator[tuple[int, Cluster]]:
        """Each endorser's number, those first who are known; two that turn out to be one row are one."""
        by_number: defaultdict[int, list[Cluster]] = defaultdict(list)
        unknown = []
        for cluster in clusters:
            if number := self._number_of(cluster):
                by_number[number].append(cluster)
            else:
                unknown.append(cluster)
        renamed = self._renamed(unknown, by_number)
        for number, cluster in renamed.items():
            by_number[number].append(cluster)
        for number, some in by_number.items():
            sign_ons = [one for cluster in some for one in cluster.sign_ons]
            yield number, cluster_of(sign_ons, {each for cluster in some for each in cluster.identities})
        taken = {cluster.identities for cluster in renamed.values()}
        for cluster in unknown:
            if cluster.identities not in taken:
                yield self._new_number(cluster), cluster

    def _number_of(self, cluster: Cluster) -> int:
        """The number by which an endorser is known already; 0 for one that is not.

        A registration tells it for certain, then a name that an address signed under before, then the very words; at
        last an address, if the row is called nearly the same.
        """
        for kind in "inc":
            if numbers := {number for each in cluster.identities if each[0] == kind for number in self._known[each]}:
                return min(numbers)
        return min((number for number in self._mailed(cluster) if self._is_called(number, cluster)), default=0)

    def _mailed(self, cluster: Cluster) -> set[int]:
        """The numbers of all that one of its addresses signed for."""
        return {number for each in cluster.identities if each[0] == "m" for number in self._known[each]}

    def _is_called(self, number: int, cluster: Cluster) -> bool:
        row = self._rows.get(number)
        return row is not None and is_alike(row[NAME], cluster.name)

    def _renamed(self, unknown: Iterable[Cluster], met: Collection[int]) -> dict[int, Cluster]:
        """Who has another name altogether: the same address has signed at the same moment, so it is the same answer.

        Where several fit, nobody knows who is who, and none is lost.
        """
        wanted: defaultdict[frozenset[int], list[Cluster]] = defaultdict(list)
        for cluster in unknown:
            moments = (each for each in cluster.identities if each[0] == "t")
            wanted[frozenset(n for each in moments for n in self._known[each] if n not in met)].append(cluster)
        return {next(iter(same)): some[0] for same, some in wanted.items() if len(same) == len(some) == 1}

    def _new_number(self, cluster: Cluster) -> int:
        wished = int(cluster.facts.get(NUMBER, "") or 0)
        number = wished if 0 < wished <= LARGEST_NUMBER and wished not in self._taken else self._next
        self._taken.add(number)
        self._next = max(self._next, number + 1)
        return number

    def _take(self, number: int, cluster: Cluster) -> None:
        """Take one endorser into the register."""
        facts = {column: text for column, text in cluster.facts.items() if column != NUMBER}
        origin = self._origins.get((number, self._source), Origin(number, self._source, frozenset(), {}))
        said = {column: self._prints.fact(column, text) for column, text in facts.items()}
        emptied = self._emptied(facts, origin.facts)
        is_known = any(number in self._known[each] for each in cluster.identities)
        row = self._rows.get(number)
        if row is None and is_known:
            self._changes.append(Change(What.LEFT_OUT, number))
        elif row is None:
            row = self._rows[number] = self._newcomer(number, facts)
            self._changes.append(Change(What.ADDED, number, row))
            if row.standing != facts.get("standing", Standing.NAMED):
                self._changes.append(Change(What.HIDDEN, number, row))
        else:
            row = self._rows[number] = self._updated(row, {**facts, **emptied}, said, origin.facts)
        self._tell_merged(number, row, cluster)
        said = {column: digest for column, digest in {**origin.facts, **said}.items() if column not in emptied}
        self._origins[number, self._source] = replace(
            origin, identities=_without_names(origin.identities) | cluster.identities, facts=said
        )
        for each in cluster.identities:
            self._known[each].add(number)

    def _newcomer(self, number: int, facts: Mapping[str, str]) -> Row:
        """A new row; withheld, if it has the name of one that is: it may be the same, come in another way."""
        is_hidden = plain(facts.get(NAME, "")) in self._withheld_names
        return Row(number, filled_cells({**facts, **({"standing": Standing.WITHHELD} if is_hidden else {})}))

    def _updated(self, row: Row, facts: Mapping[str, str], said: Mapping[str, str], before: Mapping[str, str]) -> Row:
        """A row with what its source says now, cell by cell.

        Args:
            row: The row as it stands.
            facts: What the source says; an empty text for a cell that it empties.
            said: The fingerprints of that.
            before: Those of what it said last time.
        """
        cells: dict[str, str] = {}
        told: list[tuple[What, str]] = []
        for column, text in facts.items():
            if row[column] == text or (column in said and said[column] == before.get(column)):
                continue
            if column == "signed" and row[column]:
                continue  # it counts when somebody first signed
            is_untouched = not row[column] or self._prints.fact(column, row[column]) == before.get(column)
            is_heard = column == "standing" and text != Standing.NAMED
            told.append((What.UPDATED if is_untouched or is_heard else What.KEPT, column))
            cells |= {column: text} if is_untouched or is_heard else {}
        changed = row.with_cells(cells)
        hides = Standing.WITHHELD in (row.standing, changed.standing)
        for what, column in told:
            old, new = ("", "") if hides and column != "standing" else (row[column], facts[column])
            self._changes.append(Change(what, row.number, changed, column, old, new))
        return changed

    def _emptied(self, facts: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
        """The cells that the source filled last time, and could fill now, and does not; each empty."""
        lost = (self._columns & before.keys()) - facts.keys() - _LASTING
        return dict.fromkeys((column for column in before if column in lost), "")

    def _tell_merged(self, number: int, row: Row | None, cluster: Cluster) -> None:
        if len(cluster.sign_ons) > 1:
            lines = ", ".join(str(line) for line in sorted(one.line for one in cluster.sign_ons))
            self._changes.append(Change(What.MERGED, number, row, new=lines))

    def _tell_shared(self) -> None:
        """Tell of each address that has newly signed for more than one endorser."""
        new = {change.number for change in self._changes if change.what is What.ADDED}
        for identity, numbers in self._known.items():
            there = numbers & self._rows.keys()
            if identity.startswith("m:") and len(there) > 1 and there & new:
                several = ", ".join(map(str, sorted(there)))
                first = min(there & new)
                self._changes.append(Change(What.SHARED, first, self._rows.get(first), new=several))

    def _tell_absent(self, met: set[int]) -> None:
        for number, source in self._origins:
            row = self._rows.get(number)
            if source == self._source and number not in met and row and row.standing is not Standing.WITHDRAWN:
                self._changes.append(Change(What.ABSENT, number, row))


_LASTING = frozenset({NAME, "signed", "standing"})
"""Columns that no empty cell of a form empties."""


def _without_names(identities: Iterable[str]) -> frozenset[str]:
    """Identities, but for the names that addresses signed under before: only those of now tell who is who."""
    return frozenset(each for each in identities if each[0] != "n")
