"""What the tests of signatures share: the example's PDFs, an authority, and whom it vouches for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from issuer import SIGNED_AT, Owner, issue
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from statement_kit import build, sign_pdf

EXAMPLE = Path(__file__).parents[2] / "examples" / "border-ceasefire"
LANGUAGES = ("en", "km", "th")


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The example's PDF by language."""
    made = build(EXAMPLE, tmp_path_factory.mktemp("pdfs"), formats="pdf")
    return {path.suffixes[0].removeprefix("."): path.read_bytes() for path in made.files}


@pytest.fixture(scope="session")
def authority() -> Owner:
    """Who vouches for the signer."""
    return issue("Peace Register", is_authority=True, organisation="Register of Associations", email="")


@pytest.fixture(scope="session")
def signer(authority: Owner) -> Owner:
    """Who signs."""
    return issue(issuer=authority, key=rsa.generate_private_key(65537, 2048))


@pytest.fixture(scope="session")
def other(authority: Owner) -> Owner:
    """Another member of the coalition."""
    return issue("Mekong Watch", authority, organisation="", email="")


@pytest.fixture(scope="session")
def signed(pdfs: Mapping[str, bytes], signer: Owner) -> Mapping[str, bytes]:
    """The example's PDFs, each with an invisible signature."""
    return {tag: sign_pdf(pdf, signer.credentials, SIGNED_AT) for tag, pdf in pdfs.items()}


@pytest.fixture(scope="session")
def stamped(pdfs: Mapping[str, bytes], signer: Owner) -> Mapping[str, bytes]:
    """The example's PDFs, each with a visible signature."""
    return {tag: sign_pdf(pdf, signer.credentials, SIGNED_AT, is_visible=True) for tag, pdf in pdfs.items()}


@pytest.fixture(scope="session")
def update() -> Callable[[bytes, Callable[[IncrementalPdfFileWriter], object]], bytes]:
    """Append an update to a file, as somebody would who wants to change it unseen."""

    def append(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], object]) -> bytes:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        change(writer)
        made = BytesIO()
        writer.write(made)
        return made.getvalue()

    return append
