"""The ink on the page is HarfBuzz's own: read back from the PDF by other means, and laid over what HarfBuzz draws.

Nothing of the kit reads here. pypdf gives the objects and the operators, fontTools the outlines of the
embedded fonts; widths, kerning and positions are interpreted by this module.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from statement_kit.brand import Brand, Face, Typeface
from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.registry import get_language
from statement_kit.layout.pages import lay_out
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import FontLibrary, font_library
from statement_kit.writers.pdf import write_pdf

TEST_FONTS = Path(__file__).parents[2] / "fonts"

KHMER_FONTS = [
    (fonts_folder(), "Noto Serif Khmer", 400),
    (fonts_folder(), "Noto Serif Khmer", 600),
    (fonts_folder(), "Noto Sans Khmer", 400),
    (fonts_folder(), "Moul", 400),
    (TEST_FONTS, "Battambang", 400),
    (TEST_FONTS, "Siemreap", 400),
    (TEST_FONTS, "Koulen", 400),
]
THAI_FONTS = [
    (fonts_folder(), "Taviraj", 400),
    (fonts_folder(), "Taviraj", 600),
    (fonts_folder(), "Sarabun", 400),
    (TEST_FONTS, "Noto Sans Thai Looped", 400),
    (TEST_FONTS, "IBM Plex Sans Thai Looped", 400),
]
KHMER_LINES = (
    "ស្ត្រី ខ្ញុំ កម្ពុជា កិច្ចព្រមព្រៀង",  # woman, I, Cambodia, agreement: stacks one and two deep
    "ឆ្នាំ ស៊ើប ញ៉ាំ ប៉ុន្តែ ម៉ោង កៅអី ចៅ",  # year, inquire, eat, but, hour, chair, grandchild: shifters, split vowels
    "បញ្ញត្តិ សន្ដិភាព ក្រុងភ្នំពេញ រដ្ឋាភិបាល",  # provision, peace, Phnom Penh, government: NYO loses its foot
    "ព្រះរាជាណាចក្រ ធម៌ លក្ខណៈ មណ្ឌល",  # kingdom, dharma, feature, centre: visarga, robat
    "គ្រឿង ភ្លៀង ហ្វូង ឱ្យ ឥឡូវ ឧត្ដម ឫស ឯកសារ",  # engine, rain, flock, give, now, high, root, document
    "ថ្ងៃទី២៨ ផ្សេងៗ ១០០៛ ។ល។ ឃ្លាំង៕",  # the 28th, various, 100 riel, etc., warehouse: digits and signs
)
THAI_LINES = (
    "น้ำ ปี่ ปั้น กู้ ฎุ ญู ที่สุด ป่า ฟ้า",  # water, flute, mould, salvage, (letters), most, forest, sky
    "สิทธิ์ สันติภาพ พินทุ์ ก๊าซ เจ๊ง โต้แย้ง",  # right, peace, dot, gas, bankrupt, dispute
    "ใหญ่ ไม้ แล้ว ฐาน ฤๅษี ป้ำ ทำ ต่าง ๆ ฯลฯ ๑๒๓",  # big, wood, already, base, hermit, (ring and tone), do, etc.
)

Point = tuple[float, float]
Contour = list[Point]


# What HarfBuzz draws


class _Contours(BasePen):
    """Takes down contours, quadratic curves point by point."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Contour] = []

    def _moveTo(self, point: Point) -> None:  # noqa: N802
        self.found.append([point])

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self.found[-1].append(point)

    def _qCurveToOne(self, control: Point, point: Point) -> None:  # noqa: N802
        self.found[-1] += [control, point]


def closed(contour: Contour) -> Contour:
    """A contour whose last point is not its first one again."""
    return contour[:-1] if contour[-1] == contour[0] else contour


def placed(contours: list[Contour], x: float, y: float, scale: float) -> list[Contour]:
    return [[(x + px * scale, y + py * scale) for px, py in contour] for contour in contours]


@cache
def shaper(path: Path) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))


@cache
def outline(font: hb.Font, glyph: int) -> list[Contour]:
    pen = _Contours()
    font.draw_glyph_with_pen(glyph, pen)
    return [closed(contour) for contour in pen.found]


def drawn_by_harfbuzz(font: hb.Font, text: str, language: str) -> tuple[list[Contour], int]:
    """The contours of one run from its origin, and its advance, in font units."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    hb.shape(font, buffer)
    pen, contours = 0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        contours += placed(outline(font, info.codepoint), pen + place.x_offset, place.y_offset, 1)
        pen += place.x_advance
    return contours, pen


# What is on the page


class _Embedded:
    """An embedded font: its widths as the PDF states them, its outlines as its file has them."""

    def __init__(self, font: DictionaryObject) -> None:
        descendant = font["/DescendantFonts"][0].get_object()
        program = descendant["/FontDescriptor"]["/FontFile2"].get_data()
        self._font = TTFont(BytesIO(program))
        self.units = self._font["head"].unitsPerEm
        first, widths = descendant["/W"]
        self._widths = {first + at: float(width) for at, width in enumerate(widths.get_object())}
        assert font["/Encoding"] == "/Identity-H"
        assert descendant["/CIDToGIDMap"] == "/Identity"

    def width_em(self, code: int) -> float:
        return self._widths[code] / 1000

    def outline(self, code: int) -> list[Contour]:
        """The contours of a glyph, its left edge at its bearing, as rasterisers set it."""
        name, glyf = self._font.getGlyphName(code), self._font["glyf"]
        points, ends, flags = glyf[name].getCoordinates(glyf)
        shift = self._font["hmtx"][name][1] - getattr(glyf[name], "xMin", 0)
        starts = [0, *(end + 1 for end in ends)]
        return [
            [(x + shift, y) for x, y in _with_implied(list(points[start:end]), list(flags[start:end]))]
            for start, end in pairwise(starts)
        ]


def _with_implied(points: list[Point], flags: list[int]) -> Contour:
    """A contour with the points that lie half way between two control points, begun on the curve (OpenType `glyf`)."""
    contour: Contour = []
    for at, (x, y) in enumerate(points):
        after = (at + 1) % len(points)
        contour.append((x, y))
        if not (flags[at] | flags[after]) & 1:
            contour.append(((x + points[after][0]) / 2, (y + points[after][1]) / 2))
    return closed(contour if flags[0] & 1 else contour[-1:] + contour[:-1])


NOT_READ_HERE = {b"cm", b"Tc", b"Tw", b"Tz", b"Ts", b"TL", b"Td", b"TD", b"T*", b"Tj", b"'", b'"'}
"""Operators that would move ink and that the kit does without (T02, T13, T14)."""


def ink_by_line(page: PageObject, reader: PdfReader) -> list[tuple[float, list[Contour]]]:
    """Baseline and contours of every line of a page in pt, from top to bottom, each from left to right."""
    fonts = {name: _Embedded(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    shown = sorted(_shown(page, reader, fonts), key=lambda piece: (-piece[0], piece[1]))
    return [
        (baseline, [contour for _, _, contours in pieces for contour in contours])
        for baseline, pieces in groupby(shown, key=lambda piece: piece[0])
    ]


def _shown(
    page: PageObject, reader: PdfReader, fonts: dict[str, _Embedded]
) -> Iterator[tuple[float, float, list[Contour]]]:
    """Baseline, left end and contours of every glyph shown on a page (ISO 32000-1 9.4)."""
    x = y = size = 0.0
    font = next(iter(fonts.values()))
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        assert operator not in NOT_READ_HERE
        if operator == b"Tm":
            *turn, x, y = map(float, operands)
            assert turn == [1, 0, 0, 1]
        elif operator == b"Tf":
            font, size = fonts[operands[0]], float(operands[1])
        elif operator == b"TJ":
            for item in operands[0]:
                if isinstance(item, (int, float)):
                    x -= float(item) / 1000 * size
                    continue
                codes = item.original_bytes
                for code in (int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2)):
                    yield y, x, placed(font.outline(code), x, y, size / font.units)
                    x += font.width_em(code) * size


# The two, laid over each other


def one_face(family: str, weight: int, scripts: tuple[str, ...], scale: float) -> Brand:
    """A brand that sets everything in one font."""
    typeface = Typeface(family, weight, scale)
    return Brand(typefaces={face: dict.fromkeys(scripts, typeface) for face in Face})


def document(tag: str, lines: tuple[str, ...]) -> Document:
    """A document of short lines, each a paragraph that is set ragged and needs one line."""
    language = get_language(tag)
    blocks = tuple(Block(f"line.{number}", Role.CONTACT, line) for number, line in enumerate(lines, 1))
    labels = PageLabels("{page}", language.label_digits)
    return Document(language, lines[0], "2025-07-28", blocks, lines[0], labels)


def farthest(found: list[Contour], expected: list[Contour]) -> float:
    """The greatest distance between two points that should be one, along x or y."""
    assert [len(contour) for contour in found] == [len(contour) for contour in expected]
    return max(
        max(abs(a - x), abs(b - y))
        for one, other in zip(found, expected, strict=True)
        for (a, b), (x, y) in zip(one, other, strict=True)
    )


def lines_of(document: Document, brand: Brand, library: FontLibrary) -> list[tuple[float, list[Contour]]]:
    reader = PdfReader(BytesIO(write_pdf(document, lay_out(document, brand, library))))
    return ink_by_line(reader.pages[0], reader)


CASES = [
    *((*font, "km", "Khmr", KHMER_LINES) for font in KHMER_FONTS),
    *((*font, "th", "Thai", THAI_LINES) for font in THAI_FONTS),
]
ANNEX_SCALE = 0.86 * 0.96
"""Of a Khmer name in the annex: a size of 8.91648 pt must reach the page as that, not as 8.916 pt."""


@pytest.mark.parametrize("scale", [1.0, ANNEX_SCALE], ids=["full-size", "annex-size"])
@pytest.mark.parametrize(
    ("folder", "family", "weight", "language", "script", "lines"), CASES, ids=[f"{case[1]}-{case[2]}" for case in CASES]
)
def test_the_ink_of_a_line_is_what_harfbuzz_draws_to_within_a_font_unit(
    folder: Path, family: str, weight: int, language: str, script: str, lines: tuple[str, ...], scale: float
) -> None:
    """T01, T02, T03: outline for outline, at the same size and from the same origin."""
    library, brand = font_library(folder), one_face(family, weight, (script, "Latn"), scale)
    font = shaper(library.font(family, weight).path)
    unit = brand.size_pt(Role.CONTACT, script) * scale / font.face.upem
    page = lines_of(document(language, lines), brand, library)
    assert len(page) == len(lines) + 1  # and the page number
    for line, (baseline, found) in zip(lines, page, strict=False):
        expected, _ = drawn_by_harfbuzz(font, line, language)
        assert farthest(found, placed(expected, brand.margins_pt[3], baseline, unit)) <= unit, line


@pytest.mark.parametrize(
    ("folder", "family", "weight", "language", "script", "lines"), CASES, ids=[f"{case[1]}-{case[2]}" for case in CASES]
)
def test_base_letters_stand_on_the_baseline_of_their_line(
    folder: Path, family: str, weight: int, language: str, script: str, lines: tuple[str, ...]
) -> None:
    """T02: after every mark and stack the next letter is as high as it is when set alone."""
    library, brand = font_library(folder), one_face(family, weight, (script, "Latn"), 1.0)
    font = shaper(library.font(family, weight).path)
    unit = brand.size_pt(Role.CONTACT, script) / font.face.upem
    text, letters = BASES[script]
    ((baseline, found), _) = lines_of(document(language, (text,)), brand, library)
    heights = [[y - baseline for _, y in contour] for contour in found]
    for letter in letters:
        body = placed(outline(font, font.get_nominal_glyph(ord(letter))), 0, 0, unit)[0]
        assert any(height == pytest.approx([y for _, y in body], abs=unit) for height in heights), letter


BASES = {
    "Khmr": ("កម្ពុជា និងថៃ ក៏ដូចត្រូវ", "ងថចវ"),  # "Cambodia and Thailand, as must be", and letters that stay themselves
    "Thai": ("ปี่ ปั้น น้ำที่กู้", "นกท"),  # "flute, mould, water that salvages", likewise
}


@pytest.mark.parametrize(("language", "script"), [("en", "Latn"), ("km", "Khmr"), ("th", "Thai")])
def test_runs_of_several_fonts_follow_each_other_where_harfbuzz_leaves_the_pen(
    library: FontLibrary, language: str, script: str
) -> None:
    """T04: each script in its own font and size, beginning where the one before it ends."""
    brand = Brand()
    ((baseline, found), _) = lines_of(document(language, ("".join(text for _, text in RUNS),)), brand, library)
    pen, expected, units = brand.margins_pt[3], [], []
    for run_script, text in RUNS:
        typeface = brand.typefaces[Face.TEXT][run_script]
        font = shaper(library.font(typeface.family, typeface.weight).path)
        units.append(brand.size_pt(Role.CONTACT, script) * typeface.scale / font.face.upem)
        contours, advance = drawn_by_harfbuzz(font, text, language)
        expected += placed(contours, pen, baseline, units[-1])
        pen += advance * units[-1]
    assert farthest(found, expected) <= min(units)


RUNS = (
    ("Latn", "A "),
    ("Thai", "วันที่ "),  # "date"
    ("Khmr", "កម្ពុជា និង "),  # "Cambodia and"
    ("Latn", "AVATAR office "),
    ("Khmr", "ត្រូវ "),  # "must"
    ("Thai", "น้ำ"),  # "water"
)


@pytest.mark.parametrize(
    ("language", "script", "text"),
    [
        ("km", "Khmr", "\u200bសន្តិ\u200bភាព \u200b\u2060និង\u200b  យុត្តិ\u2060ធម៌\u200b"),  # "peace and justice"
        ("th", "Thai", "\u2060สันติ\u200bภาพ \u200bและ\u2060 \u200bความ\u200bยุติธรรม"),  # the same
    ],
)
def test_marks_that_steer_breaking_draw_nothing_and_move_nothing(
    library: FontLibrary, language: str, script: str, text: str
) -> None:
    """T07: the page is that of the text without them, every space of it kept."""
    without = text.translate({0x200B: None, 0x2060: None})
    (marked, _), (plain, _) = (lines_of(document(language, (each,)), Brand(), library) for each in (text, without))
    assert marked == plain
    typeface = Brand().typefaces[Face.TEXT][script]
    font = shaper(library.font(typeface.family, typeface.weight).path)
    contours, _ = drawn_by_harfbuzz(font, without, language)
    assert len(marked[1]) == len(contours)


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_nothing_slants_spreads_lifts_or_thickens_letters(
    documents: dict[str, Document], library: FontLibrary, language: str
) -> None:
    """T02, T13, T14: the operators that could are on no page of the example, and every text matrix is upright."""
    reader = PdfReader(BytesIO(write_pdf(documents[language], lay_out(documents[language], Brand(), library))))
    operations = [
        operation for page in reader.pages for operation in ContentStream(page.get_contents(), reader).operations
    ]
    assert not {operator for _, operator in operations} & {b"cm", b"Tc", b"Tz", b"Ts", b"Tr"}
    matrices = {tuple(map(float, operands[:4])) for operands, operator in operations if operator == b"Tm"}
    assert matrices == {(1, 0, 0, 1)}
