"""Several papers in one file, still tagged: their structure trees stand one after another.

Source: ISO 32000-1, 14.7 (structure tree, parent tree) and 12.3.3 (outline).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.stretches import WHOLE, stretch

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_COPIED = WHOLE // 2
_DESCRIBED = ("/Author", "/Creator", "/Producer", "/CreationDate", "/ModDate")


class Part(NamedTuple):
    """A paper of ours.

    Attributes:
        title: In the outline of the whole.
        content: A PDF; sheets that are not tagged stay so, among parts that are.
    """

    title: str
    content: bytes


def joined(parts: Sequence[Part], title: str, progress: Progress = silent) -> bytes:
    """Return papers one after another in one file; the same bytes each time.

    Args:
        parts: At least one; the language of the first is that of the whole.
        title: Of the whole.
        progress: Told in thousandths.

    Raises:
        Cancelled: By ``progress``.
    """
    import pikepdf

    with ExitStack() as opened:
        target = opened.enter_context(pikepdf.new())
        joining = _Joining(target)
        copying = stretch(progress, 0, _COPIED)
        for number, part in enumerate(parts):
            copying(number, len(parts))
            source = opened.enter_context(pikepdf.open(BytesIO(part.content)))
            joining.add(source, part.title)
            if not number:
                _describe(source, target, title)
        joining.finish()
        writing = stretch(progress, _COPIED, WHOLE)
        written = BytesIO()
        target.save(
            written,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            progress=lambda percent: writing(percent, 100),
        )
    return written.getvalue()


class _Joining:
    """Gathers pages, the roots of structure trees and what owns their marks."""

    def __init__(self, target: Pdf) -> None:
        import pikepdf

        self._target = target
        self._root = target.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        self._whole = target.make_indirect(
            pikepdf.Dictionary(S=pikepdf.Name.Document, P=self._root)
        )
        self._kids = pikepdf.Array()
        self._owners = pikepdf.Array()
        self._keys = 0

    def add(self, source: Pdf, title: str) -> None:
        """Append the pages of a paper, its tree and its outline."""
        first = len(self._target.pages)
        self._target.pages.extend(source.pages)
        if "/StructTreeRoot" in source.Root:
            self._add_tree(source, first, title)
        self._bookmark(source, first, title)

    def finish(self) -> None:
        """Write the tree of the whole."""
        import pikepdf

        if not len(self._kids):
            return
        self._whole.K = self._kids
        self._root.K = pikepdf.Array([self._whole])
        self._root.ParentTree = self._target.make_indirect(pikepdf.Dictionary(Nums=self._owners))
        self._root.ParentTreeNextKey = self._keys
        self._target.Root.StructTreeRoot = self._root
        self._target.Root.MarkInfo = pikepdf.Dictionary(Marked=True)

    def _add_tree(self, source: Pdf, first: int, title: str) -> None:
        """Copy a tree after its pages, to lead to their copies; give its marks new keys."""
        import pikepdf

        tree = self._target.copy_foreign(source.Root.StructTreeRoot)
        for kid in _listed(tree.K):
            kid.S, kid.P, kid.T = pikepdf.Name.Part, self._whole, title
            self._kids.append(kid)
        for page in self._target.pages[first:]:
            page.obj.StructParents = int(page.obj.StructParents) + self._keys
            for annotation in page.obj.get("/Annots", ()):
                annotation.StructParent = int(annotation.StructParent) + self._keys
        owners = tree.ParentTree.Nums
        for place in range(0, len(owners), 2):
            self._owners.append(int(owners[place]) + self._keys)
            self._owners.append(owners[place + 1])
        self._keys += int(tree.ParentTreeNextKey)

    def _bookmark(self, source: Pdf, first: int, title: str) -> None:
        """Put a paper into the outline, with its own outline below it."""
        from pikepdf import OutlineItem

        with self._target.open_outline() as outline:
            item = OutlineItem(title, first)
            outline.root.append(item)
            with source.open_outline() as below:
                for one in below.root:
                    number = _page_of(one.destination)
                    item.children.append(OutlineItem(one.title, first + number))


def _page_of(destination: object) -> int:
    """Return the number of the page that a bookmark leads to, from 0."""
    import pikepdf

    if not isinstance(destination, pikepdf.Array):
        return 0
    return pikepdf.Page(destination[0]).index


def _listed(value: Object) -> list[Object]:
    import pikepdf

    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _describe(source: Pdf, target: Pdf, title: str) -> None:
    """Say in the new file what the first paper says of itself, under another title."""
    import pikepdf

    for key in _DESCRIBED:
        if key in source.docinfo:
            target.docinfo[key] = source.docinfo[key]
    target.docinfo["/Title"] = title
    target.Root.Lang = source.Root.Lang
    target.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    target.Root.PageMode = pikepdf.Name.UseOutlines
    with source.open_metadata(update_docinfo=False) as said:
        packet = dict(said)
    with target.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as data:
        for key, value in packet.items():
            data[key] = value
        data["{http://purl.org/dc/elements/1.1/}title"] = title
        del data["{http://purl.org/dc/elements/1.1/}description"]
