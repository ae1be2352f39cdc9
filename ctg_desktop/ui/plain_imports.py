"""Gives Python its own ``import`` back, which PySide has replaced.

For ``from __feature__ import snake_case``, which nothing here uses, PySide 6 takes the place of
``builtins.__import__`` once QtCore is loaded. From then on it reads the source of every module that
is loaded, down to SQLAlchemy's, in search of the word "PySide6": a sixth of a start
(docs/decisions/0023-start-up.md).
"""

from __future__ import annotations

import builtins


def give_imports_back() -> None:
    """Load Qt, then let modules be loaded as Python loads them."""
    import PySide6.QtCore  # noqa: F401 - it has replaced them by now

    own = getattr(builtins, "__orig_import__", None)
    if own is not None:  # a later PySide may replace nothing
        builtins.__import__ = own
