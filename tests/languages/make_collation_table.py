"""The weights that names are sorted by, made anew: ICU4J is fetched by its checksum and asked by CollationTable.java.

As a script it writes the table: `python tests/languages/make_collation_table.py FOLDER`, with a folder for what is
fetched. It needs a JDK of Java 17 or newer. For another version of CLDR, change ARCHIVE and its checksum.
"""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen

ARCHIVE = "https://repo1.maven.org/maven2/com/ibm/icu/icu4j/78.2/icu4j-78.2.jar"
PINNED = "70627c3ff4b9077f6c3dc2156fb480821f9c1a041b645373f2a0391aae3552a1"

TABLE = Path(__file__).parents[2] / "statement_kit" / "languages" / "collation_data" / "cldr.txt"

_PROGRAM = Path(__file__).parent / "CollationTable.java"


def fetch(folder: Path) -> Path:
    """ICU4J in a folder, downloaded unless it is there.

    Raises:
        ValueError: What was downloaded is not the file that was pinned.
        OSError: Nothing could be downloaded.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / ARCHIVE.rpartition("/")[2]
    if not path.exists():
        with urlopen(ARCHIVE, timeout=120) as answer:
            path.write_bytes(answer.read())
    if (found := sha256(path.read_bytes()).hexdigest()) != PINNED:
        raise ValueError(f"{path} has the SHA-256 {found}, not {PINNED}")
    return path


def made_table(library: Path, java: str = "java") -> str:
    """The table as ICU4J has it.

    Raises:
        subprocess.CalledProcessError: Java could not make it.
    """
    command = [java, "-cp", str(library), str(_PROGRAM)]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    try:
        TABLE.write_text(made_table(fetch(Path(sys.argv[1]))), encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        sys.exit(f"ICU4J could not be fetched: {error}")
