"""Papers of families and of the register with words that nobody expects stay on their pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ctg_desktop.domain.access_log import Access, AccessKind, AccessRow
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.families.dossier import Dossier
from ctg_desktop.domain.families.erasure import Erasure, ErasureReason, Removed
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    Person,
    Purpose,
    ReachableEmail,
)
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.history import ChangeSet, Operation, RecordedChange
from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.domain.letter import LetterOptions, Sender
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.register.calls import call_rows
from ctg_desktop.domain.register.entry import (
    Alert,
    AskedBy,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.domain.register.letters import RegisterWords, receipts, yearly
from ctg_desktop.domain.register.prefect_table import rows_of
from ctg_desktop.domain.register.settings import RegisterSettings
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.family_papers.certificate import certificate_document
from ctg_desktop.pdf.family_papers.dossier import DossierSheet, dossier_document
from ctg_desktop.pdf.family_papers.parts import Keeper
from ctg_desktop.pdf.family_papers.processing import processing_document
from ctg_desktop.pdf.information_notice.families import FamilyNotice, family_notice_document
from ctg_desktop.pdf.letter.head import Letterhead
from ctg_desktop.pdf.register.call_sheet import CallSheet, call_sheet_document
from ctg_desktop.pdf.register.letters import register_letters_document
from ctg_desktop.pdf.register.prefect import PrefectSheet, prefect_document
from ctg_desktop.pdf.register.request_form import RequestForm, request_form_document
from ctg_desktop.pdf.render import render
from tests.pdf.ink import Ink
from tests.pdf.reading import Tagged, plain

DAY = date(2026, 11, 25)
LONG = "Anticonstitutionnellement" * 8
SIGNS = "l’É <b>&amp; œ 'x' {nom}"
SENDER = Sender(f"Mairie {SIGNS}", (LONG[:60], "86400 Civray"), "Civray", email="m@civray.example")
KEEPER = Keeper(
    SENDER,
    PrivacySettings(dpo_name=LONG, dpo_email="dpo@civray.example"),
    FamilySettings(purposes=f"{LONG} {SIGNS}", durations=LONG, recipients=LONG),
)
HEAD = Letterhead(SENDER, LetterOptions(DAY))
FAMILY = Household(
    id="1",
    name=f"{LONG} {SIGNS}",
    address=Address((LONG,), "86400", LONG),
    emails=(ReachableEmail(LONG, (ChannelConsent(Purpose.COMMUNITY, DAY, LONG, DAY),) * 3),),
    persons=(Person(LONG, SIGNS),) * 12,
    note=LONG * 10,
)
DOSSIER = Dossier(
    owner=LONG,
    household=FAMILY,
    notes=(ContactNote(on=DAY, text=LONG * 10, author=LONG),) * 200,
    referrals=(Referral(on=DAY, need="school", listing_name=LONG),) * 3,
    history=(
        ChangeSet(
            "c",
            "s",
            1,
            datetime(2026, 11, 25, tzinfo=UTC),
            LONG,
            "household-saved",
            {},
            "",
            undone=False,
            size=1,
            changes=(
                RecordedChange(
                    "household", "1", Operation.CHANGED, "", {"note": (LONG * 10, SIGNS)}
                ),
            ),
        ),
    ),
    accesses=(
        AccessRow(
            1, Access("2026-11-25T10:00:00+01:00", LONG, AccessKind.CONSULTED, "household"), ""
        ),
    ),
)
THIRD = RegisterContact(LONG, SIGNS, "05 36 49 02 05", LONG)
PERSON = RegisterEntry(
    id="1",
    last_name=LONG,
    first_names=SIGNS,
    birth_date=date(1940, 2, 29),
    address=(LONG,) * 6,
    postal_code="86400",
    city=LONG,
    phone="05 36 49 02 05",
    home_services=(THIRD,) * 5,
    to_warn=(THIRD,) * 5,
    request=Request(DAY, AskedBy.THIRD_PARTY, in_writing=True, third_party=THIRD),
    acknowledged_on=DAY,
    registered_on=DAY,
)
BARE = RegisterEntry(id="2", last_name="Guérin", request=Request(DAY), registered_on=DAY)
WORDS = RegisterWords(LONG, LONG, f"{LONG} {SIGNS}", LONG)
PEOPLE = (PERSON, BARE)


def documents() -> dict[str, Document]:
    profile = Profile(Role.COMMUNE, "86078", "Civray")
    letters = [
        *receipts(PERSON, WORDS),
        *receipts(BARE, WORDS),
        *(yearly(one, WORDS) for one in PEOPLE),
    ]
    called = call_rows(PEOPLE, "a", DAY)
    form = RequestForm(SENDER, f"{LONG} {SIGNS}", LONG, DAY)
    notice = FamilyNotice(SENDER, KEEPER.privacy, KEEPER.families, Language.BOTH, DAY)
    gone = Erasure(1, "1", DAY, ErasureReason.MISTAKE, Removed(9, 9, 9, 9, 9), cleaned=False)
    return {
        "dossier": dossier_document(DossierSheet(KEEPER, DOSSIER, {}, DAY)),
        "certificate": certificate_document(KEEPER, gone, DAY),
        "processing": processing_document(KEEPER, RegisterSettings(LONG), DAY),
        "notice": family_notice_document(notice),
        "letters": register_letters_document(letters, HEAD, "Lettres"),
        "form": request_form_document(form),
        "calls": call_sheet_document(CallSheet(profile, Alert("a", LONG, DAY), called, DAY)),
        "prefect": prefect_document(PrefectSheet(SENDER, LONG, list(rows_of(PEOPLE)), DAY)),
    }


DOCUMENTS = documents()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_long_words_and_signs_stay_on_their_page(name: str) -> None:
    tagged = Tagged(render(DOCUMENTS[name]).content)
    for page in tagged.pdf.pages:
        ink = Ink(page)
        left, bottom, right, top = ink.page
        for text in ink.texts:
            assert left <= text.box[0], text.said
            assert text.box[2] <= right, text.said
            assert bottom <= text.box[1], text.said
            assert text.box[3] <= top, text.said
    if name != "certificate":
        assert "<b>" in plain(tagged.text)


def test_nobody_and_nothing_have_papers_too() -> None:
    empty = Dossier("Civray", Household(id="1", name="Famille"))
    dossier = Tagged(render(dossier_document(DossierSheet(KEEPER, empty, {}, DAY))).content)
    assert plain(dossier.text).count("Rien n’est noté.") == 7
    profile = Profile(Role.COMMUNE, "86078", "Civray")
    calls = call_sheet_document(CallSheet(profile, Alert("a", "Canicule", DAY), (), DAY))
    assert "0 personne à appeler" in plain(Tagged(render(calls).content).text)
    prefect = prefect_document(PrefectSheet(SENDER, "", [], DAY))
    assert "0 personne, au" in plain(Tagged(render(prefect).content).text)


def test_a_notice_without_settings_leaves_lines_to_write_on() -> None:
    bare = FamilyNotice(
        replace(SENDER, lines=(), email=""),
        PrivacySettings(),
        FamilySettings(),
        Language.FRENCH,
        DAY,
    )
    made = render(family_notice_document(bare))
    assert made.pages == 1
    assert "Nom, courriel, téléphone :" in plain(Tagged(made.content).text)
