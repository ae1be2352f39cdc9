"""Reads a tagged PDF back the way a screen reader does: the tree, and the text of each leaf."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
import pypdfium2

_BLOCKS = ("P", "H1", "H2", "H3", "Lbl", "LBody", "TH", "TD", "TOCI")
_CODES = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")


@dataclass
class Node:
    """A node of the structure tree; ``text`` includes that of the nodes below it."""

    kind: str
    text: str = ""
    language: str = ""
    alt: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    kids: list[Node] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    marks: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[pikepdf.Object] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *kinds: str) -> list[Node]:
        """All nodes of some kinds, in reading order."""
        return [node for node in self.walk() if node.kind in kinds]

    def one(self, kind: str, text: str) -> Node:
        """The only node of a kind with a text."""
        (found,) = (node for node in self.all(kind) if node.text == text)
        return found


class Tagged:
    """A PDF in memory."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(content))
        self.root = self.pdf.Root
        self._numbers = {page.objgen: index for index, page in enumerate(self.pdf.pages)}
        self.marked: list[dict[int, str]] = []
        self.artifacts: list[str] = []
        self.glyphs: set[tuple[str, int]] = set()
        for page in self.pdf.pages:
            self.marked.append(self._read_page(page))
        self.tree = self._node(self.root.StructTreeRoot.K[0], None)

    def page_of(self, page: pikepdf.Object) -> int:
        """Number of a page, from 1."""
        return self._numbers[page.objgen] + 1

    def page_text(self, number: int) -> str:
        """All that can be read on a page, artifacts left out."""
        return "".join(self.marked[number - 1].values())

    @property
    def text(self) -> str:
        """All that can be read, in reading order."""
        blocks = self.tree.all(*_BLOCKS)
        return "\n".join(one.text for one in blocks if not one.all(*_BLOCKS)[1:])

    def _read_page(self, page: pikepdf.Page) -> dict[int, str]:
        reader = _PageReader(page)
        for operands, operator in pikepdf.parse_content_stream(page):
            reader.take(str(operator), operands)
        assert reader.inside is None
        self.glyphs |= reader.glyphs
        self.artifacts.append("|".join(reader.artifacts))
        return reader.texts

    def _node(self, source: pikepdf.Dictionary, page: pikepdf.Object | None) -> Node:
        page = source.get("/Pg", page)
        node = Node(
            str(source.S).removeprefix("/"),
            language=str(source.get("/Lang", "")),
            alt=str(source.get("/Alt", "")),
            attributes=dict(source.get("/A", {}).items()),
        )
        kids = source.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._add(node, kid, page, source)
        return node

    def _add(
        self,
        node: Node,
        kid: pikepdf.Object | int,
        page: pikepdf.Object | None,
        source: pikepdf.Dictionary,
    ) -> None:
        if isinstance(kid, int):
            self._add_mark(node, page, kid)
        elif kid.get("/Type") == "/MCR":
            self._add_mark(node, kid.Pg, int(kid.MCID))
        elif kid.get("/Type") == "/OBJR":
            node.annotations.append(kid.Obj)
        else:
            assert kid.P.objgen == source.objgen
            below = self._node(kid, page)
            node.kids.append(below)
            node.text += below.text
            node.pages |= below.pages

    def _add_mark(self, node: Node, page: pikepdf.Object | None, mark: int) -> None:
        assert page is not None
        number = self._numbers[page.objgen]
        node.text += self.marked[number][mark]
        node.pages.add(number + 1)
        node.marks.append((number, mark))


class _PageReader:
    """Follows the operators of a page; nothing may be drawn outside a marked sequence."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.texts: dict[int, str] = {}
        self.artifacts: list[str] = []
        self.glyphs: set[tuple[str, int]] = set()
        self.inside: int | str | None = None
        self._fonts = {name: _unicode(font) for name, font in page.Resources.Font.items()}
        self._face = ""

    def take(self, operator: str, operands: pikepdf.Array) -> None:
        if operator in {"BDC", "BMC"}:
            self._open(operands)
        elif operator == "EMC":
            self.inside = None
        elif operator == "Tf":
            self._face = str(operands[0])
        elif operator == "TJ":
            self._say(operands[0])
        elif operator in {"f", "S", "Do", "re"}:
            assert self.inside is not None, "drawing outside the structure"

    def _open(self, operands: pikepdf.Array) -> None:
        assert self.inside is None
        if len(operands) > 1:
            self.inside = int(operands[1].MCID)
            self.texts.setdefault(self.inside, "")
        else:
            assert operands[0] == "/Artifact"
            self.inside = "artifact"
            self.artifacts.append("")

    def _say(self, array: pikepdf.Array) -> None:
        said = "".join(self._letters(item) for item in array if isinstance(item, pikepdf.String))
        assert self.inside is not None, "text outside the structure"
        if isinstance(self.inside, int):
            self.texts[self.inside] += said
        else:
            self.artifacts[-1] += said

    def _letters(self, item: pikepdf.String) -> str:
        data = bytes(item)
        codes = [data[start : start + 2] for start in range(0, len(data), 2)]
        self.glyphs.update((self._face, int.from_bytes(code, "big")) for code in codes)
        return "".join(self._fonts[self._face][code] for code in codes)


def _unicode(font: pikepdf.Dictionary) -> dict[bytes, str]:
    stream = font.ToUnicode.read_bytes()
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(said.decode()).decode("utf-16-be")
        for code, said in _CODES.findall(stream.split(b"beginbfchar", 1)[-1])
    }


def plain(text: str) -> str:
    """Return a text with every blank as a plain space."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Letter:
    """A letter where it stands on a page, in points from the upper left corner."""

    said: str
    left: float
    top: float
    right: float
    bottom: float


def letters(content: bytes, page: int) -> list[Letter]:
    """The letters of a page (from 1), drawn where a viewer draws them; blanks left out."""
    with contextlib.closing(pypdfium2.PdfDocument(content)) as pdf:
        return _letters_of(pdf[page - 1])


def letters_of_pages(content: bytes) -> Iterator[list[Letter]]:
    """The same of one page after the other, the file opened once."""
    with contextlib.closing(pypdfium2.PdfDocument(content)) as pdf:
        for page in range(len(pdf)):
            yield _letters_of(pdf[page])


def _letters_of(sheet: pypdfium2.PdfPage) -> list[Letter]:
    height = sheet.get_height()
    text = sheet.get_textpage()
    found: list[Letter] = []
    for index in range(text.count_chars()):
        said = text.get_text_range(index, 1)
        left, bottom, right, top = text.get_charbox(index)
        if said.strip():
            found.append(Letter(said, left, height - top, right, height - bottom))
    text.close()
    sheet.close()
    return found
