"""A contender's own process: it prepares cold runs, or builds variations of the statement for as long as it is asked.

`worker.py CONTENDER LANGUAGE FOLDER` prints the cold run as JSON; `worker.py CONTENDER LANGUAGE` reads one number of
a variation per line and answers each with the seconds it took, after a first line that says it is ready.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from time import perf_counter

from contenders import CONTENDERS
from example import statement_in, varied


def prepare(key: str, language: str, folder: Path) -> None:
    """Write the input of a cold run and say how to start it."""
    cold = CONTENDERS[key].load().cold(language, folder)
    print(json.dumps({"command": cold.command, "output": str(cold.output)}))


def build(key: str, language: str) -> None:
    """Build a variation for every number read."""
    contender, statement = CONTENDERS[key].load(), statement_in(language)
    print("ready", flush=True)
    for line in sys.stdin:
        task = contender.warm(varied(statement, int(line)))
        gc.collect()
        begun = perf_counter()
        pdf = task()
        seconds = perf_counter() - begun
        if not pdf.startswith(b"%PDF-"):
            raise ValueError(f"{key} made no PDF")
        print(seconds, flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 3:
        prepare(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    else:
        build(sys.argv[1], sys.argv[2])
