"""A family's dossier, the certificate of its erasure, the register of processing."""

from __future__ import annotations

import json
from dataclasses import replace

from ctg_desktop.domain.families.dealings import ContactKind, ContactNote, Referral
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.register.settings import RegisterSettings
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper
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
