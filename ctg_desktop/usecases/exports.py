"""Write the directory in formats that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_rules import printable
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
            count = _WRITERS[wanted](target, stored, today)
        if personal:
            self._log.note(AccessKind.EXPORTED, f"directory-{wanted}", "listing", count=count)
        return count


def _published(stored: Repositories, today: date) -> Iterator[Listing]:
    listings = stored.listings.stream(ListingFilter(), today)
    return (ready for ready in map(printable, listings) if ready is not None)


def _xlsx(target: Path, stored: Repositories, today: date) -> int:
    from ctg_desktop.imports.export_xlsx import write_xlsx

    return write_xlsx(target, _published(stored, today), _labels(stored))


def _csv(target: Path, stored: Repositories, today: date) -> int:
    from ctg_desktop.imports.export_csv import write_csv

    return write_csv(target, _published(stored, today), _labels(stored))


def _vcard(target: Path, stored: Repositories, today: date) -> int:
    from ctg_desktop.imports.export_vcard import write_vcard

    return write_vcard(target, _published(stored, today), _labels(stored))


def _icalendar(target: Path, stored: Repositories, today: date) -> int:
    from ctg_desktop.imports.export_icalendar import write_icalendar

    events = [event for event in stored.events.all() if event.published]
    stamp = datetime.combine(today, time(), UTC)
    names = printed_names(stored, (ref for one in events for ref in (one.place, one.organiser)))
    return write_icalendar(target, events, names, stamp)


def _labels(stored: Repositories) -> Names:
    from ctg_desktop.imports.own_columns import Names

    return Names(
        categories={one.code: one.label for one in stored.categories.all()},
        themes={one.code: one.label for one in stored.themes.all()},
    )


_WRITERS: dict[ExportFormat, Callable[[Path, Repositories, date], int]] = {
    ExportFormat.XLSX: _xlsx,
    ExportFormat.CSV: _csv,
    ExportFormat.ICALENDAR: _icalendar,
    ExportFormat.VCARD: _vcard,
}
