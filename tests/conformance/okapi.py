"""Okapi's library of XLIFF 2, which agencies' tools are built on: fetched by its checksums, asked through Okapi.java.

As a script it puts the library into a folder: `python tests/conformance/okapi.py FOLDER`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen

ARCHIVE = "https://repo1.maven.org/maven2"

JARS = {
    "net/sf/okapi/lib/okapi-lib-xliff2/1.48.0/okapi-lib-xliff2-1.48.0.jar": (
        "2adcd013db8186381b6dc531b980c539e166e8892a7b84b3d67348d8f7794ce2"
    ),
    "com/fasterxml/woodstox/woodstox-core/7.1.1/woodstox-core-7.1.1.jar": (
        "02b9d022e9d47704ff8a7a859a0dbfd3b2882a8311eb7ff1e180f760ccda2712"
    ),
    "org/codehaus/woodstox/stax2-api/4.2.2/stax2-api-4.2.2.jar": (
        "a61c48d553efad78bc01fffc4ac528bebbae64cbaec170b2a5e39cf61eb51abe"
    ),
    "org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar": (
        "7b751d952061954d5abfed7181c1f645d336091b679891591d63329c622eb832"
    ),
    "org/slf4j/slf4j-nop/2.0.17/slf4j-nop-2.0.17.jar": (
        "3716f83649ec66161a2edefd4f49df34d1dd1c51cdcf941996c6987260f0a829"
    ),
}
"""The library and what it stands on: path in Maven Central, and SHA-256."""

_PROGRAM = Path(__file__).parent / "Okapi.java"


def fetch(folder: Path, archive: str = ARCHIVE) -> Path:
    """The library in a folder of its own, downloaded unless it is there.

    Raises:
        ValueError: What was downloaded is not the file that was pinned.
        OSError: Nothing could be downloaded.
    """
    folder = folder / "okapi"
    folder.mkdir(parents=True, exist_ok=True)
    for name, pinned in JARS.items():
        path = folder / name.rpartition("/")[2]
        if path.exists() and sha256(path.read_bytes()).hexdigest() == pinned:
            continue
        with urlopen(f"{archive}/{name}", timeout=120) as answer:  # noqa: S310 - ours, and what it gives is checked
            data = answer.read()
        if sha256(data).hexdigest() != pinned:
            raise ValueError(f"{archive}/{name} gave a file with the SHA-256 {sha256(data).hexdigest()}, not {pinned}")
        path.write_bytes(data)
    return folder


def validate(java: str, library: str, files: Iterable[Path]) -> dict[Path, str]:
    """What the library has against each file, empty where it is valid by schema and by the rules beyond it.

    Raises:
        RuntimeError: The library gave no verdict on one of the files.
    """
    asked = {str(file): file for file in files}
    lines = _ask(java, library, "validate", *asked).splitlines()
    found = {asked[path]: fault for path, _, fault in (line.partition("\t") for line in lines)}
    if silent := [str(file) for file in asked.values() if file not in found]:
        raise RuntimeError(f"Okapi gave no verdict on {', '.join(silent)}.")
    return found


def rewrite(java: str, library: str, source: Path, target: Path, *, split: bool) -> None:
    """Read a file, part every unit into two segments if asked for, and write all of it anew.

    Raises:
        RuntimeError: The library could not.
    """
    _ask(java, library, "split" if split else "rewrite", str(source), str(target))


def _ask(java: str, library: str, *arguments: str) -> str:
    command = [java, "-cp", f"{library}/*", str(_PROGRAM), *arguments]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if result.returncode:
        raise RuntimeError(f"Okapi failed: {result.stderr}")
    return result.stdout


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{fetch(Path(sys.argv[1]))}\n")
    except (OSError, ValueError) as error:
        sys.exit(f"Okapi's library could not be fetched: {error}")
