"""Where a name should not be parted: behind a title, before an acronym."""

from __future__ import annotations

import pytest

from statement_kit.arranging.names import joining_spaces


@pytest.mark.parametrize(
    "marked",
    [
        "Youth Council_(YC)",
        "Youth Council_(YC), Phnom Penh",
        "Dr._Sok Chea",
        "H. E._Sok Chea",
        "Assoc. Prof._Malee Jaidee, Lecturer",
        "Wat Svay, Ven._Sok",
        "ดร._สมชาย ใจดี",  # Thai: "Dr. Somchai Jaidee"
        "ឯ.ឧ._សុខ ជា",  # Khmer: "His Excellency Sok Chea"
        "Centre (Ven._Sok)",
        "Transparency International (TI Cambodia)",
        "Youth Council (in a personal capacity)",
        "Peace and Development.",
        "Association of Domestic Workers ADW",
        "",
    ],
)
def test_a_space_that_should_not_end_a_line_is_told(marked: str) -> None:
    text = marked.replace("_", " ")
    joined = {at for at, char in enumerate(marked) if char == "_"}
    found = set(joining_spaces(text))
    assert found >= joined
    assert {text[at] for at in found} <= {" "}


def test_other_spaces_may_end_a_line() -> None:
    text = "Dr. Sok Chea, Director of the Youth Council (YC) of Phnom Penh"
    assert [text[:at] for at in joining_spaces(text)] == ["Dr.", "Dr. Sok Chea, Director of the Youth Council"]


def test_a_long_text_takes_no_long_time() -> None:
    assert list(joining_spaces("a." * 50_000 + " (" * 50_000)) == [100_000]
