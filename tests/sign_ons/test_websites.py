"""Websites as people type them."""

from __future__ import annotations

import pytest

from statement_kit.sign_ons.websites import website_of


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://example.org/Path", "HTTP://example.org/Path"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/ខ្មែរ", "https://example.org/ខ្មែរ"),  # Khmer
        ("facebook.com/profile.php?id=100012345678901", "https://facebook.com/profile.php?id=100012345678901"),
        ("https://example.org:8080/a?b=c#d", "https://example.org:8080/a?b=c#d"),
    ],
)
def test_an_address_gets_its_scheme_and_stays_as_it_is(text: str, url: str) -> None:
    assert website_of(text) == url


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "none",
            "we have no website",
            "example",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://",
            "https://a b.org",
        ),
        *(
            "sok@example.org",
            "https://sok@example.org",
            "https://sok:secret@example.org",
            "https://example.org/?to=sok@example.org",
        ),
        *(
            "http://192.168.0.1/",
            "http://[2001:db8::1]/",
            "https://example.org:0",
            "https://example.org:99999",
            "https://[x",
        ),
        *(
            "https://wa.me/85512345678",
            "t.me/+85512345678",
            "012 345 678",
            'https://example.org/"x',
            "https://" + "a" * 600 + ".org",
        ),
    ],
)
def test_what_is_no_website_or_is_somebodys_own_number_is_none(text: str) -> None:
    assert website_of(text) is None
