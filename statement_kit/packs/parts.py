"""Office files opened with care: a zip within bounds, its parts as XML that can ask for nothing.

What comes back from a translator went through mail, phones and strange programs; some of it was never a pack. So
everything here is bounded before it is unpacked, and nothing in a file is run, looked up or expanded.
"""

from __future__ import annotations

import lzma
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from statement_kit.diagnostics import CatalogError, Location
from statement_kit.packs.returned import refusal

MOST_BYTES = 16_000_000
"""Largest file that is opened; a pack of five hundred clauses has a twentieth of that."""

_MOST_PARTS = 2_000
_MOST_UNPACKED = 32_000_000
"""Largest size of all parts together that are read, in bytes; what is never read is never unpacked."""

_MOST_TAGS = 1_500_000
"""Most tags of a part, which take a hundred times their letters in memory, and a second for each hundred thousand."""

_UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, OSError, ValueError)
"""What `zipfile` raises for a member that is damaged, or packed in a way that it does not know."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(r"""<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)""")
_ENCODINGS = {"utf-8", "utf-16", "utf8", "us-ascii", "ascii", "utf-16le", "utf-16be"}
_AGAIN = "Open it in Word, Excel or LibreOffice, save it under a new name, and send that file."


def local(element: etree._Element) -> str:
    """An element's name without its namespace, which differs between the two forms of ISO/IEC 29500; else empty."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name without a namespace."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def is_zip(data: bytes) -> bool:
    """Whether a file is a zip, by how it begins."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Parts:
    """The parts of an Office file (ISO/IEC 29500-2), each unpacked when it is asked for.

    Raises:
        CatalogError: On construction and from every method: the file is too large, damaged, encrypted or hostile.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.where = Location(path)
        if len(data) > MOST_BYTES:
            message = f"The file has {len(data) / 1e6:.0f} MB; a pack has at most {MOST_BYTES / 1e6:.0f}."
            raise self.refused("too-large", message, "Remove pictures and fonts that were put into it, and save again.")
        if data.startswith(_OLE):
            raise self._old_format(data)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _UNREADABLE as error:
            raise self.damaged("its end is missing, or it was cut off on the way") from error
        self._members = {entry.filename.lstrip("/").lower(): entry for entry in self._archive.infolist()}
        if len(self._archive.infolist()) > _MOST_PARTS:
            raise self.damaged(f"it holds more than {_MOST_PARTS:,} parts")
        if len(self._members) < len(self._archive.infolist()):
            raise self.damaged("two parts of it have the same name")
        self._left = _MOST_UNPACKED

    def refused(self, rule: str, message: str, hint: str) -> CatalogError:
        """The error that the whole file is refused for."""
        return refusal(rule, message, self.where, hint)

    def damaged(self, reason: str) -> CatalogError:
        """The error that the file is not whole."""
        return self.refused("damaged", f"This file cannot be read: {reason}.", _AGAIN)

    def _old_format(self, data: bytes) -> CatalogError:
        if "EncryptedPackage".encode("utf-16-le") in data:
            message = "This file is locked with a password."
            return self.refused("encrypted", message, "Open it with its password, remove the password, and save it.")
        message = "This file has the format of Office 97 to 2003 (.doc, .xls)."
        return self.refused("old-format", message, "Save it as .docx or .xlsx (“Save as”), and send that file.")

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a part, never more than what is left of the bound."""
        entry = self._members.get(name.lower())
        if entry is None:
            raise self.damaged(f"its part “{name[:80]}” is missing")
        if entry.flag_bits & 1:
            message = "This file is locked with a password."
            raise self.refused("encrypted", message, "Remove the password, and save it again.")
        try:
            with self._archive.open(entry) as file:
                data = file.read(self._left + 1)
        except _UNREADABLE as error:
            raise self.damaged(f"its part “{name[:80]}” is damaged") from error
        self._left -= len(data)
        if self._left < 0:
            message = f"Unpacked, this file would have more than {_MOST_UNPACKED / 1e6:.0f} MB."
            hint = "Remove pictures, and rows and columns without text, from it; or start from the file that was sent."
            raise self.refused("too-large", message, hint)
        return data

    def xml(self, name: str) -> etree._Element:
        """A part as XML."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self._plain(name), parser)
        except etree.XMLSyntaxError as error:
            raise self._no_xml(name, error) from error

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """Each element with one of these local names, as it ends; it is emptied when the next is asked for."""
        wanted = [f"{{*}}{tag}" for tag in tags]
        file = BytesIO(self._plain(name))
        events = etree.iterparse(file, events=("end",), tag=wanted, resolve_entities=False, no_network=True)
        try:
            for _, element in events:
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        except etree.XMLSyntaxError as error:
            raise self._no_xml(name, error) from error

    def _plain(self, name: str) -> bytes:
        """A part as UTF-8 without a declaration; refused if it declares entities, which no Office program writes."""
        data = self.read(name)
        is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        try:
            text = data.decode("utf-16" if is_wide else "utf-8-sig")
        except UnicodeDecodeError as error:
            raise self.damaged(f"its part “{name[:80]}” is not UTF-8") from error
        named = _ENCODING.match(text)
        if named and named[1].lower() not in _ENCODINGS:
            raise self.damaged(f"its part “{name[:80]}” has the encoding “{named[1][:20]}”")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            message = "This file defines XML entities, as no pack does and some attacks do."
            raise self.refused("entities", message, "Do not open it. Ask whoever sent it where it comes from.")
        if text.count("<") > _MOST_TAGS:
            message = f"The part “{name[:80]}” of this file has more than {_MOST_TAGS:,} tags."
            hint = "Copy the translations into the file that was sent out, as text without formatting."
            raise self.refused("too-large", message, hint)
        return _DECLARATION.sub("", text, count=1).encode("utf-8", "surrogatepass")

    def _no_xml(self, name: str, error: etree.XMLSyntaxError) -> CatalogError:
        return self.damaged(f"its part “{name[:80]}” is no XML (line {error.lineno})")

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part (or, for an empty name, the file) leads to: kind and name of the target, by relationship id."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, tuple[str, str]] = {}
        if not self.has(rels):
            return found
        for link in self.xml(rels):
            if local(link) != "Relationship" or link.get("TargetMode") == "External":
                continue
            kind = str(link.get("Type", "")).rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, unquote(str(link.get("Target", "")))))
            found[str(link.get("Id", ""))] = (kind, target.lstrip("/"))
        return found

    def main_part(self) -> tuple[str, str]:
        """The name of the part that everything hangs on, and its media type."""
        name = next((target for kind, target in self.related("").values() if kind == "officeDocument"), "")
        types = self.xml("[Content_Types].xml")
        for entry in types:
            if str(entry.get("PartName", "")).lstrip("/").lower() == name.lower():
                return name, str(entry.get("ContentType", ""))
        end = name.rpartition(".")[2].lower()
        default = (str(e.get("ContentType", "")) for e in types if str(e.get("Extension", "")).lower() == end)
        return name, next(default, "")
