"""Contact cards and codes of entries."""

from __future__ import annotations

from datetime import date

import pytest
import vobject

from ctg_desktop.domain.contact import Address, Email, Phone
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.papers import Codes
from ctg_desktop.pdf.blocks import Beside, Columns, Definitions, Figure, Paragraph
from ctg_desktop.pdf.entries import EntryContext, EntryLook, entry
from ctg_desktop.pdf.entries.card import MOST_BYTES, contact_card
from ctg_desktop.pdf.entries.codes import MODULE, codes_of

CLUB = Listing(
    name="Les Amis du moulin, & Cie ; d’É",
    phones=(Phone("+33639980001", private=True), Phone("+33549001234")),
    emails=(Email("prive@moulin.example", private=True), Email("bureau@moulin.example")),
)
SITE = "https://www.moulin.example"


def wanted(codes: Codes) -> EntryContext:
    """A paper with these codes."""
    return EntryContext("Valmoulin", date(2026, 11, 1), look=EntryLook(codes=codes, code=45.0))


def test_a_card_is_read_back_without_what_is_private() -> None:
    card = vobject.readOne(contact_card(CLUB))
    assert card.version.value == "3.0"
    assert card.fn.value == CLUB.name
    assert card.org.value == [CLUB.name]
    assert card.tel.value == "+33549001234"
    assert card.email.value == "bureau@moulin.example"
    assert "39980001" not in contact_card(CLUB)
    assert "prive" not in contact_card(CLUB)


def test_a_person_has_a_name_rather_than_an_organisation() -> None:
    person = Listing(kind=ListingKind.RESOURCE_PERSON, name="Odile Chênevert")
    card = vobject.readOne(contact_card(person))
    assert card.n.value.family == "Odile Chênevert"
    assert "org" not in card.contents


def test_an_address_goes_into_a_card_that_has_room() -> None:
    address = Address(("4, rue de l’Écluse",), "86999", "Valmoulin")
    card = vobject.readOne(contact_card(Listing(name="Bar", address=address)))
    assert card.adr.value.street == "4, rue de l’Écluse"
    assert (card.adr.value.code, card.adr.value.city) == ("86999", "Valmoulin")


@pytest.mark.parametrize("name", ["É" * 300, "a" * 300, "a;" * 150, "\\" * 200])
def test_a_card_is_never_too_long_and_keeps_the_phone(name: str) -> None:
    long = Listing(
        name=name,
        phones=(Phone("+33549001234"),),
        emails=(Email(f"{'a' * 60}@{'b' * 60}.example"),),
        website=f"https://example.example/{'c' * 400}",
    )
    card = contact_card(long)
    assert len(card.encode()) <= MOST_BYTES
    assert "TEL:+33549001234" in card
    assert card.endswith("END:VCARD")


@pytest.mark.parametrize(
    ("codes", "targets"),
    [
        (Codes.NONE, []),
        (Codes.SITE, [SITE]),
        (Codes.CONTACT, ["tel:+33549001234"]),
        (Codes.BOTH, [SITE, "tel:+33549001234"]),
    ],
)
def test_the_codes_asked_for_stand_beside_an_entry(codes: Codes, targets: list[str]) -> None:
    listing = Listing(name="A", phones=CLUB.phones, website=SITE)
    assert [one.target for one in codes_of(listing, wanted(codes))] == targets


def test_each_code_says_what_it_is() -> None:
    listing = Listing(name="A", phones=CLUB.phones, website=SITE)
    site, contact = codes_of(listing, wanted(Codes.BOTH))
    assert (site.alt, contact.alt) == (
        "Code QR du site : A",
        "Code QR de la carte de contact : A",
    )
    assert [one.caption[0].text for one in (site, contact)] == ["Site", "Contact"]


@pytest.mark.parametrize(
    "listing",
    [
        Listing(name="Rien"),
        Listing(name="Privé", phones=(Phone("+33639980001", private=True),)),
        Listing(name="Long", website=f"https://example.example/{'c' * 400}"),
        Listing(name="Courriel", emails=(Email("a@b.example"),)),
    ],
)
def test_nothing_to_dial_and_nothing_to_open_is_no_code(listing: Listing) -> None:
    assert not list(codes_of(listing, wanted(Codes.BOTH)))


def test_codes_are_wide_enough_for_a_telephone() -> None:
    (code,) = codes_of(CLUB, wanted(Codes.CONTACT))
    assert code.max_width >= 45
    assert code.max_width / code.image.width >= MODULE


def test_in_a_narrow_column_codes_leave_the_rows_their_width() -> None:
    listing = Listing(name="A", phones=CLUB.phones, website=SITE, verified_on=date(2026, 10, 1))
    look = EntryLook(codes=Codes.BOTH, code=45.0, narrow=228.0)
    context = EntryContext("Valmoulin", date(2026, 11, 1), look=look)
    beside, rows, foot, _ = entry(listing, context).blocks
    assert isinstance(beside, Beside)
    assert [figure.target for figure in beside.figures] == [SITE]
    assert not any(isinstance(block, Definitions) for block in beside.blocks)
    assert isinstance(rows, Definitions)
    assert isinstance(foot, Columns)
    note, code = foot.parts
    assert isinstance(note.blocks[0], Paragraph)
    assert isinstance(code.blocks[0], Figure)
    assert note.width + foot.gap + code.width == 228.0
