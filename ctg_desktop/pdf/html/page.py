"""The whole page: its head, its landmarks, one section a part."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.blocks import Block, Contents
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import CoverPhotograph, Landscape
from ctg_desktop.pdf.html.blocks import Writer
from ctg_desktop.pdf.html.look import sound, style_sheet
from ctg_desktop.pdf.html.markup import element, escaped, legal, void
from ctg_desktop.pdf.html.outline import Outline, is_shown
from ctg_desktop.pdf.html.pictures import photograph
from ctg_desktop.pdf.html.scenery import scenery

MAIN = "contenu"
_FRENCH_SKIP = "Aller au contenu"
_SKIP = MappingProxyType({"fr": _FRENCH_SKIP, "en": "Skip to content"})
_POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'sha256-{}'"


class _Watched(Writer):
    """Tells how many of the blocks of all sections are written."""

    def __init__(self, document: Document, progress: Progress) -> None:
        super().__init__(Outline(document), document.sheet)
        self._progress = progress
        self._done = 0
        self._total = sum(map(len, map(_blocks, document.sections)))

    def section(self, section: Section) -> str:
        """Return all blocks of a section."""
        return self.blocks(self._each(_blocks(section)))

    def _each(self, blocks: Sequence[Block]) -> Iterator[Block]:
        for block in blocks:
            self._progress(self._done, self._total)
            self._done += 1
            yield block


def _blocks(section: Section) -> tuple[Block, ...]:
    return (*section.masthead, *section.blocks)


def to_html(document: Document, progress: Progress = silent) -> bytes:
    """Return a document as one HTML file in UTF-8; the same document gives the same bytes.

    Pages that only fill up a sheet, page numbers, running feet and thumb tabs are left out.

    Args:
        document: What to write.
        progress: Told blocks.

    Raises:
        Cancelled: By ``progress``.
    """
    look = style_sheet(document)
    return (
        "<!DOCTYPE html>\n"
        + element("html", _head(document, look) + _body(document, progress), lang=document.language)
        + "\n"
    ).encode()


def _head(document: Document, look: str) -> str:
    """Return the head; its policy lets nothing run and nothing be fetched, whatever a text says."""
    digest = base64.b64encode(hashlib.sha256(look.encode()).digest()).decode("ascii")
    rows = [
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_POLICY.format(digest)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="color-scheme", content="light dark"),
        element("title", escaped(" ".join(legal(document.title).split())) or "–"),
    ]
    said = (("author", document.author), ("description", document.subject))
    rows += [void("meta", name=name, content=value) for name, value in said if legal(value).strip()]
    rows.append(f"<style>{look}</style>")
    return element("head", "\n".join(rows)) + "\n"


def _body(document: Document, progress: Progress) -> str:
    writer = _Watched(document, progress)
    parts = [one for one in enumerate(document.sections) if is_shown(one[1])]
    opening = [_header(document, parts, writer)]
    opening += _leading_contents(parts, writer)
    closing = [parts.pop()] if len(parts) > 1 and _is_cover(parts[-1][1]) else []
    chapters = "\n".join(_sections(parts, writer))
    skip = _SKIP.get(document.language.partition("-")[0], _FRENCH_SKIP)
    rows = (
        element("a", skip, href=f"#{MAIN}", class_="skip"),
        *opening,
        element("main", chapters, id=MAIN, tabindex="-1"),
        _footer(document, closing, writer),
    )
    return element("body", "\n".join(filter(None, rows)))


def _is_cover(section: Section) -> bool:
    """Tell whether a section is a cover: a page of its own over a drawing or a picture."""
    return section.furniture.backdrop is not None and not section.panels


def _header(document: Document, parts: list[tuple[int, Section]], writer: _Watched) -> str:
    """Return the cover, taken from the parts, or the title that the document itself lacks."""
    title = "" if writer.outline.titled else element("h1", escaped(document.title))
    if len(parts) > 1 and _is_cover(parts[0][1]):
        number, cover = parts.pop(0)
        return _band("header", number, cover, title + _content(cover, writer))
    author = escaped(document.author).strip()
    content = (element("p", author, class_="quiet") if author else "") + title
    return element("header", content, class_="plain") if content else ""


def _band(name: str, number: int, section: Section, content: str) -> str:
    """Return a landmark in the colour of a cover, with its picture or its drawing."""
    backdrop = section.furniture.backdrop
    text = element("div", content, class_="text")
    match backdrop:
        case CoverPhotograph():
            text += element("figure", photograph(backdrop.image, backdrop.alt))
        case Landscape():
            text += scenery(sound(backdrop.colour))
        case None:
            pass
    return element(name, text, class_=f"band c{number}")


def _leading_contents(parts: list[tuple[int, Section]], writer: _Watched) -> Iterator[str]:
    """Yield the contents as navigation, taken from the parts when they stand at the beginning."""
    if parts and any(isinstance(block, Contents) for block in parts[0][1].blocks):
        number, section = parts.pop(0)
        yield _labelled("nav", number, section, writer)


def _sections(parts: Sequence[tuple[int, Section]], writer: _Watched) -> Iterator[str]:
    named: set[str] = set()
    for number, section in parts:
        unique = section.title not in named
        named.add(section.title)
        yield _labelled("section" if unique else "div", number, section, writer)


def _labelled(name: str, number: int, section: Section, writer: _Watched) -> str:
    """Return a landmark named by its heading, by its title when it has none."""
    title = writer.outline.title_of(number)
    landmark = name != "div"
    return element(
        name,
        _content(section, writer),
        class_=f"c{number}",
        aria_labelledby=title.name if title and landmark else None,
        aria_label=section.title if not title and landmark else None,
    )


def _content(section: Section, writer: _Watched) -> str:
    return writer.section(section)


def _footer(document: Document, closing: list[tuple[int, Section]], writer: _Watched) -> str:
    """Return the foot: the back cover, and whose page this is."""
    said = " · ".join(filter(None, (escaped(document.author), escaped(document.subject))))
    line = element("p", said, class_="quiet") if said.strip() else ""
    if not closing:
        return element("footer", line, class_="plain") if line else ""
    ((number, section),) = closing
    return _band("footer", number, section, _content(section, writer) + line)
