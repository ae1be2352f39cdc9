"""What letters and confirmations have in common: recipients, options, the head of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.letter import LetterOptions, Sender
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.letters.letterhead import DRAFT, LetterheadCard
from ctg_desktop.ui.impressions.letters.options import OptionsCard
from ctg_desktop.ui.impressions.letters.people import People, PeopleCard
from ctg_desktop.ui.impressions.paper_form import PaperForm
from ctg_desktop.ui.impressions.recipients_choice import (
    ALL,
    RecipientChoices,
    RecipientsChoice,
    read_choices,
)
from ctg_desktop.ui.impressions.requests import ListingsWanted
from ctg_desktop.ui.latest import Latest
from ctg_desktop.usecases.letter_settings import SenderText
from ctg_desktop.usecases.letters import RenderedLetters
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.recipients import Wanted

_PAUSE_MS = 250
_SETTINGS = frozenset({"letters", "booklet", "profile"})


@dataclass(frozen=True, slots=True)
class MailingState:
    """What both forms read before they begin."""

    choices: RecipientChoices
    sender_text: SenderText
    sender: Sender
    draft: dict[str, Any] | None
    preference: dict[str, Any]


class MailingForm(PaperForm):
    """Recipients, options and letterhead; subclasses say what is sent."""

    preference_key = ""
    first_choice = ALL

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.choice = RecipientsChoice(first=self.first_choice)
        self.options = OptionsCard(desk.today)
        self.people = PeopleCard()
        self.people.body.insertWidget(1, self.choice)
        self.letterhead = LetterheadCard(desk)
        self._latest = Latest(desk.tasks)
        self._started = False
        self._remember = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._remember.timeout.connect(self._keep_preference)
        self.choice.edited.connect(self.edited)
        self.options.changed.connect(self.edited)
        self.people.ticked.connect(self.changed)
        self.people.wanted.connect(self.turn_to)
        desk.bus.changed.connect(self._note_change)

    def gather(self, wanted: Wanted, options: LetterOptions) -> Callable[[], People] | None:
        """Return what finds the recipients, on the worker; ``None`` when nothing is sent yet."""
        raise NotImplementedError

    def preference(self) -> dict[str, Any]:
        """Return what is remembered; subclasses add to it."""
        return {"choice": self.choice.key, **self.options.preference()}

    def show_preference(self, kept: dict[str, Any]) -> None:
        """Show what was chosen last; subclasses add to it."""
        self.choice.choose(str(kept.get("choice", "")))
        self.options.show_preference(kept)

    def edited(self) -> None:
        """A person chose or typed something: remember it, list the recipients, print anew."""
        self._remember.start()
        self.list_people()
        self.changed.emit()

    def load(self) -> None:
        """Read choices, letterhead and what was chosen last."""
        self.desk.tasks.run(partial(self.read, self.desk.office), self._loaded)

    def read(self, office: Office) -> Any:
        """Read what the form shows; on the worker. Subclasses read more."""
        return read_state(office, self.preference_key, self.desk)

    def show_state(self, state: MailingState) -> None:
        """Show what was read."""
        self.choice.show_choices(state.choices)
        self.letterhead.show_sender(
            state.sender_text, state.sender, None if self._started else state.draft
        )
        if not self._started:
            selected = self.choice.input.value() if self.choice.key == "" else ""
            self.show_preference(state.preference)
            if selected:
                self.choice.choose(selected)
        self._started = True

    def list_people(self) -> None:
        """Show who the letters go to, as chosen now."""
        options = self.options.options()
        work = None if options is None else self.gather(self.choice.wanted(), options)
        if options is None or work is None:
            self._latest.drop()
            return
        show = partial(self.people.show_people, unaddressed=options.unaddressed)
        self._latest.run(work, show, failed=self._not_listed)

    def shown(self, paper: RenderedPaper) -> None:
        """Learn on which page each letter begins."""
        if isinstance(paper, RenderedLetters):
            self.people.show_starts(paper.starts)

    def page_shown(self, index: int) -> None:
        """Mark the recipient whose letter is shown."""
        self.people.follow(index)

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        return self.options.refuse(error)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether entries changed; texts and letterhead are shown again at once."""
        return bool(changes.listings)

    def receive(self, wanted: Any) -> None:
        """Write to listings that were selected in the directory."""
        if isinstance(wanted, ListingsWanted):
            self.choice.take_ids(wanted.ids)

    def flush(self) -> None:
        """Keep what is typed."""
        self.letterhead.typing.flush()
        if self._remember.isActive():
            self._keep_preference()

    def _loaded(self, state: Any) -> None:
        self.show_state(state)
        self.list_people()
        self.changed.emit()

    def _not_listed(self, error: Exception) -> None:
        if not isinstance(error, UserError):  # laying out says it, beside its input
            self.desk.report(error)

    def _keep_preference(self) -> None:
        self._remember.stop()
        kept, settings, key = self.preference(), self.desk.office.settings, self.preference_key
        self.desk.tasks.run(lambda: settings.set_preference(key, kept), _ignore)

    def _note_change(self, changes: Changes) -> None:
        known = changes.categories or changes.themes or not _SETTINGS.isdisjoint(changes.settings)
        if self._started and known:
            self.load()


def read_state(office: Office, key: str, desk: Desk) -> MailingState:
    """Read what both forms show. On the worker."""
    return MailingState(
        choices=read_choices(office),
        sender_text=office.letter_settings.sender_text(),
        sender=office.letter_settings.sender(desk.today()),
        draft=office.drafts.get(DRAFT),
        preference=office.settings.preference(key, {}),
    )


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
