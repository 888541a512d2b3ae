"""Pictures in the PDF: drawn where they were placed, in their colours, described, and read before all else."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from made_pictures import difference, encoded, logo_files, srgb_profile, svg
from PIL import Image
from tagged import Node, read_tree

from statement_kit.brand import Brand, Logo
from statement_kit.document.blocks import Document
from statement_kit.layout.frames import PlacedPicture
from statement_kit.layout.pages import lay_out
from statement_kit.pictures import Picture, RasterPicture, VectorPicture, parse_picture
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

ALT = {"en": "Logo of the Coalition", "km": "និមិត្ត\u200bសញ្ញា (ស្ពាន)", "th": "ตรา (สะพาน)"}  # "logo (bridge)"
NAMES = {"en": "Coalition", "km": "សម្ព័ន្ធ", "th": "เครือข่าย"}  # the same
SCALE = 8


class Written:
    """A PDF with a logo, and where the logo stands on its first page."""

    def __init__(self, document: Document, library: FontLibrary, picture: Picture) -> None:
        pages = lay_out(document, Brand(names=NAMES, logo=Logo(picture, ALT, 40)), library)
        self.data = write_pdf(document, pages)
        self.height_pt = pages.height_pt
        self.placed: PlacedPicture = pages.pages[0].pictures[0]
        self.pdf = pikepdf.open(BytesIO(self.data))

    @property
    def drawn(self) -> pikepdf.Object:
        return self.pdf.pages[0].Resources.XObject.P1

    def seen(self) -> Image.Image:
        """The logo as PDFium shows it."""
        page = pypdfium2.PdfDocument(self.data)[0].render(scale=SCALE).to_pil().convert("RGB")
        left, top = self.placed.x_pt, self.placed.y_pt
        box = left, top, left + self.placed.width_pt, top + self.placed.height_pt
        return page.crop(tuple(round(edge * SCALE) for edge in box))  # type: ignore[arg-type]


@pytest.fixture
def write(documents: dict[str, Document], library: FontLibrary):
    """The statement with a logo, in a language."""

    def make(data: bytes | Picture, language: str = "en") -> Written:
        picture = parse_picture(data, "logo") if isinstance(data, bytes) else data
        return Written(documents[language], library, picture)

    return make


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_a_figure_with_its_words_and_its_place_is_read_first(write, language: str) -> None:
    written = write(svg("<circle cx='50' cy='40' r='40'/>"), language)
    root = read_tree(written.data)
    assert [kid.tag for kid in root.kids[:2] if isinstance(kid, Node)] == ["Figure", "P"]
    (figure,) = (each for each in written.pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each)
    assert (figure.S, str(figure.Alt)) == ("/Figure", ALT[language].replace("\u200b", ""))
    assert (figure.A.O, figure.A.Placement) == ("/Layout", "/Block")
    top = written.height_pt - written.placed.y_pt
    left = written.placed.x_pt
    assert [float(edge) for edge in figure.A.BBox] == pytest.approx([left, top - 40, left + 50, top], abs=0.001)


def test_the_first_thing_drawn_on_the_first_page_is_the_figure(write) -> None:
    written = write(svg("<circle cx='50' cy='40' r='40'/>"))
    operators = list(pikepdf.parse_content_stream(written.pdf.pages[0]))
    assert [str(operator) for _, operator in operators[:6]] == ["BDC", "q", "cm", "Do", "Q", "EMC"]
    assert str(operators[0][0][0]) == "/Figure"
    assert "Do" not in {str(operator) for _, operator in pikepdf.parse_content_stream(written.pdf.pages[1])}


def test_without_a_logo_there_are_no_pictures(documents: dict[str, Document], library: FontLibrary) -> None:
    data = write_pdf(documents["en"], lay_out(documents["en"], Brand(), library))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/XObject" not in pdf.pages[0].Resources
    assert read_tree(data).find("Figure") == []


def on_white(data: bytes, size: tuple[int, int]) -> Image.Image:
    image = Image.open(BytesIO(data)).convert("RGBA")
    flat = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return flat.convert("RGB").resize(size)


@pytest.mark.parametrize("name", [name for name in logo_files() if name.startswith(("png", "jpeg"))])
def test_pixels_look_as_they_do_in_their_file(write, name: str) -> None:
    data = logo_files()[name]
    seen = write(data).seen()
    assert difference(seen, on_white(data, seen.size)) < 0.01


def test_a_drawing_is_a_form_in_which_every_opacity_is_known(write) -> None:
    written = write(svg('<rect width="100" height="80" fill="#ff0000" opacity=".4"/>'))
    form = written.drawn
    assert form.Subtype == "/Form"
    assert [float(edge) for edge in form.BBox] == pytest.approx([0, 0, 75, 60])
    (state,) = form.Resources.ExtGState.values()
    assert (float(state.ca), float(state.CA)) == (0.4, 0.4)
    assert written.seen().getpixel((200, 160)) == pytest.approx((255, 153, 153), abs=2)


@pytest.mark.parametrize(("width_pt", "height_pt"), [(0.003, 0.001), (3e6, 1e6)])
def test_a_drawing_of_any_natural_size_fills_its_place_to_the_edges(write, width_pt: float, height_pt: float) -> None:
    drawing = f"1 0 0 rg 0 0 {width_pt:f} {height_pt:f} re f".encode()
    seen = write(VectorPicture(width_pt, height_pt, drawing)).seen()
    inner = seen.crop((2, 2, seen.width - 2, seen.height - 2))
    assert inner.getcolors() == [(inner.width * inner.height, (255, 0, 0))]


def test_pixels_keep_their_profile_and_their_opacity_and_are_not_smoothed(write) -> None:
    written, see_through = write(logo_files()["png-profile"]), write(logo_files()["png-see-through"])
    image = written.drawn
    assert (image.Subtype, bool(image.Interpolate), int(image.BitsPerComponent)) == ("/Image", False, 8)
    space, profile = image.ColorSpace
    assert (str(space), int(profile.N), profile.read_bytes()) == ("/ICCBased", 3, srgb_profile())
    mask = see_through.drawn.SMask
    assert (str(mask.ColorSpace), int(mask.Width), int(mask.Height)) == ("/DeviceGray", 240, 240)


@pytest.mark.parametrize(
    ("name", "space"), [("png-see-through", "/DeviceRGB"), ("png-grey", "/DeviceGray"), ("jpeg-grey", "/DeviceGray")]
)
def test_pixels_without_a_profile_are_in_the_colours_of_the_output_intent(write, name: str, space: str) -> None:
    written = write(logo_files()[name])
    assert str(written.drawn.ColorSpace) == space


def test_a_jpeg_is_taken_over_byte_for_byte(write) -> None:
    picture = parse_picture(logo_files()["jpeg"], "logo.jpeg")
    assert isinstance(picture, RasterPicture)
    written = write(picture)
    assert str(written.drawn.Filter) == "/DCTDecode"
    assert written.drawn.read_raw_bytes() == picture.data


def test_samples_come_back_from_behind_their_predictor(write) -> None:
    noise = Image.effect_noise((100, 80), 90)
    gradient = Image.linear_gradient("L").resize((100, 80))
    for image in (noise, Image.merge("RGB", (noise, gradient, gradient.rotate(180)))):
        written = write(encoded(image.resize((300, 240), Image.Resampling.NEAREST), "PNG"))
        assert pikepdf.PdfImage(written.drawn).as_pil_image().size == (300, 240)
        wanted = image.resize((300, 240), Image.Resampling.NEAREST)
        assert written.drawn.read_bytes() == wanted.tobytes()
