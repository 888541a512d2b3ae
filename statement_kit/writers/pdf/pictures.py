"""Pictures as XObjects (ISO 32000-1 8.8): drawings as forms, pixels as images, each one unit wide and high.

What is drawn in no profile of its own is in the colours of the output intent. Drawings may be seen through, shape
by shape, and pixels by a mask; both blend in the output intent too (ISO 19005-2 6.2.10), so that no
group has to name another space.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from statement_kit.pictures import Picture, RasterPicture, VectorPicture
from statement_kit.writers.pdf.file import PdfFile, Reference

_DEVICE_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}
_PNG_PREDICTOR = 15
"""Each row says how it was filtered (ISO 32000-1 table 10)."""


class Pictures:
    """The pictures a document has used so far."""

    def __init__(self) -> None:
        self._used: list[Picture] = []
        self._thinned: dict[int, tuple[str, float]] = {}

    def use(self, picture: Picture) -> str:
        """A resource name for a picture."""
        self._used.append(picture)
        return f"P{len(self._used)}"

    def use_thinned(self, picture: Picture, tint: float) -> tuple[str, str]:
        """A resource name for a picture behind pages, and one for the graphics state that thins it; the same on all."""
        at = next((n for n, each in enumerate(self._used, 1) if each is picture and n in self._thinned), 0)
        if not at:
            self.use(picture)
            at = len(self._used)
            self._thinned[at] = f"T{at}", tint
        return f"P{at}", self._thinned[at][0]

    def add_to(self, file: PdfFile) -> Mapping[str, PDFDictionary]:
        """Every picture used, as an entry of a page's resources; nothing where there are none."""
        if not self._used:
            return {}
        entries = {f"P{n}": _add_picture(file, each, n in self._thinned) for n, each in enumerate(self._used, 1)}
        states = {name: _opacity(tint) for name, tint in self._thinned.values()}
        return {"XObject": PDFDictionary(entries), **({"ExtGState": PDFDictionary(states)} if states else {})}


def _opacity(part: float) -> PDFDictionary:
    """A graphics state in which this part of a colour is seen (ISO 32000-1 11.6.4.4)."""
    return PDFDictionary({"Type": PDFName("ExtGState"), "ca": _exact(part), "CA": _exact(part)})


def _add_picture(file: PdfFile, picture: Picture, is_thinned: bool) -> Reference:
    return _add_form(file, picture, is_thinned) if isinstance(picture, VectorPicture) else _add_image(file, picture)


def _add_form(file: PdfFile, picture: VectorPicture, is_thinned: bool) -> Reference:
    """A drawing; one that is thinned is a group, so that it fades as one sheet (ISO 32000-1 11.6.6)."""
    states = {name: _opacity(opacity) for name, opacity in picture.opacities.items()}
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([0, 0, _exact(picture.width_pt), _exact(picture.height_pt)]),
        "Matrix": PDFArray([_exact(1 / picture.width_pt), 0, 0, _exact(1 / picture.height_pt), 0, 0]),
        "Resources": PDFDictionary({"ExtGState": PDFDictionary(states)} if states else {}),
    }
    if is_thinned:
        entries["Group"] = PDFDictionary({"Type": PDFName("Group"), "S": PDFName("Transparency"), "I": "true"})
    return file.add_stream(picture.drawing, entries)


def _add_image(file: PdfFile, picture: RasterPicture) -> Reference:
    entries: dict[str, object] = {"ColorSpace": _colour_space(file, picture)}
    if picture.alpha is not None:
        entries["SMask"] = _add_samples(file, picture, picture.alpha, 1, {"ColorSpace": PDFName("DeviceGray")})
    if picture.is_jpeg:
        entries |= {**_image_entries(picture), "Filter": PDFName("DCTDecode")}
        return file.add_stream(picture.data, entries, is_final=True)
    return _add_samples(file, picture, picture.data, picture.channels, entries)


def _add_samples(
    file: PdfFile, picture: RasterPicture, samples: bytes, channels: int, entries: Mapping[str, object]
) -> Reference:
    """An image of a picture's size that holds these samples."""
    from statement_kit.pictures.png import compressed_rows  # brings Pillow, which most files do not need

    predictor = {
        "Predictor": _PNG_PREDICTOR,
        "Colors": channels,
        "BitsPerComponent": 8,
        "Columns": picture.width_px,
    }
    encoding = {"Filter": PDFName("FlateDecode"), "DecodeParms": PDFDictionary(predictor)}
    data = compressed_rows(samples, picture.width_px, channels)
    return file.add_stream(data, {**_image_entries(picture), **entries, **encoding}, is_final=True)


def _image_entries(picture: RasterPicture) -> dict[str, object]:
    """What says that a stream is an image; nobody is to smooth it (ISO 19005-2 6.2.8.1)."""
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width_px,
        "Height": picture.height_px,
        "BitsPerComponent": 8,
        "Interpolate": "false",
    }


def _colour_space(file: PdfFile, picture: RasterPicture) -> object:
    """The space of its own profile, or else that of the output intent."""
    if picture.profile is None:
        return PDFName(_DEVICE_SPACES[picture.channels])
    return PDFArray([PDFName("ICCBased"), file.add_stream(picture.profile, {"N": picture.channels})])


def _exact(value: float) -> str:
    """A length or a factor to nine digits that count, which keeps a drawing's edges where they are."""
    return format(Decimal(f"{value:.9g}"), "f")
