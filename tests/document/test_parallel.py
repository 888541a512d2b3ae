"""Several documents in one file: their ids told apart, their clauses level."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_annexes import everything_of
from made_parallels import SETS, of

from statement_kit.document.blocks import Document, Role
from statement_kit.document.parallel import (
    ANNEX_ROLES,
    documents_of,
    is_side_by_side,
    levels,
    parallel,
    prefix,
    without_language,
)
from statement_kit.editions import Arrangement
from statement_kit.markup import MarkKind


@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_no_two_blocks_or_pictures_of_a_file_share_an_id(
    everything: dict[str, Document], tags: tuple[str, ...]
) -> None:
    for documents in (everything, {tag: everything_of(tag) for tag in tags}):
        content = of(documents, tags, Arrangement.IN_TURN)
        ids = [one.id for document in content.documents for one in (*document.blocks, *document.wall)]
        assert len(set(ids)) == len(ids)
        assert [without_language(name) for name in ids] == [
            one.id for tag in tags for one in (*documents[tag].blocks, *documents[tag].wall)
        ]


def test_links_and_notes_lead_to_their_own_version(everything: dict[str, Document]) -> None:
    content = of(everything, ("km", "en"), Arrangement.SIDE_BY_SIDE)
    inner = 0
    for document in content.documents:
        ids = {block.id for block in document.blocks}
        for mark in (mark for block in document.blocks for mark in block.marks):
            if mark.kind is MarkKind.NOTE or mark.target.startswith("#"):
                assert mark.target.removeprefix("#") in ids
                inner += 1
            else:
                assert not mark.target.startswith(prefix(document.language.tag))
    assert inner


def test_a_document_alone_is_as_it_is(everything: dict[str, Document]) -> None:
    (document,) = documents_of(everything["km"])
    assert document is everything["km"]
    assert not is_side_by_side(document)
    assert [is_side_by_side(of(everything, ("km", "en"), how)) for how in Arrangement] == [False, True]


@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_every_clause_of_the_text_is_level_with_itself(everything: dict[str, Document], tags: tuple[str, ...]) -> None:
    content = of(everything, tags, Arrangement.SIDE_BY_SIDE)
    found = levels(content.documents)
    for clause, blocks in found.items():
        assert [block.id for block in blocks if block] == [f"{prefix(tag)}{clause}" for tag in tags]
    apart = ANNEX_ROLES | {Role.NOTE}
    assert list(found) == [block.id for block in everything[tags[0]].blocks if block.role not in apart]


def test_what_one_version_alone_has_stands_behind_what_it_has_before_it(everything: dict[str, Document]) -> None:
    blocks = everything["km"].blocks
    lacking = replace(everything["km"], blocks=(blocks[0], *blocks[2:5], *blocks[6:]))
    found = levels(parallel([lacking, everything["en"]], Arrangement.SIDE_BY_SIDE).documents)
    assert list(found) == list(levels([everything["en"]]))
    assert [clause for clause, (first, _) in found.items() if first is None] == [blocks[1].id, blocks[5].id]
