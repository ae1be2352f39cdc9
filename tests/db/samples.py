"""Invented listings and events, one of each kind of field, and any of them for properties."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st

from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.domain.listing import (
    Consent,
    ConsentItem,
    Coverage,
    ExternalIds,
    Listing,
    ListingKind,
)
from ctg_desktop.domain.text import clean

FULL = Listing(
    kind=ListingKind.ASSOCIATION,
    category="associations",
    themes=("mobility", "youth"),
    name="Les Œillets de l’Éperon",
    summary="Danse & théâtre, <b>dès</b> 6 ans",
    description="Une troupe d'amateurs.\n\nRépétitions à la salle des fêtes.",
    description_en="An amateur company.",
    address=Address(
        ("12 rue de l’Abbé-Frémont", "Bâtiment B"), "86400", "Civray", "86078", "Bourg"
    ),
    phones=(Phone("+33639980012", "Présidente", private=True), Phone("+33536490011", "Accueil")),
    emails=(Email("moi@oeillets.example", private=True), Email("contact@oeillets.example")),
    website="https://oeillets.example",
    opening_hours="We 14:00-18:00",
    audience="Enfants et adultes",
    price="30 € l'an",
    conditions="Certificat médical",
    accessibility="Plain-pied",
    coverage=Coverage.POLE,
    contact_persons=(ContactPerson("Zoé Dubreuilh", "présidente", "+33639980012", "z@o.example"),),
    organisers=("01a1b2c3-0000-7000-8000-000000000001",),
    consents=(Consent(ConsentItem.PHONE, date(2026, 1, 10), "formulaire signé"),),
    external_ids=ExternalIds("W863001234", "12345678900011", "dila-1"),
    verified_on=date(2026, 6, 1),
    closed_until=date(2026, 9, 30),
    picture="01a1b2c3-0000-7000-8000-000000000002",
    picture_alt="La troupe",
    source="RNA",
    published=True,
)

SERIES = Event(
    title="Marché des producteurs",
    start=datetime.fromisoformat("2026-03-07T09:00"),
    end=datetime.fromisoformat("2026-03-07T12:30"),
    recurrence="FREQ=MONTHLY;BYDAY=1SA;UNTIL=20261231",
    exceptions=(date(2026, 8, 1),),
    moved=(
        MovedOccurrence(
            datetime.fromisoformat("2026-05-02T09:00"),
            datetime.fromisoformat("2026-05-09T09:00"),
            datetime.fromisoformat("2026-05-09T12:00"),
        ),
    ),
    cancelled_on=(date(2026, 7, 4),),
    place="Place du champ de foire",
    organiser="Comité des fêtes",
    audience="Tous",
    price="Entrée libre",
    description="Une vingtaine de producteurs d’ici.",
    source="saisie",
)

texts = st.text(max_size=40).map(clean)
lines = st.text(max_size=40).map(lambda text: clean(text, multiline=False))
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
phones = st.builds(Phone, lines, lines, st.booleans())
emails = st.builds(Email, lines, lines, st.booleans())


def several(item: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(item, max_size=3).map(tuple)


listings = st.builds(
    Listing,
    id=st.just(""),
    kind=st.sampled_from(ListingKind),
    category=st.sampled_from(["town-hall", "associations", "health"]),
    themes=several(st.sampled_from(["mobility", "youth"])),
    name=lines,
    summary=lines,
    description=texts,
    description_en=texts,
    address=st.builds(Address, several(lines), lines, lines, lines, lines),
    phones=several(phones),
    emails=several(emails),
    website=lines,
    opening_hours=texts,
    audience=lines,
    price=lines,
    conditions=lines,
    accessibility=lines,
    coverage=st.sampled_from(Coverage),
    contact_persons=several(st.builds(ContactPerson, lines, lines, lines, lines)),
    organisers=several(lines),
    consents=several(st.builds(Consent, st.sampled_from(ConsentItem), days, lines)),
    external_ids=st.builds(ExternalIds, lines, lines, lines),
    verified_on=st.none() | days,
    closed_until=st.none() | days,
    picture=st.just(""),
    picture_alt=lines,
    source=lines,
    published=st.booleans(),
)
