"""What an archival, tagged PDF costs: the time to write it once it is laid out, to prove it, and its size.

Run `python3 benchmarks/archive.py`. Each run sets another variation of the statement, in one process; Typst compiles
the same to the same two standards in the same run, where its wheel is installed.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import perf_counter
from typing import NamedTuple, TypeVar

from example import document_of, statement_in, varied

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.layout.pages import lay_out
from statement_kit.proof import check_versions
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import font_library
from statement_kit.writers.pdf import write_pdf

T = TypeVar("T")

STANDARDS = ["a-2a", "ua-1"]
WRITE_MS, PROOF_MS, SIZE_KB = 40, 100, 100
"""What is wanted at most."""


class Run(NamedTuple):
    """What one build took, in seconds, and its size in bytes."""

    lay_out_s: float
    write_s: float
    proof_s: float
    size: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="runs to take the median of (default: 15)")
    runs = parser.parse_args().runs
    print("|    | lay out ms | write ms | prove ms |  PDF kB | Typst ms | Typst kB |")
    print("| -- | ---------: | -------: | -------: | ------: | -------: | -------: |")
    for language in ("km", "en", "th"):
        statement = statement_in(language)
        documents = [document_of(varied(statement, run)) for run in range(runs + 1)]
        measured = [measure(document) for document in documents][1:]
        print(_row(language, measured, list(_typst(documents))[1:]))
    print(f"Wanted: written in {WRITE_MS} ms, proved in {PROOF_MS} ms, at most {SIZE_KB} kB.")


def measure(document: Document) -> Run:
    """One build of a document, from memory to memory."""
    pages, lay_out_s = _timed(partial(lay_out, document, Brand(), font_library(fonts_folder())))
    data, write_s = _timed(partial(write_pdf, document, pages))
    said = {block.id: block.whole_text for block in document.blocks}
    _, proof_s = _timed(partial(check_versions, data, [said]))
    return Run(lay_out_s, write_s, proof_s, len(data))


def _typst(documents: list[Document]) -> Iterator[tuple[float, int]]:
    """Time and size of the same by Typst; nothing where it is not installed."""
    try:
        import typst
        from contenders.typst_peer import typst_source
    except ImportError:
        return
    compiler = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(fonts_folder())]))
    for document in documents:
        source = typst_source(document, "optimized").encode()
        data, seconds = _timed(partial(compiler.compile, input=source, format="pdf", pdf_standards=STANDARDS))
        yield seconds, len(data)


def _timed(task: Callable[[], T]) -> tuple[T, float]:
    start = perf_counter()
    result = task()
    return result, perf_counter() - start


def _row(language: str, runs: list[Run], typst: list[tuple[float, int]]) -> str:
    lay_out_s, write_s, proof_s, size = map(median, zip(*runs, strict=True))
    peer_s, peer_size = map(median, zip(*typst, strict=True)) if typst else (float("nan"), float("nan"))
    return (
        f"| {language} | {lay_out_s * 1000:10.0f} | {write_s * 1000:8.0f} | {proof_s * 1000:8.0f} "
        f"| {size / 1000:7.1f} | {peer_s * 1000:8.0f} | {peer_size / 1000:8.1f} |"
    )


if __name__ == "__main__":
    main()
