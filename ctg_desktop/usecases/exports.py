"""Write the directory in formats that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_rules import printable, tells_of_persons
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.printed_listings import printed_names

if TYPE_CHECKING:
    from ctg_desktop.imports.own_columns import Names


class ExportFormat(StrEnum):
    """A format that the directory can be written in; the value is the file's usual ending."""

    XLSX = "xlsx"
    CSV = "csv"
    ICALENDAR = "ics"
    VCARD = "vcf"


class Exports:
    """What leaves the vault in clear: published entries, consent applied, and nothing else."""

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._log = AccessLog(vault, actor)

    def export(self, target: Path, wanted: ExportFormat, today: date) -> int:
        """Write the published directory, or the calendar for iCalendar, whole or not at all.

        Returns:
            How many listings or events were written.

        Raises:
            UserError: ``consultation-personal``, unless it is the calendar.
            EnvironmentFault: The file cannot be written.
        """
        personal = wanted is not ExportFormat.ICALENDAR
        if personal:
            self._log.require_noting()
        with self._vault.reading() as stored:
            job = _Job(target, stored, today)
            count = _WRITERS[wanted](job)
        if personal:
            self._log.note(AccessKind.EXPORTED, f"directory-{wanted}", "listing", job.persons)
        return count


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to write.

    Attributes:
        persons: Ids of the listings written that tell of private persons; filled on the way.
    """

    target: Path
    stored: Repositories
    today: date
    persons: list[str] = field(default_factory=list)

    def published(self) -> Iterator[Listing]:
        """Return what may leave, and note of whom it tells."""
        for listing in self.stored.listings.stream(ListingFilter(), self.today):
            ready = printable(listing)
            if ready is not None:
                if tells_of_persons(listing):
                    self.persons.append(listing.id)
                yield ready


def _xlsx(job: _Job) -> int:
    from ctg_desktop.imports.export_xlsx import write_xlsx

    return write_xlsx(job.target, job.published(), _labels(job.stored))


def _csv(job: _Job) -> int:
    from ctg_desktop.imports.export_csv import write_csv

    return write_csv(job.target, job.published(), _labels(job.stored))


def _vcard(job: _Job) -> int:
    from ctg_desktop.imports.export_vcard import write_vcard

    return write_vcard(job.target, job.published(), _labels(job.stored))


def _icalendar(job: _Job) -> int:
    from ctg_desktop.imports.export_icalendar import write_icalendar

    events = [event for event in job.stored.events.all() if event.published]
    stamp = datetime.combine(job.today, time(), UTC)
    references = (ref for one in events for ref in (one.place, one.organiser))
    return write_icalendar(job.target, events, printed_names(job.stored, references), stamp)


def _labels(stored: Repositories) -> Names:
    from ctg_desktop.imports.own_columns import Names

    return Names(
        categories={one.code: one.label for one in stored.categories.all()},
        themes={one.code: one.label for one in stored.themes.all()},
    )


_WRITERS: dict[ExportFormat, Callable[[_Job], int]] = {
    ExportFormat.XLSX: _xlsx,
    ExportFormat.CSV: _csv,
    ExportFormat.ICALENDAR: _icalendar,
    ExportFormat.VCARD: _vcard,
}
