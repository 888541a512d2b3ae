"""How long an NGO waits for its own look: from no brand at all to files in it, each command a fresh process.

Run `python3 benchmarks/brands.py`. `brand new` gets a name and a logo, `build --brand` makes the example's PDF and DOCX
in one language; `brand check` and `brand preview` judge and show the brand in that language.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from measure import environment, run_process

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "examples" / "border-ceasefire"
LOGO = ROOT / "examples" / "brand-package" / "src" / "riverside_brand" / "logo.svg"
SCRIPT = Path(sys.executable).with_name("statement-kit")

WANTED_S = 3.0
"""What `brand new` and `build` may take together, cold, on two cores."""

NAMES: Mapping[str, str] = {"en": "Friends of the River", "km": "មិត្តទន្លេ", "th": "มิตรแม่น้ำ"}
"""The name of an organisation that is invented: “friends of the river”, thrice."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs to take the median of (default: 5)")
    runs = parser.parse_args().runs
    print("|    | brand new | build | together | of a core | brand check | brand preview |")
    print("| -- | --------: | ----: | -------: | --------: | ----------: | ------------: |")
    slowest = 0.0
    for language in NAMES:
        (new, build, check, preview), (busy_new, busy_build, *_) = _measured(language, runs)
        slowest, busy = max(slowest, new + build), busy_new + busy_build
        together = f"{new:9.2f} | {build:5.2f} | {new + build:8.2f} | {busy:9.2f}"
        print(f"| {language} | {together} | {check:11.2f} | {preview:13.2f} |", flush=True)
    print(f"Seconds. Wanted: {WANTED_S:.0f} s together. {'Met' if slowest <= WANTED_S else 'Missed'}.")
    print("“Of a core” is what new and build keep one busy: where the machine has other work, that counts.")


def commands(language: str, brand: Path, out: Path) -> Sequence[Sequence[str]]:
    """The commands, in the order in which somebody types them."""
    name = f"{language}={NAMES[language]}"
    return (
        [str(SCRIPT), "brand", "new", str(brand), "--name", name, "--accent", "#1f5f8b", "--logo", str(LOGO)],
        [str(SCRIPT), "build", str(FOLDER), "--brand", str(brand), "--lang", language, "--out", str(out)],
        [str(SCRIPT), "brand", "check", str(brand)],
        [str(SCRIPT), "brand", "preview", str(brand), "--out", str(out)],
    )


def _measured(language: str, runs: int) -> tuple[Sequence[float], Sequence[float]]:
    """Median seconds of each command: by the clock, and of a core."""
    taken: list[list[tuple[float, float]]] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        variables = environment(folder)
        for _ in range(runs + 1):
            shutil.rmtree(folder / "brand", ignore_errors=True)
            taken.append([_run(each, variables) for each in commands(language, folder / "brand", folder)])
    by_command = list(zip(*taken[1:], strict=True))  # the first run warms the caches of the disk
    clock, core = ([median(each[at] for each in times) for times in by_command] for at in (0, 1))
    return clock, core


def _run(command: Sequence[str], variables: Mapping[str, str]) -> tuple[float, float]:
    """Seconds of a command, by the clock and of a core."""
    before = _busy()
    seconds, _ = run_process(list(command), variables)
    return seconds, _busy() - before


def _busy() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
