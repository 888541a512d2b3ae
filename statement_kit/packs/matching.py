"""Which clause of the statement each row of a pack belongs to, now that the statement may have been edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statement_kit.model import Clause
from statement_kit.packs.returned import ReturnedRow


def match_rows(rows: Sequence[ReturnedRow], clauses: Sequence[Clause]) -> dict[str, Clause]:
    """By the clause id of a row, the clause that the row translates; a row whose clause is gone is left out.

    A clause that moved (another id, the very same text) is followed, as `statement_kit.translation.catalog.merge`
    follows it; one that was edited keeps its id. No clause is given to two rows.
    """
    by_id = {clause.id: clause for clause in clauses}
    found = {row.clause: by_id[row.clause] for row in rows if _is_as_shown(row, by_id)}
    free: dict[str, list[Clause]] = {}
    for clause in reversed(clauses):
        if clause.id not in found:
            free.setdefault(clause.text, []).append(clause)
    for row in rows:
        if row.clause not in found and free.get(row.source):
            found[row.clause] = free[row.source].pop()
    taken = {clause.id for clause in found.values()}
    for row in rows:
        if row.clause not in found and row.clause in by_id and row.clause not in taken:
            found[row.clause] = by_id[row.clause]
    return found


def _is_as_shown(row: ReturnedRow, by_id: Mapping[str, Clause]) -> bool:
    """Whether a row's clause still has the text that its translator was shown."""
    return row.clause in by_id and by_id[row.clause].text == row.source
