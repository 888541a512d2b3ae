"""Streams of a PDF that are named again and again, or unfold to far more than they weigh."""

from __future__ import annotations

import time

import pikepdf
import pytest
from made_pictures import pdf, saved, srgb_profile

from statement_kit.diagnostics import SourceError
from statement_kit.pictures import VectorPicture, parse_picture
from statement_kit.pictures.pdf.streams import READING_COST, StreamBudget

SECONDS = 20


def picture(data: bytes) -> VectorPicture:
    found = parse_picture(data, "logo.pdf")
    assert isinstance(found, VectorPicture)
    return found


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        parse_picture(data, "logo.pdf")
    (found,) = caught.value.diagnostics
    assert found.hint
    return found.rule


@pytest.fixture
def streams_read(monkeypatch: pytest.MonkeyPatch) -> list[pikepdf.Stream]:
    """Every stream that was read, as often as it was."""
    read, read_bytes = [], pikepdf.Object.read_bytes
    monkeypatch.setattr(pikepdf.Object, "read_bytes", lambda stream: read.append(stream) or read_bytes(stream))
    return read


def drawing_a_form(page: bytes, content: bytes) -> bytes:
    file = pdf(page)
    form = file.make_stream(content, Subtype=pikepdf.Name.Form, BBox=[0, 0, 60, 60])
    file.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=form)
    return saved(file, compress_streams=True)


def with_profile(page: bytes, profile: bytes) -> bytes:
    file = pdf(page)
    space = [pikepdf.Name.ICCBased, file.make_stream(profile, N=3)]
    file.pages[0].obj.Resources.ColorSpace = pikepdf.Dictionary(C=space)
    return saved(file, compress_streams=True)


def with_contents(content: bytes, times: int) -> bytes:
    """One stream, named so many times as the page's contents."""
    file = pdf(content)
    page = file.pages[0].obj
    page.Contents = [page.Contents] * times
    return saved(file, compress_streams=True)


def compressed_by_lzw() -> bytes:
    file = pdf(b"")
    # The nine bytes that ISO 32000-1, 7.4.4.2, gives as its example.
    file.pages[0].obj.Contents.write(bytes.fromhex("800b6050220c0c8501"), filter=pikepdf.Name.LZWDecode)
    return saved(file, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


@pytest.mark.parametrize(
    "data",
    [
        with_contents(b" " * 1_900_000, 200),
        with_contents(b"", 500_000),
        drawing_a_form(b"/X Do " * 100, b" " * 1_000_000),
        drawing_a_form(b"/X Do " * 1_000, b"[" + b"1 " * 10_000 + b"] 0 d"),
        drawing_a_form(b"/X Do", b" " * 30_000_000),
        with_profile(b"/C cs 0 1 0 sc 0 0 50 50 re f", bytes(30_000_000)),
        compressed_by_lzw(),
    ],
    ids=[
        "contents of spaces",
        "contents of nothing",
        "a form of spaces",
        "a form of one instruction",
        "an unfolding form",
        "an unfolding profile",
        "LZW",
    ],
)
def test_what_would_cost_too_much_is_too_complex_and_soon_known(data: bytes) -> None:
    began = time.process_time()
    assert refused(data) == "picture/too-complex"
    assert time.process_time() - began < SECONDS


def test_contents_named_again_and_again_are_not_all_read(streams_read: list[pikepdf.Stream]) -> None:
    assert refused(with_contents(b" " * 1_900_000, 200)) == "picture/too-complex"
    assert len(streams_read) == 2


def test_a_form_drawn_again_is_read_and_parsed_once(
    streams_read: list[pikepdf.Stream], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = drawing_a_form(b"/X Do 1 0 0 1 30 0 cm " * 3, b"1 0 0 rg 0 0 20 20 re f")
    parsed, parse = [], pikepdf.parse_content_stream
    monkeypatch.setattr(pikepdf, "parse_content_stream", lambda stream: parsed.append(1) or parse(stream))
    assert picture(data).drawing.count(b"1 0 0 rg") == 3
    assert (len(streams_read), len(parsed)) == (2, 2)  # the page's content, and the form


def test_a_profile_chosen_again_is_read_once(streams_read: list[pikepdf.Stream]) -> None:
    data = with_profile(b"/C cs 0 1 0 sc 0 0 50 50 re f " * 10, srgb_profile())
    assert picture(data).drawing.count(b"0 1 0 rg") == 10
    assert len(streams_read) == 2  # the page's content, and the profile


def test_a_budget_is_spent_to_its_last_byte_and_no_further() -> None:
    file = pdf(b"0 0 9 9 re f")
    budget = StreamBudget("logo.pdf", READING_COST + 13)
    assert budget.read(file.pages[0].obj.Contents) == b"0 0 9 9 re f"
    budget.spend(1)
    with pytest.raises(SourceError, match="too-complex"):
        budget.spend(1)


def test_a_damaged_stream_stays_damaged() -> None:
    file = pdf(b"")
    file.pages[0].obj.Contents.write(b"not deflated", filter=pikepdf.Name.FlateDecode)
    data = saved(file, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert refused(data) == "picture/damaged"
