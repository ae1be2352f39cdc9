"""One entry of the directory on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.contact import ContactPerson, Email, Phone
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.opening_hours import Style, to_french
from ctg_desktop.pdf.booklet.cover import image_of
from ctg_desktop.pdf.document import (
    Beside,
    Block,
    Definition,
    Definitions,
    Figure,
    Group,
    Heading,
    Paragraph,
    Rule,
    Run,
    Runs,
)
from ctg_desktop.pdf.words import ENGLISH, labelled, paragraphs, verbatim, words

PICTURE_SIZE = 78.0


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What an entry needs to know beside itself.

    Attributes:
        commune: Its name; addresses in it need no postal code.
        names: Listing id → name, for organisers.
    """

    commune: str
    edition: date
    names: Mapping[str, str]
    pictures: Mapping[str, Picture]


def anchor(listing: Listing) -> str:
    """Return the name that links to an entry use."""
    return f"fiche-{listing.id or listing.name}"


def entry(listing: Listing, context: EntryContext) -> Group:
    """Return an entry; it stays on one page."""
    rows = tuple(_rows(listing, context))
    texts = _told(listing)
    blocks: list[Block] = [
        Heading(2, words(listing.name), anchor(listing), listing.name),
        *(Paragraph(words(text), "summary") for text in texts),
    ]
    if rows:
        blocks.append(Definitions(rows))
    if listing.verified_on is not None:
        when = wording.month(listing.verified_on.year, listing.verified_on.month)
        blocks.append(Paragraph(words(f"Vérifié en {when}"), "verified"))
    picture = context.pictures.get(listing.picture)
    if picture is not None:
        alt = listing.picture_alt or f"Image : {listing.name}"
        figure = Figure(image_of(picture), alt, PICTURE_SIZE, PICTURE_SIZE)
        blocks = [Beside(tuple(blocks), (figure,))]
    return Group((*blocks, Rule(before=6, after=12)))


def _rows(listing: Listing, context: EntryContext) -> Iterator[Definition]:
    closed = listing.closed_until
    if closed is not None and closed >= context.edition:
        until = f"fermé jusqu’au {wording.day_full(closed)}"
        yield labelled("Fermeture", words(until, strong=True))
    address = _address(listing, context.commune)
    if address:
        yield labelled("Adresse", words(address))
    yield from _contacts(listing)
    hours = _hours(listing.opening_hours)
    for label, text in (
        ("Horaires", hours),
        ("Public", listing.audience),
        ("Tarif", listing.price),
        ("Conditions", listing.conditions),
        ("Accessibilité", listing.accessibility),
    ):
        if text:
            yield labelled(label, *(words(line) for line in text.split("\n") if line))
    people = tuple(_person(one) for one in listing.contact_persons if one.name)
    if people:
        yield labelled("Contact", *people)
    organisers = [context.names[one] for one in listing.organisers if one in context.names]
    if organisers:
        yield labelled("Porté par", words(wording.joined(organisers)))
    foreign = paragraphs(listing.description_en)
    if foreign:
        yield labelled("English", *map(verbatim, foreign), language=ENGLISH)


def _hours(stored: str) -> str:
    """Return opening hours in short French; "lun. – ven." and "9 h – 12 h" stay on one line."""
    said = to_french(stored, style=Style.SHORT) if stored else ""
    return said.replace(" – ", f"{NBSP}–{NBSP}")


def _contacts(listing: Listing) -> Iterator[Definition]:
    phones = tuple(_phone(one) for one in listing.phones if not one.private and one.number)
    if phones:
        yield labelled("Téléphone", *phones)
    emails = tuple(_email(one) for one in listing.emails if not one.private and one.address)
    if emails:
        yield labelled("Courriel", *emails)
    if listing.website:
        shown = listing.website.removeprefix("https://").removeprefix("http://").rstrip("/")
        hint = f"Site : {listing.name}"
        yield labelled("Site", (Run(shown, target=listing.website, hint=hint),))


def _phone(phone: Phone) -> Runs:
    shown = wording.phone(phone.number)
    return _with_label(_dialled(phone.number, shown), phone.label)


def _dialled(number: str, shown: str) -> Run:
    digits = "".join(one for one in number if one.isdigit() or one == "+")
    return Run(shown, target=f"tel:{digits}" if digits else "", hint=f"Appeler le {shown}")


def _email(email: Email) -> Runs:
    address = email.address
    link = Run(address, target=f"mailto:{address}", hint=f"Écrire à {address}")
    return _with_label(link, email.label)


def _with_label(run: Run, label: str) -> Runs:
    return (run, Run(" ("), *words(label), Run(")")) if label else (run,)


def _person(person: ContactPerson) -> Runs:
    who = f"{person.name}, {person.role}" if person.role else person.name
    runs = list(words(who))
    if person.phone:
        runs += [Run(", "), _dialled(person.phone, wording.phone(person.phone))]
    if person.email:
        hint = f"Écrire à {person.email}"
        runs += [Run(", "), Run(person.email, target=f"mailto:{person.email}", hint=hint)]
    return tuple(runs)


def _address(listing: Listing, commune: str) -> str:
    address = listing.address
    parts = [line.strip(" ,") for line in address.lines if line.strip(" ,")]
    if address.delegated_commune and address.delegated_commune != address.city:
        parts.append(address.delegated_commune)
    elsewhere = address.city.casefold() != commune.casefold()
    town = f"{address.postal_code} {address.city}".strip()
    if town and (elsewhere or not parts):
        parts.append(town)
    return ", ".join(parts)


def _told(listing: Listing) -> list[str]:
    """Return the sentence and the description; the sentence once where the other begins with it."""
    described = list(paragraphs(listing.description))
    begun = listing.summary.rstrip("… .")
    if not begun or (described and described[0].startswith(begun)):
        return described
    return [listing.summary, *described]
