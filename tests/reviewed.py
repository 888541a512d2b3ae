"""What the tests of the review share: a statement folder with a register in which much looks wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import EXAMPLE

REGISTER = """number,name,acronym,kind,standing,website,name:km
1,Klahaan Organization,,,,,
2,Cambodian Alliance of Trade Unions,CATU,,,,
3,Dara Sok,,individual,withheld,,
4,Klahaan,KLH,,,https://klahaan.example.org,
5,សហជីពចម្រុះ,CATU,,,,
6,Good Nieghbors.,,,,,
7,Sok Dara,,individual,,,
8,Peace,XQ,,,,
"""
"""No. 5 is a Mixed Union, in Khmer."""


def made_folder(path: Path, register: str = REGISTER) -> Path:
    """A copy of the example with another register."""
    shutil.copytree(EXAMPLE, path)
    (path / "endorsers.csv").write_text(register, encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
