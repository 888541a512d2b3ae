"""SVG: a file's bytes become a `VectorPicture`. Whatever would change the picture and is not drawn is refused.

Of SVG 2 this draws the basic shapes and paths, `g`, `use`, `symbol` and nested `svg`, transforms, fills, strokes,
opacity, clipping, presentation attributes, `style` attributes and simple style sheets.
"""

from __future__ import annotations

from statement_kit.pictures.drawing import vector_picture
from statement_kit.pictures.picture import VectorPicture
from statement_kit.pictures.refusal import Findings, refusal
from statement_kit.pictures.svg.document import read_document
from statement_kit.pictures.svg.painter import Painter
from statement_kit.pictures.svg.viewport import picture_size


def parse_svg(data: bytes, path: str) -> VectorPicture:
    """Read an SVG file, in UTF-8.

    Raises:
        SourceError: It is damaged, too large or too deep, or draws with what we cannot draw exactly.
    """
    findings = Findings(path)
    document = read_document(data, path, findings)
    size = picture_size(document.root, findings)
    findings.raise_if_any()
    paintings = Painter(document, findings).paint_picture(size)
    findings.raise_if_any()
    picture = vector_picture(size.width_pt, size.height_pt, paintings, path)
    if not picture.drawing:
        raise refusal("empty", f"{path} draws nothing.", "Look at it in a browser, and export it again.", path)
    return picture
