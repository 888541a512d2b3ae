"""What Word calls the typefaces of a brand: short names, two switches, no two fonts alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statement_kit.brand import DEFAULT_TYPEFACES, Brand, Face, Typeface
from statement_kit.text.font_name import FontName
from statement_kit.writers.docx.font_names import MOST_CHARACTERS, FontNames


def brand_of(*typefaces: Typeface) -> Brand:
    faces = {face: {"Latn": typefaces[at % len(typefaces)]} for at, face in enumerate(Face)}
    return Brand(typefaces={**DEFAULT_TYPEFACES, **faces})


def test_the_kits_own_families_have_a_regular_and_a_bold() -> None:
    names = FontNames(Brand())
    assert names.name(Typeface("Noto Serif Khmer", scale=0.92)) == FontName("Noto Serif Khmer")
    assert names.name(Typeface("Noto Serif Khmer", 600)) == FontName("Noto Serif Khmer", is_bold=True)
    italic = Typeface("Source Serif 4", 600, is_italic=True)
    assert names.name(italic) == FontName("Source Serif 4", is_bold=True, is_italic=True)


def test_an_italic_on_the_axis_of_complex_scripts_is_a_family_of_its_own() -> None:
    """No style is italic there, so that readers slant nothing (T13)."""
    names = FontNames(brand_of(Typeface("Own"), Typeface("Own", is_italic=True), Typeface("Own", 700, is_italic=True)))
    upright, italic, heavy = (Typeface("Own", *rest) for rest in ((), (400, 1.0, True), (700, 1.0, True)))
    assert names.name(italic) == FontName("Own", is_italic=True)
    assert names.name(italic, is_complex=True) == FontName("Own Italic")
    assert names.name(heavy, is_complex=True) == FontName("Own Italic", is_bold=True)
    assert names.name(upright, is_complex=True) == FontName("Own")


def test_a_name_is_as_long_as_word_counts_it() -> None:
    """In units of UTF-16, and no character of two such units is cut through."""
    assert FontNames(brand_of(Typeface("x" + "😀" * 20))).name(Typeface("x" + "😀" * 20)).family == "x" + "😀" * 15
    assert FontNames(brand_of(Typeface("😀" * 20))).name(Typeface("😀" * 20)).family == "😀" * 15


def test_the_bold_is_700_or_else_the_lightest_of_the_heavy_and_other_weights_stand_by_themselves() -> None:
    names = FontNames(brand_of(*(Typeface("Own", weight) for weight in (300, 400, 450, 600, 700, 900))))
    assert {weight: names.name(Typeface("Own", weight))[:2] for weight in (300, 400, 450, 600, 700, 900)} == {
        300: ("Own Light", False),
        400: ("Own", False),
        450: ("Own 450", False),
        600: ("Own SemiBold", False),
        700: ("Own", True),
        900: ("Own Black", False),
    }
    assert FontNames(brand_of(Typeface("Own", 800), Typeface("Own", 900))).name(Typeface("Own", 800)).is_bold


LATIN = Typeface("Source Serif 4")


def test_fonts_of_labels_go_by_the_family_they_stand_beside() -> None:
    names = FontNames(Brand())
    assert names.labels(Typeface("Moul"), LATIN) == FontName("Moul Labels")
    assert names.labels(Typeface("Taviraj"), LATIN) == FontName("Taviraj Labels")
    assert names.labels(Typeface("Taviraj", 600), LATIN) == FontName("Taviraj Labels", is_bold=True)


def test_labels_at_another_scale_or_on_the_line_of_another_typeface_have_a_font_of_their_own() -> None:
    names = FontNames(Brand())
    khmer = [Typeface("Noto Serif Khmer", scale=scale) for scale in (0.92, 1.0)]
    called = [names.labels(one, latin).family for one in khmer for latin in (LATIN, Typeface("Source Sans 3"))]
    assert called == [f"Noto Serif Khmer Labels{number}" for number in ("", " 2", " 3", " 4")]


def test_a_family_that_is_called_like_a_weight_of_another_keeps_its_name() -> None:
    names = FontNames(brand_of(Typeface("Own"), Typeface("Own", 300), Typeface("Own Light")))
    assert names.name(Typeface("Own Light")).family == "Own Light"
    assert names.name(Typeface("Own", 300)).family == "Own Light 2"


@given(st.lists(st.tuples(st.text("Abc ឃ😀", min_size=1, max_size=45), st.sampled_from((300, 400, 700))), min_size=1))
def test_names_are_short_and_tell_fonts_apart(fonts: list[tuple[str, int]]) -> None:
    typefaces = [Typeface(f"x{family}", weight) for family, weight in fonts[: len(Face)]]
    names = FontNames(brand_of(*typefaces))
    labels = [names.labels(typeface, LATIN) for typeface in typefaces]
    called = {names.name(typeface) for typeface in typefaces} | set(labels)
    assert all(0 < len(name.family.encode("utf-16-le")) <= 2 * MOST_CHARACTERS for name in called)
    assert len({names.name(typeface) for typeface in typefaces}) == len(set(typefaces))
    assert {names.name(one).family for one in typefaces}.isdisjoint(one.family for one in labels)
