"""French names of what the register holds."""

from __future__ import annotations

from ctg_desktop.domain.register.entry import (
    AskedBy,
    CallResult,
    EntryState,
    Quality,
    Removal,
)
from ctg_desktop.domain.register.rules import RegisterWarning
from ctg_desktop.domain.register.views import RegisterView

REGISTER_FIELDS: dict[str, str] = {
    "last_name": "Nom",
    "first_names": "Prénoms",
    "quality": "Qualité",
    "city": "Commune",
    "phone": "Téléphone",
    "home_services": "Services à domicile",
    "to_warn": "Personnes à prévenir",
    "request.on": "Jour de la demande",
    "request.by": "Qui fait la demande",
    "request.proof": "Où est rangé l’écrit",
    "request.third_party.name": "Nom du tiers",
    "request.third_party.quality": "Qualité du tiers",
    "request.third_party.phone": "Téléphone du tiers",
    "request.third_party.address": "Adresse du tiers",
    "acknowledged_on": "Accusé de réception",
    "registered_on": "Inscription",
    "objected_on": "Opposition",
    "confirmed_on": "Confirmation",
    "reason": "Raison du retrait",
    "result": "Résultat de l’appel",
    "began_on": "Début de l’alerte",
    "ended_on": "Fin de l’alerte",
    "at": "Heure de l’appel",
    "purposes": "Finalités",
}
"""Paths of fields → how errors name them."""

QUALITY_LABELS: dict[Quality, str] = {
    Quality.ELDERLY: "65 ans et plus, à son domicile",
    Quality.UNFIT: "60 ans et plus, reconnue inapte au travail, à son domicile",
    Quality.DISABLED: "adulte en situation de handicap, à son domicile",
}

QUALITY_SHORT: dict[Quality, str] = {
    Quality.ELDERLY: "personne âgée",
    Quality.UNFIT: "inapte au travail",
    Quality.DISABLED: "handicap",
}

ASKED_BY_LABELS: dict[AskedBy, str] = {
    AskedBy.PERSON: "la personne elle-même",
    AskedBy.REPRESENTATIVE: "son représentant légal",
    AskedBy.THIRD_PARTY: "un tiers, par écrit",
}

ENTRY_STATE_LABELS: dict[EntryState, str] = {
    EntryState.TO_ACKNOWLEDGE: "accusé à envoyer",
    EntryState.AWAITING: "accusé envoyé",
    EntryState.REGISTERED: "inscrite",
    EntryState.REFUSED: "opposition",
}

VIEW_LABELS: dict[RegisterView, str] = {
    RegisterView.ALL: "Toutes",
    RegisterView.TO_ACKNOWLEDGE: "À accuser",
    RegisterView.AWAITING: "En attente",
    RegisterView.REGISTERED: "Inscrites",
    RegisterView.TO_CONFIRM: "À confirmer cette année",
    RegisterView.REFUSED: "Refus",
}

CALL_RESULT_LABELS: dict[CallResult, str] = {
    CallResult.WELL: "va bien",
    CallResult.NO_ANSWER: "pas de réponse",
    CallResult.CALL_AGAIN: "à rappeler",
    CallResult.HELP_SENT: "quelqu’un est envoyé",
}

REMOVAL_LABELS: dict[Removal, str] = {
    Removal.DEATH: "décès",
    Removal.MOVED: "départ de la commune ou du domicile",
    Removal.OWN_WISH: "à sa demande",
    Removal.ERROR: "erreur de saisie",
}

WARNING_SENTENCES: dict[RegisterWarning, str] = {
    RegisterWarning.BIRTH_DATE_MISSING: "La date de naissance manque : demandez-la avec l’accusé "
    "de réception.",
    RegisterWarning.TOO_YOUNG: "D’après sa date de naissance, la personne n’a pas l’âge de la "
    "qualité choisie. Vérifiez les deux.",
    RegisterWarning.FIRST_NAMES_MISSING: "Les prénoms manquent.",
    RegisterWarning.ADDRESS_MISSING: "L’adresse manque : l’accusé de réception ne pourra pas partir.",
    RegisterWarning.PHONE_MISSING: "Le téléphone manque : en cas d’alerte, il faudra une visite.",
    RegisterWarning.PROOF_MISSING: "Notez où est rangé l’écrit du tiers.",
    RegisterWarning.REGISTERED_TWICE: "Une personne de ce nom est déjà dans le registre. Vérifiez que "
    "ce n’est pas elle.",
    RegisterWarning.OBJECTED_BEFORE: "Une personne de ce nom s’est opposée à son inscription. Vérifiez "
    "que ce n’est pas elle, ou qu’elle a changé d’avis.",
}
