"""Which language to expect in a script, where nobody says (CLDR, likely subtags)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from babel.core import get_global


@lru_cache(maxsize=64)
def likely_language(script: str) -> str:
    """The BCP 47 tag of the language most written in a script: `en` for `Latn`, `km` for `Khmr`; `und` for none.

    A name in another script than the text's is then read aloud by a voice that can read its letters.
    """
    tags: Mapping[str, str] = get_global("likely_subtags")
    # CLDR names no likely language for Latin itself: it is that of the undetermined.
    language, its_script, _ = tags.get(f"und_{script}", tags["und"]).split("_")
    return language if its_script == script else "und"
