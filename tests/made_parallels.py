"""Parallel editions: of the tests' statements, and small ones whose clauses are of any length in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from statement_kit.brand import Brand
from statement_kit.catalogs import load_catalog
from statement_kit.document.blocks import Document
from statement_kit.document.compose import compose
from statement_kit.document.parallel import Parallel, parallel
from statement_kit.editions import Arrangement
from statement_kit.endorsers import Endorser
from statement_kit.model import Demand, Note, Section, Statement
from statement_kit.passages import ItemList, Passage, Quotation
from statement_kit.resources import translations_folder
from statement_kit.source.folder import load_folder
from statement_kit.translation.translate import translate
from statement_kit.translation.words import load_words

SETS: Sequence[tuple[str, ...]] = (("km", "en"), ("en", "th"), ("th", "km", "en"))
"""Languages that stand together: two and three, each at the head once."""

TABLES = """
[[parallel]]
languages = ["km", "en"]

[[parallel]]
languages = ["en", "km", "th"]
arrangement = "side-by-side"
"""
"""What asks for an edition of each arrangement, for the end of a statement's front matter."""

WORDS: Mapping[str, str] = {
    "en": "All parties must refrain from acts that endanger lives at the border",
    "km": "គ្រប់ភាគីត្រូវតែជៀសវាងសកម្មភាពដែលបង្កគ្រោះថ្នាក់ដល់អាយុជីវិតនៅតាមព្រំដែន",  # the same in Khmer
    "th": "ทุกฝ่ายต้องละเว้นการกระทำที่เป็นอันตรายต่อชีวิตที่ชายแดน",  # the same in Thai
}


def of(documents: Mapping[str, Document], tags: Sequence[str], arrangement: Arrangement) -> Parallel:
    """The documents of these languages in one file."""
    return parallel([documents[tag] for tag in tags], arrangement)


def side_by_side(documents: Mapping[str, Document], tags: Sequence[str]) -> Parallel:
    """The same in columns."""
    return of(documents, tags, Arrangement.SIDE_BY_SIDE)


Lengths = Sequence[int]
"""How often the words stand in a clause, by language."""


def _text(tag: str, length: int, reference: str = "") -> str:
    return " ".join([WORDS[tag]] * length) + reference


@st.composite
def statements(draw: st.DrawFn, tags: Sequence[str] = ("km", "en", "th")) -> list[Statement]:
    """A statement in several languages: the same clauses, each of any length in each of them."""
    lengths = st.lists(st.integers(1, 7), min_size=len(tags), max_size=len(tags))
    count = 0

    def passage(kind: str) -> list[Passage]:
        nonlocal count
        if kind == "list":
            items = draw(st.lists(lengths, min_size=1, max_size=4))
            is_lettered = draw(st.booleans())
            return [ItemList(tuple(_text(tag, item[at]) for item in items), is_lettered) for at, tag in enumerate(tags)]
        if kind == "quotation":
            said = draw(st.lists(lengths, min_size=1, max_size=2))
            return [Quotation(tuple(_text(tag, each[at]) for each in said)) for at, tag in enumerate(tags)]
        long = draw(lengths)
        count += kind == "noted"
        reference = f"[^n{count}]" if kind == "noted" else ""
        return [_text(tag, long[at], reference) for at, tag in enumerate(tags)]

    kinds = st.sampled_from(["text", "text", "noted", "list", "quotation"])
    preamble = [passage(kind) for kind in draw(st.lists(kinds, min_size=1, max_size=3))]
    parts: list[list[Demand | Section]] = []
    for is_demand in draw(st.lists(st.booleans(), max_size=5)):
        heading = draw(st.lists(st.integers(1, 2), min_size=len(tags), max_size=len(tags)))
        passages = [passage(kind) for kind in draw(st.lists(kinds, min_size=1, max_size=4))]
        make = Demand if is_demand else Section
        parts.append(
            [make(_text(tag, heading[at]), tuple(each[at] for each in passages)) for at, tag in enumerate(tags)]
        )
    noted = draw(st.lists(lengths, min_size=count, max_size=count))
    return [
        Statement(
            title=_text(tag, 1),
            preamble=tuple(each[at] for each in preamble),
            parts=tuple(each[at] for each in parts),
            issued=date(2025, 7, 28),
            language=tag,
            endorsers=(Endorser(1, "Village Support Group", "VSG"), Endorser(2, "Peace Network")),
            notes=tuple(Note(f"n{number}", _text(tag, one[at])) for number, one in enumerate(noted, 1)),
        )
        for at, tag in enumerate(tags)
    ]


def from_folder(folder: Path, tags: Sequence[str], arrangement: Arrangement) -> tuple[Parallel, Brand]:
    """The parallel edition of a statement folder, and its brand."""
    source, made = load_folder(folder), []
    for tag in tags:
        statement = source.statement
        if tag != statement.language:
            statement = translate(statement, load_catalog(folder, tag)).statement
        made.append(compose(statement, load_words(tag, translations_folder()), source.lexicon))
    return parallel(made, arrangement), source.brand


def documents_in_columns(made: Sequence[Statement]) -> Parallel:
    """The documents of statements, side by side."""
    documents = [compose(one, load_words(one.language, translations_folder())) for one in made]
    return parallel(documents, Arrangement.SIDE_BY_SIDE)
