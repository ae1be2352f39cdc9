"""Whatever a person typed is read back as typed, and stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.pdf.blocks import (
    Definition,
    Definitions,
    Figure,
    Heading,
    Index,
    ItemList,
    Paragraph,
    Reference,
)
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.html import to_html
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.tables import Table
from tests.pdf.every_block import SQUARES, paper
from tests.pdf.pages import Page, said
from tests.pdf.reading import plain

HOSTILE = [
    "</style><script>alert(1)</script>",
    "<script>alert(1)</script>",
    '" onload="alert(1)',
    "' autofocus onfocus='alert(1)",
    "--><img src=x onerror=alert(1)>",
    "</title></head><body>",
    "<![CDATA[ ]]>",
    "&lt;b&gt; &amp;amp; &notit; &#0;",
    "]]> <?xml ?> <!-- ",
    "\u202eenvers\u202c et \u2066isolé\u2069",
    "a\x00b\ud800c\x85\ufffe",
    "l’Étoile œuvre « ici »\u202f; 1\u00a0000",
    "x" * 500,
]
VOID = {"meta", "img", "br", "hr", "path", "rect", "circle"}
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
ILLEGAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60))
anchors = st.one_of(st.sampled_from(["a", "a b", '"', "#", "titre-1", "titre-2", ""]), texts)
targets = st.one_of(
    st.sampled_from(
        [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "data:text/html,<script>",
            "file:///etc/passwd",
            "//autre.example",
            "https://été.example/a b\"c'<d>",
            "mailto:a@b.example?subject=<x>",
            "tel:+33549001234",
            "#a",
            "#a b",
            '#"',
        ]
    ),
    texts,
)
runs = st.lists(
    st.builds(
        Run,
        texts,
        strong=st.booleans(),
        raised=st.booleans(),
        target=st.one_of(st.just(""), targets),
        hint=st.one_of(st.just(""), texts),
        language=st.sampled_from(["", "en", '"><script>']),
    ),
    max_size=3,
).map(tuple)
blocks = st.one_of(
    st.builds(Heading, st.integers(1, 6), runs, anchors, texts),
    st.builds(Paragraph, runs),
    st.builds(ItemList, st.lists(runs, max_size=2).map(tuple)),
    st.lists(st.builds(Definition, runs, st.lists(runs, max_size=2).map(tuple)), max_size=3).map(
        lambda rows: Definitions(tuple(rows))
    ),
    st.builds(
        lambda header, row, headed, caption: Table(
            (header, header), ((row, row),), (1, 1), headed, caption
        ),
        runs,
        runs,
        st.booleans(),
        texts,
    ),
    st.builds(lambda alt, target: Figure(SQUARES, alt, 9, 9, target), texts, targets),
    st.builds(lambda row, anchor: Index((Reference(row, anchor),)), runs, anchors),
)
sections = st.builds(
    lambda title, inner, colour: Section(title, tuple(inner), colour),
    texts,
    st.lists(blocks, max_size=4),
    st.sampled_from(["#1f5f5b", "</style><script>", "red", "#12345", "#FFFFFF"]),
)
papers = st.builds(
    lambda title, parts: paper(*parts, title=title), texts, st.lists(sections, max_size=3)
)


class Balanced(HTMLParser):
    """Checks that every element is closed where it should be, and collects what stands in tags."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def legal(text: str) -> str:
    """The text as far as a page can hold it."""
    text = text.encode("utf-8", "ignore").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    text = TURNING.sub("", ILLEGAL.sub("", text))
    return "".join(one for one in text if ord(one) & 0xFFFE != 0xFFFE)


@given(papers)
def test_no_text_breaks_out_of_its_place(document: Document) -> None:
    page = to_html(document).decode("utf-8")
    assert not TURNING.search(page)
    assert not ILLEGAL.search(page)
    parser = Balanced()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    assert {tag for tag, *_ in parser.attributes} & {"script", "iframe", "form", "object"} == set()
    assert page.count("<style>") == page.count("</style>") == 1
    for _, name, value in parser.attributes:
        assert not name.startswith("on")
        if name == "href":
            assert re.match(r"#|https?://|mailto:|tel:", value, re.IGNORECASE)


@given(papers)
def test_names_are_unique_and_every_link_inside_leads_somewhere(document: Document) -> None:
    page = Page(document)
    names = [one.get("id") for one in page.all("//*[@id]")]
    assert len(names) == len(set(names))
    inside = {one.get("href")[1:] for one in page.all("//a[starts-with(@href, '#')]")}
    referred = {one.get("aria-labelledby") for one in page.all("//*[@aria-labelledby]")}
    assert inside | referred <= set(names)


@given(texts)
def test_a_text_is_read_back_as_typed(typed: str) -> None:
    document = paper(
        Section(
            typed,
            (
                Heading(1, (Run(typed),)),
                Paragraph((Run(typed, strong=True),)),
                ItemList(((Run(typed),),)),
                Definitions((Definition((Run("mot"),), ((Run(typed),),)),)),
                Table(((Run(typed),),), (((Run(typed),),),), (1,), caption=typed),
                Figure(SQUARES, typed, 9, 9),
            ),
        ),
        title=typed,
    )
    page = Page(document)
    expected = plain(legal(typed))
    if not expected:
        return
    for path in ("//head/title", "//h1", "//main/section/p", "//li", "//dd", "//th", "//td"):
        assert page.texts(path) == [expected], path
    assert page.texts("//caption") == [expected]
    assert page.texts("//*[local-name()='svg']/*[local-name()='title']") == [expected]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_hint_is_read_back_as_typed(typed: str) -> None:
    link = Run(f"lien {typed}", target="https://valmoulin.example/", hint=f"Ouvrir le lien {typed}")
    page = Page(paper(Section("Partie", (Paragraph((link,)),))))
    (found,) = page.all("//main//a")
    assert plain(found.get("aria-label")) == plain(legal(link.hint))
    assert said(found) == plain(legal(link.text))


@pytest.mark.parametrize(
    ("target", "led"),
    [
        ("javascript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("//autre.example", None),
        ("https://", None),
        ("HTTPS://Valmoulin.example", "HTTPS://Valmoulin.example"),
        ("https://été.example/a b", "https://%C3%A9t%C3%A9.example/a%20b"),
        ('https://a.example/?a=1&b=%20"', "https://a.example/?a=1&b=%20%22"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
    ],
)
def test_a_link_leads_to_the_web_a_mailbox_or_a_telephone(target: str, led: str | None) -> None:
    page = Page(paper(Section("Partie", (Paragraph((Run("x", target=target),)),))))
    assert [one.get("href") for one in page.all("//main//a")] == ([led] if led else [])
