"""What is chosen before a leaflet is printed."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.leaflet import (
    LeafletDetail,
    LeafletSubject,
    LeafletTexts,
)
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.impressions.leaflet_look import LeafletLook
from ctg_desktop.ui.impressions.leaflet_reading import (
    DRAFT,
    PREFERENCE,
    LeafletReading,
    key_of,
    read_leaflet,
    typed_texts,
)
from ctg_desktop.ui.impressions.leaflet_subjects import CHOSEN, LeafletSubjects
from ctg_desktop.ui.impressions.leaflet_texts import LeafletTextsCard
from ctg_desktop.ui.impressions.paper_form import Make, PaperForm
from ctg_desktop.ui.impressions.requests import ListingsWanted
from ctg_desktop.ui.impressions.saved_typing import SavedTyping
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText
from ctg_desktop.usecases.leaflets import RenderedLeaflet
from ctg_desktop.usecases.papers import RenderedPaper

_PRINTED = frozenset({"booklet", "profile"})
_SHOWN = frozenset({"leaflets", "searches"})
_GIVEN_UP = {
    LeafletDetail.BRIEF: "Faute de place, les horaires ne sont pas imprimés.",
    LeafletDetail.SHORT: "Faute de place, les fiches sont abrégées\u00a0: nom, téléphone et lieu.",
}


class LeafletPaperForm(PaperForm):
    """Of which subject, on which paper, with which texts."""

    nothing = (
        "Aucune fiche pour ce dépliant",
        (
            "Aucune fiche publiée ne porte ce thème. Donnez-le à des fiches dans Livret, ou "
            "choisissez un autre sujet."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._started = False
        self._subjects = LeafletSubjects()
        self._current, self._written = "", ""
        self._mine: Changes | None = None
        self.subject = ChoiceInput()
        self.subject_field = LabelledField("Sujet", self.subject)
        self.look = LeafletLook(self)
        self.format, self.marks = self.look.format, self.look.marks
        self.codes, self.notes = self.look.codes, self.look.notes
        self.report = IconText(Icon.INFORMATION, coloured=False)
        self.missing = IconText(Icon.WARNING, tone=Tone.WARNING)
        self.texts = LeafletTextsCard(desk)
        self.typing = SavedTyping(desk, DRAFT, self._typed, self._save_texts, self)
        self._lay_out()
        self.look.show_kept({})
        self._connect()

    def load(self) -> None:
        """Read the subjects and the texts of the one in hand."""
        self.typing.hand_over()
        self.desk.tasks.run(partial(read_leaflet, self.desk, self._subject()), self._show)

    def make(self) -> Make | None:
        """Return what lays the leaflet out as chosen now."""
        subject = self._subject()
        if subject is None or self._written != self._current:
            return None
        options = self.look.options(subject, self.texts.value())
        leaflets, today = self.desk.office.leaflets, self.desk.today()

        def work(progress: Progress) -> RenderedPaper | None:
            return leaflets.render(options, today, progress)

        return work

    def shown(self, paper: RenderedPaper) -> None:
        """Say what the leaflet holds, and what did not fit."""
        if not isinstance(paper, RenderedLeaflet):
            return
        self.report.show_text(f"{plural(paper.entries, 'fiche', 'fiches')}.")
        self.report.show()
        said = [_GIVEN_UP[paper.detail]] if paper.detail in _GIVEN_UP else []
        if paper.left_out:
            count = plural(paper.left_out, "fiche ne tient pas", "fiches ne tiennent pas")
            said.append(f"{count} sur le dépliant, qui renvoie au livret.")
        self.missing.show_text(" ".join(said))
        self.missing.setVisible(bool(said))

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        return self.texts.refuse(error)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether entries or the town hall changed; texts are shown again at once."""
        records = changes.listings or changes.themes or changes.categories or changes.pictures
        return bool(records) or not _PRINTED.isdisjoint(changes.settings)

    def receive(self, wanted: Any) -> None:
        """Take over listings selected in the directory."""
        if isinstance(wanted, ListingsWanted):
            self.typing.hand_over()
            self._subjects.chosen = wanted.ids
            self._current = CHOSEN

    def flush(self) -> None:
        """Keep what is typed."""
        self.typing.flush()

    def _subject(self) -> LeafletSubject | None:
        return self._subjects.find(self._current)

    def _show(self, stored: LeafletReading) -> None:
        self._subjects.offer(stored.subjects)
        self._current = key_of(stored.subject)
        self.subject.clear()
        self.subject.set_choices(self._subjects.words())
        self.subject.set_value(self._current)
        if not self._started:
            self.look.show_kept(stored.preference)
        self._show_texts(stored)
        self._started = True
        self._tell_subject()
        self.changed.emit()

    def _show_texts(self, stored: LeafletReading) -> None:
        """Show the texts that are kept, or what was being typed; never over typing under way."""
        if self.typing.is_kept and self._written == self._current:
            return
        typed = None if self._started else typed_texts(stored)
        self.texts.show_texts(typed or stored.texts)
        self._written = self._current
        if typed is not None:
            self.typing.note()

    def _tell_subject(self) -> None:
        self.subject_field.set_hint(self._subjects.sheets_said(self._current))
        self.texts.reset_button.setVisible(self._subjects.is_offered(self._current))

    def _choose_subject(self) -> None:
        self.typing.hand_over()
        self._current = self.subject.value()
        subject, leaflets = self._subject(), self.desk.office.leaflets
        if subject is None:
            return
        self._keep_preference()
        self.changed.emit()

        def show(texts: LeafletTexts) -> None:
            if key_of(subject) != self._current:
                return
            self.typing.hand_over()
            self.texts.show_texts(texts)
            self._written = self._current
            self._tell_subject()
            self.changed.emit()

        self.desk.tasks.run(lambda: leaflets.texts(subject), show)

    def _edit_texts(self) -> None:
        self.typing.note()
        self.changed.emit()

    def _typed(self) -> dict[str, Any]:
        texts = msgspec.to_builtins(self.texts.value())
        return {"subject": self._written, "chosen": list(self._subjects.chosen), "texts": texts}

    def _save_texts(self) -> None:
        """Keep the texts for the subject they were shown for; another may be chosen since."""
        subject, leaflets = self._subjects.find(self._written), self.desk.office.leaflets
        texts = self.texts.value()
        if subject is not None:
            self.desk.tasks.run(
                lambda: leaflets.save_texts(subject, texts), self._saved, failed=self._refused
            )

    def _saved(self, changes: Changes) -> None:
        self.typing.done()
        self._announce(changes)

    def _announce(self, changes: Changes) -> None:
        if changes:
            self._mine = changes
            self.desk.bus.changed.emit(changes)
            self._mine = None

    def _note_change(self, changes: Changes) -> None:
        known = not _SHOWN.isdisjoint(changes.settings)
        if self._started and known and changes is not self._mine:
            self.load()

    def _refused(self, error: Exception) -> None:
        if not (isinstance(error, UserError) and self.refuse(error)):
            self.desk.report(error)

    def _reset(self) -> None:
        subject, leaflets = self._subject(), self.desk.office.leaflets
        if subject is None:
            return
        self.typing.drop()

        def work() -> tuple[Changes, LeafletTexts]:
            return leaflets.reset_texts(subject), leaflets.texts(subject)

        def show(found: tuple[Changes, LeafletTexts]) -> None:
            changes, texts = found
            if key_of(subject) == self._current == self._written:
                self.texts.show_texts(texts)
            self._announce(changes)
            if changes:
                self.notice.emit(undo_notice(self.desk, "Textes du modèle rétablis.", changes))
            self.changed.emit()

        self.desk.tasks.run(work, show)

    def _choose(self) -> None:
        self._keep_preference()
        self.changed.emit()

    def _keep_preference(self) -> None:
        kept = {"subject": self._current, **self.look.kept()}
        settings = self.desk.office.settings
        self.desk.tasks.run(lambda: settings.set_preference(PREFERENCE, kept), _ignore)

    def _connect(self) -> None:
        self.subject.edited.connect(self._choose_subject)
        self.look.edited.connect(self._choose)
        self.look.follow()
        self.texts.edited.connect(self._edit_texts)
        self.texts.reset_wanted.connect(self._reset)
        self.texts.details.toggled.connect(self._reveal)
        self.desk.bus.changed.connect(self._note_change)

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - Qt's argument
        if shown:
            self.reveal.emit(self.texts.details)

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.subject_field)
        self.look.put_into(card.body)
        for line in (self.report, self.missing):
            line.hide()
            card.body.addWidget(line)
        self.column.addWidget(card)
        self.column.addWidget(self.texts)


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
