"""Which ICC profiles may travel, and what colours come to in sRGB."""

from __future__ import annotations

import pytest
from made_pictures import srgb_profile
from PIL import Image

from statement_kit.pictures.colour_profile import can_travel, colour_to_srgb, describes, to_srgb


@pytest.mark.parametrize(
    ("version", "travels"),
    [
        (b"\x02\x10\x00\x00", True),
        (b"\x02\x40\x00\x00", True),
        (b"\x04\x20\x00\x00", True),
        (b"\x04\x30\x00\x00", False),
        (b"\x05\x00\x00\x00", False),
    ],
)
def test_versions_up_to_4_2_may_travel(version: bytes, travels: bool) -> None:
    assert can_travel(srgb_profile(version), 3) is travels


@pytest.mark.parametrize(("device", "travels"), [(b"mntr", True), (b"scnr", True), (b"prtr", False), (b"link", False)])
def test_profiles_of_screens_and_scanners_may_travel(device: bytes, travels: bool) -> None:
    profile = srgb_profile()
    assert can_travel(profile[:12] + device + profile[16:], 3) is travels


def test_a_profile_describes_its_own_colours_only() -> None:
    assert [describes(srgb_profile(), channels) for channels in (1, 3, 4)] == [False, True, False]


@pytest.mark.parametrize("profile", [b"", b"\0" * 200, srgb_profile()[:-1], srgb_profile() + b"\0"])
def test_damaged_bytes_describe_nothing(profile: bytes) -> None:
    assert not describes(profile, 3)


def test_srgb_colours_stay_what_they_are() -> None:
    assert colour_to_srgb((1.0, 0.0, 0.2), srgb_profile()) == pytest.approx((1, 0, 0.2), abs=1 / 255)


def test_a_picture_that_the_profile_does_not_describe_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not describe"):
        to_srgb(Image.new("L", (1, 1)), srgb_profile())
