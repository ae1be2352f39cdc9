"""What a file says of itself: title, language, dates, metadata, outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape

from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.render.objects import PdfFile
from ctg_desktop.pdf.render.text import number, text_string
from ctg_desktop.pdf.typesetting.frame import Bookmark
from ctg_desktop.pdf.typesetting.pages import Place

PRODUCER = "CTG Desktop"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def metadata(file: PdfFile, document: Document) -> int:
    """Add the XMP packet, uncompressed as archives want it, and return its number."""
    packet = _PACKET.format(
        title=_xml(document.title),
        author=_xml(document.author),
        subject=_xml(document.subject),
        language=_xml(document.language),
        producer=PRODUCER,
        created=f"{document.edition.isoformat()}T00:00:00Z",
    )
    data = packet.encode("utf-8", "replace")
    return file.add_stream("/Type /Metadata /Subtype /XML", data, compress=False)


def _xml(text: str) -> str:
    return escape("".join(letter for letter in text if letter.isprintable()))


def information(file: PdfFile, document: Document) -> int:
    """Add the information dictionary and return its number."""
    created = _pdf_date(document.edition)
    return file.add(
        f"<< /Title {text_string(document.title)} /Author {text_string(document.author)} "
        f"/Subject {text_string(document.subject)} /Creator {text_string(PRODUCER)} "
        f"/Producer {text_string(PRODUCER)} /CreationDate {created} /ModDate {created} >>"
    )


def _pdf_date(day: date) -> str:
    return f"(D:{day:%Y%m%d}000000Z)"


@dataclass(slots=True)
class _Node:
    level: int
    title: str
    destination: str
    number: int
    kids: list[_Node] = field(default_factory=list)


def outline(
    file: PdfFile,
    bookmarks: Sequence[Bookmark],
    places: dict[str, Place],
    pages: list[int],
    heights: list[float],
) -> int | None:
    """Add the reader's outline, chapters closed, and return its number; none without bookmarks."""
    top = _Node(0, "", "", file.reserve() if bookmarks else 0)
    if not bookmarks:
        return None
    path = [top]
    for mark in bookmarks:
        where = destination(places[mark.anchor], pages, heights)
        node = _Node(mark.level, mark.title, where, file.reserve())
        while len(path) > 1 and path[-1].level >= mark.level:
            path.pop()
        path[-1].kids.append(node)
        path.append(node)
    kids = f"/First {top.kids[0].number} 0 R /Last {top.kids[-1].number} 0 R"
    file.fill(top.number, f"<< /Type /Outlines {kids} /Count {len(top.kids)} >>")
    _write_kids(file, top)
    return top.number


def destination(place: Place, pages: list[int], heights: list[float]) -> str:
    """Return the PDF source of a place: its page, scrolled to its height."""
    index = place.page - 1
    top = heights[index] - place.top + 6
    return f"[{pages[index]} 0 R /XYZ null {number(top)} null]"


def _write_kids(file: PdfFile, parent: _Node) -> None:
    for index, node in enumerate(parent.kids):
        title = text_string(node.title)
        parts = [f"<< /Title {title} /Parent {parent.number} 0 R /Dest {node.destination}"]
        if index:
            parts.append(f"/Prev {parent.kids[index - 1].number} 0 R")
        if index < len(parent.kids) - 1:
            parts.append(f"/Next {parent.kids[index + 1].number} 0 R")
        if node.kids:
            parts.append(
                f"/First {node.kids[0].number} 0 R /Last {node.kids[-1].number} 0 R "
                f"/Count -{len(node.kids)}"
            )
        file.fill(node.number, " ".join(parts) + " >>")
        _write_kids(file, node)
