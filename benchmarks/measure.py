"""Times, sizes and memory of other processes, taken from a small one.

Linux counts the memory of whoever starts a process into that process's peak until it begins its own program. So this
module, and whatever runs it, imports the standard library only.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from time import perf_counter

from contenders import CONTENDERS

WORKER = Path(__file__).with_name("worker.py")
WARM_UPS = 2
EMPTY = [sys.executable, "-c", "pass"]
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


class MissingError(Exception):
    """A contender that cannot run here; the message says why."""


@dataclass(slots=True)
class Figures:
    """What was measured of one contender in one language.

    Attributes:
        cold_s: Wall time of each fresh process.
        warm_s: Wall time of each build in a process that has built before.
        peak_bytes: Most memory of each fresh process.
        size_bytes: Size of the PDF.
    """

    cold_s: list[float] = field(default_factory=list)
    warm_s: list[float] = field(default_factory=list)
    peak_bytes: list[int] = field(default_factory=list)
    size_bytes: int = 0

    @property
    def cold(self) -> float:
        """Median cold time, in seconds."""
        return median(self.cold_s)

    @property
    def warm(self) -> float:
        """Median warm time, in seconds."""
        return median(self.warm_s)

    @property
    def peak(self) -> float:
        """Median peak memory, in bytes."""
        return median(self.peak_bytes)


def measure(language: str, runs: int, scratch: Path) -> tuple[dict[str, Figures], dict[str, str], float]:
    """Measure every contender that runs here in one language, in turns, so that a slow moment hits all alike.

    Returns:
        Figures by contender; reasons by contender that is missing; median seconds of an empty Python process.
    """
    figures: dict[str, Figures] = {}
    missing: dict[str, str] = {}
    commands: dict[str, tuple[list[str], Path]] = {}
    for key in CONTENDERS:
        try:
            commands[key] = _prepared(key, language, scratch)
            figures[key] = Figures()
        except MissingError as error:
            missing[key] = str(error)
    variables = environment(scratch)
    empty: list[float] = []
    for turn in range(runs + 1):
        seconds, _ = run_process(EMPTY, variables)
        empty += [seconds] if turn else []
        for key, (command, output) in commands.items():
            seconds, peak = run_process(command, variables)
            if turn:  # the first turn fills the caches of the disk and of bytecode
                figures[key].cold_s.append(seconds)
                figures[key].peak_bytes.append(peak)
                figures[key].size_bytes = output.stat().st_size
    _warm(language, runs, figures, variables)
    return figures, missing, median(empty)


def _warm(language: str, runs: int, figures: dict[str, Figures], variables: Mapping[str, str]) -> None:
    workers = {key: Worker(key, language, variables) for key in figures}
    try:
        for number in range(1, runs + WARM_UPS + 1):
            for key, worker in workers.items():
                seconds = worker.build(number)
                if number > WARM_UPS:
                    figures[key].warm_s.append(seconds)
    finally:
        for worker in workers.values():
            worker.close()


def environment(scratch: Path) -> dict[str, str]:
    """The environment of every process measured: Python's own settings dropped, its bytecode kept in a scratch folder.

    An installed package has its bytecode beside it. A checkout, or a shell that forbids writing any, would have the kit
    compiled from source on every run.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPYCACHEPREFIX": str(scratch / "bytecode")}


def run_process(command: list[str], variables: Mapping[str, str]) -> tuple[float, int]:
    """Run a command to its end: its wall time in seconds, and its peak memory in bytes.

    Raises:
        RuntimeError: It failed.
    """
    begun = perf_counter()
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, usage.ru_maxrss * _MAXRSS_UNIT


def _prepared(key: str, language: str, scratch: Path) -> tuple[list[str], Path]:
    """The command of a cold run and the PDF it writes.

    Raises:
        MissingError: The contender is not installed, or does not load.
    """
    entry = CONTENDERS[key]
    try:
        version(entry.distribution)
    except PackageNotFoundError:
        raise MissingError(f"{entry.distribution} is not installed") from None
    folder = scratch / language / key
    folder.mkdir(parents=True)
    command = [sys.executable, str(WORKER), key, language, str(folder)]
    said = subprocess.run(command, env=environment(scratch), capture_output=True, text=True, check=False)
    if said.returncode:
        raise MissingError((said.stderr.strip().splitlines() or ["it does not load"])[-1])
    cold = json.loads(said.stdout)
    return cold["command"], Path(cold["output"])


class Worker:
    """A process that builds with one contender, again and again."""

    def __init__(self, key: str, language: str, variables: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(WORKER), key, language],
            env=variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answer()

    def build(self, number: int) -> float:
        """Build a variation of the statement: the seconds it took."""
        if self._process.stdin:
            self._process.stdin.write(f"{number}\n")
            self._process.stdin.flush()
        return float(self._answer())

    def close(self) -> None:
        """Let the process end."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait()

    def _answer(self) -> str:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended early")
        return line.strip()
