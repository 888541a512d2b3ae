"""Signatures on PDFs (PAdES, ETSI EN 319 142-1): added without changing a byte, and read in plain words.

pyHanko does the cryptography. It is an optional part of the kit, its extra `sign`, and imported only when a file is
signed or verified.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

from statement_kit.diagnostics import Diagnostic, SigningError

if TYPE_CHECKING:
    from statement_kit.signing.credentials import Credentials
    from statement_kit.signing.verification import Verification

T = TypeVar("T")

__all__ = ["load_credentials", "pdf_languages", "sign_pdf", "verify_pdf"]


def load_credentials(certificate: bytes, passphrase: str | None = None, key: bytes | None = None) -> Credentials:
    """A certificate with its private key and the certificates that vouch for it.

    Args:
        certificate: PKCS#12 (`.p12`, `.pfx`); or PEM, the signer's own certificate first.
        passphrase: What opens the key; None for none.
        key: The private key as PEM, where it is not in the same file as the certificate.

    Raises:
        SigningError: It is none of these, the passphrase is missing or wrong (`certificate/passphrase`), or the key
            belongs to another certificate.
    """
    _require_pyhanko()
    from statement_kit.signing.credentials import parse_credentials

    return parse_credentials(certificate, passphrase, key)


def sign_pdf(
    pdf: bytes,
    credentials: Credentials,
    signed_at: datetime,
    *,
    reason: str = "",
    place: str = "",
    is_visible: bool = False,
    again: bool = False,
    timestamp_url: str = "",
) -> bytes:
    """A PDF of this kit with a signature behind it; what was there before stays, byte for byte.

    Args:
        pdf: The file.
        credentials: Who signs (see `load_credentials`).
        signed_at: When, with its time zone, whose day a visible signature shows.
        reason: Why, in the signer's words.
        place: Where.
        is_visible: Whether a small stamp at the foot of the first page says who signed and when.
        again: Whether a file that has a signature may get another.
        timestamp_url: Where a time-stamping authority answers (RFC 3161), if one is to confirm the time.

    Raises:
        SigningError: The file is none of the kit's, was changed, or is signed already; the certificate is not valid
            at that time or is for another use; there is no room for a stamp, or the signer's name is too long for
            one; the authority does not answer.
        FontError: The stamp has a character that the kit's fonts lack.
    """
    _require_pyhanko()
    from statement_kit.signing.signature import Wishes, add_signature

    wishes = Wishes(reason, place, is_visible, again, timestamp_url)
    return _apart(partial(add_signature, pdf, credentials, signed_at, wishes))


def verify_pdf(pdf: bytes, trust: Sequence[bytes] = (), against: bytes | None = None) -> Verification:
    """Who signed a PDF, whether a byte changed since, and how it matches what its source makes today.

    Nothing is asked of the network: whether a certificate was withdrawn is not known from the file. Anyone can make a
    certificate in any name: without `trust` the best verdict is `unknown-signer`, of the file and not of who signed it.

    Args:
        pdf: The file.
        trust: Certificates whose word is taken, PEM or DER: an authority's, or the signer's own.
        against: The PDF that the statement folder makes, to compare with.

    Raises:
        SigningError: The file is no PDF, or is damaged or encrypted; or what is to be trusted is no certificate.
        OutputError: What it is compared with is no PDF.
    """
    _require_pyhanko()
    from statement_kit.signing.verification import verify

    return _apart(partial(verify, pdf, trust, against))


def pdf_languages(pdf: bytes) -> tuple[str, ...]:
    """The BCP 47 tags of the languages that a PDF says it is in: one, or those of a parallel edition, in order.

    Raises:
        SigningError: It does not say; or it is no PDF, or is damaged or encrypted.
    """
    _require_pyhanko()
    from statement_kit.signing.opening import languages_of, open_pdf

    if tags := languages_of(open_pdf(pdf)):
        return tags
    hint = "Compare it with what statement-kit build makes by eye."
    raise SigningError([Diagnostic("pdf/no-language", "The file does not say which language it is in.", hint=hint)])


def _apart(task: Callable[[], T]) -> T:
    """The task's result, from a thread of its own: pyHanko starts an event loop, and the caller may be in one."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(task).result()


def _require_pyhanko() -> None:
    if find_spec("pyhanko") is None:
        message = "Signing and verifying need pyHanko, which is not installed."
        hint = "Install it, in the folder of the kit: python3 -m pip install '.[sign]'."
        raise SigningError([Diagnostic("sign/not-installed", message, hint=hint)])
