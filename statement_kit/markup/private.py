"""What must not be printed by accident: e-mail addresses, telephone numbers and IP addresses within a text.

People type them into the wrong cell of a form. They are found however they are written: in Khmer or Thai digits, in
full width, with “(at)”, with something unseen between the signs. Numbers that mean something else (years, days, “3S”,
“4.0”) are left alone.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterable, Iterator

EMAIL, TELEPHONE, IP = "e-mail address", "telephone number", "IP address"
"""What a text may hold, in words for a message."""

_HARMLESS = re.compile(
    r"[\x00-/:-?A-\x7f\u00c0-\u024f\u0300-\u036f\u0e01-\u0e4f\u0e81-\u0ec6\u1000-\u103f\u1780-\u17df\u200b\u2010-\u201f]*"
)
"""Texts that have nothing of the kind, whatever is done with them: no digit, and nothing that becomes one or an @."""

_UNSEEN = frozenset({"Cf", "Mn", "Me"})
"""Categories that may stand between the signs of an address or a number: unseen signs, and the ring of a keycap."""

_AT = re.compile(r"[\s(\[{<][aA][tT][\s)\]}>]")
_SEVEN_DIGITS = re.compile(r"\d(?:[^\d|]{0,3}\d){6}")
_OPEN, _CLOSE = r"\s?[(\[{<]\s?", r"\s?[)\]}>]\s?"
_IN_ADDRESS = r"[^\s@.,;:()\[\]{}<>\"“”]"
_EMAIL = re.compile(
    rf"[^\s@,;:()\[\]{{}}<>\"“”](?:\s?@\s?|{_OPEN}(?:at|@){_CLOSE}){_IN_ADDRESS}{{1,63}}(?:\.|{_OPEN}dot{_CLOSE})"
    rf"{_IN_ADDRESS}{{2}}|{_IN_ADDRESS} at {_IN_ADDRESS}{{1,63}} dot {_IN_ADDRESS}{{2}}",
    re.IGNORECASE,
)

_IP4 = re.compile(r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\d|\.\d)")
_IP6_SIGNS = re.compile(r"[0-9A-Fa-f:.]{3,}")
_LONGEST_IP6 = 45

_YEAR = r"(?:19|20|2[4-6])\d\d"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_DATE = rf"(?:{_DAY}[./-]{_MONTH}[./-]{_YEAR}|{_MONTH}[./-]{_DAY}[./-]{_YEAR}|{_YEAR}[./-]?{_MONTH}[./-]?{_DAY})"
_DATES = re.compile(rf"(?<![\d+])(?<!\d[./-]){_DATE}(?:\s?[-–—/]\s?{_DATE})?(?![./-]?\d)")

_NUMBER = re.compile(r"\+?[ (]{0,2}\d(?:[ \t./()_‐–—−-]{0,3}\d)*")
_DIGITS = re.compile(r"\d+")
_YEARS = re.compile(rf"^(?:{_YEAR} )+|(?: {_YEAR})+$|^{_YEAR}$")
_SEVEN = re.compile(r"\d{3}[ .-]?\d{4}")
_THOUSANDS = re.compile(r"\d{1,3}(?: 000)+")


def private_kinds(text: str) -> tuple[str, ...]:
    """Which of `EMAIL`, `TELEPHONE` and `IP` a text holds, in this order; none for most texts.

    What is found is never returned: whoever asks must not repeat it in a message.
    """
    is_plain = text.isascii() or bool(_HARMLESS.fullmatch(text))
    plain = text.replace("\u200b", "") if is_plain else unicodedata.normalize("NFKC", text).translate(_PLAIN)
    found = ((EMAIL, _has_email(plain)), (TELEPHONE, _has_telephone(plain)), (IP, _has_ip(plain)))
    return tuple(kind for kind, is_there in found if is_there)


def kinds_in_words(kinds: Iterable[str]) -> str:
    """What `private_kinds` found, for a sentence: “an e-mail address and a telephone number”."""
    return " and ".join(f"a {kind}" if kind == TELEPHONE else f"an {kind}" for kind in kinds)


class _Plain(dict[int, str]):
    """What becomes of each character (UAX 15 aside): digits are ASCII, what nobody sees is gone."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = str(unicodedata.decimal(char)) if char.isdecimal() else char
        self[code] = "" if unicodedata.category(char) in _UNSEEN else plain
        return self[code]


_PLAIN = _Plain()


def _has_email(text: str) -> bool:
    return ("@" in text or bool(_AT.search(text))) and bool(_EMAIL.search(text))


def _has_telephone(text: str) -> bool:
    if not _SEVEN_DIGITS.search(text):
        return False
    rest = _DATES.sub("|", _IP4.sub("|", text))
    return any(_is_telephone(match[0]) for match in _NUMBER.finditer(rest))


def _has_ip(text: str) -> bool:
    return (text.count(".") > 2 and bool(_IP4.search(text))) or (
        text.count(":") > 1 and any(map(_is_ip6, _ip6_candidates(text)))
    )


def _is_telephone(run: str) -> bool:
    """Whether digits with little between them are to be dialled: by their number, and by what else they may be.

    A number with its country's code has at least seven digits (ITU-T E.164 allows fifteen), one with the 0 before its
    area at least eight in our countries. Any other is one from eight digits on, once years before and behind it are
    gone, unless it counts thousands; with seven it is, if it is parted as many countries do.
    """
    groups = _DIGITS.findall(run)
    digits = "".join(groups)
    if run.startswith("+") or "+" in run[:3]:
        return len(digits) >= 7
    if digits.startswith("0"):
        return len(digits) >= 8
    rest = _YEARS.sub("", _YEARS.sub("", " ".join(groups)))
    left = len(rest.replace(" ", ""))
    return (left >= 8 and not _THOUSANDS.fullmatch(rest)) or (
        left == len(digits) == 7 and bool(_SEVEN.fullmatch(run.strip(" ()")))
    )


def _ip6_candidates(text: str) -> Iterator[str]:
    """Each run of signs that an address of version 6 is made of, where it is no part of a word."""
    for match in _IP6_SIGNS.finditer(text):
        signs = match[0]
        is_within = match.start() > 0 and text[match.start() - 1].isalnum()
        if signs.startswith(":") and not signs.startswith("::"):
            signs, is_within = signs[1:], False  # “IP:2001:db8::1”
        if not is_within and not text[match.end() : match.end() + 1].isalnum():
            yield signs.rstrip(".")


def _is_ip6(signs: str) -> bool:
    """Whether it is an address (RFC 4291). One without a digit may as well be two words with colons between them."""
    if signs.count(":") < 2 or len(signs) > _LONGEST_IP6 or not _DIGITS.search(signs):
        return False
    try:
        ipaddress.IPv6Address(signs)
    except ValueError:
        return False
    return True
