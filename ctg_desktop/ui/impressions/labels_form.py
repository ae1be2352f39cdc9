"""What is chosen before labels are printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.labels import (
    COPIES,
    SHIFT_LIMIT,
    LabelContent,
    LabelOptions,
    LabelOrder,
)
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput, TickInput
from ctg_desktop.ui.impressions.label_sheet_card import LabelSheetCard
from ctg_desktop.ui.impressions.number_inputs import CountInput, MeasureInput
from ctg_desktop.ui.impressions.paper_form import Make, PaperForm
from ctg_desktop.ui.impressions.recipients_choice import (
    RecipientChoices,
    RecipientsChoice,
    read_choices,
)
from ctg_desktop.ui.impressions.requests import ListingsWanted
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, Text
from ctg_desktop.usecases.labels import RenderedLabels
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper

RECIPIENTS = "labels.recipients"
_NAMED = 8

_CONTENTS = (
    (LabelContent.ADDRESS, "Nom et adresse"),
    (LabelContent.PHONE, "Nom et téléphone"),
    (LabelContent.SENDER, "Adresse de la mairie"),
)
_ORDERS = (
    (LabelOrder.POSTAL_CODE, "Par code postal"),
    (LabelOrder.NAME, "Par nom"),
)


@dataclass(frozen=True, slots=True)
class _Stored:
    """What was chosen last and what can be chosen, read on the worker."""

    options: LabelOptions
    recipients: str
    choices: RecipientChoices


class LabelsForm(PaperForm):
    """Who gets a label, what stands on it, on which sheet."""

    nothing = (
        "Aucune étiquette à imprimer",
        (
            "Les fiches choisies n’ont rien qui puisse être imprimé ainsi. Complétez-les dans "
            "Livret, ou choisissez-en d’autres."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown = False
        self.content = ChoiceInput([(str(code), words) for code, words in _CONTENTS])
        self.recipients = RecipientsChoice("Pour qui\u202f?")
        self.order = ChoiceInput([(str(code), words) for code, words in _ORDERS])
        self.order_field = LabelledField("Dans l’ordre", self.order)
        self.attention = TickInput("Avec le nom du contact")
        self.copies = CountInput(0, COPIES[-1])
        self.copies_field = LabelledField("Exemplaires de chaque", self.copies)
        self.report = IconText(Icon.TAG, coloured=False)
        self.missing = IconText(Icon.WARNING, tone=Tone.WARNING)
        self.sheet = LabelSheetCard()
        limit = SHIFT_LIMIT / 10
        self.shift_x, self.shift_y = (MeasureInput(-limit, limit) for _ in range(2))
        self.trial = TickInput("Page d’essai avec les cadres")
        self.printer = FoldedDetails("Réglage de l’imprimante")
        self._lay_out()
        self._show_options(LabelOptions())
        self._connect()

    def load(self) -> None:
        """Read what can be chosen, and the first time what was chosen last."""
        office = self.desk.office
        self.desk.tasks.run(partial(_read, office), self._show)

    def make(self) -> Make | None:
        """Return what lays the labels out; ``None`` when a measure is refused."""
        options = self._options()
        if options is None:
            return None
        office, today = self.desk.office, self.desk.today()
        wanted, trial = self.recipients.wanted(), self.trial.value()

        def work(progress: Progress) -> RenderedPaper | None:
            if trial:
                return office.labels.trial(options, today, progress)
            source = office.recipients.of_directory(wanted)
            return office.labels.render(source, options, today, progress)

        return work

    def shown(self, paper: RenderedPaper) -> None:
        """Say how many labels there are, and who has none."""
        labels = isinstance(paper, RenderedLabels)
        self.report.setVisible(labels)
        self.missing.setVisible(isinstance(paper, RenderedLabels) and bool(paper.missing))
        if isinstance(paper, RenderedLabels):
            count = plural(paper.labels, "étiquette", "étiquettes")
            sheets = plural(paper.pages, "planche", "planches")
            self.report.show_text(f"{count} sur {sheets}.")
            self.missing.show_text(_without(paper.missing))

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        if error.field == "copies":
            self.copies_field.refuse(sentence(error))
            return True
        return self.sheet.refuse(error)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether a change of the vault may change a label."""
        return bool(changes.listings or changes.categories or changes.themes or changes.settings)

    def receive(self, wanted: Any) -> None:
        """Take over listings selected in the directory."""
        if isinstance(wanted, ListingsWanted):
            self.recipients.take_ids(wanted.ids)

    def _options(self) -> LabelOptions | None:
        sheet = self.sheet.value()
        if sheet is None:
            return None
        return LabelOptions(
            sheet=sheet,
            content=LabelContent(self.content.value()),
            order=LabelOrder(self.order.value()),
            start=min(self.sheet.start, sheet.count),
            copies=self.copies.value(),
            attention=self.attention.value(),
            shift_x=round(self.shift_x.value() * 10),
            shift_y=round(self.shift_y.value() * 10),
        )

    def _show(self, stored: _Stored) -> None:
        self.recipients.show_choices(stored.choices)
        if not self._shown:
            self._shown = True
            self._show_options(stored.options)
            if not isinstance(self.recipients.wanted(), tuple):
                self.recipients.choose(stored.recipients)
        self.changed.emit()

    def _show_options(self, options: LabelOptions) -> None:
        self.content.set_value(str(options.content))
        self.order.set_value(str(options.order))
        self.attention.set_value(options.attention)
        self.copies.set_value(options.copies)
        self.sheet.show_value(options.sheet, options.start)
        self.shift_x.set_value(options.shift_x / 10)
        self.shift_y.set_value(options.shift_y / 10)
        self._follow()

    def _follow(self) -> None:
        """Ask only what matters for what stands on the labels."""
        content = self.content.value()
        sender = content == LabelContent.SENDER
        self.recipients.setVisible(not sender)
        self.order_field.setVisible(not sender)
        self.attention.setVisible(content == LabelContent.ADDRESS)
        self.copies_field.label.setText("Nombre" if sender else "Exemplaires de chaque")
        self.copies.setAccessibleName(self.copies_field.label.text())
        self.copies.setSpecialValueText("Jusqu’au bas de la planche" if sender else "Un seul")
        self.printer.set_filled(sum(1 for one in (self.shift_x, self.shift_y) if one.value()))

    def _edit(self) -> None:
        self._follow()
        self.copies_field.accept()
        options = self._options()
        if options is not None:
            keep = partial(_keep, self.desk.office, options, self.recipients.key)
            self.desk.tasks.run(keep, _ignore)
        self.changed.emit()

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(LabelledField("Sur chaque étiquette", self.content))
        for widget in (
            *(self.recipients, self.order_field, self.attention, self.copies_field),
            *(self.report, self.missing),
        ):
            card.body.addWidget(widget)
        self.report.hide()
        self.missing.hide()
        self.printer.body.addWidget(
            Text(
                "Imprimez la page d’essai sur du papier, posez-la sur une planche devant une "
                "fenêtre, puis mesurez l’écart.",
                wrap=True,
                quiet=True,
            )
        )
        self.printer.body.addWidget(self.trial)
        self.printer.body.addWidget(LabelledField("Décaler vers la droite", self.shift_x))
        self.printer.body.addWidget(LabelledField("Décaler vers le bas", self.shift_y))
        self.sheet.body.addWidget(self.printer)
        self.column.addWidget(card)
        self.column.addWidget(self.sheet)

    def _connect(self) -> None:
        for one in (
            *(self.content, self.recipients, self.order, self.attention, self.copies),
            *(self.sheet, self.shift_x, self.shift_y),
        ):
            one.edited.connect(self._edit)
        self.trial.edited.connect(self.changed)


def _read(office: Office) -> _Stored:
    kept = str(office.settings.preference(RECIPIENTS, ""))
    return _Stored(office.labels.choices(), kept, read_choices(office))


def _keep(office: Office, options: LabelOptions, recipients: str) -> None:
    office.labels.keep_choices(options)
    if recipients:
        office.settings.set_preference(RECIPIENTS, recipients)


def _without(names: tuple[str, ...]) -> str:
    said = plural(len(names), "fiche sans étiquette", "fiches sans étiquette")
    listed = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    rest = f" et {plural(more, 'autre', 'autres')}" if more > 0 else ""
    return f"{said}\u00a0: {listed}{rest}."


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
