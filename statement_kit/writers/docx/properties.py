"""What the file says of itself: title, language, date of issue, and the settings readers open it with.

Nothing says who made it, on what machine or when (D09).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from statement_kit.document.blocks import Document, Role
from statement_kit.markup import LINE_END
from statement_kit.writers.docx.line_ends import without_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, root
from statement_kit.writers.docx.number_formats import numbers

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

_LONGEST = 255
"""Most characters of such a property that Word shows; the fonts themselves say the rest."""

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold (XML 1.0, 2.2), and the names inside a font may."""

_USER_DEFINED, _FIRST_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", 2
"""The set that properties of one's own are in, and the first number free in it (ISO/IEC 29500-1, 22.3)."""

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


def settings_part(looks: Looks, *others: Looks) -> etree._Element:
    """`word/settings.xml`, in the order of the schema; `others` are those of further documents in the file.

    A line that the author ended is not stretched to the margin (`doNotExpandShiftReturn`).
    """
    tag = looks.language.region_tag
    bidi = {"bidi": tag} if looks.is_complex else {}
    mode = element("compatSetting", name="compatibilityMode", uri=_WORD_URI, val=WORD_2013)
    return root(
        "settings",
        element("zoom", percent="100"),
        element("embedTrueTypeFonts"),  # an editor's program is to keep them, and not only the letters in use so far
        element("defaultTabStop", val="720"),
        *_hyphenation((looks, *others)),
        element("characterSpacingControl", val="doNotCompress"),
        *_footnotes(looks, are_all=not others),
        element("compat", element("doNotExpandShiftReturn"), mode),
        element("themeFontLang", val=tag, **bidi),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def _hyphenation(every: Iterable[Looks]) -> Iterator[etree._Element]:
    """Hyphens where lines are filled, in no more than two lines running; styles of other text suppress them."""
    if any(looks.is_hyphenated(role) for looks in every for role in Role):
        yield element("autoHyphenation")
        yield element("consecutiveHyphenLimit", val="2")
        yield element("doNotHyphenateCaps")


def _footnotes(looks: Looks, *, are_all: bool) -> Iterator[etree._Element]:
    """How notes are counted, and which footnotes are the lines above footnotes, where there are any.

    Those of several languages are counted in ASCII digits, which the fonts of each draw in its own.
    """
    counted = numbers(looks.language).name if are_all else "decimal"
    content = [] if counted == "decimal" else [element("numFmt", val=counted)]
    if not looks.has_text_columns and any(block.role is Role.NOTE for block in looks.document.blocks):
        content += (element("footnote", id=number) for number in SEPARATORS.values())
    if content:
        yield element("footnotePr", *content)


def _cut(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def fonts_part(terms: Mapping[str, str]) -> etree._Element:
    """`docProps/custom.xml`: whose the fonts in the file are, and on what terms they may go on.

    Args:
        terms: Per family, its copyright and its licence.
    """
    properties = etree.fromstring(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VT}"/>')
    for number, (family, said) in enumerate(terms.items(), _FIRST_CUSTOM):
        entry = {"fmtid": _USER_DEFINED, "pid": str(number), "name": f"Font licence: {family}"}
        one = etree.SubElement(properties, f"{{{_CUSTOM}}}property", entry)
        etree.SubElement(one, f"{{{_VT}}}lpwstr").text = _cut(_NO_XML.sub("", said))
    return properties
