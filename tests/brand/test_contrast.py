"""Contrast: what can be read on white passes, what cannot is refused with a colour that can (F05)."""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import rgb_to_hsv
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statement_kit.brand import DEFAULT_STYLES, DEFAULT_TYPEFACES, Brand, Face, Style, Typeface
from statement_kit.brand.contrast import contrast, contrast_problems, darkened
from statement_kit.brand.profiles import PROFILES
from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.document.blocks import Role
from statement_kit.source.brand_file import parse_brand

ENOUGH, TOO_LITTLE = "#767676", "#777777"
"""The lightest grey of 4.5:1, and the next."""

ENOUGH_IF_LARGE, NEVER_ENOUGH = "#949494", "#959595"
"""The lightest grey of 3:1, and the next."""

_CHANNEL = st.integers(0, 255)
pale = st.tuples(_CHANNEL, st.integers(0xB0, 255), _CHANNEL).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))
red = st.tuples(_CHANNEL, _CHANNEL).map(lambda rest: "#ff{:02x}{:02x}".format(*rest))


def findings(**changes: Any) -> tuple[Diagnostic, ...]:
    """What is found of a brand with these changes; nothing if it is sound."""
    try:
        Brand(**changes)
    except SourceError as error:
        if any(found.rule != "brand/contrast" for found in error.diagnostics):
            raise
        return error.diagnostics
    return ()


def channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def coloured(**changes: str) -> dict[str, str]:
    return {**Brand().colours, **changes}


def styled(role: Role, **changes: Any) -> Mapping[Role, Style]:
    return {**DEFAULT_STYLES, role: replace(DEFAULT_STYLES[role], **changes)}


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#ffffff", 1.0),
        ("#000000", 21.0),
        ("#ff0000", 3.998),
        ("#00ff00", 1.372),
        ("#0000ff", 8.592),
        (ENOUGH, 4.542),
        (TOO_LITTLE, 4.478),
        (ENOUGH_IF_LARGE, 3.033),
        (NEVER_ENOUGH, 2.995),
    ],
)
def test_contrast_to_white_is_that_of_the_guidelines(colour: str, expected: float) -> None:
    assert contrast(colour) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_the_kits_own_colours_can_all_be_read(name: str) -> None:
    brand = PROFILES[name]
    assert list(contrast_problems(brand)) == []
    assert min(map(contrast, brand.colours.values())) >= 6


@pytest.mark.parametrize("name", ["ink", "accent", "quiet"])
def test_a_colour_of_text_passes_at_4_5_and_not_below(name: str) -> None:
    assert findings(colours=coloured(**{name: ENOUGH})) == ()
    (found,) = findings(colours=coloured(**{name: TOO_LITTLE}))
    assert found.clause == f"brand.{name}"
    assert f"“{name}”, {TOO_LITTLE}," in found.message


def test_a_finding_says_where_the_colour_is_used_and_rounds_its_contrast_down() -> None:
    (found,) = findings(colours=coloured(accent=TOO_LITTLE))
    assert "its contrast is 4.4:1, and must be 4.5:1 or more" in found.message
    assert found.message.endswith("for links, kind, labels of demand-heading, labels of list-item.")
    assert found.hint == f'The nearest of the same hue that can be read: accent = "{ENOUGH}"'


def test_every_pale_colour_is_a_finding_of_its_own() -> None:
    found = findings(colours=dict.fromkeys(Brand().colours, "#ffffff"))
    assert [one.clause for one in found] == ["brand.ink", "brand.accent", "brand.quiet"]


@pytest.mark.parametrize(
    ("size_em", "weight", "scale", "colour", "passes"),
    [
        (1.8, 400, 1.0, ENOUGH_IF_LARGE, True),
        (1.8, 400, 1.0, NEVER_ENOUGH, False),
        (1.79, 400, 1.0, ENOUGH_IF_LARGE, False),
        (1.79, 400, 1.0, ENOUGH, True),
        (1.4, 600, 1.0, ENOUGH_IF_LARGE, True),
        (1.4, 600, 1.0, NEVER_ENOUGH, False),
        (1.39, 600, 1.0, ENOUGH_IF_LARGE, False),
        (1.4, 599, 1.0, ENOUGH_IF_LARGE, False),
        (2.0, 400, 0.9, ENOUGH_IF_LARGE, True),
        (2.0, 400, 0.89, ENOUGH_IF_LARGE, False),
    ],
)
def test_large_text_passes_at_3_as_it_is_really_set(
    size_em: float, weight: int, scale: float, colour: str, passes: bool
) -> None:
    """18 pt, or 14 pt in a bold weight; here on a base of 10 pt."""
    typefaces = {face: dict(by_script) for face, by_script in DEFAULT_TYPEFACES.items()}
    for face in (Face.TITLE, Face.TITLE_EMPHASIS):
        typefaces[face] = {"Latn": Typeface("Source Serif 4", weight, scale)}
    styles = {
        role: replace(style, colour="ink" if role is not Role.TITLE else "quiet", label_colour="")
        for role, style in styled(Role.TITLE, size_em=size_em).items()
    }
    found = findings(base_pt=10, script_base={}, typefaces=typefaces, styles=styles, colours=coloured(quiet=colour))
    assert (found == ()) is passes
    assert all(one.message.endswith("for title.") for one in found)


def test_text_is_large_only_if_it_is_in_every_script_and_language() -> None:
    """The kit's title is 21 pt in English, but its Khmer letters, in Moul, are scaled to 17 pt in a regular weight."""
    styles = {
        role: replace(style, colour="ink" if role is not Role.TITLE else "quiet", label_colour="")
        for role, style in DEFAULT_STYLES.items()
    }
    (found,) = findings(styles=styles, colours=coloured(quiet=ENOUGH_IF_LARGE))
    assert "must be 4.5:1" in found.message
    latin = {face: {"Latn": by_script["Latn"]} for face, by_script in DEFAULT_TYPEFACES.items()}
    assert findings(styles=styles, colours=coloured(quiet=ENOUGH_IF_LARGE), typefaces=latin) == ()


def test_a_label_is_checked_in_its_own_face() -> None:
    styles = styled(Role.TITLE, size_em=3.0, colour="quiet", label_face=Face.LABEL)
    (found,) = findings(styles=styles, base_pt=6, colours=coloured(quiet=ENOUGH_IF_LARGE))
    assert "labels of title" in found.message


def test_decoration_and_colours_that_nothing_is_set_in_need_no_contrast() -> None:
    """The rule above notes is quiet."""
    styles = {role: replace(style, colour="ink", label_colour="") for role, style in DEFAULT_STYLES.items()}
    assert findings(styles=styles, colours=coloured(quiet="#dddddd")) == ()


@given(st.tuples(pale, st.sampled_from([3.0, 4.5])) | st.tuples(red, st.just(4.5)))
def test_the_proposed_colour_passes_and_is_darker_and_none_is_nearer(case: tuple[str, float]) -> None:
    colour, wanted = case
    proposed = darkened(colour, wanted)
    assert contrast(proposed) >= wanted
    before, after = channels(colour), channels(proposed)
    assert proposed != colour
    assert all(new <= old for new, old in zip(after, before, strict=True))
    lighter = "#" + "".join(f"{min(new + 1, old):02x}" for new, old in zip(after, before, strict=True))
    assert contrast(lighter) < wanted


@given(pale | red)
def test_the_proposed_colour_keeps_hue_and_saturation(colour: str) -> None:
    """As far as steps of a 255th of a dark colour allow."""
    before, after = (rgb_to_hsv(*channels(one)) for one in (colour, darkened(colour, 4.5)))
    assume(before[1] > 0.3)
    turned = abs(before[0] - after[0])
    assert min(turned, 1 - turned) < 0.03
    assert after[1] >= before[1] - 0.01


def test_the_accent_of_a_file_is_refused_at_its_line() -> None:
    with pytest.raises(SourceError) as caught:
        parse_brand('[colours]\naccent = "#FFCC00"\n', "brand.toml")
    (found,) = caught.value.diagnostics
    assert (found.rule, found.where) == ("brand/contrast", Location("brand.toml", 2))
    assert 'accent = "#917300"' in str(found.hint)
