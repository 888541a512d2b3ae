"""veraPDF, the reference validator of PDF/A and PDF/UA: fetched by its checksum, run on many files at once.

As a script it puts the validator into a folder: `python tests/conformance/verapdf.py FOLDER`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

VERSION = "1.28.2"
JAR = f"greenfield-apps-{VERSION}.jar"
URL = f"https://repo1.maven.org/maven2/org/verapdf/apps/greenfield-apps/{VERSION}/{JAR}"
SHA256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"

FLAVOURS = ("2a", "ua1")
"""The standards the kit's PDFs meet, as veraPDF names them: PDF/A-2a and PDF/UA-1."""

_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
_MOST_CONTEXTS = 3


class Fault(NamedTuple):
    """A rule of a standard that a file breaks.

    Attributes:
        clause: The clause of the standard; “no verdict” if the file could not be judged.
        test: The number of the test within the clause, in veraPDF's profile.
        description: What the clause asks for.
        times: How often it is broken.
        contexts: Where, for the first few times: a path of objects from the file's root, and what is wrong there.
    """

    clause: str
    test: int
    description: str
    times: int = 1
    contexts: tuple[str, ...] = ()

    def __str__(self) -> str:
        places = "".join(f"\n    at {context}" for context in self.contexts)
        return f"{self.clause}, test {self.test}, broken {self.times} times: {self.description}{places}"


def fetch(folder: Path, url: str = URL) -> Path:
    """The validator in a folder, downloaded unless it is there.

    Raises:
        ValueError: What was downloaded is not the file that was pinned.
        OSError: Nothing could be downloaded.
    """
    path = folder / JAR
    if path.exists() and _is_pinned(path.read_bytes()):
        return path
    with urlopen(url, timeout=120) as answer:  # noqa: S310 - the address is ours, and what it gives is checked
        data = answer.read()
    if not _is_pinned(data):
        raise ValueError(f"{url} gave a file with the SHA-256 {sha256(data).hexdigest()}, not {SHA256}")
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _is_pinned(data: bytes) -> bool:
    return sha256(data).hexdigest() == SHA256


def validate(java: str, jar: str, flavour: str, files: Iterable[Path]) -> dict[Path, list[Fault]]:
    """The faults of each file by one flavour, all found in one run: a Java machine takes a second to start.

    Raises:
        RuntimeError: The validator gave no verdict on one of the files.
    """
    asked = {str(file.resolve()): file for file in files}
    command = [java, "-Djava.awt.headless=true", "-cp", jar, _MAIN, "--flavour", flavour, "--format", "json"]
    result = subprocess.run([*command, *asked], capture_output=True, encoding="utf-8", check=False)
    jobs = json.loads(result.stdout)["report"]["jobs"] if result.stdout else []
    found = {asked[job["itemDetails"]["name"]]: list(_faults(job)) for job in jobs}
    if silent := [str(file) for file in asked.values() if file not in found]:
        raise RuntimeError(f"veraPDF gave no verdict on {', '.join(silent)}.\n{result.stderr}")
    return found


def _faults(job: dict[str, Any]) -> Iterator[Fault]:
    """What one file's report holds against it."""
    if failure := job.get("taskException"):
        yield Fault("no verdict", 0, failure["exceptionMessage"])
    for verdict in job.get("validationResult", []):
        yield from map(_fault, verdict["details"]["ruleSummaries"])
        if verdict["jobEndStatus"] != "normal":
            yield Fault("no verdict", 0, f"The validation ended before its time: {verdict['jobEndStatus']}.")


def _fault(rule: dict[str, Any]) -> Fault:
    contexts = tuple(f"{check['context']}: {check.get('errorMessage')}" for check in rule["checks"][:_MOST_CONTEXTS])
    return Fault(rule["clause"], rule["testNumber"], rule["description"], rule["failedChecks"], contexts)


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{fetch(Path(sys.argv[1]))}\n")
    except (OSError, ValueError) as error:
        sys.exit(f"veraPDF could not be fetched: {error}")
