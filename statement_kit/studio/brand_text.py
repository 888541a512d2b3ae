"""The text of a new `brand.toml`: every key with its meaning, what is known switched on, all others to be tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from statement_kit.languages.registry import LANGUAGES
from statement_kit.source.brand_key import ARRAYS, BrandKey, header
from statement_kit.source.brand_keys import KEYS
from statement_kit.source.brand_kinds import quoted

_HEAD = """\
# A brand: how statements look. It can be used as it stands; statement-kit’s BRANDS.md explains every key.
#
# A line that begins with # is asleep. To try it, remove the # and change what stands behind the equals sign.
#     statement-kit brand check THIS-FILE      says what would embarrass
#     statement-kit brand preview THIS-FILE    shows everything on one sheet
"""

_WIDTH = 116
_EACH = "LANGUAGE"


def brand_text(known: Mapping[str, str | float]) -> str:
    """A brand file that says what is known.

    Args:
        known: Values by the path of their keys, as `colours.accent`.
    """
    tags = [path.partition(".")[2] for path in known if path.startswith("name.")] or list(LANGUAGES)
    lines = _HEAD.splitlines()
    for tables, keys in _by_table(key for key in KEYS if key.steps[0] not in ARRAYS).items():
        lines += ["", *([header(tables)] if tables else [])]
        for key in keys:
            lines += _key(key, known, tags)
    for array in ARRAYS:
        lines += ["", *_array(array, [key for key in KEYS if key.steps[0] == array], tags)]
    return "\n".join([*lines, ""])


def _by_table(keys: Iterable[BrandKey]) -> Mapping[tuple[str, ...], list[BrandKey]]:
    """Keys by the table that their examples stand in, in the order in which the first of each comes."""
    tables: dict[tuple[str, ...], list[BrandKey]] = {}
    for key in keys:
        tables.setdefault(key.sample[:-1], []).append(key)
    return tables


def _key(key: BrandKey, known: Mapping[str, str | float], tags: Iterable[str]) -> Iterator[str]:
    """A key with its meaning; one for each language where it has one for each."""
    yield from _comment(key)
    if key.name == _EACH:
        for tag in tags:
            yield _line(tag, known.get(".".join([*key.sample[:-1], tag])), key)
    else:
        yield _line(key.sample[-1], known.get(".".join(key.sample)), key)


def _comment(key: BrandKey) -> Iterator[str]:
    """What a key means, and what it may hold."""
    words = key.kind.words
    text = f"{key.meaning} {words[0].upper()}{words[1:]}."
    return iter(wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False))


def _line(name: str, value: str | float | None, key: BrandKey) -> str:
    """A key and its value: what is known of it, or, asleep, what it may be."""
    if value is None:
        return f"# {name} = {key.default or key.example}"
    return f"{name} = {quoted(value) if isinstance(value, str) else f'{value:g}'}"


def _array(array: str, keys: Iterable[BrandKey], tags: Iterable[str]) -> Iterator[str]:
    """A table of which there may be several, asleep as a whole."""
    for tables, within in _by_table(keys).items():
        yield f"# {header(tables)}"
        for key in within:
            yield from _comment(key)
            names = tags if key.name == _EACH else [key.sample[-1]]
            yield from (_line(name, None, key) for name in names)
