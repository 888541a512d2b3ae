"""Outside judges of DOCX files: the schemas with rules of our own, and the Open XML SDK."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

_VALIDATOR = Path(__file__).parent / "conformance" / "docx_validator"


def schema_findings(file: Path) -> list[tuple[str, str, str]]:
    """What the schemas, references and complex scripts of a file are found to lack: level, part and message."""
    validator, schemas = _schemas()
    found: list[tuple[str, str, str]] = validator.check_file(str(file), schemas).items
    return found


@lru_cache(maxsize=1)
def _schemas() -> tuple[Any, Any]:
    """The validator, and its schemas, which take long to read."""
    sys.path.insert(0, str(_VALIDATOR))
    import validate_docx

    return validate_docx, validate_docx.Schemas(_VALIDATOR / "xsd")


def sdk_errors(file: Path, judge: Callable[..., str]) -> list[Any]:
    """What the Open XML SDK finds wrong."""
    program = judge("ooxml-validator", at=os.environ.get("OOXML_VALIDATOR"))
    printed = json.loads(subprocess.run([program, file], capture_output=True, text=True, check=False).stdout)
    assert printed["file"] == str(file)
    assert printed["ok"] == (not printed["errors"])
    errors: list[Any] = printed["errors"]
    return errors
