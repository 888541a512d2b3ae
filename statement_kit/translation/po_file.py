"""PO files as bytes and as messages: read through Babel, written so that nothing of them is lost.

Babel puts the strings together; the rest is done here, because Babel drops what translators rely on:
headers it does not know, the fuzzy mark of obsolete messages, comment lines that repeat or are long, `#|`
when reading, one of two messages with equal ids. Here the header stays as it was typed, and every message
comes back as it went in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from itertools import takewhile

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import PoFileParser, normalize, unescape

from statement_kit.diagnostics import CatalogError, Diagnostic, Location

WIDTH = 100
"""Column at which strings are wrapped."""

_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"(?:(msgctxt|msgid|msgstr) *)?{_STRING}")
_PLURAL = re.compile(r"msgid_plural\b|msgstr\[")
_FOLLOWS: dict[str, set[str]] = {"msgctxt": {"", "msgstr"}, "msgid": {"", "msgctxt", "msgstr"}, "msgstr": {"msgid"}}
"""Per keyword of a message, those it may stand behind; nothing else makes sense."""

_MARKS = {"#,", "#|", "#.", "#:"}
"""What begins a comment that is not the translator's: flags, previous text, note, reference."""

_NO_FLAGS = {"", "python-format", "python-brace-format"}
"""Flags that tools add to words like “50% of”; a statement holds no Python."""


MACHINE = re.compile(r"(?:#\.)?\s*\(?machine(?:[- ](?:made|translat\w+)|\)?\s*(?:$|[:(.]))", re.IGNORECASE)
"""How a comment begins that says who made a translation: `# machine translation (DeepL)`, `# Machine: DeepL`."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a PO file, whole.

    Attributes:
        clause: Its `msgctxt`, the id of the clause; empty if it has none.
        source: The text to translate.
        text: The translation; empty if there is none.
        flags: `fuzzy` and others.
        previous: The source that a fuzzy translation was made from (`#|`), or empty.
        comments: The translator's comments, line by line.
        notes: Comments for the translator (`#.`) and references (`#:`), as lines of the file.
        is_obsolete: Whether no clause needs it any more (`#~`).
        line: The line of its `msgid`; no part of what it says.
    """

    clause: str
    source: str
    text: str = ""
    flags: frozenset[str] = frozenset()
    previous: str = ""
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_obsolete: bool = False
    line: int = field(default=0, compare=False)

    @property
    def is_machine_made(self) -> bool:
        """Whether a comment says that a machine made the translation, which nobody has read then (A21)."""
        return any(map(MACHINE.match, (*self.comments, *self.notes)))

    @property
    def is_fuzzy(self) -> bool:
        """Whether somebody must look at the translation before it is used."""
        return "fuzzy" in self.flags


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file: its header as it stands in the file, the language as typed in it, its messages in order."""

    header: str
    language: str
    messages: tuple[Message, ...]


class _Reader(BabelCatalog):
    """Takes every message as it comes; Babel's own catalog would unite those with equal ids."""

    def __init__(self) -> None:
        super().__init__(fuzzy=False)
        self.found: list[BabelMessage] = []

    def __setitem__(self, message_id: object, message: BabelMessage) -> None:
        self.found.append(message)


def read_po_file(data: bytes, path: str) -> PoFile:
    """The header and messages of a PO file.

    Raises:
        CatalogError: The file is not UTF-8, or with every line that is not PO or stands out of order.
    """
    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError([_damaged("it is not UTF-8", Location(path, line))]) from error
    obsolete = {n for n, line in enumerate(lines, 1) if line.startswith("#~")}
    plain = [re.sub(r"^#~(\|)?\s*", r"#\1 " if line.startswith("#~|") else "", line).strip() for line in lines]
    if problems := list(_line_problems(plain, path)):
        raise CatalogError(problems)
    reader = _Reader()
    PoFileParser(reader, abort_invalid=True).parse(StringIO("\n".join(plain)))
    comments = _comments(plain)
    found = [_message(message, comments, obsolete) for message in reader.found if message.lineno in comments]
    header = next((message for message in found if not message.source and not message.clause), None)
    language = re.search(r"^Language:[ \t]*(\S*)", header.text, re.MULTILINE) if header else None
    return PoFile(
        "\n".join([*comments[header.line], *_strings(plain, header.line)]) if header else "",
        language[1] if language else "",
        tuple(message for message in found if message.source),
    )


def write_po_file(header: str, messages: Iterable[Message]) -> bytes:
    """A PO file with this header and these messages, obsolete ones last."""
    ordered = sorted(messages, key=lambda message: message.is_obsolete)
    return "\n".join([header.rstrip("\n") + "\n", *("\n".join(_lines(message)) + "\n" for message in ordered)]).encode()


def _line_problems(lines: list[str], path: str) -> Iterator[Diagnostic]:
    """Every line that is not PO, and every keyword that stands where it cannot."""
    last = ""
    for n, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if _PLURAL.match(line):
            yield _damaged("it has plural forms, which no clause has", Location(path, n))
        elif match is None:
            reason = f"“{line[:40]}” is no line of a PO file; look for a missing quotation mark, or one without its \\"
            yield _damaged(reason, Location(path, n))
        elif match[1] is None and not last:
            yield _damaged("a text stands here that belongs to no message", Location(path, n))
        elif match[1] and last not in _FOLLOWS[match[1]]:
            before = f"behind {last}" if last else "at the beginning"
            yield _damaged(f"{match[1]} stands {before}, where it has no meaning", Location(path, n))
        last = (match[1] if match else re.split(r"\W", line, maxsplit=1)[0].replace("msgid_plural", "msgid")) or last
    if last in ("msgctxt", "msgid"):
        yield _damaged(f"it ends with a {last} that has no msgstr", Location(path, len(lines)))


def _damaged(reason: str, where: Location) -> Diagnostic:
    hint = "Open the file in Poedit, which shows and mends such faults, or restore the last good copy."
    return Diagnostic("catalog/damaged", f"This translation file cannot be read: {reason}.", where, hint)


def _comments(lines: list[str]) -> dict[int, list[str]]:
    """By the line of each `msgid`, the comment lines before it."""
    found: dict[int, list[str]] = {}
    waiting: list[str] = []
    for n, line in enumerate(lines, 1):
        if line.startswith("#"):
            waiting.append(line)
        elif line.startswith("msgid"):
            found[n], waiting = waiting, []
    return found


def _strings(lines: list[str], start: int) -> Iterator[str]:
    """The lines of a message from its `msgid` on."""
    yield lines[start - 1]
    yield from takewhile(lambda line: line.startswith(('"', "msgstr")), lines[start:])


def _message(message: BabelMessage, comments: dict[int, list[str]], obsolete: set[int]) -> Message:
    line = message.lineno or 0
    by_mark: dict[str, list[str]] = {}
    for comment in comments[line]:
        mark = comment[:2] if comment[:2] in _MARKS else "#"
        by_mark.setdefault(mark, []).append(comment)
    return Message(
        message.context or "",
        str(message.id),
        str(message.string),
        frozenset(flag.strip() for flags in by_mark.get("#,", ()) for flag in flags[2:].split(",")) - _NO_FLAGS,
        _previous(comment[2:].strip() for comment in by_mark.get("#|", ())),
        tuple(comment[1:].removeprefix(" ") for comment in by_mark.get("#", ())),
        (*by_mark.get("#.", ()), *by_mark.get("#:", ())),
        line in obsolete,
        line,
    )


def _previous(lines: Iterable[str]) -> str:
    """The text of the `msgid` among the lines behind `#|`."""
    text, is_open = "", False
    for line in lines:
        is_open = line.startswith("msgid") or (is_open and line.startswith('"'))
        if is_open and (string := re.search(_STRING, line)):
            text += unescape(string[0])
    return text


def _lines(message: Message) -> Iterator[str]:
    """The lines of one message."""
    yield from (f"# {line}".rstrip() for line in message.comments)
    yield from message.notes
    if message.flags:
        yield f"#, {', '.join(sorted(message.flags))}"
    mark = "#~" if message.is_obsolete else ""
    if message.previous:
        yield from _marked(f"{mark or '#'}| ", "msgid", message.previous)
    space = f"{mark} " if mark else ""
    if message.clause:
        yield from _marked(space, "msgctxt", message.clause)
    yield from _marked(space, "msgid", message.source)
    yield from _marked(space, "msgstr", message.text)


def _marked(mark: str, keyword: str, text: str) -> Iterator[str]:
    return (
        mark + line
        for line in f"{keyword} {normalize(text, prefix=mark, width=WIDTH)}".replace(f"\n{mark}", "\n").split("\n")
    )
