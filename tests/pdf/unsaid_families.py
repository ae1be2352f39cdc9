"""Families of which nothing may be said, or nothing but a name and an address."""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    KnownThrough,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
)
from tests.pdf.unsaid import AGREED_ON, UNSAID, unsaid_reach


def _unsaid_channels(*numbers: int) -> dict[str, tuple[ReachablePhone | ReachableEmail, ...]]:
    """Phones and addresses that were agreed to for another purpose, taken back, or not at all."""
    consents = (
        (ChannelConsent(Purpose.BOOKLET_UPDATES, AGREED_ON, f"{UNSAID} classeur"),),
        (ChannelConsent(Purpose.INVITATIONS, AGREED_ON, withdrawn_on=AGREED_ON),),
        (),
    )
    reached = [(*unsaid_reach(number), one) for number, one in zip(numbers, consents, strict=True)]
    return {
        "phones": tuple(ReachablePhone(phone, one) for phone, _, one in reached),
        "emails": tuple(ReachableEmail(email, one) for _, email, one in reached),
    }


UNSAID_CHANNELS = Household(
    name="Famille Chênevert",
    address=Address(("3, rue des Lilas",), "86400", "Civray"),
    known_through=KnownThrough.NEIGHBOUR,
    isolated=True,
    isolated_through=f"{UNSAID} voisine",
    persons=(Person(f"{UNSAID} Prénom", f"{UNSAID} Nom"),),
    referent=f"{UNSAID} référente",
    informed_on=AGREED_ON,
    note=f"{UNSAID} note",
    **_unsaid_channels(21, 22, 23),  # type: ignore[arg-type]
)
"""May be written to by post; everything else about it stays at the town hall."""

NEVER_TO_BE_REACHED = replace(
    UNSAID_CHANNELS,
    name=f"{UNSAID} Famille opposée",
    address=Address((f"4, rue {UNSAID}",), "86999", f"{UNSAID}ville"),
    objected_on=AGREED_ON,
)
NOT_INFORMED = replace(NEVER_TO_BE_REACHED, name=f"{UNSAID} Famille", objected_on=None)
NOT_INFORMED = replace(NOT_INFORMED, informed_on=None)
HOUSEHOLDS = (UNSAID_CHANNELS, NEVER_TO_BE_REACHED, NOT_INFORMED)
