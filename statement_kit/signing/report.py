"""A verification in plain words, for people who have never heard of a certificate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from statement_kit.signing.certificates import Identity
from statement_kit.signing.comparison import Comparison, Difference, Match
from statement_kit.signing.verification import Signature, Trust, Verification

TITLE = "title"
"""The clause that is the title."""

MOST_SHOWN = 400
"""Most characters of a clause that are shown."""

MOST_DIFFERENCES = 10
"""Most clauses that differ which are shown."""

_INDENT = "    "

_INNER_QUOTES = str.maketrans("“”", "‘’")


def in_plain_words(verification: Verification, source: str = "its source") -> str:
    """All that is known of a file, line by line.

    Args:
        verification: What is known.
        source: What the file was compared with, as the reader knows it.
    """
    lines: list[str] = [] if verification.signatures else ["Nobody signed this file."]
    for signature in verification.signatures:
        lines += [_signer(signature), *(f"{_INDENT}{sentence}" for sentence in _about(signature))]
    if verification.comparison:
        lines += _match(verification.comparison, source)
    return "\n".join(lines)


def as_data(verification: Verification) -> dict[str, Any]:
    """The same as data for programs: what `json.dumps` takes, times in ISO 8601."""
    found: dict[str, Any] = {"verdict": verification.verdict, **_plain(asdict(verification))}
    for shown, signature in zip(found["signatures"], verification.signatures, strict=True):
        shown["is_unchanged"] = signature.is_unchanged
        shown["was_certificate_valid"] = signature.was_certificate_valid
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _signer(signature: Signature) -> str:
    """Who signed; where that is not known, what the certificate says of it, in quotes."""
    who = signature.signer
    is_known = signature.is_signer_known
    more = dict.fromkeys(each for each in (who.organisation, who.email) if each and each != who.name)
    name, *others = (each if is_known else _quoted(each) for each in (who.name, *more))
    said = f"{name} ({', '.join(others)})" if others else name
    return f"Signed by {said}." if is_known else f"Signed with a certificate that says {said}; {_doubt(signature)}."


def _quoted(text: str) -> str:
    """A stranger's words, which cannot end their own quotation."""
    return f"“{text.translate(_INNER_QUOTES)}”"


def _doubt(signature: Signature) -> str:
    if not signature.is_intact:
        return "but this file is not what was signed"
    if signature.trust is Trust.NOT_VOUCHED:
        return "the certificates you trust do not vouch for it"
    return "who that is was not checked"


def _about(signature: Signature) -> Iterator[str]:
    yield from _integrity(signature)
    yield from _time(signature)
    yield from _certificate(signature)
    if signature.reason:
        yield f"Reason given: {signature.reason}."
    if signature.place:
        yield f"Place given: {signature.place}."


def _integrity(signature: Signature) -> Iterator[str]:
    if not signature.is_intact:
        yield "THE FILE WAS CHANGED: what the signature covers is not what was signed."
    for change in signature.changes:
        yield f"THE FILE WAS CHANGED after this signature: {change}."
    if signature.is_unchanged and signature.ends_before:
        yield "Not one byte changed that this signature covers; behind it, nothing was added but further signatures."
    elif signature.is_unchanged:
        yield "Not one byte of the file changed since."


def _time(signature: Signature) -> Iterator[str]:
    stamp = signature.timestamp
    if stamp is None:
        claimed = signature.claimed_at
        yield (
            f"Signed on {_moment(claimed)}, by the clock of the signer's computer."
            if claimed
            else ("When it was signed is not said.")
        )
    elif not stamp.is_sound:
        yield "Its timestamp belongs to something else, or was changed: when it was signed is not known."
    else:
        yield f"Signed by {_moment(stamp.moment)} at the latest, as {stamp.authority} confirms."
        if not stamp.is_vouched:
            yield "Nobody you trust vouches for that authority of time."


def _certificate(signature: Signature) -> Iterator[str]:
    who = signature.signer
    yield _trust(signature)
    if not signature.is_signer_known:
        yield f"The certificate's fingerprint (SHA-256) is {who.fingerprint}."
    span = f"from {who.valid_from:%Y-%m-%d} to {who.valid_until:%Y-%m-%d}"
    yield f"The certificate is valid {span}{_then(signature)}."
    if signature.wrong_use:
        yield f"The certificate is not for signing documents: {signature.wrong_use}."


def _then(signature: Signature) -> str:
    if signature.signed_at is None:
        return ""
    return (
        ", and was when this was signed"
        if signature.was_certificate_valid
        else (": IT WAS NOT VALID when this was signed")
    )


def _trust(signature: Signature) -> str:
    who = signature.signer
    if signature.trust is Trust.ITSELF:
        return "This is one of the certificates you trust."
    issued = _issued(who)
    if signature.trust is Trust.VOUCHED:
        return f"{issued}; the certificates you trust vouch for it."
    if signature.trust is Trust.NOT_VOUCHED:
        return f"{issued}; THE CERTIFICATES YOU TRUST DO NOT VOUCH FOR IT."
    if who.is_self_signed:
        return (
            f"{issued}. Anyone can make such a certificate: compare its fingerprint with what the coalition publishes."
        )
    return f"{issued}. Whether that is so was not checked: give the certificate of who issued it with --trust."


def _issued(who: Identity) -> str:
    if who.is_self_signed:
        return "The signer made the certificate, and nobody else vouches for the name in it"
    return f"The certificate says it was issued by {_quoted(who.issuer)}"


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d at %H:%M} UTC"


def _match(comparison: Comparison, source: str) -> Iterator[str]:
    if comparison.match is Match.EXACT:
        yield f"The file is exactly what {source} makes today."
    elif comparison.match is Match.LOOK:
        yield f"Its words are those of {source} today, but IT IS NOT THE SAME FILE: its look, links or metadata differ."
        yield f"{_INDENT}The brand may have changed since, or the kit; if neither did, do not rely on it."
    else:
        yield from _differences(comparison.differences, source)


def _differences(differences: Sequence[Difference], source: str) -> Iterator[str]:
    if any(each.clause == TITLE for each in differences):
        yield f"ITS TITLE IS NOT THAT OF {source}: this looks like another statement."
    yield f"THE FILE SAYS SOMETHING ELSE THAN {source} today:"
    yield from (f"{_INDENT}{_difference(each)}" for each in differences[:MOST_DIFFERENCES])
    if (left := len(differences) - MOST_DIFFERENCES) > 0:
        yield f"{_INDENT}and {left} more; --json lists all."


def _difference(difference: Difference) -> str:
    clause = difference.clause or "a passage without a name"
    if difference.found is None:
        return f"{clause} is missing: “{_short(difference.wanted or '')}”."
    if difference.wanted is None:
        return f"{clause} was added: “{_short(difference.found)}”."
    return f"{clause} reads “{_short(difference.found)}” instead of “{_short(difference.wanted)}”."


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
