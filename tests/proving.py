"""The proof of a single document's PDF, asked for by its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from statement_kit.document.blocks import Block
from statement_kit.proof import check_versions


def check_proof(
    data: bytes,
    blocks: Iterable[Block],
    pictures: Mapping[str, str] | None = None,
    logos: Mapping[str, str] | None = None,
) -> None:
    """Make sure that a PDF gives back its text: the words of pictures, then of blocks, then of logos.

    Raises:
        OutputError: With every clause that is missing, too much, out of its order or read differently.
    """
    check_versions(data, [{**(pictures or {}), **{block.id: block.whole_text for block in blocks}, **(logos or {})}])
