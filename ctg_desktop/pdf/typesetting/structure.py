"""The tree that screen readers follow (ISO 32000-1, 14.7): what each thing is, in reading order."""

from __future__ import annotations

from typing import NamedTuple


class Marked(NamedTuple):
    """A marked-content sequence: on which page (from 0), with which number."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A link annotation, by its number in the document."""

    page: int
    number: int


class Element:
    """A node of the structure tree.

    Attributes:
        kind: Standard structure type: ``H1``, ``P``, ``LI``…
        language: BCP 47 code where it differs from its parent's.
        alt: Alternative text.
        attributes: PDF source of an attribute dictionary, e.g. a table's.
    """

    __slots__ = ("alt", "attributes", "kids", "kind", "language", "parent", "placed", "title")

    def __init__(
        self,
        kind: str,
        parent: Element | None = None,
        *,
        language: str = "",
        alt: str = "",
        title: str = "",
        attributes: str = "",
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.kids: list[Element | Marked | Annotated] = []
        self.language = language
        self.alt = alt
        self.title = title
        self.attributes = attributes
        self.placed = parent is None

    def child(
        self,
        kind: str,
        *,
        language: str = "",
        alt: str = "",
        title: str = "",
        attributes: str = "",
    ) -> Element:
        """Add a node at the end."""
        node = Element(kind, self, language=language, alt=alt, title=title, attributes=attributes)
        node.placed = True
        self.take_place()
        self.kids.append(node)
        return node

    def inline(self, kind: str, *, language: str = "") -> Element:
        """Return a node that takes its place among the kids when its first letter is drawn."""
        return Element(kind, self, language=language)

    def mark(self, page: int, number: int) -> None:
        """Note that a marked-content sequence belongs here."""
        self.take_place()
        self.kids.append(Marked(page, number))

    def annotate(self, page: int, number: int) -> None:
        """Note that a link annotation belongs here."""
        self.kids.append(Annotated(page, number))

    def take_place(self) -> None:
        """Join the kids of the parent, if not yet done."""
        if not self.placed and self.parent is not None:
            self.placed = True
            self.parent.take_place()
            self.parent.kids.append(self)
