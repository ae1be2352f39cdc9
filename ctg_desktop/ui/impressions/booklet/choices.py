"""How one booklet is printed: form, language, date, codes, and what a family needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Codes, Language
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.editing.inputs import ChoiceInput, TickInput
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text

_FORMS = (
    (BookletForm.A5, "Pages A5"),
    (BookletForm.FOLDED, "Cahier\u00a0: A4 plié en deux"),
    (BookletForm.A4, "Pages A4"),
    (BookletForm.LARGE_PRINT, "Gros caractères, A4"),
)
_LANGUAGES = (
    (Language.FRENCH, "Français"),
    (Language.ENGLISH, "Anglais"),
    (Language.BOTH, "Français et anglais"),
)
_CODES = (
    (Codes.SITE, "Site web"),
    (Codes.CONTACT, "Carte de contact"),
    (Codes.BOTH, "Les deux"),
    (Codes.NONE, "Aucun"),
)


class PrintCard(Card):
    """Form, language, date and codes."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.form, self.language = ChoiceInput(_FORMS), ChoiceInput(_LANGUAGES)
        self.edition = DateField("Date de l’édition", today)
        self.edition.set_value(today())
        self.fold_mark = TickInput("Trait pour plier")
        self.codes = ChoiceInput(_CODES)
        for widget in (
            LabelledField("Format", self.form),
            self.fold_mark,
            LabelledField("Langue", self.language),
            self.edition,
            LabelledField("Codes QR des fiches", self.codes),
        ):
            self.body.addWidget(widget)
        for one in (self.form, self.language, self.fold_mark, self.codes):
            one.edited.connect(self._choose)
        self.edition.changed.connect(self.changed)
        self._show_fold()

    def show_preference(self, kept: dict[str, Any]) -> None:
        """Show what was chosen last; what is no longer known is left aside."""
        if kept.get("form") in [code for code, _ in _FORMS]:
            self.form.set_value(kept["form"])
        if kept.get("language") in [code for code, _ in _LANGUAGES]:
            self.language.set_value(kept["language"])
        self.fold_mark.set_value(bool(kept.get("fold_mark", False)))
        if kept.get("codes") in [code for code, _ in _CODES]:
            self.codes.set_value(kept["codes"])
        elif kept.get("codes") is False:
            self.codes.set_value(Codes.NONE)
        self._show_fold()

    def preference(self) -> dict[str, Any]:
        """Return what is chosen, as it is remembered."""
        return {
            "form": self.form.value(),
            "language": self.language.value(),
            "fold_mark": self.fold_mark.value(),
            "codes": self.codes.value(),
        }

    def date_of_edition(self) -> date | None:
        """Return the date; ``None``, with the reason beside the field, when it is no date."""
        try:
            return self.edition.value()
        except UserError as error:
            self.edition.refuse(sentence(error))
            return None

    def refuse_date(self, error: UserError) -> None:
        """Stand an error beside the date."""
        self.edition.refuse(sentence(error))

    def _choose(self) -> None:
        self._show_fold()
        self.changed.emit()

    def _show_fold(self) -> None:
        self.fold_mark.setVisible(self.form.value() == BookletForm.FOLDED)


class FamilyCard(Card):
    """What comes first for one family: its needs, and entries picked by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.details = FoldedDetails("Pour une famille")
        self.details.body.setSpacing(UNIT // 2)
        self.needs = {need.code: TickInput(need.label) for need in NEEDS}
        self.only_chosen = TickInput("Ne garder que ce choix")
        self.picked = Text(wrap=True)
        self.forget_button = link("Ne plus les mettre en avant", self._forget)
        self._chosen: tuple[str, ...] = ()
        self.body.setContentsMargins(MARGIN, UNIT, MARGIN, UNIT)
        self.body.addWidget(self.details)
        self.details.body.addWidget(
            Text("Ce qui répond à ces besoins vient en tête du livret.", wrap=True, quiet=True)
        )
        for tick in (*self.needs.values(), self.only_chosen):
            tick.edited.connect(self._choose)
        for widget in (*self.needs.values(), self.picked, self.forget_button, self.only_chosen):
            self.details.body.addWidget(widget)
        self._show_state()

    def show_preference(self, kept: dict[str, Any]) -> None:
        """Show what was chosen last."""
        for code, tick in self.needs.items():
            tick.set_value(code in kept.get("needs", ()))
        self.only_chosen.set_value(bool(kept.get("only_chosen", False)))
        self._show_state()

    def preference(self) -> dict[str, Any]:
        """Return what is chosen, as it is remembered; entries picked by hand are not."""
        return {"needs": list(self.chosen_needs()), "only_chosen": self.only_chosen.value()}

    def chosen_needs(self) -> tuple[str, ...]:
        """Return the codes of the needs ticked."""
        return tuple(code for code, tick in self.needs.items() if tick.value())

    def take_listings(self, ids: tuple[str, ...]) -> None:
        """Put entries first that were selected in the directory."""
        self._chosen = ids
        self.details.set_open(True)
        self._show_state()

    def options(self, kept: dict[str, Any]) -> BookletOptions:
        """Return how the booklet is printed, given the other choices."""
        form = BookletForm(kept["form"])
        some = bool(self._chosen or self.chosen_needs())
        return BookletOptions(
            form=form,
            language=Language(kept["language"]),
            fold_mark=kept["fold_mark"] and form is BookletForm.FOLDED,
            codes=Codes(kept["codes"]),
            needs=self.chosen_needs(),
            chosen=self._chosen,
            only_chosen=some and self.only_chosen.value(),
        )

    def _choose(self) -> None:
        self._show_state()
        self.changed.emit()

    def _forget(self) -> None:
        self._chosen = ()
        self._choose()

    def _show_state(self) -> None:
        count = len(self._chosen)
        self.picked.setText(
            plural(count, "fiche choisie dans Livret vient", "fiches choisies dans Livret viennent")
            + " d’abord."
        )
        self.picked.setVisible(bool(count))
        self.forget_button.setVisible(bool(count))
        needs = self.chosen_needs()
        self.only_chosen.setEnabled(bool(count or needs))
        self.details.set_filled(len(needs) + bool(count))
