"""A document to DOCX: named styles for every role, and a script, a face and a language for every run."""

from statement_kit.writers.docx.writer import write_docx

__all__ = ["write_docx"]
