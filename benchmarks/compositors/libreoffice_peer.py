"""LibreOffice Writer without a screen: a flat ODT, its fonts from the bundled folder alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from prose import Prose

from compositors import FAMILIES, FONTS, LEADING_PT, MARGIN_PT, PAGE_PT, SIZE_PT, MissingError, run_program

REGIONS = {"en": "US", "km": "KH", "th": "TH"}
_NAMES = (
    "office:urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style:urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text:urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo:urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg:urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
)
_FONTCONFIG = "<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"


class LibreOffice:
    """`soffice --convert-to pdf`, with a profile and a font cache of its own."""

    def __init__(self) -> None:
        found = shutil.which("soffice")
        if not found:
            raise MissingError("soffice is not installed")
        self._program = found

    def version(self) -> str:
        """What it says of itself."""
        return run_program([self._program, "--version"], Path.cwd()).split()[1]

    def set_prose(self, prose: Prose) -> bytes:
        """One document, one paragraph style for each measure."""
        with TemporaryDirectory() as scratch:
            folder = Path(scratch)
            (folder / "lines.fodt").write_text("".join(_flat_odt(prose)), encoding="utf-8")
            fonts = folder / "fonts.conf"
            fonts.write_text(_FONTCONFIG.format(fonts=FONTS, cache=folder / "cache"), encoding="utf-8")
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            command = [self._program, profile, "--headless", "--convert-to", "pdf", "lines.fodt"]
            run_program(command, folder, {**os.environ, "FONTCONFIG_FILE": str(fonts)})
            return (folder / "lines.pdf").read_bytes()


def _flat_odt(prose: Prose) -> Iterator[str]:
    names = " ".join(f'xmlns:{name.partition(":")[0]}="{name.partition(":")[2]}"' for name in _NAMES)
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">'
    )
    yield "<office:font-face-decls>"
    yield from (f'<style:font-face style:name="{name}" svg:font-family="\'{name}\'"/>' for name in FAMILIES.values())
    yield "</office:font-face-decls><office:styles>"
    yield from _default_style(prose)
    yield "</office:styles><office:automatic-styles>"
    yield from _automatic_styles(prose)
    yield '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
    yield 'style:page-layout-name="sheet"/></office:master-styles><office:body><office:text>'
    yield from (f'<text:p text:style-name="w{measure}">{escape(text)}</text:p>' for measure, text in prose.pages)
    yield "</office:text></office:body></office:document>"


def _default_style(prose: Prose) -> Iterator[str]:
    complex_tag = prose.language if prose.language != "en" else "th"
    yield '<style:default-style style:family="paragraph"><style:paragraph-properties '
    yield f'fo:text-align="{"justify" if prose.is_justified else "left"}" fo:line-height="{LEADING_PT}pt" '
    yield 'fo:margin-top="0pt" fo:margin-bottom="0pt" fo:hyphenation-ladder-count="no-limit" '
    yield 'fo:orphans="0" fo:widows="0"/><style:text-properties '
    yield f'style:font-name="{FAMILIES["en"]}" fo:font-size="{SIZE_PT}pt" fo:language="en" fo:country="US" '
    yield f'style:font-name-complex="{FAMILIES[complex_tag]}" style:font-size-complex="{SIZE_PT}pt" '
    yield f'style:language-complex="{complex_tag}" style:country-complex="{REGIONS[complex_tag]}" '
    yield 'fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/>'
    yield '</style:default-style><style:style style:name="Standard" style:family="paragraph"/>'


def _automatic_styles(prose: Prose) -> Iterator[str]:
    width, height = PAGE_PT
    for measure in prose.measures_pt:
        yield f'<style:style style:name="w{measure}" style:family="paragraph" style:parent-style-name="Standard">'
        yield '<style:paragraph-properties fo:break-before="page" '
        yield f'fo:margin-right="{width - 2 * MARGIN_PT - measure:.2f}pt"/></style:style>'
    yield '<style:page-layout style:name="sheet"><style:page-layout-properties '
    yield f'fo:page-width="{width}pt" fo:page-height="{height}pt" fo:margin="{MARGIN_PT}pt"/></style:page-layout>'
