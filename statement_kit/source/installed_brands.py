"""Brands that were installed: packages that hold a `brand.toml`, found by their entry points, never imported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, EntryPoint, distributions
from importlib.util import find_spec
from pathlib import Path

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.source.brand_names import BRAND

GROUP = "statement_kit.brands"
"""The entry points of a distribution that name its brands: `name = "package"`."""

_PACKAGE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")


@dataclass(frozen=True, slots=True)
class InstalledBrand:
    """A brand as its distribution announces it; what it holds is looked at when it is asked for.

    Attributes:
        name: What it is called.
        distribution: Who brings it.
        package: The package that holds its files.
        roots: Where the modules of the distribution were installed.
    """

    name: str
    distribution: str
    package: str
    roots: tuple[Path, ...]

    def file(self, where: Location | None = None) -> Path:
        """Its `brand.toml`.

        Args:
            where: Where it is asked for, for errors.

        Raises:
            SourceError: The package is not there, or holds none; the error names the distribution.
        """
        if not _PACKAGE.fullmatch(self.package):
            raise self._broken(f"its entry point “{self.package}” is not the name of a package", where)
        first, *rest = self.package.split(".")
        folders = [root.joinpath(first) for root in self.roots] + list(_importable(first))
        found = next((folder.joinpath(*rest) for folder in folders if folder.joinpath(*rest).is_dir()), None)
        if found is None:
            raise self._broken(f"its package “{self.package}” is nowhere to be found as a folder", where)
        if not (found / BRAND).is_file():
            raise self._broken(f"there is no {BRAND} in {found}", where)
        return found / BRAND

    def _broken(self, why: str, where: Location | None) -> SourceError:
        message = f"The brand “{self.name}”, which “{self.distribution}” brings, is broken: {why}."
        hint = f"Install “{self.distribution}” again, or ask whoever made it."
        return SourceError([Diagnostic("source/broken-brand", message, where, hint)])


def installed_brands() -> Mapping[str, tuple[InstalledBrand, ...]]:
    """Every brand that is installed, by name; of a name that several distributions bring, all of them."""
    found: dict[str, dict[str, InstalledBrand]] = {}
    for distribution in distributions():
        for point in _points(distribution):
            one = InstalledBrand(point.name, _name(distribution), point.value, _roots(distribution))
            found.setdefault(point.name, {}).setdefault(one.distribution, one)
    return {name: tuple(brands.values()) for name, brands in sorted(found.items())}


def _points(distribution: Distribution) -> Iterator[EntryPoint]:
    """The brands of a distribution; none of one whose own records cannot be read."""
    try:
        yield from distribution.entry_points.select(group=GROUP)
    except (OSError, ValueError, TypeError, AttributeError):  # damaged, and no reason to lose all the others
        return


def _name(distribution: Distribution) -> str:
    try:
        name = distribution.name
    except (OSError, KeyError, TypeError):
        name = None
    return name or "a distribution without a name"


def _roots(distribution: Distribution) -> tuple[Path, ...]:
    root = distribution.locate_file("")
    return (Path(str(root)),)


def _importable(package: str) -> Iterator[Path]:
    """The folders of a top-level package as Python would import it: for one that is worked on where it lies."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(place)
