"""Reads a web page back with a parser that is not ours."""

from __future__ import annotations

from lxml import html

from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.html import to_html
from tests.pdf.reading import plain


class Page:
    """A page and its tree."""

    def __init__(self, document: Document) -> None:
        self.content = to_html(document)
        self.source = self.content.decode("utf-8")
        self.tree: html.HtmlElement = html.document_fromstring(self.source)

    def all(self, path: str) -> list[html.HtmlElement]:
        """All elements of an XPath, in reading order."""
        found = self.tree.xpath(path)
        assert isinstance(found, list)
        return found

    def one(self, path: str) -> html.HtmlElement:
        """The only element of an XPath."""
        (found,) = self.all(path)
        return found

    def texts(self, path: str) -> list[str]:
        """What elements say, links' hints included."""
        return [said(one) for one in self.all(path)]


def said(element: html.HtmlElement) -> str:
    """Return all that an element says, blanks as plain spaces."""
    for line in element.xpath(".//br"):
        line.tail = f"\n{line.tail or ''}"
    return plain(str(element.text_content()))
