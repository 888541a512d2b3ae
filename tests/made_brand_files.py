"""Brands made for a test: files in a folder, and distributions that say they bring some."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#1f5f8b"/></svg>'
)


def brand_folder(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def distribution(site: Path, name: str, points: str, files: Mapping[str, str] | None = None) -> None:
    """A distribution as it lies in a folder of installed ones: what it announces, and its files."""
    records = {"METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n", "entry_points.txt": points}
    brand_folder(site / f"{name.replace('-', '_')}-1.dist-info", records)
    brand_folder(site, files or {})
