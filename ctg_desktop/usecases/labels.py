"""Sheets of labels for the listings of the directory, or with the address of the town hall."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.import_plan import Progress, silent
from ctg_desktop.domain.labels import (
    Label,
    LabelContent,
    LabelOptions,
    checked_options,
    labels_of,
    missing,
    sender_labels,
    sheets_needed,
)
from ctg_desktop.domain.recipients import RecipientSource
from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.recipients import Recipients

if TYPE_CHECKING:
    from ctg_desktop.pdf.document import Document

CHOICES = "labels"
TOWN_HALL = "town-hall"
PAGE_WORDS = ("page A4", "pages A4")

_NAME = "mairie"


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """What would be printed.

    Attributes:
        labels: In order.
        sheets: How many sheets they take.
        missing: Names of those who get none: without an address (or phone), or no consent.
    """

    labels: tuple[Label, ...]
    sheets: int
    missing: tuple[str, ...] = ()


class Labels:
    """The labels of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._recipients = Recipients(vault)

    def plan(self, source: RecipientSource, options: LabelOptions, today: date) -> LabelPlan:
        """Return which labels would be printed for some recipients.

        Args:
            source: Recipients; not asked for the town hall's own address.
            options: How.
            today: The day.

        Raises:
            UserError: A rule of ``domain.labels`` or ``domain.label_sheets``,
                ``labels-sender-unknown``.
        """
        options = checked_options(options)
        if options.content is LabelContent.SENDER:
            labels = sender_labels(self.sender(today), options)
            return LabelPlan(labels, sheets_needed(len(labels), options))
        gathered = source.gather(today)
        labels = labels_of(gathered, options)
        without = missing(gathered, options.content)
        return LabelPlan(labels, sheets_needed(len(labels), options), without)

    def render(
        self, plan: LabelPlan, options: LabelOptions, today: date, progress: Progress = silent
    ) -> RenderedPaper | None:
        """Return the PDF of planned labels; ``None`` when there are none.

        Raises:
            Cancelled: Somebody asked to stop.
        """
        from ctg_desktop.pdf.labels import labels_document

        if not plan.labels:
            return None
        profile = self._vault.profile
        document = labels_document(plan.labels, options, profile, today)
        return _rendered(document, file_name("Étiquettes", profile.name, today), progress)

    def trial(
        self, options: LabelOptions, today: date, progress: Progress = silent
    ) -> RenderedPaper:
        """Return a page with the frame of each label, to be held against a real sheet.

        Raises:
            UserError: A rule of ``domain.labels`` or ``domain.label_sheets``.
        """
        from ctg_desktop.pdf.labels import trial_document

        options = checked_options(options)
        document = trial_document(options, self._vault.profile, today)
        return _rendered(document, file_name("Planche d’essai", options.sheet.code), progress)

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
        wanted = ListingFilter(category=TOWN_HALL)
        halls = self._recipients.of_directory(wanted).gather(today).addressed
        named = [one for one in halls if _NAME in fold(one.name).split()]
        if not named:
            raise UserError("labels-sender-unknown")
        first = min(named, key=lambda one: (not fold(one.name).startswith(_NAME), fold(one.name)))
        return Label(first.name, first.lines)


def _rendered(document: Document, name: str, progress: Progress) -> RenderedPaper:
    from ctg_desktop.pdf.render import render

    made = render(document, progress)
    return RenderedPaper(made.content, made.pages, name, PAGE_WORDS)
