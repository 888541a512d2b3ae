"""What a DOCX costs: the time to write it with 102 endorsers and with 5,000, and its size, beside docxtpl and pandoc.

Run `python3 benchmarks/docx_files.py`. Each run writes another variation of the statement, in one process and in turns.
The kit writes its own document; docxtpl fills a template made with python-docx; pandoc, a process of its own each time,
turns Markdown into its default look.
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from itertools import count, product
from shutil import which
from statistics import median
from time import perf_counter

from example import document_of, statement_in, varied

from statement_kit import Endorser, Statement
from statement_kit.brand import Brand, DocxFonts
from statement_kit.document.blocks import HEADING_LEVELS, Document, Role
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import font_library
from statement_kit.writers.docx import write_docx

Contender = Callable[[Document], bytes]

PLACES = [
    first + second
    for first, second in product(
        ("Kam", "Siem", "Battam", "Pur", "Svay", "Ta", "Ban"), ("pot", "reap", "bang", "sat", "rieng", "keo", "lung")
    )
]
MANY = 5000
WANTED_MS = {102: 60, MANY: 600}
"""What the kit may take at most, by the number of endorsers."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="runs to take the median of (default: 9)")
    runs = parser.parse_args().runs
    print(", ".join(_versions()))
    contenders = dict(_contenders())
    print(_row("  ", "endorsers", [f"{name} ms" for name in contenders], [f"{name} kB" for name in contenders]))
    print(f"| -- | --------: |{' --: |' * 2 * len(contenders)}")
    missed = []
    for language, endorsers in product(("km", "en", "th"), WANTED_MS):
        statement = with_endorsers(statement_in(language), endorsers)
        documents = [document_of(varied(statement, run)) for run in range(runs + 1)]
        taken = _measured(contenders, documents)
        times = [median(each[1:]) * 1000 for each, _ in taken.values()]
        sizes = [size / 1000 for _, size in taken.values()]
        print(_row(language, endorsers, (f"{ms:.0f}" for ms in times), (f"{kb:.0f}" for kb in sizes)))
        missed += [f"{language} {endorsers}"] if times[0] > WANTED_MS[endorsers] else []
    print(f"Wanted of the kit: {' and '.join(f'{ms} ms with {n:,}' for n, ms in WANTED_MS.items())}.")
    print(f"Missed: {', '.join(missed)}." if missed else "Met.")


def _row(language: str, endorsers: object, times: Iterable[str], sizes: Iterable[str]) -> str:
    return f"| {language} | {endorsers:>9} | {' | '.join((*times, *sizes))} |"


def with_endorsers(statement: Statement, number: int) -> Statement:
    """The statement signed by so many: the example's endorsers, then again from place after place."""
    own = statement.endorsers
    names = (
        name if at < len(own) else f"{name} of {PLACES[at // len(own) - 1]}" for at, name in enumerate(_names(own))
    )
    acronyms = (own[at % len(own)].acronym for at in count())
    entries = zip(range(1, number + 1), names, acronyms, strict=False)
    return replace(statement, endorsers=tuple(Endorser(at, name, acronym) for at, name, acronym in entries))


def _names(endorsers: tuple[Endorser, ...]) -> Iterator[str]:
    return (endorsers[at % len(endorsers)].name for at in count())


def _contenders() -> Iterator[tuple[str, Contender]]:
    library = font_library(fonts_folder())
    yield "kit", lambda document: write_docx(document, Brand(), library)
    without = Brand(docx_fonts=DocxFonts.NONE)
    yield "kit without fonts", lambda document: write_docx(document, without, library)
    if _is_installed("docxtpl"):
        yield "docxtpl", _docxtpl()
    if which("pandoc"):
        yield "pandoc", _pandoc


def _measured(contenders: dict[str, Contender], documents: list[Document]) -> dict[str, tuple[list[float], int]]:
    """The seconds of each contender for each document, taken in turns, and the size of its last file."""
    taken: dict[str, tuple[list[float], int]] = {name: ([], 0) for name in contenders}
    for document in documents:
        for name, write in contenders.items():
            start = perf_counter()
            data = write(document)
            taken[name] = ([*taken[name][0], perf_counter() - start], len(data))
    return taken


def _docxtpl() -> Contender:
    """Fill a template: a title, paragraphs, headings, and a list of names, in the styles of python-docx's template."""
    import docx
    from docxtpl import DocxTemplate

    template = docx.Document()
    for text, style in (
        ("{{ title }}", "Title"),
        ("{%p for block in blocks %}", None),
        ("{%p if block.is_heading %}", None),
        ("{{ block.text }}", "Heading 1"),
        ("{%p else %}", None),
        ("{{ block.text }}", None),
        ("{%p endif %}", None),
        ("{%p endfor %}", None),
        ("{%p for name in names %}", None),
        ("{{ name }}", "List Number"),
        ("{%p endfor %}", None),
    ):
        template.add_paragraph(text, style)
    stream = BytesIO()
    template.save(stream)

    def write(document: Document) -> bytes:
        filled, out = DocxTemplate(BytesIO(stream.getvalue())), BytesIO()
        blocks = [block for block in document.blocks if block.role not in (Role.TITLE, Role.ENDORSER)]
        filled.render(
            {
                "title": document.title,
                "blocks": [{"text": block.whole_text, "is_heading": block.role in HEADING_LEVELS} for block in blocks],
                "names": [block.text for block in document.blocks if block.role is Role.ENDORSER],
            },
            autoescape=True,
        )
        filled.save(out)
        return out.getvalue()

    return write


def _pandoc(document: Document) -> bytes:
    """Markdown through a process of pandoc; making the Markdown takes a few milliseconds of it."""
    lines = [f"---\ntitle: '{document.title}'\nlang: {document.language.tag}\n---"]
    for block in document.blocks:
        if block.role is Role.ENDORSER:
            lines.append(f"{block.number}. {block.text}")
        elif block.role is not Role.TITLE:
            lines.append(f"# {block.whole_text}" if block.role in HEADING_LEVELS else block.whole_text)
    command = ["pandoc", "--from", "markdown", "--to", "docx", "--output", "-"]
    return subprocess.run(command, input="\n\n".join(lines).encode(), capture_output=True, check=True).stdout


def _versions() -> Iterator[str]:
    for name in ("statement-kit", "docxtpl"):
        yield f"{name} {version(name)}" if _is_installed(name) else f"{name} (missing)"
    if which("pandoc"):
        said = subprocess.run(["pandoc", "--version"], capture_output=True, text=True, check=True).stdout
        yield said.splitlines()[0]
    else:
        yield "pandoc (missing)"


def _is_installed(distribution: str) -> bool:
    try:
        version(distribution)
    except PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    main()
