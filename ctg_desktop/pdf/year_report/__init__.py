"""The report of a year of the directory and the calendar."""

from __future__ import annotations

from ctg_desktop.domain.year_report import YearReport
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.year_report.chapters import calendar, changes, directory, head, plan, tasks
from ctg_desktop.pdf.year_report.theme import PAGE, SHEET


def year_report_document(report: YearReport) -> Document:
    """Return a report as a document."""
    title = f"Bilan de l’annuaire {report.year}"
    chapters = (head, directory, changes, calendar, plan, tasks)
    blocks = tuple(block for chapter in chapters for block in chapter(report))
    foot = f"{title} – {report.profile.name}"
    section = Section(title, blocks, report.profile.accent, Furniture(foot=foot, numbered=True))
    return Document(
        title=title,
        language="fr",
        author=report.profile.name,
        subject=f"Annuaire et agenda de {report.profile.name}",
        edition=report.edition,
        page=PAGE,
        sheet=SHEET,
        sections=(section,),
    )
