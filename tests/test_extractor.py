"""Statements as Babel reads them: the messages of `pybabel extract` are those of `statement-kit extract`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from statement_kit.catalogs import extract
from statement_kit.diagnostics import SourceError
from statement_kit.extractor import extract_messages
from statement_kit.translation.po_file import Message, read_po_file

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "examples" / "border-ceasefire", ROOT / "tests" / "statements" / "everything")

Extract = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(params=FOLDERS, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a statement folder, with the mapping file of somebody who uses Babel."""
    (tmp_path / "babel.cfg").write_text("[statement: **/statement.md]\n", encoding="utf-8")
    return Path(shutil.copytree(request.param, tmp_path / request.param.name))


def pybabel(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `pybabel extract` on what stands beside the mapping file, into `messages.pot`."""
    command = [sys.executable, "-m", "babel.messages.frontend", "extract", "-F", "babel.cfg", "-o", "messages.pot"]
    return subprocess.run(
        [*command, *options, "."], cwd=folder.parent, capture_output=True, encoding="utf-8", check=False
    )


def read(path: Path) -> list[Message]:
    return list(read_po_file(path.read_bytes(), str(path)).messages)


def test_pybabel_gives_the_messages_that_the_kit_gives_in_the_same_order(folder: Path) -> None:
    assert pybabel(folder).returncode == 0
    ours = read(extract(folder, datetime(2030, 1, 2, tzinfo=UTC)))
    theirs = read(folder.parent / "messages.pot")
    assert [(m.clause, m.source) for m in theirs] == [(m.clause, m.source) for m in ours]
    assert len(ours) > 20


def test_every_message_names_the_line_where_its_clause_stands(folder: Path) -> None:
    pybabel(folder)
    lines = (folder / "statement.md").read_text(encoding="utf-8").split("\n")
    for message in read(folder.parent / "messages.pot"):
        (reference,) = message.notes
        path, _, line = reference.removeprefix("#: ").rpartition(":")
        assert path == f"{folder.name}/statement.md"
        first_words = message.source.lstrip("[*").split("\\")[0].split()[0]
        assert first_words in lines[int(line) - 1]


def test_a_broken_statement_stops_pybabel_with_the_file_the_line_and_what_to_do(folder: Path) -> None:
    path = folder / "statement.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('kind = "joint-statement"', 'kind = "joint-stament"'), encoding="utf-8")
    result = pybabel(folder)
    assert result.returncode == 1
    said = result.stderr.partition("SourceError: ")[2].splitlines()
    assert said[0].endswith("statement.md:2: error: There is no kind “joint-stament”. [source/unknown-kind]")
    assert said[1].strip().startswith("Known kinds: joint-statement")


def test_pybabel_without_its_keywords_is_told_to_take_them_back(folder: Path) -> None:
    result = pybabel(folder, "--no-default-keywords", "-k", "_")
    assert result.returncode == 1
    assert result.stderr.rstrip().endswith("Leave out --no-default-keywords, or add: -k pgettext:1c,2")
    assert pybabel(folder, "--no-default-keywords", "-k", "pgettext:1c,2").returncode == 0


def test_a_file_in_another_encoding_is_refused_by_the_name_it_was_opened_with(tmp_path: Path) -> None:
    path = tmp_path / "statement.md"
    path.write_bytes("+++\nkind = “x”".encode("utf-16"))
    with path.open("rb") as file, pytest.raises(SourceError) as caught:
        list(extract_messages(file, ["pgettext"], (), {}))
    (found,) = caught.value.diagnostics
    assert (found.rule, found.where and found.where.path) == ("source/encoding", str(path))


def test_a_file_without_a_name_is_called_what_it_should_be() -> None:
    with pytest.raises(SourceError) as caught:
        list(extract_messages(BytesIO(b"no front matter"), ["pgettext"], (), {}))
    assert str(caught.value).startswith("statement.md:1: error: ")
