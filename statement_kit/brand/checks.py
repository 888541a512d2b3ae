"""What no page could be made of: values of a brand that are missing, unknown, of another kind or out of range.

What each value must be stands in `kinds`; what is left for the text, once all of them are sound, is measured in
`page_checks`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from statement_kit.brand.backdrop_checks import backdrop_problems
from statement_kit.brand.contrast import contrast_problems
from statement_kit.brand.kinds import kind_problems
from statement_kit.brand.logo import logo_problems, missing_alt_problems
from statement_kit.brand.page_checks import furniture_problems, line_problems, page_problems
from statement_kit.brand.style_checks import style_problems
from statement_kit.brand.value_checks import value_problems
from statement_kit.diagnostics import Diagnostic

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand


def brand_problems(brand: Brand) -> list[Diagnostic]:
    """What the first of the checks finds that finds anything: each relies on those before it."""
    checks = (
        kind_problems(brand),
        value_problems(brand),
        page_problems(brand),
        style_problems(brand),
        line_problems(brand),
        chain(contrast_problems(brand), logo_problems(brand), furniture_problems(brand), backdrop_problems(brand)),
    )
    return next(filter(None, map(list, checks)), [])


def letterhead_problems(brand: Brand, tags: Collection[str]) -> Iterator[Diagnostic]:
    """What a letterhead lacks for documents in these languages; its logo too.

    No letterhead is ever printed in another language than its document's, and no part of one is left
    out in silence.

    Args:
        brand: Whose letterhead.
        tags: The languages of the documents.
    """
    lines = '["…"], or [] for none'
    tables = (("name", brand.names, '"…"'), ("letterhead", brand.letterhead, lines), ("footer", brand.footer, lines))
    for key, table, example in tables:
        for tag in tags:
            if table and tag not in table:
                hint = f"Add {tag} = {example} under [{key}]."
                message = f"The brand has no {key} in “{tag}”."
                yield Diagnostic(f"brand/no-{key}", message, hint=hint, clause=f"brand.{key}")
    yield from missing_alt_problems(brand, tags)
