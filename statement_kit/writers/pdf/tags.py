"""The logical tree as objects of the file: elements, and the way back to them from a page (ISO 32000-1 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfbase.pdfdoc import format as formatted

from statement_kit.layout.frames import PlacedPicture
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf.content import number
from statement_kit.writers.pdf.file import PdfFile, Reference
from statement_kit.writers.pdf.structure import Element, Leaf

_ROLE_MAP = b"<</Em/Span/Strong/Span>>"
"""What readers that know only the standard types (14.8.4) take our own ones for."""


class Annotation(NamedTuple):
    """An annotation that belongs to an element.

    Attributes:
        element: The element.
        page: The page it lies on, counted from 0.
        reference: Its object.
    """

    element: Element
    page: int
    reference: Reference


def add_structure(
    file: PdfFile,
    root: Element,
    pages: Sequence[Reference],
    marked: Sequence[Sequence[Element]],
    annotations: Sequence[Annotation],
    height_pt: float,
) -> Reference:
    """Put the tree into the file.

    Args:
        file: The file.
        root: The tree.
        pages: The pages.
        marked: Per page, the element of each of its marked-content identifiers.
        annotations: In the order of their `StructParent`, which counts on from the pages.
        height_pt: Height of a page.

    Returns:
        The structure tree root, for the catalog.
    """
    tree = _Tree(file, pages, annotations, height_pt)
    top, document = file.reserve(), tree.add(root)
    tree.write(top)
    owners = [b"[%b]" % b" ".join(tree.named(element) for element in page) for page in marked]
    owners += [tree.named(annotation.element) for annotation in annotations]
    numbers = b" ".join(b"%d %b" % (key, owner) for key, owner in enumerate(owners))
    parents = file.add(b"<</Nums[%b]>>" % numbers)
    return file.put(
        top,
        b"<</Type/StructTreeRoot/K %b/ParentTree %b/ParentTreeNextKey %d/IDTree %b/RoleMap%b>>"
        % (_named(document), _named(parents), len(owners), _named(tree.identifiers()), _ROLE_MAP),
    )


class _Tree:
    """Elements on their way into a file: all get their numbers first, since they name one another."""

    def __init__(
        self, file: PdfFile, pages: Sequence[Reference], annotations: Sequence[Annotation], height_pt: float
    ) -> None:
        self._file = file
        self._height_pt = height_pt
        self._pages = [_named(page) for page in pages]
        self._references: dict[Element, Reference] = {}
        self._names: dict[Element, bytes] = {}
        self._annotations: dict[Element, list[Annotation]] = {}
        for annotation in annotations:
            self._annotations.setdefault(annotation.element, []).append(annotation)

    def add(self, element: Element) -> Reference:
        """A number for an element and for everything below it."""
        reference = self._references[element] = self._file.reserve()
        self._names[element] = _named(reference)
        for kid in element.kids:
            if isinstance(kid, Element):
                self.add(kid)
        return reference

    def named(self, element: Element) -> bytes:
        """An element as others name it."""
        return self._names[element]

    def write(self, top: Reference) -> None:
        """Put all elements into the file, the root of them under the root of the tree."""
        for element, reference in self._references.items():
            parent = self._names[element.parent] if element.parent else _named(top)
            kids = b" ".join(self._kids(element))
            attributes = b"".join(self._attributes(element))
            self._file.put(reference, b"<</S/%b/P %b/K[%b]%b>>" % (element.tag.encode(), parent, kids, attributes))

    def identifiers(self) -> Reference:
        """The tree of names that leads from the ids of blocks to their elements (7.9.6)."""
        named = sorted((_string(element.id), element) for element in self._references if element.id)
        pairs = b" ".join(b"%b %b" % (name, self.named(element)) for name, element in named)
        limits = b"%b %b" % (named[0][0], named[-1][0])
        kid = self._file.add(b"<</Names[%b]/Limits[%b]>>" % (pairs, limits))
        return self._file.add(b"<</Kids[%b]>>" % _named(kid))

    def _kids(self, element: Element) -> Iterator[bytes]:
        for kid in element.kids:
            if isinstance(kid, Leaf):
                for page, mcid in kid.marked:
                    yield b"<</Type/MCR/Pg %b/MCID %d>>" % (self._pages[page], mcid)
            else:
                yield self._names[kid]
        for annotation in self._annotations.get(element, ()):
            yield b"<</Type/OBJR/Pg %b/Obj %b>>" % (self._pages[annotation.page], _named(annotation.reference))

    def _attributes(self, element: Element) -> Iterator[bytes]:
        if element.id:
            yield b"/ID" + _string(element.id)
        if element.language:
            yield b"/Lang" + _string(element.language)
        if element.numbering:
            yield b"/A<</O/List/ListNumbering/%b>>" % element.numbering.encode()
        if element.picture:
            yield b"/Alt" + formatted(PDFString(element.picture.alt.translate(IGNORABLE)), self._file)
            yield b"/A<</O/Layout/Placement/Block/BBox[%b]>>" % self._box(element.picture)

    def _box(self, picture: PlacedPicture) -> bytes:
        """Where a picture is seen on its page (14.8.5.4.5)."""
        right_pt, top_pt = picture.x_pt + picture.width_pt, self._height_pt - picture.y_pt
        corners = picture.x_pt, top_pt - picture.height_pt, right_pt, top_pt
        return " ".join(map(number, corners)).encode()


def _named(reference: Reference) -> bytes:
    return reference.format(None)


def _string(name: str) -> bytes:
    """An id or a language's tag, which hold nothing that a string of PDF would have to escape."""
    return b"(%b)" % name.encode("ascii")
