"""What the settings of brand files come to that extend each other: of each key the last, of each picture its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statement_kit.brand import Brand
from statement_kit.diagnostics import Diagnostic
from statement_kit.source.brand_kinds import NO_PICTURE
from statement_kit.source.brand_settings import BrandSettings, Setting
from statement_kit.source.toml_table import wrong

Names = tuple[str, ...]
"""The names of a key, from the outermost table on."""

_OF_A_LOGO = (("logo", "dark"), ("logo", "alt"))
"""What speaks of one picture and no other."""

_RIVALS = (("watermark", "file"), ("watermark", "words"))
"""What a watermark has one of."""


def merged(chain: Sequence[BrandSettings]) -> dict[Names, Setting]:
    """The settings of several files, by path.

    Args:
        chain: The files, each before the one that extends it.
    """
    settings: dict[Names, Setting] = {}
    for one in chain:
        kept = {path: setting for path, setting in settings.items() if not _replaces(one, path)}
        own = {path: setting for path, setting in one.settings.items() if setting.key.at}
        settings = {**kept, **{path: setting for path, setting in own.items() if not _takes_away(one, path[0])}}
    return settings


def picture_problems(chain: Sequence[BrandSettings], look: Brand) -> Iterator[Diagnostic]:
    """What is said of pictures that are not there, and in which file.

    Args:
        chain: The files, each before the one that extends it.
        look: The look of the kit at the bottom.
    """
    for one in chain:
        yield from _idle(one)
    yield from _missing(chain, "logo", ["file"], look.logo)
    yield from _missing(chain, "watermark", ["file", "words"], look.backdrop)


def _takes_away(one: BrandSettings, table: str) -> bool:
    """Whether a file takes away the picture of a table."""
    file = one.settings.get((table, "file"))
    return file is not None and file.value == NO_PICTURE


def _replaces(one: BrandSettings, path: Names) -> bool:
    """Whether what earlier files said under a path goes in this one, together with the picture that it was said of."""
    if _takes_away(one, path[0]):
        return True
    if path[:2] in _OF_A_LOGO:
        return ("logo", "file") in one.settings
    return path[:2] in _RIVALS and any(other[:2] in _RIVALS and other[:2] != path[:2] for other in one.settings)


def _idle(one: BrandSettings) -> Iterator[Diagnostic]:
    """What a file says of a logo or a watermark that it takes away."""
    for path, setting in one.settings.items():
        if path[1:] != ("file",) and _takes_away(one, path[0]):
            message = f"“{'.'.join(path)}” says something of the {path[0]}, which “{path[0]}.file” takes away."
            hint = f"Remove it, or set “{path[0]}.file” to a picture."
            if path[:2] == ("watermark", "words"):
                hint = "Remove “watermark.file”: words replace a picture by themselves."
            yield wrong("idle-key", message, setting.where, hint)


def _missing(chain: Sequence[BrandSettings], table: str, wanted: Sequence[str], has: object) -> Iterator[Diagnostic]:
    """That a table says how something looks that is not there."""
    since = max((number for number, one in enumerate(chain, 1) if _takes_away(one, table)), default=0)
    later = chain[since:]
    named = {path[:2] for one in later for path in one.named}
    own = [setting for one in later for path, setting in one.settings.items() if path[0] == table]
    if own and not has and not any((table, name) in named for name in wanted):
        names = " or ".join(f"“{name}”" for name in wanted)
        where = next(filter(None, (one.places.get(table) for one in later)), own[0].where)
        yield wrong("missing-key", f"The {table} lacks its {names}.", where, f"Add it, or remove [{table}].")
