"""The field a signature fills (ISO 32000-1 12.7.4.5), made so that the file stays PDF/A-2a and PDF/UA-1.

Without a stamp it lies outside the page, where nothing has to be tagged (ISO 14289-1 7.18.1). With one it is a
Form element of the logical tree (7.18.4), read at the end of the document.
"""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    pdf_name,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, append_signature_field

from statement_kit.signing.opening import entry
from statement_kit.signing.stamp import Stamp

_UNSEEN = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
"""Printed, as PDF/A wants annotations (ISO 19005-2 6.3.2), but off the page, as PDF/UA wants untagged ones."""


def add_field(writer: IncrementalPdfFileWriter, reading: str, stamp: Stamp | None) -> str:
    """Add an empty signature field to the first page.

    Args:
        writer: The update of the file.
        reading: What a screen reader says of the field.
        stamp: What is seen of it, if anything.

    Returns:
        The name of the field.
    """
    name = _free_name(writer)
    box: Any = stamp.box if stamp else None  # pyHanko declares whole numbers, and takes any
    spec = SigFieldSpec(name, box=box, readable_field_name=reading, invis_sig_settings=_UNSEEN)
    append_signature_field(writer, spec)
    if stamp:
        field = writer.root["/AcroForm"]["/Fields"].raw_get(-1)
        field.get_object()["/AP"] = DictionaryObject({pdf_name("/N"): _appearance(writer, stamp)})
        _tag(writer, field)
    return name


def _free_name(writer: IncrementalPdfFileWriter) -> str:
    fields = entry(entry(writer.root, "/AcroForm", {}), "/Fields", ())
    taken = {str(field.get_object().get("/T")) for field in fields}
    return next(name for name in (f"Signature{number}" for number in count(1)) if name not in taken)


def _appearance(writer: IncrementalPdfFileWriter, stamp: Stamp) -> IndirectObject:
    """The stamp's drawing as an object of the file that every annotation may show."""
    drawing: IndirectObject = writer.import_page_as_xobject(PdfFileReader(BytesIO(stamp.drawing)))
    form = drawing.get_object()
    form.pop("/Group", None)
    return drawing


def _tag(writer: IncrementalPdfFileWriter, field: IndirectObject) -> None:
    """Give a field its element at the end of the document, and the way back from the one to the other."""
    tree = writer.root["/StructTreeRoot"]
    document, parents, key = tree["/K"], tree["/ParentTree"]["/Nums"], tree["/ParentTreeNextKey"]
    if isinstance(document, ArrayObject):
        document = document[0]
    widget = field.get_object()
    entries = {
        "/S": pdf_name("/Form"),
        "/P": _reference(document),
        "/K": DictionaryObject(
            {pdf_name("/Type"): pdf_name("/OBJR"), pdf_name("/Pg"): widget.raw_get("/P"), pdf_name("/Obj"): field}
        ),
    }
    element = writer.add_object(DictionaryObject({pdf_name(name): value for name, value in entries.items()}))
    document["/K"].append(element)
    parents += [key, element]
    tree["/ParentTreeNextKey"] = NumberObject(key + 1)
    widget["/StructParent"] = key
    for changed in (document["/K"], parents, tree):
        writer.update_container(changed)


def _reference(container: DictionaryObject) -> IndirectObject:
    reference: Any = container.container_ref
    return IndirectObject(reference.idnum, reference.generation, reference.pdf)
