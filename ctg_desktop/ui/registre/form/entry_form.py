"""The form of one person of the register, in one column."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.register.entry import AskedBy
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.form_fields import FormFields
from ctg_desktop.ui.registre.form import sections
from ctg_desktop.ui.registre.form.entry_binding import ALIASES
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.text import IconText, announce

ORAL = (
    "Un tiers fait sa demande par écrit\u00a0: dite de vive voix, elle ne peut pas être "
    "enregistrée. Remettez-lui la demande vierge, qu’il remplit et signe."
)


class OralReport(QWidget):
    """What is said of a third party who has written nothing, and the paper that helps."""

    form_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = IconText(Icon.WARNING, ORAL, Tone.WARNING)
        self.button = link("Imprimer la demande vierge…", self.form_wanted.emit, Icon.PRINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.said)
        column.addWidget(self.button)


class EntryForm(Scrolled):
    """All inputs of a person, once they are grown; what is asked of others appears with them."""

    edited = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._today = desk.today
        self.fields = FormFields(ALIASES, self)
        self.oral, self.asker = OralReport(), QWidget()
        self.top, self.bottom, self._parts = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._parts.setSpacing(self.column.spacing())
        self.column.setContentsMargins(0, UNIT, 0, MARGIN)
        for layout in (self.top, self._parts, self.bottom):
            self.column.addLayout(layout)
        self.column.addStretch(1)
        self.fields.edited.connect(self._follow)
        self.fields.edited.connect(self.edited)

    def growing(self) -> Iterator[None]:
        """Make the inputs, a part at each step: all of them at once would hold the window."""
        fields, today = self.fields, self._today
        self._parts.addWidget(sections.request(fields, today))
        self._parts.addWidget(self.oral)
        yield
        self.asker = sections.asker(fields, today)
        self._parts.addWidget(self.asker)
        self.describe()  # what is not asked yet asks for no room
        yield
        self._parts.addWidget(sections.person(fields, today))
        yield
        self._parts.addWidget(sections.around(fields, today))

    def describe(self) -> None:
        """Show what goes with whoever asks."""
        by = AskedBy(self.fields.value("asked_by") or AskedBy.PERSON)
        third = by is AskedBy.THIRD_PARTY
        for name in sections.WRITING:
            field = self.fields.field(name)
            if field is not None:
                field.setVisible(third)
        self.asker.setVisible(by is not AskedBy.PERSON)
        self.oral.setVisible(third and not self.fields.value("in_writing"))
        self.oral.said.setVisible(not self._writing_refused())

    def _writing_refused(self) -> bool:
        field = self.fields.field("in_writing")
        return field is not None and field.is_refused

    def _follow(self, name: str) -> None:
        if name not in {"asked_by", "in_writing"}:
            return
        was_hidden = self.oral.isHidden()
        self.describe()
        if was_hidden and not self.oral.isHidden():
            announce(self.oral, ORAL)
