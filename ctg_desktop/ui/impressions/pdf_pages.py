"""The pages of a PDF as pictures. Used on the worker only: PDFium knows one thread."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from PySide6.QtGui import QImage

POINTS_PER_INCH = 72.0


class PdfPages:
    """An open PDF.

    Args:
        content: The whole file.
    """

    def __init__(self, content: bytes) -> None:
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(content)
        self.count: int = len(self._document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def size(self, index: int) -> tuple[float, float]:
        """Return width and height of a page, in points of 1/72 inch."""
        width, height = self._document.get_page_size(index)
        return float(width), float(height)

    def picture(self, index: int, scale: float) -> QImage:
        """Draw a page.

        Args:
            index: Page, from 0.
            scale: Pixels per point; 1 is 72 dots per inch.
        """
        page = self._document[index]
        try:
            bitmap = page.render(scale=scale)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_BGR888,
            ).copy()
            bitmap.close()
        finally:
            page.close()
        return image

    def text(self, index: int) -> str:
        """Return the words of a page, for those who do not see the picture."""
        page = self._document[index]
        try:
            words = page.get_textpage()
            text = str(words.get_text_range())
            words.close()
        finally:
            page.close()
        return " ".join(text.split())

    def close(self) -> None:
        """Free the document; call it on the worker as well."""
        self._document.close()
