"""Countries: their ISO 3166-1 codes from what people type, and their names from the codes.

Names are CLDR's (through Babel) in every language of the kit; `_ALIASES` holds what else people call the countries that
our statements speak of, and `_SHORT` the names for print where CLDR's is a compromise in brackets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel.core import Locale, get_global

from statement_kit.languages.registry import LANGUAGES

_NO_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""Two-letter codes of CLDR that ISO 3166-1 does not assign. XK stays: nobody has another code for Kosovo."""

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "AE": ("UAE", "Emirates"),
    "BN": ("Brunei Darussalam",),
    "CD": ("DR Congo", "DRC", "Democratic Republic of the Congo", "Congo, Democratic Republic of the"),
    "CG": ("Republic of the Congo", "Congo Brazzaville"),
    "CI": ("Ivory Coast",),
    "CN": ("PRC", "People's Republic of China", "Mainland China"),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "FM": ("Federated States of Micronesia",),
    "GB": ("UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland", "อังกฤษ"),  # England
    "HK": ("Hong Kong SAR",),
    "ID": ("Republic of Indonesia",),
    "IR": ("Islamic Republic of Iran", "Iran, Islamic Republic of"),
    # Kingdom of Cambodia, land of the Khmer; Kingdom of Cambodia
    "KH": ("Kampuchea", "Kingdom of Cambodia", "Cambodge", "ព្រះរាជាណាចក្រកម្ពុជា", "ស្រុកខ្មែរ", "ราชอาณาจักรกัมพูชา"),
    "KP": ("DPRK", "Democratic People's Republic of Korea", "Korea, Democratic People's Republic of"),
    "KR": ("Republic of Korea", "Korea, Republic of", "ROK"),
    # Laos in another spelling; Lao PDR
    "LA": ("Lao PDR", "Lao", "Lao People's Democratic Republic", "លាវ", "สปป.ลาว", "สาธารณรัฐประชาธิปไตยประชาชนลาว"),
    "MD": ("Republic of Moldova", "Moldova, Republic of"),
    "MK": ("Macedonia",),
    "MM": ("Republic of the Union of Myanmar", "Union of Myanmar", "มียานมาร์"),  # Myanmar in another spelling
    "MO": ("Macau", "Macao SAR"),
    "MY": ("Federation of Malaysia",),
    "NL": ("Holland", "The Netherlands"),
    "PH": ("The Philippines", "Republic of the Philippines", "Pilipinas"),
    "PS": ("State of Palestine", "Palestine, State of"),
    "RU": ("Russian Federation",),
    "SG": ("Republic of Singapore",),
    "SY": ("Syrian Arab Republic",),
    "SZ": ("Swaziland",),
    # Kingdom of Thailand, twice
    "TH": ("Kingdom of Thailand", "Siam", "ព្រះរាជាណាចក្រថៃ", "ราชอาณาจักรไทย"),
    "TL": ("East Timor", "Timor Leste", "Democratic Republic of Timor-Leste", "Timor Lorosa'e"),
    "TR": ("Turkey",),
    "TW": ("Taiwan, Province of China",),
    "TZ": ("United Republic of Tanzania", "Tanzania, United Republic of"),
    "US": ("USA", "United States of America", "America", "អាមេរិក", "อเมริกา"),  # America
    "VE": ("Bolivarian Republic of Venezuela",),
    "VN": ("Viet Nam", "Socialist Republic of Vietnam", "Socialist Republic of Viet Nam"),
}
"""What else countries are called, by code."""

_SHORT: Mapping[str, Mapping[str, str]] = {
    "HK": {"en": "Hong Kong", "km": "ហុងកុង", "th": "ฮ่องกง"},  # the same in all three, as below
    "MM": {"en": "Myanmar", "km": "មីយ៉ាន់ម៉ា", "th": "เมียนมา"},
    "MO": {"en": "Macao", "km": "ម៉ាកាវ", "th": "มาเก๊า"},
    "PS": {"en": "Palestine", "km": "ប៉ាឡេស្ទីន", "th": "ปาเลสไตน์"},
}
"""Names for print, by code and language; CLDR has them as its short ones, which Babel leaves out."""

_COUNTRY_OF = ("the", "ប្រទេស", "ประเทศ")
"""What may stand before a name without being part of it: an article, and “country” in Khmer and Thai."""

_CODE = re.compile("[A-Za-z]{2,3}")
_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*$")
_ACCENTS = re.compile("[\u0300-\u036f]")


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country; None if it cannot be told, or may be two.

    Args:
        text: Its name in English, Khmer or Thai, in any common spelling; or its code of two or three letters.
    """
    text = text.strip()
    is_code = _CODE.fullmatch(text) and (text.isupper() or (text.islower() and text != "no"))  # “no” is an answer
    if is_code and text.upper() in _codes():
        return _codes()[text.upper()]
    key, names = _key(text), _names()
    shorter = (key.removeprefix(word) for word in _COUNTRY_OF if key.startswith(word))
    return next((names[one] for one in (key, *shorter) if one in names), None)


def country_name(code: str, tag: str) -> str:
    """The name of a country as it is printed in a language.

    Args:
        code: Its ISO 3166-1 alpha-2 code.
        tag: BCP 47 tag of the language.

    Raises:
        KeyError: No country has this code.
    """
    if code not in country_codes():
        raise KeyError(f"no country has the code {code!r}")
    return _SHORT.get(code, {}).get(tag.partition("-")[0]) or _territories(tag)[code]


@lru_cache(maxsize=16)
def _territories(tag: str) -> Mapping[str, str]:
    """The name CLDR has for each territory in a language, by code."""
    return {str(code): str(name) for code, name in Locale.parse(tag, sep="-").territories.items()}


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """The ISO 3166-1 alpha-2 code of every country."""
    return frozenset(code for code in _territories("en") if len(code) == 2) - _NO_COUNTRIES


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    """Two-letter codes by themselves and by those of three letters, in capitals."""
    known = country_codes()
    codes = {code: code for code in known}
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    for alias, meant in aliases.items():
        if len(alias) == 3 and alias.isalpha() and len(meant) == 1 and meant[0] in known:
            codes[alias] = meant[0]
    return codes


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Codes by name, as names are compared; what would mean two countries means none."""
    found: dict[str, str] = {}
    doubtful = set()
    for name, code in _every_name():
        key = _key(name)
        if found.setdefault(key, code) != code:
            doubtful.add(key)
    return {key: code for key, code in found.items() if key not in doubtful}


def _every_name() -> Iterator[tuple[str, str]]:
    """Each name of each country in the kit's languages, and what stands in brackets in it as a name of its own."""
    for tag in LANGUAGES:
        for code, name in _territories(tag).items():
            if code not in country_codes():
                continue
            yield name, code
            if match := _BRACKETS.search(name):
                yield name[: match.start()], code
                yield match[1], code
    yield from ((name, code) for code, names in _ALIASES.items() for name in names)
    yield from ((name, code) for code, names in _SHORT.items() for name in names.values())


def _key(text: str) -> str:
    """A name as it is compared: letters, vowels and digits in one case, without accents of Latin letters."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold().replace("&", "and"))
    return "".join(char for char in unicodedata.normalize("NFC", plain) if unicodedata.category(char)[0] in "LMN")
