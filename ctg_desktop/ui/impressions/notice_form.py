"""What is chosen before information notices are printed: for whom, in which language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.information_notice import NoticeOptions, PrivacySettings
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.wording import joined, plural
from ctg_desktop.messages.labels import GAP_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.impressions.board_form import BoardForm
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.impressions.privacy_card import DRAFT, PrivacyCard
from ctg_desktop.ui.impressions.recipients_choice import (
    SELECTION,
    RecipientChoices,
    RecipientsChoice,
    read_choices,
)
from ctg_desktop.ui.impressions.requests import ListingsWanted
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, Text
from ctg_desktop.usecases.information_notices import RenderedNotices
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper

_BLANK, _ENTRIES = "blank", "entries"
_USUAL = "category:resource-persons"
_LANGUAGES = ((str(Language.FRENCH), "Français"), (str(Language.ENGLISH), "Anglais"))


@dataclass(frozen=True, slots=True)
class _Stored:
    """What can be chosen, and who answers for data, read on the worker."""

    choices: RecipientChoices
    settings: PrivacySettings
    draft: dict[str, Any] | None


class NoticeForm(BoardForm):
    """One notice to fill in by hand, or one for each person that entries name."""

    preference = "impressions.notice"
    nothing = (
        "Personne à informer",
        (
            "Les fiches choisies ne nomment personne. Choisissez des personnes ressources, ou des "
            "fiches qui ont un contact."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._read_before = False
        self.whom = ChoiceInput(
            ((_BLANK, "Une notice à remplir à la main"), (_ENTRIES, "Les personnes de fiches"))
        )
        self.recipients = RecipientsChoice("Lesquelles\u202f?")
        self.recipients.hide()
        self.language = ChoiceInput(_LANGUAGES)
        self.count = Text(quiet=True, wrap=True)
        self.gaps = IconText(Icon.WARNING, "", Tone.WARNING)
        self.gaps.hide()
        self.privacy = PrivacyCard(desk)
        for widget in (
            LabelledField("Pour qui\u202f?", self.whom),
            self.recipients,
            LabelledField("Langue", self.language),
            self.count,
            self.gaps,
        ):
            self.card.body.addWidget(widget)
        self.column.addWidget(self.privacy)
        for one in (self.whom, self.language):
            one.edited.connect(self.edit)
        self.recipients.edited.connect(self.edit)

    def load(self) -> None:
        """Read what can be chosen and the settings, and the first time what was chosen last."""
        self.desk.tasks.run(partial(_read, self.desk.office), self._show)

    def make(self) -> Make | None:
        """Return what lays the notices out."""
        office, today = self.desk.office, self.desk.today()
        wanted = self.recipients.wanted() if self.whom.value() == _ENTRIES else None
        options = NoticeOptions(Language(self.language.value()))

        def work(progress: Progress) -> RenderedPaper | None:
            return office.notices.render(wanted, options, today, progress)

        return work

    def shown(self, paper: RenderedPaper) -> None:
        """Say how many there are, and what is left to be written by hand."""
        if not isinstance(paper, RenderedNotices):
            return
        self.count.setText(f"{plural(paper.count, 'notice', 'notices')}, une par personne.")
        self.count.setVisible(self.whom.value() == _ENTRIES)
        gaps = joined([GAP_LABELS[one] for one in paper.gaps])
        self.gaps.show_text(f"Reste à écrire à la main\u00a0: {gaps}.")
        self.gaps.setVisible(bool(gaps))

    def concerns(self, changes: Changes) -> bool:
        """Entries and settings count; events do not."""
        return bool(changes.listings or changes.categories or changes.settings)

    def receive(self, wanted: Any) -> None:
        """Inform the people of entries chosen in the directory."""
        if isinstance(wanted, ListingsWanted):
            self.recipients.take_ids(wanted.ids)
            self.whom.set_value(_ENTRIES)
            self._follow()

    def kept(self) -> dict[str, Any]:
        """Return the choices to remember; a selection is not."""
        return {
            "whom": self.whom.value() if self.recipients.key else _BLANK,
            "choice": self.recipients.key,
            "language": self.language.value(),
        }

    def show_kept(self, kept: dict[str, Any]) -> None:
        """Show what was chosen last."""
        if kept.get("language") in dict(_LANGUAGES):
            self.language.set_value(str(kept["language"]))
        if self.recipients.input.value() != SELECTION:
            self.recipients.choose(str(kept.get("choice") or _USUAL))
            if kept.get("whom") == _ENTRIES:
                self.whom.set_value(_ENTRIES)
        self._follow()

    def edit(self) -> None:
        """A person chose something else: remember it and print anew."""
        self._follow()
        super().edit()

    def flush(self) -> None:
        """Keep what is typed."""
        self.privacy.typing.flush()

    def _show(self, stored: _Stored) -> None:
        self.recipients.show_choices(stored.choices)
        self.privacy.show_settings(stored.settings, None if self._read_before else stored.draft)
        self._read_before = True
        super().load()

    def _follow(self) -> None:
        self.recipients.setVisible(self.whom.value() == _ENTRIES)


def _read(office: Office) -> _Stored:
    return _Stored(read_choices(office), office.notices.settings(), office.drafts.get(DRAFT))
