"""Papers of families and of the register, for ``papers.py``: each for an invented household."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealings import ContactKind, ContactNote, Referral
from ctg_desktop.domain.families.erasure import Erasure, ErasureReason, Removed
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
    Role,
)
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.families.welcome import WelcomeOptions, WelcomePart
from ctg_desktop.domain.labels import LabelOptions
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.register.entry import (
    AskedBy,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.papers import RegisterPapers

Make = Callable[[Office], RenderedPaper | None]

DAY = date(2026, 11, 25)
AGREED = (ChannelConsent(Purpose.INVITATIONS, DAY, "bulletin signé"),)
FAMILY = Household(
    name="Famille Œuvrard-L’Épine <&> de la Très-Longue-Maison-Forte",
    arrival_date=DAY,
    address=Address(("12 bis, impasse de l’Église",), "86999", "Valmoulin-sur-Clain"),
    phones=(ReachablePhone("05 36 49 03 11", AGREED), ReachablePhone("06 39 98 00 12")),
    emails=(ReachableEmail("une.adresse.vraiment.tres.longue@famille.example", AGREED),),
    languages=("en", "pt"),
    needs=("school", "childcare"),
    isolated=True,
    isolated_through="l’école",
    persons=tuple(
        Person(f"Élise {number}", "Œuvrard", Role.CHILD, 2012 + number) for number in range(12)
    ),
    informed_on=DAY,
    note="Cherche une place à la cantine & un vélo.",
)
HOMELESS = Household(name="Famille Sans-Adresse", arrival_date=DAY, informed_on=DAY)
VULNERABLE = RegisterEntry(
    last_name="Œuvrard-L’Épine de la Très-Longue-Maison-Forte",
    first_names="Marie-Élisabeth <&>",
    birth_date=date(1940, 2, 3),
    address=("12 bis, impasse de l’Église",),
    postal_code="86999",
    city="Valmoulin-sur-Clain",
    phone="05 36 49 03 21",
    home_services=(RegisterContact("Aide à domicile", "le mardi", "05 36 49 02 20"),),
    to_warn=(RegisterContact("Odile l’Épine", "fille", "05 36 49 03 22"),) * 3,
    request=Request(DAY),
)
BY_NEIGHBOUR = Request(
    DAY,
    AskedBy.THIRD_PARTY,
    in_writing=True,
    proof="classeur",
    third_party=RegisterContact(
        "Paul Voisin", "voisin", "05 36 49 03 23", "14, impasse de l’Église"
    ),
)


def kept(office: Office, household: Household) -> str:
    """Return the id of a household, which is added the first time."""
    wanted = HouseholdFilter(HouseholdView.ALL, text=household.name)
    found = office.families.index(wanted, HouseholdSort(), DAY)
    return found[0] if found else office.families.save(household, DAY).household.id


def with_dealings(office: Office) -> str:
    """Return the id of the household, with notes enough for pages and a referral."""
    family = kept(office, FAMILY)
    if not office.families.notes(family):
        for number in range(60):
            text = "Rappelée au sujet de l’école ; « oui » pour jeudi <b>. " * (1 + number % 4)
            note = ContactNote("", family, DAY, ContactKind.PHONE, text.strip(), "Odile")
            office.families.add_note(note, DAY)
        there = Referral("", family, DAY, "school", "", "École du Vieux-Pont & <Cie>")
        office.referrals.add(there, DAY)
        office.families.open(family)
    return family


def dossier(office: Office) -> RenderedPaper:
    return office.family_rights.dossier_paper(with_dealings(office), DAY)


def small_dossier(office: Office) -> RenderedPaper:
    return office.family_rights.dossier_paper(kept(office, HOMELESS), DAY)


def certificate(office: Office) -> RenderedPaper:
    gone = Erasure(128, "id", DAY, ErasureReason.ASKED, Removed(3, 12, 1, 45, 1))
    return office.family_rights.certificate(gone, DAY)


def notice(language: Language) -> Make:
    return lambda office: office.notices.render_for_families(language, DAY)


def welcome(part: WelcomePart, household: Household = FAMILY) -> Make:
    def make(office: Office) -> RenderedPaper | None:
        options = WelcomeOptions((part,), only_needs=True)
        return office.welcome.prepare(kept(office, household), options, DAY).papers.get(part)

    return make


def whole_welcome(office: Office) -> RenderedPaper:
    options = WelcomeOptions(only_needs=True)
    return office.welcome.joined(office.welcome.prepare(kept(office, FAMILY), options, DAY))


def letters(office: Office) -> RenderedPaper | None:
    ids = [kept(office, FAMILY), kept(office, HOMELESS)]
    source = office.welcome.recipients(ids, Purpose.INVITATIONS, Channel.POST)
    options = LetterOptions(DAY, unaddressed=True)
    model = office.letter_settings.model("rencontres")
    return office.letters.render(office.letters.prepare(model, source, options), options)


def labels(office: Office) -> RenderedPaper | None:
    source = office.welcome.recipients([kept(office, FAMILY)], Purpose.WELCOME, Channel.POST)
    return office.labels.render(source, LabelOptions(), DAY)


def of_register(make: Callable[[RegisterPapers, str], RenderedPaper | None]) -> Make:
    """Return what makes a paper of an open register about one person."""

    def made(office: Office) -> RenderedPaper | None:
        register = office.register.open_practice()
        try:
            return make(register.papers, _entered(register, VULNERABLE))
        finally:
            register.close()

    return made


def of_neighbour(office: Office) -> RenderedPaper | None:
    """Return the receipt of a third party's request: two letters, one with a slip."""
    register = office.register.open_practice()
    try:
        asked = RegisterEntry(last_name="Tiers", first_names="Jeanne", request=BY_NEIGHBOUR)
        return register.papers.acknowledgement(_entered(register, asked), DAY)
    finally:
        register.close()


def call_sheet(office: Office) -> RenderedPaper:
    register = office.register.open_practice()
    try:
        _entered(register, VULNERABLE)
        alerts = [one for one in register.alerts() if one.ended_on is None]
        alert = alerts[0] if alerts else register.begin_alert("Canicule d’août", DAY, DAY)
        return register.papers.call_sheet(alert.id, DAY)
    finally:
        register.close()


def _entered(register: OpenRegister, entry: RegisterEntry) -> str:
    known = (one.id for one in register.full() if one.last_name == entry.last_name)
    waiting = (row.id for row in register.due(DAY) if entry.last_name in row.name)
    found = next(known, None) or next(waiting, None)
    return found or register.save(entry, DAY, although_objected=True).id
