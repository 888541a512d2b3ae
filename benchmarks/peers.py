"""The same statement by statement_kit, Typst, WeasyPrint and ReportLab, in one run: times, sizes, memory, and ratios.

Run `python3 benchmarks/peers.py`; see README.md beside it for what is measured and how.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from contenders import CONTENDERS
from measure import Figures, measure

LANGUAGES = ("km", "en", "th")
REFERENCE = "typst"
SECOND_REFERENCE = "typst-simple"
MOST_BYTES = 90_000
MOST_MEMORY = 80_000_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A target: what of the kit is held against it, and how much it may be.

    Attributes:
        language: Where it holds.
        what: `cold` or `warm`, as a multiple of Typst's.
        most: The most it may be.
    """

    language: str
    what: str
    most: float


WANTED = (
    Wanted("km", "cold", 1.0),
    Wanted("en", "cold", 1.5),
    Wanted("km", "warm", 1 / 3),
    Wanted("en", "warm", 1.0),
)


_VERDICTS = {True: "met     ", False: "MISSED  ", None: "UNJUDGED"}


def main() -> None:
    """Measure and print."""
    options = _options()
    found: dict[str, dict[str, Figures]] = {}
    missing: dict[str, str] = {}
    empty: dict[str, float] = {}
    with TemporaryDirectory() as scratch:
        for language in options.lang or LANGUAGES:
            found[language], absent, empty[language] = measure(language, options.runs, Path(scratch))
            missing |= absent
    if options.json:
        print(json.dumps(_values(found, missing, empty), indent=2))
        return
    print("\n".join(_report(found, missing, empty, options.runs)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="cold and warm runs of each contender (default: 7)")
    parser.add_argument("--lang", action="append", choices=LANGUAGES, help="only this language; may be repeated")
    parser.add_argument("--json", action="store_true", help="print every single figure as JSON")
    return parser.parse_args()


def _values(
    found: dict[str, dict[str, Figures]], missing: dict[str, str], empty: dict[str, float]
) -> dict[str, object]:
    return {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()},
        "versions": {key: _version(entry.distribution) for key, entry in CONTENDERS.items()},
        "empty_process_s": empty,
        "missing": missing,
        "figures": {tag: {key: asdict(figures) for key, figures in each.items()} for tag, each in found.items()},
        "targets": [{"target": text, "met": met} for tag in found for text, met in _verdicts(tag, found[tag])],
    }


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _report(
    found: dict[str, dict[str, Figures]], missing: dict[str, str], empty: dict[str, float], runs: int
) -> Iterator[str]:
    versions = {entry.distribution: _version(entry.distribution) for entry in CONTENDERS.values()}
    yield f"{os.cpu_count()} cores, Python {platform.python_version()}, {sys.platform}; medians of {runs} runs in turns"
    yield ", ".join(f"{name} {number or '(missing)'}" for name, number in versions.items())
    for language, each in found.items():
        yield ""
        yield from _table(language, each)
        yield f"An empty Python process: {empty[language] * 1000:.0f} ms."
    for key, reason in missing.items():
        yield f"Not measured: {CONTENDERS[key].name}: {reason}."
    yield ""
    for language, each in found.items():
        for text, met in _verdicts(language, each):
            yield f"{_VERDICTS[met]}  {text}"


def _table(language: str, each: dict[str, Figures]) -> Iterator[str]:
    base = each.get(REFERENCE)
    yield f"| {language:<19} | cold ms |  ratio | warm ms |  ratio |  PDF kB | peak MB |"
    yield "| ------------------- | ------: | -----: | ------: | -----: | ------: | ------: |"
    for key, figures in each.items():
        cold_ratio = f"{figures.cold / base.cold:.2f}" if base else "–"
        warm_ratio = f"{figures.warm / base.warm:.2f}" if base else "–"
        yield (
            f"| {CONTENDERS[key].name:<19} | {figures.cold * 1000:7.0f} | {cold_ratio:>6} | {figures.warm * 1000:7.0f} "
            f"| {warm_ratio:>6} | {figures.size_bytes / 1000:7.0f} | {figures.peak / 1e6:7.0f} |"
        )


def _verdicts(language: str, each: dict[str, Figures]) -> Iterator[tuple[str, bool | None]]:
    """Each target that holds in a language, in words, and whether it was met; None where nothing tells."""
    kit = each["kit"]
    for wanted in WANTED:
        if wanted.language != language:
            continue
        if REFERENCE in each:
            ratio, second = (
                getattr(kit, wanted.what) / getattr(each[key], wanted.what) for key in (REFERENCE, SECOND_REFERENCE)
            )
            text = f"{language} {wanted.what}: {ratio:.2f} times Typst, at most {wanted.most:.2f} wanted"
            yield f"{text} ({second:.2f} times Typst with simple lines)", ratio <= wanted.most
        else:
            yield f"{language} {wanted.what}: Typst was not measured, at most {wanted.most:.2f} times it wanted", None
    yield (
        f"{language} file: {kit.size_bytes / 1000:.1f} kB, under {MOST_BYTES / 1000:.0f} wanted",
        kit.size_bytes < MOST_BYTES,
    )
    yield f"{language} memory: {kit.peak / 1e6:.1f} MB, under {MOST_MEMORY / 1e6:.0f} wanted", kit.peak < MOST_MEMORY


if __name__ == "__main__":
    main()
