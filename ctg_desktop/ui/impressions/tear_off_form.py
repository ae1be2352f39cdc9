"""What is chosen before a list with strips to tear off is printed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.notice_board import STRIPS, USUAL_STRIPS, TearOffOptions
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput, LineInput
from ctg_desktop.ui.impressions.board_form import BoardForm
from ctg_desktop.ui.impressions.number_inputs import CountInput
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.impressions.requests import ListingsWanted
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper

_CATEGORY, _THEME, _SELECTION = "category:", "theme:", "selection"
_NOTHING = frozenset({"tear-off-empty", "tear-off-nothing-chosen"})
_LONGEST_TITLE = 80
Choices = list[tuple[str, str]]


class TearOffForm(BoardForm):
    """Which entries, under which title, with how many strips."""

    preference = "notice-board.strips"
    nothing = (
        "Aucune fiche à imprimer ici",
        (
            "La liste montre les fiches publiées d’une rubrique ou d’un thème. Choisissez-en une "
            "autre, ou choisissez des fiches dans Livret."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._ids: tuple[str, ...] = ()
        self._remembered = ""
        self._choices: Choices = []
        self.entries = ChoiceInput()
        self.title = LineInput()
        self.title.setMaxLength(_LONGEST_TITLE)
        self.strips = CountInput(STRIPS[0], STRIPS[-1])
        self.strips.set_value(USUAL_STRIPS)
        hint = "Vide\u00a0: le nom de la rubrique, du thème ou de la fiche."
        for widget in (
            LabelledField("Quelles fiches\u202f?", self.entries),
            LabelledField("Titre", self.title, hint=hint, optional=True),
            LabelledField("Languettes par page", self.strips),
        ):
            self.card.body.addWidget(widget)
        for one in (self.entries, self.strips):
            one.edited.connect(self.edit)
        self.title.edited.connect(self.changed)

    def load(self) -> None:
        """Read the chapters and themes, and the first time what was chosen last."""
        self.desk.tasks.run(partial(_read, self.desk.office), self._show_choices)

    def make(self) -> Make | None:
        """Return what lays the list out."""
        options = self._options()
        board, today = self.desk.office.notice_board, self.desk.today()

        def work(progress: Progress) -> RenderedPaper | None:
            try:
                return board.tear_off(options, today, progress)
            except UserError as error:
                if error.code not in _NOTHING:
                    raise
                return None

        return work

    def concerns(self, changes: Changes) -> bool:
        """Entries, chapters, themes and settings count; events do not."""
        return bool(replace(changes, events=frozenset()))

    def receive(self, wanted: Any) -> None:
        """Take over entries chosen in the directory."""
        if isinstance(wanted, ListingsWanted):
            self._ids = wanted.ids
            self._offer()
            self.entries.set_value(_SELECTION)

    def kept(self) -> dict[str, Any]:
        """Return the chapter or theme and the number of strips; a selection is not kept."""
        chosen = self.entries.value()
        if chosen != _SELECTION:
            self._remembered = chosen
        return {"entries": self._remembered, "strips": self.strips.value()}

    def show_kept(self, kept: dict[str, Any]) -> None:
        """Show what was chosen last, where it still exists."""
        self._remembered = str(kept.get("entries", ""))
        if self.entries.value() != _SELECTION and self._remembered in dict(self._choices):
            self.entries.set_value(self._remembered)
        strips = kept.get("strips")
        if isinstance(strips, int) and strips in STRIPS:
            self.strips.set_value(strips)

    def _options(self) -> TearOffOptions:
        options = TearOffOptions(title=self.title.value(), strips=self.strips.value())
        chosen = self.entries.value()
        if chosen == _SELECTION:
            return replace(options, listings=self._ids)
        if chosen.startswith(_THEME):
            return replace(options, theme=chosen.removeprefix(_THEME))
        return replace(options, category=chosen.removeprefix(_CATEGORY))

    def _show_choices(self, choices: Choices) -> None:
        self._choices = choices
        self._offer()
        super().load()

    def _offer(self) -> None:
        count = plural(len(self._ids), "fiche choisie", "fiches choisies")
        selection = [(_SELECTION, f"{count} dans Livret")] if self._ids else []
        offered = [*selection, *self._choices]
        kept = self.entries.value()
        self.entries.set_choices(offered)
        if kept not in dict(offered) and offered:
            self.entries.setCurrentIndex(0)


def _read(office: Office) -> Choices:
    """Read the chapters and themes that may be chosen. On the worker."""
    categories = [one for one in office.settings.categories() if not one.hidden]
    themes = office.settings.themes()
    return [
        *((f"{_CATEGORY}{one.code}", one.label) for one in categories),
        *((f"{_THEME}{one.code}", f"Thème\u00a0: {one.label}") for one in themes),
    ]
