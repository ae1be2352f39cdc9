"""Drafts of e-mails to families: only to addresses whose consent for that purpose holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import Disclosure
from ctg_desktop.domain.families.contacting import emails_for
from ctg_desktop.domain.families.email_draft import Attachment, draft, is_safe
from ctg_desktop.domain.families.household import Household, Purpose, ReachableEmail
from ctg_desktop.domain.families.rules import address_of
from ctg_desktop.domain.families.welcome import WelcomePart, parts_by_email
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.recipients import Recipient
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.families.recipients import (
    ENTITY,
    HandedOver,
    households,
    recipient_of_family,
)
from ctg_desktop.usecases.letter_settings import LetterSettings
from ctg_desktop.usecases.letters import Letters
from ctg_desktop.usecases.papers import RenderedPaper

EMAIL = "household-email"
NAME = "Courriel à une famille"
MODELS = MappingProxyType(
    {
        Purpose.WELCOME: "accueil",
        Purpose.INVITATIONS: "rencontres",
        Purpose.BOOKLET_UPDATES: "livret",
        Purpose.COMMUNITY: "rencontres",
    }
)
_ATTACHED = MappingProxyType(
    {
        WelcomePart.NOTICE: "notice-information.pdf",
        WelcomePart.INVITATION: "invitation.pdf",
        WelcomePart.BOOKLET: "livret-ressources.pdf",
    }
)


@dataclass(frozen=True, slots=True)
class EmailDraft:
    """A message ready to be opened by a mail program.

    Attributes:
        content: Of the ``.eml`` file.
        name: Proposed file name, without its ending.
        addresses: Where it goes; several stand in blind copy.
        carries: Whose data it holds.
        withheld: Names of families that did not agree, or whose address no message can carry.
    """

    content: bytes
    name: str
    addresses: tuple[str, ...]
    carries: Disclosure
    withheld: tuple[str, ...] = ()


class FamilyEmails:
    """Makes drafts.

    Args:
        vault: An open vault.
        actor: Who works.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def to_family(
        self,
        household_id: str,
        purpose: Purpose,
        today: date,
        papers: Mapping[WelcomePart, RenderedPaper],
    ) -> EmailDraft:
        """Return a draft to one family.

        Raises:
            UserError: ``household-unknown``, ``email-not-agreed``, ``email-unsafe``.
        """
        with self._vault.reading() as stored:
            household = stored.households.get(household_id)
        attached = [
            Attachment(_ATTACHED[part], papers[part].content)
            for part in parts_by_email(household, purpose, today)
            if part in papers
        ]
        return self._draft([household], purpose, today, attached)

    def to_several(self, ids: Sequence[str], purpose: Purpose, today: date) -> EmailDraft:
        """Return one draft to several families; one that cannot be written to holds up no other.

        Raises:
            UserError: ``email-not-agreed``; ``email-unsafe`` when nobody else is left.
        """
        return self._draft(households(self._vault, ids), purpose, today, ())

    def _draft(
        self,
        families: Sequence[Household],
        purpose: Purpose,
        today: date,
        attached: Sequence[Attachment],
    ) -> EmailDraft:
        agreed = {one.id: emails_for(one, purpose, today) for one in families}
        willing = tuple(one for one in families if agreed[one.id])
        if not willing:
            raise UserError("email-not-agreed")
        reached = tuple(one for one in willing if _are_safe(agreed[one.id])) or willing
        written = {address_of(mail): mail.address for one in reached for mail in agreed[one.id]}
        addresses = tuple(written.values())
        carried = tuple(one.id for one in reached)
        whom = recipient_of_family(reached[0], purpose, today) if len(reached) == 1 else None
        letters = Letters(self._vault, self._actor)
        model = LetterSettings(self._vault, self._actor).model(MODELS[purpose])
        source = HandedOver(whom or Recipient("", ""))
        (letter,) = letters.prepare(model, source, LetterOptions(today)).letters
        return EmailDraft(
            draft(letter, addresses, attached),
            NAME,
            addresses,
            Disclosure(EMAIL, ENTITY, carried),
            tuple(one.name for one in families if one.id not in carried),
        )


def _are_safe(emails: Sequence[ReachableEmail]) -> bool:
    return all(is_safe(one.address) for one in emails)
