"""Marks: runs that stand out by a style, scripts that are never slanted, links, forced line ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from lxml import etree
from made_docx import docx_of

from statement_kit.brand import DEFAULT_STYLES, DEFAULT_TYPEFACES, Brand, Face, Typeface
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.markup import LINE_END
from statement_kit.writers.docx.markup import R, W

NS = {"w": W}
LANGUAGES = ["en", "km", "th"]

Look = tuple[str, str, tuple[str, ...]]


def looks_of(file: bytes, part, name: str = "word/document.xml") -> Iterator[Look]:
    """Text, character style and direct properties of each run, but for axis and language."""
    for run in part(file, name).iter(f"{{{W}}}r"):
        text = "".join(run.xpath("w:t/text()", namespaces=NS)).replace("\u200b", "")
        style = "".join(run.xpath("w:rPr/w:rStyle/@w:val", namespaces=NS))
        direct = [etree.QName(one).localname for one in run.xpath("w:rPr/*", namespaces=NS)]
        yield text, style, tuple(name for name in direct if name not in {"rStyle", "cs", "lang"})


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "a *b* **c** ***d***", ["a ", ("b", "Emphasis"), " ", ("c", "Strong"), " ", ("d", "EmphasisStrong")]),
        ("km", "ជា *សន្តិភាព*", ["ជា ", ("សន្តិភាព", "Strong")]),  # "is peace"
        ("km", "***សន្តិភាព*** ជា", [("សន្តិភាព", "Strong"), " ជា"]),
        ("th", "คือ *สันติภาพ*", ["คือ ", ("สันติภาพ", "Strong")]),  # "is peace"
        ("km", "ជា *ASEAN*", ["ជា ", ("ASEAN", "Emphasis")]),
        ("th", "*อาเซียน (ASEAN)*", [("อาเซียน ", "Strong"), ("(ASEAN)", "Emphasis")]),
        ("en", "the **សន្តិភាព** *group*", ["the ", ("សន្តិភាព", "Strong"), " ", ("group", "Emphasis")]),
    ],
)
def test_marked_words_are_in_the_style_that_their_script_stands_out_by(
    language: str,
    text: str,
    expected: list[str | tuple[str, str]],
    document_of: Callable[..., Document],
    marked: Callable[..., Block],
    part,
) -> None:
    """T13: italic is for Latin, Khmer and Thai are bold."""
    file = docx_of(document_of(language, marked(Role.PARAGRAPH, text)), Brand())
    found = [(text, style) for text, style, _ in looks_of(file, part)]
    assert found == [one if isinstance(one, tuple) else (one, "") for one in expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "For **all** *children*",
            [("For ", "", ()), ("all", "", ()), (" ", "", ()), ("children", "Emphasis", ())],
        ),
        ("th", "*สันติภาพ* **ทันที**", [("สันติภาพ", "", ()), (" ", "", ()), ("ทันที", "", ())]),  # "peace now"
        ("km", "*សន្តិភាព* *ASEAN*", [("សន្តិភាព", "", ()), (" ", "", ()), ("ASEAN", "EmphasisStrong", ())]),
    ],
)
def test_headings_are_strong_as_they_are(
    language: str,
    text: str,
    expected: list[Look],
    document_of: Callable[..., Document],
    marked: Callable[..., Block],
    part,
) -> None:
    """A toggle that the paragraph's style has on would be switched off by a second one."""
    file = docx_of(document_of(language, marked(Role.DEMAND_HEADING, text)), Brand())
    assert list(looks_of(file, part)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_khmer_or_thai_is_ever_slanted(language: str, everything_files: dict[str, bytes], part) -> None:
    """T13, through styles too: only the style for emphasis in Latin is italic, on its axis only."""
    file = everything_files[language]
    italic = "//w:style[w:rPr/w:i[not(@w:val)] or w:rPr/w:iCs[not(@w:val)]]/@w:styleId"
    assert part(file, "word/styles.xml").xpath(italic, namespaces=NS) == ["Emphasis", "EmphasisStrong"]
    assert part(file, "word/styles.xml").xpath("//w:iCs[not(@w:val='0')]", namespaces=NS) == []
    for name in ("word/document.xml", "word/footnotes.xml"):
        slanted = "//w:r[w:rPr/w:cs][w:rPr/w:i or w:rPr/w:iCs or starts-with(w:rPr/w:rStyle/@w:val, 'Emphasis')]"
        assert part(file, name).xpath("//w:r[w:rPr/w:cs]", namespaces=NS) or language == "en"
        assert part(file, name).xpath(slanted, namespaces=NS) == []


def test_a_brand_that_emphasises_by_a_typeface_gets_it(
    document_of: Callable[..., Document], marked: Callable[..., Block], part
) -> None:
    """Key names in Moul, as some Khmer houses have it."""
    faces = {**DEFAULT_TYPEFACES, Face.TEXT_EMPHASIS: {"Khmr": Typeface("Moul", scale=0.8)}}
    document = document_of("km", marked(Role.PARAGRAPH, "*សន្តិភាព*"))
    (run,) = part(docx_of(document, Brand(typefaces=faces, script_base={})), "word/document.xml").iter(f"{{{W}}}r")
    assert run.xpath("w:rPr/w:rFonts/@w:cs", namespaces=NS) == ["Moul"]
    assert run.xpath("w:rPr/w:szCs/@w:val", namespaces=NS) == ["17"]
    assert run.find("w:rPr/w:rStyle", NS) is None


def test_an_italic_role_is_italic_in_latin_and_its_marks_add_nothing(
    document_of: Callable[..., Document], marked: Callable[..., Block], part
) -> None:
    styles = {**DEFAULT_STYLES, Role.QUOTATION: replace(DEFAULT_STYLES[Role.QUOTATION], face=Face.TEXT_EMPHASIS)}
    for language, toggles in {"en": ["i", "iCs"], "km": []}.items():
        document = document_of(language, marked(Role.QUOTATION, "We *left* សន្តិភាព"))
        file = docx_of(document, Brand(styles=styles))
        (style,) = part(file, "word/styles.xml").xpath("//w:style[@w:styleId='Quote']/w:rPr", namespaces=NS)
        names = [etree.QName(one).localname for one in style]
        assert [name for name in names if name in {"i", "iCs"}] == toggles
        (khmer,) = part(file, "word/document.xml").xpath("//w:r[w:rPr/w:cs]", namespaces=NS)
        assert khmer.xpath("w:rPr/w:i | w:rPr/w:iCs", namespaces=NS) == []


def test_a_link_is_one_link_whatever_is_marked_in_it(
    document_of: Callable[..., Document], marked: Callable[..., Block], part
) -> None:
    block = marked(Role.PARAGRAPH, "See [the **UN** *Charter* ខ្មែរ](https://un.org/charter).")  # "Khmer"
    file = docx_of(document_of("en", block), Brand())
    (link,) = part(file, "word/document.xml").iter(f"{{{W}}}hyperlink")
    assert "".join(link.itertext()) == "the UN Charter ខ្មែរ"
    assert list(looks_of(file, part))[1:-1] == [
        ("the ", "Hyperlink", ()),
        ("UN", "Hyperlink", ("b", "bCs")),
        (" ", "Hyperlink", ()),
        ("Charter", "Hyperlink", ("i", "iCs")),
        (" ", "Hyperlink", ()),
        ("ខ្មែរ", "Hyperlink", ("rFonts", "sz", "szCs")),
    ]


def test_links_lead_where_they_say_and_equal_ones_share_a_relationship(
    document_of: Callable[..., Document], marked: Callable[..., Block], part
) -> None:
    text = "[a](https://a.org/?x=1&y=2) <info@a.org> [b](tel:+85512345678) [c](https://a.org/?x=1&y=2)"
    file = docx_of(document_of("en", marked(Role.PARAGRAPH, text)), Brand())
    links = [one.get(f"{{{R}}}id") for one in part(file, "word/document.xml").iter(f"{{{W}}}hyperlink")]
    relationships = part(file, "word/_rels/document.xml.rels")
    targets = {one.get("Id"): (one.get("Target"), one.get("TargetMode")) for one in relationships}
    assert [targets[link] for link in links] == [
        ("https://a.org/?x=1&y=2", "External"),
        ("mailto:info@a.org", "External"),
        ("tel:+85512345678", "External"),
        ("https://a.org/?x=1&y=2", "External"),
    ]
    assert links[0] == links[3]


def test_two_links_side_by_side_stay_two(
    document_of: Callable[..., Document], marked: Callable[..., Block], part
) -> None:
    block = marked(Role.PARAGRAPH, "[a](https://a.org)[b](https://a.org)")
    file = docx_of(document_of("en", block), Brand())
    found = ["".join(one.itertext()) for one in part(file, "word/document.xml").iter(f"{{{W}}}hyperlink")]
    assert found == ["a", "b"]


def test_an_address_that_is_shown_is_never_hyphenated(
    document_of: Callable[..., Document], marked: Callable[..., Block], part
) -> None:
    """L13: Word parts no word that is not to be checked for spelling, LibreOffice none that is in no language."""
    block = marked(
        Role.PARAGRAPH, "<info@cid.asia> [example.org](https://example.org/) [our reports](https://example.org)"
    )
    file = docx_of(document_of("en", block), Brand())
    assert [text for text, _, direct in looks_of(file, part) if direct == ("noProof",)] == [
        "info@cid.asia",
        "example.org",
    ]
    languages = part(file, "word/document.xml").xpath("//w:r[w:rPr/w:noProof]/w:rPr/w:lang/@w:val", namespaces=NS)
    assert languages == ["zxx", "zxx"]


@pytest.mark.parametrize("role", [Role.PARAGRAPH, Role.TITLE, Role.LIST_ITEM])
def test_a_line_that_the_author_ended_ends(role: Role, document_of: Callable[..., Document], part) -> None:
    text = f"សន្តិភាព{LINE_END}ឥឡូវនេះ"  # "peace / now"
    body = part(docx_of(document_of("km", Block("t", role, text)), Brand()), "word/document.xml")
    (run,) = body.iter(f"{{{W}}}r")
    assert [etree.QName(one).localname for one in run] == ["rPr", "t", "br", "t"]
    assert LINE_END not in "".join(body.itertext())


def test_marks_stand_where_they_stood_before_line_ends_were_marked(
    document_of: Callable[..., Document], marked: Callable[..., Block], part
) -> None:
    """With U+200B and U+2060 put in before, between and inside the marked words, and spaces exchanged."""
    block = marked(Role.PARAGRAPH, "អង្គការសង្គមស៊ីវិល**ថ្មីៗ**ដែល*មាន ។ល។*")  # "new civil organisations that have etc."
    file = docx_of(document_of("km", block), Brand())
    found = [(text.replace("\u2060", "").replace("\u00a0", " "), style) for text, style, _ in looks_of(file, part)]
    assert found == [("អង្គការសង្គមស៊ីវិល", ""), ("ថ្មីៗ", "Strong"), ("ដែល", ""), ("មាន ។ល។", "Strong")]
    assert "\u200b" in "".join(part(file, "word/document.xml").itertext())


def test_links_are_the_accent_colour_and_underlined(everything_files: dict[str, bytes], part) -> None:
    (style,) = part(everything_files["en"], "word/styles.xml").xpath("//w:style[@w:styleId='Hyperlink']", namespaces=NS)
    assert style.xpath("w:rPr/w:color/@w:val", namespaces=NS) == ["9B2226"]
    assert style.xpath("w:rPr/w:u/@w:val", namespaces=NS) == ["single"]
