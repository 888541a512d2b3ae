"""A brand judged before anybody prints it: what would embarrass, though files could be made of it.

What no file could be made of is refused when a brand is read; here stands what only somebody who looks would see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand, letterhead_problems, logo_warnings
from statement_kit.diagnostics import Diagnostic, FontError, LayoutError, Location, Severity, SourceError, locate
from statement_kit.layout.pages import lay_out
from statement_kit.resources import fonts_folder
from statement_kit.studio.logos import logo_findings
from statement_kit.studio.sizes import size_findings
from statement_kit.studio.specimen import languages_of, specimen_languages, specimens
from statement_kit.studio.typefaces import font_findings
from statement_kit.studio.unused import unused_findings
from statement_kit.text.fonts import FontLibrary, font_library


def check_brand(brand: Brand, places: Mapping[str, Location] | None = None) -> list[Diagnostic]:
    """Everything that speaks against a brand, errors and warnings, each once.

    Args:
        brand: The brand.
        places: Where parts of it stand, by the ids that findings call them.
    """
    library = font_library(fonts_folder()).with_files(brand.fonts)
    languages = languages_of(brand)
    found = [
        *letterhead_problems(brand, languages),
        *_unsaid(brand, languages),
        *font_findings(brand, languages, library),
        *logo_warnings(brand),
        *logo_findings(brand),
        *size_findings(brand, languages, places or {}),
        *unused_findings(brand),
    ]
    if not any(one.severity is Severity.ERROR for one in found):
        found += _set(brand, library)
    return list(dict.fromkeys(_placed(found, places or {})))


def _unsaid(brand: Brand, languages: Iterable[str]) -> Iterator[Diagnostic]:
    """Languages in which a watermark says nothing, though it does in others."""
    words = brand.backdrop.words if brand.backdrop else {}
    for tag in languages:
        if words and tag not in words:
            message = f"The watermark has no words in “{tag}”: pages in it have none."
            hint = f'Add {tag} = "…" under [watermark.words].'
            yield Diagnostic(
                "brand/no-watermark", message, hint=hint, clause="brand.watermark", severity=Severity.WARNING
            )


def _set(brand: Brand, library: FontLibrary) -> Iterator[Diagnostic]:
    """What stands in the way when the specimen is really set."""
    for tag in specimen_languages(brand):
        try:
            for document in specimens(tag):
                lay_out(with_label_forms(document, brand), brand, library)
        except (FontError, LayoutError, SourceError) as error:
            for one in error.diagnostics:
                yield replace(one, message=f"{one.message} (In the specimen in “{tag}”.)")


def _placed(found: Sequence[Diagnostic], places: Mapping[str, Location]) -> list[Diagnostic]:
    """Findings at the line of what they are about; of the table it stands in, or else in the file."""
    clauses = {one.clause for one in found if one.clause}
    return locate(found, {clause: where for clause in clauses if (where := _nearest(clause, places))})


def _nearest(clause: str, places: Mapping[str, Location]) -> Location | None:
    """The place of an id with dots; where it has none, that of what it stands in, or the file's."""
    steps = clause.split(".")
    ways = (".".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next((places[way] for way in ways if way in places), places.get("brand"))
