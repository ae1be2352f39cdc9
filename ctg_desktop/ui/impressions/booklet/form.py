"""The form of the booklet: composes its cards, and says how it is laid out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.booklet.choices import FamilyCard, PrintCard
from ctg_desktop.ui.impressions.booklet.contents_card import DRAFT as CONTENTS_DRAFT
from ctg_desktop.ui.impressions.booklet.contents_card import ContentsCard
from ctg_desktop.ui.impressions.booklet.cover_card import DRAFT as COVER_DRAFT
from ctg_desktop.ui.impressions.booklet.cover_card import CoverCard
from ctg_desktop.ui.impressions.booklet.store import BookletStore
from ctg_desktop.ui.impressions.paper_form import Export, Make, PaperForm
from ctg_desktop.ui.impressions.requests import ListingsWanted
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.usecases.papers import RenderedPaper, keep

PREFERENCE = "impressions.booklet"

_SETTINGS = frozenset({"booklet", "profile"})


class BookletPaperForm(PaperForm):
    """How it is printed, on top; what it is, folded below."""

    nothing = (
        "Le livret n’a pas encore de fiche publiée",
        "Il se remplit des fiches publiées. Écrivez ou importez d’abord quelques fiches.",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.store = BookletStore(desk, PREFERENCE, self)
        self.print_card, self.family = PrintCard(desk.today), FamilyCard()
        self.contents, self.cover = ContentsCard(desk, self.store), CoverCard(desk, self.store)
        self._typing = (self.contents.typing, self.cover.typing)
        self._started = False
        for card in (self.print_card, self.family, self.contents, self.cover):
            self.column.addWidget(card)
        self._connect()

    def load(self) -> None:
        """Read what the booklet is, and how it was printed last."""
        self._hand_over()
        self.store.load()

    def make(self) -> Make | None:
        """Return what lays the booklet out; ``None`` when the date is no date."""
        edition = self.print_card.date_of_edition()
        if edition is None:
            return None
        office, options = self.desk.office, self.family.options(self.print_card.preference())

        def work(progress: Progress) -> RenderedPaper | None:
            if office.directory.counts(edition).published == 0:
                return None
            return office.booklets.render(edition, options, progress)

        return work

    def exports(self) -> tuple[Export, ...]:
        """Offer the booklet as a page for the web."""
        edition = self.print_card.date_of_edition()
        if edition is None:
            return ()
        booklets, options = (
            self.desk.office.booklets,
            self.family.options(self.print_card.preference()),
        )

        def write(target: Path, progress: Progress) -> Path:
            return keep(booklets.web_page(edition, options, progress), target)

        return (Export("Page web (.html)", "html", write),)

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        if error.code == "date-out-of-range":
            self.print_card.refuse_date(error)
            return True
        return self.contents.refuse(error) or self.cover.refuse(error)

    def printed(self) -> None:
        """Note which edition was printed; a short one for a family is not the commune's."""
        edition, booklets = self.print_card.date_of_edition(), self.desk.office.booklets
        whole = not self.family.options(self.print_card.preference()).only_chosen
        if edition is not None and whole:
            self.desk.tasks.run(lambda: booklets.note_printed(edition), _ignore)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether entries or dates changed; what the booklet is, is shown again at once."""
        return bool(changes.listings or changes.events or changes.themes)

    def receive(self, wanted: Any) -> None:
        """Put entries first that were selected in the directory."""
        if isinstance(wanted, ListingsWanted):
            self.family.take_listings(wanted.ids)

    def flush(self) -> None:
        """Keep what is typed."""
        for typing in self._typing:
            typing.flush()

    def _connect(self) -> None:
        self.print_card.changed.connect(self._choose)
        self.family.changed.connect(self._choose)
        self.contents.notice.connect(self.notice)
        self.cover.notice.connect(self.notice)
        for details in (self.family.details, self.contents.details, self.cover.details):
            details.toggled.connect(partial(self._reveal, details))
        self.contents.settings_wanted.connect(partial(self.page_wanted.emit, PageKey.SETTINGS))
        self.store.read.connect(self._show)
        self.store.edited.connect(self.changed)
        self.store.stored.connect(self._stored)
        self.store.refused.connect(self._refused)
        self.desk.bus.changed.connect(self._note_change)

    def _reveal(self, details: FoldedDetails, shown: bool) -> None:  # noqa: FBT001 - Qt's argument
        if shown:
            self.reveal.emit(details)

    def _show(self) -> None:
        state = self.store.state
        if state is None:
            return
        if not self._started:
            self.print_card.show_preference(state.preference)
            self.family.show_preference(state.preference)
        for card, key in ((self.contents, CONTENTS_DRAFT), (self.cover, COVER_DRAFT)):
            wanted = not self._started or card.typing.is_kept
            card.show_state(state.drafts.get(key) if wanted else None)
        self._started = True
        self.changed.emit()

    def _choose(self) -> None:
        kept = {**self.print_card.preference(), **self.family.preference()}
        settings = self.desk.office.settings
        self.desk.tasks.run(lambda: settings.set_preference(PREFERENCE, kept), _ignore)
        self.changed.emit()

    def _note_change(self, changes: Changes) -> None:
        known = changes.categories or not _SETTINGS.isdisjoint(changes.settings)
        if self._started and known and not self.store.is_mine(changes):
            self.load()

    def _hand_over(self) -> None:
        for typing in self._typing:
            typing.hand_over()

    def _stored(self) -> None:
        for typing in self._typing:
            typing.done()

    def _refused(self, error: UserError) -> None:
        if not self.refuse(error):
            self.refused.emit(error)


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
