"""The first page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.health import Check
from ctg_desktop.domain.home import HomeSummary
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.wording import day_full
from ctg_desktop.messages.health import backup_words
from ctg_desktop.ui.accueil.family_lines import family_lines
from ctg_desktop.ui.accueil.lines import (
    DataFacts,
    booklet_lines,
    clock_lines,
    data_lines,
    is_backup_due,
    occurrence_line,
)
from ctg_desktop.ui.accueil.listing_lines import first_lines, listing_lines
from ctg_desktop.ui.accueil.register_lines import register_lines
from ctg_desktop.ui.accueil.rows import Line, LinesCard
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.page import Page
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.page_header import PageHeader

_BACKUPS = "sauvegardes"
_BESIDE_LETTERS = 96
"""Letters in the width of the page for two cards beside each other."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the worker gathers for the page."""

    summary: HomeSummary
    places: dict[str, str]
    facts: DataFacts
    clock: Check


class HomePage(Page):
    """What there is to do today, the booklet, the next dates, the data."""

    title = "Accueil"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._latest = Latest(desk.tasks)
        self._clock: Check | None = None
        self._grid, self._beside = QGridLayout(), False
        self.header = PageHeader("Bonjour")
        self.todo = LinesCard("À faire")
        self.booklet = LinesCard("Le livret")
        self.events = LinesCard("Prochaines manifestations")
        self.data = LinesCard("Vos données")
        self.booklet.add_button("Aperçu du livret", partial(self.open_page.emit, PageKey.PRINTS))
        self.events.add_button("Ouvrir l’agenda", partial(self.open_page.emit, PageKey.CALENDAR))
        self.data.add_button("Ouvrir le dossier", self._open_folder)
        self._lay_out()
        desk.bus.changed.connect(self._note_change)

    def activated(self) -> None:
        """Look again at what there is to do."""
        self.header.set_summary(day_full(self.desk.today()))
        self._latest.run(self._gather, self._show)

    def new_(self) -> None:
        """Ctrl+N on the first page makes a listing."""
        self.new_record.emit(PageKey.DIRECTORY)

    def focus_search(self) -> None:
        """Ctrl+F on the first page looks in the directory."""
        self.open_listings.emit(ListingFilter())

    def _lay_out(self) -> None:
        self._grid.setSpacing(MARGIN)
        self._place_cards(beside=True)
        scrolled = Scrolled()
        scrolled.column.addLayout(self._grid)
        scrolled.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self.header)
        column.addWidget(scrolled, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below each other where lines beside each other would be too short."""
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        self._place_cards(beside=event.size().width() >= _BESIDE_LETTERS * letter)

    def _place_cards(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)
        self._grid.addWidget(self.todo, 0, 0, 1, 2)
        self._grid.addWidget(self.booklet, 1, 0, 1, 1 if beside else 2)
        self._grid.addWidget(self.data, 2, 0, 1, 1 if beside else 2)
        if beside:
            self._grid.addWidget(self.events, 1, 1, 2, 1)
        else:
            self._grid.addWidget(self.events, 3, 0, 1, 2)

    def _note_change(self, _changes: Changes) -> None:
        if self.isVisible():
            self.activated()

    def _gather(self) -> _Shown:
        office = self.desk.office
        summary = office.home.summary(self.desk.today())
        ids = sorted({one.place for one in summary.next_occurrences if is_id(one.place)})
        last = office.journal.recent(1)
        return _Shown(
            summary,
            office.directory.names(ids),
            DataFacts(
                office.folder,
                last[0].at if last else None,
                office.settings.profile().demonstration,
                office.health.backup(),
                office.health.now(),
            ),
            self._clock or office.health.clock(),
        )

    def _show(self, shown: _Shown) -> None:
        self._clock = shown.clock  # as it was when the vault was opened
        first = [*clock_lines(shown.clock), *self._backup_lines(shown.facts)]
        self.todo.show_lines([*first, *self._todo(shown.summary, first)])
        self.booklet.show_lines(booklet_lines(shown.summary))
        self.events.show_lines(self._dates(shown))
        self.data.show_lines(data_lines(shown.facts))
        self._order_tabs()

    def _order_tabs(self) -> None:
        cards = (self.todo, self.booklet, self.data, self.events)
        buttons = [button for card in cards for button in card.buttons()]
        for before, after in pairwise(buttons):
            QWidget.setTabOrder(before, after)

    def _backup_lines(self, facts: DataFacts) -> list[Line]:
        if not self.desk.may_change or not is_backup_due(facts):
            return []
        return [
            Line(
                Icon.WARNING,
                Tone.WARNING,
                backup_words(facts.backup),
                action_label="Sauvegarder",
                action_name="Voir les sauvegardes",
                action=partial(self.open_part.emit, PageKey.SETTINGS, _BACKUPS),
            )
        ]

    def _todo(self, summary: HomeSummary, first: list[Line]) -> list[Line]:
        begins = () if summary.total else first_lines(self.import_wanted.emit, self.new_)
        lines = [
            *register_lines(summary.register, partial(self.open_page.emit, PageKey.REGISTER)),
            *begins,
            *family_lines(summary.families, self.open_households.emit),
            *listing_lines(summary, self.open_listings.emit, self._resume),
        ]
        if not lines and not first:
            return [Line(Icon.CHECKED, Tone.GOOD, "Tout est à jour. Bonne journée !")]
        return lines

    def _dates(self, shown: _Shown) -> list[Line]:
        lines = []
        for occurrence in shown.summary.next_occurrences:
            text, hours = occurrence_line(occurrence, shown.places)
            icon = Icon.CLOSED if occurrence.cancelled else Icon.CALENDAR
            lines.append(Line(icon, Tone.NEUTRAL, text, hours))
        return lines or [
            Line(
                Icon.INFORMATION,
                Tone.NEUTRAL,
                "Aucune manifestation dans les deux mois qui viennent",
            )
        ]

    def _resume(self, key: str) -> None:
        entity, _, record_id = key.partition(":")
        page, open_record = {
            "listing": (PageKey.DIRECTORY, self.open_listing),
            "event": (PageKey.CALENDAR, self.open_event),
            "household": (PageKey.FAMILIES, self.open_household),
            "household-note": (PageKey.FAMILIES, self.open_household),
        }.get(entity, (PageKey.SETTINGS, None))
        if open_record is None:
            self.open_page.emit(page)
        elif is_id(record_id):
            open_record.emit(record_id)
        else:
            self.new_record.emit(page)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.office.folder)))
