"""The step of the first user, of the password and of the recovery sheet."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from ctg_desktop.ui.start.answers import Answers
from ctg_desktop.ui.start.step import Step

if TYPE_CHECKING:
    from ctg_desktop.ui.unlock.keys_form import KeysForm


class KeysStep(Step):
    """Who opens the vault, with which password; the sheet for the day it is forgotten."""

    title = "Qui ouvrira vos données\u202f?"
    explanation = (
        "Elles sont chiffrées\u00a0: qui prend cet ordinateur ne lit rien. Le mot de passe les "
        "ouvre\u202f; la feuille de secours aussi, le jour où il est oublié."
    )

    @cached_property
    def form(self) -> KeysForm:
        """Loaded and made when the step is first opened: the first page does not wait for it."""
        from ctg_desktop.ui.unlock.keys_form import KeysForm

        means = self.means
        form = KeysForm(means.tasks, means.today, means.report)
        self.column.addWidget(form, 1)
        form.ready.connect(lambda _keys: self.finished.emit())
        return form

    def open(self, answers: Answers) -> None:
        """Show what was typed for this commune; another one begins anew."""
        self.form.set_profile(answers.profile())
        self.form.take_focus()

    def answer(self, answers: Answers) -> Answers | None:
        """Return the keys, once the sheet was tried."""
        keys = self.form.tried_keys
        if keys is None:
            self.form.forward()
            return None
        return replace(answers, keys=keys)

    def back(self) -> bool:
        """Go back to the code, then to the password."""
        return self.form.back()
