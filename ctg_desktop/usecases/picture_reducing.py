"""Make a picture small and anonymous before it is kept."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctg_desktop.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 1600
MAX_BYTES = 40_000_000
MAX_DECODED_PIXELS = 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
QUALITY = 86


@dataclass(frozen=True, slots=True)
class ReducedPicture:
    """A picture ready to be kept; sizes in pixels."""

    media_type: str
    width: int
    height: int
    content: bytes


def reduced(content: bytes) -> ReducedPicture:
    """Return a picture upright, at most 1600 pixels long, without position or camera data.

    The size is read from the header before anything is decoded; a JPEG is decoded at the
    smallest sufficient scale.

    Args:
        content: Bytes of a JPEG, PNG, WebP, GIF or BMP file.

    Raises:
        UserError: ``picture-too-heavy``, ``picture-unknown``, ``picture-too-large``,
            ``picture-damaged``.
    """
    if len(content) > MAX_BYTES:
        raise UserError("picture-too-heavy", field="picture", limit=MAX_BYTES // 1_000_000)
    with _opened(content) as image:
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        if image.width * image.height > MAX_DECODED_PIXELS:
            raise UserError(
                "picture-too-large", field="picture", width=image.width, height=image.height
            )
        return _encoded(_upright(image))


@contextmanager
def _opened(content: bytes) -> Iterator[Image]:
    from PIL import Image, UnidentifiedImageError

    # Pillow's own limit would refuse a large JPEG that a reduced scale decodes in little memory;
    # this module checks the size itself, before decoding.
    Image.MAX_IMAGE_PIXELS = None
    try:
        image = Image.open(io.BytesIO(content), formats=FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UserError("picture-unknown", field="picture") from error
    with image:
        yield image


def _upright(image: Image) -> Image:
    from PIL import Image as Images
    from PIL import ImageOps

    try:
        image.load()
        upright = ImageOps.exif_transpose(image)
        clear = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
        converted = upright.convert("RGBA" if clear else "RGB")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise UserError("picture-damaged", field="picture") from error
    converted.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Images.Resampling.LANCZOS)
    return converted


def _encoded(image: Image) -> ReducedPicture:
    from PIL import Image as Images

    # A new image carries the pixels and nothing else: no EXIF, no position, no comment.
    bare = Images.new(image.mode, image.size)
    bare.paste(image)
    buffer = io.BytesIO()
    if image.mode == "RGBA":
        bare.save(buffer, "PNG", optimize=True)
        return ReducedPicture("image/png", image.width, image.height, buffer.getvalue())
    bare.save(buffer, "JPEG", quality=QUALITY, optimize=True, progressive=False)
    return ReducedPicture("image/jpeg", image.width, image.height, buffer.getvalue())
