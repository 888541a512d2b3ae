"""What comes from outside is hostile: pictures, fonts and brand files are refused or drawn, and nothing fetched."""

from __future__ import annotations

import json
import shutil
import socket
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_brand_files import LOGO, brand_folder
from made_pictures import encoded, png_file, svg
from PIL import Image

from statement_kit.__main__ import main
from statement_kit.commands.running import ExitCode

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "border-ceasefire"
ELSEWHERE = "http://127.0.0.1:9/x"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket that is opened is a failure, wherever it is opened."""

    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "__init__", refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "peace")
    return brand_folder(tmp_path / "ours", {"logo.svg": LOGO})


def animated(kind: str) -> bytes:
    """A picture with two frames."""
    one, two = (Image.new("RGB", (300, 300), colour) for colour in ("red", "blue"))
    stream = BytesIO()
    one.save(stream, kind, save_all=True, append_images=[two])
    return stream.getvalue()


def claimed(width: int, height: int) -> bytes:
    """A small PNG that says it is large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def nested(count: int, inner: str = '<rect width="1" height="1"/>') -> bytes:
    """Groups that each use the one before ten times."""
    groups = (f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, count))
    return svg(f'<g id="g0">{inner}</g>' + "".join(groups))


def patterns(count: int) -> bytes:
    """Patterns that are each filled with the one before."""
    each = '<pattern id="p{}" width="1" height="1"><rect width="1" height="1" fill="url(#p{})"/></pattern>'
    return svg(
        "".join(each.format(n, n - 1) for n in range(1, count))
        + f'<rect width="9" height="9" fill="url(#p{count - 1})"/>'
    )


RECT = '<rect width="9" height="9"/>'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))

REFUSED: dict[str, bytes] = {
    "bytes": b"<svg>" + b" " * 17_000_000,
    "pixels": claimed(60_000, 60_000),
    "more pixels than a number holds": claimed(2**31 - 1, 2**31 - 1),
    "an unfolding picture": png_file(30_000, 30_000, 1, 0, bytes((30_000 // 8 + 1) * 30_000)),
    "paths": svg("<path d='" + "M0 0L1 1" * 200_000 + "'/>"),
    "shapes": svg(RECT * 100_000),
    "depth": svg("<g>" * 50_000 + "</g>" * 50_000),
    "an animated PNG": animated("PNG"),
    "a GIF": animated("GIF"),
    "an animated SVG": svg('<rect width="9" height="9"><animate attributeName="x" from="0" to="9" dur="1s"/></rect>'),
    "an animation in CSS": svg(f"<style>@keyframes a {{ to {{ x: 9 }} }}</style>{RECT}"),
    "a script": svg(f"<script>alert(1)</script>{RECT}"),
    "a handler": svg('<rect width="9" height="9" onload="alert(1)"/>'),
    "a picture elsewhere": svg(f'<image href="{ELSEWHERE}.png" width="9" height="9"/>'),
    "a file of this computer": svg('<image href="file:///etc/passwd" width="9" height="9"/>'),
    "a shape elsewhere": svg(f'<use href="{ELSEWHERE}.svg#a"/>'),
    "a colour elsewhere": svg(f'<rect width="9" height="9" fill="url({ELSEWHERE}#a)"/>'),
    "a style's colour elsewhere": svg(f"<style>rect {{ fill: url({ELSEWHERE}) }}</style>{RECT}"),
    "a style elsewhere": svg(f'<style>@import url("{ELSEWHERE}.css");</style>{RECT}'),
    "a style sheet elsewhere": f'<?xml-stylesheet href="{ELSEWHERE}.css"?>'.encode() + svg(RECT),
    "an entity elsewhere": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{ELSEWHERE}">]>'.encode() + svg("<title>&x;</title>"),
    "entities of entities": f'<!DOCTYPE svg [<!ENTITY a0 "a">{LAUGHS}]>'.encode() + svg("<title>&a9;</title>"),
    "uses of uses": nested(12),
    "uses of nothing": nested(12, ""),
    "uses in a ring": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>'),
    "patterns of patterns": patterns(30),
    "half a file": encoded(Image.new("RGB", (300, 300)), "PNG")[:200],
    "no file at all": b"",
    "zeros": bytes(1000),
    "numbers beyond all": svg('<path d="M1e400 0L9 9"/>'),
    "no size": svg(RECT, 'width="0" height="0"'),
}

HARMLESS: dict[str, bytes] = {
    "a font elsewhere": svg(f"<style>@font-face {{ font-family: x; src: url({ELSEWHERE}) }}</style>{RECT}"),
    "a definition elsewhere": f'<!DOCTYPE svg SYSTEM "{ELSEWHERE}.dtd">'.encode() + svg(RECT),
    "a link elsewhere": svg(RECT, f'width="9" height="9" data-source="{ELSEWHERE}"'),
}
"""What names a place that nobody asks, and that does not get into a file."""

SLOTS: dict[str, str] = {
    "logo": '[logo]\nfile = "art.bin"\nalt = { en = "Logo" }\n',
    "dark": '[logo]\nfile = "logo.svg"\ndark = "art.bin"\nalt = { en = "Logo" }\n',
    "partner": '[[partner]]\nfile = "art.bin"\nalt = { en = "Logo" }\n',
    "watermark": '[watermark]\nfile = "art.bin"\n',
}

COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("brand", "check", "ours"),
    "preview": ("brand", "preview", "ours"),
    "build": ("build", "peace", "--brand", "ours", "--lang", "en"),
}


def outcome(*arguments: str) -> tuple[int, list[str]]:
    """The exit code of a command, and the rules that were broken; it says all of it in few words."""
    result = CliRunner().invoke(main, [*arguments, "--json"], catch_exceptions=False)
    told = json.loads(result.stdout)["diagnostics"]
    assert all(len(found["message"]) < 600 for found in told)
    return result.exit_code, [found["rule"] for found in told if found["severity"] == "error"]


def brand(folder: Path, text: str, **files: bytes) -> None:
    brand_folder(folder, {"brand.toml": text})
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("slot", SLOTS)
def test_a_picture_that_means_harm_is_refused_wherever_it_stands(folder: Path, slot: str, case: str) -> None:
    brand(folder, f'[name]\nen = "Ours"\n{SLOTS[slot]}', art_bin=REFUSED[case])
    code, rules = outcome(*COMMANDS["check"])
    assert code == ExitCode.SOURCE
    assert rules
    assert all(rule.startswith("picture/") for rule in rules)


@pytest.mark.parametrize("case", ["pixels", "a script", "a picture elsewhere", "uses of uses", "entities of entities"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_it_and_writes_nothing(folder: Path, command: str, case: str) -> None:
    brand(folder, f'[name]\nen = "Ours"\n{SLOTS["logo"]}', art_bin=REFUSED[case])
    code, rules = outcome(*COMMANDS[command])
    assert code == ExitCode.SOURCE
    assert rules
    assert not Path("build").exists()


@pytest.mark.parametrize("case", HARMLESS)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_names_a_place_elsewhere_without_need_is_drawn_and_nobody_asked(
    folder: Path, command: str, case: str
) -> None:
    brand(folder, f'[name]\nen = "Ours"\n{SLOTS["logo"]}', art_bin=HARMLESS[case])
    assert outcome(*COMMANDS[command]) == (0, [])
    made = list(Path("build").glob("*")) if Path("build").exists() else []
    assert [path for path in made if ELSEWHERE.encode() in path.read_bytes()] == []


def test_a_huge_picture_costs_no_more_memory_than_is_read_of_it(folder: Path) -> None:
    brand(folder, f'[name]\nen = "Ours"\n{SLOTS["logo"]}', art_bin=b"")
    with (folder / "art.bin").open("wb") as file:
        file.truncate(2 << 30)
    tracemalloc.start()
    try:
        assert outcome(*COMMANDS["check"]) == (ExitCode.SOURCE, ["picture/too-large"])
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


FONTS: dict[str, bytes] = {
    "nothing": b"",
    "a GIF": animated("GIF"),
    "text": b"a font, honestly",
    "a head without a body": b"\0\1\0\0" + b"\xff" * 5000,
    "a web font of nothing": b"wOF2" + bytes(5000),
}


@pytest.mark.parametrize("case", FONTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_font_that_is_none_is_refused(folder: Path, command: str, case: str) -> None:
    own = '[[font]]\nfile = "our.ttf"\nfamily = "Ours"\n[typefaces.text.Latn]\nfamily = "Ours"\n'
    brand(folder, f'[name]\nen = "Ours"\n{own}', our_ttf=FONTS[case])
    code, rules = outcome(*COMMANDS[command])
    assert code == ExitCode.FONT
    assert all(rule.startswith("font/") for rule in rules)


def many(line: str, count: int) -> str:
    return "".join(line.format(number) for number in range(count))


TEXTS: dict[str, tuple[str, str]] = {
    "a colour that is none": ("[colours]\naccent = 'red; background: url(x)'\n", "source/wrong-value"),
    "a name with a bell": ('[name]\nen = "a\\u0007"\n', "statement/control-character"),
    "a footer with an escape": ('name.en = "A"\n[footer]\nen = ["\\u001b[2J"]\n', "statement/control-character"),
    "words behind a page with a bell": ('[watermark.words]\nen = "a\\u0007"\n', "statement/control-character"),
    "a partner with a bell": (
        SLOTS["partner"].replace("art.bin", "logo.svg").replace("Logo", "a\\u0007"),
        "statement/control-character",
    ),
    "a private sign": ('[name]\nen = "\\ue000"\n', "statement/private-character"),
    "a key with a bell": ('"\\u0007" = 1\n', "source/unknown-key"),
    "a key without end": (f'"{"k" * 50_000}" = 1\n', "source/unknown-key"),
    "a language without end": (f'[name]\n"{"k" * 50_000}" = "a"\n', "source/unknown-language"),
    "a value without end": (f'size = "{"k" * 50_000}"\n', "source/wrong-value"),
    "a number without end": (f"size = {'9' * 50_000}\n", "source/toml-syntax"),
    "a number beyond all": ("size = 1e999\n", "source/wrong-value"),
    "brackets without end": (f"size = {'[' * 50_000}\n", "source/toml-syntax"),
    "dots without end": (f"{'a.' * 50_000}a = 1\n", "source/toml-syntax"),
    "colours without end": ("[colours]\n" + many('c{} = "#123456"\n', 5000), "source/too-many"),
    "fonts without end": (many('[[font]]\nfile = "a.ttf"\nfamily = "F{}"\n', 3000), "source/too-many"),
    "partners without end": (many('[[partner]]\nfile = "logo.svg"\nheight = 10\n# {}\n', 70), "source/too-many"),
    "lines without end": (
        f'name.en = "A"\n[letterhead]\nen = [{many(chr(34) + "{}" + chr(34) + ",", 5000)}]\n',
        "source/wrong-value",
    ),
    "a file without end": ("# long\n" * 100_000, "source/too-large"),
    "a picture above": ("[logo]\nfile = '../logo.svg'\n", "source/wrong-value"),
    "a picture at the root": ("[logo]\nfile = '/etc/passwd'\n", "source/wrong-value"),
    "a picture of Windows": ("[logo]\nfile = 'C:\\\\logo.svg'\n", "source/wrong-value"),
    "a device of Windows": ("[logo]\nfile = '\\\\\\\\?\\\\C:\\\\logo.svg'\n", "source/wrong-value"),
    "a share of Windows": ("[watermark]\nfile = '\\\\\\\\host\\\\share\\\\logo.svg'\n", "source/wrong-value"),
    "a font above": ("[[font]]\nfile = 'fonts/../../a.ttf'\nfamily = 'A'\n", "source/wrong-value"),
    "an address": (f"[logo]\nfile = '{ELSEWHERE}'\n", "source/unreadable"),
}


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_brand_file_that_means_harm_is_refused_in_few_words(folder: Path, command: str, case: str) -> None:
    text, rule = TEXTS[case]
    brand(folder, text)
    code, rules = outcome(*COMMANDS[command])
    assert (code, rule in rules) == (ExitCode.SOURCE, True)
    assert len(rules) <= 3


@pytest.mark.parametrize("name", ["logo", "dark"])
def test_a_link_out_of_the_folder_is_refused(folder: Path, name: str) -> None:
    brand(folder, f'[name]\nen = "Ours"\n{SLOTS[name]}')
    (folder.parent / "secret.svg").write_text(LOGO, encoding="utf-8")
    (folder / "art.bin").symlink_to(folder.parent / "secret.svg")
    assert outcome(*COMMANDS["check"]) == (ExitCode.SOURCE, ["source/outside"])


@pytest.fixture
def begin(folder: Path) -> Callable[[bytes], tuple[int, list[str]]]:
    """`brand new` with a logo."""

    def make(data: bytes) -> tuple[int, list[str]]:
        (folder / "art.svg").write_bytes(data)
        return outcome("brand", "new", "made", "--name", "en=Ours", "--logo", "ours/art.svg")

    return make


@pytest.mark.parametrize("case", REFUSED)
def test_a_new_brand_is_not_begun_with_it(begin: Callable[[bytes], tuple[int, list[str]]], case: str) -> None:
    code, rules = begin(REFUSED[case])
    assert code == ExitCode.SOURCE
    assert all(rule.startswith("picture/") for rule in rules)
    assert not Path("made").exists()
