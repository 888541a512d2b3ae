"""The same folder gives the same bytes, whoever makes it, when, where and how (F06)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from made_parallels import TABLES

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "border-ceasefire"
PRESS = ROOT / "tests" / "statements" / "press"

_CLOCK = '''
"""A clock that is ahead by SECONDS_AHEAD, for all that Python asks it; Python imports this module as it starts."""

import datetime, os, time

AHEAD = int(os.environ["SECONDS_AHEAD"])
now, now_ns, localtime, gmtime, strftime = time.time, time.time_ns, time.localtime, time.gmtime, time.strftime

time.time = lambda: now() + AHEAD
time.time_ns = lambda: now_ns() + AHEAD * 10**9
time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, t=None: strftime(form, time.localtime() if t is None else t)


class Datetime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()


class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


datetime.datetime, datetime.date = Datetime, Date
'''

_PROGRAM = """
import datetime, os, sys, time
from babel.core import default_locale
from statement_kit.__main__ import main
os.umask(int(os.environ["UMASK"], 8))
dates = datetime.date.today(), datetime.datetime.now().date(), datetime.date.fromtimestamp(time.time())
print(*dates, time.strftime("%Y-%m-%d %Z"), default_locale(), hash("seed"), os.getcwd())
sys.argv = ["statement-kit", "build", *sys.argv[1:]]
main()
"""


class _Maker:
    """Somebody who makes the release: their clock, their machine's settings, their folders."""

    def __init__(self, home: Path, folder: str, out: str, environment: Mapping[str, str]) -> None:
        self._home = home
        self._folder = home / folder
        self._out = home / out
        self._environment = environment
        (home / "sitecustomize.py").write_text(_CLOCK, encoding="utf-8")

    def build(self, statement: Path, *options: str) -> tuple[str, dict[str, str]]:
        """What their machine says of clock, locale, seed and rights, and the SHA-256 of each file they make."""
        shutil.copytree(statement, self._folder)
        source = self._folder / "statement.md"
        text = source.read_text(encoding="utf-8").replace("+++\n\n#", f"{TABLES}+++\n\n#", 1)
        source.write_text(text, encoding="utf-8")
        path = os.pathsep.join(filter(None, [str(self._home), os.environ.get("PYTHONPATH", "")]))
        formats = [option for name in ("pdf", "docx", "txt") for option in ("--format", name)]
        result = subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(self._folder), "--out", str(self._out), *formats, *options],
            cwd=self._folder.parent,
            env={**os.environ, **self._environment, "PYTHONPATH": path},
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        sums = {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted(self._out.iterdir())}
        return f"{result.stdout.splitlines()[0]} {self._out.stat().st_mode:o}", sums


@pytest.fixture
def makers(tmp_path: Path) -> tuple[_Maker, _Maker]:
    """Two people with nothing in common but the folder's files; the one lives a year after the other."""
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    first = _Maker(
        tmp_path / "first",
        "border-ceasefire",
        "build",
        {
            "SECONDS_AHEAD": "0",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "LANG": "C",
            "PYTHONHASHSEED": "1",
            "UMASK": "077",
        },
    )
    second = _Maker(
        tmp_path / "second",
        "somewhere/else/quite deep/border-ceasefire",
        "made",
        {
            "SECONDS_AHEAD": str(365 * 24 * 3600),
            "TZ": "Pacific/Pago_Pago",
            "LC_ALL": "th_TH.UTF-8",
            "LANG": "th_TH.UTF-8",
            "PYTHONHASHSEED": "2",
            "UMASK": "002",
        },
    )
    return first, second


@pytest.mark.parametrize(
    ("statement", "options"),
    [(EXAMPLE, []), (PRESS, []), (PRESS, ["--embargoed"])],
    ids=["example", "after the embargo", "for journalists"],
)
def test_two_builds_are_the_same_to_the_byte(
    makers: tuple[_Maker, _Maker], statement: Path, options: list[str]
) -> None:
    (circumstances, first), (other_circumstances, second) = (maker.build(statement, *options) for maker in makers)
    assert set(circumstances.split()).isdisjoint(other_circumstances.split()), "the circumstances do not differ"
    assert len(first) == 15
    assert first == second
