"""Brands that say all that a brand can: a tasteful one, a loud one, one at the right edge; and the examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from made_pictures import svg

from statement_kit.brand import (
    DEFAULT_STYLES,
    AccentBar,
    Backdrop,
    Brand,
    LabelForm,
    Logo,
    Masthead,
    Paper,
    Placement,
    RuleSide,
    Style,
)
from statement_kit.brand.page import MM
from statement_kit.document.blocks import Role
from statement_kit.pictures import parse_picture
from statement_kit.source.brands import load_brand

TAGS = ("en", "km", "th")
NAMES = {
    "en": "Coalition for Peace",
    "km": "សម្ព័ន្ធដើម្បីសន្តិភាព",  # "alliance for peace"
    "th": "เครือข่ายเพื่อสันติภาพ",  # "network for peace"
}
LINES = {
    "en": ("54 Street 306, Phnom Penh", "peace@example.org"),
    "km": ("ផ្លូវ ៣០៦ រាជធានីភ្នំពេញ", "peace@example.org"),  # "Street 306, capital city of Phnom Penh"
    "th": ("ถนน 306 กรุงพนมเปญ", "peace@example.org"),  # "Street 306, Phnom Penh"
}
FOOTER = {
    "en": ("Coalition for Peace · www.example.org", "Registered in Phnom Penh"),
    "km": ("សម្ព័ន្ធដើម្បីសន្តិភាព · www.example.org",),  # "alliance for peace"
    "th": ("เครือข่ายเพื่อสันติภาพ · www.example.org", "จดทะเบียนที่พนมเปญ"),  # "… registered in Phnom Penh"
}
WORDS = {"en": "Embargoed", "km": "ហាមផ្សាយ", "th": "ห้ามเผยแพร่"}  # Khmer, Thai: "not to be published"
ALT = {
    "en": "Logo: a bridge",
    "km": "និមិត្តសញ្ញា៖ ស្ពាន",  # "logo: a bridge"
    "th": "ตรา: สะพาน",  # "logo: a bridge"
}

_BRIDGE = (
    '<circle cx="40" cy="40" r="38" fill="{}"/><path d="M10 52 Q40 18 70 52" fill="none" stroke="{}" stroke-width="6"/>'
)
EMBLEM = parse_picture(svg(_BRIDGE.format("#1f4e5f", "#ffffff"), 'width="80" height="80"'), "emblem.svg")
_ON_DARK = parse_picture(svg(_BRIDGE.format("#ffffff", "#14323d"), 'width="80" height="80"'), "dark.svg")
_WIDE = parse_picture(svg('<rect width="160" height="50" rx="8" fill="#b5651d"/>', 'width="160" height="50"'), "w.svg")


def logo(**changes: Any) -> Logo:
    """A round logo with one for dark grounds."""
    return Logo(EMBLEM, ALT, file="emblem.svg", **{"height_pt": 16 * MM, "dark": _ON_DARK, **changes})


PARTNERS = (
    Logo(_WIDE, {tag: f"{alt} 2" for tag, alt in ALT.items()}, height_pt=10 * MM, file="w.svg"),
    Logo(EMBLEM, {tag: f"{alt} 3" for tag, alt in ALT.items()}, height_pt=12 * MM, file="third.svg"),
)

COLOURS = {
    "ink": "#1b1b1b",
    "accent": "#1f4e5f",
    "quiet": "#4f4f4f",
    "deep": "#14323d",
    "paper": "#ffffff",
    "mist": "#e8f0f2",
    "sand": "#f6efe2",
    "sun": "#e0a526",
}

ROOMY = (26 * MM, 27 * MM, 32 * MM, 27 * MM)
"""Margins with room for two lines and the page label at the foot."""


def styles(**changes: Mapping[str, Any]) -> Mapping[Role, Style]:
    """The kit's styles with changes for some roles, by the names of their members in small letters."""
    found = dict(DEFAULT_STYLES)
    for name, change in changes.items():
        role = Role[name.upper()]
        found[role] = replace(found[role], **change)
    return found


TASTEFUL = Brand(
    names=NAMES,
    letterhead=LINES,
    footer=FOOTER,
    colours=COLOURS,
    masthead=Masthead(ground="deep", ink="paper", rule_pt=1.5, rule_colour="sun"),
    bar=AccentBar(height_pt=0),
    logo=logo(),
    styles=styles(
        section_heading={"rule": RuleSide.BELOW, "rule_pt": 0.75, "pad_em": 0.2},
        demand_heading={"label_ground": "accent", "label_colour": "paper", "label_form": LabelForm.PLAIN},
        quotation={"rule": RuleSide.BESIDE, "rule_pt": 2.5, "rule_colour": "sun", "pad_em": 0.8},
        lead={"ground": "mist", "pad_em": 0.8},
        list_item={"label_form": LabelForm.BRACKET},
        contact={"rule": RuleSide.ABOVE, "rule_pt": 0.5, "pad_em": 0.6},
        annex_heading={"rule": RuleSide.BELOW, "rule_pt": 1.0, "pad_em": 0.2},
        endorser={"label_form": LabelForm.PLAIN},
    ),
)
"""What a designer might choose."""

LOUD = Brand(
    names=NAMES,
    letterhead=LINES,
    footer=FOOTER,
    colours=COLOURS,
    paper=Paper.LEGAL,
    margins_pt=ROOMY,
    masthead=Masthead(Placement.CENTRE, rule_pt=3.0),
    bar=AccentBar(None, 8.0, "sun"),
    logo=logo(clear_pt=20.0),
    partners=PARTNERS,
    backdrop=Backdrop(emblem=EMBLEM, tint=0.06),
    styles=styles(
        kind={"placement": Placement.CENTRE, "ground": "sun", "colour": "ink"},
        title={"placement": Placement.CENTRE, "ground": "deep", "colour": "paper", "link_colour": "sun"},
        lead={"rule": RuleSide.ABOVE, "rule_pt": 4.0, "ground": "sand"},
        section_heading={"placement": Placement.CENTRE, "ground": "mist", "rule": RuleSide.BESIDE, "rule_pt": 5.0},
        demand_heading={
            "ground": "mist",
            "rule": RuleSide.BELOW,
            "rule_pt": 2.0,
            "label_size": 1.8,
            "label_form": LabelForm.BRACKETS,
        },
        paragraph={"ground": "sand"},
        quotation={"ground": "deep", "colour": "paper", "link_colour": "sun", "rule": RuleSide.BESIDE, "rule_pt": 8.0},
        attribution={"colour": "paper", "link_colour": "sun"},
        list_item={"label_form": LabelForm.BRACKETS, "label_size": 1.4, "label_ground": "sun", "label_colour": "ink"},
        contact={"placement": Placement.CENTRE, "ground": "mist"},
        issued={"placement": Placement.CENTRE, "rule": RuleSide.BELOW},
        annex_heading={"placement": Placement.CENTRE, "ground": "deep", "colour": "paper"},
        annex_note={"ground": "sand", "placement": Placement.CENTRE},
        group_heading={"ground": "mist", "rule": RuleSide.ABOVE},
        endorser={"label_form": LabelForm.BRACKET, "label_size": 1.15, "label_ground": "mist"},
        furniture={"placement": Placement.CENTRE},
    ),
)
"""As much as there is, at once."""

AT_THE_END = Brand(
    names=NAMES,
    letterhead=LINES,
    footer=FOOTER,
    colours=COLOURS,
    margins_pt=ROOMY,
    masthead=Masthead(Placement.END, ground="sand", rule_pt=2.0, rule_colour="accent"),
    bar=AccentBar(60.0, 1.0),
    logo=logo(clear_pt=15.0),
    backdrop=Backdrop(words=WORDS, colour="accent", tint=0.1),
    styles=styles(
        kind={"placement": Placement.END},
        title={"placement": Placement.END, "rule": RuleSide.ABOVE, "rule_pt": 6.0},
        issued={"placement": Placement.END},
        annex_heading={"placement": Placement.END},
        furniture={"placement": Placement.END},
    ),
)
"""Everything that can stand at the right edge."""

MADE_BRANDS: Mapping[str, Brand] = {"tasteful": TASTEFUL, "loud": LOUD, "at-the-end": AT_THE_END}

EXAMPLE_BRANDS: Mapping[str, Brand] = {
    path.parent.name: load_brand(path)
    for path in sorted((Path(__file__).parents[1] / "examples" / "brands").glob("*/brand.toml"))
}
"""Four organisations that nobody would take for one another."""
