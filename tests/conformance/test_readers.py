"""The text layer before outside judges: what six readers extract is what the model says, to the last vowel (T06)."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import declarations
import pytest
from made_annexes import everything_of
from made_parallels import SETS, of
from readers import Reader, Reading, mupdf, pdfium, pdfjs, pdfminer, poppler, pypdf_

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document
from statement_kit.document.parallel import Parallel
from statement_kit.editions import Arrangement
from statement_kit.languages.registry import Alignment, Language
from statement_kit.layout.frames import Pages
from statement_kit.layout.pages import lay_out
from statement_kit.markup import MarkKind
from statement_kit.text.breaks import SOFT_HYPHEN
from statement_kit.text.fonts import FontLibrary, font_library
from statement_kit.text.segmentation import word_ends
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf import write_pdf

TEST_FONTS = Path(__file__).parents[1] / "fonts"
LANGUAGES = ["en", "km", "th"]
EDITIONS = [
    *(f"{name}.{language}" for name in ("example", "annex") for language in LANGUAGES),
    *("ragged.en", "justified.km", "justified.th"),  # as the kit itself sets none of them
    *(f"declaration.{language}" for language in declarations.LANGUAGES),
]
READERS = ["PDFium", "MuPDF", "PDF.js", "pdfminer.six", "pypdf", "poppler"]

_DROPPED = {"PDF.js": SOFT_HYPHEN}
"""What a reader leaves out by design: the hyphen at a line's end is a format character, and not shown as text."""

_GUESSING = {("pdfminer.six", "annex")}
"""Who guesses columns from the page, and where it takes what stands below them for the end of the first."""


def bare(text: str, dropped: str = "") -> str:
    """The text without white space and U+200B, the only things a reader may add or lose, and what this one drops."""
    return re.sub(rf"[\s\u200b{dropped}]+", "", text)


class Edition(NamedTuple):
    """A PDF, and what it was written from."""

    path: Path
    document: Document
    pages: Pages

    @property
    def text(self) -> str:
        """What stands on its pages in reading order, furniture included, line by line."""
        return "\n".join(line.text for page in self.pages.pages for line in page.lines)

    @property
    def words(self) -> list[str]:
        """Every word of the document, each once, as far as it stands whole on a line somewhere."""
        return [word for word in self._all_words() if word in self.text]

    @property
    def hyphenated_words(self) -> dict[str, list[str]]:
        """The others, parted by a hyphen wherever they stand, and their parts."""
        joined = self.text.replace(f"{SOFT_HYPHEN}\n", SOFT_HYPHEN)
        words = [word for word in self._all_words() if word not in self.text]
        found = {word: re.search(f"{SOFT_HYPHEN}?".join(map(re.escape, word)), joined) for word in words}
        return {word: match[0].split(SOFT_HYPHEN) if match else [] for word, match in found.items()}

    def _all_words(self) -> Iterator[str]:
        language = self.document.language
        yield from dict.fromkeys(word for block in self.document.blocks for word in block_words(block, language))


def block_words(block: Block, language: Language) -> Iterator[str]:
    """A block's words with the marks beside them, by ICU's dictionaries where no space parts them, and its label."""
    if block.label:
        yield block.label
    text, notes = block.text, [mark for mark in block.marks if mark.kind is MarkKind.NOTE]
    ends = {0, *word_ends(text, language), *(at for note in notes for at in (note.start, note.end))}
    for start, end in pairwise(sorted(ends)):
        yield from text[start:end].translate(IGNORABLE).split()


@pytest.fixture(scope="module")
def editions(
    documents: dict[str, Document],
    everything: dict[str, Document],
    press: dict[str, Document],
    library: FontLibrary,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Edition]:
    """Each PDF on disk: of the first statement, of one that has everything, and of texts in other languages."""
    folder = tmp_path_factory.mktemp("pdf")
    every_font = declarations.EveryFont(library, font_library(TEST_FONTS))
    declared = {tag: declarations.declaration(tag) for tag in declarations.LANGUAGES}
    found = {}
    for name, of_language, brand in (
        ("example", documents, Brand()),
        ("ragged", everything, Brand(alignment=dict.fromkeys(LANGUAGES, Alignment.RAGGED))),
        ("justified", everything, Brand(alignment=dict.fromkeys(LANGUAGES, Alignment.JUSTIFIED))),
        ("annex", {language: everything_of(language) for language in LANGUAGES}, Brand()),
        ("press", press, Brand()),
        ("declaration", declared, declarations.brand()),
    ):
        for language, document in of_language.items():
            pages = lay_out(document, brand, every_font)
            path = folder / f"{name}.{language}.pdf"
            path.write_bytes(write_pdf(document, pages))
            found[f"{name}.{language}"] = Edition(path, document, pages)
    return found


def asked(name: str, judge: Callable[..., str]) -> Reader:
    """A reader by its name."""
    match name:
        case "PDF.js":
            return pdfjs(judge("node"), judge("pdfjs-dist", at=os.environ.get("PDFJS")))
        case "poppler":
            # In content order; by default poppler guesses columns from the page, and may read across the annex.
            return poppler(judge("pdftotext"), "-raw")
    return {"PDFium": pdfium, "MuPDF": mupdf, "pdfminer.six": pdfminer, "pypdf": pypdf_}[name]


@pytest.fixture(scope="module")
def read(editions: dict[str, Edition], judge: Callable[..., str]) -> Callable[[str, str], Reading]:
    """What a reader, by name, made of an edition; each is asked once."""

    @cache
    def reading(name: str, edition: str) -> Reading:
        one = editions[edition]
        parts = (part for parts in one.hyphenated_words.values() for part in parts)
        return asked(name, judge)(one.path, [*one.words, *parts])

    return reading


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_gives_back_the_text_of_the_model(
    reader: str, edition: str, read: Callable[[str, str], Reading], editions: dict[str, Edition]
) -> None:
    dropped = _DROPPED.get(reader, "")
    found, written = (bare(text, dropped) for text in (read(reader, edition).text, editions[edition].text))
    if (reader, edition.split(".")[0]) in _GUESSING:
        found, written = ("".join(sorted(text)) for text in (found, written))
    assert found == written


@pytest.mark.parametrize("edition", EDITIONS)
def test_poppler_loses_nothing_where_it_guesses_columns(
    edition: str, editions: dict[str, Edition], judge: Callable[[str], str]
) -> None:
    text = poppler(judge("pdftotext"))(editions[edition].path, []).text
    assert sorted(bare(text)) == sorted(bare(editions[edition].text))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("reader", READERS)
def test_every_word_can_be_found_by_searching(reader: str, edition: str, read: Callable[[str, str], Reading]) -> None:
    """One that a hyphen parts is looked for in its parts: only some readers join lines when they search."""
    assert read(reader, edition).missing == []


def test_a_word_that_a_hyphen_parts_is_found_whole_by_a_reader_that_joins_lines(editions: dict[str, Edition]) -> None:
    edition = editions["example.en"]
    assert edition.hyphenated_words
    assert all(edition.hyphenated_words.values())
    assert mupdf(edition.path, edition.hyphenated_words).missing == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_poppler_sees_only_embedded_fonts(
    edition: str, editions: dict[str, Edition], judge: Callable[[str], str]
) -> None:
    result = subprocess.run([judge("pdffonts"), editions[edition].path], capture_output=True, text=True, check=True)
    rows = result.stdout.splitlines()[2:]
    assert rows
    assert all(re.search(r"Identity-H +yes yes yes", row) for row in rows), result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("tags", SETS[-1:], ids="+".join)
def test_a_reader_gives_back_every_line_of_a_parallel_edition(
    reader: str,
    arrangement: Arrangement,
    tags: tuple[str, ...],
    everything: dict[str, Document],
    library: FontLibrary,
    tmp_path: Path,
    judge: Callable[..., str],
) -> None:
    """Whatever order it takes columns for: no line is torn, none is mixed with its neighbour."""
    content: Parallel = of(everything, tags, arrangement)
    pages = lay_out(content, Brand(alignment=dict.fromkeys(LANGUAGES, Alignment.RAGGED)), library)
    path = tmp_path / "parallel.pdf"
    path.write_bytes(write_pdf(content, pages))
    text = bare(asked(reader, judge)(path, []).text)
    lines = [line for page in pages.pages for line in page.text]
    # A number of a note or a label is set by itself; some readers put it before or behind its line.
    segments = [bare(one.text) for line in lines for one in line.segments if one.offset is not None and not one.rise_pt]
    assert [one for one in segments if one not in text] == []
