"""What of SVG is refused: everything that would change the picture and is not drawn, and every way to cost too much."""

from __future__ import annotations

import time

import pytest
from made_pictures import svg

from statement_kit.diagnostics import SourceError
from statement_kit.pictures import parse_picture

SECONDS = 20
"""Far more than any of these files takes, on a slow machine that others use too."""

SHAPE = '<rect width="9" height="9"/>'


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        parse_picture(data, "logo.svg")
    return caught.value


def test_a_style_sheet_of_another_file_is_refused() -> None:
    data = b'<?xml-stylesheet href="look.css"?>' + svg(SHAPE)
    assert [found.rule for found in refused(data).diagnostics] == ["picture/svg-style"]


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("svg-element", "<text>Peace</text>"),
        ("svg-element", '<image href="file:///etc/passwd"/>'),
        ("svg-element", "<foreignObject/>"),
        ("svg-element", "<switch><g/></switch>"),
        ("svg-paint", '<linearGradient id="g"/><rect width="9" height="9" fill="url(#g)"/>'),
        ("svg-paint", '<rect width="9" height="9" stroke="url(#g) red"/>'),
        ("svg-paint", '<path d="M0 0h9" stroke="red" stroke-dasharray="2" pathLength="10"/>'),
        ("svg-property", '<rect width="9" height="9" filter="url(#f)"/>'),
        ("svg-property", '<rect width="9" height="9" style="mix-blend-mode: multiply"/>'),
        ("svg-property", '<g mask="url(#m)"/>'),
        ("svg-property", '<path marker-end="url(#m)" d="M0 0h9"/>'),
        ("svg-property", '<path style="d: path(\'M0 0h9\')" d="M0 0h9"/>'),
        ("svg-script", "<script>alert(1)</script>"),
        ("svg-style", '<style media="print">rect { fill: red }</style>'),
        ("svg-style", '<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="a.css"/>'),
        ("svg-style", '<style xmlns="http://www.w3.org/1999/xhtml">rect { fill: red }</style>'),
        ("svg-script", '<rect onclick="alert(1)" width="9" height="9"/>'),
        ("svg-animation", '<rect width="9" height="9"><animate attributeName="x"/></rect>'),
        ("svg-reference", '<use href="https://example.org/a.svg#b"/>'),
        ("svg-reference", '<use href="#lost"/>'),
        ("svg-reference", '<use href="#"/>'),
        ("svg-reference", '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        ("svg-reference", '<g clip-path="url(#lost)"/>'),
        ("svg-reference", '<g clip-path="url(https://example.org/a.svg#c)"/>'),
        ("svg-clip", '<clipPath id="c"><text/></clipPath><rect clip-path="url(#c)" width="9" height="9"/>'),
        ("svg-clip", f'<clipPath id="c">{SHAPE}{SHAPE}</clipPath><g clip-path="url(#c)">{SHAPE}</g>'),
        ("svg-clip", f'<clipPath id="c" clipPathUnits="objectBoundingBox">{SHAPE}</clipPath><g clip-path="url(#c)"/>'),
        ("svg-opacity", f'<g opacity=".5">{SHAPE}{SHAPE}</g>'),
        ("svg-opacity", '<rect width="9" height="9" stroke="red" opacity=".5"/>'),
        ("svg-condition", f'<g systemLanguage="th">{SHAPE}</g>'),
        ("svg-style", f"<style>g rect {{fill: red}}</style>{SHAPE}"),
        ("svg-style", f"<style>@import 'other.css';</style>{SHAPE}"),
        ("svg-style", f"<style>rect {{ &amp;.a {{fill: red}} }}</style>{SHAPE}"),
        ("svg-style", f"<style>rect {{ fill: red; .a {{fill: blue}} }}</style>{SHAPE}"),
        ("svg-style", f"<style>rect {{ @media print {{fill: red}} }}</style>{SHAPE}"),
        ("svg-style", f"<style>@media print {{rect {{fill: red}}}}</style>{SHAPE}"),
        ("svg-value", '<rect width="2em" height="9"/>'),
        ("svg-value", '<rect width="1e999" height="9"/>'),
        ("svg-value", '<path d="M0 0 L5"/>'),
        ("svg-value", '<path d="M0 0 L5 x5"/>'),
        ("svg-value", '<path d="L5 5"/>'),
        ("svg-value", '<polygon points="1 2 3"/>'),
        ("svg-value", '<rect width="9" height="9" fill="rde"/>'),
        ("svg-value", '<rect width="9" height="9" fill="var(--accent)"/>'),
        ("svg-value", '<rect width="9" height="9" fill-rule="odd"/>'),
        ("svg-value", '<g transform="turn(9)"/>'),
        ("svg-value", '<rect width="9" height="9" stroke="red" stroke-dasharray="1 -1"/>'),
        ("svg-value", '<svg viewBox="0 0 9"/>'),
        ("empty", ""),
        ("empty", '<rect width="9" height="9" fill="none"/>'),
        ("empty", f'<g transform="scale(0)">{SHAPE}</g>'),
        ("empty", f'<g opacity="0">{SHAPE}</g>'),
    ],
)
def test_what_is_not_drawn_is_refused_by_its_rule(rule: str, content: str) -> None:
    assert {found.rule for found in refused(svg(content)).diagnostics} == {f"picture/{rule}"}


def test_a_finding_names_the_element_its_line_and_what_to_do() -> None:
    file = svg(f"\n{SHAPE}\n<text>Peace</text>\n<text>Now</text>")
    assert str(refused(file)) == (
        "logo.svg:3: error: The picture uses <text>, which we do not draw. [picture/svg-element]\n"
        "    Convert the text to outlines (paths) in the drawing program, and export again."
    )


def test_all_findings_come_at_once_but_never_thousands() -> None:
    several = refused(svg('<text/><image/><rect width="9" height="9" filter="url(#f)"/>'))
    many = refused(svg("".join(f"<what{at}/>" for at in range(1000))))
    assert (len(several.diagnostics), len(many.diagnostics)) == (3, 20)


@pytest.mark.parametrize(
    ("rule", "file"),
    [
        ("not-svg", b"<html/>"),
        ("not-svg", b'<svg width="9" height="9"><rect/></svg>'),
        ("damaged", b'<svg xmlns="http://www.w3.org/2000/svg"><rect'),
        ("damaged", "<?xml version='1.0' encoding='iso-8859-1'?><svg id='é'/>".encode("latin-1")),
        ("svg-entity", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("svg-size", svg(SHAPE, "")),
        ("svg-size", svg(SHAPE, 'width="0" height="9"')),
        ("svg-value", svg(SHAPE, 'width="9en" height="9"')),
    ],
)
def test_a_file_that_is_no_sound_svg_is_refused(rule: str, file: bytes) -> None:
    assert [found.rule for found in refused(file).diagnostics] == [f"picture/{rule}"]


LAUGHS = "".join(f'<g id="l{at}">' + f'<use href="#l{at - 1}"/>' * 10 + "</g>" for at in range(1, 12))
CLIPPED = '<clipPath id="c{0}"><path d="M0 0{1}"/></clipPath><g clip-path="url(#c{0})">' + SHAPE + "</g>"

HOSTILE = {
    "entities": b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + svg("&b;"),
    "laughs by instances": svg(f'<defs><g id="l0">{SHAPE}</g>{LAUGHS}</defs><use href="#l11"/>'),
    "groups within groups": svg("<g>" * 40_000 + "</g>" * 40_000),
    "groups as deep as XML allows": svg("<g>" * 200 + SHAPE + "</g>" * 200),
    "too many elements": svg("<g/>" * 101_000),
    "too many shapes": svg(SHAPE * 30_000),
    "a path of a million points": svg(f'<path d="M0 0{"l1 1" * 900_000}"/>'),
    "a path drawn again and again": svg(f'<path id="p" d="M0 0{"l1 1" * 9_000}"/>' + '<use href="#p"/>' * 1000),
    "a clip path for each shape": svg("".join(CLIPPED.format(at, "l1 1" * 10_000) for at in range(40))),
    "brackets without end": svg(f'<rect style="x: {"(" * 20_000}"/>'),
    "style brackets without end": svg(f"<style>a{{x: {'[' * 90_000}</style>"),
    "a style sheet without end": svg(f"<style>{'.a{fill:red}' * 10_000}</style>{SHAPE}"),
    "a colour without end": svg(f'<rect width="9" height="9" fill="{"(" * 900_000}"/>'),
    "dashes without end": svg('<path d="M0 0h1e6" stroke="red" stroke-dasharray="1e-9"/>'),
    "scales without end": svg('<g transform="scale(1e7)">' * 60 + SHAPE + "</g>" * 60),
    "a view box of next to nothing": svg(SHAPE, 'width="9" height="9" viewBox="0 0 1e-300 1e-300"'),
    "a number without end": svg(f'<polygon points="{"1" * 1_400_000}"/>'),
    "too many to be faded": svg('<g opacity=".5">' * 70 + SHAPE * 15_000 + "</g>" * 70),
    "too large": b"<" + b" " * 4_000_001,
}


@pytest.mark.parametrize("file", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_before_it_costs_much(file: bytes) -> None:
    began = time.process_time()
    refused(file)
    assert time.process_time() - began < SECONDS


def test_a_large_drawing_within_the_limits_is_drawn() -> None:
    picture = parse_picture(svg("<g>" * 60 + SHAPE * 5_000 + "</g>" * 60), "logo.svg")
    assert picture.drawing.count(b"rg") == 5_000
