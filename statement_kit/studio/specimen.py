"""The specimens: a short statement and a short press release in every language of the kit, to show a brand by.

Between them they have a block of every role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.document.compose import compose
from statement_kit.endorsers import Annex, Endorser, EndorserKind, Group, Naming
from statement_kit.languages.registry import LANGUAGES
from statement_kit.resources import translations_folder
from statement_kit.samples import PRESS, SPECIMEN, sample, sample_languages
from statement_kit.source.statement_file import parse_statement
from statement_kit.translation.words import load_words

_FRONT = """\
+++
kind = "joint-statement"
language = "{language}"
issued = 2025-07-28
contacts = [{{ email = "press@example.org", phone = "+855 12 345 678" }}]
+++

"""

_ENDORSERS = (
    # "friends of the river", twice
    Endorser(
        1,
        "Friends of the River",
        "FOR",
        website="https://example.org",
        in_languages={"km": Naming("មិត្តទន្លេ"), "th": Naming("มิตรแม่น้ำ")},
    ),
    # "Upland Water Network", twice
    Endorser(
        2,
        "Upland Water Network",
        "UWN",
        EndorserKind.NETWORK,
        in_languages={"km": Naming("បណ្ដាញទឹកតំបន់ខ្ពង់រាប"), "th": Naming("เครือข่ายน้ำที่สูง")},
    ),
    # a name, twice
    Endorser(
        3, "Sok Dara", kind=EndorserKind.INDIVIDUAL, in_languages={"km": Naming("សុខ ដារ៉ា"), "th": Naming("สก ดารา")}
    ),
    Endorser(4, is_withheld=True),
)
"""Who signed it; all of them are invented."""

_ANNEX = Annex(group=Group.KIND)


def specimens(language: str) -> tuple[Document, Document]:
    """The specimens in a language, ready to be set: the statement, and the press release.

    Raises:
        KeyError: The kit has none in it.
    """
    return _statement(language), _press_release(language)


def _statement(language: str) -> Document:
    text = _FRONT.format(language=language) + sample(SPECIMEN, language)
    statement = parse_statement(text, f"{SPECIMEN}.{language}.md").statement
    statement = replace(statement, endorsers=_ENDORSERS, annex=_ANNEX)
    return compose(statement, load_words(language, translations_folder()))


def _press_release(language: str) -> Document:
    statement = parse_statement(sample(PRESS, language), f"{PRESS}.{language}.md").statement
    return compose(statement, load_words(language, translations_folder()), embargoed=True)


def languages_of(brand: Brand) -> Sequence[str]:
    """The languages that a brand is made for: those it says something in, in the order of the kit; or all."""
    named = {tag for table in (brand.names, brand.letterhead, brand.footer) for tag in table}
    named |= {tag for logo in brand.logos.values() for tag in logo.alt}
    named |= set(brand.backdrop.words) if brand.backdrop else set()
    return [tag for tag in LANGUAGES if tag in named] or list(LANGUAGES)


def specimen_languages(brand: Brand) -> Sequence[str]:
    """Those of them in which there is a specimen."""
    return [tag for tag in languages_of(brand) if tag in sample_languages(SPECIMEN)]
