"""Parts to a package (ISO/IEC 29500-2) by python-docx, and a zip that is the same every time (D09)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import SEEK_END, BytesIO
from typing import TYPE_CHECKING, cast

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from lxml import etree

if TYPE_CHECKING:
    from statement_kit.pictures.rendering import PictureFile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time a zip can hold."""

_UNIX, _READABLE = 3, 0o600 << 16

_LEVEL = 6
"""How hard zlib tries: at 9 fonts would take four times as long for half a percent."""

_TYPES = NAMESPACE.OPC_CONTENT_TYPES
_OBFUSCATED_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


class Package:
    """A package while its parts are gathered."""

    def __init__(self) -> None:
        self._package = OpcPackage()
        self._fonts = 0
        self._links: dict[tuple[Part, str], str] = {}
        self._pictures: dict[tuple[Part, PackURI], str] = {}

    def add(
        self, name: str, content_type: str, link_type: str, content: etree._Element, source: Part | None = None
    ) -> Part:
        """Add a part and the relationship that leads to it.

        Args:
            name: Its path in the package, beginning with a slash.
            content_type: Its media type (`docx.opc.constants.CONTENT_TYPE`).
            link_type: The type of the relationship (`docx.opc.constants.RELATIONSHIP_TYPE`).
            content: Its XML.
            source: The part the relationship belongs to; the package itself by default.
        """
        part = XmlPart(PackURI(name), content_type, content, self._package)  # type: ignore[arg-type]
        (source or self._package).relate_to(part, link_type)
        return part

    def add_picture(self, source: Part, name: str, file: PictureFile) -> str:
        """Add a picture that a part shows, if it does not show it yet; the id of the part's relationship to it.

        Args:
            source: The part.
            name: What the file is called, without the end of its name.
            file: The picture.
        """
        path = PackURI(f"/word/media/{name}.{file.extension}")
        if (source, path) not in self._pictures:
            part = Part(path, file.media_type, file.data, self._package)  # type: ignore[arg-type]
            self._pictures[source, path] = source.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._pictures[source, path]

    def add_font(self, source: Part, data: bytes) -> str:
        """Add a font that a part names; the id of the part's relationship to it."""
        self._fonts += 1
        path = PackURI(f"/word/fonts/font{self._fonts}.odttf")
        return source.relate_to(Part(path, _OBFUSCATED_FONT, data, self._package), RELATIONSHIP_TYPE.FONT)  # type: ignore[arg-type]

    def link(self, source: Part, uri: str) -> str:
        """The id of a part's relationship to an address outside the package; one for each address.

        python-docx would look through all of them for every one.
        """
        if (source, uri) not in self._links:
            link_id = self._links[source, uri] = f"rId{len(source.rels) + 1}"
            source.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, uri, link_id, is_external=True)
        return self._links[source, uri]

    def save(self) -> bytes:
        """The bytes of the file: a zip in one order, without times and owners.

        What is in it comes first, as readers want it, then the fonts, then everything else by name. Fonts are most of
        the file and the same in many, so they are compressed once.
        """
        parts = sorted(self._package.parts, key=lambda part: part.partname)
        fonts = tuple((part.partname.membername, part.blob) for part in parts if part.content_type == _OBFUSCATED_FONT)
        file = BytesIO(_begun((CONTENT_TYPES_URI.membername, _content_types(parts)), *fonts))
        file.seek(0, SEEK_END)
        with zipfile.ZipFile(file, "a") as archive:
            for name, data in sorted(self._members(parts)):
                _add(archive, name, data)
        return file.getvalue()

    def _members(self, parts: Iterable[Part]) -> Iterator[tuple[str, bytes]]:
        """What else the zip holds, by name: the parts, and what each refers to."""
        yield PACKAGE_URI.rels_uri.membername, _serialized(self._package.rels)
        for part in parts:
            if part.content_type != _OBFUSCATED_FONT:
                yield part.partname.membername, part.blob
            if part.rels:
                yield part.partname.rels_uri.membername, _serialized(part.rels)


@lru_cache(maxsize=8)
def _begun(*members: tuple[str, bytes]) -> bytes:
    """A zip with its first members."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members:
            _add(archive, name, data)
    return file.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    archive.writestr(entry, data, compresslevel=_LEVEL)


def _serialized(relationships: Relationships) -> bytes:
    return cast("bytes", relationships.xml)  # python-docx takes it for text


def _content_types(parts: Iterable[Part]) -> bytes:
    """`[Content_Types].xml`: the media type of each part, by the end of its name or by the whole of it."""
    types = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')  # some readers know the names without a prefix only
    named = sorted((part.partname, part.content_type) for part in parts)
    by_end = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    by_end |= {name.ext: kind for name, kind in named if name.ext != "xml"}
    for end, kind in sorted(by_end.items()):
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=end, ContentType=kind)
    for name, kind in named:
        if name.ext == "xml":
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return etree.tostring(types, encoding="UTF-8", standalone=True)
