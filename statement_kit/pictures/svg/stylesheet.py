"""Which properties an element has: by attribute, by the rules of a style sheet, by its `style` (SVG 2, 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import tinycss2
from lxml import etree

from statement_kit.pictures.refusal import Findings
from statement_kit.pictures.svg.elements import attribute
from statement_kit.pictures.svg.values import UnreadableValueError

MOST_CSS = 100_000
"""Characters of a style sheet."""

INHERITED = frozenset(
    [
        "clip-rule",
        "color",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "visibility",
    ]
)
_OWN = frozenset(
    [
        "clip-path",
        "display",
        "opacity",
        "overflow",
        "transform",
        "x",
        "y",
        "width",
        "height",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
    ]
)

HARMLESS: Mapping[str, frozenset[str]] = {
    "filter": frozenset({"none"}),
    "mask": frozenset({"none"}),
    "clip": frozenset({"auto"}),
    "marker": frozenset({"none"}),
    "marker-start": frozenset({"none"}),
    "marker-mid": frozenset({"none"}),
    "marker-end": frozenset({"none"}),
    "mix-blend-mode": frozenset({"normal"}),
    "paint-order": frozenset({"normal", "fill", "fill stroke", "fill stroke markers"}),
    "vector-effect": frozenset({"none"}),
    "transform-origin": frozenset({"0", "0 0", "0px 0px"}),
    "transform-box": frozenset({"view-box"}),
    "backdrop-filter": frozenset({"none"}),
    "background": frozenset({"none", "transparent"}),
    "background-color": frozenset({"transparent"}),
    "background-image": frozenset({"none"}),
    "mask-image": frozenset({"none"}),
    "animation": frozenset({"none"}),
    "animation-name": frozenset({"none"}),
    "translate": frozenset({"none"}),
    "rotate": frozenset({"none"}),
    "scale": frozenset({"none"}),
    "zoom": frozenset({"1"}),
    "all": frozenset(),
    "d": frozenset({"none"}),
}
"""Properties that we do not draw, and the values with which they change nothing."""

_ONLY_CSS = frozenset(["background", "d", "translate", "rotate", "scale", "zoom", "all"])
_ATTRIBUTES = INHERITED | _OWN | (HARMLESS.keys() - _ONLY_CSS)
_SELECTOR = re.compile(r"(\*|[\w-]+)?((?:[.#][\w-]+)*)")
_HARMLESS_AT_RULES = {"charset", "font-face", "namespace"}
_FLATTEN = "Export the SVG with “presentation attributes” instead of style sheets, or as PDF or PNG."

Rank = tuple[bool, tuple[int, int, int], int]
"""Whether it is important, how specific its selector is, which rule it is: the greatest wins (CSS Cascade 4, 6)."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """One selector of one rule: an element's name or any, ids, classes, and what it declares."""

    name: str | None
    ids: frozenset[str]
    classes: frozenset[str]
    declarations: tuple[tuple[str, str, bool], ...]

    def matches(self, name: str, identity: str, classes: frozenset[str]) -> bool:
        return self.name in (None, name) and self.ids <= {identity} and self.classes <= classes

    @property
    def specificity(self) -> tuple[int, int, int]:
        return len(self.ids), len(self.classes), int(self.name is not None)


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The rules of a file, in order."""

    rules: tuple[_Rule, ...] = ()

    def declared(self, element: etree._Element) -> dict[str, str]:
        """What is declared for this element, by property; attributes weigh least, `style` most."""
        found: dict[str, tuple[Rank, str]] = {}
        for rank, name, value in self._declarations(element):
            if name not in found or found[name][0] <= rank:
                found[name] = (rank, value)
        values = {str(key): str(value).strip() for key, value in element.attrib.items() if key in _ATTRIBUTES}
        return values | {name: value for name, (_, value) in found.items()}

    def _declarations(self, element: etree._Element) -> Iterator[tuple[Rank, str, str]]:
        own_name = str(element.tag).rpartition("}")[2]
        classes = frozenset(attribute(element, "class").split())
        for order, rule in enumerate(self.rules):
            if rule.matches(own_name, attribute(element, "id"), classes):
                for name, value, important in rule.declarations:
                    yield (important, rule.specificity, order), name, value
        for name, value, important in _parse_declarations(attribute(element, "style")):
            yield (important, (MOST_CSS, 0, 0), len(self.rules)), name, value


def parse_stylesheet(texts: Iterable[tuple[str, int]], findings: Findings) -> Stylesheet:
    """The rules of all style sheets of a file, given with the line each begins at; noted is what we cannot follow."""
    rules: list[_Rule] = []
    for text, line in texts:
        if len(text) > MOST_CSS:
            findings.add("too-complex", f"A style sheet has more than {MOST_CSS} characters.", _FLATTEN, line)
            continue
        for node in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            at = line + node.source_line - 1
            try:
                rules += _rules(node, at, findings)
            except UnreadableValueError:
                findings.add("svg-style", "The style sheet contains a rule that cannot be read.", _FLATTEN, at)
    return Stylesheet(tuple(rules))


def _written(tokens: Any) -> str:
    """Tokens as text; tinycss2 writes brackets within brackets by recursion.

    Raises:
        UnreadableValueError: They nest deeper than any style needs.
    """
    try:
        return str(tinycss2.serialize(tokens)).strip()
    except RecursionError as error:
        raise UnreadableValueError("((…") from error


def _rules(node: Any, line: int, findings: Findings) -> list[_Rule]:
    if node.type == "at-rule" and node.lower_at_keyword in _HARMLESS_AT_RULES:
        return []
    if node.type != "qualified-rule":
        what = f"@{node.at_keyword}" if node.type == "at-rule" else "a rule that cannot be read"
        findings.add("svg-style", f"The style sheet contains {what}.", _FLATTEN, line)
        return []
    if any(inner.type in ("qualified-rule", "at-rule") for inner in _nodes(node.content)):
        findings.add("svg-style", "The style sheet contains a rule within a rule.", _FLATTEN, line)
    declarations = tuple(_parse_declarations(node.content))
    found = []
    for selector in _written(node.prelude).split(","):
        match = _SELECTOR.fullmatch(selector.strip())
        if match is None or not match.group():
            message = f"The style sheet selects “{selector.strip()[:40]}”, which is more than a name, class or id."
            findings.add("svg-style", message, _FLATTEN, line)
        else:
            marks = re.findall(r"([.#])([\w-]+)", match[2])
            ids, classes = (frozenset(word for sign, word in marks if sign == wanted) for wanted in "#.")
            found.append(_Rule(None if match[1] in (None, "*") else match[1], ids, classes, declarations))
    return found


def _parse_declarations(content: Any) -> Iterator[tuple[str, str, bool]]:
    """Property, value, whether it is important, of text or tokens; what is no declaration is ignored, as CSS says.

    Raises:
        UnreadableValueError: Brackets stand in brackets deeper than any style needs.
    """
    for node in _nodes(content):
        if node.type == "declaration":
            yield node.lower_name, _written(node.value), node.important


def _nodes(content: Any) -> list[Any]:
    """What stands in a rule's braces, or in a `style` attribute: declarations, rules, and errors."""
    return list(tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)) if content else []
