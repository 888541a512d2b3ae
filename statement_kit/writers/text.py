"""A document as plain text: what every other format must also say, word for word."""

from __future__ import annotations

from statement_kit.document.blocks import Document


def write_text(document: Document) -> str:
    """The blocks in reading order, one to a paragraph, labels before their text."""
    return "\n\n".join(block.whole_text for block in document.blocks) + "\n"
