"""Files whole or not at all, whatever goes wrong."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import OutputError
from statement_kit.output import write_files


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(files: dict[Path, bytes]) -> tuple[str, str, str]:
    with pytest.raises(OutputError) as caught:
        write_files(files)
    (found,) = caught.value.diagnostics
    assert found.where
    assert found.hint
    return found.rule, found.where.path, found.hint


def test_files_are_written_into_folders_made_as_needed(tmp_path: Path) -> None:
    write_files({tmp_path / "a" / "b" / "one": b"1", tmp_path / "two": b"2"})
    assert tree(tmp_path) == {"a/b/one": b"1", "two": b"2"}


def test_an_existing_file_is_replaced_and_its_neighbours_left_alone(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "other").write_bytes(b"other")
    write_files({tmp_path / "old": b"new"})
    assert tree(tmp_path) == {"old": b"new", "other": b"other"}


def test_no_files_are_no_trouble(tmp_path: Path) -> None:
    write_files({})
    assert tree(tmp_path) == {}


def test_a_new_file_has_the_rights_that_any_new_file_would_have(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_files({tmp_path / "new": b""})
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_a_link_is_replaced_and_what_it_points_to_left_alone(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"target")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_files({tmp_path / "link": b"new"})
    assert tree(tmp_path) == {"link": b"new", "target": b"target"}


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"mine")
    rule, place, hint = refused({tmp_path / "build" / "one": b"1"})
    assert (rule, place) == ("output/unwritable", str(tmp_path / "build"))
    assert "A file stands where a folder should be" in hint
    assert refused({tmp_path / "build" / "deeper" / "one": b"1"})[0] == "output/unwritable"
    assert tree(tmp_path) == {"build": b"mine"}


def test_a_folder_where_the_file_should_be_is_refused_and_no_other_file_replaced(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"old")
    (tmp_path / "two").mkdir()
    rule, place, hint = refused({tmp_path / "one": b"1", tmp_path / "two": b"2"})
    assert (rule, place) == ("output/unwritable", str(tmp_path / "two"))
    assert "A folder stands where the file should be" in hint
    assert tree(tmp_path) == {"one": b"old"}


@pytest.mark.parametrize("name", ["a" * 300, "ស្រុក" * 30])
def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path, name: str) -> None:
    assert refused({tmp_path / "short": b"1", tmp_path / name: b"2"})[0] == "output/unwritable"
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("failing", [1, 2, 3])
@pytest.mark.parametrize("links", [True, False], ids=["with second names", "without"])
def test_a_rename_that_fails_takes_back_those_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, links: bool
) -> None:
    (tmp_path / "one").write_bytes(b"old 1")
    (tmp_path / "three").write_bytes(b"old 3")
    calls = []
    rename = Path.replace

    def replace(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(errno.EBUSY, "Device or resource busy", str(self))
        return rename(self, target)

    def no_link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "replace", replace)
    if not links:
        monkeypatch.setattr(os, "link", no_link)
    names = ["one", "two", "three"]
    _, place, _ = refused({tmp_path / name: b"new" for name in names})
    assert place == str(tmp_path / names[failing - 1])
    assert tree(tmp_path) == {"one": b"old 1", "three": b"old 3"}


@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_a_full_disk_leaves_what_was_there_and_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    (tmp_path / "two").write_bytes(b"old")
    calls = []
    real = getattr(os, call)

    def full(*arguments: object, **named: object) -> object:
        calls.append(arguments)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **named)

    monkeypatch.setattr(os, call, full)
    rule, place, hint = refused({tmp_path / name: b"new" for name in ("one", "two")})
    assert (rule, place) == ("output/unwritable", str(tmp_path))
    assert "room on the disk" in hint
    assert tree(tmp_path) == {"two": b"old"}


def test_a_copy_of_the_old_file_that_does_not_fit_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    def half(_: Path, target: Path, **__: object) -> None:
        target.write_bytes(b"ol")
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "one").write_bytes(b"old")
    monkeypatch.setattr(os, "link", no_link)
    monkeypatch.setattr(shutil, "copy2", half)
    assert refused({tmp_path / "one": b"new"})[1] == str(tmp_path / "one")
    assert tree(tmp_path) == {"one": b"old"}


@pytest.mark.parametrize("stopped", ["os.fsync", "pathlib.Path.replace"])
def test_an_interrupted_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: str
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "one").write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(stopped, interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_files({tmp_path / "one": b"new", tmp_path / "two": b"new"})
    assert tree(tmp_path) == {"one": b"old"}


@given(st.dictionaries(st.sampled_from(["a", "b", "c/d", "c/e"]), st.binary(max_size=50)))
def test_any_files_are_on_disk_as_they_were_given(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("out")
    write_files({folder / name: data for name, data in files.items()})
    assert tree(folder) == files
