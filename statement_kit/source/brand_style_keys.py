"""The keys of `[styles.ROLE]`: what of a style is a matter of looks.

How text behaves stays out: what keeps with what, what is running text, where numbers end. A brand that could change
that would no longer be only another look of the same document.
"""

from __future__ import annotations

from collections.abc import Sequence

from statement_kit.brand import Face, LabelForm, Placement, RuleSide
from statement_kit.source.brand_key import BrandKey
from statement_kit.source.brand_kinds import COLOUR, FLAG, Kind, choice, either, number

_SPACE = number(0, 20, "em")


def _key(
    name: str, kind: Kind, meaning: str, attribute: str, example: str, default: str = "", role: str = ""
) -> BrandKey:
    """A key of a style; `role` is the one that its example is about, where not the title."""
    names = {"ROLE": role} if role else {}
    return BrandKey(f"styles.ROLE.{name}", kind, meaning, ("styles", "ROLE", attribute), example, default, names)


STYLE_KEYS: Sequence[BrandKey] = (
    _key("face", choice(Face), "In which voice.", "face", '"heading"'),
    _key("size", number(0.2, 10), "How large, as a multiple of running text.", "size_em", "2.2"),
    _key("leading", number(0.5, 5, "em"), "How far apart its lines are, by its own size.", "leading_em", "1.3"),
    _key("before", _SPACE, "Space above, by the size of running text; none at the top of a page.", "before_em", "0.5"),
    _key("after", _SPACE, "Space below, likewise.", "after_em", "1.2"),
    _key(
        "between",
        either("auto", None, _SPACE),
        "Space between two of the same kind; `auto` is the larger of the two above.",
        "between_em",
        "0.5",
        role="list-item",
    ),
    _key("colour", COLOUR, "The colour of its text.", "colour", '"accent"'),
    _key(
        "align",
        choice(Placement),
        "Where its lines stand; not for running text, nor for what has a number.",
        "placement",
        '"centre"',
        '"start"',
    ),
    _key(
        "rule",
        either("none", None, choice(RuleSide)),
        "Where it has a rule; not for items of lists, notes, who signed and who spoke.",
        "rule",
        '"below"',
        '"none"',
    ),
    _key("rule_width", number(0.25, 12, "pt"), "How thick that is.", "rule_pt", "1.5", "0.8"),
    _key("rule_colour", COLOUR, "The colour of the rule.", "rule_colour", '"ink"', '"accent"'),
    _key(
        "padding",
        number(0, 4, "em"),
        "Between its text and the rule, or the edge of its ground.",
        "pad_em",
        "0.6",
        "0.4",
    ),
    _key(
        "ground",
        either("none", "", COLOUR),
        "The colour of a field behind it, as wide as the text; not for the same roles as a rule.",
        "ground",
        '"sun"',
        '"none"',
    ),
    _key("inset", _SPACE, "How far it stands in on both sides, by its own size.", "inset_em", "2", role="quotation"),
    _key("hang", _SPACE, "Least width of the column its number stands in.", "hangs_em", "2.4", role="demand-heading"),
    _key(
        "turn",
        _SPACE,
        "How far further lines stand in where no entry has a number.",
        "turns_em",
        "1.6",
        role="endorser",
    ),
    _key("balanced", FLAG, "Whether its lines are made as equal as can be.", "balanced", "false"),
    _key(
        "label_face",
        either("same", None, choice(Face)),
        "The voice of its number or bullet.",
        "label_face",
        '"label-strong"',
        role="demand-heading",
    ),
    _key(
        "label_colour",
        either("same", "", COLOUR),
        "The colour of its number or bullet.",
        "label_colour",
        '"ink"',
        role="demand-heading",
    ),
    _key(
        "label_form",
        choice(LabelForm),
        "What stands around its number, in every language's digits; `language` is each language's custom.",
        "label_form",
        '"(1)"',
        '"language"',
        role="demand-heading",
    ),
    _key(
        "label_size",
        number(0.5, 3),
        "How large its number is beside its text, as a factor.",
        "label_size",
        "1.2",
        "1",
        role="demand-heading",
    ),
    _key(
        "label_ground",
        either("none", "", COLOUR),
        "The colour of a field behind its number.",
        "label_ground",
        '"sun"',
        '"none"',
        role="demand-heading",
    ),
    _key("link_colour", COLOUR, "The colour of links in it.", "link_colour", '"ink"', role="paragraph"),
    _key(
        "underline_colour",
        either("same", "", COLOUR),
        "The colour of the lines under them.",
        "underline_colour",
        '"quiet"',
        '"same"',
        role="paragraph",
    ),
)
