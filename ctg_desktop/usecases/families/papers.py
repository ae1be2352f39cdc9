"""The papers of the rights of families."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.access_log import Disclosure
from ctg_desktop.domain.families.dossier import Dossier
from ctg_desktop.domain.families.erasure import Erasure
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.typography import french
from ctg_desktop.usecases.information_notices import privacy_of
from ctg_desktop.usecases.letter_settings import sender_of
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.register.papers import register_settings

if TYPE_CHECKING:
    from ctg_desktop.pdf.document import Document
    from ctg_desktop.pdf.family_papers.parts import Keeper

DOSSIER = "household-dossier"
_A4 = ("page A4", "pages A4")


def dossier_paper(vault: Vault, dossier: Dossier, today: date) -> RenderedPaper:
    """Lay out all that is kept of a household; the file name does not tell of whom."""
    from ctg_desktop.pdf.family_papers.dossier import TITLE, DossierSheet, dossier_document

    with vault.reading() as stored:
        keeper = _keeper(stored, vault, today)
        names = stored.listings.names(sorted(_listings_of(dossier)))
    document = dossier_document(DossierSheet(keeper, dossier, names, today))
    carries = Disclosure(DOSSIER, "household", (dossier.household.id,))
    return _paper(document, file_name(TITLE, vault.profile.name, today), carries)


def certificate_paper(vault: Vault, erasure: Erasure, today: date) -> RenderedPaper:
    """Lay out the certificate of an erasure."""
    from ctg_desktop.pdf.family_papers.certificate import TITLE, certificate_document

    with vault.reading() as stored:
        keeper = _keeper(stored, vault, today)
    document = certificate_document(keeper, erasure, today)
    return _paper(document, file_name(TITLE, vault.profile.name, today))


def processing_entry(vault: Vault, today: date) -> RenderedPaper:
    """Lay out the sheets of the register of processing: families, vulnerable persons."""
    from ctg_desktop.pdf.family_papers.processing import TITLE, processing_document

    with vault.reading() as stored:
        keeper = _keeper(stored, vault, today)
        register = register_settings(stored)
    document = processing_document(keeper, register, today)
    return _paper(document, file_name(TITLE, vault.profile.name, today))


def proposed_texts(months: int) -> FamilySettings:
    """Return what papers say where the town hall wrote no text of its own."""
    from ctg_desktop.pdf.information_notice import family_texts

    return FamilySettings(
        retention_months=months,
        purposes=french(family_texts.PURPOSES_TEXT.french),
        durations=french(family_texts.RETENTION_TEXT.french.format(months)),
        recipients=french(family_texts.RECIPIENTS_TEXT.french),
    )


def _paper(document: Document, name: str, carries: Disclosure | None = None) -> RenderedPaper:
    from ctg_desktop.pdf.render import render

    made = render(document)
    return RenderedPaper(made.content, made.pages, name, _A4, carries=carries)


def _keeper(stored: Repositories, vault: Vault, today: date) -> Keeper:
    from ctg_desktop.pdf.family_papers.parts import Keeper

    return Keeper(
        sender_of(stored, vault.profile, today), privacy_of(stored), stored.settings.families()
    )


def _listings_of(dossier: Dossier) -> set[str]:
    """Return the ids of the listings that the history of referrals names."""
    values = (
        value
        for change_set in dossier.history
        for change in change_set.changes
        for value in change.fields.get("listing", ())
    )
    return {value for value in values if isinstance(value, str) and is_id(value)}
