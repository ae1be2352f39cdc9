"""The page of settings: its parts as words on top, one shown at a time."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.page import Page
from ctg_desktop.ui.reglages.about import AboutSection
from ctg_desktop.ui.reglages.booklet_texts import BookletSection
from ctg_desktop.ui.reglages.families import FamiliesSection
from ctg_desktop.ui.reglages.identity import IdentitySection
from ctg_desktop.ui.reglages.section import Section
from ctg_desktop.ui.reglages.themes import ThemesSection
from ctg_desktop.ui.reglages.users import UsersSection
from ctg_desktop.ui.sante.backups_section import BackupsSection
from ctg_desktop.ui.sante.health_section import HealthSection
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.chips import Choice, FilterChips
from ctg_desktop.ui.widgets.page_header import PageHeader


class SettingsPage(Page):
    """Settings."""

    title = "Réglages"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.texts = BookletSection(desk)
        self.sections: tuple[Section[Any], ...] = (
            IdentitySection(desk),
            self.texts,
            ThemesSection(desk),
            FamiliesSection(desk),
        )
        self.users = UsersSection(desk)
        self.health, self.backups = HealthSection(desk), BackupsSection(desk)
        self.about = AboutSection(desk.office.folder)
        self.discard_button = plain("Annuler les changements", self._discard)
        self.save_button = primary("Enregistrer", self.save_, Icon.SAVE)
        self.header = PageHeader("Réglages", (self.discard_button, self.save_button))
        self.chips = FilterChips("Partie des réglages")
        self._stack = QStackedWidget()
        self._loaded = False
        self._lay_out()
        desk.bus.changed.connect(self._reload)

    def activated(self) -> None:
        """Read the settings the first time."""
        if not self._loaded:
            self._loaded = True
            for section in self.sections:
                section.load()
            self.users.load()
        self._show_state()

    def take_focus(self) -> None:
        """Begin with the choice of a part."""
        self.chips.take_focus()

    def show_part(self, key: str) -> None:
        """Show one part, by its key."""
        self.chips.choose(key)
        others = (self.users, self.health, self.backups, self.about)
        keys = [*(one.key for one in self.sections), *(one.key for one in others)]
        self._stack.setCurrentIndex(keys.index(key))
        if key == self.health.key:
            self.health.load()
        elif key == self.backups.key:
            self.backups.load()
        self._show_state()

    def save_(self) -> None:
        """Ctrl+S: save the part that is shown."""
        section = self._current()
        if section is not None:
            section.save()

    def focus_search(self) -> None:
        """Ctrl+F: to the parts."""
        self.chips.take_focus()

    def flush(self) -> None:
        """Keep what is typed."""
        for section in self.sections:
            section.flush()

    def _lay_out(self) -> None:
        self.texts.prints_wanted.connect(lambda: self.print_wanted.emit(PaperKey.BOOKLET, None))
        for section in self.sections:
            section.modified.connect(self._show_state)
            section.notice.connect(self.notice)
            section.saved.connect(self.saved)
            self._stack.addWidget(section)
        self.users.notice.connect(self.notice)
        self.users.minutes_chosen.connect(self.lock_minutes)
        self._stack.addWidget(self.users)
        for part in (self.health, self.backups):
            part.notice.connect(self.notice)
            part.backed_up.connect(self.backed_up)
            self._stack.addWidget(part)
        self.health.backups_wanted.connect(lambda: self.show_part(self.backups.key))
        self.health.users_wanted.connect(lambda: self.show_part(self.users.key))
        self.backups.restore_wanted.connect(self.restore_wanted)
        self._stack.addWidget(self.about)
        parts = (self.users, self.health, self.backups, self.about)
        others = [Choice(one.key, one.word) for one in parts]
        self.chips.set_choices([*(Choice(one.key, one.word) for one in self.sections), *others])
        self.chips.chosen.connect(self.show_part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self.header)
        column.addWidget(self.chips)
        column.addWidget(self._stack, 1)
        self._show_state()

    def _current(self) -> Section[Any] | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Section) else None

    def _discard(self) -> None:
        section = self._current()
        if section is not None:
            section.discard()

    def _show_state(self) -> None:
        section = self._current()
        modified = section is not None and section.is_modified
        self.save_button.setEnabled(modified)
        self.discard_button.setVisible(modified)
        self.save_button.setVisible(section is not None)
        self.header.set_summary("modifications à enregistrer" if modified else "")

    def _reload(self, changes: Changes) -> None:
        if self._loaded:
            for section in self.sections:
                section.reload(changes)
