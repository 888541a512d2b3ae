"""A brand file to begin with: what is known of a brand switched on, everything else there to be tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from statement_kit.brand import Paper
from statement_kit.brand.contrast import contrast, darkened
from statement_kit.brand.uses import TEXT_RATIO
from statement_kit.brand.value_checks import HEX_COLOUR
from statement_kit.diagnostics import Diagnostic, Location, Severity, SourceError
from statement_kit.languages.registry import LANGUAGES
from statement_kit.output import write_new_files
from statement_kit.resources import translations_folder
from statement_kit.source.brand_file import parse_brand
from statement_kit.source.brand_names import BRAND
from statement_kit.source.folder import find_extended, picture_bytes, read_beside
from statement_kit.studio.brand_text import brand_text
from statement_kit.studio.check import check_brand
from statement_kit.studio.logo_size import logo_height_mm
from statement_kit.translation.words import load_words


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a brand.

    Attributes:
        names: The name of the organisation, per language; the brand is made for these languages.
        accent: Its colour, `#rrggbb`; empty for the kit's own.
        paper: Its paper; empty for that of what it extends.
        extends: What it begins from; empty for the kit's own look.
        logo: The file of its logo; None for no logo.
    """

    names: Mapping[str, str]
    accent: str = ""
    paper: str = ""
    extends: str = ""
    logo: Path | None = None


@dataclass(frozen=True, slots=True)
class _Picture:
    """The logo on its way into the brand's folder."""

    name: str
    data: bytes = field(repr=False)


def new_brand(folder: str | PathLike[str], answers: Answers) -> tuple[Path, ...]:
    """Write the `brand.toml` of a brand, and its logo beside it, so that files can be made of it as it stands.

    Args:
        folder: Where to; what stands there stays.
        answers: What is known.

    Returns:
        The files.

    Raises:
        SourceError: A language or paper is unknown, a name empty, the accent too pale, the logo unfit; or what speaks
            against the brand that comes of it.
        FontError: The brand that it extends has a font that cannot be used.
        OutputError: One of the files is there already, or they cannot be written.
    """
    folder = Path(folder)
    if problems := answer_problems(answers):
        raise SourceError(problems)
    logo = _read(answers.logo) if answers.logo else None
    path = folder / BRAND
    height = logo_height_mm(logo.data, str(answers.logo), _measure_pt(answers, folder)) if logo else None
    text = brand_text(_lines(answers, logo.name if logo else None, height))
    _check(text, path, logo)
    files = {path: text.encode()}
    if logo and answers.logo and not _is_there(answers.logo, folder / logo.name):
        files[folder / logo.name] = logo.data
    write_new_files(files)
    return tuple(files)


def answer_problems(answers: Answers) -> list[Diagnostic]:
    """What is wrong with the answers by themselves."""
    problems = unknown_languages(answers.names)
    if answers.paper and answers.paper not in set(Paper):
        hint = f"Known: {', '.join(Paper)}."
        problems.append(Diagnostic("brand/unknown-paper", f"There is no paper “{answers.paper}”.", hint=hint))
    if answers.accent and (found := accent_problem(answers.accent)):
        problems.append(found)
    return problems


def unknown_languages(tags: Iterable[str]) -> list[Diagnostic]:
    """Those of the languages that the kit does not know."""
    hint = f"It knows {', '.join(sorted(LANGUAGES))}."
    return [
        Diagnostic("brand/unknown-language", f"The kit does not know the language “{tag}”.", hint=hint)
        for tag in tags
        if tag not in LANGUAGES
    ]


def accent_problem(accent: str) -> Diagnostic | None:
    """Why a colour cannot be the accent of a brand; None where it can."""
    if not HEX_COLOUR.fullmatch(accent):
        hint = "Write it as “#9b2226”: a # and six digits, of which red, green and blue have two each."
        return Diagnostic("brand/colour", f"“{accent}” is not a colour.", hint=hint)
    if contrast(accent) < TEXT_RATIO:
        message = f"The colour {accent} is too pale to be read on white: links and numbers are set in it."
        hint = f"The nearest of the same hue that can be read: {nearest_accent(accent)}"
        return Diagnostic("brand/contrast", message, hint=hint)
    return None


def nearest_accent(accent: str) -> str:
    """The nearest colour of the same hue that can be read on white."""
    return darkened(accent, TEXT_RATIO)


def _read(path: Path) -> _Picture:
    """The logo's file, under a plain name."""
    data = picture_bytes(path, Location(str(path)), "Check its name: SVG, PDF, PNG or JPEG.")
    kind = path.suffix.lower()
    return _Picture(f"logo{kind if kind.isascii() and kind[1:].isalnum() else ''}", data)


def _is_there(source: Path, target: Path) -> bool:
    """Whether a file stands already where it is to be."""
    return target.exists() and target.samefile(source)


def _measure_pt(answers: Answers, folder: Path) -> float:
    """How wide the text is, on the paper and in the margins that the brand will have."""
    text = brand_text(_lines(answers, None, None))
    brand, _ = parse_brand(text, str(folder / BRAND), read_beside, find_extended)
    return brand.measure_pt


def _lines(answers: Answers, logo: str | None, height: float | None) -> dict[str, str | float]:
    """What the file says, by the path of each key."""
    lines: dict[str, str | float] = {}
    for key in ("extends", "paper"):
        if value := getattr(answers, key):
            lines[key] = value
    lines |= {f"name.{tag}": name for tag, name in answers.names.items()}
    if answers.accent:
        lines["colours.accent"] = answers.accent.lower()
    if logo and height:
        lines |= {"logo.file": logo, "logo.height": height}
        for tag, name in answers.names.items():
            lines[f"logo.alt.{tag}"] = load_words(tag, translations_folder())["logo"].format(name=name)
    return lines


def _check(text: str, path: Path, logo: _Picture | None) -> None:
    """Make sure that nothing speaks against the brand.

    Raises:
        SourceError: With what does.
    """

    def read(name: str, where: Location) -> bytes:
        return logo.data if logo and where.path == str(path) and name == logo.name else read_beside(name, where)

    brand, places = parse_brand(text, str(path), read, find_extended)
    errors = [found for found in check_brand(brand, places) if found.severity is Severity.ERROR]
    if errors:
        raise SourceError(errors)
