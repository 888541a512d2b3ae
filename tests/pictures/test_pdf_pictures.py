"""PDF against another renderer, and what of it is refused."""

from __future__ import annotations

import time

import pikepdf
import pytest
from made_pictures import difference, pdf, rendered, rendered_pdf, saved, srgb_profile

from statement_kit.diagnostics import SourceError
from statement_kit.pictures import VectorPicture, parse_picture

SAME = 0.002
SECONDS = 20

HALF = b"/ExtGState << /H << /ca .5 /CA .5 /LW 3 /SMask /None /BM /Normal >> >>"


def picture(data: bytes) -> VectorPicture:
    found = parse_picture(data, "logo.pdf")
    assert isinstance(found, VectorPicture)
    return found


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        parse_picture(data, "logo.pdf")
    assert all(found.hint for found in caught.value.diagnostics)
    (rule,) = {found.rule for found in caught.value.diagnostics}
    return rule.removeprefix("picture/")


def form(file: pikepdf.Pdf, content: bytes, **entries: object) -> pikepdf.Stream:
    """A form XObject named X of this file's page."""
    made = file.make_stream(content, Subtype=pikepdf.Name.Form, BBox=[0, 0, 60, 60], **entries)
    file.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=made)
    return made


@pytest.mark.parametrize(
    ("content", "resources"),
    [
        (b"q 1 0 0 rg 10 10 30 20 re f Q 0 0 1 RG 4 w 1 j 50 10 m 70 60 l 90 10 l s", b""),
        (b"q 10 50 20 20 re W n 0.5 g 0 0 100 60 re f Q 5 5 m 30 5 l 30 30 l h 8 8 m 20 8 l 20 20 l h f*", b""),
        (b"2 0 0 1 5 5 cm 4 w 1 J [6 8] 1 d 0 0 m 30 80 10 80 40 40 c S 1 0 0 RG 0 0 m 9 9 20 0 v 40 9 50 20 y S", b""),
        (b"/H gs 0 1 0 rg 10 10 40 40 re f 1 0 0 RG 20 20 m 90 60 l S", HALF),
        (b"/DeviceRGB cs 0 1 1 sc 0 0 50 50 re f /DeviceGray CS .3 SC 9 w 50 50 m 90 70 l S", b""),
        (b"1 0 1 RG 1 1 0 rg 5 w 10 10 m 50 70 l 90 10 l b", b""),
    ],
)
def test_our_drawing_looks_as_the_pdf_does(content: bytes, resources: bytes) -> None:
    file = saved(pdf(content, resources))
    assert difference(rendered(picture(file)), rendered_pdf(file)) < SAME


@pytest.mark.parametrize("group", [{}, {"Group": pikepdf.Dictionary(S=pikepdf.Name.Transparency)}])
def test_form_xobjects_are_drawn_in_place(group: dict[str, object]) -> None:
    file = pdf(b"q /H gs /X Do Q 1 0 0 1 30 0 cm /X Do", HALF)
    form(file, b"1 0 0 rg 0 0 20 20 re f 0 0 1 rg 25 0 20 90 re f", Matrix=[1, 0.2, 0, 0.8, 10, 10], **group)
    data = saved(file)
    assert difference(rendered(picture(data)), rendered_pdf(data)) < SAME


def test_the_crop_box_rotation_and_unit_are_the_pages() -> None:
    file = pdf(b"1 0 0 rg 10 10 m 80 10 l 10 60 l f")
    page = file.pages[0].obj
    page.CropBox, page.Rotate = [5, 5, 90, 70], 90
    data = saved(file)
    assert (picture(data).width_pt, picture(data).height_pt) == (65, 85)
    assert difference(rendered(picture(data)), rendered_pdf(data)) < SAME
    page.UserUnit = 2
    assert (picture(saved(file)).width_pt, picture(saved(file)).height_pt) == (130, 170)


def test_colours_with_a_profile_are_brought_to_srgb() -> None:
    file = pdf(b"/C cs 0 1 0 sc 0 0 50 50 re f")
    profile = file.make_stream(srgb_profile(), N=3)
    file.pages[0].obj.Resources.ColorSpace = pikepdf.Dictionary(C=[pikepdf.Name.ICCBased, profile])
    assert b"\n0 1 0 rg\n" in picture(saved(file)).drawing


@pytest.mark.parametrize(
    ("rule", "content", "resources"),
    [
        ("pdf-text", b"BT /F 9 Tf (Peace) Tj ET", b""),
        ("pdf-image", b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", b""),
        ("pdf-paint", b"/S sh", b""),
        ("pdf-colour", b"0 0 0 1 k 0 0 9 9 re f", b""),
        ("pdf-colour", b"/P cs /Q scn 0 0 9 9 re f", b"/ColorSpace << /P [/Pattern] >>"),
        ("pdf-colour", b"/Pattern cs /Q scn 0 0 9 9 re f", b""),
        ("pdf-colour", b"/S cs 1 scn 0 0 9 9 re f", b"/ColorSpace << /S [/Separation /Gold /DeviceRGB << >>] >>"),
        ("pdf-layer", b"/OC /L BDC 0 0 9 9 re f EMC", b""),
        ("pdf-opacity", b"/B gs 0 0 9 9 re f", b"/ExtGState << /B << /BM /Multiply >> >>"),
        ("pdf-opacity", b"/B gs 0 0 9 9 re f", b"/ExtGState << /B << /SMask << /S /Alpha >> >> >>"),
        ("pdf-opacity", b"/H gs 0 0 9 9 re B", HALF),
        ("pdf-operator", b"0 0 9 9 re d1 f", b""),
        ("empty", b"", b""),
        ("empty", b"0 0 9 9 re n", b""),
        ("damaged", b"0 0 9 9 re f (", b""),
        ("damaged", b"Q", b""),
        ("damaged", b"0 0 m 1 2 3 l", b""),
        ("damaged", b"5 5 l S", b""),
        ("damaged", b"/Lost gs", b""),
        ("damaged", b"0 0 9 9 re f 5", b""),
        ("damaged", b"1 0 0 1 %s 0 cm 0 0 9 9 re f" % (b"9" * 400), b""),
        ("too-far", b"999999 0 0 999999 0 0 cm 99 99 9 9 re f", b""),
    ],
)
def test_what_is_not_drawn_is_refused_by_its_rule(rule: str, content: bytes, resources: bytes) -> None:
    assert refused(saved(pdf(content, resources))) == rule


def test_shapes_over_one_another_are_not_faded_together() -> None:
    file = pdf(b"/H gs /X Do", HALF)
    form(file, b"0 0 20 20 re f 10 0 20 20 re f", Group=pikepdf.Dictionary(S=pikepdf.Name.Transparency))
    assert refused(saved(file)) == "pdf-opacity"


def test_several_pages_are_refused() -> None:
    file = pdf(b"0 0 9 9 re f")
    file.add_blank_page()
    assert refused(saved(file)) == "several-pages"


@pytest.mark.parametrize("user", ["", "secret"])
def test_a_locked_file_is_refused(user: str) -> None:
    locked = pikepdf.Encryption(owner="owner", user=user)
    assert refused(saved(pdf(b"0 0 9 9 re f"), encryption=locked)) == "encrypted"


def test_comments_on_the_page_are_refused_and_links_are_not() -> None:
    file = pdf(b"0 0 9 9 re f")
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    file.pages[0].obj.Annots = [note]
    assert picture(saved(file)).drawing
    note.Subtype = pikepdf.Name.Stamp
    file.pages[0].obj.Annots = [note]
    assert refused(saved(file)) == "pdf-annotation"


def test_a_file_cut_short_is_refused_and_not_repaired() -> None:
    data = saved(pdf(b"0 0 9 9 re f"))
    assert [refused(data[:-30]), refused(data[:200]), refused(b"%PDF-1.7")] == ["damaged"] * 3


def unfolding() -> bytes:
    return saved(pdf(b" " * 30_000_000), compress_streams=True)


def containing_itself() -> bytes:
    file = pdf(b"/X Do")
    form(file, b"/X Do").Resources = file.pages[0].obj.Resources
    return saved(file)


def laughing() -> bytes:
    """Ten forms, each of which draws the next ten times."""
    file = pdf(b"/X Do")
    inner = file.make_stream(b"0 0 1 1 re f", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    for _ in range(10):
        resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = file.make_stream(b"/X Do " * 10, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9], Resources=resources)
    file.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=inner)
    return saved(file)


def repeated() -> bytes:
    """One stream of some size that the page has as its content forty times."""
    file = pdf(b"")
    stream = file.make_stream(b" " * 1_000_000)
    file.pages[0].obj.Contents = pikepdf.Array([stream] * 40)
    return saved(file)


def drawn_again() -> bytes:
    """A form of a megabyte that draws nothing, drawn a thousand times."""
    file = pdf(b"/X Do " * 1_000)
    form(file, b" " * 1_000_000)
    return saved(file)


@pytest.mark.parametrize(
    ("rule", "data"),
    [
        ("too-complex", unfolding()),
        ("too-complex", repeated()),
        ("too-complex", drawn_again()),
        ("too-complex", containing_itself()),
        ("too-complex", laughing()),
        ("too-complex", saved(pdf(b"h\n" * 300_000))),
        ("too-complex", saved(pdf(b"[.000001] 0 d 0 0 m 99 99 l S"))),
    ],
    ids=[
        "unfolding",
        "repeated",
        "drawn again",
        "containing itself",
        "laughing",
        "too many instructions",
        "dashes without end",
    ],
)
def test_a_hostile_file_is_refused_before_it_costs_much(rule: str, data: bytes) -> None:
    began = time.process_time()
    assert refused(data) == rule
    assert time.process_time() - began < SECONDS


def test_the_limits_of_qpdf_are_given_back() -> None:
    before = pikepdf.settings.get_qpdf_limits()
    picture(saved(pdf(b"0 0 9 9 re f")))
    refused(unfolding())
    assert pikepdf.settings.get_qpdf_limits() == before
