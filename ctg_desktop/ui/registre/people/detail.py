"""The detail of a person of the register: what comes next, the form, what was done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.domain.register.rules import RegisterWarning
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.register import QUALITY_SHORT
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.ui.editing.growing_form import GrowingForm
from ctg_desktop.ui.editing.record_detail import RecordDetail
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.registre.form.entry_binding import EntryBinding
from ctg_desktop.ui.registre.form.entry_form import EntryForm
from ctg_desktop.ui.registre.people.steps_box import StepsBox
from ctg_desktop.ui.registre.people.trail import Trail
from ctg_desktop.ui.registre.people.warnings_box import WHILE_TYPING, WarningsBox
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.text import IconText
from ctg_desktop.usecases.register.open_register import OpenRegister

_COMPARE_DELAY_MS = 350
_JUDGED = {"last_name", "first_names", "birth_date", "quality", "asked_on"}


class Namesake(QWidget):
    """A third party asks about somebody who said no: only a person can tell whether it is them."""

    other_wanted = Signal()
    """It is another person: save all the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = IconText(Icon.ERROR, "", Tone.ERROR)
        self.button = link(
            "C’est une autre personne\u00a0: enregistrer", self.other_wanted.emit, Icon.CHECK
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.said)
        column.addWidget(self.button)
        self.hide()


class EntryDetail(RecordDetail[RegisterEntry]):
    """One column under a name."""

    access_wanted = Signal()
    """The person asks for all that is noted of them."""

    def __init__(self, desk: Desk, register: OpenRegister, parent: QWidget | None = None) -> None:
        self.form = EntryForm(desk)
        self._register = register
        self._binding = EntryBinding(register, desk.today)
        super().__init__(
            desk, self._binding, self.form, self.form.fields, parent, shelf=register.drafts
        )
        self.steps, self.trail = StepsBox(), Trail()
        self.warnings, self.namesake = WarningsBox(), Namesake()
        self._judged = Latest(desk.tasks)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COMPARE_DELAY_MS)
        self._timer.timeout.connect(self._judge)
        self.delete_button.set_words("Retirer…")
        self.access_button = link("Ses données…", self.access_wanted.emit, Icon.PRINT)
        self.of_stored = (self.access_button, self.delete_button, self.steps, self.trail)
        self.form.top.addWidget(self.steps)
        self.form.bottom.addWidget(self.trail)
        self.add_note(self.warnings)
        self.add_note(self.namesake)
        self.set_actions((self.access_button,), (self.delete_button,))
        self.growing = GrowingForm(self.form.growing())
        self.namesake.other_wanted.connect(self._save_other)
        self.form.edited.connect(self._edited)

    def name_of(self, record: RegisterEntry) -> str:
        """Return the name of a person."""
        return record.name

    def describe(self, base: RegisterEntry, values: Values) -> None:
        """Say who is shown."""
        name = f"{values['first_names']} {values['last_name']}".strip()
        self.show_names(name or "Nouvelle demande", _subtitle(base))
        self.form.describe()

    def focus_first(self) -> None:
        """Begin with who asks; of a person who is known, with the name."""
        self.first_field = "last_name" if self.editor.record_id else "asked_by"
        super().focus_first()

    def refuse_error(self, error: UserError) -> None:
        """Say an error; of somebody who said no, with the way on."""
        if error.code == "register-objected":
            self.namesake.said.show_text(sentence(error))
            self.namesake.show()
            self.namesake.button.setFocus()
        else:
            super().refuse_error(error)
            self.form.describe()

    def accept(self) -> None:
        """Take errors away."""
        super().accept()
        self.namesake.hide()

    def show_opened(self) -> None:
        """Another person came into the form, or the same one was stored."""
        super().show_opened()
        base = self.editor.base
        if base is None:
            return
        if base.id:
            self.steps.show_entry(base, self._desk.today())
            self.trail.show_entry(base)
        self._judge()

    def _edited(self, name: str) -> None:
        self.accept()
        if name in _JUDGED:
            self._timer.start()

    def _judge(self) -> None:
        base = self.editor.base
        if base is None:
            return
        typed, register = self.typed_so_far(base), self._register
        if not base.id and not typed.last_name:
            self._show_warnings(())
            return
        self._judged.run(
            lambda: register.warnings(typed), self._show_warnings, failed=self._desk.report
        )

    def _show_warnings(self, found: Sequence[RegisterWarning]) -> None:
        known = bool(self.editor.record_id)
        self.warnings.show_warnings([one for one in found if known or one in WHILE_TYPING])

    def _save_other(self) -> None:
        self._binding.although_objected = True
        self.namesake.hide()
        self.editor.save()


def _subtitle(entry: RegisterEntry) -> str:
    if not entry.id:
        return "Pas encore enregistrée"
    born = entry.birth_date
    said = (
        f"née le {wording.day_of_month(born)} {born.year}" if born else "",
        QUALITY_SHORT[entry.quality],
        "isolée\u00a0: ni proche, ni service" if entry.is_alone else "",
    )
    return " · ".join(filter(None, said))
