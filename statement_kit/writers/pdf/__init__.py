"""Pages to PDF: one glyph of the embedded font per shaped cluster, so that what is drawn is what is copied."""

from statement_kit.writers.pdf.writer import write_pdf

__all__ = ["write_pdf"]
