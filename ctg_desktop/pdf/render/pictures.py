"""Pictures inside the file: JPEG as it is, everything else as pixels with their transparency."""

from __future__ import annotations

import hashlib
import io

from PIL import Image as Pillow

from ctg_desktop.pdf.image import Image
from ctg_desktop.pdf.render.objects import PdfFile

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}


class Pictures:
    """The pictures of a file; one used twice is stored once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._known: dict[str, tuple[str, int]] = {}

    def resource(self, image: Image) -> str:
        """Return the resource name of a picture, storing it when it is new."""
        digest = hashlib.sha256(image.content).hexdigest()
        known = self._known.get(digest)
        if known is None:
            name = f"I{len(self._known) + 1}"
            known = self._known[digest] = (name, _store(self._file, image))
        return known[0]

    @property
    def source(self) -> str:
        """PDF source of the resource dictionary of all pictures."""
        return " ".join(f"/{name} {number} 0 R" for name, number in self._known.values())


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
