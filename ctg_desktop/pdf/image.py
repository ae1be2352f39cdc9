"""A picture on its way to paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a JPEG or PNG picture and its size in pixels."""

    media_type: str
    width: int
    height: int
    content: bytes
