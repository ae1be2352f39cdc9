"""Invented families that have one of everything."""

from __future__ import annotations

from datetime import date

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealings import (
    ContactKind,
    ContactNote,
    Referral,
    ReferralOutcome,
)
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    KnownThrough,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
    Role,
    WelcomeChecklist,
)

ARRIVED = date(2026, 3, 2)

FAMILY = Household(
    name="Famille Œuillet-Sabourin",
    arrival_date=ARRIVED,
    known_through=KnownThrough.SCHOOL,
    address=Address(
        ("12 impasse des Tilleuls", "Bâtiment B"), "86400", "Civray", "86078", "Le Bourg"
    ),
    phones=(
        ReachablePhone(
            "+33639980011",
            (
                ChannelConsent(Purpose.WELCOME, ARRIVED, "bulletin signé, classeur accueil"),
                ChannelConsent(Purpose.INVITATIONS, ARRIVED, "", date(2026, 5, 4)),
            ),
        ),
    ),
    emails=(
        ReachableEmail(
            "o.sabourin@famille.example", (ChannelConsent(Purpose.BOOKLET_UPDATES, ARRIVED),)
        ),
    ),
    languages=("fr", "en"),
    needs=("school", "meeting-people"),
    isolated=True,
    isolated_through="l’école",
    persons=(
        Person("Ottilie", "Œuillet"),
        Person("Sylvère", "Sabourin"),
        Person("Aliénor", "Sabourin", Role.CHILD, 2019),
    ),
    referent="Mme Grelier",
    informed_on=ARRIVED,
    call_back_on=date(2026, 9, 10),
    welcome=WelcomeChecklist(
        letter_on=ARRIVED,
        booklet_on=date(2026, 3, 9),
        visit_on=None,
        invited_on=date(2026, 3, 9),
        invited_to="Accueil des nouveaux habitants",
    ),
    last_contact=date(2026, 5, 4),
    kept_until=date(2029, 1, 31),
    kept_because="accompagnement en cours, à la demande de la famille",
    note="Cherche une place à la cantine.",
)
ERASED = Household(
    name="Famille Quillerou",
    arrival_date=date(2026, 4, 7),
    needs=("housing",),
    languages=("pt",),
    persons=(Person("Maïwenn", "Quillerou"), Person("Tad", "Quillerou", Role.CHILD, 2021)),
    last_contact=date(2026, 4, 7),
)
NOTE = ContactNote(
    on=date(2026, 5, 4),
    kind=ContactKind.PHONE,
    text="Ne veut plus d’invitations.",
    author="accueil",
)
REFERRAL = Referral(
    on=date(2026, 3, 9),
    need="school",
    listing_name="École publique",
    outcome=ReferralOutcome.CONTACTED,
    persons=3,
)
