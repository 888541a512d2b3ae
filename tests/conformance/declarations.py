"""The Universal Declaration of Human Rights, in part, in languages the kit has no words of its own for yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from statement_kit.brand import Brand, Face, Typeface
from statement_kit.diagnostics import FontError
from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.registry import ASCII_DIGITS, Language, get_language
from statement_kit.text.fonts import Font, FontLibrary

_TEXTS = Path(__file__).parent / "universal_declaration"


def _language(tag: str, script: str, digits: str = ASCII_DIGITS, *, spaces_between_words: bool) -> Language:
    """A language of which the kit knows no more than how it is written."""
    return replace(
        get_language("en"),
        tag=tag,
        region_tag=tag,
        script=script,
        label_digits=digits,
        leaning=(),
        lexicon=(),
        hyphenation="",
        spaces_between_words=spaces_between_words,
    )


LANGUAGES: Mapping[str, Language] = {
    language.tag: language
    for language in (
        _language("hi", "Deva", "०१२३४५६७८९", spaces_between_words=True),
        _language("lo", "Laoo", "໐໑໒໓໔໕໖໗໘໙", spaces_between_words=False),
        _language("my", "Mymr", "၀၁၂၃၄၅၆၇၈၉", spaces_between_words=False),
        _language("vi", "Latn", spaces_between_words=True),
    )
}

_FAMILIES = {"Deva": "Noto Sans Devanagari", "Laoo": "Noto Sans Lao", "Mymr": "Noto Sans Myanmar"}


def brand() -> Brand:
    """The kit's own look, with a typeface for each of their scripts."""
    more = {script: Typeface(family) for script, family in _FAMILIES.items()}
    return Brand(typefaces={face: {**Brand().typefaces[face], **more} for face in Face})


class EveryFont(FontLibrary):
    """The fonts of several libraries as one."""

    def __init__(self, *libraries: FontLibrary) -> None:
        self._libraries = libraries

    def font(self, family: str, weight: int, *, is_italic: bool = False) -> Font:
        """The font from the first library that holds it."""
        *others, last = self._libraries
        for library in others:
            try:
                return library.font(family, weight, is_italic=is_italic)
            except FontError:
                continue
        return last.font(family, weight, is_italic=is_italic)


def declaration(tag: str) -> Document:
    """Title, headings and paragraphs in one of the languages."""
    title, *blocks = _blocks((_TEXTS / f"{tag}.txt").read_text(encoding="utf-8").splitlines())
    labels = PageLabels("{page} / {pages}", LANGUAGES[tag].label_digits)
    return Document(LANGUAGES[tag], title.text, "1948-12-10", (title, *blocks), title.text, labels)


def _blocks(lines: list[str]) -> Iterator[Block]:
    article = paragraph = 0
    for line in lines:
        sign, _, text = line.partition(" ")
        if sign == "#":
            yield Block("title", Role.TITLE, text)
        elif sign == "##":
            article, paragraph = article + 1, 0
            yield Block(f"section.{article}", Role.SECTION_HEADING, text)
        else:
            paragraph += 1
            yield Block(f"section.{article}.{paragraph}", Role.PARAGRAPH, line)
