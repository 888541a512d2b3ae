"""The faces of a brand as fonts at hand, for a document in one language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from statement_kit.brand import Brand, Face
from statement_kit.diagnostics import FontError
from statement_kit.languages.registry import Language
from statement_kit.text.fonts import FontLibrary, FontSet, SizedFont
from statement_kit.text.shaping import Cluster, shape, width_pt

_LATIN_WORDS = re.compile(r"[!-@\[-`{-~’]*[A-Za-z][!-~’]*(?: [!-@\[-`{-~’]*[A-Za-z][!-~’]*)*")
"""A name in Latin letters, some in each of its words, so that each by itself is in the script of all."""

_PROVED = 24
"""How many texts are shaped as a whole too before those that are put together are trusted."""


@dataclass
class _Pieces:
    """Pieces of texts of one kind, in one face and size, that were shaped before.

    Attributes:
        clusters: Those of each piece, by itself and the character behind it.
        proved: How many texts have been shaped as a whole too.
        are_sound: Whether all of those were the same when put together.
    """

    clusters: dict[tuple[str, str], list[Cluster]] = field(default_factory=dict)
    proved: int = 0
    are_sound: bool = True


class Faces:
    """Fonts per face and script, each face put together when first wanted."""

    def __init__(self, language: Language, brand: Brand, library: FontLibrary) -> None:
        self._language = language
        self._brand = brand
        self._library = library
        self._fonts: dict[tuple[Face, str], FontSet] = {}
        self._shaped: dict[tuple[str, Face, float, str | None], tuple[Cluster, ...]] = {}
        self._pieces: dict[tuple[str, Face, float], _Pieces] = {}

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

    def shape_name(self, text: str, face: Face, size_pt: float) -> list[Cluster]:
        """One of many names as clusters, put together of its words where they are Latin.

        A list of thousands of names has some hundred words.

        Raises:
            FontError: With every character that cannot be drawn.
        """
        if not _LATIN_WORDS.fullmatch(text):
            return self.shape(text, face, size_pt)
        first, *others = text.split(" ")
        words = [first, *(f" {word}" for word in others)]
        return self._put_together(text, words, "name", face, size_pt)

    def shape_label(self, text: str, face: Face, size_pt: float) -> list[Cluster]:
        """One of many list labels as clusters, put together of its characters.

        Raises:
            FontError: With every character that cannot be drawn.
        """
        return self._put_together(text, list(text), "label", face, size_pt)

    def _put_together(self, text: str, pieces: Sequence[str], kind: str, face: Face, size_pt: float) -> list[Cluster]:
        """A text as the clusters of its pieces, each shaped once for each character that comes behind it.

        That is how it looks as a whole, unless the font looks further than one character; the first texts tell.
        """
        known = self._pieces.setdefault((kind, face, size_pt), _Pieces())
        if not known.are_sound:
            return self.shape(text, face, size_pt)
        made: list[Cluster] = []
        for piece, behind in zip(pieces, [*(below[0] for below in pieces[1:]), ""], strict=True):
            clusters = known.clusters.get((piece, behind))
            if clusters is None:
                try:
                    clusters = known.clusters[piece, behind] = self._piece(piece, behind, face, size_pt)
                except FontError:
                    return self.shape(text, face, size_pt)  # which names all that the whole of it lacks
            made += clusters
        if known.proved < _PROVED:
            known.proved += 1
            known.are_sound = made == (whole := self.shape(text, face, size_pt))
            return whole
        return made

    def _piece(self, piece: str, behind: str, face: Face, size_pt: float) -> list[Cluster]:
        """The clusters of a piece as it is drawn before a character, if they can be told apart."""
        clusters = self.shape(piece + behind, face, size_pt)
        return clusters[:-1] if behind and clusters[-1].text == behind else clusters

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
