"""The table of languages, and the look-up by BCP 47 tag.

CLDR (through Babel) gives month names; this table holds what CLDR lacks or has wrong for press work:
native digits by use (N02), list labels (N03, N04), date patterns (N05, N06), quotation marks (N09),
words that stay with their number (L05), and text that shows how tall a script stacks (P03).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from statement_kit.languages.lexicon import english, khmer, thai

ASCII_DIGITS = "0123456789"
KHMER_DIGITS = "០១២៣៤៥៦៧៨៩"
THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"


class Alignment(StrEnum):
    """How the lines of running text end (P01)."""

    RAGGED = "ragged"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class Justification:
    """How far a justified line of a language may be stretched and shrunk, in em (P01).

    Attributes:
        stretch_em: What a space takes first.
        shrink_em: What a space gives at most.
        spread_em: What the place between two clusters takes at most, once the spaces have had theirs.
        most: How many times all this a line may take. One that needs more is left short: it would gape.
    """

    stretch_em: float
    shrink_em: float
    spread_em: float = 0.0
    most: float = 1.0


@dataclass(frozen=True, slots=True)
class Language:
    """One language, as typesetting and press custom see it.

    Attributes:
        tag: BCP 47 tag, the key in file names and catalogs.
        region_tag: The tag with the region DOCX readers want (`km-KH`).
        script: ISO 15924 code of its main script.
        endonym: Its name in itself.
        label_digits: Digits of list labels and page numbers, zero to nine (N02).
        date_digits: Digits of dates (N05, N06).
        text_digits: Digits of numbers in running text (N01).
        group_mark: What parts the thousands of such a number (N01).
        spellout: ICU's rules for its numbers in words, where not the first of the language's.
        date_pattern: `{day}`, `{month}` and `{year}` in their order and words (N05, N06).
        year_offset: Added to the Gregorian year: 543 for the Thai Buddhist Era (N07).
        first_year: First Gregorian year the offset is right for (N07), or None.
        label_pattern: A list label around its digits, `{}` (N03, N04).
        quotes: Outer opening and closing, inner opening and closing quotation mark (N09).
        apostrophe: What a typed apostrophe between letters becomes.
        units: Words that stay on the line of the number before them (L05).
        prefixes: Beginnings of words that never end a line (L02).
        suffixes: Ends of words that never begin one (L02). One that is a prefix too is a suffix where no letter
            follows it.
        leaning: Short words, in small letters, that belong to what follows, so that a line seldom ends behind one.
        words: Single words that are parted only where they hold a `|` (L02).
        lexicon: Names and other units, of one word or several, that are parted where they hold a `|`, and
            elsewhere only if they are wider than a line (L10).
        miscut: Words and names that ICU's dictionary cuts, and that need a mark in them where another program ends
            the lines; a `|` is where one may.
        two_words: Two words of the language, written without a space: who parts them knows its words (L12).
            Empty where words stand between spaces.
        spaces_between_words: Whether a line may end only at spaces and hyphens.
        letters: Letters that number the items of a list, in order (N03, N04).
        justification: How far its lines may be stretched where running text is justified.
        alignment: How running text is set where the brand does not say (P01).
        indent_em: First-line indent of running text where the brand does not say, in em (P04).
        hyphenation: Name of the hyphenation patterns (pyphen's), or empty: words are never hyphenated.
        full_stop: What ends a sentence, where another mark ends a whole text.
        end_mark: The mark that ends a whole text, not the full stop (N10); empty where a line of its own does.
        stopped_abbreviations: Abbreviations that end with what looks like the full stop, and keep it.
    """

    tag: str
    region_tag: str
    script: str
    endonym: str
    label_digits: str
    date_digits: str
    date_pattern: str
    quotes: tuple[str, str, str, str]
    units: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    leaning: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()
    miscut: tuple[str, ...] = ()
    two_words: str = ""
    text_digits: str = ASCII_DIGITS
    group_mark: str = ","
    spellout: str = ""
    year_offset: int = 0
    first_year: int | None = None
    label_pattern: str = "{}."
    apostrophe: str = "’"
    spaces_between_words: bool = False
    letters: str = "abcdefghijklmnopqrstuvwxyz"
    justification: Justification = Justification(stretch_em=0.17, shrink_em=0.075, most=3.5)
    alignment: Alignment = Alignment.RAGGED
    indent_em: float = 0.0
    hyphenation: str = ""
    full_stop: str = ""
    end_mark: str = ""
    stopped_abbreviations: tuple[str, ...] = ()


TALLEST: dict[str, str] = {
    "Latn": "ÅÉgjpqy(",
    "Khmr": "ស៊ើញ្ជ្រៀខ្ញុំគ្រឿង",  # raised vowels over stacks two deep
    "Thai": "ปี่ปั้นกู้ฎุญ",  # tone marks over vowels, vowels under descenders
}
"""Per ISO 15924 script, clusters that reach highest and lowest in running text (P03)."""

_ARTICLES = ("a", "an", "the")
_CONJUNCTIONS = ("and", "but", "nor", "or", "than", "that")
_PREPOSITIONS = ("as", "at", "by", "for", "from", "in", "into", "of", "on", "to", "with")
_SHORTENED = ("mr.", "ms.", "mrs.", "dr.", "h.e.", "no.", "art.", "p.", "pp.")
_LEANING = (*_ARTICLES, *_CONJUNCTIONS, *_PREPOSITIONS, *_SHORTENED)
"""English words that lean on the next: in every language, since names of organisations are English in most."""

_QUOTES = ("“", "”", "‘", "’")

LANGUAGES: dict[str, Language] = {
    language.tag: language
    for language in (
        Language(
            tag="en",
            region_tag="en-GB",
            script="Latn",
            endonym="English",
            label_digits=ASCII_DIGITS,
            date_digits=ASCII_DIGITS,
            date_pattern="{day} {month} {year}",
            quotes=_QUOTES,
            units=("%", "per cent", "percent", "km", "kilometres", "hectares", "million", "billion", "a.m.", "p.m."),
            leaning=_LEANING,
            spellout="%spellout-cardinal-verbose",  # “one hundred and two”; the first has no “and”
            lexicon=(*english.BODIES, *english.PLACES),
            spaces_between_words=True,
            alignment=Alignment.JUSTIFIED,
            hyphenation="en_US",
        ),
        Language(
            tag="km",
            region_tag="km-KH",
            script="Khmr",
            endonym="ខ្មែរ",  # "Khmer"
            label_digits=KHMER_DIGITS,
            date_digits=KHMER_DIGITS,
            text_digits=KHMER_DIGITS,
            group_mark=".",
            date_pattern="ថ្ងៃទី{day} ខែ{month} ឆ្នាំ{year}",  # "day {day} month {month} year {year}"
            quotes=_QUOTES,
            # per cent, riel, dollar, persons, kilometres, hectares, million
            units=("%", "ភាគរយ", "រៀល", "ដុល្លារ", "នាក់", "គីឡូម៉ែត្រ", "ហិកតា", "លាន"),
            # making nouns: of action, of quality, of agents; "-ness"
            prefixes=("ការ", "កិច្ច", "សេចក្ដី", "សេចក្តី", "អំពើ", "អ្នក", "ភាព", "អន្តរ"),
            suffixes=("ភាព", "កម្ម", "កិច្ច"),
            # and, or, and then, marker of adjectives, to (two spellings), of (twice), which, by, in, in order to, from
            leaning=("និង", "ឬ", "ហើយ", "ដ៏", "ឱ្យ", "ឲ្យ", "នៃ", "របស់", "ដែល", "ដោយ", "ក្នុង", "ដើម្បី", "ពី", *_LEANING),
            words=tuple(khmer.WORDS),
            lexicon=(*khmer.BODIES, *khmer.PLACES),
            miscut=(*khmer.WORDS, *khmer.BODIES, *khmer.PLACES),
            two_words="សង្គមស៊ីវិល",  # "civil society"
            justification=Justification(stretch_em=0.4, shrink_em=0.06, spread_em=0.08, most=1.5),
            letters="កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ",  # the consonants
            full_stop="។",
            end_mark="៕",
            stopped_abbreviations=("។ល។", "។បេ។"),  # et cetera, twice
        ),
        Language(
            tag="th",
            region_tag="th-TH",
            script="Thai",
            endonym="ไทย",  # "Thai"
            label_digits=THAI_DIGITS,
            date_digits=ASCII_DIGITS,
            date_pattern="{day} {month} {year}",
            year_offset=543,
            first_year=1941,
            quotes=_QUOTES,
            # per cent, baht, persons, kilometres, rai (0.16 ha), million
            units=("%", "เปอร์เซ็นต์", "บาท", "คน", "กิโลเมตร", "ไร่", "ล้าน"),
            prefixes=("การ", "ความ", "ผู้", "นัก"),  # making nouns: of action, of quality, of agents
            # and, or, of (twice), which (twice), in, by, for, with, from, not, will
            leaning=("และ", "หรือ", "ของ", "แห่ง", "ที่", "ซึ่ง", "ใน", "โดย", "เพื่อ", "กับ", "จาก", "ไม่", "จะ", *_LEANING),
            words=tuple(thai.WORDS),
            lexicon=(*thai.BODIES, *thai.PLACES),
            miscut=tuple(thai.MISCUT),
            two_words="ของประชาชน",  # "of the people"
            justification=Justification(stretch_em=0.16, shrink_em=0.06, spread_em=0.08, most=1.4),
            letters="กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",  # the consonants but ฃ, ฅ and ฆ
            indent_em=3.0,
        ),
    )
}


def get_language(tag: str) -> Language:
    """The language with this tag.

    Raises:
        KeyError: The kit does not know the tag; the message names those it knows.
    """
    try:
        return LANGUAGES[tag]
    except KeyError:
        raise KeyError(f"unknown language {tag!r}; the kit knows {', '.join(sorted(LANGUAGES))}") from None
