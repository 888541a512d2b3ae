"""What is checked of a brand: nothing no page could be made of, no part of a letterhead left out in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from statement_kit.brand import DEFAULT_STYLES, DEFAULT_TYPEFACES, Brand, Face, Masthead, Typeface, letterhead_problems
from statement_kit.brand.kinds import INDENT_EM
from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import Alignment

KNOWN = ("en", "km", "th")
NAN, INFINITE = float("nan"), float("inf")


def refused(**changes: Any) -> tuple[Diagnostic, ...]:
    with pytest.raises(SourceError) as caught:
        Brand(**changes)
    assert all(found.hint for found in caught.value.diagnostics)
    return caught.value.diagnostics


def styled(role: Role = Role.PARAGRAPH, **changes: Any) -> dict[str, Any]:
    """The kit's styles with one role's changed."""
    return {"styles": {**DEFAULT_STYLES, role: replace(DEFAULT_STYLES[role], **changes)}}


def with_typeface(**changes: Any) -> dict[str, Any]:
    """The kit's typefaces with that of Latin text changed."""
    typeface = replace(DEFAULT_TYPEFACES[Face.TEXT]["Latn"], **changes)
    return {"typefaces": {**DEFAULT_TYPEFACES, Face.TEXT: {"Latn": typeface}}}


@pytest.mark.parametrize("wrong", [NAN, INFINITE, -1, "12", None, True, [1]])
@pytest.mark.parametrize(
    ("named", "changes"),
    [
        ("base_pt", lambda wrong: {"base_pt": wrong}),
        ("masthead.room_pt", lambda wrong: {"masthead": Masthead(room_pt=wrong)}),
        ("annex_room", lambda wrong: {"annex_room": wrong if wrong is not True else 2}),
        ("annex_columns", lambda wrong: {"annex_columns": 0 if wrong is None else wrong}),
        ("annex_gap_pt", lambda wrong: {"annex_gap_pt": wrong}),
        ("margins_pt[3]", lambda wrong: {"margins_pt": (72, 72, wrong, 72)}),
        ("script_base[Khmr]", lambda wrong: {"script_base": {"Khmr": wrong}}),
        ("leading_ratio[Thai]", lambda wrong: {"leading_ratio": {"Thai": wrong}}),
        ("indent_em[th]", lambda wrong: {"indent_em": {"th": wrong}}),
        ("styles[paragraph].size_em", lambda wrong: styled(size_em=wrong)),
        ("styles[paragraph].leading_em", lambda wrong: styled(leading_em=wrong)),
        ("styles[paragraph].before_em", lambda wrong: styled(before_em=wrong)),
        ("styles[paragraph].hangs_em", lambda wrong: styled(hangs_em=wrong)),
        ("styles[paragraph].turns_em", lambda wrong: styled(turns_em=wrong)),
        ("styles[paragraph].inset_em", lambda wrong: styled(inset_em=wrong)),
        ("typefaces[text][Latn].scale", lambda wrong: with_typeface(scale=wrong)),
        ("typefaces[text][Latn].weight", lambda wrong: with_typeface(weight=wrong)),
    ],
)
def test_what_is_no_number_in_its_range_is_refused_by_name(named: str, changes: Any, wrong: object) -> None:
    (found,) = refused(**changes(wrong))
    assert found.rule == "brand/number"
    assert found.message.startswith(f"{named} of the brand is ")
    assert "number from" in str(found.hint)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"base_pt": 0}, "base_pt"),
        ({"annex_columns": 0}, "annex_columns"),
        ({"annex_columns": 2.0}, "annex_columns"),
        ({"annex_room": 1.5}, "annex_room"),
        ({"indent_em": {"th": 11}}, "indent_em[th]"),
        ({"script_base": {"Khmr": 0}}, "script_base[Khmr]"),
        (styled(size_em=0), "styles[paragraph].size_em"),
        (styled(Role.QUOTATION, between_em=NAN), "styles[quotation].between_em"),
        (styled(Role.KIND, leading_em=0), "styles[kind].leading_em"),
        (with_typeface(scale=0), "typefaces[text][Latn].scale"),
    ],
)
def test_a_number_out_of_its_range_is_refused(changes: Mapping[str, Any], named: str) -> None:
    (found,) = refused(**changes)
    assert (found.rule, found.message.split(" of the brand")[0]) == ("brand/number", named)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"paper": "a4"}, "paper"),
        ({"paper": None}, "paper"),
        ({"margins_pt": 72}, "margins_pt"),
        ({"names": "Coalition"}, "names"),
        ({"names": {"en": None}}, "names[en]"),
        ({"letterhead": {"en": "abc"}}, "letterhead[en]"),
        ({"letterhead": {"en": ("Street 1", 2)}}, "letterhead[en][2]"),
        ({"colours": None}, "colours"),
        ({"colours": {"ink": 0, "accent": "#9b2226", "quiet": "#5f5f5f"}}, "colours[ink]"),
        ({"alignment": "ragged"}, "alignment"),
        ({"alignment": {"en": "ragged"}}, "alignment[en]"),
        ({"alignment": {"en": True}}, "alignment[en]"),
        ({"indent_em": 2.5}, "indent_em"),
        ({"styles": {**DEFAULT_STYLES, Role.NOTE: None}}, "styles[note]"),
        (styled(face="text"), "styles[paragraph].face"),
        (styled(label_face="text"), "styles[paragraph].label_face"),
        (styled(colour=None), "styles[paragraph].colour"),
        ({"typefaces": {**DEFAULT_TYPEFACES, Face.TEXT: "Moul"}}, "typefaces[text]"),
        ({"typefaces": {**DEFAULT_TYPEFACES, Face.TEXT: {"Latn": "Moul"}}}, "typefaces[text][Latn]"),
        (with_typeface(family=None), "typefaces[text][Latn].family"),
    ],
)
def test_a_value_of_another_kind_is_refused_by_name(changes: Mapping[str, Any], named: str) -> None:
    (found,) = refused(**changes)
    assert (found.rule, found.message.split(" of the brand")[0]) == ("brand/wrong-type", named)


def test_a_long_wrong_value_is_shown_by_its_beginning() -> None:
    assert len(refused(names="Coalition " * 100)[0].message) < 80


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"margins_pt": (72, 72)}, "brand/margins"),
        ({"margins_pt": (72,) * 5}, "brand/margins"),
        ({"margins_pt": (0, 0, 0, 0)}, "brand/margins"),
        ({"margins_pt": (40, 40, 70, 40)}, "brand/margins"),
        ({"margins_pt": (70, 10, 70, 70)}, "brand/margins"),
        ({"margins_pt": (400, 70, 400, 70)}, "brand/area"),
        ({"margins_pt": (70, 200, 70, 200)}, "brand/area"),
        ({"annex_columns": 20}, "brand/area"),
        ({"colours": {"ink": "#1b1b1b", "accent": "#9b2226"}}, "brand/missing"),
        ({"colours": {**Brand().colours, "Sun": "#9b2226"}}, "brand/colour"),
        ({"colours": {**Brand().colours, "ink": "#000"}}, "brand/colour"),
        ({"colours": {**Brand().colours, "accent": "red"}}, "brand/colour"),
        (styled(colour="red"), "brand/colour"),
        (styled(label_colour="red"), "brand/colour"),
        (styled(link_colour="red"), "brand/colour"),
        (styled(underline_colour="red"), "brand/colour"),
        ({"styles": {}}, "brand/missing"),
        ({"styles": {**DEFAULT_STYLES, "poem": DEFAULT_STYLES[Role.LEAD]}}, "brand/unknown"),
        ({"typefaces": {Face.TEXT: {"Latn": Typeface("Moul")}}}, "brand/missing"),
        ({"typefaces": {**DEFAULT_TYPEFACES, Face.TEXT: {}}}, "brand/missing"),
        ({"alignment": {"kh": Alignment.RAGGED}}, "brand/unknown-language"),
        ({"indent_em": {"kh": 1}}, "brand/unknown-language"),
        ({"names": {"en": "A", "kh": "B"}}, "brand/unknown-language"),
        ({"names": {"en": "A"}, "letterhead": {"kh": ("B",)}}, "brand/unknown-language"),
        ({"letterhead": {"en": ("Street 1",), "km": ("Street 1",)}}, "brand/letterhead-without-name"),
        (styled(inset_em=20), "brand/line"),
        ({**styled(Role.LIST_ITEM, hangs_em=20), "base_pt": 24}, "brand/line"),
        ({**styled(Role.ENDORSER, hangs_em=20), "annex_columns": 3}, "brand/line"),
        ({"indent_em": {"km": 10}, "base_pt": 40, "margins_pt": (100, 60, 100, 60)}, "brand/line"),
    ],
)
def test_a_brand_no_page_could_be_made_of_is_refused(changes: Mapping[str, Any], rule: str) -> None:
    assert {found.rule for found in refused(**changes)} == {rule}


@pytest.mark.parametrize(
    "changes",
    [
        {"letterhead": dict.fromkeys(KNOWN, ("Street 1",))},
        {"names": {**dict.fromkeys(KNOWN, "A"), "kh": "B"}},
        {"names": {"en": "A"}, "letterhead": {**dict.fromkeys(KNOWN, ("x",)), "kh": ("y",)}},
    ],
)
def test_what_is_wrong_in_no_single_language_is_said_once(changes: Mapping[str, Any]) -> None:
    assert len(refused(**changes)) == 1


def test_everything_that_a_brand_lacks_is_named() -> None:
    found = refused(styles={}, typefaces={}, colours={})
    assert len(found) == len(Role) + len(Face) + len(Brand().colours)


@pytest.mark.parametrize("value", [0, 2.5, 10])
def test_an_indent_is_a_number_of_em_up_to_10(value: float) -> None:
    assert INDENT_EM.holds(value)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Our\nCoalition", "statement/control-character"),
        ("Our\u2028Coalition", "statement/control-character"),
        ("Our\x1bCoalition", "statement/control-character"),
        ("", "brand/empty-text"),
        (" \u200b", "brand/empty-text"),
    ],
)
def test_a_line_of_the_letterhead_that_cannot_be_printed_is_refused_at_its_table(text: str, rule: str) -> None:
    (name,) = refused(names={"km": text})
    (line,) = refused(names={"km": "A"}, letterhead={"km": ("B", text)})
    assert [(found.rule, found.clause) for found in (name, line)] == [(rule, "brand.name"), (rule, "brand.letterhead")]
    assert name.message.startswith("name.km of the brand ")


@pytest.mark.parametrize(
    ("names", "lines", "tags", "rules"),
    [
        ({}, {}, KNOWN, []),
        ({"en": "A", "km": "B"}, {}, ["en", "km"], []),
        ({"en": "A"}, {"en": ("x",)}, ["en"], []),
        ({"en": "A"}, {"en": ()}, ["en"], []),
        ({"en": "A"}, {}, ["km"], ["brand/no-name"]),
        ({"en": "A", "th": "B"}, {"en": ("x",)}, ["en", "th"], ["brand/no-letterhead"]),
    ],
)
def test_a_letterhead_is_whole_in_every_language_or_refused(
    names: Mapping[str, str], lines: Mapping[str, tuple[str, ...]], tags: list[str], rules: list[str]
) -> None:
    brand = Brand(names=names, letterhead=lines)
    assert [found.rule for found in letterhead_problems(brand, tags)] == rules
