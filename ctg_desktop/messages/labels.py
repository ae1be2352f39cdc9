"""French names of codes, fields and of the things people did."""

from __future__ import annotations

from ctg_desktop.domain.directory import ListingColumn, ListingState
from ctg_desktop.domain.history import ChangeSet, Operation
from ctg_desktop.domain.import_plan import Verdict
from ctg_desktop.domain.information_notice import NoticeGap
from ctg_desktop.domain.listing import ConsentItem, Coverage, ListingKind
from ctg_desktop.messages.family_values import FAMILY_FIELDS
from ctg_desktop.messages.register import REGISTER_FIELDS

KIND_LABELS: dict[ListingKind, str] = {
    ListingKind.PUBLIC_SERVICE: "Service public",
    ListingKind.ASSOCIATION: "Association",
    ListingKind.BUSINESS: "Commerce ou entreprise",
    ListingKind.HEALTH: "Santé",
    ListingKind.CHILDCARE_SCHOOL: "Enfance et école",
    ListingKind.PLACE: "Lieu",
    ListingKind.RESOURCE_PERSON: "Personne ressource",
    ListingKind.COMMUNITY_ACTION: "Action de la communauté",
}

STATE_LABELS: dict[ListingState, str] = {
    ListingState.CURRENT: "à jour",
    ListingState.TO_VERIFY: "à vérifier",
    ListingState.LATE: "en retard",
    ListingState.CLOSED: "fermé",
    ListingState.DRAFT: "brouillon",
}

COVERAGE_LABELS: dict[Coverage, str] = {
    Coverage.COMMUNE: "La commune",
    Coverage.POLE: "Le pôle",
    Coverage.COMMUNITY: "Toute la communauté",
}

CONSENT_LABELS: dict[ConsentItem, str] = {
    ConsentItem.NAME: "Nom",
    ConsentItem.PHONE: "Téléphone",
    ConsentItem.EMAIL: "Courriel",
    ConsentItem.ADDRESS: "Adresse",
}

COLUMN_LABELS: dict[ListingColumn, str] = {
    ListingColumn.NAME: "Nom",
    ListingColumn.CATEGORY: "Rubrique",
    ListingColumn.KIND: "Nature",
    ListingColumn.PLACE: "Lieu",
    ListingColumn.PHONE: "Téléphone",
    ListingColumn.EMAIL: "Courriel",
    ListingColumn.STATE: "État",
    ListingColumn.VERIFIED_ON: "Vérifiée le",
    ListingColumn.UPDATED_AT: "Modifiée le",
}

GAP_LABELS: dict[NoticeGap, str] = {
    NoticeGap.ADDRESS: "l’adresse de la mairie",
    NoticeGap.DPO: "le délégué à la protection des données",
    NoticeGap.RETENTION: "la durée de conservation",
}

VERDICT_LABELS: dict[Verdict, str] = {
    Verdict.ADD: "à ajouter",
    Verdict.UPDATE: "à compléter",
    Verdict.SAME: "déjà à jour",
    Verdict.CONFLICT: "à départager",
    Verdict.DISSOLVED: "dissoute ou fermée",
    Verdict.SKIP: "hors de la commune ou ignorée",
    Verdict.REFUSE: "refusée",
}

ENTITY_LABELS: dict[str, str] = {
    "listing": "fiche",
    "event": "manifestation",
    "category": "rubrique",
    "theme": "thème",
    "picture": "image",
    "setting": "réglage",
    "household": "famille",
    "contact-note": "note",
    "referral": "orientation",
}

OPERATION_LABELS: dict[Operation, str] = {
    Operation.CREATED: "création",
    Operation.CHANGED: "modification",
    Operation.DELETED: "suppression",
}

FIELD_LABELS: dict[str, str] = {
    **FAMILY_FIELDS,
    **REGISTER_FIELDS,
    "password": "Mot de passe",
    "user": "Utilisateur",
    "code": "Code",
    "kind": "Nature",
    "category": "Rubrique",
    "themes": "Thèmes",
    "name": "Nom",
    "summary": "En une phrase",
    "description": "Description",
    "description_en": "Texte anglais",
    "address": "Adresse",
    "address.lines": "Adresse",
    "address.postal_code": "Code postal",
    "address.city": "Commune",
    "address.insee_code": "Code INSEE",
    "address.delegated_commune": "Commune déléguée",
    "phones": "Téléphones",
    "emails": "Courriels",
    "website": "Site",
    "opening_hours": "Horaires",
    "audience": "Public",
    "price": "Tarif",
    "conditions": "Conditions",
    "accessibility": "Accessibilité",
    "coverage": "Portée",
    "contact_persons": "Contacts",
    "organisers": "Organisateurs",
    "consents": "Accords",
    "external_ids": "Identifiants publics",
    "external_ids.rna": "Numéro RNA",
    "external_ids.siret": "SIRET",
    "external_ids.dila": "Identifiant DILA",
    "verified_on": "Vérifiée le",
    "closed_until": "Fermée jusqu’au",
    "picture": "Image",
    "picture_alt": "Description de l’image",
    "source": "Source",
    "published": "Publiée",
    "title": "Titre",
    "sheet": "Planche",
    "columns": "Colonnes",
    "rows": "Rangées",
    "width": "Largeur",
    "height": "Hauteur",
    "left": "Marge gauche",
    "top": "Marge haute",
    "pitch_x": "Pas horizontal",
    "pitch_y": "Pas vertical",
    "radius": "Arrondi",
    "copies": "Exemplaires",
    "month": "Mois",
    "strips": "Languettes",
    "shift": "Décalage",
    "empty_rows": "Lignes vides",
    "pages": "Pages",
    "day": "Date",
    "hours": "Heures",
    "privacy": "Mention au bas de la feuille",
    "action": "Action du plan",
    "start": "Début",
    "end": "Fin",
    "recurrence": "Répétition",
    "exceptions": "Dates retirées",
    "moved": "Dates déplacées",
    "cancelled_on": "Dates annulées",
    "place": "Lieu",
    "organiser": "Organisateur",
    "cancelled": "Annulée",
    "label": "Libellé",
    "label_en": "Libellé anglais",
    "position": "Place",
    "colour": "Couleur",
    "hidden": "Masquée",
    "value": "Valeur",
    "subject": "Objet",
    "salutation": "Formule d’appel",
    "body": "Texte de la lettre",
    "closing": "Formule de politesse",
    "signature": "Signature",
    "enclosures": "Pièces jointes",
    "deadline": "Réponse attendue",
    "about": "Sujet des réponses",
    "introduction": "Introduction",
    "questions": "Questions",
    "until": "À rendre avant",
    "dpo_name": "Délégué à la protection des données",
    "dpo_email": "Courriel du délégué",
    "dpo_phone": "Téléphone du délégué",
    "retention": "Durée de conservation",
    "purposes": "Pourquoi",
    "recipients": "Qui les voit",
    "give_back": "Où rendre la feuille",
    "folder": "Dossier",
    "users": "Utilisateurs",
    "id": "Identifiant",
    "year": "Année",
    "theme": "Thème",
    "start_day": "Date",
    "start_time": "Heure de début",
    "end_time": "Heure de fin",
    "form": "Questionnaire",
    "lines": "Lignes",
    "parts": "Parties du livret",
    "calendar_months": "Mois du calendrier",
    "referents": "Référents",
    "last_name": "Nom",
    "birth_date": "Date de naissance",
    "postal_code": "Code postal",
    "request": "Demande",
}

# One form for one record, one for several; {name} and {count} come from the journal.
_CHANGE_SETS: dict[str, tuple[str, str]] = {
    "vault-created": ("Création du coffre", "Création du coffre"),
    "vault-restored": ("Restauration d’une sauvegarde", "Restauration d’une sauvegarde"),
    "demonstration-created": ("Commune de démonstration", "Commune de démonstration"),
    "listing-added": ("Nouvelle fiche « {name} »", "Nouvelles fiches"),
    "listing-saved": ("Fiche « {name} » modifiée", "Fiches modifiées"),
    "listings-deleted": ("Une fiche supprimée", "{count} fiches supprimées"),
    "listings-verified": ("Une fiche vérifiée", "{count} fiches vérifiées"),
    "listings-moved": ("Une fiche changée de rubrique", "{count} fiches changées de rubrique"),
    "listings-published": ("Une fiche publiée", "{count} fiches publiées"),
    "listings-unpublished": ("Une fiche mise en brouillon", "{count} fiches mises en brouillon"),
    "listings-merged": ("Deux fiches réunies", "Deux fiches réunies"),
    "listings-imported": ("Import {format}, une fiche", "Import {format}, {count} fiches"),
    "household-added": ("Nouvelle famille", "Nouvelles familles"),
    "household-saved": ("Famille modifiée", "Familles modifiées"),
    "household-returned": ("Famille revenue", "Familles revenues"),
    "household-welcomed": ("Famille accueillie", "Familles accueillies"),
    "families-written-to": ("Courrier à une famille", "Courrier à {count} familles"),
    "household-left": ("Départ d’une famille", "Départs de familles"),
    "household-objected": ("Opposition d’une famille", "Oppositions de familles"),
    "household-call-back": ("Rappel d’une famille", "Rappels de familles"),
    "household-prolonged": ("Famille gardée plus longtemps", "Familles gardées plus longtemps"),
    "figures-sent": ("Chiffres transmis", "Chiffres transmis"),
    "household-erased": ("Famille effacée", "Familles effacées"),
    "undone-household-erased": ("Famille annulée puis oubliée", "Familles annulées puis oubliées"),
    "consents-withdrawn": ("Accords retirés", "Accords retirés"),
    "note-added": ("Note ajoutée", "Notes ajoutées"),
    "note-saved": ("Note modifiée", "Notes modifiées"),
    "note-deleted": ("Note supprimée", "Notes supprimées"),
    "referral-added": ("Orientation notée", "Orientations notées"),
    "referral-saved": ("Orientation modifiée", "Orientations modifiées"),
    "referrals-deleted": ("Une orientation supprimée", "{count} orientations supprimées"),
    "family-settings-saved": ("Réglages des familles", "Réglages des familles"),
    "event-added": ("Nouvelle manifestation « {name} »", "Nouvelles manifestations"),
    "event-saved": ("Manifestation « {name} » modifiée", "Manifestations modifiées"),
    "events-deleted": ("Une manifestation supprimée", "{count} manifestations supprimées"),
    "events-published": ("Une manifestation publiée", "{count} manifestations publiées"),
    "events-unpublished": (
        "Une manifestation mise en brouillon",
        "{count} manifestations mises en brouillon",
    ),
    "picture-added": ("Image ajoutée", "Images ajoutées"),
    "profile-saved": ("Identité de la commune", "Identité de la commune"),
    "booklet-settings-saved": ("Textes du livret", "Textes du livret"),
    "letter-saved": ("Modèle de lettre « {name} »", "Modèles de lettres"),
    "letter-reset": ("Modèle de lettre rétabli", "Modèles de lettres rétablis"),
    "letter-sender-saved": ("En-tête des lettres", "En-tête des lettres"),
    "questionnaire-saved": ("Questionnaire « {name} »", "Questionnaires"),
    "questionnaire-reset": ("Questionnaire rétabli", "Questionnaires rétablis"),
    "register-settings-saved": ("Finalités du registre", "Finalités du registre"),
    "privacy-saved": ("Protection des données", "Protection des données"),
    "search-saved": ("Recherche « {name} » enregistrée", "Recherches enregistrées"),
    "search-renamed": ("Recherche « {name} » renommée", "Recherches renommées"),
    "search-removed": ("Recherche « {name} » retirée", "Recherches retirées"),
    "leaflet-saved": ("Dépliant « {name} »", "Dépliants"),
    "leaflet-reset": ("Textes d’un dépliant rétablis", "Textes de dépliants rétablis"),
    "categories-saved": ("Rubriques", "Rubriques"),
    "outline-saved": ("Contenu du livret", "Contenu du livret"),
    "themes-saved": ("Thèmes", "Thèmes"),
    "undone": ("Annulation : {label}", "Annulation : {label}"),
    "redone": ("Rétablissement : {label}", "Rétablissement : {label}"),
}

FORMAT_LABELS: dict[str, str] = {
    "rna": "RNA",
    "dila": "DILA",
    "spreadsheet": "tableur",
}


def label_of(change: ChangeSet) -> str:
    """Return what a change set did, e.g. "Import RNA, 42 fiches"."""
    return label_for(change.label, change.label_params, change.size)


def label_for(label: str, params: dict[str, object], size: int = 1) -> str:
    """Return the French words for a label of the journal and its parameters."""
    one, many = _CHANGE_SETS.get(label, (label, label))
    count = params.get("count", size)
    values = {"name": "", "format": "", "label": "", **params, "count": count}
    values["format"] = FORMAT_LABELS.get(str(values["format"]), str(values["format"]))
    if label in ("undone", "redone") and isinstance(params.get("of"), str):
        inner = params.get("of_params")
        values["label"] = label_for(
            str(params["of"]), inner if isinstance(inner, dict) else {}, size
        )
    return (one if count == 1 else many).format_map(values)
