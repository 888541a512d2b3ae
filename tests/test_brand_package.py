"""The example of a brand as a package: it installs offline, and builds by its name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "examples" / "brand-package"


def test_the_package_is_installed_and_its_brand_makes_files_by_its_name(tmp_path: Path) -> None:
    source, target = shutil.copytree(PACKAGE, tmp_path / "package"), tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-index"]
    install = [*pip, "--no-deps", "--no-build-isolation", "--target", str(target), str(source)]
    subprocess.run(install, check=True)
    shutil.rmtree(source)
    command = [sys.executable, "-m", "statement_kit", "build", str(ROOT / "examples" / "border-ceasefire")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(target), str(ROOT)])}
    subprocess.run([*command, "--brand", "riverside"], cwd=tmp_path, env=environment, check=True)
    made = sorted(path.name for path in (tmp_path / "build").iterdir())
    formats = ("docx", "pdf")
    assert made == [f"border-ceasefire.riverside.{tag}.{kind}" for tag in ("en", "km", "th") for kind in formats]


def test_its_page_names_all_its_files() -> None:
    readme = (PACKAGE / "README.md").read_text(encoding="utf-8")
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [path.name for path in files if path.name not in readme and path.name != "README.md"] == []
