"""Sheets of labels for the listings of the directory, or with the address of the town hall."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Disclosure
from ctg_desktop.domain.labels import (
    Label,
    LabelContent,
    LabelOptions,
    checked_options,
    labels_of,
    missing,
    sender_labels,
)
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.recipients import RecipientSource
from ctg_desktop.domain.town_hall import main_town_hall
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.printed_listings import town_hall_listings
from ctg_desktop.usecases.recipients import recipient_of

CHOICES = "labels"
PAGE_WORDS = ("page A4", "pages A4")


@dataclass(frozen=True, slots=True)
class RenderedLabels(RenderedPaper):
    """Sheets of labels.

    Attributes:
        labels: How many there are.
        missing: Names of those who get none: without an address (or phone), or no consent.
    """

    labels: int = 0
    missing: tuple[str, ...] = ()


class Labels:
    """The labels of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def render(
        self,
        source: RecipientSource,
        options: LabelOptions,
        today: date,
        progress: Progress = silent,
    ) -> RenderedLabels | None:
        """Return the PDF of the labels of some recipients; ``None`` when there are none.

        Args:
            source: Recipients; not asked for the town hall's own address.
            options: How.
            today: The day.
            progress: Told each page.

        Raises:
            UserError: A rule of ``domain.labels`` or ``domain.label_sheets``,
                ``labels-sender-unknown``.
            Cancelled: Somebody asked to stop.
        """
        from ctg_desktop.pdf.labels import labels_document
        from ctg_desktop.pdf.render import render

        options = checked_options(options)
        labels, without, carried = self._chosen(source, options, today)
        if not labels:
            return None
        profile = self._vault.profile
        made = render(labels_document(labels, options, profile, today), progress)
        name = file_name("Étiquettes", profile.name, today)
        return RenderedLabels(
            content=made.content,
            pages=made.pages,
            name=name,
            format=PAGE_WORDS,
            carries=carried,
            labels=len(labels),
            missing=without,
        )

    def trial(
        self, options: LabelOptions, today: date, progress: Progress = silent
    ) -> RenderedPaper:
        """Return a page with the frame of each label, to be held against a real sheet.

        Raises:
            UserError: A rule of ``domain.labels`` or ``domain.label_sheets``.
        """
        from ctg_desktop.pdf.labels import trial_document
        from ctg_desktop.pdf.render import render

        options = checked_options(options)
        made = render(trial_document(options, self._vault.profile, today), progress)
        name = file_name("Planche d’essai", options.sheet.code)
        return RenderedPaper(made.content, made.pages, name, PAGE_WORDS)

    def choices(self) -> LabelOptions:
        """Return how the last labels were printed, from the first label of a sheet on."""
        with self._vault.reading() as stored:
            kept = stored.preferences.get(CHOICES, {})
        try:
            return checked_options(replace(msgspec.convert(kept, LabelOptions), start=1))
        except (msgspec.ValidationError, UserError):
            return LabelOptions()

    def keep_choices(self, options: LabelOptions) -> None:
        """Remember how labels were printed."""
        self._vault.set_preference(CHOICES, msgspec.to_builtins(options))

    def sender(self, today: date) -> Label:
        """Return the address of the town hall, from its entry in the directory.

        Raises:
            UserError: ``labels-sender-unknown``.
        """
        with self._vault.reading() as stored:
            halls = {one.id: one for one in town_hall_listings(stored, today)}
        addresses = {code: recipient_of(one, "").lines for code, one in halls.items()}
        hall = main_town_hall(
            (one for code, one in halls.items() if addresses[code]), self._vault.profile
        )
        if hall is None:
            raise UserError("labels-sender-unknown")
        return Label(hall.name, addresses[hall.id])

    def _chosen(
        self, source: RecipientSource, options: LabelOptions, today: date
    ) -> tuple[tuple[Label, ...], tuple[str, ...], Disclosure | None]:
        """Return the labels, the names of those who get none, and whose data they carry."""
        if options.content is LabelContent.SENDER:
            return sender_labels(self.sender(today), options), (), None
        gathered = source.gather(today)
        by_post = options.content is LabelContent.ADDRESS
        reached = gathered.addressed if by_post else gathered.recipients
        ids = tuple(one.id for one in reached)
        carried = Disclosure("labels", gathered.entity, ids) if ids else None
        return labels_of(gathered, options), missing(gathered, options.content), carried
