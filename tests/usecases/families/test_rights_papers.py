"""A family's dossier, the certificate of its erasure, the register of processing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.dealings import ContactKind, ContactNote, Referral
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.household_json import household_to_json
from ctg_desktop.domain.families.languages import language_name
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.register.settings import RegisterSettings
from ctg_desktop.messages.families import (
    CONTACT_KIND_LABELS,
    KNOWN_LABELS,
    OUTCOME_LABELS,
    PURPOSE_SENTENCES,
)
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper
from tests.db.family_samples import REFERRAL
from tests.pdf.reading import Tagged, plain

TODAY = today()


def said(paper: RenderedPaper) -> str:
    return plain(Tagged(paper.content).text)


def test_a_dossier_tells_all_that_is_kept(office: Office, family: Household) -> None:
    listing = office.directory.save(Listing(name="École du Pont", category="childhood-school"))
    there = Referral("", family.id, TODAY, "school", listing.listing.id)
    office.referrals.add(there, TODAY)
    note = ContactNote("", family.id, TODAY, ContactKind.VISIT, "Cherche un <vélo> & une étagère")
    office.families.add_note(note, TODAY)
    office.families.open(family.id)
    now = office.families.get(family.id)
    office.families.save(replace(now, referent="Odile", needs=("job",)), TODAY)
    paper = office.family_rights.dossier_paper(family.id, TODAY)
    words = said(paper)
    for one in (
        "Famille Œuillet-Sabourin",
        "12 impasse des Tilleuls",
        "Aliénor",
        "2019",
        "06 39 98 00 11",
        "o.sabourin@famille.example",
        "bulletin signé, classeur accueil",
        "lun. 4 mai 2026",
        "l’école",
        "Cherche un <vélo> & une étagère",
        "École du Pont",
        "Référent : Mme Grelier → Odile",
        "consulté",
        "24 mois",
        "CNIL",
        "À revoir à partir du",
    ):
        assert one in words, one
    assert words.count("Modification : famille") == 1, "beside the referral of its first contact"
    assert "01a" not in words, "an identifier says nothing to a family"
    assert paper.carries is not None
    assert paper.carries.ids == (family.id,)
    assert "Œuillet" not in paper.name
    read = json.loads(office.family_rights.dossier_json(office.family_rights.dossier(family.id)))
    assert read["household"]["referent"] == "Odile"


def test_every_value_of_a_family_stands_in_both_dossiers(office: Office, family: Household) -> None:
    day = date(2026, 5, 4)
    welcome = replace(family.welcome, visit_on=day)
    full = replace(family, welcome=welcome, objected_on=day, left_on=day)
    stored = office.families.save(full, TODAY).household
    office.families.add_note(ContactNote("", family.id, day, ContactKind.EMAIL, "Vu"), TODAY)
    office.referrals.add(replace(REFERRAL, household=family.id), TODAY)
    words = said(office.family_rights.dossier_paper(family.id, TODAY))
    read = json.loads(office.family_rights.dossier_json(office.family_rights.dossier(family.id)))
    assert read["household"] == json.loads(json.dumps(household_to_json(stored)))
    empty = [name for name, value in leaves(read["household"]) if value in (None, "")]
    # One consent holds and says no proof, another says no proof; adults give no year of birth.
    assert {name.rpartition(".")[2] for name in empty} == {"withdrawn_on", "proof", "birth_year"}
    untold = {
        name: value
        for part in ("household", "notes", "referrals")
        for name, value in leaves(read[part])
        if value not in (None, "") and plain(as_read(name, value)) not in words
    }
    assert untold == {}


def leaves(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Yield the path and the value of everything that is no list and no object; no identifier."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("id", "household", "listing"):
                yield from leaves(inner, f"{name}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, name)
    else:
        yield name, value


def as_read(name: str, value: object) -> str:
    """Return what a family reads for a value."""
    key = name.rpartition(".")[2]
    coded: dict[str, dict[str, str]] = {
        "known_through": {one.value: words for one, words in KNOWN_LABELS.items()},
        "purpose": {one.value: words for one, words in PURPOSE_SENTENCES.items()},
        "kind": {one.value: words for one, words in CONTACT_KIND_LABELS.items()},
        "outcome": {one.value: words for one, words in OUTCOME_LABELS.items()},
        "needs": {one.code: one.label for one in NEEDS},
        "need": {one.code: one.label for one in NEEDS},
        "role": {"adult": "adulte", "child": "enfant"},
    }
    code = str(value)
    if key in coded:
        return coded[key][code]
    if key == "languages":
        return language_name(code)
    if key == "number":
        return wording.phone(code)
    if key == "isolated":
        return "Isolée oui"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", code):
        return wording.day(date.fromisoformat(code))
    return code


def test_a_certificate_names_nobody(office: Office, family: Household) -> None:
    erasure = office.family_rights.erase(family.id, ErasureReason.ASKED, TODAY)
    paper = office.family_rights.certificate(erasure, TODAY)
    words = said(paper)
    assert f"ligne {erasure.number} du journal des accès" in words
    assert "la famille le demande" in words
    assert "3 personnes du foyer" in words
    for name in ("Œuillet", "Sabourin", "Tilleuls", family.id):
        assert name not in words
        assert name not in paper.name
    assert (paper.pages, paper.carries) == (1, None)


def test_the_register_of_processing_is_filled_from_the_settings(office: Office) -> None:
    office.notices.save_settings(PrivacySettings(dpo_name="Agence des données"))
    office.families.save_settings(
        FamilySettings(
            retention_months=18,
            purposes="Faire connaissance.",
            recipients="L’accueil et le CCAS.",
        )
    )
    office.register.save_settings(RegisterSettings("Veiller par grand froid."))
    paper = office.family_rights.processing_entry(TODAY)
    tagged = Tagged(paper.content)
    families, register = (plain(tagged.page_text(number)) for number in (1, 2))
    for one in ("Agence des données", "Faire connaissance.", "L’accueil et le CCAS.", "18 mois"):
        assert one in families
    for one in ("Agence des données", "Veiller par grand froid.", "L121-6-1", "Le préfet"):
        assert one in register


def test_the_notice_says_what_the_town_hall_decided_in_both_languages(office: Office) -> None:
    office.families.save_settings(FamilySettings(retention_months=18, durations=""))
    paper = office.notices.render_for_families(Language.BOTH, TODAY)
    tagged = Tagged(paper.content)
    french, english = (plain(tagged.page_text(number)) for number in (1, 2))
    assert "18 mois après notre dernier contact" in french
    assert "18 months after our last contact" in english
    spoken = {node.language for node in tagged.tree.walk() if "months after" in node.text}
    assert "en" in spoken
    office.families.save_settings(FamilySettings(durations="Deux ans, pas plus."))
    decided = office.notices.render_for_families(Language.ENGLISH, TODAY)
    assert "Deux ans, pas plus." in said(decided)
