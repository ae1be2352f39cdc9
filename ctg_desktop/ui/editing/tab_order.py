"""Makes Tab visit what a layout shows, in the order in which it shows it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QSplitter, QWidget


def follow_layout(root: QWidget | None) -> None:
    """Put everything under ``root`` that takes the focus in the order of its layouts.

    Widgets that were added later to a part of a form would otherwise come last. What Tab passes by
    today is put in its place too: of a row of filters, another one is visited tomorrow.
    """
    if root is None:
        return
    for before, after in pairwise(_focusable(root)):
        QWidget.setTabOrder(before, after)


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QSplitter):
        for one in filter(None, map(widget.widget, range(widget.count()))):
            yield from _focusable(one)
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)
    scrolled = widget.widget() if isinstance(widget, QScrollArea) else None
    if scrolled is not None:
        yield from _focusable(scrolled)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for at in _order(layout):
        item = layout.itemAt(at)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield from _focusable(widget)
        elif inner is not None:
            yield from _within(inner)


def _order(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        positions = {at: layout.getItemPosition(at) for at in places}
        places.sort(key=lambda at: positions[at])  # type: ignore[arg-type,return-value]  # a tuple of numbers, which the stubs do not say
    return places
