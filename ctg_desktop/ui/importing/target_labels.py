"""French words for what a column of a spreadsheet may fill."""

from __future__ import annotations

from ctg_desktop.domain.calendar_words import WEEKDAYS
from ctg_desktop.domain.column_mapping import DAY_TARGETS, Target
from ctg_desktop.messages.labels import FIELD_LABELS

TARGET_LABELS: dict[Target, str] = {
    Target.IGNORED: "(ne pas lire)",
    Target.ID: "Identifiant de la fiche",
    Target.ADDRESS: "Adresse",
    Target.POSTAL_CODE: "Code postal",
    Target.CITY: "Commune",
    Target.INSEE_CODE: "Code INSEE",
    Target.DELEGATED_COMMUNE: "Commune déléguée",
    Target.RNA: "Numéro RNA",
    Target.SIRET: "SIRET",
    Target.DILA: "Identifiant DILA",
    Target.HOURS_COMMENT: "Précision sur les horaires",
    Target.CONTACT_NAME: "Nom du contact",
    Target.CONTACT_ROLE: "Rôle du contact",
    Target.CONTACT_PHONE: "Téléphone du contact",
    Target.CONTACT_EMAIL: "Courriel du contact",
    Target.PRIVATE_PHONES: "Téléphones privés",
    Target.PRIVATE_EMAILS: "Courriels privés",
    Target.SKIP_MARK: "Marque des lignes à ne pas lire",
    **{target: f"Horaires du {day}" for target, day in zip(DAY_TARGETS, WEEKDAYS, strict=True)},
}


def target_words(target: Target) -> str:
    """Return what a column fills, in French."""
    return TARGET_LABELS.get(target) or FIELD_LABELS.get(target.value, target.value)
