"""What the file says of itself: title, language, date of issue, and the settings readers open it with.

Nothing says who made it, on what machine or when (D09).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from statement_kit.document.blocks import Document, Role
from statement_kit.markup import LINE_END
from statement_kit.writers.docx.line_ends import without_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, root

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"

SEPARATORS: Mapping[str, str] = {"separator": "-1", "continuationSeparator": "0"}
"""The footnotes that are no notes but lines above them, and their ids: Word's own, below those of notes."""

_WORD_URI = "http://schemas.microsoft.com/office/word"
WORD_2013 = "15"
"""The compatibility mode of Word 2013 and all later: without it Word opens the file in its mode of 2007."""


def core_part(document: Document) -> etree._Element:
    """`docProps/core.xml`: both times are the date of issue, since no clock is read."""
    core = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI})
    etree.SubElement(core, f"{{{_DC}}}title").text = without_line_ends(document.title.replace(LINE_END, " "))
    etree.SubElement(core, f"{{{_DC}}}language").text = document.language.region_tag
    for name in ("created", "modified"):
        time = etree.SubElement(core, f"{{{_DCTERMS}}}{name}")
        time.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        time.text = f"{document.issued}T00:00:00Z"
    return core


def settings_part(looks: Looks) -> etree._Element:
    """`word/settings.xml`, in the order of the schema.

    A line that the author ended is not stretched to the margin (`doNotExpandShiftReturn`).
    """
    tag = looks.language.region_tag
    bidi = {"bidi": tag} if looks.is_complex else {}
    mode = element("compatSetting", name="compatibilityMode", uri=_WORD_URI, val=WORD_2013)
    return root(
        "settings",
        element("zoom", percent="100"),
        element("defaultTabStop", val="720"),
        *_hyphenation(looks),
        element("characterSpacingControl", val="doNotCompress"),
        *_separators(looks),
        element("compat", element("doNotExpandShiftReturn"), mode),
        element("themeFontLang", val=tag, **bidi),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def _hyphenation(looks: Looks) -> Iterator[etree._Element]:
    """Hyphens where lines are filled, in no more than two lines running; styles of other text suppress them."""
    if any(map(looks.is_hyphenated, Role)):
        yield element("autoHyphenation")
        yield element("consecutiveHyphenLimit", val="2")
        yield element("doNotHyphenateCaps")


def _separators(looks: Looks) -> Iterator[etree._Element]:
    """Which footnotes are the lines above footnotes, where there are any."""
    if any(block.role is Role.NOTE for block in looks.document.blocks):
        yield element("footnotePr", *(element("footnote", id=number) for number in SEPARATORS.values()))
