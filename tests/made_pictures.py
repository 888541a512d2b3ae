"""Pictures made for a test, and what other renderers see in them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pikepdf
import pypdfium2
import resvg_py
from PIL import Image, ImageChops, ImageCms

from statement_kit.pictures import VectorPicture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
PIXELS_PER_POINT = 4


def svg(content: str, attributes: str = 'width="100" height="80"') -> bytes:
    """An SVG file of 100 × 80 user units."""
    return SVG.format(attributes, content).encode()


def pdf(content: bytes, resources: bytes = b"") -> pikepdf.Pdf:
    """A PDF file with one page of 100 × 80 points."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(100, 80))
    made.pages[0].obj.Contents = made.make_stream(content)
    made.pages[0].obj.Resources = pikepdf.Object.parse(b"<< %s >>" % resources)
    return made


def saved(file: pikepdf.Pdf, **how: object) -> bytes:
    """The bytes of a PDF file."""
    stream = BytesIO()
    file.save(stream, **how)
    return stream.getvalue()


def png_file(width: int, height: int, depth: int, colour: int, rows: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG file, chunk by chunk (ISO 15948): `rows` are its samples, each row behind a nought."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def encoded(image: Image.Image, kind: str, **how: object) -> bytes:
    """The bytes of a picture file."""
    stream = BytesIO()
    image.save(stream, kind, **how)
    return stream.getvalue()


def srgb_profile(version: bytes = b"\x02\x40\x00\x00") -> bytes:
    """A profile for sRGB that says it is of this version."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[8:12] = version
    profile[24:36] = bytes.fromhex("07e9 0007 001c 0000 0000 0000")  # made on 28 July 2025, and not at this second
    return bytes(profile)


def logo_files() -> dict[str, bytes]:
    """A logo in each form a picture may have: drawings one can see through, pixels with all that may come along."""
    picture = Image.linear_gradient("L").resize((240, 240))
    coloured = Image.merge("RGB", (picture, picture.rotate(90), Image.new("L", picture.size, 90)))
    see_through = coloured.copy()
    see_through.putalpha(picture)
    profile = srgb_profile()
    page = pdf(b"q 1 0 0 rg /G gs 0 0 60 80 re f Q 0 0 1 rg 60 0 40 80 re f", b"/ExtGState<</G<</ca .5>>>>")
    return {
        "svg": svg('<rect width="60" height="80" fill="#9b2226" opacity=".4"/><circle cx="70" cy="40" r="30"/>'),
        "pdf": saved(page),
        "png-see-through": encoded(see_through, "PNG"),
        "png-profile": encoded(coloured, "PNG", icc_profile=profile),
        "png-grey": encoded(picture, "PNG"),
        "jpeg": encoded(coloured, "JPEG"),
        "jpeg-profile": encoded(coloured, "JPEG", icc_profile=profile),
        "jpeg-grey": encoded(picture, "JPEG"),
    }


def rendered(picture: VectorPicture) -> Image.Image:
    """The drawing as PDFium shows it, in a page of its size on white."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(picture.width_pt, picture.height_pt))
    made.pages[0].obj.Contents = made.make_stream(picture.drawing)
    states = {f"/{name}": pikepdf.Dictionary(ca=alpha, CA=alpha) for name, alpha in picture.opacities.items()}
    made.pages[0].obj.Resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(states))
    return rendered_pdf(saved(made))


def rendered_pdf(data: bytes) -> Image.Image:
    """The one page of a PDF file as PDFium shows it."""
    with pypdfium2.PdfDocument(data) as document:
        return document[0].render(scale=PIXELS_PER_POINT).to_pil().convert("RGB")


def rendered_svg(data: bytes, width: int) -> Image.Image:
    """An SVG file as resvg shows it, in so many pixels, on white."""
    shown = resvg_py.svg_to_bytes(svg_string=data.decode(), width=width, background="white", dpi=96)
    return Image.open(BytesIO(bytes(shown))).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ by more than the edges of two renderers do."""
    assert abs(one.width - other.width) <= 1
    assert abs(one.height - other.height) <= 1
    size = (min(one.width, other.width), min(one.height, other.height))
    difference = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size))).convert("L")
    return sum(difference.histogram()[96:]) / (size[0] * size[1])
