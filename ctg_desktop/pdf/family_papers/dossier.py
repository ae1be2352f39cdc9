"""The dossier of a household: all that is kept of it, readable by anybody in it.

Source: regulation (EU) 2016/679 (GDPR), articles 12 and 15.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.dossier import Dossier
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
)
from ctg_desktop.domain.families.languages import language_name
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.messages.families import (
    CONTACT_KIND_LABELS,
    KNOWN_LABELS,
    OUTCOME_LABELS,
    PURPOSE_SENTENCES,
    ROLE_LABELS,
)
from ctg_desktop.pdf.blocks import Block, Heading, Paragraph
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.family_papers import told_of_families
from ctg_desktop.pdf.family_papers.history import accesses, history
from ctg_desktop.pdf.family_papers.parts import Keeper, document, facts, table
from ctg_desktop.pdf.words import words

TITLE = "Dossier d’accès"
_LAW = "Règlement (UE) 2016/679 (RGPD), articles 12 et 15."
_NEEDS = {one.code: one.label for one in NEEDS}
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class DossierSheet:
    """All that the paper prints.

    Attributes:
        names: Ids of listings in the history → what they are called.
        edition: The day it is made.
    """

    keeper: Keeper
    dossier: Dossier
    names: Mapping[str, str]
    edition: date


def dossier_document(content: DossierSheet) -> Document:
    """Return the dossier as a document."""
    return document(content.keeper, TITLE, ((TITLE, tuple(_blocks(content))),), content.edition)


def _blocks(content: DossierSheet) -> Iterator[Block]:
    dossier, household = content.dossier, content.dossier.household
    yield Paragraph(words(f"{TITLE} – {dossier.owner}"), "kicker")
    yield Heading(1, words(household.name))
    day = wording.day_full(content.edition)
    yield Paragraph(words(f"Tout ce que la mairie garde de votre famille, au {day}."), "lead")
    yield Paragraph(words(_LAW), "note")
    parts = (
        ("Votre foyer", _household(household)),
        ("Les personnes", _persons(household)),
        ("Téléphones, courriels et accords", _channels(household)),
        ("Votre accueil", _welcome(household)),
        ("Notes", _notes(dossier)),
        ("Services indiqués", _referrals(dossier)),
        ("Pourquoi, combien de temps, vos droits", told_of_families.kept(content.keeper, dossier)),
        ("Qui a consulté ou imprimé votre dossier", accesses(dossier.accesses)),
        ("Ce qui a changé", history(dossier.history, content.names)),
    )
    for title, blocks in parts:
        yield Heading(2, words(title), bookmark=title, anchor=f"partie-{title}")
        yield from blocks


def _household(one: Household) -> Iterator[Block]:
    address = one.address
    town = f"{address.postal_code} {address.city}".strip()
    isolated = "oui" if one.isolated else "non"
    if one.isolated and one.isolated_through:
        isolated += f", dit par {one.isolated_through}"
    yield from facts(
        (
            ("Nom", one.name),
            ("Arrivée le", _day(one.arrival_date)),
            ("Adresse", "\n".join(filter(None, (*address.lines, address.delegated_commune, town)))),
            ("Connue par", KNOWN_LABELS[one.known_through]),
            ("Langues", ", ".join(map(language_name, one.languages))),
            ("Besoins", ", ".join(_NEEDS.get(code, code) for code in one.needs)),
            ("Isolée", isolated),
            ("Référent", one.referent),
            ("Notice remise le", _day(one.informed_on) or "pas encore"),
            ("Opposition du", _day(one.objected_on)),
            ("Partie le", _day(one.left_on)),
            ("À rappeler le", _day(one.call_back_on)),
            ("Dernier contact", _day(one.last_contact)),
            ("Gardée jusqu’au", _day(one.kept_until)),
            ("Gardée parce que", one.kept_because),
            ("Note", one.note),
        )
    )


def _persons(one: Household) -> Iterator[Block]:
    rows = (
        (
            person.first_name,
            person.last_name,
            ROLE_LABELS[person.role],
            str(person.birth_year or ""),
        )
        for person in one.persons
    )
    yield from table(
        "Personnes du foyer", ("Prénom", "Nom", "Rôle", "Né(e) en"), rows, (3, 3, 1.5, 1.5)
    )


def _channels(one: Household) -> Iterator[Block]:
    ways = [(wording.phone(phone.number), phone.consents) for phone in one.phones]
    ways += [(email.address, email.consents) for email in one.emails]
    rows = [cells for way, consents in ways for cells in _agreed(way, consents)]
    header = ("Moyen", "Pour", "Accord du", "Retiré le", "Preuve")
    yield from table("Accords", header, rows, (2.5, 2.5, 1.75, 1.75, 1.8))


def _agreed(way: str, consents: tuple[ChannelConsent, ...]) -> Iterator[tuple[str, ...]]:
    if not consents:
        yield (way, "aucun accord noté", _NOTHING, _NOTHING, _NOTHING)
    for number, one in enumerate(consents):
        yield (
            way if not number else "",
            PURPOSE_SENTENCES[one.purpose],
            _day(one.given_on),
            _day(one.withdrawn_on) or _NOTHING,
            one.proof or _NOTHING,
        )


def _welcome(one: Household) -> Iterator[Block]:
    done = one.welcome
    rows = (
        ("Lettre d’accueil le", _day(done.letter_on)),
        ("Livret remis le", _day(done.booklet_on)),
        ("Visite le", _day(done.visit_on)),
        ("Invitation le", _day(done.invited_on)),
        ("Invitée à", done.invited_to),
    )
    shown = list(facts(rows))
    yield from shown or [Paragraph(words("Rien n’est noté."))]


def _notes(dossier: Dossier) -> Iterator[Block]:
    rows = (
        (_day(one.on), CONTACT_KIND_LABELS[one.kind], one.text, one.author or _NOTHING)
        for one in dossier.notes
    )
    yield from table("Notes", ("Date", "Comment", "Note", "Par"), rows, (1.7, 1.5, 5.4, 1.4))


def _referrals(dossier: Dossier) -> Iterator[Block]:
    rows = (
        (
            _day(one.on),
            _NEEDS.get(one.need, one.need),
            one.listing_name,
            OUTCOME_LABELS[one.outcome],
            str(one.persons),
        )
        for one in dossier.referrals
    )
    header = ("Date", "Besoin", "Vers", "Suite", "Personnes")
    yield from table("Services indiqués", header, rows, (1.7, 1.8, 3.4, 1.8, 1.3))


def _day(day: date | None) -> str:
    return wording.day(day) if day is not None else ""
