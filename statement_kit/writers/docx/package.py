"""Parts to a package (ISO/IEC 29500-2) by python-docx, and a zip that is the same every time (D09)."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree

if TYPE_CHECKING:
    from statement_kit.pictures.rendering import PictureFile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time a zip can hold."""

_UNIX, _READABLE = 3, 0o600 << 16


class Package:
    """A package while its parts are gathered."""

    def __init__(self) -> None:
        self._package = OpcPackage()

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
        """Add a picture that a part shows; the id of the part's relationship to it.

        Args:
            source: The part.
            name: What the file is called, without the end of its name.
            file: The picture.
        """
        path = PackURI(f"/word/media/{name}.{file.extension}")
        return source.relate_to(Part(path, file.media_type, file.data, self._package), RELATIONSHIP_TYPE.IMAGE)  # type: ignore[arg-type]

    @staticmethod
    def link(source: Part, uri: str) -> str:
        """The id of a part's relationship to an address outside the package; one for each address."""
        return source.relate_to(uri, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def save(self) -> bytes:
        """The bytes of the file."""
        written = BytesIO()
        self._package.save(written)
        return _timeless(written.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same zip in the order of names, which puts `[Content_Types].xml` first, without times and owners."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as written, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(written.namelist()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, written.read(name), compresslevel=9)
    return file.getvalue()
