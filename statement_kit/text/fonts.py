"""Fonts: the library they come from, and the fonts of one face over several scripts."""

from __future__ import annotations

import tomllib
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from statement_kit.diagnostics import Diagnostic, FontError
from statement_kit.text.font_file import FontFile
from statement_kit.text.font_loading import load_face, read_font, table, variations
from statement_kit.text.font_name import postscript_name

_Name = tuple[str, int, bool]
"""What a font is found by: family, weight, whether it is an italic."""


class Font:
    """A font, ready to shape with: of a file, or of a place on the axes of a variable one.

    Attributes:
        family: The name brands know it by.
        weight: From 1 to 1000, 400 being regular.
        is_italic: Whether it is an italic.
        path: Where it was loaded from.
        place: Where it stands on the axes of a variable font, by tag; empty for any other.
        is_static_truetype: Whether its outlines stand in `glyf` as they are drawn; all others HarfBuzz must draw.
        units_per_em: Font units in an em; shaping is done at this scale, so results are font units.
        clusters: Clusters shaped before, by whatever key `text.shaping` gives them; equal ones are shared.

    Raises:
        FontError: On construction, where the bytes are not those of a usable font.
    """

    __slots__ = (
        "_cover",
        "_face",
        "clusters",
        "family",
        "is_italic",
        "is_static_truetype",
        "path",
        "place",
        "shaper",
        "units_per_em",
        "weight",
    )

    def __init__(self, file: FontFile, data: bytes) -> None:
        self.family = file.family
        self.weight = file.weight
        self.is_italic = file.is_italic
        self.path = file.path
        self._face = load_face(file, data)
        self.units_per_em: int = self._face.upem
        self.shaper = hb.Font(self._face)
        self.place = variations(self._face, file)
        if self.place:
            self.shaper.set_variations(self.place)
        self.is_static_truetype = bool(self.table("glyf")) and not self.table("fvar") and not self.table("VARC")
        self._cover = self._face.unicodes
        self.clusters: dict[Hashable, Any] = {}

    @property
    def postscript_name(self) -> str:
        """The font's own name in PDF and PostScript, of the characters such a name may have (OpenType 1.9, `name`)."""
        return postscript_name(self.name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.family) or "Font"

    @property
    def italic_angle(self) -> float:
        """How far its stems lean from the vertical, in degrees counter-clockwise: negative for most italics."""
        return float(self.shaper.get_style_value(hb.StyleTag.SLANT_ANGLE))

    @property
    def face(self) -> hb.Face:
        """HarfBuzz's face, for what is made of the font as a whole."""
        return self._face

    def covers(self, char: str) -> bool:
        """Whether the font has a glyph for this character."""
        return ord(char) in self._cover

    def name(self, which: hb.OTNameIdPredefined) -> str:
        """What the font says of itself: its version, its copyright, its licence; empty where it says nothing."""
        return self._face.get_name(which) or ""

    def is_picture(self, glyph: int) -> bool:
        """Whether a glyph is drawn in bitmaps or colours, whatever outline it has beside them."""
        face = self._face
        has_layers = face.has_color_layers and bool(face.get_glyph_color_layers(glyph))
        has_paint = face.has_color_paint and face.glyph_has_color_paint(glyph)
        has_drawing = face.has_color_svg and bool(face.get_glyph_color_svg(glyph))
        return has_layers or has_paint or has_drawing or self._has_bitmap(glyph)

    def _has_bitmap(self, glyph: int) -> bool:
        return bool(self._face.has_color_png and self.shaper.get_glyph_color_png(glyph))

    def table(self, tag: str) -> bytes:
        """The raw bytes of a table (`glyf`, `hmtx` …), empty if the font has none."""
        return table(self._face, tag)

    @property
    def licence(self) -> str:
        """Whose font it is and on what terms, in its own words; empty where it says nothing."""
        names = (
            hb.OTNameIdPredefined.COPYRIGHT,
            hb.OTNameIdPredefined.LICENSE,
            hb.OTNameIdPredefined.LICENSE_URL,
        )
        said = (self.name(which).strip() for which in names)
        return " ".join(dict.fromkeys(filter(None, said)))

    def __repr__(self) -> str:
        return f"Font({self.family!r}, {self.weight}, is_italic={self.is_italic})"


@lru_cache(maxsize=64)
def _font(file: FontFile, data: bytes) -> Font:
    """The font of a file that holds these bytes; when the file changes, it is another font."""
    return Font(file, data)


class FontLibrary:
    """Fonts by family, weight and slope; each is loaded when first asked for.

    Args:
        files: Its fonts; of two that go by the same name, the latter counts.
        base: A library asked for what this one does not hold.
    """

    def __init__(self, files: Iterable[FontFile], base: FontLibrary | None = None) -> None:
        self._files = {(file.family, file.weight, file.is_italic): file for file in files}
        self._base = base
        self._loaded: dict[_Name, Font] = {}

    def with_files(self, files: Iterable[FontFile]) -> FontLibrary:
        """This library and further fonts, which come before its own of the same name."""
        return FontLibrary(files, self)

    @property
    def names(self) -> set[_Name]:
        """Family, weight and slope of every font it holds."""
        return self._files.keys() | (self._base.names if self._base else set())

    def font(self, family: str, weight: int, *, is_italic: bool = False) -> Font:
        """The font of a family in a weight, upright or italic; none is ever made from another (T13).

        Raises:
            FontError: The library does not hold it, or its file is not that of a usable font.
        """
        key = (family, weight, is_italic)
        if key not in self._loaded:
            self._loaded[key] = self._load(key)
        return self._loaded[key]

    def _load(self, key: _Name) -> Font:
        if file := self._files.get(key):
            return _font(file, read_font(file.path))
        if self._base and key in self._base.names:
            family, weight, is_italic = key
            return self._base.font(family, weight, is_italic=is_italic)
        raise _unknown(key, self.names)


def _unknown(key: _Name, names: set[_Name]) -> FontError:
    """The error about a font that nobody has; its clause is the typeface that asks for it."""
    family, weight, is_italic = key
    slope = "italic" if is_italic else "upright"
    message = f"There is no {slope} font “{family}” of weight {weight}."
    own = [f"{weight}{' italic' if slanted else ''}" for name, weight, slanted in sorted(names) if name == family]
    known = ", ".join(sorted({name for name, *_ in names}))
    hint = f"Its weights at hand: {', '.join(own)}." if own else f"Families at hand: {known}."
    return FontError([Diagnostic("font/unknown", message, hint=hint, clause=f"typeface:{family}")])


@lru_cache(maxsize=4)
def font_library(folder: Path) -> FontLibrary:
    """The library of a folder with an `index.toml`, shared within the process: its fonts never change under a run."""
    index = tomllib.loads((folder / "index.toml").read_text(encoding="utf-8"))
    return FontLibrary(
        FontFile(folder / entry["file"], entry["family"], entry["weight"], entry.get("italic", False))
        for entry in index["font"]
    )


@dataclass(frozen=True, slots=True)
class SizedFont:
    """A font and the ratio at which it is set beside the other scripts of its face (T15)."""

    font: Font
    scale: float


class FontSet:
    """The fonts of one face: one per script, and every other as a fallback (T05).

    Args:
        by_script: A font per ISO 15924 code.
        main_script: The document's main script: what stands before any letter is set in it.
    """

    def __init__(self, by_script: Mapping[str, SizedFont], main_script: str) -> None:
        self._by_script = dict(by_script)
        self.main_script = main_script
        self._chosen: dict[tuple[str, str], SizedFont | None] = {}
        self._native: dict[str, set[str]] = {}

    def choose(self, char: str, script: str) -> SizedFont | None:
        """The font for a character in a run of a script; None if no font of the face has it."""
        key = (char, script)
        if key not in self._chosen:
            chain = [script, self.main_script, *self._by_script]
            fonts = (self._by_script[name] for name in chain if name in self._by_script)
            self._chosen[key] = next((sized for sized in fonts if sized.font.covers(char)), None)
        return self._chosen[key]

    def choose_for_all(self, chars: set[str], script: str) -> SizedFont | None:
        """The script's own font if it has every one of these characters, as it nearly always does."""
        own = self._by_script.get(script)
        native = self._native.setdefault(script, set())
        if not chars <= native:
            native |= {char for char in chars - native if self.choose(char, script) is own}
        return own if chars <= native else None
