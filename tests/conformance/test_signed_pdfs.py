"""Signed PDFs before the judges of their standards: a signature, seen or not, once or twice, breaks neither."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path

import pytest
from verapdf import FLAVOURS, Fault, validate

from statement_kit import PROFILES, Format, render, sign_pdf
from statement_kit.catalogs import load_catalog
from statement_kit.source.folder import load_folder
from statement_kit.translation.translate import translate

sys.path.append(str(Path(__file__).parents[1] / "signing"))
from issuer import SIGNED_AT, issue

EXAMPLE = Path(__file__).parents[2] / "examples" / "border-ceasefire"
WAYS = ("unseen", "seen", "twice")
NAMES = [f"kit.{language}.{how}" for language, how in product(("en", "km", "th"), WAYS)]
NAMES += [f"th-official.th.{how}" for how in WAYS]


def signed(name: str) -> bytes:
    """The example's PDF by brand, language and the way it is signed."""
    brand, language, how = name.split(".")
    statement = load_folder(EXAMPLE).statement
    if language != statement.language:
        statement = translate(statement, load_catalog(EXAMPLE, language)).statement
    credentials = issue("Border Families").credentials
    pdf = sign_pdf(render(statement, Format.PDF, PROFILES[brand]), credentials, SIGNED_AT, is_visible=how != "unseen")
    if how != "twice":
        return pdf
    # Below the low page label of Thai official letters there is room for one line, and so for one stamp.
    is_visible = (brand, language) != ("th-official", "th")
    return sign_pdf(pdf, credentials, SIGNED_AT, is_visible=is_visible, again=True)


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the signed PDFs."""
    folder = tmp_path_factory.mktemp("signed")
    for name in NAMES:
        (folder / f"{name}.pdf").write_bytes(signed(name))
    return folder


@pytest.fixture(scope="module")
def verdicts(pdfs: Path, judge: Callable[..., str]) -> Mapping[str, Mapping[Path, list[Fault]]]:
    """What veraPDF says of them, by flavour."""
    java, jar = judge("java"), judge("veraPDF", at=os.environ.get("VERAPDF"))
    return {flavour: validate(java, jar, flavour, sorted(pdfs.glob("*.pdf"))) for flavour in FLAVOURS}


@pytest.mark.parametrize(("name", "flavour"), list(product(NAMES, FLAVOURS)))
def test_a_signed_pdf_meets_its_standard(
    name: str, flavour: str, pdfs: Path, verdicts: Mapping[str, Mapping[Path, list[Fault]]]
) -> None:
    faults = verdicts[flavour][pdfs / f"{name}.pdf"]
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("name", NAMES)
def test_qpdf_finds_no_fault_in_a_signed_pdf(name: str, pdfs: Path, judge: Callable[[str], str]) -> None:
    command = [judge("qpdf"), "--check", pdfs / f"{name}.pdf"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
