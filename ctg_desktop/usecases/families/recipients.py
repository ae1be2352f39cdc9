"""Families as recipients of letters and labels: those who may be reached, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain import wording
from ctg_desktop.domain.families.contacting import emails_for, may_contact, phones_for
from ctg_desktop.domain.families.household import Channel, Household, Purpose
from ctg_desktop.domain.recipients import Gathered, Recipient
from ctg_desktop.usecases.recipients import envelope, on_one_line

ENTITY = "household"


@dataclass(frozen=True, slots=True)
class HouseholdRecipients:
    """Families as a source of recipients.

    Attributes:
        vault: An open vault.
        ids: Which, in the order chosen; those erased meanwhile are left out.
        purpose: What they are written to for.
        channel: How.
    """

    vault: Vault
    ids: tuple[str, ...]
    purpose: Purpose
    channel: Channel

    def gather(self, today: date) -> Gathered:
        """Return the families that may be reached; the others are named as withheld."""
        recipients: list[Recipient] = []
        withheld: list[str] = []
        for household in households(self.vault, self.ids):
            if may_contact(household, self.channel, self.purpose, today):
                recipients.append(recipient_of_family(household, self.purpose, today))
            else:
                withheld.append(household.name)
        return Gathered(tuple(recipients), tuple(withheld), ENTITY)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One family that papers are handed over to, whatever the channel."""

    recipient: Recipient

    def gather(self, today: date) -> Gathered:  # noqa: ARG002 - as every source
        """Return the family."""
        return Gathered((self.recipient,), entity=ENTITY)


def households(vault: Vault, ids: Sequence[str]) -> list[Household]:
    """Return families by id, each once; unknown ids are left out."""
    with vault.reading() as stored:
        return stored.households.many(tuple(dict.fromkeys(ids)))


def recipient_of_family(household: Household, purpose: Purpose, today: date) -> Recipient:
    """Return a family as a recipient; phones and e-mails are those it agreed to for a purpose."""
    phones = [wording.phone(one.number) for one in phones_for(household, purpose, today)]
    emails = [one.address for one in emails_for(household, purpose, today)]
    fields = {
        "nom": household.name,
        "adresse": on_one_line(household.address),
        "telephone": wording.joined(phones, "ou"),
        "courriel": emails[0] if emails else "",
    }
    return Recipient(
        id=household.id,
        name=household.name,
        lines=envelope(household.address) if household.address.lines else (),
        fields=MappingProxyType(fields),
    )
