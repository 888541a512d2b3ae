"""The documents of one file: each is written as it would be alone, then what would be taken for another's is renamed.

Styles, lists, notes, bookmarks and drawings are called by name or number in a DOCX. Those of the first document are
called as in a file of its own; those of every further one go by its language, or count on from the one before. So no
writer of paragraphs has to know whose file it writes for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from statement_kit.brand import Brand
from statement_kit.document.blocks import ANNEX_ROLES, Document
from statement_kit.document.parallel import Content, documents_of, is_side_by_side
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.docx.bookmarks import bookmark_numbers
from statement_kit.writers.docx.font_names import FontNames
from statement_kit.writers.docx.further_styles import FurtherStyles, further_styles
from statement_kit.writers.docx.inline import Story
from statement_kit.writers.docx.looks import Looks, looks_of
from statement_kit.writers.docx.markup import W
from statement_kit.writers.docx.notes import Notes, TypedNotes, notes_of
from statement_kit.writers.docx.numbering import NO_LIST, Kind, Lists, lists_of, numbering_part
from statement_kit.writers.docx.styles import styles_part

_DRAWINGS = 10_000
"""How many drawings a document may have before the next one's numbers begin."""

_VAL, _ID = (f"{{{W}}}{name}" for name in ("val", "id"))


@dataclass(frozen=True, slots=True)
class Names:
    """What a document's parts are called in its file: how far its numbers are moved, and which styles are its own.

    Attributes:
        styles: Per style that it does not share with the first document, what it is called in the file.
        lists: Added to the numbers of its lists.
        kinds: Added to those of their definitions.
        bookmarks: Added to those of its bookmarks.
        drawings: Added to those of its drawings.
    """

    styles: Mapping[str, str]
    lists: int = 0
    kinds: int = 0
    bookmarks: int = 0
    drawings: int = 0

    @property
    def are_own(self) -> bool:
        """Whether nothing is called otherwise than in a file of its own."""
        return not self.drawings

    def give_to(self, *trees: etree._Element) -> None:
        """Have everything in some XML called so."""
        if self.are_own:
            return
        for tree in trees:
            for one in tree.iter(*_NAMED):
                _NAMED[one.tag](self, one)

    def _style(self, one: etree._Element) -> None:
        one.set(_VAL, self.styles.get(one.get(_VAL, ""), one.get(_VAL, "")))

    def _list(self, one: etree._Element) -> None:
        if one.get(_VAL) != str(NO_LIST):
            _add(one, _VAL, self.lists)

    def _begun(self, one: etree._Element) -> None:
        _add(one, f"{{{W}}}numId", self.lists)

    def _kind(self, one: etree._Element) -> None:
        _add(one, _VAL, self.kinds)

    def _definition(self, one: etree._Element) -> None:
        _add(one, f"{{{W}}}abstractNumId", self.kinds)

    def _sign(self, one: etree._Element) -> None:
        one.set(_VAL, f"{int(one.get(_VAL, ''), 16) + self.kinds:08X}")

    def _bookmark(self, one: etree._Element) -> None:
        _add(one, _ID, self.bookmarks)

    def _drawing(self, one: etree._Element) -> None:
        _add(one, "id", self.drawings)


def _add(one: etree._Element, attribute: str, number: int) -> None:
    one.set(attribute, str(int(one.get(attribute, "")) + number))


_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

_NAMED: Mapping[str, Callable[[Names, etree._Element], None]] = {
    f"{{{W}}}pStyle": Names._style,
    f"{{{W}}}rStyle": Names._style,
    f"{{{W}}}numId": Names._list,
    f"{{{W}}}num": Names._begun,
    f"{{{W}}}abstractNumId": Names._kind,
    f"{{{W}}}abstractNum": Names._definition,
    f"{{{W}}}nsid": Names._sign,
    f"{{{W}}}bookmarkStart": Names._bookmark,
    f"{{{W}}}bookmarkEnd": Names._bookmark,
    f"{{{_WP}}}docPr": Names._drawing,
    f"{{{_PIC}}}cNvPr": Names._drawing,
}
"""The one table from elements that call something by name or number to what is done with it."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the documents of a file.

    Attributes:
        looks: What is written, and how.
        lists: Its live lists.
        notes: Its notes.
        bookmarks: The numbers of its bookmarks, by the block each stands around.
        names: What all these are called in the file.
    """

    looks: Looks
    lists: Lists
    notes: Notes
    bookmarks: Mapping[str, int]
    names: Names

    def story(self, link: Callable[[str], str]) -> Story:
        """A part of the file that its blocks are written to; `link` gives the part's relationship to an address."""
        return Story(self.looks, self.lists, self.notes, self.bookmarks, link)


@dataclass(frozen=True, slots=True)
class Versions:
    """The documents of a file, and the styles and lists of them all.

    Attributes:
        all: The documents.
        styles: `word/styles.xml`.
        numbering: `word/numbering.xml`.
    """

    all: tuple[Version, ...]
    styles: etree._Element
    numbering: etree._Element


def versions_of(content: Content, brand: Brand, library: FontLibrary, text_pt: float) -> Versions:
    """The documents of a file, each with what it is called there.

    Args:
        content: What the file holds.
        brand: How it is set.
        library: The fonts at hand.
        text_pt: How wide its text is set.
    """
    documents, is_typed = documents_of(content), is_side_by_side(content)
    names = FontNames(brand)
    every = [looks_of(document, brand, library, names, text_pt) for document in documents]
    if is_typed:
        every = [_level(looks, every) for looks in every]
    own: list[Version] = []
    for looks in every:
        own.append(_version(looks, sum(len(one.notes.blocks) for one in own), is_typed=is_typed))
    styles = styles_part(own[0].looks, own[0].lists)
    numbering = numbering_part(own[0].lists, own[0].looks)
    versions = own[:1]
    for version in own[1:]:
        further = further_styles(styles, styles_part(version.looks, version.lists), version.looks.language)
        version = replace(version, names=_names(versions, further))
        version.names.give_to(*further.elements)
        styles.extend(further.elements)
        _add_lists(numbering, numbering_part(version.lists, version.looks), version.names)
        versions.append(version)
    return Versions(tuple(versions), styles, numbering)


def _version(looks: Looks, notes_before: int, *, is_typed: bool) -> Version:
    document = looks.document
    notes = notes_of(document, notes_before)
    if is_typed:
        notes = TypedNotes(notes.blocks, notes.firsts)
    return Version(looks, lists_of(document), notes, _bookmarks(document, notes), Names({}))


def _bookmarks(document: Document, notes: Notes) -> Mapping[str, int]:
    """The bookmarks around blocks; notes that stand in the text as other blocks do have one each."""
    found = dict(bookmark_numbers(document))
    if isinstance(notes, TypedNotes):
        found |= {block.id: number for number, block in enumerate(notes.blocks, 1)}
    return found


def _level(looks: Looks, every: Sequence[Looks]) -> Looks:
    """Looks whose lines of text are as far apart as those of the script among all versions that needs most."""
    in_columns = looks.scripts.keys() - ANNEX_ROLES
    level = {role: frozenset[str]().union(*(one.scripts.get(role, ()) for one in every)) for role in in_columns}
    return replace(looks, scripts={**looks.scripts, **level})


def _names(before: Sequence[Version], further: FurtherStyles) -> Names:
    """What a document is called behind others."""
    return Names(
        styles=further.renamed,
        lists=sum(len(one.lists.begun) for one in before),
        kinds=len(before) * len(Kind),
        bookmarks=sum(len(one.notes.blocks) + len(one.bookmarks) for one in before),
        drawings=len(before) * _DRAWINGS,
    )


def _add_lists(numbering: etree._Element, further: etree._Element, names: Names) -> None:
    """Put the lists of a further document behind those there are; definitions stand before all lists."""
    names.give_to(further)
    (*_, last) = numbering.iterchildren(f"{{{W}}}abstractNum")
    for definition in reversed(list(further.iterchildren(f"{{{W}}}abstractNum"))):
        last.addnext(definition)
    numbering.extend(list(further.iterchildren(f"{{{W}}}num")))
