"""A picture cut to the shape of a band."""

from __future__ import annotations

import io

from ctg_desktop.domain.booklet import Picture
from ctg_desktop.pdf.image import Image

_QUALITY = 88


def cropped(picture: Picture, ratio: float) -> Image:
    """Return the middle of a picture, as wide over high as asked, as a JPEG on white.

    Args:
        picture: As it is stored.
        ratio: Width over height.
    """
    from PIL import Image as Images

    with Images.open(io.BytesIO(picture.content)) as stored:
        whole = stored.convert("RGBA")
    width = min(whole.width, max(round(whole.height * ratio), 1))
    height = min(whole.height, max(round(whole.width / ratio), 1))
    left, top = (whole.width - width) // 2, (whole.height - height) // 2
    part = whole.crop((left, top, left + width, top + height))
    paper = Images.new("RGB", part.size, "#ffffff")
    paper.paste(part, mask=part.getchannel("A"))
    buffer = io.BytesIO()
    paper.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return Image("image/jpeg", width, height, buffer.getvalue())
