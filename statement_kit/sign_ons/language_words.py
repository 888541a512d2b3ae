"""What languages are called in the headers of forms, in English, Khmer and Thai."""

from __future__ import annotations

import re
from collections.abc import Mapping

LANGUAGE_WORDS: Mapping[str, tuple[str, ...]] = {
    "en": ("english", "អង់គ្លេស", "อังกฤษ"),
    "km": (
        "khmer",
        "cambodian",
        "ខ្មែរ",
        "เขมร",
        "ภาษากัมพูชา",
    ),  # Khmer in Khmer, in Thai, the language of Cambodia in Thai
    "th": ("thai", "ភាសាថៃ", "ภาษาไทย", "ไทย"),  # the Thai language, Thai
    "lo": ("lao language", "in lao", "ភាសាឡាវ", "ภาษาลาว"),  # the Lao language
    "my": ("burmese", "ភាសាភូមា", "ภาษาพม่า"),  # the Burmese language
    "vi": ("vietnamese", "ភាសាវៀតណាម", "ภาษาเวียดนาม"),  # the Vietnamese language
    "fr": ("french", "ភាសាបារាំង", "ภาษาฝรั่งเศส"),  # the French language
}
"""By tag, the words for a language."""

LETTERS: Mapping[str, re.Pattern[str]] = {
    "km": re.compile("[\u1780-\u17ff]"),
    "th": re.compile("[\u0e01-\u0e5b]"),
    "lo": re.compile("[\u0e81-\u0eff]"),
    "my": re.compile("[\u1000-\u109f]"),
}
"""By tag, a letter that no other of these languages is written in."""
