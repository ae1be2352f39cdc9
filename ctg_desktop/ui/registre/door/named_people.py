"""Whoever the mayor names to keep the register, one after the other, each with a password."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.owner_form import Owner, OwnerForm
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.text import IconText, announce


class NamedPeople(QWidget):
    """Those named so far, and the form for the next one."""

    confirmed = Signal()
    """Enter in the last line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._named: list[Owner] = []
        self.form = OwnerForm("Prénom et nom d’une personne désignée")
        self.add_button = plain("Ajouter une autre personne", self._add, Icon.ADD)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(UNIT // 2)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addLayout(self._rows)
        column.addWidget(self.form)
        column.addLayout(foot)
        column.addStretch(1)
        self.form.confirmed.connect(self.confirmed)

    def set_forbidden(self, names: Sequence[str]) -> None:
        """Take the names that no password may lean on."""
        self.form.set_forbidden(names)

    def answers(self) -> tuple[Owner, ...] | None:
        """Return everybody named, whoever is typed just now among them; otherwise say why not."""
        if self._named and not self.form.name.text().strip():
            return tuple(self._named)
        typed = self._typed()
        return None if typed is None else (*self._named, typed)

    def refuse(self, error: UserError) -> None:
        """Stand an error beside its field."""
        self.form.refuse(error)

    def take_focus(self) -> None:
        """Begin with the name."""
        self.form.take_focus()

    def clear(self) -> None:
        """Forget everybody."""
        self._named.clear()
        self.form.clear()
        self._show()

    def _typed(self) -> Owner | None:
        typed = self.form.answer()
        if typed is not None and typed.name in {one.name for one in self._named}:
            self.form.refuse(UserError("user-name-twice", field="name", name=typed.name))
            return None
        return typed

    def _add(self) -> None:
        typed = self._typed()
        if typed is None:
            return
        self._named.append(typed)
        self.form.clear()
        self._show()
        announce(self, f"{typed.name} est ajoutée.")
        self.form.take_focus()

    def _remove(self, owner: Owner) -> None:
        self._named.remove(owner)
        self._show()
        self.form.take_focus()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        for owner in self._named:
            self._rows.addWidget(self._row(owner))

    def _row(self, owner: Owner) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconText(Icon.CHECKED, owner.name, Tone.GOOD, coloured=False), 1)
        button = link("Retirer", partial(self._remove, owner))
        button.setAccessibleName(f"Retirer\u00a0: {owner.name}")
        row.addWidget(button)
        return holder
