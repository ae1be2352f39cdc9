"""Write to the families of a list: letters, invitations, labels, one e-mail; never to all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.household import Channel, Purpose
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.families.rules import checked_filter
from ctg_desktop.domain.families.welcome import WelcomePart, titles_said, welcomed
from ctg_desktop.domain.labels import LabelContent
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.families.email import EmailDraft, FamilyEmails
from ctg_desktop.usecases.families.recipients import HouseholdRecipients
from ctg_desktop.usecases.families.welcome_papers import LETTER_MODEL, MEETINGS_MODEL
from ctg_desktop.usecases.labels import Labels
from ctg_desktop.usecases.letter_settings import LetterSettings
from ctg_desktop.usecases.letters import Letters
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.public_dates import next_dates

_EVERYBODY = frozenset({HouseholdView.CURRENT, HouseholdView.ALL})
_LETTERS = {
    WelcomePart.LETTER: (LETTER_MODEL, Purpose.WELCOME),
    WelcomePart.INVITATION: (MEETINGS_MODEL, Purpose.INVITATIONS),
}


@dataclass(frozen=True, slots=True)
class FamilyPaper:
    """A paper for the families of a list.

    Attributes:
        ids: Of those it reaches.
        left_out: Names of those it does not: not told yet, objected, gone, or without an address.
    """

    paper: RenderedPaper
    ids: tuple[str, ...]
    left_out: tuple[str, ...] = ()


class FamilyMailing:
    """How the families of a list are written to.

    Args:
        vault: An open vault.
        actor: Who works, for the journals.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def recipients_of_list(
        self, wanted: HouseholdFilter, purpose: Purpose, channel: Channel, today: date
    ) -> HouseholdRecipients:
        """Return the families of a list as recipients, those that its need and words narrow it to.

        Raises:
            UserError: ``families-all``: nothing is printed for all families at once;
                ``need-unknown``, ``language-unknown``.
        """
        ready = checked_filter(wanted)
        if ready.view in _EVERYBODY and not ready.need:
            raise UserError("families-all")
        with self._vault.reading() as stored:
            months = stored.settings.families().retention_months
            ids = tuple(stored.households.ids(ready, HouseholdSort(), today, months))
        return HouseholdRecipients(self._vault, ids, purpose, channel)

    def letters(self, wanted: HouseholdFilter, part: WelcomePart, today: date) -> FamilyPaper:
        """Return a letter of welcome, or an invitation to the next dates, to each family.

        Raises:
            UserError: ``families-all``, ``families-none-agreed``,
                ``families-nothing-to-invite-to``.
        """
        model, purpose = _LETTERS[part]
        if part is WelcomePart.INVITATION:
            self._require_dates(today)
        source = self.recipients_of_list(wanted, purpose, Channel.POST, today)
        letters, options = Letters(self._vault, self._actor), LetterOptions(today)
        chosen = LetterSettings(self._vault, self._actor).model(model)
        made = letters.render(letters.prepare(chosen, source, options), options)
        return self._reached(made, source, today)

    def labels(self, wanted: HouseholdFilter, today: date) -> FamilyPaper:
        """Return a label with the address of each family, on the sheets that were used last.

        Raises:
            UserError: ``families-all``, ``families-none-agreed``.
        """
        source = self.recipients_of_list(wanted, Purpose.WELCOME, Channel.POST, today)
        labels = Labels(self._vault)
        options = replace(labels.choices(), content=LabelContent.ADDRESS, copies=0)
        return self._reached(labels.render(source, options, today), source, today)

    def email(self, wanted: HouseholdFilter, today: date) -> EmailDraft:
        """Return one draft that invites the families that agreed to it, unseen by one another.

        Raises:
            UserError: ``families-all``, ``email-not-agreed``, ``email-unsafe``,
                ``families-nothing-to-invite-to``.
        """
        self._require_dates(today)
        source = self.recipients_of_list(wanted, Purpose.INVITATIONS, Channel.EMAIL, today)
        emails = FamilyEmails(self._vault, self._actor)
        return emails.to_several(source.ids, Purpose.INVITATIONS, today)

    def done(self, ids: Sequence[str], part: WelcomePart, today: date) -> Changes:
        """Note on the checklists of several families that they were written to; one undo for all.

        Args:
            ids: Which; those erased meanwhile are left out.
            part: A letter, or an invitation to the next dates.
            today: The day.
        """
        with self._vault.writing("families-written-to", actor=self._actor, count=len(ids)) as work:
            titles = titles_said([one.title for one in next_dates(work, today)])
            for one in work.households.many(ids):
                work.households.save(welcomed(one, frozenset({part}), titles, today))
        return work.changes

    def _require_dates(self, today: date) -> None:
        with self._vault.reading() as stored:
            if not next_dates(stored, today):
                raise UserError("families-nothing-to-invite-to")

    def _reached(
        self, made: RenderedPaper | None, source: HouseholdRecipients, today: date
    ) -> FamilyPaper:
        if made is None or made.carries is None:
            raise UserError("families-none-agreed")
        gathered = source.gather(today)
        left_out = (*gathered.withheld, *(one.name for one in gathered.unaddressed))
        return FamilyPaper(made, made.carries.ids, left_out)
