"""Where a cold build's time goes before it builds: every import of `statement-kit build`, summed by package.

Run `python3 benchmarks/start.py`. A package's time is its modules' own; who brings it in is the nearest importer from
another package. Timing each import makes all of them slower, so read shares rather than sums.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from measure import EMPTY, environment, run_process

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "border-ceasefire"
SCRIPT = Path(sys.executable).with_name("statement-kit")
STANDARD = "standard library"


@dataclass(frozen=True, slots=True)
class Import:
    """One module as it was imported: its own time in microseconds, and the module that asked for it."""

    module: str
    own_us: int
    importer: str

    @property
    def package(self) -> str:
        """The package it is counted under."""
        return package_of(self.module)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", default="km", choices=("km", "en", "th"))
    parser.add_argument("--runs", type=int, default=5, help="runs to take the median of (default: 5)")
    parser.add_argument("--top", type=int, default=15, help="single modules to list (default: 15)")
    options = parser.parse_args()
    with TemporaryDirectory() as out:
        build = [str(SCRIPT), "build", str(FOLDER), "--lang", options.lang, "--format", "pdf", "--out", out]
        variables = environment(Path(out))
        run_process(build, variables)
        whole = median(run_process(build, variables)[0] for _ in range(options.runs))
        empty = median(run_process(EMPTY, variables)[0] for _ in range(options.runs))
        runs = [_imports(build, variables) for _ in range(options.runs)]
    print("\n".join(_report(runs, whole, empty, options.top)))


def _imports(build: Sequence[str], variables: Mapping[str, str]) -> list[Import]:
    said = subprocess.run(
        [sys.executable, "-X", "importtime", *build],
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    return list(parse_importtime(said.stderr))


def parse_importtime(text: str) -> Iterator[Import]:
    """The imports of a `-X importtime` listing, in which an importer stands below what it imports, indented less."""
    waiting: list[tuple[int, str]] = []
    for line in reversed(text.splitlines()):
        own, _, rest = line.removeprefix("import time:").partition("|")
        _, _, name = rest.partition("|")
        if not own.strip().isdigit():
            continue
        depth = len(name) - len(name.lstrip())
        while waiting and waiting[-1][0] >= depth:
            waiting.pop()
        module = name.strip()
        importer = next((above for _, above in reversed(waiting) if package_of(above) != package_of(module)), "start")
        yield Import(module, int(own), importer)
        waiting.append((depth, module))


def package_of(module: str) -> str:
    """The top-level package of a module; the standard library is one."""
    top = module.partition(".")[0]
    return STANDARD if top in sys.stdlib_module_names or top in sys.builtin_module_names else top


def _report(runs: list[list[Import]], whole: float, empty: float, top: int) -> Iterator[str]:
    own = {
        module: median(times) / 1000
        for module, times in _gathered((found.module, found.own_us) for run in runs for found in run).items()
    }
    packages: defaultdict[str, float] = defaultdict(float)
    modules: defaultdict[str, int] = defaultdict(int)
    importers: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for found in runs[0]:
        packages[found.package] += own[found.module]
        modules[found.package] += 1
        importers[found.package][found.importer] += own[found.module]
    total = sum(own.values())
    yield f"A cold build takes {whole * 1000:.0f} ms, an empty Python process {empty * 1000:.0f} ms (untraced)."
    yield f"Traced, {len(own)} imports take {total:.0f} ms."
    yield ""
    yield "| package            | modules |   own ms | share | most of it brought in by"
    yield "| ------------------ | ------: | -------: | ----: | ------------------------"
    for package, spent in sorted(packages.items(), key=lambda item: -item[1]):
        importer = max(importers[package], key=importers[package].__getitem__)
        yield f"| {package:<18} | {modules[package]:7} | {spent:8.1f} | {spent / total:5.0%} | {importer}"
    yield ""
    yield "| module                                   |   own ms | brought in by"
    yield "| ---------------------------------------- | -------: | -------------"
    brought = {found.module: found.importer for found in runs[0]}
    for module, spent in sorted(own.items(), key=lambda item: -item[1])[:top]:
        yield f"| {module:<40} | {spent:8.1f} | {brought.get(module, '')}"


def _gathered(pairs: Iterator[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


if __name__ == "__main__":
    main()
