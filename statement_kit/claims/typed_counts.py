"""Numbers of signers that were typed into the text, and that the list of endorsers contradicts.

A number may mean all who signed, those who did in time, or those who are named. It is wrong only where it is none of
the counts that it could be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from statement_kit.claims.signer_numbers import SignerNumber, signer_numbers
from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.languages.endorsing import ENDORSING, Counted
from statement_kit.languages.registry import ASCII_DIGITS, KHMER_DIGITS, THAI_DIGITS
from statement_kit.markup import LINE_END, NOTE_SIGN, parse_inline
from statement_kit.markup.counts import without_numbers
from statement_kit.model import Clause

_PLAIN = str.maketrans(
    {LINE_END: " ", NOTE_SIGN: "", "\n": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
_TO_ASCII = str.maketrans(KHMER_DIGITS + THAI_DIGITS, ASCII_DIGITS * 2)

_MEANT: Mapping[Counted, tuple[tuple[str, ...], ...]] = {
    Counted.ORGANISATIONS: (("organisations",), ("organisations", "networks"), ("endorsers",), ("named",)),
    Counted.NETWORKS: (("networks",), ("organisations", "networks"), ("endorsers",), ("named",)),
    Counted.INDIVIDUALS: (("individuals",), ("endorsers",), ("named",)),
    Counted.COUNTRIES: (("countries",),),
    Counted.ANYBODY: (("endorsers",), ("organisations",), ("organisations", "networks"), ("individuals",), ("named",)),
}
"""What a number with such a noun may be: a count, or the sum of several."""


def typed_count_findings(
    clauses: Iterable[Clause], counts: Mapping[str, int], language: str, places: Mapping[str, Location]
) -> Iterator[Diagnostic]:
    """Each number that a text gives of those who sign it, and that is none of the counts it could be.

    Args:
        clauses: The clauses of a statement, in one language.
        counts: How many signed, by every name of `statement_kit.markup.counts.COUNTS`.
        language: BCP 47 tag of the clauses; where nobody here knows its words, nothing is found.
        places: Where each clause stands, by its id.

    Returns:
        Warnings, since a text may speak of others in the same words. There are none while nobody has signed.
    """
    tag = language.replace("_", "-").partition("-")[0].lower()
    if tag not in ENDORSING or not counts["endorsers"]:
        return
    for clause in clauses:
        typed = parse_inline(without_numbers(clause.text, "…")).text.translate(_PLAIN)
        for found in signer_numbers(typed.translate(_TO_ASCII), clause.id, tag):
            if not _is_right(found, counts):
                yield _finding(clause.id, typed[found.start : found.end], found, counts, places.get(clause.id))


def _is_right(found: SignerNumber, counts: Mapping[str, int]) -> bool:
    """Whether a number is one of the counts that it may be, with those who signed late or without them."""
    if found.counted is Counted.COUNTRIES and not counts["countries"]:  # a list need not say where its endorsers are
        return True
    totals = [sum(counts[name] for name in names) for names in _MEANT[found.counted]]
    return any(found.holds(total - late, found.number.value) for total in totals for late in (0, counts["late"]))


def _finding(
    clause: str, shown: str, found: SignerNumber, counts: Mapping[str, int], where: Location | None
) -> Diagnostic:
    signed = ", ".join(f"{counts[name]:,} {name}" for name in dict.fromkeys(("endorsers", str(found.counted))))
    form = f"{{{found.counted}{', spellout' if found.number.in_words else ''}}}"
    return Diagnostic(
        "count/disagrees",
        f"{clause} says “{shown.strip()}”, and the list of endorsers has {signed}.",
        where,
        f"Write {form} for the number, in the statement and in every translation, and the kit keeps it right. If it "
        "counts others than those who sign, leave it as it is.",
        clause,
        Severity.WARNING,
    )
