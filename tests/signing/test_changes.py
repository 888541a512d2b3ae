"""What is put behind a signature: another one, or something that changes what people see, hear or copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

import pytest
from issuer import SIGNED_AT, Owner
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from statement_kit import SigningError, sign_pdf, verify_pdf

Change = Callable[[IncrementalPdfFileWriter], None]


def page_of(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    page: generic.DictionaryObject = writer.find_page_for_modification(0)[0].get_object()
    return page


def emptied(writer: IncrementalPdfFileWriter) -> None:
    """The same content object, with other content."""
    content = page_of(writer).raw_get("/Contents")
    writer.objects[(content.generation, content.idnum)] = generic.StreamObject(stream_data=b"")


def replaced(writer: IncrementalPdfFileWriter) -> None:
    """Another content object."""
    page = page_of(writer)
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b""))
    writer.update_container(page)


def annotated(writer: IncrementalPdfFileWriter) -> None:
    """A note laid over the page."""
    note = {"/Type": "/Annot", "/Subtype": "/Square"}
    entries = generic.DictionaryObject({pdf_name(key): pdf_name(value) for key, value in note.items()})
    entries["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 800)))
    writer.register_annotation(page_of(writer).container_ref, writer.add_object(entries))


def covered(writer: IncrementalPdfFileWriter) -> None:
    """A field of a signature over the text."""
    append_signature_field(writer, SigFieldSpec("Cover", box=(50, 300, 500, 700)))


def renamed(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = generic.TextStringObject("fr")
    writer.update_root()


def acting(writer: IncrementalPdfFileWriter) -> None:
    """A script that runs when the file is opened."""
    script = {"/S": pdf_name("/JavaScript"), "/JS": generic.TextStringObject("app.alert(1)")}
    writer.root["/OpenAction"] = generic.DictionaryObject({pdf_name(key): value for key, value in script.items()})
    writer.update_root()


def retold(writer: IncrementalPdfFileWriter) -> None:
    """Something that is read aloud, and stands nowhere."""
    document = writer.root["/StructTreeRoot"]["/K"]
    entries = {"/S": pdf_name("/P"), "/ActualText": generic.TextStringObject("We withdraw.")}
    element = generic.DictionaryObject({pdf_name(key): value for key, value in entries.items()})
    document["/K"].append(writer.add_object(element))
    writer.update_container(document["/K"])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (emptied, "parts of the file were replaced"),
        (replaced, "page 1 was replaced"),
        (annotated, "something was laid over page 1"),
        (covered, "a signature was laid over what stands on page 1"),
        (renamed, "the catalog of the file was replaced"),
        (acting, "the catalog of the file was replaced"),
        (retold, "something was added to what is read aloud"),
    ],
)
@pytest.mark.parametrize("is_signed", [True, False], ids=["signed", "unsigned"])
def test_a_change_behind_a_signature_or_behind_what_was_built_is_told(
    pdfs: Mapping[str, bytes],
    signed: Mapping[str, bytes],
    update: Callable[[bytes, Change], bytes],
    change: Change,
    told: str,
    is_signed: bool,
) -> None:
    spoiled = update(signed["en"] if is_signed else pdfs["en"], change)
    found = verify_pdf(spoiled, against=pdfs["en"])
    assert found.comparison is not None
    assert not found.comparison.is_exact
    if is_signed:
        (signature,) = found.signatures
        assert told in signature.changes
        assert signature.is_intact  # of itself: the trick is what stands behind it
        assert found.verdict == "changed"


def test_a_change_that_its_author_signed_is_no_release_of_the_folder(
    pdfs: Mapping[str, bytes], other: Owner, update: Callable[[bytes, Change], bytes]
) -> None:
    made = sign_pdf(update(pdfs["en"], emptied), other.credentials, SIGNED_AT)
    assert verify_pdf(made).verdict == "unknown-signer"
    assert verify_pdf(made, against=pdfs["en"]).verdict == "mismatch"


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_further_signatures_are_no_change_seen_or_unseen(
    pdfs: Mapping[str, bytes], other: Owner, authority: Owner, language: str
) -> None:
    made = sign_pdf(pdfs[language], other.credentials, SIGNED_AT, is_visible=True)
    made = sign_pdf(made, other.credentials, SIGNED_AT, is_visible=True, again=True)
    made = sign_pdf(made, other.credentials, SIGNED_AT, again=True)
    found = verify_pdf(made, [authority.pem], pdfs[language])
    assert [signature.changes for signature in found.signatures] == [(), (), ()]
    assert found.verdict == "good"


def test_a_single_byte_changed_anywhere_under_the_signature_is_found(signed: Mapping[str, bytes]) -> None:
    at = signed["en"].index(b"stream\n") + 40
    for place in (at, len(signed["en"]) - 200):
        spoiled = bytearray(signed["en"])
        spoiled[place] ^= 1
        with suppress(SigningError):  # where it is damaged beyond reading, and that is said
            assert verify_pdf(bytes(spoiled)).verdict == "changed"


def test_bytes_behind_the_end_of_the_file_are_found(signed: Mapping[str, bytes], pdfs: Mapping[str, bytes]) -> None:
    (signature,) = verify_pdf(signed["en"] + b"\n% more").signatures
    assert signature.changes == ("something was put behind the end of the file",)
    assert verify_pdf(pdfs["en"] + b"\n% more", against=pdfs["en"]).verdict == "mismatch"
