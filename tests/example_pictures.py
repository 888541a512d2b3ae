"""The pictures of the example brands that their README shows: first pages in three languages, as PDF and as DOCX.

Run `python3 tests/example_pictures.py` after a change of looks, and open them. DOCX is as LibreOffice sets it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from libreoffice import converted
from PIL import Image

from statement_kit.release import build

EXAMPLES = Path(__file__).parents[1] / "examples"
BRANDS = EXAMPLES / "brands"
STATEMENT = EXAMPLES / "clean-water"
LANGUAGES = ("en", "km", "th")

_PAGE_WIDTH_PX = 580
_GAP_PX = 12
_BETWEEN = "#8a8a8a"


def first_pages(paths: Iterable[Path]) -> Image.Image:
    """The first page of each PDF, in a row."""
    pages = [_first_page(path) for path in paths]
    width = sum(page.width for page in pages) + _GAP_PX * (len(pages) - 1)
    row = Image.new("RGB", (width, max(page.height for page in pages)), _BETWEEN)
    for number, page in enumerate(pages):
        row.paste(page, (number * (_PAGE_WIDTH_PX + _GAP_PX), 0))
    return row


def _first_page(path: Path) -> Image.Image:
    with pypdfium2.PdfDocument(path) as file:
        page = file[0]
        image: Image.Image = page.render(scale=_PAGE_WIDTH_PX / page.get_width()).to_pil().convert("RGB")
        return image


def made_files(folder: Path, brand: str, ending: str) -> list[Path]:
    """The files of a brand in every language, as a build of several brands names them."""
    return [folder / f"{STATEMENT.name}.{brand}.{language}.{ending}" for language in LANGUAGES]


def main() -> None:
    """Write all of them."""
    brands = sorted(path.parent for path in BRANDS.glob("*/brand.toml"))
    with TemporaryDirectory() as name:
        folder = Path(name)
        build(STATEMENT, folder, brands=brands)
        for brand in (path.name for path in brands):
            shown = {"pdf": made_files(folder, brand, "pdf")}
            words = made_files(folder, brand, "docx")
            shown["docx"] = converted("soffice", words, "pdf", folder / "docx", folder / "profile")
            for ending, paths in shown.items():
                picture = first_pages(paths).quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
                picture.save(BRANDS / f"{brand}.{ending}.png", optimize=True)


if __name__ == "__main__":
    main()
