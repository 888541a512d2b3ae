"""Where a key within tables stands."""

from __future__ import annotations

import pytest

from statement_kit.source.toml_places import line_within

TEXT = """\
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
LINES = TEXT.splitlines()


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("press",), 1),
        (("press", "place"), 2),
        (("press", "revision"), 3),
        (("press", "revision", "note"), 3),
        (("press", "speakers", "dara"), 5),
        (("press", "speakers", "dara", "name"), 6),
        (("press", "speakers", "dara", "names", "km"), 7),
        (("press", "speakers", "dara", "role"), 5),
        (("press", "role"), 1),
        (("nowhere", "place"), None),
    ],
)
def test_a_key_is_found_in_its_own_table_or_else_the_nearest(path: tuple[str, ...], line: int | None) -> None:
    assert line_within(LINES, path) == line
