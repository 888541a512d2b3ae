"""What a check of translations costs: the state, the faults and the alarms of 5,000 messages, beside other checkers.

Run `python3 benchmarks/checking.py`. The folder is the example's clauses again and again, each time with its words
turned round by another number of places, in Khmer and Thai. The kit checks the whole folder, files read and all, with
its tables at hand; msgfmt and pofilter, where they are installed, each read the same PO file in a process of their own.
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from example import FOLDER, turned

from statement_kit import check, load_catalog, load_folder
from statement_kit.translation.po_file import Message, read_po_file, write_po_file

MESSAGES = 5000
WANTED_S = 2.0
"""What the kit may take at most."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs to take the median of (default: 5)")
    runs = parser.parse_args().runs
    print("|    | messages | kit s | msgfmt --check s | pofilter s |")
    print("| -- | -------: | ----: | ---------------: | ---------: |")
    slowest = 0.0
    with TemporaryDirectory() as name:
        for language in ("km", "th"):
            folder = Path(name) / language
            write_folder(folder, language, MESSAGES)
            check(folder)
            kit = _median(runs, partial(check, folder))
            others = (_peer(runs, command, folder, language) for command in _PEERS.values())
            print(f"| {language} | {MESSAGES:>8,} | {kit:>5.2f} | {' | '.join(others)} |")
            slowest = max(slowest, kit)
    print(f"Wanted of the kit: {WANTED_S} s. {'Met.' if slowest <= WANTED_S else 'Missed.'}")


def write_folder(folder: Path, language: str, messages: int) -> None:
    """A statement folder with so many clauses and a catalog of one language."""
    pairs = list(islice(_pairs(language), messages - 1))
    (folder / "translations").mkdir(parents=True)
    body = "\n\n".join(source for source, _ in pairs)
    front = f'+++\nkind = "joint-statement"\nlanguage = "en"\ntranslations = ["{language}"]\nissued = 2025-07-28\n+++\n'
    (folder / "statement.md").write_text(f"{front}\n# Ceasefire\n\n{body}\n", encoding="utf-8")
    texts = {"title": ("Ceasefire", _TITLES[language])}
    texts |= {f"preamble.{number}": pair for number, pair in enumerate(pairs, 1)}
    messages_of = [Message(name, source, text) for name, (source, text) in texts.items()]
    header = read_po_file((FOLDER / "translations" / f"{language}.po").read_bytes(), "").header
    (folder / "translations" / f"{language}.po").write_bytes(write_po_file(header, messages_of))


_TITLES = {"km": "បទឈប់បាញ់", "th": "การหยุดยิง"}  # "ceasefire"


def _pairs(language: str) -> Iterator[tuple[str, str]]:
    """Headings and paragraphs of the example and their translations, each time in another order of words."""
    clauses = load_folder(FOLDER).statement.clauses()[1:]
    entries = load_catalog(FOLDER, language).entries
    for places in count():
        for clause in clauses:
            yield turned(clause.text, places), turned(entries[clause.id].text, places)


def _median(runs: int, task: Callable[[], object]) -> float:
    taken = []
    for _ in range(runs):
        start = perf_counter()
        task()
        taken.append(perf_counter() - start)
    return median(taken)


_PEERS = {
    "msgfmt": ("msgfmt", "--check", "--output-file=/dev/null"),
    "pofilter": ("pofilter", "--progress=none", "--gnome"),
}


def _peer(runs: int, command: tuple[str, ...], folder: Path, language: str) -> str:
    """The seconds of another checker, or that it is not here."""
    if not which(command[0]):
        return "not installed"
    po, out = folder / "translations" / f"{language}.po", folder / "found.po"
    arguments = [*command, str(po), *([str(out)] if command[0] == "pofilter" else [])]

    def run() -> None:
        subprocess.run(arguments, check=True, capture_output=True)

    return f"{_median(runs, run):.2f}"


if __name__ == "__main__":
    main()
