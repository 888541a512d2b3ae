"""What a long list costs: 10,000 sign-ons imported and linted, and their annex as PDF and DOCX.

Run `python3 benchmarks/sign_ons.py`. The export is one of a Google Form, with names after those of the example. Each
task runs in a fresh process for half as many and for all of them, so that what grows faster than the list shows: its
time is taken within, without the start of Python and the imports; its memory is the largest resident set.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice, product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

MANY = 10_000
WANTED_S = {"import and lint": 5.0, "pdf": 2.0, "docx": 3.0}
"""What each may take at most for all of them."""

GROWTH = 2.4
"""How many times as much time or memory as half of the list all of it may take: twice, and what chance adds."""

_START = datetime(2025, 7, 28, 6, tzinfo=UTC)


def main() -> None:
    """Measure and print; or, asked by itself, do one task and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="runs to take the median of (default: 3)")
    parser.add_argument("--task", nargs=3, metavar=("NAME", "COUNT", "LANGUAGE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.task:
        name, count, language = arguments.task
        print(json.dumps(_TASKS[name](int(count), language)))
        return
    _compare(arguments.runs)


def _compare(runs: int) -> None:
    print(f"|                 |    | {MANY // 2:,} s | {MANY:,} s | ratio | {MANY // 2:,} MB | {MANY:,} MB | ratio |")
    print("| --------------- | -- | ------: | -------: | ----: | -------: | --------: | ----: |")
    missed = []
    for name, language in [("import and lint", "en"), *product(("pdf", "docx"), ("en", "km", "th"))]:
        half, whole = (_measured(name, count, language, runs) for count in (MANY // 2, MANY))
        times, memories = whole[0] / half[0], whole[1] / half[1]
        seconds = f"{half[0]:>7.2f} | {whole[0]:>8.2f} | {times:>5.2f}"
        megabytes = f"{half[1]:>8.0f} | {whole[1]:>9.0f} | {memories:>5.2f}"
        print(f"| {name:<15} | {language} | {seconds} | {megabytes} |", flush=True)
        missed += [f"{name} {language}"] if whole[0] > WANTED_S[name] or max(times, memories) > GROWTH else []
    print(f"Wanted: {', '.join(f'{name} {s:.0f} s' for name, s in WANTED_S.items())}; growth of at most {GROWTH}.")
    print(f"Missed: {', '.join(missed)}." if missed else "Met.")


def _measured(name: str, count: int, language: str, runs: int) -> tuple[float, float]:
    """Median seconds and MB of a task."""
    command = [sys.executable, __file__, "--task", name, str(count), language]
    taken = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(runs)]
    return median(seconds for seconds, _ in taken), median(megabytes for _, megabytes in taken)


def _timed(task: Callable[[], object]) -> tuple[float, float]:
    import resource

    start = perf_counter()
    task()
    seconds = perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _import_and_lint(count: int, language: str) -> tuple[float, float]:
    from statement_kit.enrolment import enrol, propose
    from statement_kit.register_review import load_review

    with TemporaryDirectory() as name:
        folder = Path(name)
        front = f'kind = "joint-statement"\nlanguage = "{language}"\nissued = 2025-07-28\nendorsers = "endorsers.csv"\n'
        (folder / "statement.md").write_text(f"+++\n{front}+++\n# Peace\n\nNow.\n", encoding="utf-8")
        with (folder / "form.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_form(count))

        def task() -> None:
            enrol(propose(folder, folder / "form.csv"), _START)
            load_review(folder).findings()

        return _timed(task)


def _form(count: int) -> Iterator[list[str]]:
    """The export of a Google Form that so many have filled in."""
    yield [
        "Timestamp",
        "Email Address",
        "Name of organisation",
        "Acronym",
        "Country",
        "May we publish the name?",
        "Phone",
    ]
    for number, (name, acronym) in enumerate(islice(_names(), count)):
        time = (_START + timedelta(minutes=number)).strftime("%Y-%m-%d %H:%M:%S")
        consent = "No" if number % 20 == 0 else "Yes"
        yield [time, f"contact{number}@example.org", name, acronym, "Cambodia", consent, f"+855 12 {number:06}"]


def _names() -> Iterator[tuple[str, str]]:
    """Names and acronyms of 10,098 endorsers: those of the example, of one place after the other."""
    from docx_files import PLACES
    from example import FOLDER

    from statement_kit import load_folder

    own = load_folder(FOLDER).statement.endorsers
    yield from ((one.name, one.acronym) for one in own)
    for place in (*PLACES, *(f"New {place}" for place in PLACES)):
        yield from ((f"{one.name} of {place}", f"{one.acronym}-{place[-4:]}" if one.acronym else "") for one in own)


def _write(file_format: str) -> Callable[[int, str], tuple[float, float]]:
    def task(count: int, language: str) -> tuple[float, float]:
        from example import statement_in

        from statement_kit import Endorser, render

        endorsers = tuple(Endorser(at, name, acronym) for at, (name, acronym) in enumerate(islice(_names(), count), 1))
        statement = statement_in(language)
        render(statement, file_format)
        return _timed(lambda: render(replace(statement, endorsers=endorsers), file_format))

    return task


_TASKS: dict[str, Callable[[int, str], tuple[float, float]]] = {
    "import and lint": _import_and_lint,
    "pdf": _write("pdf"),
    "docx": _write("docx"),
}


if __name__ == "__main__":
    main()
