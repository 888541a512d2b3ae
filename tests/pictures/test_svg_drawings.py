"""SVG against another renderer: what PDFium shows of our drawing is what resvg shows of the file."""

from __future__ import annotations

import pytest
from made_pictures import difference, rendered, rendered_svg, svg

from statement_kit.pictures import VectorPicture, parse_picture

SAME = 0.006
"""Share of pixels on edges where the two renderers round differently."""

DRAWINGS = {
    "basic shapes": """
        <rect x="5" y="5" width="30" height="20" rx="6" fill="#c33"/><circle cx="60" cy="20" r="15" fill="none"
        stroke="navy" stroke-width="4"/><ellipse cx="20" cy="55" rx="15" ry="8" fill="hsl(120,50%,40%)"/>
        <line x1="50" y1="45" x2="90" y2="70" stroke="red" stroke-width="5" stroke-linecap="round"/>
        <polyline points="45,75 55,50 65,75" stroke="black" fill="none" stroke-linejoin="round" stroke-width="3"/>
        <polygon points="80,5 95,5 95,30 85 20" fill="teal"/>""",
    "fill rules": """
        <path fill-rule="evenodd" d="M10 10H50V50H10ZM20 20H40V40H20z"/>
        <path d="M60 10H95V50H60ZM65 20H90V40H65z" fill="rgb(10%,50%,90%)"/>""",
    "arcs, curves and odd numbers": """
        <path d="M10 40a20 10 30 0 1 30.5.5A15 15 0 1160 20a10,10 0 00-6.e0-6L05 007z" fill="orange" stroke="black"/>
        <path d="M70 60q5-20 10 0t10 0s5 -20 6 4" fill="none" stroke="green"/>""",
    "paths that go on after closing": '<path d="m10 10l20 0 0 20zl-5 20 30 20zm40 0h20v20h-20zm0 40h20v20z"/>',
    "transforms, dashes": """
        <g transform="translate(50,40) rotate(30) scale(1.5,.7) skewX(20)"><rect x="-20" y="-20" width="40" height="40"
        fill="lime" stroke="black" stroke-width="4" stroke-dasharray="6 3 1" stroke-dashoffset="-2"/></g>
        <rect width="10" height="10" transform="matrix(1 0.5 0 1 80 5)rotate(20 5 5)"/>
        <rect width="9" height="9" transform="skewY(20) translate(10 40)"/>""",
    "nested viewports": """
        <svg x="10" y="10" width="40" height="60" viewBox="0 0 10 10"><circle cx="5" cy="5" r="7"/></svg>
        <svg x="55" width="40" height="40" overflow="visible" viewBox="0 0 10 10" preserveAspectRatio="none">
        <circle cx="5" cy="9" r="4" fill="red"/></svg>""",
    "symbols and instances": """
        <defs><symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10l-5 10z" fill="currentColor"/></symbol>
        <g id="g" stroke="red"><rect width="8" height="8"/></g></defs>
        <use xlink:href="#s" x="5" y="5" width="30" height="30" color="blue"/>
        <use href="#g" x="60" y="10" fill="yellow" transform="scale(1.2)"/><use href="#g" y="50" x="10"/>""",
    "opacity": """
        <g opacity=".5"><rect width="40" height="40" fill="red"/>
        <rect x="41" width="40" height="40" fill="blue" fill-opacity=".5"/></g>
        <circle cx="40" cy="40" r="20" stroke="black" stroke-width="6" stroke-opacity="40%"
        fill="rgba(0,128,0,.5)"/>""",
    "clipping": """
        <defs><clipPath id="c"><use href="#p"/></clipPath>
        <path id="p" d="M20 10h60v60h-60z M30 20v30h30v-30z" clip-rule="evenodd"/>
        <clipPath id="d" transform="translate(5)"><circle cx="20" cy="20" r="15"/><circle cx="60" cy="50" r="15"/>
        </clipPath></defs><rect width="100" height="80" fill="gold" clip-path="url(#c)"/>
        <g clip-path="url('#d')"><rect width="100" height="80" fill="navy" clip-path="url(#c)"/></g>""",
    "style sheets": """
        <style>.a,.b{fill:#f00;stroke:black} .b{fill:blue!important} rect.c#x{fill:green} *{stroke-width:3px}
        @font-face{font-family:x}</style><rect class="a" width="20" height="20"/>
        <rect class="b" x="30" width="20" height="20" style="fill:yellow"/>
        <rect class="a c" id="x" x="60" width="20" height="20"/>
        <rect y="40" width="20" height="20" fill="red" style="fill:teal;;foo:bar;stroke:none"/>
        <rect y="40" x="40" width="20" height="20" fill="pink" class="q"/>""",
    "caps and joins": """
        <g stroke-width="8" stroke="black" fill="none"><path d="M10 10H50" stroke-linecap="square"/>
        <path d="M70 10h0" stroke-linecap="round"/><path d="M10 60L30 30L35 60"/>
        <path d="M50 60L70 30L90 60" stroke-linejoin="bevel"/><path d="M80 10l10 10l-10 1" stroke-miterlimit="20"/>
        </g>""",
    "what is hidden": """
        <g visibility="hidden"><circle cx="60" cy="60" r="10" visibility="visible"/><circle r="9"/></g>
        <circle display="none" r="50"/><defs><rect width="90" height="90"/></defs>""",
}


@pytest.mark.parametrize("content", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_our_drawing_looks_as_the_svg_does(content: str) -> None:
    file = svg(content)
    ours = rendered(_drawing(file))
    assert difference(ours, rendered_svg(file, ours.width)) < SAME


@pytest.mark.parametrize(
    "attributes",
    [
        'width="60mm" height="20mm" viewBox="-10 -10 20 20" preserveAspectRatio="xMaxYMid slice"',
        'width="160" height="60" viewBox="-10 -10 20 20"',
        'width="160" height="60" viewBox="-10 -10 20 20" preserveAspectRatio="xMinYMax meet"',
        'width="160" height="60" viewBox="-10 -10 20 20" preserveAspectRatio="none"',
        'viewBox="-10 -10 80 20"',
        'width="1in" viewBox="-10 -10 80 20"',
    ],
)
def test_a_view_box_is_fitted_as_the_svg_says(attributes: str) -> None:
    file = svg('<circle r="9" fill="purple"/><rect x="-10%" y="-2" width="50%" height="3" fill="yellow"/>', attributes)
    ours = rendered(_drawing(file))
    assert difference(ours, rendered_svg(file, ours.width)) < SAME


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="96" height="48"', (72, 36)),
        ('width="1in" height="5.08cm"', (72, 144)),
        ('viewBox="0 0 40 20"', (30, 15)),
        ('width="100%" height="auto" viewBox="0 0 40 20"', (30, 15)),
        ('width="80" viewBox="0 0 40 20"', (60, 30)),
        ('height="80pt" viewBox="0 0 40 20"', (160, 80)),
    ],
)
def test_the_natural_size_is_what_the_svg_says(attributes: str, size: tuple[float, float]) -> None:
    picture = _drawing(svg('<rect width="9" height="9"/>', attributes))
    assert (picture.width_pt, picture.height_pt) == pytest.approx(size)


def test_a_drawing_is_plain_operators_that_can_be_read() -> None:
    picture = _drawing(svg('<rect width="40" height="20" fill="red" opacity="0.5"/>'))
    assert picture.drawing == b"q\n/O0 gs\n1 0 0 rg\n0 60 m\n30 60 l\n30 45 l\n0 45 l\nh\nf\nQ"
    assert picture.opacities == {"O0": 0.5}


def test_graphics_states_nest_two_deep_however_deep_the_groups_do() -> None:
    clip = '<clipPath id="c"><rect width="50" height="50"/></clipPath>'
    drawing = _drawing(
        svg(clip + '<g clip-path="url(#c)">' * 40 + '<rect width="9" height="9"/>' + "</g>" * 40)
    ).drawing
    depths, depth = [], 0
    for operator in drawing.split():
        depth += (operator == b"q") - (operator == b"Q")
        depths.append(depth)
    assert (max(depths), depths[-1]) == (2, 0)


def test_editors_own_elements_titles_and_a_doctype_change_nothing() -> None:
    plain = svg('<rect width="9" height="9"/>')
    noted = plain.replace(
        b"<rect", b'<title>Logo</title><x:view xmlns:x="urn:x"><x:rect/></x:view><metadata/><linearGradient/><rect'
    )
    doctype = b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert _drawing(b"\xef\xbb\xbf" + doctype + noted) == _drawing(plain)


def _drawing(file: bytes) -> VectorPicture:
    picture = parse_picture(file, "logo.svg")
    assert isinstance(picture, VectorPicture)
    return picture
