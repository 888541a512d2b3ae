"""The visible signature: what it says, and a place where it hides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from issuer import SIGNED_AT, Owner

from statement_kit import LANGUAGES, SigningError, sign_pdf
from statement_kit.signing.sheet import Box, Sheet, Text, read_sheet
from statement_kit.signing.stamp import GAP_PT, known_language, make_stamp, stamp_text

ENGLISH = LANGUAGES["en"]
QUIET = "#5f5f5f"
LABEL = Box(480, 36, 524, 46)


def sheet(*others: Box) -> Sheet:
    """A page with a line of text, a page label at the right of its foot, and whatever else."""
    texts = (Text(76, 90, "#1b1b1b"), Text(480, 38, QUIET))
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
    text = stamp_text("Peace Now", date(2025, 7, 28), LANGUAGES[tag])
    assert text.endswith(said)
    assert "Peace Now" in text


def test_it_stands_at_the_edge_of_the_text_before_the_page_label() -> None:
    box = make_stamp("Signed by Peace Now", sheet(), ENGLISH).box
    assert box.left == 76
    assert box.right + GAP_PT <= LABEL.left
    assert box.bottom < 38 < box.top


def test_a_second_one_stands_beside_the_first_and_a_third_is_refused() -> None:
    text = "Signed electronically by Secretariat of the Border Families Alliance, 28\u00a0July\u00a02025"
    first = make_stamp(text, sheet(), ENGLISH).box
    second = make_stamp(text, sheet(first), ENGLISH).box
    assert (second.left, second.top) == (first.right + GAP_PT, first.top)
    with pytest.raises(SigningError, match="stamp/no-room"):
        make_stamp(text, sheet(first, second), ENGLISH)


def test_it_never_covers_what_stands_on_the_page() -> None:
    with pytest.raises(SigningError, match="stamp/no-room"):
        make_stamp("Signed by Peace Now", sheet(Box(70, 20, 470, 60)), ENGLISH)


def test_a_page_without_text_has_no_place_for_it() -> None:
    with pytest.raises(SigningError, match="stamp/no-page-label"):
        make_stamp("Signed", Sheet(Box(0, 0, 595, 842), (), ()), ENGLISH)


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
