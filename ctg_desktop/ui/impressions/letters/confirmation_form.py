"""The form of confirmations: whose entries are to be confirmed, and until when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.confirmation import usual_deadline
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.letters.mailing_form import MailingForm
from ctg_desktop.ui.impressions.letters.people import People, Person
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.impressions.recipients_choice import TO_VERIFY
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.letters import RenderedLetters
from ctg_desktop.usecases.recipients import Wanted

PREFERENCE = "impressions.confirmations"


class ConfirmationForm(MailingForm):
    """Each organisation's entry, to be confirmed on a slip."""

    preference_key = PREFERENCE
    first_choice = TO_VERIFY
    nothing = (
        "Aucune fiche à confirmer",
        (
            "Les fiches choisies sont à jour, en brouillon ou sans adresse. Choisissez-en "
            "d’autres, ou cochez «\u202fAussi les lettres sans adresse\u202f»."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.deadline = DateField("Réponse attendue avant", desk.today)
        self.deadline.set_value(usual_deadline(desk.today()))
        self.deadline.changed.connect(self.edited)
        card = Card("Le coupon")
        card.body.addWidget(
            Text(
                "Chacun reçoit sa fiche telle qu’elle est imprimée, et un coupon pour dire ce qui "
                "change. Rien n’est envoyé par courriel.",
                wrap=True,
                quiet=True,
            )
        )
        card.body.addWidget(self.deadline)
        for one in (card, self.options, self.people, self.letterhead):
            self.column.addWidget(one)

    def gather(self, wanted: Wanted, options: LetterOptions) -> Callable[[], People] | None:
        """Return what lists the entries to confirm."""
        confirmations = self.desk.office.confirmations

        def work() -> People:
            prepared = confirmations.prepare(wanted, options)
            people = tuple(
                Person(one.recipient.id, one.recipient.name, addressed=bool(one.recipient.lines))
                for one in prepared.confirmations
            )
            return People(people, len(prepared.withheld))

        return work

    def make(self) -> Make | None:
        """Return what lays the confirmations out as chosen now."""
        options, deadline = self.options.options(), self._deadline()
        if options is None or deadline is None:
            return None
        confirmations, without = self.desk.office.confirmations, self.people.model.without
        wanted = self.choice.wanted()

        def work(progress: Progress) -> RenderedLetters | None:
            prepared = confirmations.prepare(wanted, options)
            return confirmations.render(prepared, options, deadline, without, progress)

        return work

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        if error.field == "deadline":
            self.deadline.refuse(sentence(error))
            return True
        return super().refuse(error)

    def _deadline(self) -> Any:
        try:
            return self.deadline.value()
        except UserError as error:
            self.deadline.refuse(sentence(error))
            return None
