"""Yearly figures without names: exact for the town hall, masked for whoever else gets them."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.families.figure_sending import MaskedFigures, masked_figures
from ctg_desktop.domain.families.figure_tables import masked_tables
from ctg_desktop.domain.families.figures import Asked, YearFigures, year_figures
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.papers import RenderedPaper, file_name, keep_paper, written_beside

FIGURES = "family-figures"
NAME = "Chiffres des familles"
ENDINGS = ("pdf", "csv", "ods", "xlsx")


class FamilyFigures:
    """The figures of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journals.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor
        self._log = AccessLog(vault, actor)

    def years(self, today: date) -> tuple[int, ...]:
        """Return the years that there are figures of, this one first and always."""
        with self._vault.reading() as stored:
            known = stored.tallies.years()
        return tuple(sorted({today.year, *known}, reverse=True))

    def year(self, year: int, today: date) -> YearFigures:
        """Return the exact figures of a year.

        Raises:
            UserError: ``date-out-of-range``.
        """
        with self._vault.reading() as stored:
            return _figures(stored, year, today)

    def masked(self, year: int, today: date) -> MaskedFigures:
        """Return the figures of a year as they may leave, given all that was sent of it before.

        Nothing of it counts as sent until it is written.

        Raises:
            UserError: ``date-out-of-range``.
        """
        with self._vault.reading() as stored:
            return self._masked(stored, year, today)

    def sent(self, year: int) -> tuple[MaskedFigures, ...]:
        """Return what was sent of a year, oldest first."""
        with self._vault.reading() as stored:
            return stored.settings.sent_figures(year)

    def paper(self, seen: MaskedFigures) -> RenderedPaper:
        """Lay masked figures out on one page A4."""
        from ctg_desktop.pdf.family_figures import figures_document
        from ctg_desktop.pdf.render import render

        profile = self._vault.profile
        made = render(figures_document(seen, profile))
        name = file_name(NAME, profile.name, str(seen.year))
        return RenderedPaper(made.content, made.pages, name, ("page A4", "pages A4"))

    def write(self, seen: MaskedFigures, target: Path, today: date) -> Path:
        """Write what was shown in a preview, and remember that it left.

        It is remembered first: what is remembered and did not leave only masks more.

        Args:
            seen: The preview.
            target: Ends in ``.pdf``, ``.csv``, ``.ods`` or ``.xlsx``.
            today: The day it leaves.

        Returns:
            Where it was written.

        Raises:
            UserError: ``figures-format-unknown``; ``figures-withheld``; ``figures-changed`` when
                the preview would be another one by now; ``consultation-…``.
            EnvironmentFault: The file cannot be written.
        """
        ending = target.suffix.lower().removeprefix(".")
        if ending not in ENDINGS:
            raise UserError("figures-format-unknown", value=target.suffix[:20])
        if seen.withheld:
            raise UserError("figures-withheld")
        paper = self.paper(seen) if ending == "pdf" else None
        self._remember(seen, today)
        self._log.note(AccessKind.EXPORTED, FIGURES)
        if paper is not None:
            return keep_paper(paper, target).path
        return written_beside(target, partial(_write_table, seen, ending))

    def _remember(self, seen: MaskedFigures, today: date) -> None:
        self._vault.require_writing()
        with self._vault.writing("figures-sent", actor=self._actor, origin=Origin.PROGRAM) as work:
            now = self._masked(work, seen.year, today)
            if not now.tells_as(seen):
                raise UserError("figures-changed")
            before = work.settings.sent_figures(seen.year)
            if not before or not before[-1].tells_as(now):
                work.settings.remember_figures(now)

    def _masked(self, stored: Repositories, year: int, today: date) -> MaskedFigures:
        threshold = stored.settings.families().mask_under
        before = stored.settings.sent_figures(year)
        figures = _figures(stored, year, today)
        return masked_figures(figures, before, threshold, secret=self._vault.mask_secret)


def _figures(stored: Repositories, year: int, today: date) -> YearFigures:
    if year not in YEARS:
        raise UserError("date-out-of-range", field="year", year=year)
    referrals = stored.referrals.between(date(year, 1, 1), date(year + 1, 1, 1))
    asked = Asked(year, today, stored.journal.first_day())
    return year_figures(asked, stored.tallies.all(), referrals, stored.tallies.undated())


def _write_table(seen: MaskedFigures, ending: str, path: Path) -> None:
    from ctg_desktop.imports.text_table import TextTable, write_table

    rows = tuple(
        (str(seen.year), table.title, *row) for table in masked_tables(seen) for row in table.rows
    )
    header = ("Année", "Chiffre", "Détail", "Nombre")
    write_table(path, ending, TextTable(NAME, header, rows))
