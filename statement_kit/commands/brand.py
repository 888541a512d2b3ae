"""The commands of those who design: brand new, brand check, brand preview."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from statement_kit import Diagnostic, SourceError
from statement_kit.brand import Paper
from statement_kit.commands.asking import by_language, languages_wanted
from statement_kit.commands.running import JSON, ExitCode, run_command
from statement_kit.diagnostics import Severity, StatementKitError
from statement_kit.languages.registry import LANGUAGES
from statement_kit.output import write_files
from statement_kit.source.brands import NamedBrand, find_brand

if TYPE_CHECKING:
    from statement_kit.studio.begin import Answers


@click.group("brand")
def brand_group() -> None:
    """Begin a brand, judge it, and look at it."""


@brand_group.command("new")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--lang", "languages", multiple=True, metavar="TAG", help="Made for this language; may be repeated.")
@click.option("--name", "names", multiple=True, metavar="TAG=NAME", help="The organisation's name in a language.")
@click.option("--accent", metavar="#RRGGBB", help="Its colour.")
@click.option("--logo", type=click.Path(path_type=Path), help="The file of its logo: SVG, PDF, PNG, JPEG.")
@click.option("--paper", type=click.Choice([str(paper) for paper in Paper]), help="Its paper.")
@click.option("--extends", metavar="BRAND", help="What it begins from: kit, th-official, an installed brand.")
@JSON
def new_command(
    folder: Path,
    languages: Sequence[str],
    names: Sequence[str],
    accent: str | None,
    logo: Path | None,
    paper: str | None,
    extends: str | None,
    as_json: bool,
) -> None:
    """Write a brand.toml into FOLDER that explains itself, with a logo beside it. What stands there stays.

    At a terminal you are asked for what is not given; elsewhere a name in every language must be.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        # brings layout, which only brands that are new need
        from statement_kit.studio.begin import Answers, new_brand, unknown_languages

        given = by_language("--name", names)
        is_asked = sys.stdin.isatty() and not as_json
        tags = languages_wanted(languages, given, LANGUAGES)
        if problems := [*unknown_languages(tags), *_idle_names(tags, given)]:
            raise SourceError(problems)
        if is_asked:
            answers = _asked(given, tags, accent, logo, paper, extends)
        else:
            if missing := [tag for tag in tags if tag not in given]:
                raise SourceError(map(_unnamed, missing))
            kept = {tag: given[tag] for tag in tags}
            answers = Answers(kept, accent or "", paper or "", extends or "", logo)
        return {"files": [str(path) for path in new_brand(folder, answers)]}, ()

    def say(result: Mapping[str, Any]) -> str:
        path = quote(str(folder))
        next_ones = (
            f"Look at it:      statement-kit brand preview {path}",
            f"Judge it:        statement-kit brand check {path}",
            f"Use it:          statement-kit build STATEMENT-FOLDER --brand {path}",
        )
        return "\n".join([*result["files"], "", *next_ones])

    run_command(make, as_json=as_json, say=say)


def _idle_names(tags: Sequence[str], given: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Names in other languages than the brand is made for."""
    for tag in given:
        if tag not in tags:
            message = f"There is a name in “{tag}”, for which the brand is not made."
            yield Diagnostic("brand/unknown-language", message, hint=f"Ask for it too: --lang {tag}.")


def _unnamed(tag: str) -> Diagnostic:
    message = f"The brand has no name in “{tag}”."
    hint = f'Give it: --name {tag}="…"; or choose languages: --lang en.'
    return Diagnostic("brand/no-name", message, hint=hint)


def _asked(
    given: Mapping[str, str],
    tags: Sequence[str],
    accent: str | None,
    logo: Path | None,
    paper: str | None,
    extends: str | None,
) -> Answers:
    """The answers of somebody at the terminal, to what was not given."""
    from statement_kit.studio.begin import Answers

    names = {tag: given.get(tag) or _name(tag) for tag in tags}
    return Answers(
        {tag: name for tag, name in names.items() if name},
        _accent(accent),
        paper or ("" if extends else _paper()),  # a brand that is extended has one
        extends or "",
        logo or _logo(),
    )


def _paper() -> str:
    said: str = click.prompt("Paper", type=click.Choice([str(each) for each in Paper]), default=str(Paper.A4), err=True)
    return said


def _name(tag: str) -> str:
    endonym = LANGUAGES[tag].endonym
    said: str = click.prompt(f"Name in {endonym} ({tag}; empty for none)", default="", show_default=False, err=True)
    return said.strip()


def _accent(given: str | None) -> str:
    """A colour that can be read; the nearest is offered for one that cannot."""
    from statement_kit.studio.begin import accent_problem, nearest_accent

    said: str = (
        given if given is not None else click.prompt("Colour (#rrggbb)", default="", show_default=False, err=True)
    )
    while said and (found := accent_problem(said)):
        click.echo(found.message, err=True)
        offer = nearest_accent(said) if found.rule == "brand/contrast" else ""
        said = click.prompt("Colour (#rrggbb)", default=offer, show_default=bool(offer), err=True)
    return said


def _logo() -> Path | None:
    said: str = click.prompt("File of the logo (empty for none)", default="", show_default=False, err=True)
    return Path(said) if said else None


@brand_group.command("check")
@click.argument("brands", metavar="[BRAND]...", nargs=-1)
@JSON
def check_brand_command(brands: Sequence[str], as_json: bool) -> None:
    """Say what would embarrass in a brand: a file, a folder that holds one, or a name; here where none is named.

    The exit code is that of the first error; warnings alone end with 0.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        told: list[Diagnostic] = []
        judged = []
        for which in brands or (".",):
            found = _judged(which)
            told += found
            judged.append({"brand": which, **_counted(found)})
        return {"brands": judged, **_counted(told), "code": _code(told)}, tuple(told)

    def say(result: Mapping[str, Any]) -> str:
        return "\n".join(f"{one['brand']}: {_in_words(one)}" for one in result["brands"])

    run_command(make, as_json=as_json, say=say, judge=lambda result: ExitCode(result["code"]))


def _judged(which: str) -> list[Diagnostic]:
    """What speaks against a brand, be it that it cannot be read."""
    from statement_kit.studio.check import check_brand  # brings layout and fonts

    try:
        named = find_brand(which)
        return check_brand(named.brand, named.places)
    except StatementKitError as error:
        return list(error.diagnostics)


def _counted(found: Sequence[Diagnostic]) -> dict[str, int]:
    counts = Counter(one.severity for one in found)
    return {"errors": counts[Severity.ERROR], "warnings": counts[Severity.WARNING]}


def _code(found: Sequence[Diagnostic]) -> int:
    """The exit code of the first error's family."""
    families = {"font": ExitCode.FONT, "layout": ExitCode.LAYOUT}
    first = next((one.rule.partition("/")[0] for one in found if one.severity is Severity.ERROR), None)
    return ExitCode.SUCCESS if first is None else families.get(first, ExitCode.SOURCE)


def _in_words(counts: Mapping[str, int]) -> str:
    if not counts["errors"] and not counts["warnings"]:
        return "nothing speaks against it."
    return f"errors: {counts['errors']}, warnings: {counts['warnings']}."


@brand_group.command("preview")
@click.argument("brand", default=".")
@click.option("--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Where to.")
@JSON
def preview_command(brand: str, out: Path, as_json: bool) -> None:
    """Show a brand on one sheet, as PDF and PNG: every kind of text in all its languages, colours, typefaces."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        named = find_brand(brand)
        files = {out / f"{named.name}.preview.{kind}": data for kind, data in _shown(named).items()}
        write_files(files)
        return {"files": [str(path) for path in files]}, ()

    run_command(make, as_json=as_json, say=lambda result: "\n".join(result["files"]))


def _shown(named: NamedBrand) -> Mapping[str, bytes]:
    """The sheet; findings about it at their places."""
    from statement_kit.lookbook import located
    from statement_kit.studio.preview import preview  # brings layout, fonts and PDF

    return located(lambda: preview(named.brand, named.name), named.places)
