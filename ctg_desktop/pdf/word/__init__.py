"""A paper as a Word document that somebody goes on writing in, by python-docx."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.document import Document


def word_document(document: Document, progress: Progress = silent) -> bytes:
    """Return a paper as a .docx whose headings, lists, tables and pictures are Word's own.

    What only paper has (colours behind the text, fold marks, thumb tabs) is left out. Each section
    begins on a new page and counts its pages from one.

    Args:
        document: What to write.
        progress: Told after each section; may raise ``Cancelled``.

    Raises:
        Cancelled: By ``progress``.
    """
    import docx

    from ctg_desktop.pdf.word.sections import Sections
    from ctg_desktop.pdf.word.styles import Styles

    written = docx.Document()
    styles = Styles(written, document.sheet, _accent(document))
    about = written.core_properties
    about.title, about.author, about.subject = document.title, document.author, document.subject
    about.language, about.comments = document.language, ""
    about.created = about.modified = datetime.combine(document.edition, time(), UTC)
    total = len(document.sections)
    sections = Sections(written, styles, document)
    for number, section in enumerate(document.sections):
        progress(number, total)
        sections.add(section)
    sections.close()
    progress(total, total)
    buffer = io.BytesIO()
    written.save(buffer)
    return buffer.getvalue()


def _accent(document: Document) -> str:
    return document.sections[0].colour if document.sections else "#000000"
