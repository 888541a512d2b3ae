"""What lies behind every page: the brand's words or its emblem, thinned, an artifact; a draft's words win."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from made_brands import COLOURS, EMBLEM, WORDS

from statement_kit.brand import Backdrop, Brand, Paper
from statement_kit.document.blocks import Document
from statement_kit.layout.pages import lay_out
from statement_kit.pictures import Picture, RasterPicture
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

PIXELS = RasterPicture(900, 900, 1, bytes(900 * 900))


@pytest.mark.parametrize("language", WORDS)
def test_words_rise_across_every_page_in_their_colour_and_tint(
    language: str, documents: dict[str, Document], library: FontLibrary
) -> None:
    brand = Brand(colours=COLOURS, backdrop=Backdrop(WORDS, colour="accent", tint=0.1))
    for page in lay_out(documents[language], brand, library).pages:
        assert page.watermark
        assert page.watermark.segment.text == WORDS[language]
        assert page.watermark.segment.colour == brand.tint("accent", 0.1)


def test_in_a_language_that_is_not_named_nothing_stands_there(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    brand = Brand(backdrop=Backdrop({"en": "Embargoed"}))
    assert lay_out(documents["th"], brand, library).pages[0].watermark is None


@pytest.mark.parametrize("backdrop", [Backdrop(WORDS), Backdrop(emblem=EMBLEM, tint=0.05)])
def test_the_words_of_a_draft_come_before_both(
    backdrop: Backdrop, documents: dict[str, Document], library: FontLibrary
) -> None:
    page = lay_out(replace(documents["en"], draft="Draft"), Brand(backdrop=backdrop), library).pages[0]
    assert page.watermark
    assert page.watermark.segment.text == "Draft"
    assert page.emblem is None


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("picture", [EMBLEM, PIXELS, RasterPicture(400, 900, 1, bytes(400 * 900))])
def test_an_emblem_stands_in_the_middle_of_every_page(
    picture: Picture, paper: Paper, documents: dict[str, Document], library: FontLibrary
) -> None:
    width = 0.5 if picture.aspect == 1 else 0.25
    brand = Brand(paper=paper, backdrop=Backdrop(emblem=picture, tint=0.1, width=width))
    pages = lay_out(documents["en"], brand, library)
    assert len(pages.pages) > 2
    for page in pages.pages:
        assert page.emblem
        assert page.emblem.width_pt == pytest.approx(width * pages.width_pt)
        assert page.emblem.x_pt + page.emblem.width_pt / 2 == pytest.approx(pages.width_pt / 2)
        assert page.emblem.y_pt + page.emblem.height_pt / 2 == pytest.approx(pages.height_pt / 2)
        assert page.emblem.width_pt / page.emblem.height_pt == pytest.approx(picture.aspect)


@pytest.mark.parametrize("picture", [EMBLEM, PIXELS], ids=["drawing", "pixels"])
def test_the_pdf_draws_it_first_as_an_artifact_thinned_as_a_whole_and_holds_it_once(
    picture: Picture, documents: dict[str, Document], library: FontLibrary
) -> None:
    brand = Brand(backdrop=Backdrop(emblem=picture, tint=0.1))
    data = write_pdf(documents["en"], lay_out(documents["en"], brand, library))
    with pikepdf.open(BytesIO(data)) as pdf:
        names = set()
        for page in pdf.pages:
            first, drawn = page.Contents.read_bytes().splitlines()[:2]
            assert b"/Artifact" in first
            assert b"/Subtype/Watermark" in first
            _, state, *_, name, _, _ = drawn.split()
            names.add(name)
            assert float(page.Resources.ExtGState[state.decode()].ca) == pytest.approx(0.1)
            shown = page.Resources.XObject[name.decode()]
            assert ("/Group" in shown) is (picture is EMBLEM)
        assert len(names) == 1
