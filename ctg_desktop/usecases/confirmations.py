"""Send each organisation its entry, to be confirmed or corrected on a slip."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Disclosure
from ctg_desktop.domain.confirmation import Confirmation, check_deadline
from ctg_desktop.domain.directory import ListingState
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.listing_rules import printable
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.papers import Duplex
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.letters import RenderedLetters, letterhead
from ctg_desktop.usecases.papers import file_name
from ctg_desktop.usecases.printed_listings import printed_names
from ctg_desktop.usecases.recipients import Wanted, listings_of, recipient_of

TO_CONFIRM = frozenset({ListingState.TO_VERIFY, ListingState.LATE})
"""States of entries that nobody checked for six months."""


@dataclass(frozen=True, slots=True)
class PreparedConfirmations:
    """Confirmations before they are laid out.

    Attributes:
        confirmations: One an organisation, also those without an address.
        withheld: Names of records that may not be addressed, or that no booklet prints.
    """

    confirmations: tuple[Confirmation, ...]
    withheld: tuple[str, ...]

    def chosen(self, options: LetterOptions, without: Collection[str] = ()) -> list[Confirmation]:
        """Return those that are printed, as :meth:`.letters.Prepared.chosen` does."""
        return [
            one
            for one in self.confirmations
            if one.recipient.id not in without and (one.recipient.lines or options.unaddressed)
        ]


class Confirmations:
    """The confirmations of a vault.

    Args:
        vault: An open vault.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def prepare(self, wanted: Wanted, options: LetterOptions) -> PreparedConfirmations:
        """Gather the entries to confirm, consent applied.

        Raises:
            UserError: ``date-out-of-range``.
        """
        if options.day.year not in YEARS:
            raise UserError("date-out-of-range", year=options.day.year)
        found: list[Confirmation] = []
        withheld: list[str] = []
        with self._vault.reading() as stored:
            shown = {one.code: one.label for one in stored.categories.all() if not one.hidden}
            for listing in listings_of(stored, wanted, options.day):
                ready = printable(listing)
                if ready is None or ready.category not in shown:
                    withheld.append(listing.name)
                else:
                    recipient = recipient_of(ready, shown[ready.category])
                    found.append(Confirmation(recipient, ready))
        return PreparedConfirmations(tuple(found), tuple(withheld))

    def render(
        self,
        prepared: PreparedConfirmations,
        options: LetterOptions,
        deadline: date,
        without: Collection[str] = (),
        progress: Progress = silent,
    ) -> RenderedLetters | None:
        """Lay the confirmations out; ``None`` when there is none to print.

        Args:
            prepared: The entries.
            options: As for letters.
            deadline: Last day of an answer.
            without: Ids of recipients left out by hand.
            progress: Told each page.

        Raises:
            UserError: ``confirmation-deadline-past``, ``date-out-of-range``.
            Cancelled: By ``progress``.
        """
        from ctg_desktop.pdf.letter import anchor, confirmations_document
        from ctg_desktop.pdf.letter.confirmation import ConfirmationJob
        from ctg_desktop.pdf.render import render

        if deadline.year not in YEARS:
            raise UserError("date-out-of-range", field="deadline", year=deadline.year)
        check_deadline(deadline, options.day)
        chosen = prepared.chosen(options, without)
        if not chosen:
            return None
        with self._vault.reading() as stored:
            pictures = sorted({one.listing.picture for one in chosen} - {""})
            job = ConfirmationJob(
                letterhead=letterhead(stored, self._vault, options),
                commune=self._vault.profile.name,
                deadline=deadline,
                names=printed_names(
                    stored, (ref for one in chosen for ref in one.listing.organisers)
                ),
                pictures=stored.pictures.many(pictures),
            )
        rendered = render(confirmations_document(chosen, job, progress), progress)
        return RenderedLetters(
            content=rendered.content,
            pages=rendered.pages,
            name=file_name("Confirmations", self._vault.profile.name, options.day),
            format=("page A4", "pages A4"),
            duplex=Duplex.LONG_EDGE if options.duplex else Duplex.NONE,
            carries=Disclosure(
                "confirmations", "listing", tuple(one.recipient.id for one in chosen)
            ),
            starts={
                one.recipient.id: rendered.places[anchor(number)] - 1
                for number, one in enumerate(chosen)
            },
        )
