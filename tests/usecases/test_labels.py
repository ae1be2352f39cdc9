"""Labels from a vault: who gets one, whose address is the sender's, what is remembered."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.label_sheets import CUSTOM_START, SHEETS
from ctg_desktop.domain.labels import LabelContent, LabelOptions, LabelOrder
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.domain.recipients import RecipientSource
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.labels import CHOICES, RenderedLabels
from ctg_desktop.usecases.office import Office

TODAY = date(2026, 11, 23)
CIVRAY = Address(("2, rue du Pont",), "86400", "Civray")


def text_of(paper: RenderedLabels | None) -> str:
    assert paper is not None
    with pypdfium2.PdfDocument(paper.content) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def everybody(office: Office) -> RecipientSource:
    return office.recipients.of_directory(ListingFilter())


def test_only_what_may_be_printed_gets_a_label(office: Office) -> None:
    office.directory.save(Listing(name="Club <b> & l’Œuvre", address=CIVRAY))
    office.directory.save(Listing(name="Sans adresse"))
    office.directory.save(Listing(name="Brouillon", address=CIVRAY, published=False))
    person = Listing(kind=ListingKind.RESOURCE_PERSON, category="resource-persons", address=CIVRAY)
    named = (Consent(ConsentItem.NAME, TODAY),)
    office.directory.save(Listing(**_fields(person, name="Agathe Invention")))
    office.directory.save(Listing(**_fields(person, name="Basile Fiction", consents=named)))
    made = office.labels.render(everybody(office), LabelOptions(), TODAY)
    assert made is not None
    assert (made.labels, made.pages) == (1, 1)
    assert sorted(made.missing) == [
        "Agathe Invention",
        "Basile Fiction",
        "Brouillon",
        "Sans adresse",
    ]
    said = text_of(made)
    assert "Club <b> & l’Œuvre" in said
    assert "86400 CIVRAY" in said
    assert "Agathe" not in said
    assert "Basile" not in said


def _fields(listing: Listing, **changes: object) -> dict[str, object]:
    kept = {name: getattr(listing, name) for name in ("kind", "category", "address")}
    return {**kept, **changes}


def test_nobody_means_no_paper(office: Office) -> None:
    assert office.labels.render(everybody(office), LabelOptions(), TODAY) is None


def test_name_and_phone(office: Office) -> None:
    office.directory.save(Listing(name="Club", phones=(Phone("05 49 00 00 01"),)))
    options = LabelOptions(content=LabelContent.PHONE)
    assert "05 49 00 00 01" in text_of(office.labels.render(everybody(office), options, TODAY))


def test_the_sender_is_the_town_hall_not_a_branch_of_it(office: Office) -> None:
    for name in (
        "Agence postale",
        "Mairie annexe",
        "La Mairie de Civray en Poitou",
        "Mairie de Civray",
    ):
        office.directory.save(Listing(name=name, category="town-hall", address=CIVRAY))
    assert office.labels.sender(TODAY).name == "Mairie de Civray"
    options = LabelOptions(SHEETS[2], LabelContent.SENDER, start=2)
    made = office.labels.render(everybody(office), options, TODAY)
    assert made is not None
    assert made.labels == SHEETS[2].count - 1
    assert text_of(made).count("Mairie de Civray") == made.labels


def test_without_a_town_hall_there_is_no_sender(office: Office) -> None:
    office.directory.save(Listing(name="Mairie", category="town-hall"))
    options = LabelOptions(content=LabelContent.SENDER)
    with pytest.raises(UserError, match="labels-sender-unknown"):
        office.labels.render(everybody(office), options, TODAY)


def test_choices_are_remembered_all_but_the_first_label(office: Office) -> None:
    assert office.labels.choices() == LabelOptions()
    chosen = LabelOptions(CUSTOM_START, LabelContent.PHONE, LabelOrder.NAME, 5, 3, False, 7, -4)
    office.labels.keep_choices(chosen)
    kept = office.labels.choices()
    assert kept.start == 1
    assert (kept.sheet, kept.content, kept.order) == (CUSTOM_START, chosen.content, chosen.order)
    assert (kept.copies, kept.attention, kept.shift_x, kept.shift_y) == (3, False, 7, -4)


@pytest.mark.parametrize("kept", ["x", {"sheet": 3}, {"shift_x": 900}, {"sheet": {"code": "x"}}])
def test_choices_that_make_no_sense_are_forgotten(office: Office, kept: object) -> None:
    office.settings.set_preference(CHOICES, kept)
    assert office.labels.choices() == LabelOptions()


def test_a_cancel_stops_it(office: Office) -> None:
    office.directory.save(Listing(name="Club", address=CIVRAY))

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.labels.render(everybody(office), LabelOptions(), TODAY, stop)


def test_the_same_day_and_data_give_the_same_bytes(office: Office) -> None:
    office.directory.save(Listing(name="Club", address=CIVRAY))
    first, second = (
        office.labels.render(everybody(office), LabelOptions(), TODAY) for _ in range(2)
    )
    assert first == second
