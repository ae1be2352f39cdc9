"""The rows of an entry: a label and what it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.contact import ContactPerson, Email, Phone
from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf import phrases
from ctg_desktop.pdf.blocks import Definition
from ctg_desktop.pdf.entries.card import dialled
from ctg_desktop.pdf.entries.look import EntryContext
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.voice import Voice


def rows(listing: Listing, context: EntryContext) -> Iterator[Definition]:
    """Return what an entry tells beside its texts, what is urgent first."""
    voice = context.voice
    closed = listing.closed_until
    if closed is not None and closed >= context.edition:
        yield row(voice, phrases.CLOSURE, *_closed(closed, voice))
    address = _address(listing, context.commune)
    if address:
        yield row(voice, phrases.ADDRESS, voice.french(address))
    yield from _numbers(listing, voice)
    yield from _site(listing, voice)
    if listing.opening_hours:
        yield row(voice, phrases.HOURS, *_hours(listing.opening_hours, voice))
    yield from _details(listing, voice)
    people = tuple(_person(one, voice) for one in listing.contact_persons if one.name)
    if people:
        yield row(voice, phrases.CONTACT, *people)
    organisers = [context.names[one] for one in listing.organisers if one in context.names]
    if organisers:
        yield row(voice, phrases.RUN_BY, voice.french(voice.main.wording.joined(organisers)))


def contact_rows(listing: Listing, voice: Voice) -> Iterator[Definition]:
    """Return how to reach a listing and when, its town named."""
    address = _address(listing, commune="")
    if address:
        yield row(voice, phrases.ADDRESS, voice.french(address))
    yield from _numbers(listing, voice)
    if listing.opening_hours:
        yield row(voice, phrases.HOURS, *_hours(listing.opening_hours, voice))


def row(voice: Voice, label: Phrase, *values: Runs) -> Definition:
    """Return a row whose label is in the language of the paper."""
    return Definition(voice.paired(label, between=" · "), values)


def _closed(last: date, voice: Voice) -> Iterator[Runs]:
    for tongue in voice.tongues:
        told = tongue.of(phrases.CLOSED_UNTIL).format(tongue.wording.day_full(last))
        yield voice.in_tongue(told, tongue, strong=tongue is voice.main)


def _hours(stored: str, voice: Voice) -> Iterator[Runs]:
    told = {tongue.hours(stored): tongue for tongue in reversed(voice.tongues)}
    for text, tongue in reversed(told.items()):
        yield voice.in_tongue(text, tongue)


def _details(listing: Listing, voice: Voice) -> Iterator[Definition]:
    for label, text in (
        (phrases.AUDIENCE, listing.audience),
        (phrases.PRICE, listing.price),
        (phrases.CONDITIONS, listing.conditions),
        (phrases.ACCESSIBILITY, listing.accessibility),
    ):
        lines = [line for line in text.split("\n") if line]
        if lines:
            yield row(voice, label, *map(voice.french, lines))


def _numbers(listing: Listing, voice: Voice) -> Iterator[Definition]:
    phones = tuple(_phone(one, voice) for one in listing.phones if not one.private and one.number)
    if phones:
        yield row(voice, phrases.PHONE, *phones)
    emails = tuple(_email(one, voice) for one in listing.emails if not one.private and one.address)
    if emails:
        yield row(voice, phrases.EMAIL, *emails)


def _site(listing: Listing, voice: Voice) -> Iterator[Definition]:
    if listing.website:
        shown = wording.site(listing.website)
        hint = voice.main.of(phrases.SITE_OF).format(listing.name)
        yield row(voice, phrases.WEBSITE, (Run(shown, target=listing.website, hint=hint),))


def _phone(phone: Phone, voice: Voice) -> Runs:
    return _with_label(_call(phone.number, voice), phone.label, voice)


def _call(number: str, voice: Voice) -> Run:
    shown = voice.main.phone(number)
    digits = dialled(number)
    hint = voice.main.of(phrases.CALL).format(shown)
    return Run(shown, target=f"tel:{digits}" if digits else "", hint=hint)


def _email(email: Email, voice: Voice) -> Runs:
    return _with_label(_write(email.address, voice), email.label, voice)


def _write(address: str, voice: Voice) -> Run:
    hint = voice.main.of(phrases.WRITE_TO).format(address)
    return Run(address, target=f"mailto:{address}", hint=hint)


def _with_label(run: Run, label: str, voice: Voice) -> Runs:
    return (run, Run(" ("), *voice.french(label), Run(")")) if label else (run,)


def _person(person: ContactPerson, voice: Voice) -> Runs:
    who = f"{person.name}, {person.role}" if person.role else person.name
    runs = list(voice.french(who))
    if person.phone:
        runs += [Run(", "), _call(person.phone, voice)]
    if person.email:
        runs += [Run(", "), _write(person.email, voice)]
    return tuple(runs)


def _address(listing: Listing, commune: str) -> str:
    address = listing.address
    parts = list(address.printed_lines)
    elsewhere = address.city.casefold() != commune.casefold()
    town = f"{address.postal_code} {address.city}".strip()
    if town and (elsewhere or not parts):
        parts.append(town)
    return ", ".join(parts)
