"""`brand.toml`: what it changes of the kit's look, and what it may not say."""

from __future__ import annotations

import pytest

from statement_kit.brand import Brand, DocxFonts, Paper
from statement_kit.diagnostics import SourceError
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES, Alignment
from statement_kit.source.brand_file import parse_brand


def test_an_empty_brand_is_the_look_of_the_kit() -> None:
    assert parse_brand("", "brand.toml")[0] == Brand()


def test_a_brand_changes_what_it_names_and_nothing_else() -> None:
    brand, places = parse_brand(
        'accent = "#9B2226"\npaper = "letter"\n[name]\nen = "Our Coalition"\nkm = "សម្ព័ន្ធ"\n'
        '[letterhead]\nen = ["Street 1", "Phnom Penh"]\n',
        "brand.toml",
    )
    assert (str(places["brand.name"]), str(places["letterhead"])) == ("brand.toml:3", "brand.toml:6")
    assert str(places["letterhead.2"]) == "brand.toml:6"
    assert brand.names == {"en": "Our Coalition", "km": "សម្ព័ន្ធ"}
    assert brand.letterhead == {"en": ("Street 1", "Phnom Penh")}
    assert (brand.paper, brand.colours["accent"]) == (Paper.LETTER, "#9b2226")
    assert brand.colours["ink"] == Brand().colours["ink"]
    assert (brand.styles, brand.typefaces) == (Brand().styles, Brand().typefaces)


def test_a_brand_says_how_running_text_is_set_per_language() -> None:
    brand, _ = parse_brand('[alignment]\nkm = "justified"\nen = "ragged"\n[indent]\nth = 0\nkm = 2.5\n', "brand.toml")
    assert brand.alignment == {"km": Alignment.JUSTIFIED, "en": Alignment.RAGGED}
    assert brand.indent_em == {"th": 0.0, "km": 2.5}
    aligned = {tag: brand.alignment_of(Role.PARAGRAPH, language) for tag, language in LANGUAGES.items()}
    assert aligned == {"km": Alignment.JUSTIFIED, "en": Alignment.RAGGED, "th": Alignment.RAGGED}
    assert brand.alignment_of(Role.TITLE, LANGUAGES["km"]) is Alignment.RAGGED
    assert brand.indent_pt(Role.LEAD, LANGUAGES["km"]) == pytest.approx(2.5 * brand.size_pt(Role.LEAD, "Khmr"))
    assert (brand.indent_pt(Role.LEAD, LANGUAGES["th"]), brand.indent_pt(Role.TITLE, LANGUAGES["km"])) == (0, 0)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("accent = 'red'", "source/wrong-colour"),
        ("accent = '#fff'", "source/wrong-colour"),
        ("accent = 0x9b2226", "source/wrong-type"),
        ("paper = 'a5'", "source/wrong-paper"),
        ("paper = true", "source/wrong-type"),
        ("name = 'Our Coalition'", "source/wrong-type"),
        ("name = { en = 3 }", "source/wrong-type"),
        ("name = { en = ' ' }", "source/wrong-type"),
        ("letterhead = { en = 'Street 1' }", "source/wrong-type"),
        ("letterhead = { en = ['Street 1', ''] }", "source/wrong-type"),
        ("colour = '#9b2226'", "source/unknown-key"),
        ("accent = #9b2226", "source/toml-syntax"),
        ("profile = 'official'", "source/unknown-profile"),
        ("alignment = 'justified'", "source/wrong-type"),
        ("alignment = { km = 'both' }", "source/wrong-alignment"),
        ("alignment = { km = 1 }", "source/wrong-alignment"),
        ("alignment = { km = ['justified'] }", "source/wrong-alignment"),
        ("alignment = { km = { a = 1 } }", "source/wrong-alignment"),
        ("alignment = { kh = 'ragged' }", "source/unknown-language"),
        ("indent = { th = '2.5 em' }", "source/wrong-indent"),
        ("indent = { th = -1 }", "source/wrong-indent"),
        ("indent = { th = true }", "source/wrong-indent"),
        ("indent = { th = nan }", "source/wrong-indent"),
        ("indent = { kh = 1 }", "source/unknown-language"),
    ],
)
def test_a_wrong_key_is_refused_at_its_line(line: str, rule: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(f"# our brand\n\n{line}\n", "brand.toml")
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == (rule, "brand.toml:3")
    assert found.hint


KEYS = ("profile", "name", "letterhead", "accent", "paper", "alignment", "indent", "font", "logo", "typefaces", "docx")


@pytest.mark.parametrize("key", KEYS)
def test_a_key_typed_below_a_table_is_to_be_moved_above_it(key: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(f'[name]\nen = "Our Coalition"\n{key} = "letter"\n', "brand.toml")
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == ("source/misplaced-key", "brand.toml:3")
    assert found.hint == "Move it above the first line in [brackets]."


@pytest.mark.parametrize(
    "table",
    [
        'name]\nen = "Ours"',
        'letterhead]\nen = ["Street 1"]',
        'alignment]\nen = "ragged"',
        "indent]\nen = 1",
        'logo.alt]\nen = "Logo"',
        'typefaces.text.Laoo]\nfamily = "Ours"',
        "typefaces.text]",
        "typefaces]",
        '[font]]\nfile = "a.ttf"\nfamily = "Ours"',
    ],
)
def test_below_any_table_it_is_so(table: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(f'[{table}\npaper = "letter"\n', "brand.toml")
    assert caught.value.diagnostics[0].rule == "source/misplaced-key"


def test_the_keys_it_names_as_known_are_all_there_are() -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand("zebra = 1", "brand.toml")
    assert caught.value.diagnostics[0].hint == f"Known keys: {', '.join(sorted(KEYS))}."


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ('[name]\nen = "Our\\nCoalition"', "statement/control-character", "brand.toml:1"),
        ('[name]\nen = "\\u200b"', "brand/empty-text", "brand.toml:1"),
        ('name.en = "A"\n[letterhead]\nen = ["a\\u2028b"]', "statement/control-character", "brand.toml:2"),
    ],
)
def test_a_name_or_line_that_cannot_be_printed_is_refused_at_its_table(text: str, rule: str, place: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(text, "brand.toml")
    assert [(found.rule, str(found.where)) for found in caught.value.diagnostics] == [(rule, place)]


def test_a_brand_says_how_much_of_its_fonts_goes_into_a_docx() -> None:
    assert (Brand().docx_fonts, Brand().docx_without) == (DocxFonts.SUBSET, ())
    brand, _ = parse_brand('[docx]\nfonts = "whole"\nwithout = ["Moul"]\n', "brand.toml")
    assert (brand.docx_fonts, brand.docx_without) == (DocxFonts.WHOLE, ("Moul",))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('[docx]\nfonts = "some"', "source/wrong-value"),
        ("[docx]\nfonts = true", "source/wrong-value"),
        ('[docx]\nwithout = "Moul"', "source/wrong-value"),
        ('[docx]\nwithout = [""]', "source/wrong-value"),
        ('[docx]\nembed = "whole"', "source/unknown-key"),
        ('docx = "whole"', "source/wrong-type"),
        ('[docx]\nwithout = ["Arial"]', "brand/unknown-family"),
    ],
)
def test_what_it_cannot_choose_for_a_docx_is_refused_at_its_table(text: str, rule: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(text, "brand.toml")
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == (rule, "brand.toml:1")
    assert found.hint


def test_all_wrong_keys_come_at_once() -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand("accent = 'red'\npaper = 'a5'\nname = 3\ncolor = 1\n", "brand.toml")
    assert sorted(str(found.where) for found in caught.value.diagnostics) == [f"brand.toml:{n}" for n in (1, 2, 3, 4)]
