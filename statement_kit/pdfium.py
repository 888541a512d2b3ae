"""PDFium, which reads PDFs for this kit and may be used by one thread at a time only."""

from __future__ import annotations

from threading import RLock

LOCK = RLock()
"""Held by whoever calls PDFium: it keeps state of its own, and two threads at once get each other's text."""
