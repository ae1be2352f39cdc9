"""The structure tree as PDF objects (ISO 32000-1, 14.7)."""

from __future__ import annotations

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.render.objects import PdfFile
from ctg_desktop.pdf.render.text import text_string
from ctg_desktop.pdf.typesetting.structure import Annotated, Element, Marked

_REPORT_EVERY = 2000


class Tags:
    """Numbers the elements of a document and writes their tree.

    Args:
        pages: Object numbers of the pages.
        annotations: Object numbers of the link annotations.
    """

    def __init__(self, file: PdfFile, pages: list[int], annotations: list[int]) -> None:
        self._file = file
        self._pages = pages
        self._annotations = annotations
        self._numbers: dict[Element, int] = {}

    def write(
        self,
        root: Element,
        parents: list[list[Element]],
        links: list[Element],
        progress: Progress = silent,
    ) -> int:
        """Write the tree and return the object number of its root.

        Args:
            root: The tree, its leaves filled by drawing.
            parents: For each page, the owner of each marked-content sequence.
            links: For each annotation, the element that it belongs to.
            progress: Told elements.

        Raises:
            Cancelled: By ``progress``.
        """
        tree_root = self._file.reserve()
        self._number(root)
        self._write(root, tree_root, progress)
        entries = [
            f"{index} [{' '.join(self._reference(owner) for owner in owners)}]"
            for index, owners in enumerate(parents)
        ]
        entries += [
            f"{len(parents) + index} {self._reference(owner)}" for index, owner in enumerate(links)
        ]
        parent_tree = self._file.add(f"<< /Nums [{' '.join(entries)}] >>")
        self._file.fill(
            tree_root,
            f"<< /Type /StructTreeRoot /K [{self._reference(root)}] "
            f"/ParentTree {parent_tree} 0 R /ParentTreeNextKey {len(entries)} >>",
        )
        return tree_root

    def _reference(self, element: Element) -> str:
        return f"{self._numbers[element]} 0 R"

    def _number(self, root: Element) -> None:
        waiting = [root]
        while waiting:
            element = waiting.pop()
            self._numbers[element] = self._file.reserve()
            waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))

    def _write(self, root: Element, above: int, progress: Progress) -> None:
        for done, (element, number) in enumerate(self._numbers.items()):
            if done % _REPORT_EVERY == 0:
                progress(done, len(self._numbers))
            parent = above if element is root else self._numbers[element.parent or root]
            self._file.fill(number, self._source(element, parent))

    def _source(self, element: Element, parent: int) -> str:
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        parts = [f"<< /S /{element.kind} /P {parent} 0 R"]
        if page is not None:
            parts.append(f"/Pg {self._pages[page]} 0 R")
        if element.kids:
            kids = " ".join(self._kid(kid, page) for kid in element.kids)
            parts.append(f"/K {kids}" if len(element.kids) == 1 else f"/K [{kids}]")
        if element.language:
            parts.append(f"/Lang {text_string(element.language)}")
        if element.alt:
            parts.append(f"/Alt {text_string(element.alt)}")
        if element.title:
            parts.append(f"/T {text_string(element.title)}")
        if element.attributes:
            parts.append(f"/A << {element.attributes} >>")
        return " ".join(parts) + " >>"

    def _kid(self, kid: Element | Marked | Annotated, page: int | None) -> str:
        if isinstance(kid, Element):
            return f"{self._numbers[kid]} 0 R"
        if isinstance(kid, Annotated):
            return (
                f"<< /Type /OBJR /Obj {self._annotations[kid.number]} 0 R "
                f"/Pg {self._pages[kid.page]} 0 R >>"
            )
        if kid.page == page:
            return str(kid.number)
        return f"<< /Type /MCR /Pg {self._pages[kid.page]} 0 R /MCID {kid.number} >>"
