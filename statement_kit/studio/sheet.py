"""One sheet from many pages: each at a reduced scale in its place, as a PDF and as pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import accumulate, chain, zip_longest

import pikepdf

from statement_kit.brand.page import MM
from statement_kit.diagnostics import Diagnostic, LayoutError

SCALE = 0.6
"""How large a page is on the sheet."""

PIXELS_PER_INCH = 150
"""Of the picture of a sheet: enough to read the smallest of its text."""

MOST_ROWS = 8
"""How many pages of one language a sheet holds; more would be a wall."""

_GAP_PT = 8 * MM
_FRAME = "0.75 G 0.5 w"
"""A thin grey line around each page."""


def sheet(columns: Sequence[Sequence[bytes]], title: str) -> bytes:
    """The pages of several PDFs on one sheet, as large as they need: a column of each, beside one another.

    Args:
        columns: The PDFs of each column, with pages of one size.
        title: What the sheet is called.

    Raises:
        LayoutError: One of them has more pages than a sheet holds.
    """
    files = [[pikepdf.open(BytesIO(data)) for data in column] for column in columns]
    made = pikepdf.new()
    width, height = (SCALE * float(side) for side in files[0][0].pages[0].mediabox[2:])
    starts = _starts(files)
    rows = starts[-1]
    if rows > MOST_ROWS:
        message = f"The specimen takes {rows} pages in this brand, and a sheet holds {MOST_ROWS} below one another."
        hint = "Make its text smaller, or its margins."
        raise LayoutError([Diagnostic("brand/long-preview", message, hint=hint)])
    whole = (_GAP_PT + len(files) * (width + _GAP_PT), _GAP_PT + rows * (height + _GAP_PT))
    made.add_blank_page(page_size=whole)
    forms: dict[str, pikepdf.Object] = {}
    drawing: list[str] = []
    for column, together in enumerate(files):
        for row, page in _in_rows(together, starts):
            name = f"/P{len(forms)}"
            forms[name] = made.copy_foreign(page.as_form_xobject())
            x_pt = _GAP_PT + column * (width + _GAP_PT)
            y_pt = whole[1] - (row + 1) * (height + _GAP_PT)
            drawing.append(_placed(name, x_pt, y_pt, width, height))
    made.pages[0].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(forms))
    made.pages[0].obj.Contents = made.make_stream("\n".join(drawing).encode())
    made.docinfo["/Title"] = title
    out = BytesIO()
    made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for file in chain(*files, [made]):
        file.close()
    return out.getvalue()


def _starts(columns: Sequence[Sequence[pikepdf.Pdf]]) -> list[int]:
    """The row that each PDF of a column begins on, the same in all columns; and the one behind the last."""
    depths = [max(len(file.pages) for file in files if file) for files in zip_longest(*columns)]
    return [0, *accumulate(depths)]


def _in_rows(column: Sequence[pikepdf.Pdf], starts: Sequence[int]) -> Iterator[tuple[int, pikepdf.Page]]:
    for start, file in zip(starts, column, strict=False):
        yield from enumerate(file.pages, start)


def _placed(name: str, x_pt: float, y_pt: float, width: float, height: float) -> str:
    """A page in its place, with its frame."""
    frame = f"q {_FRAME} {x_pt:.3f} {y_pt:.3f} {width:.3f} {height:.3f} re S Q"
    return f"q {SCALE} 0 0 {SCALE} {x_pt:.3f} {y_pt:.3f} cm {name} Do Q\n{frame}"
