"""The logical tree of a file (ISO 32000-1 14.7, 14.8), made from blocks before anything is drawn.

Page order is not reading order: a paragraph that runs over two pages is one element, and a note is read where the text
refers to it. Drawing asks the tree which element a stretch of text belongs to, and notes there what was drawn where.
Of several documents in one file each is a `Sect` in its own language, read one after the other wherever they stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from statement_kit.document.blocks import HEADING_LEVELS, Block, Document, Role
from statement_kit.languages.likely import likely_language
from statement_kit.languages.registry import Language
from statement_kit.layout.frames import PlacedPicture, Segment
from statement_kit.layout.voices import VisibleText
from statement_kit.markup import Mark, MarkKind
from statement_kit.text.itemize import script_of, script_spans

_LATIN = "Latn"

MOST_ENTRIES = 500
"""How many entries one list of endorsers has at most."""


class Leaf:
    """A stretch of text that stands directly in an element.

    Attributes:
        element: The element.
        marked: Where it was drawn: pages, counted from 0, and marked-content identifiers on them.
    """

    __slots__ = ("element", "marked")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.marked: list[tuple[int, int]] = []


class Element:
    """A structure element.

    Attributes:
        tag: Its structure type.
        parent: What holds it; None for the root.
        kids: What it holds, in reading order.
        id: The id of the block it stands for, if it stands for one.
        language: BCP 47 tag, where it is another than around it.
        numbering: How the labels of a list are made (ISO 32000-1 table 347).
        picture: The picture it stands for, if it stands for one.
    """

    __slots__ = ("id", "kids", "language", "numbering", "parent", "picture", "tag")

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        *,
        id: str = "",  # noqa: A002 - the word of blocks and of PDF
        language: str = "",
        numbering: str = "",
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.kids: list[Element | Leaf] = []
        self.id = id
        self.language = language
        self.numbering = numbering
        self.picture: PlacedPicture | None = None

    def add(self, tag: str, **attributes: str) -> Element:
        """Give it an element as its next kid."""
        kid = Element(tag, self, **attributes)
        self.kids.append(kid)
        return kid

    def within(self, tag: str) -> Element:
        """The innermost element of a tag that it is in, be it itself."""
        element = self
        while element.tag != tag and element.parent:
            element = element.parent
        return element

    def add_leaf(self) -> Leaf:
        """Give it a stretch of text as its next kid."""
        leaf = Leaf(self)
        self.kids.append(leaf)
        return leaf


class _BlockText:
    """The leaves of one block: of its label, and of its text with the place where each begins."""

    def __init__(self) -> None:
        self.label: Leaf | None = None
        self.starts: list[int] = []
        self.leaves: list[Leaf] = []


class Structure:
    """The tree of one document or of several, and the way from a drawn segment to its leaves.

    Attributes:
        root: The `Document` element.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        letterhead: Sequence[Block] = (),
        pictures: Sequence[PlacedPicture] = (),
        logos: Sequence[PlacedPicture] = (),
    ) -> None:
        self.root = Element("Document")
        self._texts: dict[str, _BlockText] = {}
        self._figures: dict[str, Leaf] = {}
        for document in documents:
            own = document.prefix
            above, behind = ([one for one in each if one.id.startswith(own)] for each in (pictures, logos))
            part = self.root.add("Sect", language=document.language.tag) if own else self.root
            self._figures |= {picture.id: self._add_figure(part, picture) for picture in above}
            builder = _Builder(part, self._texts, document.language)
            for block in (*(one for one in letterhead if one.id.startswith(own)), *document.blocks):
                builder.add(block)
            self._figures |= {logo.id: self._add_figure(part, logo) for logo in behind}

    def _add_figure(self, part: Element, picture: PlacedPicture) -> Leaf:
        figure = part.add("Figure", id=picture.id)
        figure.picture = picture
        return figure.add_leaf()

    def figure(self, picture_id: str) -> Leaf:
        """What a picture is drawn in."""
        return self._figures[picture_id]

    def __contains__(self, block_id: str) -> bool:
        return block_id in self._texts

    def parts(self, block_id: str, segment: Segment) -> Iterator[tuple[Leaf, Segment]]:
        """A segment of a block cut where one leaf ends and another begins."""
        text = self._texts[block_id]
        if segment.offset is None:
            if text.label:
                yield text.label, segment
            return
        at = bisect_right(text.starts, segment.offset) - 1
        if at + 1 == len(text.starts):
            yield text.leaves[at], segment
            return
        first, offset, x_pt, pen_pt = 0, segment.offset, segment.x_pt, segment.x_pt
        for number, cluster in enumerate(segment.clusters):
            if number > first and at + 1 < len(text.starts) and offset >= text.starts[at + 1]:
                yield text.leaves[at], segment._replace(x_pt=x_pt, clusters=segment.clusters[first:number])
                first, x_pt, at = number, pen_pt, at + 1
            offset += len(cluster.text)
            pen_pt += cluster.width_pt
        yield text.leaves[at], segment._replace(x_pt=x_pt, clusters=segment.clusters[first:])


class _Builder:
    """Puts blocks, in reading order, where they belong in the tree."""

    def __init__(self, root: Element, texts: dict[str, _BlockText], language: Language) -> None:
        self._root = root
        self._texts = texts
        self._language = language
        self._part = root
        self._piece = root
        self._open: dict[str, Element] = {}

    def add(self, block: Block) -> None:
        """Put a block into the tree."""
        self._texts[block.id] = _BlockText()
        _PLACES[block.role](self, block)

    def paragraph(self, block: Block) -> None:
        """Text of the part that is open."""
        self._piece = self._part
        self._fill(self._part.add("P", id=block.id), block)

    def outside(self, block: Block) -> None:
        """Text that stands in no part."""
        self._close()
        self.paragraph(block)

    def title(self, block: Block) -> None:
        """The document's title."""
        self._close()
        self._heading(self._root, block, block.id)

    def section(self, block: Block) -> None:
        """The heading of a part without a number, which opens it."""
        self._close()
        self._part = self._piece = self._root.add("Sect")
        self._heading(self._part, block, block.id)

    def demand(self, block: Block) -> None:
        """The number and heading of a demand: an entry of the list of demands, which holds all its text.

        The number is part of the heading, so that a list of headings has it too.
        """
        demands = self._open.get(Role.DEMAND_HEADING)
        if demands is None:
            self._close()
            demands = self._open[Role.DEMAND_HEADING] = self._root.add("L", numbering="Decimal")
        self._part = self._piece = demands.add("LI", id=block.id).add("LBody")
        heading = self._part.add(f"H{HEADING_LEVELS[block.role]}")
        self._texts[block.id].label = heading.add("Lbl").add_leaf()
        self._fill(heading, block)

    def list_item(self, block: Block) -> None:
        """An entry of a list in the text."""
        self._piece = self._item(self._group(block, "L", numbering=_numbering(block.label)), block)
        self._fill(self._piece, block)

    def quotation(self, block: Block) -> None:
        """A paragraph of a quotation."""
        self._piece = self._group(block, "BlockQuote")
        self._fill(self._piece.add("P", id=block.id), block)

    def group(self, block: Block) -> None:
        """The heading over a group of entries, in the part that is open."""
        self._open.clear()
        self._heading(self._part, block, block.id)

    def endorser(self, block: Block) -> None:
        """An entry of the annex, in the list of its group, or in one more where that is so long already.

        Readers take up a list as a whole for every page on which any of it stands.
        """
        endorsers = self._open.get(Role.ENDORSER)
        if endorsers is None or len(endorsers.kids) >= MOST_ENTRIES:
            numbering = "Decimal" if block.label else ""
            endorsers = self._open[Role.ENDORSER] = self._part.add("L", numbering=numbering)
        self._fill(self._item(endorsers, block), block)

    def note(self, block: Block) -> None:
        """A note, in what holds the text that refers to it; its number leads back there."""
        note = self._piece.add("Note", id=block.id)
        label = note.add("Lbl")
        self._texts[block.id].label = label.add("Link").add_leaf()
        self._fill(note, block)
        if note.language:
            label.language = self._language.tag  # its number is the document's, whatever it is written in

    def _close(self) -> None:
        self._part = self._piece = self._root
        self._open.clear()

    def _group(self, block: Block, tag: str, **attributes: str) -> Element:
        """The list or quotation that a block is a piece of."""
        if block.group not in self._open:
            self._open[block.group] = self._part.add(tag, **attributes)
        return self._open[block.group]

    def _item(self, parent: Element, block: Block) -> Element:
        """An entry of a list with its label, if it has one; its body."""
        item = parent.add("LI", id=block.id)
        if block.label:
            self._texts[block.id].label = item.add("Lbl").add_leaf()
        return item.add("LBody")

    def _heading(self, parent: Element, block: Block, id: str = "") -> None:  # noqa: A002 - as above
        self._fill(parent.add(f"H{HEADING_LEVELS[block.role]}", id=id), block)

    def _fill(self, element: Element, block: Block) -> None:
        """Give an element the text of a block."""
        visible = VisibleText(block.text)
        marks = [mark._replace(start=visible.offset(mark.start), end=visible.offset(mark.end)) for mark in block.marks]
        filler = _Filler(self._texts[block.id], visible.text, self._language)
        filler.fill(element, self._language.tag, 0, len(visible.text), marks)


def _numbering(label: str) -> str:
    """How the entries of a list are marked, in the words of PDF, which knows the letters of no other alphabet.

    An ordered list must say how it is numbered (Matterhorn Protocol 1.1, 16-001); what is read is the label.
    """
    return "LowerAlpha" if any(map(str.isalnum, label)) else "Disc"


_PLACES: Mapping[Role, Callable[[_Builder, Block], None]] = {
    Role.LETTERHEAD: _Builder.outside,
    Role.FURNITURE: _Builder.outside,
    Role.KIND: _Builder.outside,
    Role.TITLE: _Builder.title,
    Role.LEAD: _Builder.paragraph,
    Role.SECTION_HEADING: _Builder.section,
    Role.DEMAND_HEADING: _Builder.demand,
    Role.PARAGRAPH: _Builder.paragraph,
    Role.LIST_ITEM: _Builder.list_item,
    Role.QUOTATION: _Builder.quotation,
    Role.NOTE: _Builder.note,
    Role.CONTACT: _Builder.outside,
    Role.ISSUED: _Builder.outside,
    Role.ANNEX_HEADING: _Builder.section,
    Role.ANNEX_NOTE: _Builder.paragraph,
    Role.GROUP_HEADING: _Builder.group,
    Role.ENDORSER: _Builder.endorser,
    Role.STATUS: _Builder.outside,
    Role.REFERENCE: _Builder.outside,
    Role.REVISION: _Builder.outside,
    Role.ADDRESSEE: _Builder.outside,
    Role.ATTRIBUTION: _Builder.quotation,
    Role.END_MARK: _Builder.outside,
    Role.CONTACT_HEADING: _Builder.section,
    Role.CONTACT_LINE: _Builder.paragraph,
    Role.BACK_HEADING: _Builder.section,
    Role.BACK_TEXT: _Builder.paragraph,
    Role.AVAILABILITY: _Builder.outside,
}
"""The one table from roles to places in the tree."""

_TAGS: Mapping[MarkKind, tuple[str, ...]] = {
    MarkKind.EMPHASIS: ("Em",),
    MarkKind.STRONG: ("Strong",),
    MarkKind.LINK: ("Link",),
    MarkKind.NOTE: ("Reference", "Link"),
}
"""Per mark, the elements that stand for it, from the outside in."""

Span = tuple[int, int, str]
"""A stretch of text in one language: where it begins and ends, and the language's tag."""


class _Filler:
    """Makes the elements and leaves of one block's text."""

    def __init__(self, made: _BlockText, text: str, language: Language) -> None:
        self._made = made
        self._text = text
        self._language = language
        self._spans = _spoken(text, language)

    def fill(self, element: Element, language: str, start: int, end: int, marks: Sequence[Mark]) -> None:
        """Give an element a stretch of the text.

        Args:
            element: The element.
            language: What is read around it; what is in another language says so.
            start: Where the stretch begins, in code points.
            end: Where it ends.
            marks: The marks in it, an outer one before those it holds.
        """
        spoken = {tag for _, _, tag in self._within(start, end)}
        if len(spoken) == 1 and spoken != {language}:
            language = element.language = spoken.pop()
        at = start
        while marks:
            mark, *marks = marks
            inner = [other for other in marks if other.end <= mark.end]
            marks = marks[len(inner) :]
            self._leaves(element, language, at, mark.start)
            kid = element
            for tag in _TAGS[mark.kind]:
                kid = kid.add(tag)
            self.fill(kid, language, mark.start, mark.end, inner)
            at = mark.end
        self._leaves(element, language, at, end)

    def _leaves(self, element: Element, language: str, start: int, end: int) -> None:
        for first, _, tag in self._within(start, end):
            owner = element if tag == language else element.add("Span", language=tag)
            self._made.starts.append(first)
            self._made.leaves.append(owner.add_leaf())

    def _within(self, start: int, end: int) -> Iterator[Span]:
        """The languages of a stretch; a piece without letters, a number or a comma, is read in the document's own."""
        for span_start, span_end, tag in self._spans:
            first, last = max(span_start, start), min(span_end, end)
            if first < last:
                yield first, last, tag if any(map(script_of, self._text[first:last])) else self._language.tag


def _spoken(text: str, language: Language) -> list[Span]:
    """A text cut by language, as far as its scripts tell.

    What stands around words of another script, a bracket or a space, is read with the document's own words beside
    it: a voice that changes makes a pause.
    """
    if language.script == _LATIN and text.isascii():
        return [(0, len(text), language.tag)] if text else []
    spoken: list[Span] = []
    for start, end, script in script_spans(text, language.script):
        first, last, tag = start, end, language.tag
        if script != language.script:
            letters = [at for at in range(start, end) if script_of(text[at])]
            tag = likely_language(script) if letters else tag  # a number in brackets may stand between two scripts
            if letters:
                first, last = (letters[0] if start else start), (letters[-1] + 1 if end < len(text) else end)
        for piece in ((start, first, language.tag), (first, last, tag), (last, end, language.tag)):
            if spoken and spoken[-1][2] == piece[2]:
                spoken[-1] = (spoken[-1][0], *piece[1:])
            elif piece[0] < piece[1]:
                spoken.append(piece)
    return spoken
