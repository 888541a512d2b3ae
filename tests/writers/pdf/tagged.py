"""Reads the logical tree of a PDF back, letter by letter, without any of the writer's own means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf


@dataclass
class Node:
    """A structure element as the file holds it; kids are elements, texts, and the targets of annotations."""

    tag: str
    id: str = ""
    language: str = ""
    about: str = ""
    kids: list[Node | str] = field(default_factory=list)
    annotations: list[pikepdf.Dictionary] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> Iterator[Node]:
        """It and every element below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def find(self, tag: str) -> list[Node]:
        """Every element of a tag, in reading order."""
        return [node for node in self.walk() if node.tag == tag]

    def clauses(self) -> dict[str, str]:
        """The text of each element with an id, without that of elements with ids below it; in reading order."""
        found: dict[str, str] = {}

        def collect(node: Node, clause: str) -> None:
            clause = node.id or clause
            if node.id:
                found[clause] = ""
            for kid in node.kids:
                if isinstance(kid, str):
                    found[clause] += kid
                else:
                    collect(kid, clause)

        collect(self, "")
        return found

    def outline(self, depth: int = 0) -> str:
        """The tree as text that a reviewer can read."""
        names = [self.tag, self.id and f"#{self.id}", self.language and f"[{self.language}]", self.about]
        line = "  " * depth + " ".join(filter(None, names))
        if self.kids and all(isinstance(kid, str) for kid in self.kids):
            return f"{line}: {''.join(map(str, self.kids))}|\n"
        below = [
            kid.outline(depth + 1) if isinstance(kid, Node) else f"{'  ' * depth}  : {kid}|\n" for kid in self.kids
        ]
        return f"{line}\n{''.join(below)}"


def read_tree(data: bytes) -> Node:
    """The tree of a PDF; each element holds its marked content in the order of its kids."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = {page.objgen: dict(_marked(page)) for page in pdf.pages}
        return _node(pdf.Root.StructTreeRoot.K, texts)


def _node(element: pikepdf.Dictionary, texts: dict[tuple[int, int], dict[int, str]]) -> Node:
    node = Node(str(element.S)[1:], str(element.get("/ID", "")), str(element.get("/Lang", "")))
    node.about = " ".join(
        [*(str(element.A.ListNumbering)[1:] for _ in "A" if "/A" in element and "/ListNumbering" in element.A)]
        + ([f"“{element.Alt}”"] if "/Alt" in element else [])
    )
    for kid in element.K:
        match str(kid.get("/Type", "")):
            case "/MCR":
                node.kids.append(texts[kid.Pg.objgen][int(kid.MCID)])
            case "/OBJR":
                node.annotations.append(pikepdf.Dictionary(kid.Obj))
            case _:
                node.kids.append(_node(kid, texts))
    return node


def _marked(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """The text of each marked-content sequence of a page, by its number; what stands outside of one is refused."""
    maps = {name: _codes(font) for name, font in page.Resources.Font.items()}
    mark: int | None = None
    is_open = False
    text, codes = "", {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                is_open, mark, text = True, operands[1].get("/MCID"), ""
            case "EMC":
                if mark is not None:
                    yield int(mark), text
                is_open = False
            case "Tf":
                codes = maps[str(operands[0])]
            case "TJ":
                assert is_open
                for shown in operands[0]:
                    if isinstance(shown, pikepdf.String):
                        raw = bytes(shown)
                        text += "".join(codes[raw[at : at + 2]] for at in range(0, len(raw), 2))
            case "f":
                assert is_open


def _codes(font: pikepdf.Dictionary) -> dict[bytes, str]:
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", cmap)
    return {bytes.fromhex(code): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
