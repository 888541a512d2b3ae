"""The visible signature: what it says, and a place where it hides nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from issuer import SIGNED_AT, Owner, issue

from statement_kit import LANGUAGES, SigningError, sign_pdf
from statement_kit.signing.sheet import Box, Sheet, Text, read_sheet
from statement_kit.signing.stamp import GAP_PT, LABEL_GAP_PT, Stamp, Wording, known_language, make_stamp, stamp_wording

ENGLISH = LANGUAGES["en"]
QUIET = "#5f5f5f"
LABEL = Box(480, 36, 524, 46)
LABEL_BASELINE_PT = 38.63
SHORT = Wording("Signed by ", "Peace Now", "")
LONG = Wording("Signed electronically by ", "Secretariat of the Border Families Alliance", ", 28\u00a0July\u00a02025")
LONGER = LONG._replace(name=f"{LONG.name} and of its Members")
LONGEST = LONG._replace(name=f"{LONGER.name} in the Provinces")


def sheet(*others: Box) -> Sheet:
    """A page with a line of text, a page label at the right of its foot, and whatever else."""
    texts = (Text(76, 90, "#1b1b1b"), Text(480, LABEL_BASELINE_PT, QUIET))
    return Sheet(Box(0, 0, 595, 842), texts, (Box(76, 86, 520, 100), LABEL, *others))


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "Signed electronically by Peace Now, 28\u00a0July\u00a02025"),
        ("km", "ថ្ងៃទី២៨\u00a0ខែកក្កដា\u00a0ឆ្នាំ២០២៥"),  # "28 July 2025", in Khmer digits
        ("th", "28\u00a0กรกฎาคม\u00a02568"),  # "28 July 2568", of the Buddhist Era
    ],
)
def test_it_says_who_and_when_in_the_language_of_the_document(tag: str, said: str) -> None:
    wording = stamp_wording("Peace Now", date(2025, 7, 28), LANGUAGES[tag])
    assert wording.text.endswith(said)
    assert "Peace Now" in wording.text


def test_it_stands_at_the_edge_of_the_text_before_the_page_label() -> None:
    box = make_stamp(SHORT, sheet(), ENGLISH).box
    assert box.left == 76
    assert box.right + LABEL_GAP_PT <= LABEL.left
    assert box.bottom < LABEL_BASELINE_PT < box.top


def test_a_second_one_stands_beside_the_first_and_a_third_is_refused() -> None:
    first = make_stamp(LONG, sheet(), ENGLISH).box
    second = make_stamp(LONG, sheet(first), ENGLISH).box
    assert (second.left, second.top) == (first.right + GAP_PT, first.top)
    with pytest.raises(SigningError, match="stamp/no-room"):
        make_stamp(LONG, sheet(first, second), ENGLISH)


def lines(stamp: Stamp) -> list[str]:
    """What each line of a stamp says."""
    with closing(pypdfium2.PdfDocument(stamp.drawing)) as drawing, closing(drawing[0].get_textpage()) as text:
        return [" ".join(line.split()) for line in text.get_text_range().splitlines()]


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        (LONG._replace(name="NGO"), ["Signed electronically by NGO, 28 July 2025"]),
        (LONG._replace(name="Coalition for Peace"), ["Signed electronically by", "Coalition for Peace, 28 July 2025"]),
        (LONG, ["Signed electronically by", f"{LONG.name},", "28 July 2025"]),
        (LONGER, [f"Signed electronically by {LONGER.name}, 28 July 2025"]),
        (LONGEST, ["Signed electronically by", f"{LONGEST.name}, 28 July 2025"]),
    ],
    ids=["one-line", "two-lines", "three-lines", "whole-row", "whole-row-two-lines"],
)
def test_a_line_ends_before_the_name_and_then_before_the_date(wording: Wording, said: list[str]) -> None:
    assert lines(make_stamp(wording, sheet(), ENGLISH)) == said


def test_a_name_is_parted_only_where_it_is_wider_than_the_whole_row() -> None:
    parted = make_stamp(LONG._replace(name=f"{LONGEST.name} and {LONGEST.name}"), sheet(), ENGLISH)
    assert lines(parted)[0].startswith(f"Signed electronically by {LONG.name}")
    assert " ".join(lines(parted)).endswith("in the Provinces, 28 July 2025")


def test_where_three_lines_do_not_fit_below_the_page_label_it_is_set_wider() -> None:
    low = replace(sheet(), texts=(Text(76, 90, "#1b1b1b"), Text(480, 30, QUIET)), boxes=())
    assert lines(make_stamp(LONG, low, ENGLISH)) == [f"Signed electronically by {LONG.name}, 28 July 2025"]


@pytest.mark.parametrize("name", ["W" * 60, "Peace " * 80], ids=["without-a-space", "with-spaces"])
def test_a_name_too_long_for_any_stamp_is_refused(name: str) -> None:
    with pytest.raises(SigningError, match="stamp/too-long"):
        make_stamp(LONG._replace(name=name), sheet(), ENGLISH)


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_the_first_baseline_is_that_of_the_page_label_in_every_stamp(pdfs: Mapping[str, bytes], language: str) -> None:
    label = min(text.baseline_pt for text in read_sheet(pdfs[language]).texts)
    made = pdfs[language]
    for name in ("Peace Now", "สภาเพื่อสันติภาพ"):  # "Council for Peace", of other heights
        made = sign_pdf(made, issue(name).credentials, SIGNED_AT, is_visible=True, again=True)
    with pikepdf.open(BytesIO(made)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        baselines = [float(field.Rect[1]) + first_baseline(field.AP.N.read_bytes()) for field in fields]
    assert baselines == pytest.approx([label, label], abs=0.01)


def first_baseline(content: bytes) -> float:
    """Where the first line of a drawing stands, from its foot."""
    return max(float(at) for at in re.findall(rb"([\d.]+) Tm", content))


def test_it_never_covers_what_stands_on_the_page() -> None:
    with pytest.raises(SigningError, match="stamp/no-room"):
        make_stamp(SHORT, sheet(Box(70, 20, 470, 60)), ENGLISH)


def test_a_page_without_text_has_no_place_for_it() -> None:
    with pytest.raises(SigningError, match="stamp/no-page-label"):
        make_stamp(SHORT, Sheet(Box(0, 0, 595, 842), (), ()), ENGLISH)


def test_a_language_the_kit_does_not_know_is_refused() -> None:
    with pytest.raises(SigningError, match="language/unknown"):
        known_language("fr")


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_on_the_page_it_is_quiet_and_hides_nothing(pdfs: Mapping[str, bytes], signer: Owner, language: str) -> None:
    before = read_sheet(pdfs[language])
    made = sign_pdf(pdfs[language], signer.credentials, SIGNED_AT, is_visible=True)
    (box,) = set(read_sheet(made).boxes) - set(before.boxes)
    assert not any(box.meets(other) for other in before.boxes)
    assert min(before.texts, key=lambda text: text.baseline_pt).colour.encode() == b"#5f5f5f"
