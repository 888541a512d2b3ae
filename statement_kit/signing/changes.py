"""What was put behind a revision of a file: nothing but further signatures, or something that changes it.

A PDF may be changed by an update at its end, which a signature does not cover and readers show without a word. The
catalog may get a form of signatures, a page the fields of such, the logical tree an element for each; whatever
else replaces an object of the revision is a change. New objects by themselves are none: only what was there
leads to them.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, Reference
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

from statement_kit.signing.opening import entry, reading
from statement_kit.signing.sheet import Box, read_sheet

_CATALOG = frozenset(("/AcroForm", "/DSS", "/Extensions", "/Version"))
"""Entries of the catalog that signing adds or changes; the first is looked at, the others show nothing."""

_FORM = frozenset(("/DSS", "/Fields", "/SigFlags"))
_FIELD = frozenset(
    ("/AP", "/F", "/FT", "/Lock", "/P", "/Rect", "/StructParent", "/Subtype", "/T", "/TU", "/Type", "/V")
)
_ELEMENT = frozenset(("/K", "/P", "/S", "/Type"))
_EDGE_PT = 0.5
"""How far ink may reach into a stamp's box unseen: the box of a letter is a little larger than the letter."""


def changes_since(pdf: bytes, reader: PdfFileReader, revision: int) -> tuple[str, ...]:
    """What was changed behind a revision, beside signatures that were added; empty if nothing was.

    Args:
        pdf: The file.
        reader: A reader of it.
        revision: The revision, counted from 0.

    Raises:
        SigningError: The file is damaged.
    """
    last: int = reader.xrefs.total_revisions - 1
    with reading():
        if pdf.removeprefix(_until(pdf, reader.xrefs.get_xref_container_info(last).end_location)).strip():
            return ("something was put behind the end of the file",)
        if revision == last:
            return ()
        review = _Review(pdf, reader.get_historical_resolver(revision), reader.get_historical_resolver(last))
        return tuple(dict.fromkeys(review.changes()))


class _Review:
    """The comparison of a revision with a later one; what it has looked at and found right is `_seen`."""

    def __init__(self, pdf: bytes, old: HistoricalResolver, new: HistoricalResolver) -> None:
        self._pdf = pdf
        self._old = old
        self._new = new
        self._seen: set[object] = set()
        self._fields: set[Reference] = set()

    def changes(self) -> Iterator[str]:
        """What was changed, in words that end a sentence."""
        yield from self._catalog()
        yield from self._form()
        yield from self._pages()
        yield from self._tree()
        for revision in range(self._old.revision + 1, self._new.revision + 1):
            step = self._new.reader.get_historical_resolver(revision)
            if step.refs_freed_in_revision():
                yield "parts of the file were removed"
            for reference in step.explicit_refs_in_revision():
                if not self._old.is_ref_unassignable(reference) and not self._is_explained(reference):
                    yield "parts of the file were replaced"

    def _is_explained(self, reference: Reference) -> bool:
        if reference in self._seen:
            return True
        try:
            return _same(self._old(reference), self._new(reference))
        except PdfReadError:  # what pyHanko cannot look up as it was has been replaced
            return False

    def _catalog(self) -> Iterator[str]:
        self._seen.add(self._old.root_ref)
        if self._old.root_ref != self._new.root_ref or not _same_but(self._old.root, self._new.root, _CATALOG):
            yield "the catalog of the file was replaced"

    def _form(self) -> Iterator[str]:
        """The form: fields that were there stay, and those that come are signatures."""
        old, new = (entry(root, "/AcroForm", DictionaryObject()) for root in (self._old.root, self._new.root))
        before, after = (entry(form, "/Fields", ArrayObject()) for form in (old, new))
        self._note(self._old.root, "/AcroForm")
        self._note(old, "/Fields")
        added = _added(before, after)
        if added is None or not _same_but(old, new, _FORM):
            yield "the form of the file was changed"
        for field in added or ():
            self._fields.add(field.reference)
            if not _is_signature(field.get_object()):
                yield "a form field was added that is no signature"

    def _pages(self) -> Iterator[str]:
        """Pages: each gets nothing but signature fields, and these hide nothing."""
        pairs = zip(_pages(self._old), _pages(self._new), strict=False)
        for number, (old, new) in enumerate(pairs):
            self._seen.add(old.container_ref)
            self._note(old, "/Annots")
            added = _added(*(entry(page, "/Annots", ArrayObject()) for page in (old, new)))
            if not _same_but(old, new, frozenset(("/Annots",))):
                yield f"page {number + 1} was replaced"
            if added is None or not {each.reference for each in added} <= self._fields:
                yield f"something was laid over page {number + 1}"
            elif any(self._hides(number, each.get_object()) for each in added):
                yield f"a signature was laid over what stands on page {number + 1}"

    def _hides(self, page: int, field: DictionaryObject) -> bool:
        box = Box(*(float(edge) for edge in field["/Rect"])).grown(-_EDGE_PT)
        if box.is_empty:
            return False
        end = self._new.reader.xrefs.get_xref_container_info(self._old.revision).end_location
        sheet = read_sheet(_until(self._pdf, end), page)
        return any(box.meets(other) for other in sheet.boxes)

    def _tree(self) -> Iterator[str]:
        """The logical tree: it gets elements at its end, each of which holds a signature field and nothing else."""
        if "/StructTreeRoot" not in self._old.root:
            return
        old, new = (root["/StructTreeRoot"] for root in (self._old.root, self._new.root))
        self._note(self._old.root, "/StructTreeRoot")
        self._note(old, "/ParentTree")
        if not _same_but(old, new, frozenset(("/K", "/ParentTree", "/ParentTreeNextKey"))):
            yield "the order of reading was changed"
        elements = yield from self._elements(old, new)
        before, after = (entry(tree["/ParentTree"], "/Nums", ArrayObject()) for tree in (old, new))
        self._note(old["/ParentTree"], "/Nums")
        pairs = _extra(before, after)
        is_like = _same_but(old["/ParentTree"], new["/ParentTree"], frozenset(("/Nums",)))
        if not is_like or pairs is None or not {pair.reference for pair in pairs[1::2]} <= elements:
            yield "the order of reading was changed"

    def _elements(self, old: DictionaryObject, new: DictionaryObject) -> Generator[str, None, set[Reference]]:
        """What is wrong with the elements that were added to the topmost one; in the end, these."""
        self._note(old, "/K")
        before, after = (tree["/K"] for tree in (old, new))
        if isinstance(before, ArrayObject):
            before, after = before[0], after[0]
            self._seen.add(before.container_ref)
        self._note(before, "/K")
        added = _added(before["/K"], after["/K"])
        if added is None or not _same_but(before, after, frozenset(("/K",))):
            yield "the order of reading was changed"
        for element in added or ():
            if not self._is_form(element.get_object()):
                yield "something was added to what is read aloud"
        return {element.reference for element in added or ()}

    def _is_form(self, element: DictionaryObject) -> bool:
        kid = entry(element, "/K")
        return (
            element.keys() <= _ELEMENT
            and element.get("/S") == "/Form"
            and isinstance(kid, DictionaryObject)
            and kid.get("/Type") == "/OBJR"
            and kid.raw_get("/Obj").reference in self._fields
        )

    def _note(self, holder: DictionaryObject, key: str) -> None:
        """That what an entry leads to is looked at by itself."""
        value = holder.raw_get(key) if key in holder else None
        if isinstance(value, IndirectObject):
            self._seen.add(value.reference)


def _until(pdf: bytes, end: int) -> bytes:
    """A file as it was when a revision ended, whose cross-references end there: up to its end-of-file mark."""
    mark = pdf.index(b"%%EOF", end)
    return pdf[: mark + len(b"%%EOF")]


def _pages(revision: HistoricalResolver) -> Iterator[DictionaryObject]:
    """The pages, in order."""
    waiting, seen = [revision.root["/Pages"]], set()
    while waiting:
        node = waiting.pop(0)
        if node.container_ref in seen:
            raise ValueError("a page is listed twice")
        seen.add(node.container_ref)
        if "/Kids" in node:
            waiting = [*(kid.get_object() for kid in node["/Kids"]), *waiting]
        else:
            yield node


def _is_signature(field: DictionaryObject) -> bool:
    """Whether a field is a signature and its widget, without an action of its own."""
    return field.keys() <= _FIELD and field.get("/FT") == "/Sig" and field.get("/Subtype") == "/Widget"


def _extra(before: ArrayObject, after: ArrayObject) -> list[Any] | None:
    """What an array has got at its end; None where what was there is not there any more."""
    is_longer = len(before) <= len(after) and all(
        _same(before.raw_get(at), after.raw_get(at)) for at in range(len(before))
    )
    return [after.raw_get(at) for at in range(len(before), len(after))] if is_longer else None


def _added(before: ArrayObject, after: ArrayObject) -> list[IndirectObject] | None:
    """The same of an array of objects that stand by themselves; None too where something else was added."""
    extra = _extra(before, after)
    if extra is None or not all(isinstance(each, IndirectObject) for each in extra):
        return None
    return extra


def _same_but(before: DictionaryObject, after: DictionaryObject, but: frozenset[str]) -> bool:
    """Whether two dictionaries hold the same, some entries aside."""
    keys = (before.keys() | after.keys()) - but
    return all(key in before and key in after and _same(before.raw_get(key), after.raw_get(key)) for key in keys)


def _same(before: PdfObject, after: PdfObject) -> bool:
    """Whether two objects are written alike."""
    return _written(before) == _written(after)


def _written(item: PdfObject) -> bytes:
    stream = BytesIO()
    item.write_to_stream(stream)
    return stream.getvalue()
