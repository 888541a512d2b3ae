"""Options that are given once for each language: `--name en="…"`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import click


def by_language(option: str, given: Iterable[str]) -> dict[str, str]:
    """What was said in each language.

    Raises:
        UsageError: Something is not `TAG=TEXT`, or a language comes twice.
    """
    found: dict[str, str] = {}
    for each in given:
        tag, sign, text = each.partition("=")
        if not sign or not tag.strip() or not text.strip():
            raise click.UsageError(f'{option} is written with its language: {option} en="…", not {option} {each}.')
        if tag.strip() in found:
            raise click.UsageError(f"{option} is given twice for “{tag.strip()}”.")
        found[tag.strip()] = text.strip()
    return found


def languages_wanted(asked: Sequence[str], given: Mapping[str, str], usual: Iterable[str]) -> list[str]:
    """The languages asked for; else those something was said in; else the usual ones."""
    return list(dict.fromkeys(asked or given or usual))
