"""The cards of an attendance sheet: the meeting, the sheet, who is expected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.attendance import (
    MOST_PAGES,
    MOST_ROWS,
    PRIVACY_LIMIT,
    AttendanceColumn,
    AttendanceOptions,
    Meeting,
    Orientation,
    checked_attendance,
    is_crowded,
)
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.editing.inputs import AreaInput, ChoiceInput, LineInput, TickInput
from ctg_desktop.ui.impressions.number_inputs import CountInput
from ctg_desktop.ui.impressions.recipients_choice import RecipientsChoice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.recipients import Wanted

_TYPED = "typed"
_NO_ACTION = "0"
_CROWDED = "Ces colonnes sont étroites pour écrire à la main. Couchez la page, ou ôtez-en une."
_COLUMNS = {
    AttendanceColumn.NAME: "Nom et prénom",
    AttendanceColumn.STRUCTURE: "Structure",
    AttendanceColumn.TOWN: "Commune",
    AttendanceColumn.PHONE: "Téléphone",
    AttendanceColumn.EMAIL: "Courriel",
    AttendanceColumn.AGE: "Tranche d’âge",
    AttendanceColumn.HOURS: "Heures de bénévolat",
    AttendanceColumn.PHOTO: "Accord pour une photo",
    AttendanceColumn.SIGNATURE: "Signature",
}


class MeetingCard(Card):
    """A date of the calendar, or a meeting typed by hand."""

    edited = Signal()
    event_chosen = Signal(str, object)
    """Id of an event and the day of the date chosen."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("La rencontre", parent)
        self.calendar = ChoiceInput(((_TYPED, "Saisie à la main"),))
        self.title, self.hours = LineInput(), LineInput("14 h – 16 h")
        self.place, self.organiser = LineInput(), LineInput()
        self.day = DateField("Date", today, optional=True)
        self.action = ChoiceInput(((_NO_ACTION, "Aucune"),))
        self.fields = {
            "title": LabelledField("Titre", self.title),
            "hours": LabelledField("Heures", self.hours, optional=True),
            "place": LabelledField("Lieu", self.place, optional=True),
            "organiser": LabelledField("Organisé par", self.organiser, optional=True),
            "action": LabelledField("Action du plan", self.action),
        }
        self.calendar_field = LabelledField("De l’agenda", self.calendar)
        self.body.addWidget(self.calendar_field)
        for field in (self.fields["title"], self.day, *list(self.fields.values())[1:]):
            self.body.addWidget(field)
        self.calendar.edited.connect(self._choose)
        self.day.changed.connect(self.edited)
        for one in (self.title, self.hours, self.place, self.organiser, self.action):
            one.edited.connect(self._edit)

    def show_choices(
        self, dates: Sequence[tuple[str, str]], actions: Sequence[tuple[int, str]]
    ) -> None:
        """Offer dates of the calendar and actions of the plan, keeping the choice.

        Args:
            dates: ("AAAA-MM-JJ id", words) of each date.
            actions: Number and title of each action.
        """
        kept = self.calendar.value()
        self.calendar.set_choices(((_TYPED, "Saisie à la main"), *dates))
        self.calendar.set_value(kept if any(kept == key for key, _ in dates) else _TYPED)
        numbered = [(str(number), f"{number} – {title}") for number, title in actions]
        self.action.set_choices(((_NO_ACTION, "Aucune"), *numbered))

    def show_value(self, meeting: Meeting) -> None:
        """Show a meeting; the action stays the one chosen."""
        self.title.set_value(meeting.title)
        self.day.set_value(meeting.day)
        self.hours.set_value(meeting.hours)
        self.place.set_value(meeting.place)
        self.organiser.set_value(meeting.organiser)
        self._accept()

    def value(self) -> Meeting | None:
        """Return what is typed; ``None``, with the reason beside it, when the day is no day."""
        try:
            on = self.day.value()
        except UserError as error:
            self.day.refuse(sentence(error))
            return None
        action = int(self.action.value() or _NO_ACTION)
        return Meeting(
            title=self.title.value(),
            day=on,
            hours=self.hours.value(),
            place=self.place.value(),
            organiser=self.organiser.value(),
            action=action or None,
        )

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input; tell whether it is one of this card."""
        field = {**self.fields, "day": self.day}.get(error.field)
        if field is None:
            return False
        field.refuse(sentence(error))
        return True

    def _choose(self) -> None:
        on, _, event_id = self.calendar.value().partition(" ")
        if event_id:
            self.event_chosen.emit(event_id, date.fromisoformat(on))

    def _edit(self) -> None:
        self._accept()
        self.edited.emit()

    def _accept(self) -> None:
        for field in (self.calendar_field, *self.fields.values()):
            field.accept()


class SheetCard(Card):
    """Columns, rows, the way the page lies, the sentences at the foot."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("La feuille", parent)
        self._usual = ""
        self.columns = {column: TickInput(words) for column, words in _COLUMNS.items()}
        self.columns_field = self._columns_field()
        self.orientation = ChoiceInput(
            (
                (str(Orientation.PORTRAIT), "A4, debout"),
                (str(Orientation.LANDSCAPE), "A4, couchée"),
            )
        )
        self.rows = CountInput(0, MOST_ROWS, none="Remplir les pages")
        self.pages = CountInput(1, MOST_PAGES)
        self.pages_field = LabelledField("Pages", self.pages)
        self.privacy = AreaInput(4, 10, PRIVACY_LIMIT)
        self.privacy_field = LabelledField(
            "Au bas de chaque page", self.privacy, hint="Vide, c’est la mention proposée."
        )
        self.details = FoldedDetails("Mention sur les données")
        self._lay_out()
        self.show_value(AttendanceOptions(), "")
        for one in (self.orientation, self.rows, self.pages, self.privacy):
            one.edited.connect(self._edit)
        for tick in self.columns.values():
            tick.edited.connect(self._edit)

    def show_value(self, options: AttendanceOptions, usual: str) -> None:
        """Show how the last sheet was made.

        Args:
            options: How.
            usual: The sentences at the foot when nobody typed others.
        """
        self._usual = usual
        for column, tick in self.columns.items():
            tick.set_value(column in options.columns)
        self.orientation.set_value(str(options.orientation))
        self.rows.set_value(options.rows)
        self.pages.set_value(options.pages)
        self.privacy.set_value(options.privacy or usual)
        self._follow()

    def value(self) -> AttendanceOptions | None:
        """Return the choices; ``None``, with the reason beside it, when one is refused."""
        try:
            return checked_attendance(self._chosen())
        except UserError as error:
            self.refuse(error)
            return None

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input; tell whether it is one of this card."""
        if error.field == "columns":
            self.columns_field.refuse(sentence(error))
            return True
        if error.field != "privacy":
            return False
        self.details.set_open(True)
        self.privacy_field.refuse(sentence(error))
        return True

    def _columns_field(self) -> LabelledField:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        for tick in self.columns.values():
            column.addWidget(tick)
        return LabelledField("Colonnes", holder, focus=next(iter(self.columns.values())))

    def _chosen(self) -> AttendanceOptions:
        typed = self.privacy.value().strip()
        return AttendanceOptions(
            columns=tuple(column for column, tick in self.columns.items() if tick.value()),
            orientation=Orientation(self.orientation.value()),
            rows=self.rows.value(),
            pages=self.pages.value(),
            privacy="" if typed == self._usual else typed,
        )

    def _lay_out(self) -> None:
        self.body.addWidget(LabelledField("Format", self.orientation))
        self.body.addWidget(LabelledField("Lignes vides", self.rows))
        self.body.addWidget(self.pages_field)
        self.body.addWidget(self.columns_field)
        self.details.body.addWidget(self.privacy_field)
        self.body.addWidget(self.details)

    def _edit(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        chosen = self._chosen()
        self.pages_field.setVisible(not chosen.rows)
        self.privacy_field.accept()
        self.columns_field.accept()
        self.columns_field.set_hint(
            _CROWDED if is_crowded(chosen) else "", Icon.WARNING, Tone.WARNING
        )


class ExpectedCard(Card):
    """Structures of the directory that are on the sheet before anybody comes."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Personnes attendues", parent)
        self.tick = TickInput("Écrire des fiches d’avance")
        self.recipients = RecipientsChoice("Lesquelles\u202f?")
        self.recipients.hide()
        self.body.addWidget(self.tick)
        self.body.addWidget(self.recipients)
        self.tick.edited.connect(self._edit)
        self.recipients.edited.connect(self.edited)

    def wanted(self) -> Wanted | None:
        """Return the listings to write; ``None`` for none."""
        return self.recipients.wanted() if self.tick.value() else None

    def _edit(self) -> None:
        self.recipients.setVisible(self.tick.value())
        self.edited.emit()
