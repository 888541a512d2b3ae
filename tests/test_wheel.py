"""The wheel: built, installed elsewhere, run from another folder, with fonts and words inside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_installed_wheel_makes_the_release_without_the_checkout(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    target = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(wheel)], check=True)
    assert (target / "statement_kit" / "samples" / "statement.km.md").is_file()
    shutil.copytree(ROOT / "examples" / "border-ceasefire", tmp_path / "folder" / "border-ceasefire")
    program = (
        "import sys, statement_kit; from statement_kit.__main__ import main; "
        f"assert statement_kit.__file__.startswith({str(target)!r}), statement_kit.__file__; "
        "sys.argv = ['statement-kit', 'build', 'border-ceasefire']; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(target)}
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path / "folder", env=environment, check=True)
    made = sorted(path.name for path in (tmp_path / "folder" / "build").iterdir())
    formats = ("docx", "pdf")
    assert made == [f"border-ceasefire.{language}.{name}" for language in ("en", "km", "th") for name in formats]
