"""Six readers of PDF as their users meet them: the text each gives back, and what looking for a word in it finds.

PDFium, MuPDF and PDF.js have a search of their own. Users of the other three search in what they extract.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

_PDFJS = Path(__file__).parent / "pdfjs.mjs"


class Reading(NamedTuple):
    """What a reader made of a file: its text, and the words that were looked for and not found."""

    text: str
    missing: list[str]


Reader = Callable[[Path, Iterable[str]], Reading]


def _searched(text: str, words: Iterable[str]) -> Reading:
    return Reading(text, [word for word in words if word not in text])


def pdfium(path: Path, words: Iterable[str]) -> Reading:
    """With U+FFFE, its own sign for a hyphen at which it joins two lines, read as what it stands for."""
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(path)]
    text = "".join(page.get_text_range() for page in pages).replace("\ufffe", "\u00ad")
    found = {word for word in words for page in pages if page.search(word, match_case=True).get_next()}
    return Reading(text, [word for word in words if word not in found])


def mupdf(path: Path, words: Iterable[str]) -> Reading:
    """With the search of its viewer, which joins words over the ends of lines."""
    with pymupdf.open(path) as file:
        text = "".join(page.get_text() for page in file)
        pages = [(page, page.get_textpage(flags=pymupdf.TEXTFLAGS_SEARCH)) for page in file]
        found = {word for word in words if any(page.search_for(word, textpage=drawn) for page, drawn in pages)}
    return Reading(text, [word for word in words if word not in found])


def pypdf_(path: Path, words: Iterable[str]) -> Reading:
    """As it is."""
    return _searched("".join(page.extract_text() for page in pypdf.PdfReader(path).pages), words)


def pdfminer(path: Path, words: Iterable[str]) -> Reading:
    """With lines grouped more generously than by default, or hanging entries fall apart into scattered boxes."""
    return _searched(extract_text(path, laparams=LAParams(line_margin=3.0)), words)


def poppler(pdftotext: str, *options: str) -> Reader:
    """By its program, with these options."""

    def read(path: Path, words: Iterable[str]) -> Reading:
        command = [pdftotext, *options, path, "-"]
        return _searched(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout, words)

    return read


def pdfjs(node: str, dist: str) -> Reader:
    """By Node.js, from the folder of the package `pdfjs-dist`."""

    def read(path: Path, words: Iterable[str]) -> Reading:
        command, request = [node, _PDFJS, dist, path], json.dumps(list(words))
        result = subprocess.run(command, input=request, check=True, capture_output=True, encoding="utf-8")
        answer = json.loads(result.stdout)
        return Reading("".join(item for page in answer["pages"] for item in page), answer["missing"])

    return read
