"""Content streams: numbers, colours and the text operators."""

from __future__ import annotations

import pytest

from statement_kit.writers.pdf.content import colour, number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-0.0001, "0"),
        (1.0, "1"),
        (12.5, "12.5"),
        (0.12345, "0.123"),
        (-3.1, "-3.1"),
        (1e-9, "0"),
        (250, "250"),
    ],
)
def test_a_number_has_no_exponent_and_no_needless_zero(value: float, written: str) -> None:
    assert number(value) == written


def test_a_colour_is_three_channels_from_zero_to_one() -> None:
    assert colour("#ff0080") == "1 0 0.502 rg"
