"""Packs as XLIFF 2: what a translator's tool finds in them."""

from __future__ import annotations

import pytest
from lxml import etree
from made_xliff import pack, row, whole

from statement_kit.packs.pack import Pack
from statement_kit.packs.xliff import GLOSSARY, METADATA, write_xliff

NAMES = {"x": "urn:oasis:names:tc:xliff:document:2.0", "mda": METADATA, "gls": GLOSSARY}


def root_of(made: Pack) -> etree._Element:
    return etree.fromstring(write_xliff(made))


def found(made: Pack, path: str) -> list[etree._Element]:
    """The elements at a path, of which a name without a prefix is XLIFF's own."""
    return root_of(made).xpath(path, namespaces=NAMES)


def text_at(made: Pack, path: str) -> list[str]:
    return ["".join(map(str, element.itertext())) for element in found(made, path)]


def inner(element: etree._Element) -> str:
    """What stands between the tags of an element, without namespaces."""
    written = etree.tostring(element, encoding="unicode", with_tail=False)
    body = written[written.index(">") + 1 : written.rindex("<")]
    return body.replace(' xmlns="urn:oasis:names:tc:xliff:document:2.0"', "")


def test_every_clause_is_a_unit_by_its_id_in_reading_order() -> None:
    made = whole()
    assert [unit.get("id") for unit in found(made, "//x:unit")] == [row.clause for row in made.rows]
    assert [len(unit) for unit in found(made, "//x:unit/x:segment[2]")] == []


def test_it_names_its_languages_and_keeps_white_space() -> None:
    root = root_of(pack(row("One", "មួយ")))  # one
    assert (root.get("srcLang"), root.get("trgLang"), root.get("version")) == ("en", "km", "2.0")
    assert root.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@pytest.mark.parametrize(
    ("state", "expected", "sub_state"),
    [
        ("stale", "initial", "statement-kit:stale"),
        ("fuzzy", "initial", "statement-kit:fuzzy"),
        ("translated", "translated", None),
        ("reviewed", "reviewed", None),
        ("approved", "final", None),
    ],
)
def test_a_segment_says_how_far_its_translation_has_come(state: str, expected: str, sub_state: str | None) -> None:
    (segment,) = found(pack(row("One", "មួយ", state)), "//x:segment")  # one
    assert (segment.get("state"), segment.get("subState")) == (expected, sub_state)


def test_a_clause_without_a_translation_has_no_target() -> None:
    made = pack(row("One", "", "missing"))
    assert found(made, "//x:target") == []
    assert found(made, "//x:segment")[0].get("state") == "initial"


def test_marks_are_codes_that_show_their_original_and_have_the_ids_of_their_like_in_the_source() -> None:
    made = pack(row("We *firmly* ask **all**[^1]", "**ទាំងអស់** *ណាស់*[^1]"))  # all, very
    assert text_at(made, "//x:data") == ["*", "**", "[^1]"]
    (source,), (target,) = found(made, "//x:source"), found(made, "//x:target")
    assert [code.get("id") for code in source] == ["1", "2", "3"]
    assert [code.get("id") for code in target] == ["2", "1", "3"]
    assert [code.get("dataRefStart") or code.get("dataRef") for code in target] == ["d2", "d1", "d3"]


def test_a_mark_that_only_the_translation_has_gets_an_id_of_its_own() -> None:
    (target,) = found(pack(row("We *ask*", "*យើង* *សុំ*")), "//x:target")  # we, ask
    assert [code.get("id") for code in target] == ["1", "2"]


def test_notes_links_and_placeholders_may_not_be_deleted_and_emphasis_may() -> None:
    (source,) = found(pack(row("[a](#annex)[^1] {b} <https://c.org> *d*", "", "missing")), "//x:source")
    assert [code.get("canDelete") for code in source] == ["no", "no", "no", "no", None]
    assert [code.get("canCopy") for code in source] == ["no", "no", "no", "no", None]


def test_a_mark_that_the_translation_has_lost_is_not_forbidden_to_lose() -> None:
    """Such a file would not be valid, and no tool would open it; the kit itself finds the loss."""
    (source,) = found(pack(row("One[^1] two[^2]", "មួយ[^1]")), "//x:source")  # one
    assert [code.get("canDelete") for code in source] == ["no", None]


def test_what_xml_cannot_hold_is_named_by_its_number() -> None:
    (source,) = found(pack(row("a\x07b\uffffc\r", "")), "//x:source")
    assert inner(source) == 'a<cp hex="0007"/>b<cp hex="FFFF"/>c&#13;'


def test_a_unit_says_what_left_and_whose_it_is() -> None:
    made = pack(row("One", "មួយ", "fuzzy"))  # one
    assert text_at(made, "//x:file/mda:metadata//mda:meta") == ["1", "border-families", "en", "km"]
    assert text_at(made, "//x:unit/mda:metadata//mda:meta") == [made.rows[0].digest, "fuzzy"]


def test_notes_say_the_state_the_old_source_and_what_translators_wrote() -> None:
    made = pack(row("One", "มีหนึ่ง", "stale", previous="Won", note="first\nsecond"), language="th")  # there is one
    assert text_at(made, "//x:note") == [
        "สถานะ: ต้นฉบับเปลี่ยนไป",
        "ต้นฉบับเดิม: Won",
        "first\nsecond",
    ]  # source changed; old source


def test_a_language_without_words_of_its_own_is_told_in_english() -> None:
    assert text_at(pack(row("One", "Satu"), language="id"), "//x:note") == ["State: translated"]


def test_each_term_stands_with_the_clauses_that_hold_it() -> None:
    made = pack(row("The joint commission meets.", ""), row("Peace and the charter.", "", clause="demand.1.2"))
    assert text_at(made, "//x:unit[1]//gls:glossEntry/*") == [
        "Joint Commission",
        "គណៈកម្មការចម្រុះ",  # joint commission
        "គណៈកម្មាធិការចម្រុះ",  # joint committee
        "Of 2000.",
    ]
    assert text_at(made, "//x:unit[2]//gls:glossEntry/*") == ["charter", "Leave it in English."]


def test_the_same_pack_is_the_same_bytes() -> None:
    assert write_xliff(whole()) == write_xliff(whole())


def test_white_space_is_added_only_where_no_words_are() -> None:
    made = pack(row("*One*", "*មួយ*"))  # one
    (source,) = found(made, "//x:source")
    assert source.text is None
    assert b"\n        <source><pc" in write_xliff(made)
