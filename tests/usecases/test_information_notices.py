from __future__ import annotations

import pytest

from ctg_desktop.domain.contact import ContactPerson
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.information_notice import NoticeGap, NoticeOptions, PrivacySettings
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.papers import Language
from ctg_desktop.usecases.information_notices import RenderedNotices
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.recipients import Wanted
from tests.pdf.reading import Tagged, plain
from tests.usecases.conftest import TODAY


def printed(
    office: Office, wanted: Wanted | None = None, language: Language = Language.FRENCH
) -> tuple[RenderedNotices, str]:
    made = office.notices.render(wanted, NoticeOptions(language), TODAY)
    assert made is not None
    return made, plain(Tagged(made.content).text)


def save(office: Office, **fields: object) -> str:
    return office.directory.save(Listing(**fields)).listing.id  # type: ignore[arg-type]


def test_what_nobody_said_is_left_blank_and_told(office: Office) -> None:
    made, said = printed(office)
    assert made.gaps == (NoticeGap.ADDRESS, NoticeGap.DPO, NoticeGap.RETENTION)
    assert "Mairie de Civray" in said
    assert "3 place de Fontenoy – TSA 80715 – 75334 Paris cedex 07" in said
    assert "article 6, 1, a du RGPD" in said


def test_settings_are_journaled_and_printed(office: Office) -> None:
    settings = PrivacySettings("Agence", "dpo@agence.example", "", "deux ans")
    assert office.notices.save_settings(settings).settings == {"privacy"}
    assert office.notices.settings() == settings
    made, said = printed(office)
    assert made.gaps == (NoticeGap.ADDRESS,)
    assert "Agence, dpo@agence.example" in said
    assert "deux ans" in said
    assert "de l’écrire à dpo@agence.example" in said
    office.journal.undo()
    assert office.notices.settings() == PrivacySettings()


def test_each_person_of_the_entries_chosen_has_a_page(office: Office) -> None:
    officers = (ContactPerson("Zoé <&>", "présidente"), ContactPerson("Max"))
    club = save(office, name="Club", kind=ListingKind.ASSOCIATION, contact_persons=officers)
    draft = save(office, name="Ana", kind=ListingKind.RESOURCE_PERSON, published=False)
    made, said = printed(office, (club, draft))
    assert (made.count, made.pages) == (3, 3)
    assert "Zoé <&>, présidente" in said
    assert "pas d’accord connu" in said


def test_entries_that_name_nobody_give_nothing(office: Office) -> None:
    save(office, name="Lavoir", kind=ListingKind.PLACE)
    assert office.notices.render(ListingFilter(), NoticeOptions(), TODAY) is None


@pytest.mark.parametrize("language", [Language.FRENCH, Language.ENGLISH])
def test_a_notice_is_one_page_in_both_languages(office: Office, language: Language) -> None:
    made, said = printed(office, None, language)
    assert made.pages == 1
    assert ("Withdrawing holds" in said) == (language is Language.ENGLISH)


def test_texts_of_the_commune_stay_french_in_the_english_notice(office: Office) -> None:
    office.notices.save_settings(PrivacySettings(purposes="Pour la fête du village"))
    made = office.notices.render(None, NoticeOptions(Language.ENGLISH), TODAY)
    assert made is not None
    spans = Tagged(made.content).tree.all("Span")
    assert ("Pour la fête du village", "fr") in [(one.text, one.language) for one in spans]
