"""XLIFF 2 that comes back: from whatever tool, in whatever order, parted into whatever sentences.

Tools may part a unit into segments, put segments in another order, add modules, notes and annotations, write `<sc>`
and `<ec>` for `<pc>`, and choose other prefixes. All that is read; what cannot be a pack, or could do harm, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from statement_kit.diagnostics import CatalogError, Diagnostic, Location
from statement_kit.packs.parts import MOST_BYTES, local
from statement_kit.packs.returned import Returned, ReturnedRow, Verdict, finding, refusal, refuse
from statement_kit.packs.stamp import one_line
from statement_kit.packs.xliff import CATEGORY, DOCUMENT, METADATA, PACK_VERSION, STATES
from statement_kit.translation.digest import pair_digest

_ANY_XLIFF = "urn:oasis:names:tc:xliff:document:"
_ENCODING = re.compile(r"""\ufeff?<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["'][^>]*\?>""")
_DECLARATION = re.compile(r"\ufeff?<\?xml[^>]*\?>")
_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"}

_SURE = ("translated", "reviewed", "final")
"""States of a segment that a person has put it into (XLIFF 2.0, 4.3.1.28)."""

_WELL_KNOWN = {"xlf:b": ("**", "**"), "xlf:i": ("*", "*"), "xlf:lb": ("\\\n", "")}
"""Per sub-type that every tool knows (XLIFF 2.0, 4.3.1.38), what a mark that a translator has added looks like."""

_START = "Ask for the file again as XLIFF 2.0 or 2.1, which is how it was sent out."


def is_xliff(data: bytes) -> bool:
    """Whether a file may be XLIFF, of any version, by what it begins with."""
    beginning = data[:4_000].replace(b"\0", b"").lower()
    return b"<xliff" in beginning or b":xliff" in beginning


def read_xliff(data: bytes, path: str) -> Returned:
    """Read a pack from an XLIFF 2 file.

    Args:
        data: The file.
        path: Its path, for messages.

    Raises:
        CatalogError: It is no XLIFF 2 or no pack, or could do harm; or with every clause that stands in it twice, or
            has a mark nobody can tell any more.
    """
    root = _parse(data, path)
    core = _core(root, path)
    said = [_said(file) for file in root.iter(f"{{{core}}}file")]
    project, source_language, language = _owner(root, said, _place(root, path))
    rows: list[ReturnedRow] = []
    problems: list[Diagnostic] = []
    for unit in root.iter(f"{{{core}}}unit"):
        try:
            rows.append(_row(_Unit(unit, core, path)))
        except CatalogError as error:
            problems += error.diagnostics
    refuse([*problems, *_repeated(rows)])
    return Returned(project, source_language, language, tuple(rows), path)


def _parse(data: bytes, path: str) -> etree._Element:
    """The file as XML that can ask for nothing: no entities, nothing fetched, nothing run."""
    if len(data) > MOST_BYTES:
        message = f"The file has {len(data) / 1e6:.0f} MB; a pack has at most {MOST_BYTES / 1e6:.0f}."
        raise refusal("too-large", message, Location(path), "Ask for the translated file alone, without memories.")
    text = _text(data, path)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        message = "This file defines XML entities, as no pack does and some attacks do."
        hint = "Do not open it. Ask whoever sent it where it comes from."
        at = min(found for name in ("<!DOCTYPE", "<!ENTITY") if (found := text.find(name)) >= 0)
        raise refusal("entities", message, Location(path, text.count("\n", 0, at) + 1), hint)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(_DECLARATION.sub("", text, count=1).encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        line = error.lineno if isinstance(error, etree.XMLSyntaxError) else None
        hint = "Ask for the file again; it was damaged on the way, or saved by something that is no translator's tool."
        raise refusal("damaged", "This file cannot be read: it is no XML.", Location(path, line), hint) from error


def _text(data: bytes, path: str) -> str:
    """The file as text: UTF-8 or UTF-16, which XML tools must know (XML 1.0, 2.2)."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        message = "This file cannot be read: it is neither UTF-8 nor UTF-16."
        raise refusal("damaged", message, Location(path), "Ask for the file again, saved as UTF-8.") from error
    named = _ENCODING.match(text)
    if named and named[1].lower() not in _ENCODINGS:
        message = f"This file cannot be read: it says its encoding is “{named[1][:20]}”."
        raise refusal("damaged", message, Location(path, 1), "Ask for the file again, saved as UTF-8.")
    return text


def _core(root: etree._Element, path: str) -> str:
    """The namespace of XLIFF itself in this file."""
    name = etree.QName(root)
    namespace, where = name.namespace or "", _place(root, path)
    version = str(root.get("version", ""))
    if name.localname == "xliff" and namespace.startswith(DOCUMENT) and version.startswith("2."):
        return namespace
    if name.localname == "xliff" and (namespace.startswith(_ANY_XLIFF) or not namespace):
        named = version or namespace.removeprefix(_ANY_XLIFF) or "without a version"
        message = f"This is XLIFF {named[:20]}; the kit reads XLIFF 2."
        if named.startswith("1."):
            message = f"This is XLIFF {named[:20]}, an older format than the XLIFF 2 that packs are."
        raise refusal("xliff-version", message, where, _START)
    message = f"This is no XLIFF file: it begins with <{name.localname[:40]}>."
    raise refusal("no-xliff", message, where, "Send back the .xlf file that “statement-kit pack” made, translated.")


def _place(element: etree._Element, path: str) -> Location:
    """Where an element begins."""
    return Location(path, cast("int | None", element.sourceline))


def _words(element: etree._Element) -> str:
    """All words in an element."""
    return "".join(map(str, element.itertext()))


def _said(element: etree._Element) -> dict[str, str]:
    """What the kit said for itself about a file or a unit, as far as it came back."""
    found: dict[str, str] = {}
    for group in element.iterfind(f"{{{METADATA}}}metadata//{{{METADATA}}}metaGroup"):
        if group.get("category") == CATEGORY:
            found |= {str(meta.get("type")): _words(meta) for meta in group}
    return found


def _owner(root: etree._Element, said: list[dict[str, str]], where: Location) -> tuple[str, str, str]:
    """Whose pack a file is: its project, the language of its sources, that of its translations.

    The metadata knows best; where a tool has lost it, the attributes of XLIFF itself say nearly the same.
    """
    if later := next((one["version"] for one in said if one.get("version", PACK_VERSION) != PACK_VERSION), ""):
        message = f"This pack was made by a later version of the kit (packs of kind {later[:20]})."
        raise refusal("version", message, where, "Install the current version of the kit, and try again.")
    core = etree.QName(root).namespace
    files = root.findall(f"{{{core}}}file")
    named = [one.get("project") or str(file.get("original", "")) for one, file in zip(said, files, strict=True)]
    projects = list(dict.fromkeys(name for name in named if name))
    if not projects:
        message = "This file does not say which statement it belongs to, so nothing of it can be put anywhere."
        hint = "Send back the .xlf file that “statement-kit pack” made, translated."
        raise refusal("no-owner", message, where, hint)
    if len(projects) > 1:
        message = f"This file holds several statements: {', '.join(name[:40] for name in projects[:5])}."
        raise refusal("several-statements", message, where, "Ask for a file of its own for each.")
    first = next((one for one in said if one.get("language")), {})
    return (
        one_line(projects[0]),
        _language(first.get("source-language", ""), str(root.get("srcLang", ""))),
        _language(first.get("language", ""), str(root.get("trgLang", ""))),
    )


def _language(ours: str, theirs: str) -> str:
    """A language's tag: ours, if the tool's differs in the region only (`km-KH`); a tool needs one, we may not."""
    is_same = ours.partition("-")[0].casefold() == theirs.partition("-")[0].casefold()
    return ours if ours and (is_same or not theirs) else theirs


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit of the file."""

    element: etree._Element
    core: str
    path: str

    @property
    def where(self) -> Location:
        return _place(self.element, self.path)

    @property
    def clause(self) -> str:
        """The id of its clause; a tool may give ids of its own, but not names."""
        return str(self.element.get("name") or self.element.get("id", ""))

    def children(self, *names: str) -> list[etree._Element]:
        """Those of its children that have one of these names in XLIFF itself."""
        wanted = {f"{{{self.core}}}{name}" for name in names}
        return [child for child in self.element if child.tag in wanted]

    def part(self, parent: etree._Element, name: str) -> etree._Element | None:
        """A child of one of its parts."""
        return parent.find(f"{{{self.core}}}{name}")


def _row(unit: _Unit) -> ReturnedRow:
    """A clause as it came back.

    Raises:
        CatalogError: It has a mark that nobody can tell, or a number that is no character.
    """
    said, texts = _said(unit.element), _Texts(unit)
    parts = unit.children("segment", "ignorable")
    source = "".join(texts.of(part, "source") or "" for part in parts)
    text, digest = _joined(unit, parts, texts), said.get("digest", "")
    verdict = Verdict.NONE
    if text:
        is_changed = pair_digest(source, text) != digest
        verdict = _verdict(parts, STATES.get(said.get("state", ""), "initial"), texts, is_changed=is_changed)
    return ReturnedRow(unit.clause, source, text, _note(unit), verdict, digest, unit.where)


def _joined(unit: _Unit, parts: list[etree._Element], texts: _Texts) -> str:
    """The translation of a unit, its segments put together in the order they ask for; empty where there is none.

    What stands between segments and has no translation is white space, and stays (XLIFF 2.0, 4.2.2.6).
    """
    if not any(texts.of(part, "target") for part in parts if local(part) == "segment"):
        return ""
    placed = []
    for n, part in enumerate(parts, 1):
        target = unit.part(part, "target")
        order = str(target.get("order", "")) if target is not None else ""
        between = texts.of(part, "source") if local(part) == "ignorable" else ""
        placed.append((int(order) if re.fullmatch("[0-9]{1,6}", order) else n, n, texts.of(part, "target", between)))
    return "".join(str(text) for _, _, text in sorted(placed))


def _verdict(parts: list[etree._Element], before: str, texts: _Texts, *, is_changed: bool) -> Verdict:
    """What the tool says of a translation.

    It is done if every segment is in a better state than it left in. It is doubtful if a segment was taken back or left
    out; or if it is new and the tool says that nobody has confirmed it, as of what a machine has proposed.
    """
    segments = [part for part in parts if local(part) == "segment" and (texts.of(part, "source") or "").strip()]
    if any(not texts.of(segment, "target") for segment in segments):
        return Verdict.DOUBTFUL
    states = {str(segment.get("state", "")) for segment in segments}
    if "initial" in states and (is_changed or before in _SURE):
        return Verdict.DOUBTFUL
    return Verdict.DONE if states and states <= set(_SURE) - {before} else Verdict.NONE


def _note(unit: _Unit) -> str:
    """What translators wrote: every note but those that the kit wrote for them."""
    own = {f"{CATEGORY}:state", f"{CATEGORY}:previous"}
    found = [note for group in unit.children("notes") for note in group if note.get("category") not in own]
    return "\n".join(text for note in found if (text := _words(note)))


class _Texts:
    """The words of a unit as they were typed, each mark as what it stands for."""

    def __init__(self, unit: _Unit) -> None:
        self._unit = unit
        self._data: dict[str, str] = {}
        for data in (child for group in unit.children("originalData") for child in group):
            self._data[str(data.get("id", ""))] = self._plain(data)
        self._known: dict[str, tuple[str, str]] = {}
        for code in unit.element.iter(*(f"{{{unit.core}}}{name}" for name in ("ph", "pc", "sc", "ec"))):
            self._remember(code)

    def _remember(self, code: etree._Element) -> None:
        """Note what a code refers to under its id, for copies of it that do not."""
        start, end = self._known.get(_code_id(code), ("", ""))
        kind = local(code)
        start = (
            str(code.get("dataRefStart" if kind == "pc" else "dataRef", "")) if kind != "ec" and not start else start
        )
        end = (
            str(code.get("dataRefEnd" if kind == "pc" else "dataRef", "")) if kind in ("pc", "ec") and not end else end
        )
        self._known[_code_id(code)] = (start, end)

    def of(self, part: etree._Element, name: str, absent: str | None = None) -> str | None:
        """The source or target of a segment; `absent` where it has none."""
        found = self._unit.part(part, name)
        return absent if found is None else self._plain(found)

    def _plain(self, element: etree._Element) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if etree.QName(child).namespace == self._unit.core:
                yield from self._code(child)
            yield child.tail or ""

    def _code(self, code: etree._Element) -> Iterator[str]:
        kind = local(code)
        if kind == "cp":
            yield self._character(code)
        elif kind == "mrk":
            yield from self._pieces(code)
        elif kind == "pc":
            yield self._typed(code, 0)
            yield from self._pieces(code)
            yield self._typed(code, 1)
        elif kind in ("ph", "sc", "ec"):
            yield self._typed(code, int(kind == "ec"))

    def _character(self, code: etree._Element) -> str:
        """The character of a `<cp>`."""
        number = str(code.get("hex", ""))
        if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", number) or int(number, 16) > 0x10FFFF:
            message = f"“{number[:20]}” is the number of no character."
            hint = "Ask for the file again; no tool that knows XLIFF 2 writes such a number."
            raise refusal("damaged", message, _place(code, self._unit.path), hint, self._unit.clause)
        return chr(int(number, 16))

    def _typed(self, code: etree._Element, side: int) -> str:
        """What a mark looks like where it begins (0) or ends (1)."""
        own = ("dataRefStart", "dataRefEnd")[side] if local(code) == "pc" else "dataRef"
        asked = [str(code.get(own, ""))]
        asked += [self._known[key][side] for key in (code.get("copyOf"), _code_id(code)) if key in self._known]
        found = next((self._data[key] for key in asked if key in self._data), None)
        if found is None and code.get("subType") in _WELL_KNOWN:
            return _WELL_KNOWN[str(code.get("subType"))][side]
        if found is None:
            message = f"The translation of {self._unit.clause} has a mark that this file does not explain any more."
            hint = "Ask for the file again with its original data; or take the mark out in the tool, and type it."
            where = _place(code, self._unit.path)
            raise refusal("lost-mark", message, where, hint, self._unit.clause)
        return found


def _code_id(code: etree._Element) -> str:
    """The id of a mark; that of its beginning, if it is the end of one."""
    return str(code.get("startRef") or code.get("id", ""))


def _repeated(rows: list[ReturnedRow]) -> Iterator[Diagnostic]:
    """Every unit whose clause another has already: nobody could say which of the two is meant."""
    lines: dict[str, int | None] = {}
    for row in rows:
        if row.clause in lines:
            message = f"The clause {row.clause} stands here again; line {lines[row.clause]} has it already."
            yield finding("repeated-clause", message, row.place, "Delete the unit that is not meant.", row.clause)
        lines.setdefault(row.clause, row.place.line)
