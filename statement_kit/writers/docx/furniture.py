"""Headers and footers: a running head on all pages but the first, which has a letterhead; page numbers on all.

Page numbers are live fields, so they stay right when the text is edited; a font of labels draws them in the digits of
the language (D04).
"""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees, hypot
from string import Formatter

from lxml import etree

from statement_kit.arranging import backdrop
from statement_kit.arranging.footer import label_is_beside
from statement_kit.brand import Face, Placement
from statement_kit.brand.page import WATERMARK_LENGTH, WATERMARK_MOST_PT
from statement_kit.document.blocks import Role
from statement_kit.text.itemize import script_of
from statement_kit.text.shaping import width_pt
from statement_kit.writers.docx.character_styles import PAGE_NUMBER
from statement_kit.writers.docx.drawings import AddPicture, picture_behind, words_across
from statement_kit.writers.docx.fields import field
from statement_kit.writers.docx.line_ends import with_line_ends
from statement_kit.writers.docx.looks import LATIN, Looks
from statement_kit.writers.docx.markup import element, root, twips
from statement_kit.writers.docx.number_formats import numbers
from statement_kit.writers.docx.paragraphs import styled_paragraph
from statement_kit.writers.docx.runs import plain_voice, script_runs, text_runs
from statement_kit.writers.docx.style_names import FOOTER, ROLE_STYLES, STRUT

_FIRST_PAGE, _LATER_PAGES = 101, 102
"""Numbers of the two watermarks among the drawings of the file."""

_HEIGHT_EM = 1.8
"""Height of these words with what stands above and below their letters."""

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def empty_header(looks: Looks) -> etree._Element:
    """The head of the first page, whose letterhead stands in the text; it must not be high enough to push that down."""
    return root("hdr", styled_paragraph(STRUT.id, *_watermark(looks, _FIRST_PAGE)))


def running_header(looks: Looks) -> etree._Element:
    """The head of every page but the first."""
    line = furniture_line(ROLE_STYLES[Role.FURNITURE].id, Role.FURNITURE, looks.document.running_head, looks)
    line.extend(_watermark(looks, _LATER_PAGES))
    return root("hdr", line)


def _watermark(looks: Looks, number: int) -> Iterator[etree._Element]:
    """The words across every page: of a draft, or the brand's."""
    if across := backdrop.words_across(looks.document, looks.brand):
        from statement_kit.text.outline import outlines  # brings a library that only such words need

        words = across.words
        width, height = looks.brand.paper.size_pt
        room_pt = WATERMARK_LENGTH * hypot(width, height)
        size_pt = looks.faces.size_to_fill(words, Face.TITLE, room_pt, WATERMARK_MOST_PT)
        clusters = looks.faces.shape(words, Face.TITLE, size_pt)
        colour = across.colour.lstrip("#").upper()
        size, rise = (width_pt(clusters), _HEIGHT_EM * size_pt), degrees(atan2(height, width))
        yield words_across(number, size, rise, colour, outlines(clusters))


def add_emblem(header: etree._Element, looks: Looks, add_picture: AddPicture, *, is_first: bool) -> None:
    """Put the brand's emblem behind the pages that a header stands on.

    Args:
        header: The header.
        looks: Whose emblem.
        add_picture: Gives the header's relationship to a picture.
        is_first: Whether it is the header of the first page.
    """
    behind, size_pt = looks.brand.backdrop, backdrop.emblem_size_pt(looks.document, looks.brand)
    if behind is None or behind.emblem is None or size_pt is None:
        return
    from statement_kit.pictures.thinning import thinned_file  # brings libraries that most files do not need

    link = add_picture("emblem", thinned_file(behind.emblem, size_pt[0], behind.tint))
    header[0].append(picture_behind(_FIRST_PAGE if is_first else _LATER_PAGES, link, size_pt))


def footer(looks: Looks) -> etree._Element:
    """The page label, its numbers as fields; and the brand's lines beside it or above."""
    blocks, label = looks.brand.footer_blocks(looks.language.tag), _page_label(looks)
    if not blocks:
        return root("ftr", styled_paragraph(FOOTER.id, *label))
    lines = [furniture_line(FOOTER.id, block.role, block.text, looks) for block in blocks]
    is_beside = label_is_beside(looks.document, looks.brand, looks.faces)
    if is_beside:
        tab = element("tab", val="right", pos=twips(looks.brand.measure_pt))
        lines[0][0].append(element("tabs", tab))
        lines[0].append(element("r", element("tab")))
        lines[0].extend(label)
    if looks.brand.styles[Role.FURNITURE].placement is Placement.START:
        for line in lines:
            line[0].append(element("jc", val="left"))
    return root("ftr", *lines, *([] if is_beside else [styled_paragraph(FOOTER.id, *label)]))


def furniture_line(style_id: str, role: Role, text: str, looks: Looks) -> etree._Element:
    """A paragraph that stands around the text; one without letters, a telephone number, is set in Latin."""
    voice, marked = plain_voice(looks, role), with_line_ends(text, looks.language)
    runs = text_runs(marked, voice) if any(map(script_of, text)) else script_runs(marked, LATIN, voice)
    return styled_paragraph(style_id, *runs)


def _page_label(looks: Looks) -> Iterator[etree._Element]:
    voice, switch = plain_voice(looks, Role.FURNITURE), numbers(looks.language).switch
    for words, wanted, _, _ in Formatter().parse(looks.document.page_labels.pattern):
        yield from text_runs(words, voice)
        if wanted is not None:
            yield from field(f"{_FIELDS[wanted]}{switch}", "1", PAGE_NUMBER)
