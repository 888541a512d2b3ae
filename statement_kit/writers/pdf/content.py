"""Page content streams: the operators that draw one page (ISO 32000-1 8 and 9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby

from statement_kit.layout.frames import Bar, Line, Page, Segment
from statement_kit.text.fonts import Font
from statement_kit.text.shaping import Cluster
from statement_kit.writers.pdf.cluster_font import ClusterFont

FontOf = Callable[[Font], tuple[str, ClusterFont]]
"""The resource name and embedded font for a font of the layout."""


def page_content(page: Page, height_pt: float, font_of: FontOf) -> bytes:
    """The content stream of a page."""
    operators = [_bar(bar, height_pt) for bar in page.bars]
    for line in page.lines:
        operators += _line(line, height_pt, font_of)
    return "\n".join(operators).encode("ascii")


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A number as PDF writes it: at most three decimals, no exponent, no needless zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def colour(value: str) -> str:
    """The fill colour operator for `#rrggbb`."""
    channels = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(map(number, channels)) + " rg"


def _bar(bar: Bar, height_pt: float) -> str:
    corner = (bar.x_pt, height_pt - bar.y_pt - bar.height_pt, bar.width_pt, bar.height_pt)
    return f"{colour(bar.colour)} {' '.join(map(number, corner))} re f"


def _line(line: Line, height_pt: float, font_of: FontOf) -> Iterator[str]:
    yield "BT"
    for segment in line.segments:
        yield colour(segment.colour)
        yield f"1 0 0 1 {number(segment.x_pt)} {number(height_pt - line.baseline_pt + segment.rise_pt)} Tm"
        yield from _segment(segment, font_of)
    yield "ET"


def _segment(segment: Segment, font_of: FontOf) -> Iterator[str]:
    for (font, size_pt), clusters in groupby(segment.clusters, lambda cluster: (cluster.font, cluster.size_pt)):
        name, embedded = font_of(font)
        # To six decimals: what is lost here is lost again at every cluster of the run.
        yield f"/{name} {round(size_pt, 6)} Tf"
        yield _show(list(clusters), embedded)


def _show(clusters: list[Cluster], embedded: ClusterFont) -> str:
    """One `TJ` for a run: codes in hexadecimal, kerning and what justification adds as numbers between them."""
    units = embedded.font.units_per_em
    shown, codes = [], ""
    for cluster in clusters:
        code = embedded.code(cluster)
        codes += f"{code:04X}"
        if kern := cluster.advance + cluster.gap - embedded.widths[code]:
            shown += [f"<{codes}>", number(-1000 * kern / units)]
            codes = ""
    if codes:
        shown.append(f"<{codes}>")
    return f"[{' '.join(shown)}] TJ"
