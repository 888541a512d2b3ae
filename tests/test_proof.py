"""The proof: a PDF that does not give back its text is found out (T06)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from made_annexes import listed, some_logos
from proving import check_proof

from statement_kit import proof, render
from statement_kit.brand import Brand, Face, Logo, Typeface
from statement_kit.diagnostics import OutputError
from statement_kit.document.blocks import Block, Document, Role, WallLogo
from statement_kit.languages.registry import Alignment
from statement_kit.layout.pages import lay_out
from statement_kit.markup.problems import character_problems
from statement_kit.pictures import VectorPicture
from statement_kit.proof import clause_texts
from statement_kit.source.folder import Source
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

LANGUAGES = ["en", "km", "th"]
LETTERHEAD = Brand(names={"en": "Coalition for Peace"}, letterhead={"en": ("Phnom Penh", "peace@example.org")})


def findings(data: bytes, blocks: tuple[Block, ...]) -> list[str]:
    with pytest.raises(OutputError) as raised:
        check_proof(data, blocks)
    assert {found.rule for found in raised.value.diagnostics} == {"pdf/text-differs"}
    return [found.message for found in raised.value.diagnostics]


@pytest.mark.parametrize("alignment", Alignment)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_kit_writes_gives_back_its_text(
    documents: dict[str, Document],
    everything: dict[str, Document],
    library: FontLibrary,
    language: str,
    alignment: Alignment,
) -> None:
    brand = Brand(alignment={language: alignment})
    for document in (documents[language], everything[language]):
        check_proof(write_pdf(document, lay_out(document, brand, library)), document.blocks)


def test_the_letterhead_is_proved_too(documents: dict[str, Document], library: FontLibrary) -> None:
    pages = lay_out(documents["en"], LETTERHEAD, library)
    data = write_pdf(documents["en"], pages)
    check_proof(data, (*pages.letterhead, *documents["en"].blocks))
    assert "letterhead stands in the PDF, but not in the document." in findings(data, documents["en"].blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_for_a_logo_are_proved_too(
    documents: dict[str, Document], library: FontLibrary, language: str
) -> None:
    alt = {"en": "Logo of the Coalition", "km": "និមិត្តសញ្ញា", "th": "ตรา"}  # Khmer and Thai: "logo"
    logo = Logo(VectorPicture(10, 10, b"0 0 10 10 re f"), alt)
    data = write_pdf(documents[language], lay_out(documents[language], Brand(logo=logo), library))
    blocks = documents[language].blocks
    check_proof(data, blocks, {"logo": alt[language]})
    assert findings(data, blocks) == ["logo stands in the PDF, but not in the document."]
    assert clause_texts(data)["logo"] == alt[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_for_the_logos_of_endorsers_are_proved_in_their_place(library: FontLibrary, language: str) -> None:
    document = listed(language, ("", ["Peace Now"]), logos=2)
    data = write_pdf(document, lay_out(document, Brand(), library))
    first, second = ((logo.id, logo.alt) for logo in document.wall)
    check_proof(data, document.blocks, logos=dict([first, second]))
    for wrong, message in (
        ({}, "logo.1 stands in the PDF, but not in the document."),
        (dict([second, first]), "logo.1 is read in the place of logo.2."),
        ({**dict([first, second]), "logo.3": "Seal"}, "logo.3 is missing from the PDF."),
    ):
        with pytest.raises(OutputError) as raised:
            check_proof(data, document.blocks, logos=wrong)
        assert message in [found.message for found in raised.value.diagnostics]


def test_a_release_proves_the_logos_of_its_endorsers(example: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    (logo,) = some_logos(1)
    first, *others = example.statement.endorsers
    statement = replace(example.statement, endorsers=(replace(first, logo=logo), *others))
    assert list(clause_texts(render(statement, "pdf")))[-1] == f"logo.{first.number}"
    read = proof.clause_texts
    monkeypatch.setattr(proof, "clause_texts", lambda data: {**read(data), f"logo.{first.number}": "Another logo"})
    with pytest.raises(OutputError, match=f"logo.{first.number} reads “Anotherlogo”"):
        render(statement, "pdf")


@pytest.mark.parametrize("length", [500, 511, 512, 513, 4000])
def test_long_texts_are_read_as_a_whole(library: FontLibrary, length: int) -> None:
    (picture,) = some_logos(1)
    wall = (WallLogo("logo.1", picture, "Long " * (length // 5)),)
    document = replace(listed("en", ("", ["A" * 60])), wall=wall)
    data = write_pdf(document, lay_out(document, Brand(), library))
    assert clause_texts(data)["logo.1"] == wall[0].alt
    check_proof(data, document.blocks, logos={"logo.1": wall[0].alt})


@pytest.fixture(scope="module", params=LANGUAGES)
def document(documents: dict[str, Document], request: pytest.FixtureRequest) -> Document:
    """The first statement in each language."""
    found: Document = documents[request.param]
    return found


@pytest.fixture(scope="module")
def data(document: Document, library: FontLibrary) -> bytes:
    """Its PDF."""
    return write_pdf(document, lay_out(document, Brand(), library))


def test_one_letter_more_is_found_and_shown(document: Document, data: bytes) -> None:
    blocks = tuple(
        replace(block, text=f"{block.text[:3]}X{block.text[3:]}") if block.id == "demand.3.1" else block
        for block in document.blocks
    )
    (message,) = findings(data, blocks)
    assert message.startswith("demand.3.1 reads “")
    assert "X" in message.partition("where the document says")[2]


@pytest.mark.parametrize("alignment", Alignment)
def test_a_hyphen_of_the_authors_at_a_line_end_is_no_difference_and_a_lost_one_is(
    documents: dict[str, Document], library: FontLibrary, alignment: Alignment
) -> None:
    text = "We call for good-neighborly, long-standing, cross-border, non-violent, well-known co-operation. " * 12
    document = replace(documents["en"], blocks=(Block("p.1", Role.PARAGRAPH, text.strip()),))
    data = write_pdf(document, lay_out(document, Brand(alignment={"en": alignment}), library))
    check_proof(data, document.blocks)
    (message,) = findings(data, (Block("p.1", Role.PARAGRAPH, text.replace("-", "", 1).strip()),))
    assert "good-neigh" in message


@pytest.mark.parametrize("typeface", [Typeface("Source Serif 4"), Typeface("Noto Serif Khmer"), Typeface("Taviraj")])
def test_every_character_that_a_typeface_has_and_a_statement_may_have_gives_itself_back(
    documents: dict[str, Document], library: FontLibrary, typeface: Typeface
) -> None:
    font = library.font(typeface.family, typeface.weight)
    chars = [char for char in map(chr, range(0x21, 0x20000)) if font.covers(char) and _is_letter_or_sign(char)]
    texts = [" ".join(f"a{char}b" for char in chars[at : at + 60]) for at in range(0, len(chars), 60)]
    assert len(chars) > 100
    blocks = tuple(Block(f"p.{number}", Role.CONTACT, text) for number, text in enumerate(texts, 1))
    document = replace(documents["en"], blocks=blocks)
    others = dict.fromkeys(("Khmr", "Thai"), typeface)
    brand = Brand(typefaces={face: {"Latn": Typeface("Source Serif 4"), **others} for face in Face})
    check_proof(write_pdf(document, lay_out(document, brand, library)), blocks)


def _is_letter_or_sign(char: str) -> bool:
    """Whether it may stand alone between two letters, in a statement."""
    return unicodedata.category(char)[0] not in "MZ" and not list(character_problems("p.1", char))


def test_a_clause_that_is_missing_is_found(document: Document, data: bytes) -> None:
    more = Block("demand.9", document.blocks[0].role, "Peace")
    assert findings(data, (*document.blocks, more)) == ["demand.9 is missing from the PDF."]


def test_two_clauses_in_each_others_place_are_found(document: Document, data: bytes) -> None:
    first, second, *others = document.blocks
    (message,) = findings(data, (second, first, *others))
    assert message == f"{first.id} is read in the place of {second.id}."


def test_an_error_in_the_text_layer_is_found(document: Document, data: bytes) -> None:
    """As from a font whose codes were mixed up: everything looks right and reads wrong."""

    def swapped(cmap: bytes) -> bytes:
        lines = cmap.split(b"\n")
        at = next(at for at, line in enumerate(lines) if line.startswith(b"<0003>"))
        lines[at], lines[at + 1] = (
            lines[at][:7] + lines[at + 1][7:],
            lines[at + 1][:7] + lines[at][7:],
        )
        return b"\n".join(lines)

    assert findings(_with_cmap(data, swapped), document.blocks)


def test_a_tree_without_an_element_is_found(document: Document, data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        del pdf.Root.StructTreeRoot.K.K[1]
        out = BytesIO()
        pdf.save(out)
    assert "title is missing from the PDF." in findings(out.getvalue(), document.blocks)


def test_a_file_that_is_no_pdf_is_refused() -> None:
    with pytest.raises(OutputError) as raised:
        clause_texts(b"peace")
    assert [found.rule for found in raised.value.diagnostics] == ["pdf/unreadable"]


def _with_cmap(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            font.ToUnicode.write(change(font.ToUnicode.read_bytes()))
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()
