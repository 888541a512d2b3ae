"""What is refused of rules, grounds, placements, labels, mastheads, footers and watermarks, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from made_brands import ALT, COLOURS, EMBLEM, MADE_BRANDS, NAMES, PARTNERS, WORDS, logo, styles

from statement_kit.brand import Backdrop, Brand, LabelForm, Logo, Masthead, Placement, RuleSide, letterhead_problems
from statement_kit.brand.contrast import contrast, readable
from statement_kit.brand.page import MM
from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.document.blocks import Role
from statement_kit.pictures import RasterPicture

SMALL = {"label_size": 1.5}


def refused(**changes: Any) -> tuple[Diagnostic, ...]:
    with pytest.raises(SourceError) as caught:
        Brand(**{"colours": COLOURS, **changes})
    assert all(found.hint for found in caught.value.diagnostics)
    return caught.value.diagnostics


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"paragraph": {"placement": Placement.CENTRE}}, "brand/placement"),
        ({"quotation": {"placement": Placement.END}}, "brand/placement"),
        ({"demand_heading": {"placement": Placement.CENTRE}}, "brand/placement"),
        ({"note": {"placement": Placement.CENTRE}}, "brand/placement"),
        ({"endorser": {"placement": Placement.CENTRE}}, "brand/placement"),
        ({"group_heading": {"placement": Placement.CENTRE}}, "brand/placement"),
        ({"letterhead": {"placement": Placement.CENTRE}}, "brand/placement"),
        ({"list_item": {"rule": RuleSide.ABOVE}}, "brand/dress"),
        ({"note": {"ground": "mist"}}, "brand/dress"),
        ({"endorser": {"ground": "mist"}}, "brand/dress"),
        ({"furniture": {"rule": RuleSide.BELOW}}, "brand/dress"),
        ({"letterhead": {"ground": "mist"}}, "brand/dress"),
        ({"title": {"ground": "mist", "pad_em": 2.0}}, "brand/padding"),
        ({"title": SMALL}, "brand/label"),
        ({"lead": {"label_form": LabelForm.PLAIN}}, "brand/label"),
        ({"note": {"label_form": LabelForm.PLAIN}}, "brand/label"),
        ({"kind": {"label_ground": "mist"}}, "brand/label"),
        ({"title": {"rule": RuleSide.ABOVE, "rule_pt": 13}}, "brand/number"),
        ({"title": {"rule": RuleSide.ABOVE, "rule_pt": 0.2}}, "brand/number"),
    ],
)
def test_what_a_role_cannot_show_is_refused_by_its_name(changes: Mapping[str, Any], rule: str) -> None:
    (found,) = refused(styles=styles(**changes))
    assert found.rule == rule
    assert Role[next(iter(changes)).upper()] in found.message


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"footer": dict.fromkeys(WORDS, ("line",) * 6)}, "brand/footer"),
        ({"logo": logo(clear_pt=35 * MM)}, "brand/logo-clear"),
        ({"logo": logo(height_pt=60 * MM), "partners": (*PARTNERS, *PARTNERS)}, "brand/logo-width"),
        ({"logo": logo(dark=RasterPicture(9, 9, 1, bytes(81)))}, "picture/coarse"),
        ({"partners": (Logo(EMBLEM, {"en": " "}),)}, "brand/empty-text"),
        ({"backdrop": Backdrop()}, "brand/watermark"),
        ({"backdrop": Backdrop(WORDS, EMBLEM, tint=0.05)}, "brand/watermark"),
        ({"backdrop": Backdrop({"kh": "Embargoed"})}, "brand/unknown-language"),
        ({"backdrop": Backdrop({"en": "word " * 20})}, "brand/watermark"),
        ({"backdrop": Backdrop({"en": " "})}, "brand/watermark"),
        ({"backdrop": Backdrop(emblem=RasterPicture(9, 9, 1, bytes(81)), tint=0.05)}, "picture/coarse"),
    ],
)
def test_what_no_page_could_show_is_refused(changes: Mapping[str, Any], rule: str) -> None:
    assert {found.rule for found in refused(**changes)} == {rule}


def test_every_logo_needs_its_words_in_every_language_that_is_made() -> None:
    partner = Logo(EMBLEM, {"en": "Logo of a partner"}, file="partner.svg")
    found = list(letterhead_problems(Brand(logo=logo(), partners=(partner,)), ["en", "km"]))
    assert [one.rule for one in found] == ["brand/no-alt"]
    assert "partner.svg" in found[0].message
    assert "“km”" in found[0].message
    assert set(ALT) >= {"en", "km"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": {"ground": "deep"}}, ("“ink”", "“deep”", "title")),
        ({"lead": {"ground": "deep", "colour": "paper"}}, ("“accent”", "“deep”", "links in lead")),
        ({"demand_heading": {"label_ground": "accent"}}, ("“accent”", "“accent”", "labels of demand-heading")),
        ({"demand_heading": {"ground": "sun"}}, ("“accent”", "“sun”", "labels of demand-heading")),
        ({"list_item": {"label_ground": "mist", "label_colour": "sun"}}, ("“sun”", "“mist”", "labels of list-item")),
    ],
)
def test_what_cannot_be_read_on_its_ground_is_refused_with_the_nearest_colour_that_can(
    changes: Mapping[str, Any], said: tuple[str, ...]
) -> None:
    found = [one for one in refused(styles=styles(**changes)) if all(words in one.message for words in said)]
    assert [one.rule for one in found] == ["brand/contrast"]
    proposed = str(found[0].hint).split('"')[1]
    assert contrast(proposed, COLOURS[said[1].strip("“”")]) >= 4.5


@pytest.mark.parametrize("colour", ["#1b1b1b", "#9b2226", "#ffffff", "#777777", "#000000", "#e0a526"])
@pytest.mark.parametrize("ground", ["#14323d", "#e8f0f2", "#767676", "#ffffff", "#000000", "#e0a526", "#9b2226"])
@pytest.mark.parametrize("ratio", [3.0, 4.5])
def test_the_proposed_colour_can_be_read_on_any_ground(colour: str, ground: str, ratio: float) -> None:
    if contrast(colour, ground) < ratio:
        assert contrast(readable(colour, ratio, ground), ground) >= ratio


@pytest.mark.parametrize(
    ("masthead", "what"),
    [(Masthead(ground="deep"), "letterhead"), (Masthead(ground="deep"), "lines of the letterhead")],
)
def test_the_words_of_the_masthead_are_measured_on_its_ground(masthead: Masthead, what: str) -> None:
    assert any(what in found.message for found in refused(names=NAMES, masthead=masthead))


def test_a_watermark_over_which_text_cannot_be_read_is_refused() -> None:
    found = refused(backdrop=Backdrop(WORDS, colour="ink", tint=0.3))
    assert all("over the watermark" in one.message for one in found)
    assert "less tint" in str(found[0].hint)


def test_the_size_of_a_label_counts() -> None:
    """15 pt in a bold face is large text, for which 3:1 is enough."""
    colours = {**COLOURS, "pale": "#949494"}
    look = {"label_colour": "pale"}
    with pytest.raises(SourceError):
        Brand(colours=colours, styles=styles(list_item={**look, "label_size": 1.0}))
    Brand(colours=colours, styles=styles(list_item={**look, "label_size": 2.0}))


@pytest.mark.parametrize("look", MADE_BRANDS)
def test_brands_that_say_everything_are_sound(look: str) -> None:
    assert MADE_BRANDS[look].colours == COLOURS
