"""How long the search for the best line ends takes, in a process that has laid the statement out before."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from example import document_of, statement_in

from statement_kit.brand import Brand
from statement_kit.languages.registry import Alignment
from statement_kit.layout import paragraphs
from statement_kit.layout.pages import lay_out
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import font_library

WARM_UPS = 2
SEARCHES = ("break_lines", "balanced_lines")
"""What `layout.paragraphs` calls for the line ends of a block."""


def breaking_s(language: str, alignment: Alignment, runs: int) -> list[float]:
    """Per run, the time it takes to find the line ends of all blocks of the example, endorsers and title too."""
    document, library = document_of(statement_in(language)), font_library(fonts_folder())
    brand = replace(Brand(), alignment={language: alignment})
    found = []
    for _ in range(WARM_UPS + runs):
        gc.collect()
        with _timed() as spent:
            lay_out(document, brand, library)
        found.append(sum(spent))
    return found[WARM_UPS:]


def breaking_ms(seconds: list[float]) -> float:
    """The median of runs, in ms."""
    return median(seconds) * 1000


@contextmanager
def _timed() -> Iterator[list[float]]:
    """Time every search for line ends while this lasts."""
    spent: list[float] = []

    def timed(search: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            begun = perf_counter()
            try:
                return search(*arguments, **options)
            finally:
                spent.append(perf_counter() - begun)

        return run

    searches: dict[str, Any] = {name: timed(getattr(paragraphs, name)) for name in SEARCHES}
    with patch.multiple(paragraphs, **searches):
        yield spent
