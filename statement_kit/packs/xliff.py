"""A pack as XLIFF 2, for agencies and everybody else who has a translator's tool.

Each clause is a unit, named by its id, of one segment; tools part it into sentences as they like. Marks are inline
codes with their original data, so that tools protect them. The modules for metadata and for glossaries say whose pack
it is, what each clause looked like when it left, and what terms are called. Everything here is in XLIFF 2.0 (OASIS
Standard, 5 August 2014) and unchanged in 2.1; as 2.0, more tools read it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from statement_kit.packs.inline_codes import CodeKind, Piece, Spanning, Standing, codes, pieces
from statement_kit.packs.pack import Pack, Row
from statement_kit.packs.wording import Instructions, instructions_for
from statement_kit.translation.glossary import Term

DOCUMENT = "urn:oasis:names:tc:xliff:document:2."
"""How the namespace of every XLIFF 2 begins; 2.0 and 2.1 share one, 2.2 has its own."""

METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"

CATEGORY = "statement-kit"
"""What the kit's own metadata, notes and sub-states are told by."""

PACK_VERSION = "1"
"""Of what the metadata says; a later kit may write another."""

STATES = {
    "missing": "initial",
    "stale": "initial",
    "fuzzy": "initial",
    "translated": "translated",
    "reviewed": "reviewed",
    "approved": "final",
}
"""Per state of a clause, that of its segment (XLIFF 2.0, 4.3.1.28)."""

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 can hold (2.2), not even as a reference."""

_CORE = f"{DOCUMENT}0"
_NAMESPACES = cast("dict[str, str]", {None: _CORE, "mda": METADATA, "gls": GLOSSARY})  # the stubs know no default

_STANDARD_SUBTYPES = {
    CodeKind.EMPHASIS: ("fmt", "xlf:i"),
    CodeKind.STRONG: ("fmt", "xlf:b"),
    CodeKind.BREAK: ("fmt", "xlf:lb"),
    CodeKind.PLACEHOLDER: ("ui", "xlf:var"),
    CodeKind.LINK: ("link", ""),
    CodeKind.ADDRESS: ("link", ""),
    CodeKind.NOTE: ("other", f"{CATEGORY}:note"),
}
"""Per kind of mark, its type and sub-type (XLIFF 2.0, 4.3.1.37 and 4.3.1.38)."""

_KEPT = {CodeKind.LINK, CodeKind.ADDRESS, CodeKind.NOTE, CodeKind.PLACEHOLDER}
"""Marks that a translation must have just as its source has them; emphasis and line breaks may differ."""


def write_xliff(pack: Pack) -> bytes:
    """A pack as an XLIFF 2.0 file; the same pack is always the same bytes."""
    root = etree.Element(f"{{{_CORE}}}xliff", nsmap=_NAMESPACES)
    root.set("version", "2.0")
    root.set("srcLang", pack.source_language)
    root.set("trgLang", pack.language)
    root.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    file = etree.SubElement(root, f"{{{_CORE}}}file", id="statement", original=_legal(pack.project))
    _metadata(
        file,
        {
            "version": PACK_VERSION,
            "project": pack.project,
            "source-language": pack.source_language,
            "language": pack.language,
        },
    )
    words = instructions_for(pack.language)
    for row in pack.rows:
        _unit(file, row, _terms(pack, row), words)
    _indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _unit(file: etree._Element, row: Row, terms: Iterable[tuple[Term, tuple[str, ...]]], words: Instructions) -> None:
    unit = etree.SubElement(file, f"{{{_CORE}}}unit", id=row.clause, name=row.clause)
    _glossary(unit, terms)
    _metadata(unit, {"digest": row.digest, "state": row.state})
    _notes(unit, row, words)
    source, target = pieces(row.source), pieces(row.text)
    data = _OriginalData(unit)
    state = STATES.get(row.state, "initial") if row.text else "initial"  # the only one without a target
    segment = etree.SubElement(unit, f"{{{_CORE}}}segment", state=state)
    if row.state in ("stale", "fuzzy"):
        segment.set("subState", f"{CATEGORY}:{row.state}")
    source_ids, target_ids = _code_ids(source, target)
    kept = _kept(source, target, is_translated=bool(row.text))
    _content(etree.SubElement(segment, f"{{{_CORE}}}source"), source, iter(source_ids), data, kept)
    if row.text:
        _content(etree.SubElement(segment, f"{{{_CORE}}}target"), target, iter(target_ids), data, kept)
    if not len(data.element):
        unit.remove(data.element)


def _metadata(parent: etree._Element, values: dict[str, str]) -> None:
    """What the kit says for itself (XLIFF 2.0, 5.4)."""
    group = etree.SubElement(etree.SubElement(parent, f"{{{METADATA}}}metadata"), f"{{{METADATA}}}metaGroup")
    group.set("category", CATEGORY)
    for name, value in values.items():
        etree.SubElement(group, f"{{{METADATA}}}meta", type=name).text = _legal(value)


def _terms(pack: Pack, row: Row) -> Iterator[tuple[Term, tuple[str, ...]]]:
    """The terms that stand in a clause, with what they are called, where that or a note is known."""
    source = row.source.casefold()
    for term in pack.glossary:
        renderings = term.renderings_in(pack.language)
        if term.term.casefold() in source and (renderings or term.note):
            yield term, renderings


def _glossary(unit: etree._Element, terms: Iterable[tuple[Term, tuple[str, ...]]]) -> None:
    """The terms of a clause (XLIFF 2.0, 5.2, where a glossary belongs to a unit)."""
    glossary = etree.Element(f"{{{GLOSSARY}}}glossary")
    for term, renderings in terms:
        entry = etree.SubElement(glossary, f"{{{GLOSSARY}}}glossEntry")
        etree.SubElement(entry, f"{{{GLOSSARY}}}term").text = _legal(term.term)
        for rendering in renderings:
            etree.SubElement(entry, f"{{{GLOSSARY}}}translation").text = _legal(rendering)
        if term.note:
            etree.SubElement(entry, f"{{{GLOSSARY}}}definition").text = _legal(term.note)
    if len(glossary):
        unit.append(glossary)


def _notes(unit: etree._Element, row: Row, words: Instructions) -> None:
    """What the translator should read: what became of the clause, its old source, what was written about it."""
    notes = etree.SubElement(unit, f"{{{_CORE}}}notes")
    state = f"{words.columns['state']}: {words.state(row.state)}"
    previous = f"{words.columns['previous']}: {row.previous}" if row.previous else ""
    for name, text in (("state", state), ("previous", previous)):
        if text:
            note = etree.SubElement(notes, f"{{{_CORE}}}note", id=name, category=f"{CATEGORY}:{name}")
            note.text = _legal(text)
    if row.note:
        etree.SubElement(notes, f"{{{_CORE}}}note", id="note", appliesTo="target").text = _legal(row.note)


@dataclass(slots=True)
class _OriginalData:
    """What the marks of a unit look like, each once."""

    unit: etree._Element
    element: etree._Element = field(init=False)
    ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.element = etree.SubElement(self.unit, f"{{{_CORE}}}originalData")

    def id_of(self, typed: str) -> str:
        """The id of a mark's data."""
        if typed not in self.ids:
            self.ids[typed] = f"d{len(self.ids) + 1}"
            _add(etree.SubElement(self.element, f"{{{_CORE}}}data", id=self.ids[typed]), typed)
        return self.ids[typed]


def _signature(code: Standing | Spanning) -> tuple[str, ...]:
    """What two marks have in common that mean the same."""
    return (code.typed,) if isinstance(code, Standing) else (code.opening, code.closing)


def _code_ids(source: tuple[Piece, ...], target: tuple[Piece, ...]) -> tuple[list[str], list[str]]:
    """The ids of the marks of both texts, in the order of `codes`; a mark of the target has that of its like."""
    free: dict[tuple[str, ...], list[str]] = {}
    source_ids = []
    for n, code in enumerate(codes(source), 1):
        source_ids.append(str(n))
        free.setdefault(_signature(code), []).append(str(n))
    last = len(source_ids)
    target_ids = []
    for code in codes(target):
        like = free.get(_signature(code))
        if not like:
            last += 1
        target_ids.append(like.pop(0) if like else str(last))
    return source_ids, target_ids


def _kept(source: tuple[Piece, ...], target: tuple[Piece, ...], *, is_translated: bool) -> set[tuple[str, ...]]:
    """The marks that tools shall not let a translator delete or double.

    A translation that has lost one already would not be valid with the rule that it has broken (4.3.1.4): there it is
    left to the kit, which refuses to publish such a translation.
    """
    needed = Counter(_signature(code) for code in codes(source) if code.kind in _KEPT)
    there = Counter(_signature(code) for code in codes(target) if code.kind in _KEPT)
    return {code for code, times in needed.items() if not is_translated or there[code] == times}


def _content(
    parent: etree._Element,
    found: tuple[Piece, ...],
    ids: Iterator[str],
    data: _OriginalData,
    kept: set[tuple[str, ...]],
) -> None:
    """The words and marks of a text (XLIFF 2.0, 4.2.3)."""
    for piece in found:
        if isinstance(piece, str):
            _add(parent, piece)
            continue
        name = "ph" if isinstance(piece, Standing) else "pc"
        element = etree.SubElement(parent, f"{{{_CORE}}}{name}", id=next(ids))
        kind, subtype = _STANDARD_SUBTYPES[piece.kind]
        element.set("type", kind)
        if subtype:
            element.set("subType", subtype)
        if _signature(piece) in kept:
            element.set("canCopy", "no")
            element.set("canDelete", "no")
        if isinstance(piece, Standing):
            element.set("dataRef", data.id_of(piece.typed))
            if piece.kind is not CodeKind.BREAK:
                element.set("disp", _legal(piece.typed))
        else:
            element.set("dataRefStart", data.id_of(piece.opening))
            element.set("dataRefEnd", data.id_of(piece.closing))
            _content(element, piece.content, ids, data, kept)


def _add(parent: etree._Element, text: str) -> None:
    """Put words behind all that an element holds; what XML cannot hold becomes `<cp>` (XLIFF 2.0, 4.2.3.1)."""
    at = 0
    for match in [*ILLEGAL.finditer(text), None]:
        words = text[at : match.start() if match else len(text)]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words
        if match:
            etree.SubElement(parent, f"{{{_CORE}}}cp", hex=f"{ord(match[0]):04X}")
            at = match.end()


def _legal(text: str) -> str:
    """A text for people where XLIFF has no `<cp>`: what XML cannot hold shows as the sign for a lost character."""
    return ILLEGAL.sub("\ufffd", text)


_INDENTED = {
    "xliff",
    "file",
    "unit",
    "notes",
    "originalData",
    "segment",
    "metadata",
    "metaGroup",
    "glossary",
    "glossEntry",
}
"""Elements that hold no words of their own, so that white space in them says nothing."""


def _indent(element: etree._Element, depth: int = 0) -> None:
    """Put each element that holds no words on a line of its own, so that people can read and compare the file."""
    if etree.QName(element).localname not in _INDENTED or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth
