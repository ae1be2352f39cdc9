"""Typefaces inside the file: composite fonts cut down to the characters in use.

Each character of the document has its own code, so that two characters may share a drawing
(a space and a no-break space) and still be copied as what they are. Source: ISO 32000-1, 9.7.
"""

from __future__ import annotations

from struct import pack

from ctg_desktop.pdf.render.objects import PdfFile
from ctg_desktop.pdf.render.text import number
from ctg_desktop.pdf.typesetting.shaping import FaceUse

_BLOCK = 100


def embed(file: PdfFile, use: FaceUse, order: int) -> int:
    """Embed a face and return the number of its font object.

    Args:
        file: Where to.
        use: The face and its characters.
        order: Position among the embedded faces, for the tag of the subset.
    """
    program = use.face.program
    name = f"{_tag(order)}+{program.name.decode('ascii')}"
    data, glyph_of = _subset(use)
    font_file = file.add_stream(f"/Length1 {len(data)}", data)
    box = " ".join(number(value) for value in program.bbox)
    descriptor = file.add(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] "
        f"/ItalicAngle {number(program.italicAngle)} /Ascent {number(program.ascent)} "
        f"/Descent {number(program.descent)} /CapHeight {number(program.capHeight)} "
        f"/StemV {program.stemV} /FontFile2 {font_file} 0 R >>"
    )
    to_glyph = file.add_stream("", b"\0\0" + b"".join(pack(">H", one) for one in glyph_of))
    widths = " ".join(number(use.face.widths[drawn]) for drawn in use.drawn)
    descendant = file.add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor {descriptor} 0 R /DW 0 /W [1 [{widths}]] "
        f"/CIDToGIDMap {to_glyph} 0 R >>"
    )
    to_unicode = file.add_stream("", _to_unicode(use.said).encode("ascii"))
    return file.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{descendant} 0 R] /ToUnicode {to_unicode} 0 R >>"
    )


def _tag(order: int) -> str:
    letters = []
    for _ in range(6):
        order, rest = divmod(order, 26)
        letters.append(chr(ord("A") + rest))
    return "".join(reversed(letters))


def _subset(use: FaceUse) -> tuple[bytes, list[int]]:
    """Return the subset, and the glyph in it of each code from 1."""
    glyphs = use.face.glyphs
    numbers: dict[int, int] = {0: 0}
    glyph_of = [numbers.setdefault(glyphs[drawn], len(numbers)) for drawn in use.drawn]
    by_glyph = {glyph: code for code, glyph in use.face.program.charToGlyph.items()}
    wanted = [by_glyph[glyph] for glyph in numbers if glyph]
    return bytes(use.face.program.makeSubset(wanted)), glyph_of


def _to_unicode(said: list[str]) -> str:
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(said), _BLOCK):
        block = said[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines.extend(
            f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>"
            for code, letter in enumerate(block, start=start + 1)
        )
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
