"""Fonts: the library they come from, and the fonts of one face over several scripts."""

from __future__ import annotations

import tomllib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from statement_kit.diagnostics import Diagnostic, FontError, Location


class Font:
    """One font file, ready to shape with.

    Attributes:
        family: The name brands know it by.
        weight: 400 or 600.
        is_italic: Whether it is an italic.
        path: Where it was loaded from.
        units_per_em: Font units in an em; shaping is done at this scale, so results are font units.
        clusters: Clusters shaped before, by whatever key `text.shaping` gives them; equal ones are shared.
    """

    __slots__ = ("_cover", "_face", "clusters", "family", "is_italic", "path", "shaper", "units_per_em", "weight")

    def __init__(self, path: Path, family: str, weight: int, *, is_italic: bool = False) -> None:
        self.family = family
        self.weight = weight
        self.is_italic = is_italic
        self.path = path
        self._face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.units_per_em: int = self._face.upem
        self.shaper = hb.Font(self._face)
        self._cover = self._face.unicodes
        self.clusters: dict[Hashable, Any] = {}

    @property
    def postscript_name(self) -> str:
        """The font's own name in PDF and PostScript."""
        return self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.family.replace(" ", "")

    def covers(self, char: str) -> bool:
        """Whether the font has a glyph for this character."""
        return ord(char) in self._cover

    def table(self, tag: str) -> bytes:
        """The raw bytes of a table (`glyf`, `hmtx` …), empty if the font has none."""
        return bytes(self._face.reference_table(tag).data or b"")

    def __repr__(self) -> str:
        return f"Font({self.family!r}, {self.weight}, is_italic={self.is_italic})"


class FontLibrary:
    """The fonts of a folder with an `index.toml`; each is loaded once, when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        index = tomllib.loads((folder / "index.toml").read_text(encoding="utf-8"))
        self._files = {
            (entry["family"], entry["weight"], entry.get("italic", False)): entry["file"] for entry in index["font"]
        }
        self._loaded: dict[tuple[str, int, bool], Font] = {}

    def font(self, family: str, weight: int, *, is_italic: bool = False) -> Font:
        """The font of a family in a weight, upright or italic; none is ever made from another (T13).

        Raises:
            FontError: The library does not hold it.
        """
        key = (family, weight, is_italic)
        if key not in self._loaded:
            if key not in self._files:
                known = ", ".join(sorted({name for name, *_ in self._files}))
                slope = "italic" if is_italic else "upright"
                message = f"There is no {slope} font “{family}” of weight {weight}."
                where = Location(str(self._folder / "index.toml"))
                raise FontError([Diagnostic("font/unknown", message, where, f"Families at hand: {known}.")])
            self._loaded[key] = Font(self._folder / self._files[key], family, weight, is_italic=is_italic)
        return self._loaded[key]


@lru_cache(maxsize=4)
def font_library(folder: Path) -> FontLibrary:
    """The library of a folder, shared within the process: fonts never change under a run."""
    return FontLibrary(folder)


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
