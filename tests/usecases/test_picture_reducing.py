"""Pictures are made small and anonymous."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ctg_desktop.errors import UserError
from ctg_desktop.usecases.picture_reducing import LONGEST_SIDE, reduced


def jpeg(width: int, height: int, *, exif: Image.Exif | None = None) -> bytes:
    buffer = io.BytesIO()
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    image.save(buffer, "JPEG", **({"exif": exif} if exif else {}))
    return buffer.getvalue()


def located() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Appareil"
    exif.get_ifd(0x8825)[2] = (46.0, 8.0, 0.0)
    return exif


def test_position_and_camera_are_removed_and_the_picture_is_upright() -> None:
    picture = reduced(jpeg(800, 400, exif=located()))
    assert (picture.width, picture.height) == (400, 800)
    with Image.open(io.BytesIO(picture.content)) as image:
        assert not image.getexif()
    assert b"Appareil" not in picture.content


def test_a_large_picture_is_reduced() -> None:
    picture = reduced(jpeg(4000, 1000))
    assert (picture.width, picture.height) == (LONGEST_SIDE, 400)


def test_transparency_is_kept() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(buffer, "PNG")
    assert reduced(buffer.getvalue()).media_type == "image/png"


def huge_png_header(side: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def test_the_size_is_read_before_decoding() -> None:
    with pytest.raises(UserError) as refused:
        reduced(huge_png_header(20_000))
    assert refused.value.code == "picture-too-large"
    assert refused.value.params["width"] == 20_000


def test_a_large_jpeg_is_decoded_at_a_small_scale() -> None:
    assert reduced(jpeg(9000, 9000)).width == LONGEST_SIDE


def test_a_cut_picture_is_refused() -> None:
    whole = jpeg(300, 300)
    with pytest.raises(UserError) as refused:
        reduced(whole[: len(whole) // 2])
    assert refused.value.code == "picture-damaged"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_picture_or_refused(content: bytes) -> None:
    with pytest.raises(UserError) as refused:
        reduced(content)
    assert refused.value.code in {"picture-unknown", "picture-damaged"}
