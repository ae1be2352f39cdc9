"""One entry of the directory on paper, shared by the booklet, leaflets and letters."""

from __future__ import annotations

from ctg_desktop.pdf.entries.entry import body, entry, told
from ctg_desktop.pdf.entries.look import EntryContext, EntryLook, anchor, image_of

__all__ = ["EntryContext", "EntryLook", "anchor", "body", "entry", "image_of", "told"]
