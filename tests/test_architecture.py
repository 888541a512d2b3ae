"""The arrows of ARCHITECTURE.md, read from the imports themselves."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "statement_kit"

STAGES = {
    "diagnostics": set(),
    "resources": set(),
    "languages": set(),
    "markup": {"diagnostics"},
    "values": {"diagnostics"},
    "endorsers": {"pictures"},
    "endorser_checks": {"diagnostics", "endorsers", "markup", "values"},
    "passages": {"diagnostics", "values"},
    "press": {"passages"},
    "press_checks": {"diagnostics", "markup", "passages", "press", "values"},
    "embargo": {"diagnostics", "languages", "press", "press_checks", "values"},
    "model": {
        "diagnostics",
        "endorser_checks",
        "endorsers",
        "markup",
        "passages",
        "press",
        "press_checks",
        "values",
    },
    "output": {"diagnostics"},
    "locking": {"diagnostics"},
    "csv_rows": {"diagnostics"},
    "outline_pen": set(),
    "pdfium": set(),
    "pictures": {"diagnostics", "outline_pen", "pdfium"},
    "brand": {"diagnostics", "document", "languages", "markup", "model", "pictures", "text", "values"},
    "editions": {"diagnostics", "values"},
    "document": {
        "diagnostics",
        "editions",
        "endorsers",
        "languages",
        "markup",
        "model",
        "passages",
        "pictures",
        "press",
    },
    "readiness": set(),
    "source": {
        "brand",
        "csv_rows",
        "diagnostics",
        "document",
        "editions",
        "endorser_checks",
        "endorsers",
        "languages",
        "markup",
        "model",
        "passages",
        "pictures",
        "press",
        "press_checks",
        "readiness",
        "register",
        "text",
        "values",
    },
    "translation": {"csv_rows", "diagnostics", "languages", "markup", "model", "readiness", "values"},
    "alarms": {"languages", "markup", "translation"},
    "register": {"csv_rows", "diagnostics", "endorsers", "markup", "pictures", "values"},
    "sign_ons": {"diagnostics", "languages", "markup", "register", "values"},
    "linting": {"diagnostics", "endorsers", "languages", "markup", "model", "register", "values"},
    "text": {"diagnostics", "languages", "outline_pen"},
    "faces": {"brand", "diagnostics", "languages", "text"},
    "arranging": {"brand", "document", "faces", "languages", "pictures", "text"},
    "layout": {"arranging", "brand", "diagnostics", "document", "faces", "languages", "markup", "pictures", "text"},
    "writers.text": {"document", "markup"},
    "writers.pdf": {"diagnostics", "document", "languages", "layout", "markup", "pictures", "text"},
    "writers.docx": {
        "arranging",
        "brand",
        "diagnostics",
        "document",
        "faces",
        "languages",
        "markup",
        "pictures",
        "text",
    },
    "proof": {"diagnostics", "document", "pdfium", "text"},
    "rendering": {
        "arranging",
        "brand",
        "diagnostics",
        "document",
        "layout",
        "proof",
        "resources",
        "text",
        "writers.docx",
        "writers.pdf",
        "writers.text",
    },
    "packs": {"diagnostics", "languages", "markup", "model", "translation", "values", "writers.docx"},
    "catalogs": {"diagnostics", "locking", "output", "readiness", "source", "translation"},
    "claims": {"diagnostics", "languages", "markup", "model"},
    "register_files": {"diagnostics", "endorsers", "register", "source"},
    "enrolment": {
        "diagnostics",
        "linting",
        "locking",
        "markup",
        "output",
        "register",
        "register_files",
        "sign_ons",
        "source",
    },
    "desk": {
        "alarms",
        "catalogs",
        "claims",
        "diagnostics",
        "locking",
        "model",
        "output",
        "press_checks",
        "readiness",
        "source",
        "translation",
    },
    "lookbook": {"brand", "diagnostics", "source"},
    "samples": set(),
    "starting": {"catalogs", "diagnostics", "model", "output", "samples", "source", "translation"},
    "studio": {
        "arranging",
        "brand",
        "diagnostics",
        "document",
        "endorsers",
        "languages",
        "layout",
        "markup",
        "output",
        "pictures",
        "resources",
        "samples",
        "source",
        "text",
        "translation",
        "writers.pdf",
    },
    "packing": {"catalogs", "desk", "diagnostics", "locking", "output", "packs", "source", "translation"},
    "register_review": {
        "diagnostics",
        "endorsers",
        "linting",
        "locking",
        "output",
        "register",
        "register_files",
        "source",
    },
    "extractor": {"diagnostics", "source"},
    "signing": {
        "brand",
        "diagnostics",
        "document",
        "languages",
        "layout",
        "pdfium",
        "proof",
        "resources",
        "text",
        "translation",
        "writers.pdf",
    },
}
"""What each stage may import of the kit; `release`, `__init__`, `commands` and `__main__` stand above them all."""

LIBRARIES = {
    "reportlab": {"writers.pdf"},
    "docx": {"packs", "writers.docx"},
    "lxml": {"packs", "pictures", "writers.docx"},
    "openpyxl": {"packs"},
    "PIL": {"pictures"},
    "pikepdf": {"pictures", "signing", "studio"},
    "tinycss2": {"pictures"},
    "fontTools": {"outline_pen", "pictures", "text"},
    "brotli": {"text"},
    "uharfbuzz": {"text"},
    "icu4py": {"languages", "text"},
    "babel": {"languages", "translation"},
    "markdown_it": {"markup", "source"},
    "mdit_py_plugins": {"source"},
    "pyphen": {"text"},
    "python_calamine": {"sign_ons"},
    "rapidfuzz": {"linting"},
    "charset_normalizer": {"source"},
    "pypdfium2": {"pictures", "proof", "signing"},
    "pyhanko": {"signing"},
    "pyhanko_certvalidator": {"signing"},
    "cryptography": {"signing"},
    "asn1crypto": {"signing"},
    "click": {"__main__", "commands"},
    "rich": {"commands"},
    "filelock": {"locking"},
}
"""Where each third-party library may be imported."""

ABOVE = {"release", "__init__", "__main__", "commands"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def stage_of(dotted: str) -> str:
    """The stage of a module name below `statement_kit`: two names deep for writers, one elsewhere."""
    parts = dotted.split(".")
    return ".".join(parts[:2]) if parts[0] == "writers" and len(parts) > 1 else parts[0]


def dotted_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", modules(), ids=dotted_name)
def test_a_stage_imports_only_the_stages_before_it(path: Path) -> None:
    stage = stage_of(dotted_name(path))
    if stage in ABOVE or dotted_name(path) == "writers.__init__":
        return
    known = {
        stage_of(name.removeprefix("statement_kit.")) for name in imports(path) if name.startswith("statement_kit.")
    }
    assert known - {stage} <= STAGES[stage]


@pytest.mark.parametrize("path", modules(), ids=dotted_name)
def test_a_library_is_imported_in_its_own_package_only(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)} - sys.stdlib_module_names - {"statement_kit"}
    assert {library for library in outside if stage_of(dotted_name(path)) not in LIBRARIES.get(library, set())} == set()


def test_every_stage_of_the_table_exists() -> None:
    found = {stage_of(dotted_name(path)) for path in modules()} - ABOVE - {"writers"}
    assert found - {"writers.__init__"} == STAGES.keys()


def test_every_path_that_architecture_names_exists() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:statement_kit|fonts|translations|examples|tests|benchmarks|\.ci)/[^`*{}<>\s]*)`", text)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("path", modules(), ids=dotted_name)
def test_modules_stay_small_enough_to_read_at_once(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
