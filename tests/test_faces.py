"""Names and labels put together of pieces look as they do when they are shaped as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_annexes import LONG_NAMES, organisations, people
from made_docx import BUNDLED

from statement_kit.brand import Brand, Face, Typeface
from statement_kit.diagnostics import FontError
from statement_kit.faces import Faces
from statement_kit.languages.numbers import label
from statement_kit.languages.registry import LANGUAGES
from statement_kit.text.itemize import missing_glyphs
from statement_kit.text.shaping import Cluster

NAMES = (*organisations(56), *people(90), *LONG_NAMES, "AVA To We. Ta, Yo (AVT)", "Women’s W-AVE & Co.", "Tao Te “Ya”")
FAMILIES = ["Source Serif 4", "Source Sans 3", "Noto Serif Khmer", "Sarabun", "Taviraj"]


def faces(language: str, family: str = "Source Serif 4") -> Faces:
    typefaces = Brand().typefaces
    text = {**typefaces[Face.TEXT], "Latn": Typeface(family)}
    return Faces(LANGUAGES[language], Brand(typefaces={**typefaces, Face.TEXT: text}), BUNDLED)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_among_many_is_as_it_is_alone(language: str, family: str) -> None:
    put_together, whole = faces(language, family), faces(language, family)
    for name in (*NAMES, *reversed(NAMES)):
        assert put_together.shape_name(name, Face.TEXT, 9.3) == whole.shape(name, Face.TEXT, 9.3)


WORDS = st.text("AVTWYaeovtwy.,&-’()17", min_size=1, max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=30, max_size=60))
def test_a_name_of_any_words_is_as_it_is_alone(names: list[list[str]]) -> None:
    put_together = faces("km")
    for name in map(" ".join, names):
        assert put_together.shape_name(name, Face.TEXT, 9.3) == faces_alone("km", name)


def faces_alone(language: str, name: str) -> list[Cluster]:
    return _ALONE[language].shape(name, Face.TEXT, 9.3)


_ALONE = {language: faces(language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_among_many_is_as_it_is_alone(language: str) -> None:
    put_together, whole = faces(language), faces(language)
    for number in (*range(1, 130), 1741, 7117, 99_999):
        text = f"{label(number, LANGUAGES[language])} "
        assert put_together.shape_label(text, Face.TEXT, 9.3) == whole.shape(text, Face.TEXT, 9.3)


def test_names_in_other_letters_are_shaped_as_a_whole() -> None:
    for name in ("អាដហុក និង LICADHO", "Café de Paix", "กลุ่มสันติภาพ", ""):  # Khmer and Thai: "ADHOC and", "Peace Group"
        assert _ALONE["km"].shape_name(name, Face.TEXT, 9.3) == faces_alone("km", name)


def test_a_font_that_looks_further_than_to_the_next_letter_has_names_shaped_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tested = faces("en")
    shape = Faces.shape

    def looking_further(self: Faces, text: str, *others: object, **named: object) -> list[Cluster]:
        clusters = shape(self, text, *others, **named)
        if "Peace" in text and "Sok" in text:
            clusters[0] = clusters[0]._replace(advance=0)
        return clusters

    monkeypatch.setattr(Faces, "shape", looking_further)
    for name in ("Peace Now", "Sok Peace", "Chea Peace", "Sok for Peace"):
        assert tested.shape_name(name, Face.TEXT, 9.3) == tested.shape(name, Face.TEXT, 9.3)


def test_every_character_that_cannot_be_drawn_is_named_at_once() -> None:
    tested = faces("en")
    for name in people(60):
        tested.shape_name(name, Face.TEXT, 9.3)
    with pytest.raises(FontError, match=r"平.*和") as raised:
        tested.shape_name("Peace 平 Now 和", Face.TEXT, 9.3)
    assert len(raised.value.diagnostics) == 1


def test_all_that_a_name_lacks_is_named_though_its_words_are_shaped_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    shape = Faces.shape

    def lacking(self: Faces, text: str, *others: object, **named: object) -> list[Cluster]:
        if missing := [char for char in text if char in "&@"]:
            raise FontError([missing_glyphs(missing)])
        return shape(self, text, *others, **named)

    monkeypatch.setattr(Faces, "shape", lacking)
    with pytest.raises(FontError, match=r"“&”.*“@”"):
        faces("en").shape_name("Peace and R&D at Home@School", Face.TEXT, 9.3)
