"""What a Word table offers whoever opens it: cells to write in, the rest read-only, languages and fonts."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from lxml import etree
from made_packs import THREE, WRITERS, W, pack, part, row, word_cell, word_row

from statement_kit.diagnostics import CatalogError
from statement_kit.packs.word_table import runs
from statement_kit.packs.wording import FONT, KHMER

FILE = WRITERS["docx"](THREE)
BODY = etree.fromstring(part(FILE, "word/document.xml"))


def values(element: etree._Element, tag: str, name: str) -> list[str | None]:
    return [one.get(f"{{{W}}}{name}") for one in element.iter(f"{{{W}}}{tag}")]


def test_the_document_is_read_only_without_a_password() -> None:
    (protection,) = etree.fromstring(part(FILE, "word/settings.xml")).iter(f"{{{W}}}documentProtection")
    assert dict(protection.attrib) == {f"{{{W}}}edit": "readOnly", f"{{{W}}}enforcement": "1"}


def test_everyone_may_edit_translation_note_and_state_of_every_row() -> None:
    assert values(BODY, "permStart", "edGrp") == ["everyone"] * 3
    assert set(values(BODY, "permStart", "colFirst")) == {"3"}
    assert set(values(BODY, "permStart", "colLast")) == {"5"}
    assert values(BODY, "permStart", "id") == values(BODY, "permEnd", "id") == ["1", "2", "3"]


def test_the_names_are_repeated_on_every_page_across_a4() -> None:
    assert len(list(word_row(BODY, 1).iter(f"{{{W}}}tblHeader"))) == 1
    assert values(BODY, "pgSz", "orient") == ["landscape"]
    assert values(BODY, "pgSz", "w") == ["16838"]


def test_every_script_has_its_font_and_every_text_its_language() -> None:
    (fonts,) = etree.fromstring(part(FILE, "word/styles.xml")).iter(f"{{{W}}}rFonts")
    assert set(fonts.attrib.values()) == {FONT}
    cell = word_cell(BODY, 2, "text")
    assert values(cell, "lang", "bidi") == ["km-KH"]
    assert len(list(cell.iter(f"{{{W}}}cs"))) == 1
    assert set(values(word_cell(BODY, 2, "source"), "lang", "val")) == {"en-GB"}


def test_latin_words_in_thai_are_english_to_the_dictionary() -> None:
    """A Thai one would end lines in the middle of them."""
    found = [values(run, "lang", "val") for run in runs("การเจรจา alone", "th-TH")]  # "negotiation"
    assert found == [["th-TH"], ["en-GB"]]


def test_a_state_is_chosen_from_a_list_in_the_translators_language() -> None:
    words = values(word_cell(BODY, 4, "state"), "listItem", "value")
    assert words == [KHMER.done, KHMER.doubtful, KHMER.states["missing"]]


def test_rows_that_need_somebody_are_tinted_and_say_so() -> None:
    tints = [len(list(word_row(BODY, line).iter(f"{{{W}}}shd"))) for line in (2, 3, 4)]
    assert tints == [0, 6, 6]
    assert KHMER.states["stale"] in "".join(map(str, word_cell(BODY, 3, "state").itertext()))


def test_what_is_there_for_the_kit_is_hidden() -> None:
    runs = [run for run in BODY.iter(f"{{{W}}}r") if "statement-kit:" in "".join(map(str, run.itertext()))]
    assert len(runs) == 6
    assert all(len(list(run.iter(f"{{{W}}}vanish"))) == 1 for run in runs)


def test_a_text_is_one_paragraph_with_line_breaks_in_it() -> None:
    body = etree.fromstring(part(WRITERS["docx"](pack(row("title", "a\\\nb", "c\\\n\td"))), "word/document.xml"))
    cell = word_cell(body, 2, "text")
    assert len(cell.findall(f"{{{W}}}p")) == 1
    assert [len(list(cell.iter(f"{{{W}}}{tag}"))) for tag in ("br", "tab")] == [1, 1]


@pytest.mark.parametrize("char", ["\x01", "\r", "\x0b", "\u2028", "\ufffe"])
def test_a_character_that_word_cannot_hold_is_refused_and_not_dropped(char: str) -> None:
    with pytest.raises(CatalogError, match=rf"title contains the control character U\+{ord(char):04X}"):
        WRITERS["docx"](pack(row("title", "Stop", f"a{char}")))


def test_the_glossary_has_every_rendering() -> None:
    table = docx.Document(BytesIO(FILE)).tables[1]
    assert [cell.text for cell in table.rows[1].cells] == [
        "ceasefire",
        "បទឈប់បាញ់\nការឈប់បាញ់",
        "never “truce”",
    ]  # see CEASEFIRE
