"""XLIFF 2 that comes back: exact where nobody touched it, understood whatever a tool did, refused where it is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_xliff import pack, row, whole

from statement_kit.diagnostics import CatalogError
from statement_kit.packs.opening import read_pack
from statement_kit.packs.pack import Pack
from statement_kit.packs.returned import Returned, ReturnedRow, Verdict
from statement_kit.packs.xliff import write_xliff
from statement_kit.packs.xliff_reading import is_xliff, read_xliff

SEGMENT = (
    '<segment state="translated">\n        <source>One</source>\n        <target>មួយ</target>\n      </segment>'  # one
)


def read(data: bytes | str) -> Returned:
    return read_xliff(data.encode() if isinstance(data, str) else data, "back.xlf")


def written(made: Pack) -> str:
    return write_xliff(made).decode()


def one(state: str = "translated") -> str:
    """A file with one clause, “One”, translated as មួយ."""
    return written(pack(row("One", "មួយ", state)))  # one


def only(data: str) -> ReturnedRow:
    (found,) = read(data).rows
    return found


def with_segments(*segments: str) -> str:
    """The file with one clause, parted by a tool."""
    assert SEGMENT in one()
    return one().replace(SEGMENT, "".join(segments))


def refused(data: bytes | str) -> tuple[str, int | None]:
    """The rule and the line that a file is refused for, which must have words about what to do."""
    with pytest.raises(CatalogError) as caught:
        read(data)
    found = caught.value.diagnostics[0]
    assert found.where
    assert found.where.path == "back.xlf"
    assert found.hint
    return found.rule, found.where.line


@pytest.mark.parametrize("language", ["km", "th"])
def test_a_file_that_nobody_touched_comes_back_character_for_character(language: str) -> None:
    made = whole(language)
    back = read(write_xliff(made))
    assert (back.project, back.source_language, back.language) == ("border-families", "en", language)
    for left, came in zip(made.rows, back.rows, strict=True):
        assert (came.clause, came.source, came.text, came.note) == (left.clause, left.source, left.text, left.note)
        assert (came.digest, came.verdict) == (left.digest, Verdict.NONE)


TEXTS = st.text(
    st.one_of(st.sampled_from("*_[](){}^\\\n\r\t<>&'\" ក\x00\x1f\ufffe"), st.characters(exclude_categories=["Cs"]))
)


@given(TEXTS.filter(bool), TEXTS)
def test_any_text_at_all_comes_back(source: str, text: str) -> None:
    found = only(written(pack(row(source, text))))
    assert (found.source, found.text) == (source, text)


def test_the_line_of_a_clause_is_where_its_unit_begins() -> None:
    text = one()
    assert only(text).place.line == text[: text.index("<unit")].count("\n") + 1


def test_segments_are_joined_with_what_stands_between_them() -> None:
    text = with_segments(
        '<segment state="translated"><source>One.</source><target>មួយ។</target></segment>',  # one
        "<ignorable><source> </source></ignorable>",
        '<segment state="translated"><source>Two.</source><target>ពីរ។</target></segment>',  # two
    )
    assert (only(text).source, only(text).text) == ("One. Two.", "មួយ។ ពីរ។")


def test_white_space_that_the_translation_leaves_out_stays_out() -> None:
    text = with_segments(
        "<segment><source>One.</source><target>หนึ่ง</target></segment>",  # one
        "<ignorable><source> </source><target/></ignorable>",
        "<segment><source>Two.</source><target>สอง</target></segment>",  # two
    )
    assert only(text).text == "หนึ่งสอง"


def test_segments_stand_in_the_order_that_the_translation_asks_for() -> None:
    text = with_segments(
        '<segment><source>One.</source><target order="3">មួយ</target></segment>',  # one
        "<ignorable><source> </source></ignorable>",
        '<segment><source>Two.</source><target order="1">ពីរ</target></segment>',  # two
    )
    assert only(text).text == "ពីរ មួយ"


def test_without_any_target_there_is_no_translation_not_even_white_space() -> None:
    text = with_segments(
        "<segment><source>One.</source></segment>",
        "<ignorable><source> </source></ignorable>",
        "<segment><source>Two.</source></segment>",
    )
    assert (only(text).text, only(text).verdict) == ("", Verdict.NONE)


def test_a_translation_of_some_segments_only_is_doubtful() -> None:
    text = with_segments(
        '<segment state="final"><source>One.</source><target>មួយ</target></segment>',  # one
        "<segment><source>Two.</source></segment>",
    )
    assert only(text).verdict is Verdict.DOUBTFUL


@pytest.mark.parametrize(
    ("left", "came", "verdict"),
    [
        ("translated", "translated", Verdict.NONE),
        ("translated", "reviewed", Verdict.DONE),
        ("translated", "final", Verdict.DONE),
        ("translated", "initial", Verdict.DOUBTFUL),
        ("fuzzy", "initial", Verdict.NONE),
        ("fuzzy", "translated", Verdict.DONE),
        ("stale", "final", Verdict.DONE),
        ("approved", "initial", Verdict.DOUBTFUL),
    ],
)
def test_a_state_that_has_changed_is_the_word_of_the_translator(left: str, came: str, verdict: Verdict) -> None:
    before = {"translated": "translated", "approved": "final"}.get(left, "initial")
    text = one(left).replace(f'state="{before}"', f'state="{came}"')
    assert only(text).verdict is verdict


def test_a_new_text_that_the_tool_calls_untranslated_is_doubtful() -> None:
    """Such are the proposals of machines, and half-finished work."""
    text = one("fuzzy").replace("<target>មួយ", "<target>មួយៗ")  # one, each one
    assert only(text).verdict is Verdict.DOUBTFUL
    assert only(text.replace(' state="initial" subState="statement-kit:fuzzy"', "")).verdict is Verdict.NONE


def test_a_tool_that_forgets_states_says_nothing() -> None:
    assert only(one().replace(' state="translated"', "")).verdict is Verdict.NONE


def test_every_kind_of_code_is_read_as_the_mark_it_stands_for() -> None:
    made = written(pack(row("*One* two[^1]", "", "missing")))
    target = (
        '<target><sc id="1" dataRef="d1"/>មួយ <mrk id="m1" type="comment">ពីរ</mrk><ph id="2" dataRef="d2"/>'  # one, two
        '<sm id="m2"/><ec startRef="1" dataRef="d1"/><em startRef="m2"/></target>'
    )
    assert only(made.replace("</source>", f"</source>{target}")).text == "*មួយ ពីរ[^1]*"


def test_a_copy_of_a_code_is_read_as_what_it_is_a_copy_of() -> None:
    made = written(pack(row("*One*", "", "missing")))
    target = '<target><pc id="1">មួយ</pc> <pc id="7" copyOf="1">ពីរ</pc></target>'  # one, two
    assert only(made.replace("</source>", f"</source>{target}")).text == "*មួយ* *ពីរ*"


def test_emphasis_that_a_translator_adds_with_a_button_is_read_as_markdown() -> None:
    target = (
        '<target><pc id="9" type="fmt" subType="xlf:b">មួយ</pc><ph id="10" subType="xlf:lb"/>ពីរ</target>'  # one, two
    )
    assert only(one().replace("<target>មួយ</target>", target)).text == "**មួយ**\\\nពីរ"


def test_a_code_that_nothing_explains_is_refused_with_its_clause() -> None:
    target = '<target><ph id="9" dataRef="lost"/></target>'
    assert refused(one().replace("<target>មួយ</target>", target))[0] == "pack/lost-mark"


def test_other_prefixes_groups_modules_comments_and_order_change_nothing() -> None:
    made = pack(row("One", "មួយ"), row("Two", "ពីរ", clause="demand.1.2"))  # one, two
    text = written(made).replace("mda:", "kit:").replace("xmlns:mda", "xmlns:kit")
    first, second = (text.index("<unit", at) for at in (0, text.index("<unit") + 1))
    end = text.index("</file>")
    strange = '<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match ref="#1"/></m:matches>'
    group = f'<group id="g"><!-- a tool was here -->{text[second:end]}{text[first:second]}</group>'
    text = text[:first] + group.replace("<notes>", f"{strange}<notes>") + text[end:]
    assert [(r.clause, r.text, r.digest) for r in read(text).rows] == [
        ("demand.1.2", "ពីរ", made.rows[1].digest),
        ("demand.1.1", "មួយ", made.rows[0].digest),
    ]


def test_a_prefix_for_everything_is_read() -> None:
    text = one().replace('xmlns="', 'xmlns:x="').replace("<mda:", "<!mda:").replace("</mda:", "</!mda:")
    text = text.replace("</", "</x:").replace("</x:!", "</").replace("<!mda", "<mda")
    for name in ("xliff", "file", "unit", "notes", "note", "segment", "source", "target"):
        text = text.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
    assert only(text).text == "មួយ"


def test_xliff_2_2_is_read_by_its_own_namespace() -> None:
    text = one().replace("document:2.0", "document:2.2").replace('version="2.0"', 'version="2.2"')
    assert only(text).text == "មួយ"


def test_utf_16_is_read() -> None:
    assert read(one().replace("UTF-8", "UTF-16").encode("utf-16")).rows[0].text == "មួយ"


def test_notes_of_translators_come_back_and_the_kits_own_do_not() -> None:
    text = written(pack(row("One", "មួយ", "stale", previous="Won", note="from us")))  # one
    assert only(text.replace("</notes>", "<note>from the agency</note></notes>")).note == "from us\nfrom the agency"


def test_without_the_metadata_the_attributes_say_whose_it_is_and_the_digest_is_lost() -> None:
    text = one()
    while "<mda:metadata>" in text:
        text = text[: text.index("<mda:metadata>")] + text[text.index("</mda:metadata>") + len("</mda:metadata>") :]
    back = read(text)
    assert (back.project, back.source_language, back.language) == ("border-families", "en", "km")
    assert (back.rows[0].text, back.rows[0].digest) == ("មួយ", "")


def test_a_region_that_a_tool_puts_behind_a_language_is_no_other_language() -> None:
    assert read(one().replace('trgLang="km"', 'trgLang="km-KH"')).language == "km"


def test_another_language_is_told() -> None:
    assert read(one().replace('trgLang="km"', 'trgLang="th"')).language == "th"


def test_an_older_xliff_is_told_by_its_version() -> None:
    text = one().replace("document:2.0", "document:1.2").replace('version="2.0"', 'version="1.2"')
    assert refused(text) == ("pack/xliff-version", 2)


def test_what_is_no_xliff_is_told_by_how_it_begins() -> None:
    assert refused("<tmx><xliff/></tmx>") == ("pack/no-xliff", 1)


def test_a_pack_of_a_later_kit_is_told() -> None:
    assert refused(one().replace('"version">1<', '"version">2<'))[0] == "pack/version"


def test_a_file_of_no_statement_is_refused() -> None:
    text = one().replace("border-families", "")
    assert refused(text)[0] == "pack/no-owner"


def test_the_name_of_a_statement_is_told_on_one_line_as_in_every_pack() -> None:
    assert read(one().replace(">border-families<", ">border\n families<")).project == "border families"


def test_a_file_of_several_statements_is_refused() -> None:
    text = one()
    file = text[text.index("<file") : text.index("</xliff>")].replace("border-families", "another")
    assert refused(text.replace("</xliff>", f"{file}</xliff>"))[0] == "pack/several-statements"


def test_a_clause_that_stands_there_twice_is_refused_with_both_lines() -> None:
    text = one()
    unit = text[text.index("<unit") : text.index("</file>")]
    with pytest.raises(CatalogError, match="line 12 has it already") as caught:
        read(text.replace("</file>", f"{unit}</file>"))
    assert caught.value.diagnostics[0].rule == "pack/repeated-clause"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE xliff [<!ENTITY a "aaaa">]>',
        '<!DOCTYPE xliff SYSTEM "http://example.org/x.dtd">',
        '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_refused_before_anything_is_read(declaration: str) -> None:
    assert refused(one().replace("<xliff", f"{declaration}<xliff", 1).replace("One", "&a;")) == ("pack/entities", 2)


def test_entities_in_utf_16_are_refused_too() -> None:
    text = one().replace("UTF-8", "UTF-16").replace("<xliff", '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff', 1)
    assert refused(text.encode("utf-16"))[0] == "pack/entities"


@pytest.mark.parametrize(
    "data",
    [
        b"<xliff>",
        b"",
        b"\xff\xfe<",
        b"\x80<xliff/>",
        b"<xliff>&unknown;</xliff>",
        b'<?xml version="1.0" encoding="utf-7"?><xliff/>',
        b"<xliff>" + b"<a>" * 100_000,
    ],
)
def test_what_is_no_xml_is_damaged(data: bytes) -> None:
    assert refused(data)[0] == "pack/damaged"


def test_a_number_of_no_character_is_damaged() -> None:
    assert refused(one().replace("<target>", '<target><cp hex="110000"/>'))[0] == "pack/damaged"


def test_codes_within_codes_within_codes_are_read_as_far_as_xml_is() -> None:
    nested = "<mrk id='m'>" * 240 + "មួយ" + "</mrk>" * 240  # one
    assert only(one().replace("<target>មួយ</target>", f"<target>{nested}</target>")).text == "មួយ"


@pytest.mark.parametrize("order", ["0", "-1", "2", "9" * 5_000, "២", "first"])  # ២ is 2
def test_an_order_that_is_none_loses_nothing(order: str) -> None:
    assert only(one().replace("<target>", f'<target order="{order}">')).text == "មួយ"


def test_a_file_out_of_all_proportion_is_refused_unread() -> None:
    assert refused(b"<xliff>" + b" " * 16_000_000)[0] == "pack/too-large"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"clause,source", b'<?xml version="1.0"?><html/>'])
def test_other_files_are_not_taken_for_xliff(data: bytes) -> None:
    assert not is_xliff(data)


def test_it_is_opened_by_what_it_is_and_not_by_what_it_is_called() -> None:
    assert read_pack(one().encode("utf-16"), "back.bin").rows == read_pack(one().encode(), "back.bin").rows
