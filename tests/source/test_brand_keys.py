"""The table of keys: each changes what it says it does, each refuses what it cannot be, and the defaults are true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pytest

from statement_kit.brand import Backdrop, Brand, Logo, Masthead, Style
from statement_kit.brand.masthead import AccentBar
from statement_kit.diagnostics import Location, SourceError
from statement_kit.document.blocks import Role
from statement_kit.source.brand_file import parse_brand
from statement_kit.source.brand_key import ARRAYS, BrandKey, header
from statement_kit.source.brand_keys import KEYS

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
SUN = 'colours.sun = "#fff4d6"\n'
"""A light colour, on which all of the kit's own can be read."""

COMPANIONS: Mapping[str, str] = {
    "letterhead": 'name.en = "Ours"\n',
    "logo": 'logo.file = "logo.svg"\n',
    "watermark": 'watermark.words.km = "Peace"\n',
}
"""What a table cannot be without, before it."""

EXTENDS = "extends"


def read(name: str, where: Location) -> bytes:
    return SVG


def parsed(text: str) -> Brand:
    return parse_brand(text, "brand.toml", read)[0]


def written(key: BrandKey, value: str) -> str:
    """A brand file in which only this key, and what it cannot be without, is set."""
    first = key.sample[0]
    if first in ARRAYS:
        needed = {"font": 'file = "a.ttf"\nfamily = "Ours"\n', "partner": 'file = "logo.svg"\n'}[first]
        others = "".join(line for line in needed.splitlines(True) if not line.startswith(f"{key.name} "))
        inner = ".".join(key.sample[1:])
        return f"[[{first}]]\n{others}{inner} = {value}\n"
    companion = COMPANIONS.get(first, "")
    if companion.startswith(f"{'.'.join(key.sample)} ") or (key.path == "watermark.file"):
        companion = ""
    sun = "" if key.sample == ("colours", "sun") else SUN
    return f"{sun}{companion}{'.'.join(key.sample)} = {value}\n"


NOTHING = object()


def value_of(brand: Brand, key: BrandKey) -> Any:
    """The attribute that a key sets."""
    value: Any = brand
    for step in key.attribute(key.sample):
        if isinstance(value, tuple):
            value = value[0] if value else None
        if value is None:
            return NOTHING
        value = value.get(step, NOTHING) if isinstance(value, Mapping) else getattr(value, step)
    return value


OTHERS = [key for key in KEYS if key.path != EXTENDS]


def ids(key: BrandKey) -> str:
    return key.path


@pytest.mark.parametrize("key", OTHERS, ids=ids)
def test_the_example_of_a_key_changes_its_attribute_and_nothing_else(key: BrandKey) -> None:
    bare = parsed(written(key, key.example).replace(f"{'.'.join(key.sample)} = {key.example}\n", ""))
    if key.sample[0] in ARRAYS or key.path == "logo.file":
        bare = parsed(SUN)
    brand = parsed(written(key, key.example))
    assert value_of(brand, key) != value_of(bare, key)
    own = key.at[0]
    others = {each.name for each in fields(Brand)} - {own, "colours"}
    assert [name for name in others if getattr(brand, name) != getattr(bare, name)] == []


@pytest.mark.parametrize("key", OTHERS, ids=ids)
def test_what_a_key_cannot_be_is_refused_at_its_line_with_what_it_can(key: BrandKey) -> None:
    text = written(key, key.kind.wrong)
    with pytest.raises(SourceError) as caught:
        parsed(text)
    (found,) = caught.value.diagnostics
    assert found.rule == "source/wrong-value"
    assert str(found.where) == f"brand.toml:{text.rstrip().count(chr(10)) + 1}"
    assert (
        found.hint
        == f"Write {key.kind.words}: {key.name if key.name == key.sample[-1] else key.sample[-1]} = {key.example}"
    )


@pytest.mark.parametrize("key", [key for key in OTHERS if key.default], ids=ids)
def test_its_default_written_out_changes_nothing(key: BrandKey) -> None:
    first = key.sample[0]
    plain = parsed(SUN + COMPANIONS.get(first, "")) if first not in ARRAYS else parsed(written(key, key.example))
    said, unsaid = value_of(parsed(written(key, key.default)), key), value_of(plain, key)
    if first in ARRAYS:
        of = {
            "font": parsed('[[font]]\nfile = "a.ttf"\nfamily = "Ours"').fonts,
            "partner": parsed('[[partner]]\nfile = "logo.svg"').partners,
        }[first]
        unsaid = getattr(of[0], key.at[-1])
    assert said == pytest.approx(unsaid, abs=0.02) if isinstance(unsaid, float | tuple) and unsaid else said == unsaid


@pytest.mark.parametrize("key", OTHERS, ids=ids)
def test_no_number_that_it_allows_is_one_the_brand_cannot_have(key: BrandKey) -> None:
    """What does not fit a page is another matter, and said so."""
    for number in [0, 0.02, 0.1, 0.2, 0.3, 0.5, 1, 3, 4, 5, 10, 16, 20, 40, 72, 80, 140, 200, 700, 1000, 65535]:
        value = f"[{number}, {number}, {number}, {number}]" if key.path == "margins" else f"{number}"
        if key.kind.holds(number) or key.path == "margins":
            assert rules(written(key, value)) <= {*PAGE, "source/wrong-value"}


PAGE = ("brand/margins", "brand/area", "brand/line", "brand/logo-width", "brand/logo-clear", "brand/contrast")


def rules(text: str) -> set[str]:
    """The rules that a brand file breaks."""
    try:
        parsed(text)
    except SourceError as error:
        return {found.rule for found in error.diagnostics}
    return set()


def test_every_value_of_a_brand_can_be_set() -> None:
    """All but what comes by itself: how names of files are shown, and how text behaves."""
    behaviour = {"keeps_with_next", "labels_end_flush", "keeps_introduction", "keeps_with_previous"}
    behaviour |= {"may_spare_a_line", "is_running_text", "is_indented"}
    reached = {key.at[0] for key in OTHERS}
    assert reached == {each.name for each in fields(Brand)}
    for attribute, kind, without in (
        ("styles", Style, behaviour),
        ("masthead", Masthead, set()),
        ("bar", AccentBar, set()),
        ("backdrop", Backdrop, {"file"}),
        ("logo", Logo, {"file"}),
        ("partners", Logo, {"file"}),
    ):
        names = {step for key in OTHERS if key.at[0] == attribute for step in key.at[1:]}
        assert {each.name for each in fields(kind)} - names == without  # type: ignore[arg-type]


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_style(role: Role) -> None:
    brand = parsed(f"[styles.{role}]\nbefore = 0.7\n")
    assert brand.styles[role].before_em == 0.7
    assert {other for other in Role if brand.styles[other] != Brand().styles[other]} == {role}


def test_a_key_says_its_meaning_in_a_sentence_and_no_two_are_alike() -> None:
    assert len({key.path for key in KEYS}) == len(KEYS)
    assert [key.path for key in KEYS if not key.meaning.endswith(".") or not key.meaning[0].isupper()] == []
    assert [key.path for key in KEYS if key.example == key.default] == []


def test_headers_are_written_as_toml_has_them() -> None:
    assert [header(tables) for tables in ((), ("logo",), ("logo", "alt"), ("font",), ("partner", "alt"))] == [
        "",
        "[logo]",
        "[logo.alt]",
        "[[font]]",
        "[partner.alt]",
    ]
