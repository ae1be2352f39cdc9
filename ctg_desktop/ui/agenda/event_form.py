"""The form of an event: when first, then how often, where, and the rest folded."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from ctg_desktop.domain import wording
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.recurrence import rule_to_french
from ctg_desktop.errors import UserError
from ctg_desktop.ui.agenda.event_binding import ALIASES
from ctg_desktop.ui.agenda.place_input import PlaceInput
from ctg_desktop.ui.agenda.recurrence_input import RecurrenceInput
from ctg_desktop.ui.agenda.special_dates_input import SpecialDatesInput
from ctg_desktop.ui.agenda.upcoming import next_dates
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.field_column import FieldColumn
from ctg_desktop.ui.editing.form_fields import FormFields, Hint
from ctg_desktop.ui.editing.listing_picker import ListingPicker
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField

DETAILS = ("organiser", "audience", "price", "description", "source")
_SHOWN_DATES = 5


class EventForm(Scrolled):
    """All inputs of an event; what they mean together is said by :meth:`describe`."""

    edited = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.fields = FormFields(ALIASES, self)
        self.details = FoldedDetails()
        self._recurrence = RecurrenceInput(desk.today)
        self._special = SpecialDatesInput()
        self.column.setContentsMargins(0, UNIT, 0, MARGIN)
        when = self._when()
        self.column.addWidget(when)
        self.column.addWidget(self._repetition())
        self.column.addWidget(self._where())
        self.column.addWidget(self.details)
        self.column.addStretch(1)
        self.details.body.addWidget(self._more())
        self.fields.edited.connect(self._follow)
        self.fields.edited.connect(self.edited)

    def describe(self, typed: Event) -> None:
        """Say what follows from what is typed: the repetition in words, its next dates.

        Args:
            typed: The event as it stands in the inputs.
        """
        values = self.fields.values()
        self.details.set_filled(sum(1 for name in DETAILS if values[name]))
        self._follow("start_day")
        field = self.fields.field("recurrence")
        if field is not None:
            field.set_hint(*_rule_words(typed, self._desk.today()))
        special = self.fields.field("special")
        if special is not None:
            special.setVisible(any(values["special"].values()))
        self._show_times()

    def _when(self) -> FieldColumn:
        column = FieldColumn(self.fields, self._desk.today)
        column.put(column.line("title", "Titre"))
        column.put(column.tick("all_day", "Toute la journée"))
        column.put(
            column.day("start_day", "Début"),
            column.line("start_time", "Heure", placeholder="14h30", explain=_time_words),
            stretch=(3, 2),
        )
        column.put(
            column.day("end_day", "Fin, si un autre jour"),
            column.line("end_time", "Heure de fin", placeholder="16h", explain=_time_words),
            stretch=(3, 2),
        )
        return column

    def _repetition(self) -> FieldColumn:
        column = FieldColumn(self.fields, self._desk.today)
        rule = LabelledField("Se répète", self._recurrence, focus=self._recurrence.choice)
        self.fields.add("recurrence", self._recurrence, rule)
        column.put(rule)
        special = LabelledField("Dates particulières", self._special)
        self.fields.add("special", self._special, special)
        column.put(special)
        return column

    def _where(self) -> FieldColumn:
        column = FieldColumn(self.fields, self._desk.today, "Où et pour qui")
        column.put(self._place("place", "Lieu", "Une fiche du livret, ou un texte"))
        column.put(column.tick("published", "Publiée dans le livret"))
        column.put(column.tick("cancelled", "Annulée"))
        return column

    def _more(self) -> FieldColumn:
        column = FieldColumn(self.fields, self._desk.today)
        column.put(self._place("organiser", "Organisateur", "Une fiche du livret, ou un texte"))
        column.put(column.line("audience", "Public"))
        column.put(column.line("price", "Tarif"))
        column.put(column.area("description", "Description", lines=4))
        column.put(column.line("source", "Source"))
        return column

    def _place(self, name: str, label: str, words: str) -> LabelledField:
        picker = ListingPicker(self._desk, words)
        field = LabelledField(label, picker)
        place = PlaceInput(self._desk, picker)
        self.fields.add(name, place, field, _place_words)
        place.told.connect(self.fields.explain_all)
        return field

    def _follow(self, name: str) -> None:
        if name == "start_day":
            try:
                start = wording.parse_day(self.fields.value("start_day"), self._desk.today())
            except UserError:
                return
            self._recurrence.set_start(start)
        elif name == "all_day":
            self._show_times()

    def _show_times(self) -> None:
        timed = not self.fields.value("all_day")
        for name in ("start_time", "end_time"):
            field = self.fields.field(name)
            if field is not None:
                field.setVisible(timed)


def _rule_words(typed: Event, today: date) -> tuple[str, Icon | None, Tone]:
    if not typed.recurrence:
        return "", None, Tone.NEUTRAL
    try:
        said = rule_to_french(typed, since=today)
        coming = next_dates(typed, today, _SHOWN_DATES)
    except UserError:
        return "Cette répétition ne donne aucune date.", Icon.WARNING, Tone.WARNING
    if not coming:
        return f"{said}. Plus aucune date à venir.", Icon.WARNING, Tone.WARNING
    days = ", ".join(wording.day(one.day) for one in coming)
    return f"{said}.\nProchaines dates\u00a0: {days}.", Icon.CHECK, Tone.GOOD


def _time_words(typed: str) -> Hint:
    if not typed.strip():
        return Hint()
    try:
        understood = wording.time(wording.parse_time(typed))
    except UserError:
        return Hint()
    return Hint() if understood == typed else Hint(understood, Icon.CHECK, Tone.GOOD)


def _place_words(value: str) -> Hint:
    return Hint("Fiche du livret", Icon.CHECK, Tone.GOOD) if is_id(value) else Hint()
