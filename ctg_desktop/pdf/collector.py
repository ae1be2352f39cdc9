"""Python's search for garbage, put off while a paper is made.

A document is hundreds of thousands of small objects that all live until it is written: looking
through them again and again takes 40 % of the time and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let the collector rest; it is as it was afterwards, whatever happened."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
