"""The names that Word knows the typefaces of a brand by.

Word knows a family by four styles only: regular, bold, italic, bold italic. A brand may use any weight. So the weight
400 of a family is its regular, and one of the heavy ones its bold; every other weight is a family of its own, called
as type foundries call it: “Our Serif Light”. So is an italic for a complex script, where no style is italic, lest a
reader slant what has none (T13): “Our Thai Italic”.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from statement_kit.brand import Brand, Typeface
from statement_kit.text.font_name import FontName

MOST_CHARACTERS = 31
"""Longest name of a font that Word takes, in units of UTF-16."""

_REGULAR, _BOLD = 400, 700
_LEAST_BOLD = 600

_WEIGHTS: Mapping[int, str] = {
    100: "Thin",
    200: "ExtraLight",
    300: "Light",
    500: "Medium",
    600: "SemiBold",
    700: "Bold",
    800: "ExtraBold",
    900: "Black",
}
"""What weights are called (OpenType 1.9, `OS/2`, `usWeightClass`); others go by their number."""


class FontNames:
    """The names of a brand's typefaces in a DOCX, each at most 31 characters long and no two alike."""

    def __init__(self, brand: Brand) -> None:
        typefaces = [typeface for by_script in brand.typefaces.values() for typeface in by_script.values()]
        weights: dict[str, set[int]] = {}
        for typeface in typefaces:
            weights.setdefault(typeface.family, set()).add(typeface.weight)
        self._taken: set[str] = set()
        families = {family: self._free(family) for family in sorted(weights)}
        self._names: dict[tuple[str, int], FontName] = {}
        for family, name in families.items():
            bold = _bold_of(weights[family])
            for weight in sorted(weights[family]):
                is_own = weight in (_REGULAR, bold)
                own = name if is_own else self._free(family, f" {_WEIGHTS.get(weight, weight)}")
                self._names[family, weight] = FontName(own, weight == bold)
        self._italics: dict[str, str] = {}
        self._labels: dict[tuple[str, float, str], str] = {}

    def name(self, typeface: Typeface, *, is_complex: bool = False) -> FontName:
        """What a typeface of the brand is called; `is_complex` where complex scripts are set in it."""
        name = self._names[typeface.family, typeface.weight]
        if not (typeface.is_italic and is_complex):
            return name._replace(is_italic=typeface.is_italic)
        if name.family not in self._italics:
            self._italics[name.family] = self._free(name.family, " Italic")
        return name._replace(family=self._italics[name.family])

    def labels(self, typeface: Typeface, latin: Typeface) -> FontName:
        """What the font is called that draws labels in the digits of a typeface, on the line of a Latin one."""
        name = self.name(typeface)
        key = (name.family, typeface.scale, latin.family)
        if key not in self._labels:
            self._labels[key] = self._free(name.family, " Labels")
        return FontName(self._labels[key], name.is_bold)

    def _free(self, stem: str, suffix: str = "") -> str:
        """A name that no other has, as much of the stem in it as there is room for."""
        number, mark = 1, suffix
        while True:
            name = _beginning(stem, MOST_CHARACTERS - len(mark)).rstrip() + mark
            if name.casefold() not in self._taken:
                self._taken.add(name.casefold())
                return name
            number += 1
            mark = f"{suffix} {number}"


def _beginning(name: str, most: int) -> str:
    """As much of a name as units of UTF-16 may be, no character cut in two."""
    return name.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")


def _bold_of(weights: Iterable[int]) -> int | None:
    """Which weight of a family is its bold: 700, or else the lightest of the heavy ones."""
    heavy = [weight for weight in weights if weight >= _LEAST_BOLD]
    return _BOLD if _BOLD in heavy else min(heavy, default=None)
