"""`brand.toml`: whose letterhead and logo, which colour and paper, how running text is set, and in which fonts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from statement_kit.brand import Brand, Paper
from statement_kit.brand.checks import HEX_COLOUR, INDENT_EM
from statement_kit.brand.profiles import PROFILES
from statement_kit.diagnostics import Diagnostic, Location, SourceError, locate
from statement_kit.languages.registry import LANGUAGES, Alignment
from statement_kit.source.brand_docx import docx_fonts
from statement_kit.source.brand_fonts import fonts, typefaces
from statement_kit.source.brand_logo import ReadFile, logo
from statement_kit.source.toml_table import TomlTable

_KEYS = ("profile", "name", "letterhead", "accent", "paper", "alignment", "indent", "font", "logo", "typefaces", "docx")


def _no_files(name: str, where: Location) -> bytes:
    hint = "Check its name, and put it into the statement folder."
    raise SourceError([Diagnostic("source/unreadable", f"There is no picture {name}.", where, hint)])


def parse_brand(text: str, path: str, read: ReadFile = _no_files) -> tuple[Brand, dict[str, Location]]:
    """The kit's own look with what the brand changes; and where parts of it stand, for later findings.

    Args:
        text: The file's text.
        path: Its path, for findings; fonts and pictures lie beside it.
        read: Gives the files that it names and that become part of the brand.

    Raises:
        SourceError: With every key that is unknown or wrong.
    """
    table = TomlTable(text, path)
    table.drop_misplaced(_KEYS)
    brand = _profile(table)
    names = _per_language(table, "name", str)
    letterhead = _per_language(table, "letterhead", list)
    accent = table.take("accent", str)
    paper = table.take("paper", str)
    alignment = _alignment(table)
    indent_em = _indent_em(table)
    font_files, font_places = fonts(table, text, path)
    picture = logo(table, path, read)
    in_docx = docx_fonts(table)
    faces, typeface_places = typefaces(table, text, path, brand.typefaces)
    if accent is not None and not HEX_COLOUR.fullmatch(accent):
        table.report("wrong-colour", "accent", f"“{accent}” is not a colour.", 'Write it as "#9b2226".')
    if paper is not None and paper not in set(Paper):
        table.report("wrong-paper", "paper", f"There is no paper “{paper}”.", f"Known: {', '.join(Paper)}.")
    table.finish()
    if table.diagnostics:
        raise SourceError(table.diagnostics)
    places = {f"brand.{key}": table.where(key) for key in ("name", "letterhead", "accent", "logo", "docx")}
    places |= {"letterhead": places["brand.letterhead"], "brand": Location(path)}
    most = max(map(len, letterhead.values()), default=0)
    places |= {f"letterhead.{number}": places["brand.letterhead"] for number in range(1, most + 1)}
    places |= font_places | typeface_places
    try:
        changed = replace(
            brand,
            names=names,
            letterhead={tag: tuple(lines) for tag, lines in letterhead.items()},
            colours={**brand.colours, **({"accent": accent.lower()} if accent else {})},
            paper=Paper(paper) if paper else brand.paper,
            alignment={**brand.alignment, **alignment},
            indent_em={**brand.indent_em, **indent_em},
            typefaces=faces,
            logo=picture,
            fonts=font_files,
            **in_docx,
        )
    except SourceError as error:
        raise SourceError(locate(error.diagnostics, places)) from error
    return changed, places


def _per_language(table: TomlTable, key: str, kind: type) -> dict[str, Any]:
    """A table from language tag to text, or to lines of text."""
    values = table.take(key, dict, {}) or {}
    for tag, value in values.items():
        lines = value if kind is list else [value]
        if not isinstance(value, kind) or not all(isinstance(line, str) and line.strip() for line in lines):
            example = '["Street 1", "City"]' if kind is list else '"Our Coalition"'
            table.report("wrong-type", key, f"“{key}.{tag}” cannot be read.", f"Write {key}.{tag} = {example}.")
    return values


def _profile(table: TomlTable) -> Brand:
    """The look a brand begins from."""
    name = table.take("profile", str)
    if name is not None and name not in PROFILES:
        table.report("unknown-profile", "profile", f"There is no profile “{name}”.", f"Known: {', '.join(PROFILES)}.")
    return PROFILES.get(name or "kit", PROFILES["kit"])


def _alignment(table: TomlTable) -> dict[str, Alignment]:
    """How running text is set, per language (P01)."""
    found: dict[str, Alignment] = {}
    for tag, value in _known_languages(table, "alignment").items():
        if isinstance(value, str) and value in set(Alignment):
            found[tag] = Alignment(value)
        else:
            hint = f"Write alignment.{tag} = “{Alignment.RAGGED}” or “{Alignment.JUSTIFIED}”, in straight quotes."
            table.report("wrong-alignment", "alignment", f"“{value}” is no way to set text.", hint)
    return found


def _indent_em(table: TomlTable) -> dict[str, float]:
    """First-line indent of running text in em, per language (P04)."""
    found = {}
    for tag, value in _known_languages(table, "indent").items():
        if INDENT_EM.holds(value):
            found[tag] = float(value)
        else:
            hint = f"Write {INDENT_EM}, counted in em: indent.{tag} = 2.5"
            table.report("wrong-indent", "indent", f"“{value}” is no first-line indent.", hint)
    return found


def _known_languages(table: TomlTable, key: str) -> dict[str, Any]:
    """A table from language tags the kit knows."""
    values: dict[str, Any] = table.take(key, dict, {}) or {}
    for tag in values.keys() - LANGUAGES.keys():
        message = f"[{key}] has an entry for “{tag}”, a language the kit does not know."
        table.report("unknown-language", key, message, f"Known: {', '.join(sorted(LANGUAGES))}.")
    return {tag: value for tag, value in values.items() if tag in LANGUAGES}
