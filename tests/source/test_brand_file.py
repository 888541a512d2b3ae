"""`brand.toml`: what it changes of the kit's look, and what it may not say."""

from __future__ import annotations

import pytest

from statement_kit.brand import Brand, DocxFonts, Paper
from statement_kit.diagnostics import SourceError
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES, Alignment
from statement_kit.source.brand_file import parse_brand
from statement_kit.source.brand_keys import KEYS


def test_an_empty_brand_is_the_look_of_the_kit() -> None:
    assert parse_brand("", "brand.toml")[0] == Brand()


def test_a_brand_changes_what_it_names_and_nothing_else() -> None:
    brand, places = parse_brand(
        'paper = "letter"\n\n[name]\nen = "Our Coalition"\nkm = "សម្ព័ន្ធ"\n'
        '[letterhead]\nen = ["Street 1", "Phnom Penh"]\n[colours]\naccent = "#1F5F8B"\n',
        "brand.toml",
    )
    assert (str(places["brand.name"]), str(places["letterhead"])) == ("brand.toml:3", "brand.toml:6")
    assert str(places["letterhead.2"]) == "brand.toml:6"
    assert brand.names == {"en": "Our Coalition", "km": "សម្ព័ន្ធ"}
    assert brand.letterhead == {"en": ("Street 1", "Phnom Penh")}
    assert (brand.paper, brand.colours["accent"]) == (Paper.LETTER, "#1f5f8b")
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
        ("accent = '#9b2226'", "source/moved-key"),
        ("profile = 'th-official'", "source/moved-key"),
        ("colours = { accent = 'red' }", "source/wrong-value"),
        ("colours = { accent = '#fff' }", "source/wrong-value"),
        ("colours = { accent = 0x9b2226 }", "source/wrong-value"),
        ("colours = { Sun = '#ffffff' }", "source/unknown-colour"),
        ("colours = { none = '#ffffff' }", "source/unknown-colour"),
        ("colours = '#9b2226'", "source/wrong-type"),
        ("bar = { colour = 'sun' }", "source/unknown-colour"),
        ("paper = 'a5'", "source/wrong-value"),
        ("paper = true", "source/wrong-value"),
        ("paper = ['a4']", "source/wrong-value"),
        ("size = 10000000000000000000000", "source/wrong-value"),
        ("size = inf", "source/wrong-value"),
        ("size = nan", "source/wrong-value"),
        ("size = true", "source/wrong-value"),
        ("margins = 20", "source/wrong-value"),
        ("margins = [1, 1, 1, 1]", "brand/margins"),
        ("margins = [120, 27, 120, 27]", "brand/area"),
        ("name = 'Our Coalition'", "source/wrong-type"),
        ("name = { en = 3 }", "source/wrong-value"),
        ("name = { en = ' ' }", "source/wrong-value"),
        ("name = { kh = 'Ours' }", "source/unknown-language"),
        ("letterhead = { en = 'Street 1' }", "source/wrong-value"),
        ("letterhead = { en = ['Street 1', ''] }", "source/wrong-value"),
        ("colour = '#9b2226'", "source/unknown-key"),
        ("accent = #9b2226", "source/toml-syntax"),
        ("extends = 'official'", "source/unknown-brand"),
        ("extends = 3", "source/wrong-value"),
        ("alignment = 'justified'", "source/wrong-type"),
        ("alignment = { km = 'both' }", "source/wrong-value"),
        ("alignment = { km = 1 }", "source/wrong-value"),
        ("alignment = { km = ['justified'] }", "source/wrong-value"),
        ("alignment = { km = { a = 1 } }", "source/wrong-value"),
        ("alignment = { kh = 'ragged' }", "source/unknown-language"),
        ("indent = { th = '2.5 em' }", "source/wrong-value"),
        ("indent = { th = -1 }", "source/wrong-value"),
        ("indent = { th = nan }", "source/wrong-value"),
        ("styles = { titel = { size = 2 } }", "source/unknown-role"),
        ("styles = { title = 2 }", "source/wrong-type"),
        ("styles = { title = { sise = 2 } }", "source/unknown-key"),
        ("styles = { title = { rule = 'left' } }", "source/wrong-value"),
        ("scripts = { Khmer = { size = 1 } }", "source/unknown-script"),
        ("watermark = { tint = 0.1 }", "source/missing-key"),
        ("partner = { file = 'logo.svg' }", "source/wrong-type"),
        ("a" + ".a" * 50_000 + " = 1", "source/toml-syntax"),
    ],
    ids=lambda value: value[:40],
)
def test_a_wrong_key_is_refused_at_its_line_with_what_to_do(line: str, rule: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(f"# our brand\n\n{line}\n", "brand.toml")
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == (rule, "brand.toml:3")
    assert found.hint
    assert len(found.message) < 300


@pytest.mark.parametrize("text", ["a = " + "[" * 50_000, "a = " + "{a=" * 50_000, "size = " + "9" * 50_000])
def test_depths_and_numbers_beyond_all_measure_are_no_toml(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(text, "brand.toml")
    assert [found.rule for found in caught.value.diagnostics] == ["source/toml-syntax"]


@pytest.mark.parametrize("key", ["extends", "paper", "margins", "size", "name", "logo", "typefaces", "docx"])
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
        'colours]\naccent = "#1f5f8b"',
        'typefaces.text.Laoo]\nfamily = "Ours"',
        "typefaces.text]",
        "typefaces]",
        "styles.title]\nsize = 2",
        '[font]]\nfile = "a.ttf"\nfamily = "Ours"',
    ],
)
def test_below_any_table_it_is_so(table: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(f'[{table}\npaper = "letter"\n', "brand.toml")
    assert "source/misplaced-key" in [found.rule for found in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("text", "line", "stands"),
    [
        ('[name]\nen = "Ours"\npaper = "a4"', 3, "[name]"),
        ('[logo]\nfile = "a.svg"\n[logo.alt]\n\'paper\' = "letter"', 4, "[logo.alt]"),
        ('[[font]]\nfile = "a.ttf"\nfamily = "A"\n[[font]]\npaper = "a4"', 5, "[font]"),
        ('paper = "a4"\n[name]\npaper = "letter"', 3, "[name]"),
        ('\nname = { paper = "letter" }', 2, "[name]"),
    ],
)
def test_it_is_said_in_which_table_it_stands_now(text: str, line: int, stands: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(text, "brand.toml")
    (found,) = (one for one in caught.value.diagnostics if one.rule == "source/misplaced-key")
    assert str(found.where) == f"brand.toml:{line}"
    assert (found.message, found.hint) == (
        f"“paper” stands in {stands}.",
        "Move it above the first line in [brackets].",
    )


def test_what_is_nearly_a_key_is_asked_about_and_what_is_not_is_told_all_there_are() -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand("zebra = 1\npapre = 'a4'", "brand.toml")
    known, close = caught.value.diagnostics
    assert known.hint == f"Known keys: {', '.join(sorted({key.steps[0] for key in KEYS}))}."
    assert close.hint == "Did you mean “paper”?"


def test_white_and_black_are_there_where_they_are_asked_for() -> None:
    brand, _ = parse_brand('[masthead]\nground = "accent"\nink = "white"\n', "brand.toml")
    assert brand.colours == {**Brand().colours, "white": "#ffffff"}
    own, _ = parse_brand('[masthead]\nground = "white"\n[colours]\nwhite = "#fefefe"\n', "brand.toml")
    assert own.colours["white"] == "#fefefe"


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
    assert (found.rule, str(found.where)) == (
        rule,
        "brand.toml:1" if rule.startswith(("brand", "source/wrong-t")) else "brand.toml:2",
    )
    assert found.hint


def test_all_wrong_keys_come_at_once() -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand("size = 'red'\npaper = 'a5'\nname = 3\ncolor = 1\n", "brand.toml")
    assert sorted(str(found.where) for found in caught.value.diagnostics) == [f"brand.toml:{n}" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("style", "rule", "line"),
    [
        ('[styles.list-item]\nsize = 1\nrule = "above"', "brand/dress", 4),
        ('[styles.attribution]\nground = "accent"', "brand/dress", 3),
        ('[styles.endorser]\nsize = 1\nalign = "end"', "brand/placement", 4),
        ("[styles.attribution]\ninset = 2", "brand/inset", 3),
        ('[styles.note]\nlabel_size = 2\nlabel_form = "(1)"', "brand/label", 4),
        ("[styles.title]\nlabel_size = 2", "brand/label", 3),
        ('[styles.title]\nground = "accent"\nsize = 9\npadding = 4', "brand/padding", 2),
    ],
)
def test_what_a_role_cannot_have_is_told_at_its_line(style: str, rule: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand(f"size = 11\n{style}\n", "brand.toml")
    assert [(one.rule, str(one.where)) for one in caught.value.diagnostics] == [(rule, f"brand.toml:{line}")]


def test_what_only_a_look_makes_wrong_is_told_at_least_with_its_file() -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand('size = 72\n[styles.title]\nground = "accent"\n', "brand.toml")
    assert all(one.where and one.where.path == "brand.toml" for one in caught.value.diagnostics)
