"""Line breaking on real prose: the first statement's text, in three languages, ragged and justified, at every width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

import pytest
from icu4py.breakers import CharacterBreaker

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.faces import Faces
from statement_kit.languages.registry import Language
from statement_kit.layout.inline import Inline
from statement_kit.layout.lines import break_lines, demerits
from statement_kit.layout.measured import Measured, OverfullError, Setting, Span
from statement_kit.layout.spacing import hangs
from statement_kit.text.breaks import NEVER_FIRST, NEVER_LAST, SOFT_HYPHEN
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.segmentation import is_mark
from statement_kit.text.shaping import width_pt

LANGUAGES = ("en", "km", "th")
WIDTHS_PT = [100 + 3 * step for step in range(120)]
SIZE_PT = 11.0
COLOURS = Brand().colours
PROSE = (Role.LEAD, Role.PARAGRAPH, Role.CONTACT)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph shaped and measured, to be broken at many widths."""

    block: Block
    language: Language
    inline: Inline
    text: Measured
    setting: Setting

    def at(self, measure_pt: float) -> Setting:
        return replace(self.setting, measure_pt=measure_pt)

    def said(self, span: Span) -> str:
        return "".join(cluster.text for cluster in self.inline.clusters[slice(*span)])


def paragraphs(document: Document, library: FontLibrary, *, is_justified: bool) -> list[Paragraph]:
    language, brand = document.language, Brand()
    faces, give = Faces(language, brand, library), language.justification
    setting = Setting(
        0,
        is_justified=is_justified,
        stretch_pt=give.stretch_em * SIZE_PT,
        shrink_pt=give.shrink_em * SIZE_PT,
        spread_pt=give.spread_em * SIZE_PT,
        most=give.most,
    )
    found = []
    for block in document.blocks:
        if block.role in PROSE:
            inline = Inline(block, brand.styles[block.role], SIZE_PT, language, faces)
            found.append(Paragraph(block, language, inline, inline.measured(is_justified=is_justified), setting))
    return found


def greedy(text: Measured, measure_pt: float) -> list[Span]:
    """Lines filled one by one, as much on each as there is room for without shrinking."""
    ends = [*text.stops, None]
    spans, start, fits = [], 0, 0
    for stop in ends:
        end = stop.at if stop else len(text.widths)
        solid = end
        while solid > start and text.spaces[solid - 1]:
            solid -= 1
        width = sum(text.widths[start:solid]) + (stop.hyphen_pt if stop else 0)
        if width > measure_pt and fits > start:
            spans.append((start, fits))
            start = fits
        fits = end
    return [*spans, (start, len(text.widths))]


def lines(paragraph: Paragraph, measure_pt: float) -> Iterator[tuple[Span, str, float, float]]:
    """Each line of the optimum: its span, what it says, and where its ink begins and ends, hanging marks left out."""
    setting = paragraph.at(measure_pt)
    for span in break_lines(paragraph.text, setting):
        segments = list(paragraph.inline.line(span, paragraph.text, setting, 0.0, COLOURS))
        solid = [cluster for segment in segments for cluster in segment.clusters]
        while solid and solid[-1].is_space:
            solid.pop()
        left_pt = segments[0].x_pt
        yield span, "".join(segment.text for segment in segments), left_pt, left_pt + width_pt(solid)


@pytest.mark.parametrize("is_justified", [False, True], ids=["ragged", "justified"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paragraph_at_every_width_is_broken_rightly(
    documents: dict[str, Document], library: FontLibrary, language: str, is_justified: bool
) -> None:
    tried = 0
    for paragraph in paragraphs(documents[language], library, is_justified=is_justified):
        whole = "".join(cluster.text for cluster in paragraph.inline.clusters)
        graphemes = {0, *accumulate(map(len, CharacterBreaker(whole, language)))}
        for measure_pt in WIDTHS_PT:
            tried += 1
            setting = paragraph.at(measure_pt)
            found = list(lines(paragraph, measure_pt))
            spans = [span for span, *_ in found]
            assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
            assert "".join(text.removesuffix(SOFT_HYPHEN) for _, text, *_ in found) == whole
            assert {0, *accumulate(len(paragraph.said(span)) for span in spans)} <= graphemes
            for _, _, left_pt, right_pt in found:
                assert -0.25 * SIZE_PT <= left_pt <= 0
                assert right_pt <= measure_pt + 0.25 * SIZE_PT
            assert demerits(paragraph.text, setting, spans) <= greedy_cost(paragraph, measure_pt) + 1e-9
            for _, before, *_ in found[:-1]:
                assert before.rstrip()[-1] not in NEVER_LAST, before
            for _, after, *_ in found[1:]:
                assert after[0] not in NEVER_FIRST or after.startswith("ฯลฯ"), after
                assert not is_mark(after[0])
                assert not after[0].isspace()
    assert tried * 6 >= 10_000


def greedy_cost(paragraph: Paragraph, measure_pt: float) -> float:
    return demerits(paragraph.text, paragraph.at(measure_pt), greedy(paragraph.text, measure_pt))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_space_of_a_justified_line_is_wider_than_its_cap(
    documents: dict[str, Document], library: FontLibrary, language: str
) -> None:
    for paragraph in paragraphs(documents[language], library, is_justified=True):
        natural = {id(cluster): cluster.width_pt for cluster in paragraph.inline.clusters if cluster.is_space}
        widest = max(natural.values(), default=0.0)
        for measure_pt in WIDTHS_PT[::5]:
            setting = paragraph.at(measure_pt)
            cap_pt = widest + setting.stretch_pt * setting.most + 1e-6
            for span in break_lines(paragraph.text, setting):
                for segment in paragraph.inline.line(span, paragraph.text, setting, 0.0, COLOURS):
                    for here, _ in pairwise(segment.clusters):
                        assert not here.is_space or here.width_pt <= cap_pt
                        assert (
                            here.is_space or here.gap * here.size_pt <= setting.spread_pt * setting.most * 1000 * 1.01
                        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_justified_line_reaches_its_measure_indented_or_not_and_a_last_one_does_not(
    documents: dict[str, Document], library: FontLibrary, language: str
) -> None:
    reached = short = 0
    for paragraph in paragraphs(documents[language], library, is_justified=True):
        for measure_pt in WIDTHS_PT[40::10]:
            setting = replace(paragraph.at(measure_pt), indent_pt=20)
            spans = break_lines(paragraph.text, setting)
            for span in spans:
                segments = list(paragraph.inline.line(span, paragraph.text, setting, 0.0, COLOURS))
                solid = [cluster for segment in segments for cluster in segment.clusters]
                while solid[-1].is_space:
                    solid.pop()
                left_pt = segments[0].x_pt + hangs(solid[0])[0]
                assert left_pt == pytest.approx(20 if span[0] == 0 else 0)
                right_pt = segments[0].x_pt + width_pt(solid) - hangs(solid[-1])[1]
                if span == spans[-1]:
                    assert all(cluster.gap <= 0 for cluster in solid)
                    assert right_pt <= measure_pt + 1e-6
                elif any(cluster.gap for cluster in solid):
                    reached += 1
                    assert right_pt == pytest.approx(measure_pt)
                else:
                    short += abs(right_pt - measure_pt) > 1e-6
    assert reached > 500
    assert short < 0.04 * reached


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_zero_width_space_takes_no_part_in_justification(
    documents: dict[str, Document], library: FontLibrary, language: str
) -> None:
    """L09: a line with U+200B in it is as long, cluster by cluster, as the same line without."""
    document = documents[language]
    block = next(block for block in document.blocks if block.role is Role.PARAGRAPH)
    at = block.text.index(" ", len(block.text) // 3) + 1
    marked = replace(block, text=f"{block.text[:at]}\u200b{block.text[at:]}")
    plain, other = (
        paragraphs(replace(document, blocks=(each,)), library, is_justified=True)[0] for each in (block, marked)
    )
    setting = plain.at(300)
    spans = break_lines(plain.text, setting)
    assert break_lines(other.text, setting) == spans
    for span in spans:
        (one,), (two,) = (list(each.inline.line(span, each.text, setting, 0.0, COLOURS)) for each in (plain, other))
        assert [cluster.width_pt for cluster in one.clusters] == [cluster.width_pt for cluster in two.clusters]


def test_an_overfull_piece_is_named_and_is_really_too_wide(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    block = Block("p", Role.PARAGRAPH, "Write to incorruptible-commission@example.org today")
    (paragraph,) = paragraphs(replace(documents["en"], blocks=(block,)), library, is_justified=False)
    with pytest.raises(OverfullError) as caught:
        break_lines(paragraph.text, paragraph.at(100))
    start, end = caught.value.span
    assert width_pt(paragraph.inline.clusters[start:end]) > 100
    assert "incorruptible" in paragraph.said((start, end))
