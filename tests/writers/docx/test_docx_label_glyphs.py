"""What draws live numbers: the brand's own glyphs where their makers allow it, else the kit's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx_reading import embedded_fonts, paragraphs
from made_docx import BUNDLED, docx_of
from made_fonts import KHMER, LATIN, opened, saved

from statement_kit.brand import DEFAULT_TYPEFACES, Brand, Face, Typeface
from statement_kit.diagnostics import FontError
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.faces import Faces
from statement_kit.languages.registry import ASCII_DIGITS, LANGUAGES
from statement_kit.text.font_file import FontFile
from statement_kit.writers.docx.label_glyphs import Glyphs, label_glyphs

ENDORSER = Block("endorser.1", Role.ENDORSER, "ADHOC", "១.", number=1)


def own_file(path: Path, source: Path, *, rights: int = 0, without: str = ".") -> FontFile:
    """A font of a brand; the Khmer one has no point, if nothing else is said, as few have dashes."""
    font = opened(source)
    font["OS/2"].fsType = rights
    for table in font["cmap"].tables:
        for char in without:
            table.cmap.pop(ord(char), None)
    path.write_bytes(saved(font))
    return FontFile(path, path.stem)


def brand_of(*files: FontFile, **looks: object) -> Brand:
    """A brand whose text is set in fonts of its own: the first for Khmer, the second for Latin."""
    faces = {face: {**by_script} for face, by_script in DEFAULT_TYPEFACES.items()}
    for script, file in zip(("Khmr", "Latn"), files, strict=False):
        faces[Face.TEXT][script] = Typeface(file.family)
    return Brand(fonts=files, typefaces=faces, **looks)  # type: ignore[arg-type]


def glyphs_of(document: Document, brand: Brand) -> Glyphs:
    library = BUNDLED.with_files(brand.fonts)
    return label_glyphs(Face.TEXT, document, brand, library, Faces(document.language, brand, library))


def families(glyphs: Glyphs) -> set[str]:
    return {sized.font.family for sized, _ in glyphs.values()}


@pytest.mark.parametrize("language", ["km", "th"])
def test_every_digit_and_every_letter_that_may_come_up_is_drawn(
    language: str, document_of: Callable[..., Document]
) -> None:
    glyphs, digits = glyphs_of(document_of(language), Brand()), LANGUAGES[language].label_digits
    assert "".join(glyphs[digit][1] for digit in ASCII_DIGITS) == digits
    assert "".join(glyphs[digit][1] for digit in digits) == digits
    assert glyphs["."][1] == "."
    assert [glyphs[letter][1] for letter in LANGUAGES[language].letters] == list(LANGUAGES[language].letters)
    assert ("a" in glyphs) is (language == "km"), "programs count in Thai letters themselves"


@pytest.mark.parametrize("rights", [0, 0x0008])
def test_they_are_the_brands_where_that_is_allowed(
    rights: int, tmp_path: Path, document_of: Callable[..., Document]
) -> None:
    brand = brand_of(own_file(tmp_path / "Own.ttf", KHMER, rights=rights))
    assert families(glyphs_of(document_of("km"), brand)) == {"Own", "Source Serif 4"}


@pytest.mark.parametrize("rights", [0x0002, 0x0004, 0x0100, 0x0200])
@pytest.mark.parametrize("forbidden", [0, 1], ids=["the digits' font", "the point's font"])
def test_they_are_the_kits_where_any_font_among_them_may_not_be_cut(
    forbidden: int, rights: int, tmp_path: Path, document_of: Callable[..., Document]
) -> None:
    asked = [0, 0]
    asked[forbidden] = rights
    files = [
        own_file(tmp_path / "Own Khmer.ttf", KHMER, rights=asked[0]),
        own_file(tmp_path / "Own Latin.ttf", LATIN, rights=asked[1], without=""),
    ]
    assert families(glyphs_of(document_of("km"), brand_of(*files))) == {"Noto Serif Khmer"}


def test_they_are_the_kits_where_the_brand_leaves_a_family_out(
    tmp_path: Path, document_of: Callable[..., Document]
) -> None:
    brand = brand_of(own_file(tmp_path / "Own.ttf", KHMER), docx_without=("Own",))
    assert families(glyphs_of(document_of("km"), brand)) == {"Noto Serif Khmer"}


def test_a_letter_that_no_list_needs_may_be_missing(tmp_path: Path, document_of: Callable[..., Document]) -> None:
    brand = brand_of(own_file(tmp_path / "Own.ttf", KHMER, without="អ"))
    glyphs = glyphs_of(document_of("km", ENDORSER), brand)
    assert "អ" not in glyphs
    assert docx_of(document_of("km", ENDORSER), brand)


@pytest.mark.parametrize(
    ("missing", "label"), [("៧", "១."), ("ខ", "ខ.")], ids=["a digit, for pages", "the letter of a list"]
)
def test_what_pages_or_lists_need_and_no_font_has_is_refused(
    missing: str, label: str, tmp_path: Path, document_of: Callable[..., Document]
) -> None:
    brand = brand_of(own_file(tmp_path / "Own.ttf", KHMER, without=missing))
    block = replace(ENDORSER, label=label)
    with pytest.raises(FontError, match=f"can draw “{missing}”") as caught:
        glyphs_of(document_of("km", block), brand)
    assert [found.rule for found in caught.value.diagnostics] == ["font/missing-glyph"]


def test_labels_of_one_typeface_at_two_scales_have_a_font_for_each(document_of: Callable[..., Document]) -> None:
    """As the numbers of pages, in a face of their own, at another scale than those of endorsers."""
    faces = {face: {**by_script} for face, by_script in DEFAULT_TYPEFACES.items()}
    faces[Face.TEXT]["Khmr"] = Typeface("Noto Serif Khmer", scale=0.5)
    faces[Face.LABEL]["Khmr"] = Typeface("Noto Serif Khmer", scale=1.0)
    file = docx_of(document_of("km", ENDORSER), Brand(typefaces=faces))
    fonts = {family: font for (family, _), font in embedded_fonts(file).items() if "Labels" in family}
    widths = sorted(font["hmtx"][font.getBestCmap()[ord("1")]][0] / font["head"].unitsPerEm for font in fonts.values())
    assert widths[0] * 2 == pytest.approx(widths[-1], abs=0.005)
    assert paragraphs(file)[0].drawn == "១."
