"""Nothing that nobody agreed to, no draft and no hidden chapter reaches a paper, by any path.

A small commune holds, beside what is public, every field that may not be printed. Each of those
holds the same unlikely letters or a number of one small range, which are looked for in all that a
paper says: its texts, its alternative texts, its links, its file name, its codes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
import segno

from ctg_desktop.domain.attendance import AttendanceOptions
from ctg_desktop.domain.booklet import BookletSettings
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.confirmation import usual_deadline
from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.leaflet import LeafletOptions, LeafletSubject, SubjectKind
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.domain.notice_board import TearOffOptions
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Codes, Language
from ctg_desktop.pdf import codes
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.papers import RenderedPaper
from tests.keys_for_tests import KEY, make_practice
from tests.pdf.papers import DAY, papers
from tests.pdf.unsaid import (
    AGREED_ON,
    EVERY_FIELD,
    LETTER,
    UNSAID,
    given_away,
    plain,
    said_by,
    unsaid_reach,
)
from tests.pdf.unsaid_families import HOUSEHOLDS

HIDDEN = "businesses"
PUBLIC_PHONE = "0549001234"

Made = Callable[[Office], RenderedPaper | None]


def unsaid_contact(number: int) -> ContactPerson:
    return ContactPerson(f"{UNSAID} Contact {number}", f"{UNSAID} rôle", *unsaid_reach(number + 50))


def wholly_unsaid(number: int, name: str) -> Listing:
    """A listing of which no field may be seen."""
    phone, email = unsaid_reach(number)
    return Listing(
        kind=ListingKind.ASSOCIATION,
        category="associations",
        name=f"{UNSAID} {name}",
        summary=f"{UNSAID} en une phrase",
        description=f"{UNSAID} description",
        description_en=f"{UNSAID} English",
        address=Address((f"{number}, rue {UNSAID}",), "86999", f"{UNSAID}ville"),
        phones=(Phone(phone),),
        emails=(Email(email),),
        website=f"https://{UNSAID}{number}.example",
        opening_hours="Mo-Fr 09:00-12:00",
        audience=UNSAID,
        price=UNSAID,
        conditions=UNSAID,
        accessibility=UNSAID,
        contact_persons=(unsaid_contact(number),),
        picture_alt=f"{UNSAID} portrait",
    )


def partly_unsaid(number: int, name: str) -> Listing:
    """An organisation with private ways to reach it before the public ones."""
    phone, email = unsaid_reach(number)
    return Listing(
        kind=ListingKind.ASSOCIATION,
        category="associations",
        name=name,
        summary="Du canoë pour tous.",
        address=Address(("Quai des Meuniers",), "86400", "Civray"),
        phones=(Phone(phone, private=True), Phone(PUBLIC_PHONE)),
        emails=(Email(email, private=True), Email("bureau@moulin.example")),
        website="https://www.moulin.example",
        opening_hours="Mo-Fr 09:00-12:00",
        contact_persons=(
            ContactPerson("Odile Chênevert", "présidente", *unsaid_reach(number + 50)),
        ),
        consents=(Consent(ConsentItem.NAME, AGREED_ON, f"{UNSAID} classeur"),),
    )


def person(number: int, name: str, *agreed: ConsentItem) -> Listing:
    """A private person: what they did not agree to stays unsaid."""
    phone, email = unsaid_reach(number)
    return replace(
        wholly_unsaid(number, ""),
        kind=ListingKind.RESOURCE_PERSON,
        name=name,
        phones=(Phone(phone),),
        emails=(Email(email),),
        summary="",
        description="",
        description_en="",
        website="",
        audience="",
        price="",
        conditions="",
        accessibility="",
        source="",
        consents=tuple(Consent(item, AGREED_ON, f"{UNSAID} classeur") for item in agreed),
    )


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("accords") / "coffre"
    make_practice(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    with open_office(folder, "", KEY) as office:
        themes = tuple(one.code for one in office.settings.themes())
        chapters = office.settings.categories()
        office.settings.save_categories(
            [replace(one, hidden=one.code == HIDDEN) for one in chapters]
        )

        def save(listing: Listing) -> str:
            return office.directory.save(replace(listing, themes=themes)).listing.id

        draft = save(replace(wholly_unsaid(1, "brouillon"), published=False))
        nobody = save(person(2, f"{UNSAID} sans accord"))
        save(replace(wholly_unsaid(3, "masquée"), category=HIDDEN))
        save(replace(partly_unsaid(4, "Les Amis du moulin"), organisers=(draft, nobody)))
        save(person(5, "Idris Benali", ConsentItem.NAME))
        save(replace(partly_unsaid(6, "Mairie de Civray"), category="town-hall"))
        save(replace(partly_unsaid(7, "Ludothèque"), category="childhood-school"))
        for number, listing in enumerate((draft, nobody)):
            office.calendar.save(
                Event(
                    title=f"Fête publique {number}",
                    start=datetime(2026, 11, 26, 14 + number),  # noqa: DTZ001 - local time
                    place=listing,
                    organiser=listing,
                )
            )
        office.calendar.save(
            Event(
                title=f"{UNSAID} manifestation",
                start=date(2026, 11, 27),
                place=f"{UNSAID} lieu",
                organiser=UNSAID,
                description=UNSAID,
                published=False,
            )
        )
        office.settings.save_booklet(BookletSettings())
        for family in HOUSEHOLDS:
            office.families.save(family, DAY)
        yield office


def everything(office: Office) -> tuple[str, ...]:
    """The ids of all listings, as somebody may ask for them by hand."""
    return office.directory.index(ListingFilter(), ListingSort(), DAY)


def everybody(office: Office) -> tuple[str, ...]:
    """The same but for the hidden chapter: its organisations may be written to."""
    rows = office.directory.rows(everything(office), DAY)
    return tuple(one.id for one in rows if one.category != HIDDEN)


def _by_hand() -> dict[str, Made]:
    """Papers of entries that were picked by hand, and of an event of the calendar."""

    def leaflet(office: Office) -> RenderedPaper | None:
        subject = LeafletSubject(SubjectKind.CHOSEN, chosen=everything(office))
        texts = office.leaflets.texts(subject)
        return office.leaflets.render(LeafletOptions(subject, texts), DAY)

    def letters(office: Office) -> RenderedPaper | None:
        source = office.recipients.of_directory(everybody(office))
        return office.letters.render(office.letters.prepare(EVERY_FIELD, source, LETTER), LETTER)

    def confirmations(office: Office) -> RenderedPaper | None:
        prepared = office.confirmations.prepare(everybody(office), LETTER)
        return office.confirmations.render(prepared, LETTER, usual_deadline(DAY))

    def attendance(number: int) -> Made:
        def make(office: Office) -> RenderedPaper | None:
            event = office.calendar.events(f"publique {number}")[0]
            meeting = office.attendance.meeting_of_event(event.id, DAY)
            known = office.recipients.of_directory(everybody(office))
            return office.attendance.render(meeting, AttendanceOptions(), DAY, known=known)

        return make

    return {
        "livret choisi": lambda office: office.booklets.render(
            DAY,
            BookletOptions(
                BookletForm.A4, Language.BOTH, codes=Codes.BOTH, chosen=everything(office)
            ),
        ),
        "depliant choisi": leaflet,
        "languettes choisies": lambda office: office.notice_board.tear_off(
            TearOffOptions(listings=everything(office)), DAY
        ),
        "languettes d’un thème": lambda office: office.notice_board.tear_off(
            TearOffOptions(theme=office.settings.themes()[0].code), DAY
        ),
        "lettres": letters,
        "confirmations": confirmations,
        "emargement 0": attendance(0),
        "emargement 1": attendance(1),
    }


TO_THEMSELVES = re.compile(r"notice .* de fiches|.* d’accès")
"""Each page goes to whom it is about, and tells what is kept of them, agreed to or not: a dossier
says all by its nature (GDPR, article 15)."""

FOR_THE_TOWN_HALL = "bilan"
"""Its list of tasks names organisations that are drafts or in hidden chapters; persons never."""

TABLE: dict[str, Made] = {
    **{
        str(one): one.make
        for one in papers()
        if not one.empty and not TO_THEMSELVES.fullmatch(str(one))
    },
    **_by_hand(),
}


@pytest.fixture(scope="module")
def encoded() -> Iterator[list[str]]:
    """What each QR code holds, as it is made."""
    held: list[str] = []
    make = segno.make

    def heard(data: bytes, **how: object) -> object:
        held.append(data.decode())
        return make(data, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segno, "make", heard)
        yield held


@pytest.mark.parametrize("name", TABLE)
def test_no_paper_says_what_is_not_public(name: str, commune: Office, encoded: list[str]) -> None:
    codes._code.cache_clear()
    encoded.clear()
    made = TABLE[name](commune)
    assert made is not None
    said = plain(said_by(made.content))
    if name.startswith(FOR_THE_TOWN_HALL):
        said = re.sub(f"{UNSAID}(?:masquée|brouillon)", "", said)
    assert given_away(said) == []
    assert given_away(made.name) == []
    assert given_away("\n".join(encoded)) == []


def test_no_web_page_does(commune: Office, encoded: list[str]) -> None:
    codes._code.cache_clear()
    encoded.clear()
    page = commune.booklets.web_page(
        DAY, BookletOptions(language=Language.BOTH, codes=Codes.BOTH)
    ).decode()
    page = re.sub(r"url\(data:[^)]*\)", "", page)
    assert given_away(page) == []
    assert given_away("\n".join(encoded)) == []
    assert PUBLIC_PHONE in plain(page)


def test_no_word_document_does(commune: Office, tmp_path: Path) -> None:
    source = commune.recipients.of_directory(everybody(commune))
    prepared = commune.letters.prepare(EVERY_FIELD, source, LETTER)
    path, _ = commune.letters.write_word(prepared, LETTER, tmp_path / "lettres.docx")
    with zipfile.ZipFile(path) as parts:
        said = "".join(parts.read(one).decode("utf-8", "ignore") for one in parts.namelist())
    said = re.sub(r"<[^>]*>", "", said)
    assert given_away(said) == []
    assert PUBLIC_PHONE in plain(said)


def test_what_would_be_given_away_is_heard(commune: Office, encoded: list[str]) -> None:
    """The same reading finds what is public, in every place that is read."""
    codes._code.cache_clear()
    encoded.clear()
    content = commune.booklets.render(DAY, BookletOptions(codes=Codes.BOTH)).content
    said = plain(said_by(content))
    assert PUBLIC_PHONE in said
    assert plain("tel:+33549001234") in said
    assert plain("Code QR de la carte de contact : Les Amis du moulin") in said
    assert any("TEL:+33549001234" in one for one in encoded)
    assert plain("Fête publique 1") in said
    assert given_away("Appelez le 06 39\u00a098 00 05, qx-\nz") == ["appelezle0639980005,qx-z"]
