"""XeLaTeX by its own primitives: ICU's line breaks with glue at each, English by TeX's hyphenation patterns."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from prose import Prose

from compositors import FAMILIES, FONTS, LATIN, LEADING_PT, MAIN, MARGIN_PT, PAGE_PT, SIZE_PT, MissingError, run_program
from statement_kit.text.fonts import Font, font_library

_SPECIAL = re.compile(r"[#$%&_{}]")
_SCRIPTS = {"en": "latn", "km": "khmr", "th": "thai"}


class XeLaTeX:
    """`xelatex` on a source of primitives, boxes shipped out one by one."""

    def __init__(self) -> None:
        found = shutil.which("xelatex")
        if not found:
            raise MissingError("xelatex is not installed")
        self._program = found

    def version(self) -> str:
        """What XeTeX says of itself."""
        told = run_program([self._program, "--version"], Path.cwd()).splitlines()[0]
        return told.rpartition("-")[2]

    def set_prose(self, prose: Prose) -> bytes:
        """One source, one box as wide as the measure on each page."""
        with TemporaryDirectory() as scratch:
            source = Path(scratch, "lines.tex")
            source.write_text("\n".join(_source(prose)), encoding="utf-8")
            run_program([self._program, "-interaction=batchmode", "-halt-on-error", source.name], Path(scratch))
            return source.with_suffix(".pdf").read_bytes()


def _source(prose: Prose) -> Iterator[str]:
    width, height = PAGE_PT
    yield r"\documentclass{minimal}\begin{document}"
    yield rf"\pdfpagewidth={width}bp \pdfpageheight={height}bp \hoffset=-1in \voffset=-1in"
    yield rf'\font\latin="[{LATIN}]" at {SIZE_PT}bp'
    yield rf'\font\main="[{MAIN[prose.language]}]:script={_SCRIPTS[prose.language]}" at {SIZE_PT}bp'
    yield rf"\baselineskip={LEADING_PT}bp \lineskiplimit=-100pt \parindent=0pt \parskip=0pt"
    yield r"\tolerance=9999 \emergencystretch=3em \hbadness=10000 \frenchspacing"  # as \sloppy has it
    if prose.language != "en":
        yield rf'\XeTeXlinebreaklocale "{prose.language}" \XeTeXlinebreakskip=0pt plus 1pt'
    if not prose.is_justified:
        yield r"\rightskip=0pt plus 2em \XeTeXlinebreakskip=0pt \fontdimen3\main=0pt \fontdimen3\latin=0pt"
    for measure, text in prose.pages:
        yield (
            rf"\shipout\vbox{{\vskip{MARGIN_PT}bp\moveright{MARGIN_PT}bp\vbox{{"
            rf"\hsize={measure}bp\main\noindent {_runs(text, prose.language)}\par}}}}"
        )
    yield r"\end{document}"


def _runs(text: str, language: str) -> str:
    """The text in TeX's own spelling; Latin letters, and what the main font cannot draw, set in the Latin one."""
    font = font_library(FONTS).font(FAMILIES[language], 400)
    runs = ((is_main, _spelt("".join(run))) for is_main, run in groupby(text, key=lambda char: _is_main(char, font)))
    return "".join(run if is_main else rf"{{\latin {run}}}" for is_main, run in runs)


def _is_main(char: str, font: Font) -> bool:
    return font.covers(char) and (font.path == LATIN or not (char.isascii() and char.isalnum()))


def _spelt(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
