"""The faces of a brand as fonts at hand, for a document in one language."""

from __future__ import annotations

from statement_kit.brand import Brand, Face
from statement_kit.languages.registry import Language
from statement_kit.text.fonts import FontLibrary, FontSet, SizedFont
from statement_kit.text.shaping import Cluster, shape, width_pt


class Faces:
    """Fonts per face and script, each face put together when first wanted."""

    def __init__(self, language: Language, brand: Brand, library: FontLibrary) -> None:
        self._language = language
        self._brand = brand
        self._library = library
        self._fonts: dict[tuple[Face, str], FontSet] = {}
        self._shaped: dict[tuple[str, Face, float, str | None], tuple[Cluster, ...]] = {}

    def fonts(self, face: Face, script: str | None = None) -> FontSet:
        """The fonts of a face; what all scripts share comes from a script's own, the document's if none is named.

        Raises:
            FontError: The library does not hold one of them.
        """
        key = (face, script or self._language.script)
        if key not in self._fonts:
            by_script = {
                script: SizedFont(
                    self._library.font(typeface.family, typeface.weight, is_italic=typeface.is_italic), typeface.scale
                )
                for script, typeface in self._brand.typefaces[face].items()
            }
            self._fonts[key] = FontSet(by_script, key[1])
        return self._fonts[key]

    def shape(
        self, text: str, face: Face, size_pt: float, stretch: slice = slice(None), script: str | None = None
    ) -> list[Cluster]:
        """A text, or a stretch of it, as clusters; what all scripts share comes from a script's own font.

        Raises:
            FontError: With every character that cannot be drawn.
        """
        return shape(text, self.fonts(face, script), size_pt, self._language.tag, stretch)

    def size_to_fill(self, text: str, face: Face, room_pt: float, most_pt: float) -> float:
        """The size, in pt, at which a text in one line is as wide as the room there is; at most so large.

        Raises:
            FontError: With every character that cannot be drawn.
        """
        return min(most_pt, room_pt / width_pt(self.shape(text, face, 1.0)))

    def word(self, text: str, face: Face, size_pt: float, script: str | None = None) -> tuple[Cluster, ...]:
        """A short text that comes again and again, shaped once: a label, a hyphen."""
        key = (text, face, size_pt, script)
        if key not in self._shaped:
            self._shaped[key] = tuple(self.shape(text, face, size_pt, script=script))
        return self._shaped[key]
