"""The line of each key of a TOML file, however it is written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.source.toml_lines import KeyPath, key_lines, nearest_line

TEXT = '''# [not.a.table]
size = 1   # [nor.this]

margins = [
  1, # a = 2
  "]", 2,
]
"a.b".c = 1
lines = """
x = 1
[y]
"""
plain = \'\'\'
z = 1 \'\'\'

[ logo ]
file = "a = [b"
alt = { en = "x", km = "y" }
[[font]]
file = 1
  [[font]]
file = 2
[font.axes]
wdth = 3
[[partner]]
[partner.alt]
en = "x"
'''


def test_every_key_is_found_where_it_begins() -> None:
    lines = key_lines(TEXT)
    assert {path: line for path, line in lines.items() if len(path) == 1} == {
        ("size",): 2,
        ("margins",): 4,
        ("a.b",): 8,
        ("lines",): 9,
        ("plain",): 13,
        ("logo",): 16,
        ("font",): 19,
        ("partner",): 25,
    }
    assert (lines["logo", "file"], lines["logo", "alt"]) == (17, 18)
    assert ("logo", "alt", "en") not in lines
    assert (lines["font", 0], lines["font", 0, "file"], lines["font", 1], lines["font", 1, "file"]) == (19, 20, 21, 22)
    assert lines["font", 1, "axes", "wdth"] == 24
    assert lines["partner", 0, "alt", "en"] == 27


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    assert key_lines("a = 1\nb = 2", 10) == {("a",): 10, ("b",): 11}


NAMES = st.text(min_size=1, max_size=5).filter(lambda name: all(char.isprintable() for char in name))
VALUES = st.sampled_from(
    [
        "1",
        "[{ a = 1 }, 2,\n{ b = [{ c = 3 }] }]",
        "{ a = [{ b = 1 }] }",
        '"a\\"b = c #"',
        "'[x]'",
        "[1,\n2]",
        '"""\n[t]\nk = 1"""',
        "{ a = 1 }",
        "true # b",
    ]
)


def quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, VALUES, max_size=4), max_size=4))
def test_every_key_of_any_file_has_the_line_it_stands_on(tables: dict[str, dict[str, str]]) -> None:
    parts = [
        f"[{quoted(name)}]\n" + "".join(f"{quoted(key)} = {value}\n" for key, value in table.items())
        for name, table in tables.items()
    ]
    text = "".join(parts)
    found, lines = key_lines(text), text.split("\n")
    wanted = set(paths(tomllib.loads(text)))
    assert wanted == found.keys()
    for path, line in found.items():
        if isinstance(path[-1], str):
            assert lines[line - 1].startswith(("[" if len(path) == 1 else "") + quoted(path[-1]))
        else:
            assert "{" in lines[line - 1]


def paths(tables: dict[str, Any]) -> Iterator[KeyPath]:
    for name, table in tables.items():
        yield (name,)
        for key, value in table.items():
            yield (name, key)
            items = value if isinstance(value, list) else []
            yield from ((name, key, number) for number, item in enumerate(items) if isinstance(item, dict))


def test_each_inline_table_of_an_array_has_its_own_line() -> None:
    lines = key_lines(
        'a = [\n  { b = "[{," }, # {,\n  { c = [{}, 1], d = 2 }, 3, [{}],\n\n{ e = 1 } ]\nf = { g = [{}] }\n'
    )
    assert lines == {("a",): 1, ("a", 0): 2, ("a", 1): 3, ("a", 4): 5, ("f",): 6}


PRESS = """\
place = "top"
[press]
place = "Phnom Penh"
revision = { number = 2, note = "x" }

[ press . "speakers" . dara ]
name = "Dara"
names = { km = "x" }
[other]
role = "x"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("press",), 2),
        (("press", "place"), 3),
        (("press", "revision"), 4),
        (("press", "revision", "note"), 4),
        (("press", "speakers", "dara"), 6),
        (("press", "speakers", "dara", "name"), 7),
        (("press", "speakers", "dara", "names", "km"), 8),
        (("press", "speakers", "dara", "role"), 6),
        (("press", "role"), 2),
        (("nowhere", "place"), None),
    ],
)
def test_a_key_is_found_in_its_own_table_or_else_the_nearest(path: KeyPath, line: int | None) -> None:
    assert nearest_line(key_lines(PRESS), path) == line
