"""Pictures inside the file: JPEG as it is, other pixels with their transparency, drawings as paths.

Pixels and drawings alike fill a square of one unit, which the page stretches to their place.
"""

from __future__ import annotations

import hashlib
import io

from PIL import Image as Pillow

from ctg_desktop.pdf.image import Drawing, Image
from ctg_desktop.pdf.render.objects import PdfFile
from ctg_desktop.pdf.render.text import colour, number

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}


class Pictures:
    """The pictures of a file; one used twice is stored once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._known: dict[str | Drawing, tuple[str, int]] = {}

    def resource(self, image: Image | Drawing) -> str:
        """Return the resource name of a picture, storing it when it is new."""
        if isinstance(image, Drawing):
            return self._known_as(image) or self._keep(image, _draw(self._file, image))
        digest = hashlib.sha256(image.content).hexdigest()
        return self._known_as(digest) or self._keep(digest, _store(self._file, image))

    def _known_as(self, key: str | Drawing) -> str:
        name, _ = self._known.get(key, ("", 0))
        return name

    def _keep(self, key: str | Drawing, stored: int) -> str:
        name = f"I{len(self._known) + 1}"
        self._known[key] = (name, stored)
        return name

    @property
    def source(self) -> str:
        """PDF source of the resource dictionary of all pictures."""
        return " ".join(f"/{name} {stored} 0 R" for name, stored in self._known.values())


def _draw(file: PdfFile, drawing: Drawing) -> int:
    operands = colour(drawing.colour)
    operator = "rg" if " " in operands else "g"
    return file.add_stream(
        "/Type /XObject /Subtype /Form /Resources << >> "
        f"/BBox [0 0 {number(drawing.width)} {number(drawing.height)}] "
        f"/Matrix [{1 / drawing.width:.6f} 0 0 {1 / drawing.height:.6f} 0 0]",
        f"{operands} {operator}\n{drawing.path} f".encode("ascii"),
    )


def _store(file: PdfFile, image: Image) -> int:
    with Pillow.open(io.BytesIO(image.content)) as picture:
        if picture.format == "JPEG" and picture.mode in {"L", "RGB"}:
            head = _head(picture.size, picture.mode) + " /Filter /DCTDecode"
            return file.add_stream(head, image.content, compress=False)
        return _store_pixels(file, picture)


def _store_pixels(file: PdfFile, picture: Pillow.Image) -> int:
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    extra = ""
    if has_alpha:
        picture = picture.convert("RGBA")
        alpha = picture.getchannel("A")
        mask = file.add_stream(_head(alpha.size, "L"), alpha.tobytes())
        extra = f" /SMask {mask} 0 R"
    if picture.mode not in {"L", "RGB"}:
        picture = picture.convert("RGB")
    return file.add_stream(_head(picture.size, picture.mode) + extra, picture.tobytes())


def _head(size: tuple[int, int], mode: str) -> str:
    width, height = size
    return (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
        f"/ColorSpace {_SPACES[mode]} /BitsPerComponent 8"
    )
