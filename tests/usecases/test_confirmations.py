"""Confirmations: the entry as it is printed, the slip, one page where it fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pdfua.validator import validate

from ctg_desktop.domain.confirmation import usual_deadline
from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.confirmations import TO_CONFIRM, PreparedConfirmations
from ctg_desktop.usecases.letters import RenderedLetters
from ctg_desktop.usecases.office import Office
from tests.pdf.reading import Tagged, plain

TODAY = date(2026, 11, 23)
OPTIONS = LetterOptions(TODAY)
DEADLINE = usual_deadline(TODAY)
TOWN_HALL = Listing(
    category="town-hall",
    name="Mairie de Civray",
    address=Address(("1, place de la Halle",), "86400", "Civray"),
    emails=(Email("mairie@civray.example"),),
    verified_on=TODAY,
)
CLUB = Listing(
    kind=ListingKind.ASSOCIATION,
    category="associations",
    name="Club de l’Écluse",
    summary="Du canoë pour tous.",
    address=Address(("Quai des Meuniers",), "86400", "Civray"),
    phones=(Phone("05 49 00 98 76"), Phone("06 39 98 11 22", private=True)),
    opening_hours="Sa 10:00-12:00",
    contact_persons=(ContactPerson("Odile Chênevert", "présidente", "06 39 98 00 00"),),
)


def printed(
    office: Office, *listings: Listing, deadline: date = DEADLINE
) -> tuple[PreparedConfirmations, RenderedLetters]:
    office.directory.save(TOWN_HALL)
    for one in listings:
        office.directory.save(one)
    prepared = office.confirmations.prepare(ListingFilter(states=TO_CONFIRM), OPTIONS)
    made = office.confirmations.render(prepared, OPTIONS, deadline)
    assert made is not None
    return prepared, made


def test_the_entry_is_shown_as_it_is_printed_and_nothing_private(office: Office) -> None:
    _, made = printed(office, CLUB)
    said = plain(Tagged(made.content).text)
    for expected in (
        "Du canoë pour tous.",
        "05 49 00 98 76",
        "sam. 10 h – 12 h",
        "Odile Chênevert",
    ):
        assert expected in said
    assert "06 39 98" not in said


def test_the_slip_offers_its_answers_and_says_until_when_and_where(office: Office) -> None:
    _, made = printed(office, CLUB)
    tagged = Tagged(made.content)
    said = plain(tagged.text)
    items = [plain(one.text) for one in tagged.tree.all("LBody")]
    assert items[-7:-4] == ["Rien à changer", "À corriger comme noté", "Ne plus faire paraître"]
    assert items[-4:] == ["mon nom", "mon téléphone", "mon courriel", "mon adresse"]
    assert "À rendre avant le lundi 14 décembre 2026" in said
    assert "1, place de la Halle" in said


def test_the_code_opens_an_e_mail_with_its_subject(office: Office) -> None:
    _, made = printed(office, CLUB)
    (figure,) = Tagged(made.content).tree.all("Figure")
    assert figure.alt == "Code QR : écrire à mairie@civray.example au sujet de cette fiche"
    targets = [str(one.A.URI) for page in Tagged(made.content).pdf.pages for one in page.Annots]
    subject = "Livret%20%3A%20Club%20de%20l%E2%80%99%C3%89cluse"
    assert f"mailto:mairie@civray.example?subject={subject}" in targets


def test_only_what_is_to_be_verified_is_asked_about(office: Office) -> None:
    prepared, _ = printed(
        office, CLUB, replace(CLUB, name="À jour", verified_on=TODAY - timedelta(30))
    )
    assert [one.listing.name for one in prepared.confirmations] == ["Club de l’Écluse"]


def test_nobody_confirms_an_entry_of_a_chapter_that_is_not_printed(office: Office) -> None:
    chapters = office.settings.categories()
    office.settings.save_categories([replace(one, hidden=one.code == "health") for one in chapters])
    hidden = replace(CLUB, name="Cabinet du Quai", kind=ListingKind.HEALTH, category="health")
    prepared, _ = printed(office, CLUB, hidden)
    assert [one.listing.name for one in prepared.confirmations] == ["Club de l’Écluse"]
    assert prepared.withheld == ("Cabinet du Quai",)


def test_a_usual_entry_takes_one_page_and_a_very_long_one_two(office: Office) -> None:
    long = replace(CLUB, name="Zone longue", description="Une phrase de plus. " * 120)
    prepared, made = printed(office, CLUB, long)
    ids = [one.recipient.id for one in prepared.confirmations]
    assert made.starts == {ids[0]: 0, ids[1]: 1}
    assert made.pages == 3
    assert "Coupon-réponse · Zone longue" in plain(Tagged(made.content).page_text(3))


def test_a_person_is_shown_only_what_they_agreed_to(office: Office) -> None:
    items = (ConsentItem.NAME, ConsentItem.ADDRESS)
    person = replace(
        CLUB,
        kind=ListingKind.RESOURCE_PERSON,
        name="Idris Benali",
        consents=tuple(Consent(item, date(2026, 1, 10)) for item in items),
    )
    hidden = replace(person, name="Geneviève Lastours", consents=())
    prepared, made = printed(office, person, hidden)
    assert prepared.withheld == ("Geneviève Lastours",)
    said = plain(Tagged(made.content).text)
    assert "Idris Benali" in said
    assert "05 49 00 98 76" not in said
    assert "personne citée" not in said


def test_letters_are_in_the_outline_and_entries_are_not(office: Office) -> None:
    _, made = printed(office, CLUB, replace(CLUB, name="Autre"))
    with Tagged(made.content).pdf.open_outline() as outline:
        assert [one.title for one in outline.root] == ["Autre", "Club de l’Écluse"]
        assert not any(one.children for one in outline.root)


def test_pdfua_finds_no_fault(office: Office, tmp_path: Path) -> None:
    _, made = printed(office, CLUB, replace(CLUB, name="Long", description="Encore. " * 300))
    file = tmp_path / "confirmations.pdf"
    file.write_bytes(made.content)
    report = validate(str(file))
    assert [(one.rule_id, list(one.findings)) for one in report.outcomes if one.findings] == []


@pytest.mark.parametrize(
    ("deadline", "code"),
    [(TODAY, "confirmation-deadline-past"), (date(3026, 1, 1), "date-out-of-range")],
)
def test_an_impossible_deadline_is_refused(office: Office, deadline: date, code: str) -> None:
    with pytest.raises(UserError) as refused:
        printed(office, CLUB, deadline=deadline)
    assert (refused.value.code, refused.value.field) == (code, "deadline")
