"""Several documents in one PDF: a section of the tree for each, its bookmarks, its links, one set of fonts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pypdf
import pytest
from lxml import etree
from made_annexes import everything_of
from made_parallels import SETS, of
from tagged import Node, read_tree

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.document.parallel import Content, without_language
from statement_kit.editions import Arrangement
from statement_kit.languages.registry import get_language
from statement_kit.layout.pages import lay_out
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

LANGUAGES = ("en", "km", "th")
_RDF = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


@pytest.fixture(scope="session")
def sources(everything: dict[str, Document]) -> dict[str, dict[str, Document]]:
    """The documents of each statement, by its name."""
    return {"everything": everything, "annex": {tag: everything_of(tag) for tag in LANGUAGES}}


Written = Callable[..., bytes]
"""Gives the PDF of a statement in a language, or in several in an arrangement."""


@pytest.fixture(scope="session")
def written(sources: dict[str, dict[str, Document]], library: FontLibrary) -> Written:
    """Each of them is made once."""

    @cache
    def write(name: str, *tags: str, arrangement: Arrangement | None = None) -> bytes:
        source = sources[name]
        return pdf_of(of(source, tags, arrangement) if arrangement else source[tags[0]], library)

    return write


def pdf_of(content: Content, library: FontLibrary) -> bytes:
    return write_pdf(content, lay_out(content, Brand(), library))


def outlined(node: Node) -> list[tuple[str, str, str]]:
    """Every element below one: its tag, its id without the language, its own language."""
    return [(one.tag, without_language(one.id), one.language) for one in node.walk()][1:]


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("tags", SETS, ids="+".join)
@pytest.mark.parametrize("name", ["everything", "annex"])
def test_each_version_is_a_section_in_its_language_and_in_it_the_tree_it_has_alone(
    name: str, tags: tuple[str, ...], arrangement: Arrangement, written: Written
) -> None:
    root = read_tree(written(name, *tags, arrangement=arrangement))
    versions = [kid for kid in root.kids if isinstance(kid, Node)]
    assert [(one.tag, one.language) for one in versions] == [("Sect", tag) for tag in tags]
    for version, tag in zip(versions, tags, strict=True):
        alone = read_tree(written(name, tag))
        assert outlined(version) == outlined(alone)


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("tags", SETS, ids="+".join)
@pytest.mark.parametrize("name", ["everything", "annex"])
def test_bookmarks_stand_under_the_names_of_their_languages(
    name: str, tags: tuple[str, ...], arrangement: Arrangement, written: Written
) -> None:
    data = written(name, *tags, arrangement=arrangement)
    outline = pypdf.PdfReader(BytesIO(data)).outline
    assert [one.title for one in outline[::2]] == [get_language(tag).endonym for tag in tags]
    for below, tag in zip(outline[1::2], tags, strict=True):
        alone = pypdf.PdfReader(BytesIO(written(name, tag))).outline
        assert _titles(below) == _titles(alone)
    with pikepdf.open(BytesIO(data)) as pdf:
        first = pdf.Root.Outlines.First
        assert int(first.Count) > 0, "a language is open"
        assert int(first.First.Count) > 0, "and so is its title"


def _titles(outline: list[object]) -> list[object]:
    return [_titles(one) if isinstance(one, list) else one["/Title"] for one in outline]  # type: ignore[index]


@pytest.mark.parametrize("arrangement", Arrangement)
def test_the_file_is_in_the_first_language_and_names_all_of_them_and_their_titles(
    documents: dict[str, Document], arrangement: Arrangement, library: FontLibrary
) -> None:
    content = of(documents, ("th", "km", "en"), arrangement)
    with pikepdf.open(BytesIO(pdf_of(content, library))) as pdf:
        assert str(pdf.Root.Lang) == "th"
        assert str(pdf.docinfo.Title) == documents["th"].title
        packet = etree.fromstring(pdf.Root.Metadata.read_bytes())
        labels = [str(label.P) for label in list(pdf.Root.PageLabels.Nums)[1::2]]
        count = len(pdf.pages)
    assert packet.xpath("//dc:language//rdf:li/text()", namespaces=_RDF) == ["th", "km", "en"]
    titles = {
        one.get(f"{{{_RDF['xml']}}}lang"): one.text for one in packet.xpath("//dc:title//rdf:li", namespaces=_RDF)
    }
    assert titles == {"x-default": documents["th"].title, **{tag: documents[tag].title for tag in ("th", "km", "en")}}
    assert labels == [documents["th"].page_labels.number(page) for page in range(1, count + 1)]


@pytest.mark.parametrize("arrangement", Arrangement)
def test_links_lead_to_places_of_their_own_version(
    everything: dict[str, Document], arrangement: Arrangement, library: FontLibrary, written: Written
) -> None:
    """In turn the pages tell them apart; side by side they are as many as each version has alone."""
    tags = ("km", "en", "th")
    data = written("everything", *tags, arrangement=arrangement)
    root = read_tree(data)
    alone = {tag: read_tree(written("everything", tag)) for tag in tags}
    for version, tag in zip((kid for kid in root.kids if isinstance(kid, Node)), tags, strict=True):
        assert _said(version) == _said(alone[tag])
    if arrangement is Arrangement.SIDE_BY_SIDE:
        return
    lengths = [len(lay_out(everything[tag], Brand(), library).pages) for tag in tags]
    with pikepdf.open(BytesIO(data)) as pdf:
        version_of = [number for number, length in enumerate(lengths) for _ in range(length)]
        places = {page.objgen: version_of[at] for at, page in enumerate(pdf.pages)}
        inner = 0
        for at, page in enumerate(pdf.pages):
            for link in page.get("/Annots", []):
                if "/Dest" in link:
                    assert places[link.Dest[0].objgen] == version_of[at]
                    inner += 1
    assert inner


def _said(node: Node) -> list[str]:
    """What the links below an element say of themselves, each once."""
    said = (str(link.Contents) for one in node.walk() for link in one.annotations)
    return list(dict.fromkeys(said))


def test_a_font_of_several_versions_is_embedded_once(everything: dict[str, Document], library: FontLibrary) -> None:
    def families(content: Content) -> list[str]:
        with pikepdf.open(BytesIO(pdf_of(content, library))) as pdf:
            fonts = {font.objgen: font for page in pdf.pages for font in page.Resources.Font.values()}
            return sorted(str(font.BaseFont).partition("+")[2] for font in fonts.values())

    together = families(of(everything, ("en", "km", "th"), Arrangement.IN_TURN))
    alone = {family for tag in LANGUAGES for family in families(everything[tag])}
    assert set(together) == alone
    assert len(together) == len(set(together))
