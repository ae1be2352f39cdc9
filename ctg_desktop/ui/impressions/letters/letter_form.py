"""The form of letters: which model, for whom, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.letter import LetterModel, LetterOptions, parsed
from ctg_desktop.domain.letter_template import MAILING, PLACEHOLDERS, SHARED
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.impressions.letters.editor import LetterEditor
from ctg_desktop.ui.impressions.letters.mailing_form import MailingForm, MailingState, read_state
from ctg_desktop.ui.impressions.letters.people import People, Person
from ctg_desktop.ui.impressions.paper_form import Export, Make
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.letters import Prepared, RenderedLetters
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.recipients import Wanted
from ctg_desktop.usecases.text_models import ModelSaved

PREFERENCE = "impressions.letters"
_KEPT = frozenset(SHARED) - frozenset(MAILING)


@dataclass(frozen=True, slots=True)
class _State:
    mailing: MailingState
    models: tuple[LetterModel, ...]


class LetterForm(MailingForm):
    """One letter to many recipients."""

    preference_key = PREFERENCE
    nothing = (
        "Aucune lettre à imprimer",
        (
            "Personne n’est choisi, ou personne n’a d’adresse. Choisissez d’autres "
            "destinataires, ou cochez «\u202fAussi les lettres sans adresse\u202f»."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._models: dict[str, LetterModel] = {}
        self.model_input = ChoiceInput()
        self.edit_button = plain("Modifier le texte…", self.edit_text, Icon.EDIT)
        self.model_field = LabelledField("Modèle", self.model_input)
        card = Card("La lettre")
        card.body.addWidget(self.model_field)
        card.body.addWidget(self.edit_button)
        for one in (card, self.options, self.people, self.letterhead):
            self.column.addWidget(one)
        self.editor: LetterEditor | None = None
        self.model_input.edited.connect(self._choose_model)

    @property
    def model(self) -> LetterModel | None:
        """The model chosen; ``None`` before they are known."""
        return self._models.get(self.model_input.value())

    def read(self, office: Office) -> _State:
        """Read the models too. On the worker."""
        state = read_state(office, self.preference_key, self.desk)
        return _State(state, tuple(office.letter_settings.models()))

    def show_state(self, state: Any) -> None:
        """Show the models, and the one chosen last."""
        chosen = self.model_input.value()
        self._models = {one.code: one for one in state.models}
        self.model_input.clear()
        self.model_input.set_choices([(one.code, one.name) for one in state.models])
        self._show_model(chosen)
        super().show_state(state.mailing)
        self._ask()

    def show_preference(self, kept: dict[str, Any]) -> None:
        """Show the model chosen last."""
        super().show_preference(kept)
        self._show_model(str(kept.get("model", "")))

    def preference(self) -> dict[str, Any]:
        """Return what is remembered."""
        return {**super().preference(), "model": self.model_input.value()}

    def gather(self, wanted: Wanted, options: LetterOptions) -> Callable[[], People] | None:
        """Return what fills the letters to see what is missing."""
        model, office = self.model, self.desk.office
        if model is None:
            return None

        def work() -> People:
            source = office.recipients.of_directory(wanted)
            return _people(office.letters.prepare(model, source, options))

        return work

    def make(self) -> Make | None:
        """Return what lays the letters out as chosen now."""
        prepare, options = self._preparing(), self.options.options()
        if prepare is None or options is None:
            return None
        office, without = self.desk.office, self.people.model.without

        def work(progress: Progress) -> RenderedLetters | None:
            return office.letters.render(prepare(), options, without, progress)

        return work

    def exports(self) -> tuple[Export, ...]:
        """Offer all letters, or the one shown, as a Word document."""
        prepare, options = self._preparing(), self.options.options()
        if prepare is None or options is None:
            return ()
        office, without, alone = self.desk.office, self.people.model.without, self.people.current

        def write_all(target: Path, progress: Progress) -> Path:
            return office.letters.write_word(prepare(), options, target, without, progress)[0]

        def write_one(target: Path, progress: Progress) -> Path:
            prepared = prepare()
            letters = tuple(one for one in prepared.letters if one.recipient.id == alone)
            single = replace(prepared, letters=letters)
            shown = replace(options, unaddressed=True)
            return office.letters.write_word(single, shown, target, (), progress)[0]

        every = Export("Toutes les lettres, document Word (.docx)", "docx", write_all)
        one = Export("Cette lettre seule, document Word (.docx)", "docx", write_one)
        return (every, one) if alone else (every,)

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input; one of the text beside the model."""
        if super().refuse(error):
            return True
        if error.code.startswith("template-"):
            self.model_field.refuse(sentence(error))
            return True
        return False

    def flush(self) -> None:
        """Keep what is typed."""
        super().flush()
        if self.editor is not None:
            self.editor.flush()

    def edit_text(self) -> None:
        """Open the text of the model."""
        if self.model is None:
            return
        self.editor = LetterEditor(self.desk, self.model, self)
        self.editor.stored.connect(self._stored)
        self.editor.notice.connect(self.notice)
        self.editor.finished.connect(self._close_editor)
        self.editor.open()

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None

    def _stored(self, saved: ModelSaved[LetterModel]) -> None:
        """Another text was kept: show it; a new model is chosen at once."""
        code = saved.model.code
        self._models[code] = saved.model
        self.model_input.set_choices([(one.code, one.name) for one in self._models.values()])
        self._show_model(code)
        self.edited()

    def _choose_model(self) -> None:
        self._ask()
        self.edited()

    def _show_model(self, code: str) -> None:
        if code in self._models:
            self.model_input.set_value(code)
        elif self._models:
            self.model_input.setCurrentIndex(0)

    def _ask(self) -> None:
        self.model_field.accept()
        self.options.ask_for(_asked(self.model) if self.model else ())

    def _preparing(self) -> Callable[[], Prepared] | None:
        model, options = self.model, self.options.options()
        if model is None or options is None:
            return None
        office, wanted = self.desk.office, self.choice.wanted()
        return lambda: office.letters.prepare(
            model, office.recipients.of_directory(wanted), options
        )


def _asked(model: LetterModel) -> frozenset[str]:
    """Return the words of the mailing that a model uses; all when it is not understood."""
    try:
        used = {name for part in parsed(model).values() for name in part.names}
    except UserError:
        return frozenset(MAILING)
    return frozenset(MAILING) & used


def _people(prepared: Prepared) -> People:
    people = tuple(
        Person(
            one.recipient.id,
            one.recipient.name,
            _words([name for name in one.missing if name not in SHARED]),
            bool(one.recipient.lines),
        )
        for one in prepared.letters
    )
    missing = dict.fromkeys(name for one in prepared.letters for name in one.missing)
    return People(
        people,
        len(prepared.withheld),
        unsaid=", ".join(_meaning(name) for name in missing if name in MAILING),
        unknown=", ".join(_meaning(name) for name in missing if name in _KEPT),
    )


def _words(missing: list[str]) -> str:
    return f"sans {', '.join(map(_meaning, missing))}" if missing else ""


def _meaning(name: str) -> str:
    return PLACEHOLDERS[name].partition(",")[0]
