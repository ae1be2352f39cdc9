"""The letters of the register: receipts, what a person is told, the yearly call.

Source: code de l’action sociale et des familles, L121-6-1 and R121-2 to R121-12; regulation (EU)
2016/679 (GDPR), articles 13 and 14: somebody whom another person wants registered learns who.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.letter import Letter, LetterBlock, Listed, Told
from ctg_desktop.domain.phone_wording import national
from ctg_desktop.domain.recipients import Recipient
from ctg_desktop.domain.register import letter_texts as texts
from ctg_desktop.domain.register.entry import AskedBy, RegisterContact, RegisterEntry

SALUTATION = "Madame, Monsieur,"
GREETING = (
    "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."
)


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """What all letters of a register say.

    Attributes:
        commune: Its name.
        signature: The mayor; empty when nobody said.
        purposes: What the register is for.
        officer: The data protection officer, in one line; empty when nobody said.
    """

    commune: str
    signature: str
    purposes: str
    officer: str = ""


@dataclass(frozen=True, slots=True)
class RegisterLetter:
    """A letter, and what may be answered on the slip below it.

    Attributes:
        choices: To tick; nothing for a letter without a slip.
        lines: Lines to write on, below them.
    """

    letter: Letter
    choices: tuple[str, ...] = ()
    lines: int = 0


def receipts(entry: RegisterEntry, said: RegisterWords) -> tuple[RegisterLetter, ...]:
    """Return the letters that a request is answered with: to the person, and to who asked."""
    asked = entry.request
    if asked.by is AskedBy.PERSON:
        return (_receipt(entry, said, texts.OWN_REQUEST),)
    if asked.by is AskedBy.REPRESENTATIVE:
        who = asked.third_party.name
        own = _receipt(entry, said, texts.REPRESENTED, f" ({who})" if who else "")
        return (own, *_to_who_asked(entry, said, texts.TO_REPRESENTATIVE))
    return (information(entry, said), *_to_who_asked(entry, said, texts.TO_THIRD_PARTY))


def information(entry: RegisterEntry, said: RegisterWords) -> RegisterLetter:
    """Return what a person is told whom somebody else wants to be registered: they may object."""
    who = entry.request.third_party
    named = f"{who.name} ({who.quality})" if who.quality else who.name or "Un tiers"
    told = texts.THIRD_PARTY_ASKED.format(
        who=named, day=_day(entry.request.on), of_said=wording.of_place(said.commune)
    )
    body = (Told(told), Told(texts.MAY_OBJECT), *_about(said), Told(_rights(said)))
    letter = _letter(_to(entry), texts.INFORMATION_SUBJECT, body, said)
    return RegisterLetter(letter, texts.OBJECTION_CHOICES)


def access(entry: RegisterEntry, said: RegisterWords, noted: tuple[str, ...]) -> RegisterLetter:
    """Return the answer to a person who asks what is noted of them (GDPR, article 15).

    Args:
        entry: The person.
        said: What all letters say.
        noted: All that is noted, a line each.
    """
    asked = texts.ACCESS.format(of_said=wording.of_place(said.commune))
    body = (Told(asked), Listed(noted), *_purpose(said), Told(texts.KEPT), Told(_rights(said)))
    return RegisterLetter(_letter(_to(entry), texts.ACCESS_SUBJECT, body, said))


def yearly(entry: RegisterEntry, said: RegisterWords) -> RegisterLetter:
    """Return the letter that asks once a year whether all is still true."""
    body = (
        Told(texts.YEARLY.format(of_said=wording.of_place(said.commune))),
        Listed(tuple(known(entry))),
        Told(texts.YEARLY_ANSWER),
    )
    letter = _letter(_to(entry), texts.YEARLY_SUBJECT, body, said)
    return RegisterLetter(letter, texts.YEARLY_CHOICES, lines=2)


def known(entry: RegisterEntry) -> Iterator[str]:
    """Yield what is noted of a person, a line each."""
    place = f"{entry.postal_code} {entry.city}".strip()
    born = (
        f"{wording.day_of_month(entry.birth_date)} {entry.birth_date.year}"
        if entry.birth_date
        else ""
    )
    rows = (
        ("Nom et prénoms", f"{entry.last_name} {entry.first_names}".strip()),
        ("Date de naissance", born),
        ("Adresse", ", ".join(filter(None, (*entry.address, place)))),
        ("Téléphone", national(entry.phone) if entry.phone else ""),
        ("Services à domicile", " ; ".join(map(contact_words, entry.home_services))),
        ("Personnes à prévenir", " ; ".join(map(contact_words, entry.to_warn))),
    )
    for label, value in rows:
        yield f"{label} : {value or 'non renseigné'}"


def contact_words(contact: RegisterContact) -> str:
    """Return a contact on one line: "Odile Martin, fille, 06 39 98 00 01"."""
    phone = national(contact.phone) if contact.phone else ""
    return ", ".join(filter(None, (contact.name, contact.quality, phone, contact.address)))


def _receipt(
    entry: RegisterEntry, said: RegisterWords, opening: str, who: str = ""
) -> RegisterLetter:
    told = opening.format(
        day=_day(entry.request.on), of_said=wording.of_place(said.commune), who=who
    )
    body = (Told(told), *_about(said), Told(_rights(said)), Told(texts.KEEP_US_INFORMED))
    return RegisterLetter(_letter(_to(entry), texts.RECEIPT_SUBJECT, body, said))


def _to_who_asked(
    entry: RegisterEntry, said: RegisterWords, opening: str
) -> tuple[RegisterLetter, ...]:
    who = entry.request.third_party
    if not who.name:
        return ()
    told = opening.format(
        day=_day(entry.request.on),
        of_said=wording.of_place(said.commune),
        of_name=wording.of(entry.name),
    )
    recipient = Recipient(entry.id, who.name, lines=(who.address,) if who.address else ())
    body = (Told(told), *_about(said), Told(texts.YOUR_OWN_DATA))
    return (RegisterLetter(_letter(recipient, texts.RECEIPT_SUBJECT, body, said)),)


def _about(said: RegisterWords) -> Iterator[LetterBlock]:
    purposes, recipients = _purpose(said)
    yield purposes
    yield Told(texts.DATA)
    yield recipients


def _purpose(said: RegisterWords) -> tuple[LetterBlock, LetterBlock]:
    return Told(texts.PURPOSES.format(said.purposes)), Told(texts.RECIPIENTS)


def _rights(said: RegisterWords) -> str:
    officer = texts.OFFICER.format(said.officer) if said.officer else ""
    return texts.RIGHTS.format(officer)


def _letter(
    recipient: Recipient, subject: str, body: tuple[LetterBlock, ...], said: RegisterWords
) -> Letter:
    signature = (said.signature,) if said.signature else ()
    return Letter(recipient, subject, SALUTATION, body, (Told(GREETING),), signature, "")


def _to(entry: RegisterEntry) -> Recipient:
    place = f"{entry.postal_code} {entry.city.upper()}".strip()
    lines = (*entry.address, place) if place and entry.address else entry.address
    return Recipient(entry.id, entry.name, lines=lines)


def _day(day: date) -> str:
    return f"{wording.day_of_month(day)} {day.year}"
