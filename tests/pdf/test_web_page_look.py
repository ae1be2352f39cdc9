"""The look of a page: colours that can be read day and night, a typeface that a browser reads."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.palette import contrast
from ctg_desktop.paths import asset
from ctg_desktop.pdf.blocks import Heading, Paragraph
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.html.typeface import woff
from tests.pdf.every_block import every_block, paper, text
from tests.pdf.pages import Page

Colours = dict[str, str]
PAIRS = (
    ("accent", "ground"),
    ("accent", "tint"),
    ("ink", "ground"),
    ("ink", "tint"),
    ("quiet", "ground"),
    ("quiet", "tint"),
)
LEAST = 4.5


def by_place(css: str) -> dict[str, Colours]:
    """The colours that hold in the whole page ("") and in each section ("c0")."""
    found: dict[str, Colours] = {}
    for name, rules in re.findall(r"(?::root|\.(c\d+))\s?\{([^}]*)\}", css):
        found.setdefault(name, {}).update(re.findall(r"--([a-z]+):\s?(#[0-9a-f]{6})", rules))
    return found


def schemes(page: Page) -> dict[str, dict[str, Colours]]:
    """The colours by day, by night and on paper."""
    (css,) = page.texts("//style")
    print_at = css.index("@media print")
    cut = re.compile(r"@media \(prefers-color-scheme:\s?dark\)\s?\{((?:[^{}]*\{[^}]*\})*[^{}]*)\}")
    night = "".join(cut.findall(css))
    day = (
        cut.sub("", css[:print_at] + css[css.index(".c0{") :]) if ".c0{" in css else css[:print_at]
    )
    return {"day": by_place(day), "night": by_place(night)}


def assert_legible(page: Page) -> None:
    for scheme, places in schemes(page).items():
        whole = places[""]
        for name, colours in places.items():
            here = {**whole, **colours}
            for front, ground in PAIRS:
                assert contrast(here[front], here[ground]) >= LEAST, (scheme, name, front, ground)
            if name:
                assert contrast("#ffffff", here["band"]) >= LEAST, (scheme, name)


def test_every_text_can_be_read_day_and_night() -> None:
    page = Page(every_block())
    found = schemes(page)
    assert (
        found["day"].keys()
        == found["night"].keys()
        == {"", "c0", "c1", "c2", "c3", "c4", "c5", "c6"}
    )
    assert found["day"][""]["ground"] != found["night"][""]["ground"]
    assert_legible(page)


@given(st.integers(0, 0xFFFFFF))
def test_whatever_colour_a_commune_chose_it_can_be_read(value: int) -> None:
    page = Page(paper(Section("Partie", (Heading(1, text("x")),), f"#{value:06x}")))
    assert_legible(page)


def test_a_dark_colour_is_kept_by_day() -> None:
    page = Page(paper(Section("Partie", (Heading(1, text("x")),), "#1f5f5b")))
    assert schemes(page)["day"]["c0"]["accent"] == "#1f5f5b"


def test_every_colour_of_the_fixed_look_is_a_variable_or_black_or_white() -> None:
    (css,) = Page(paper(Section("Partie", (Paragraph(text("x")),)))).texts("//style")
    rules = re.sub(r"(?::root|\.c\d+)\s?\{[^}]*\}|@font-face\{[^}]*\}", "", css)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules)) <= {"#ffffff", "#000000"}
    assert not re.search(r"\b(?:rgba?|hsla?|opacity)\b", rules)


@pytest.mark.parametrize("name", ["Regular", "Bold"])
def test_the_typeface_in_the_page_is_ours(name: str) -> None:
    font = asset(f"fonts/AtkinsonHyperlegibleNext-{name}.ttf").read_bytes()
    assert unpacked(woff(font)) == tables(font)


def test_the_page_holds_two_weights_and_no_more_than_100_kb_of_them() -> None:
    (css,) = Page(every_block()).texts("//style")
    faces = re.findall(r"@font-face\{.*?base64,([A-Za-z0-9+/=]+)\)", css)
    assert len(faces) == 2
    assert sum(map(len, faces)) < 100_000
    for face in faces:
        assert base64.b64decode(face)[:4] == b"wOFF"


def tables(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    rows = [struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count)]
    return {tag: font[offset : offset + length] for tag, _, offset, length in rows}


def unpacked(data: bytes) -> dict[bytes, bytes]:
    """The tables of a WOFF file, as its specification says to read them."""
    stream = io.BytesIO(data)
    signature, _, length, count, _, size = struct.unpack(">4s4sIHHI", stream.read(20))
    assert signature == b"wOFF"
    assert length == len(data)
    stream.seek(44)
    found: dict[bytes, bytes] = {}
    for _ in range(count):
        tag, offset, packed, whole, _ = struct.unpack(">4sIIII", stream.read(20))
        assert offset % 4 == 0
        part = data[offset : offset + packed]
        found[tag] = zlib.decompress(part) if packed < whole else part
        assert len(found[tag]) == whole
    assert size == 12 + sum(16 + (len(one) + 3) // 4 * 4 for one in found.values())
    return found
