"""French names of what is known of families."""

from __future__ import annotations

from ctg_desktop.domain.families.dealings import OUTCOME_WORDS, ContactKind, ReferralOutcome
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.household import Channel, KnownThrough, Purpose, Role
from ctg_desktop.domain.families.listing import (
    HouseholdColumn,
    HouseholdState,
    HouseholdView,
    LikenessReason,
)

KNOWN_LABELS: dict[KnownThrough, str] = {
    KnownThrough.DECLARATION: "elle-même",
    KnownThrough.SCHOOL: "l’école",
    KnownThrough.CCAS: "le CCAS",
    KnownThrough.ASSOCIATION: "une association",
    KnownThrough.NEIGHBOUR: "un voisin",
    KnownThrough.WELCOME_EVENT: "un accueil des nouveaux habitants",
    KnownThrough.OTHER: "autrement",
    KnownThrough.CENSUS: "le recensement",
    KnownThrough.TAXES: "les impôts",
    KnownThrough.CIVIL_REGISTRY: "l’état civil",
    KnownThrough.ELECTORAL_ROLL: "la liste électorale",
}

PURPOSE_LABELS: dict[Purpose, str] = {
    Purpose.WELCOME: "accueil",
    Purpose.INVITATIONS: "invitations",
    Purpose.BOOKLET_UPDATES: "livret",
    Purpose.COMMUNITY: "communauté",
}

PURPOSE_SENTENCES: dict[Purpose, str] = {
    Purpose.WELCOME: "être accueillie",
    Purpose.INVITATIONS: "être invitée aux rencontres de la commune",
    Purpose.BOOKLET_UPDATES: "recevoir le livret et ses mises à jour",
    Purpose.COMMUNITY: "être invitée par la communauté de communes",
}

CHANNEL_LABELS: dict[Channel, str] = {
    Channel.PHONE: "téléphone",
    Channel.EMAIL: "courriel",
    Channel.POST: "courrier",
}

ROLE_LABELS: dict[Role, str] = {Role.ADULT: "adulte", Role.CHILD: "enfant"}

HOUSEHOLD_STATE_LABELS: dict[HouseholdState, str] = {
    HouseholdState.OBJECTED: "ne pas contacter",
    HouseholdState.LEFT: "partie",
    HouseholdState.TO_REVIEW: "à revoir",
    HouseholdState.TO_CALL_BACK: "à rappeler",
    HouseholdState.TO_WELCOME: "à accueillir",
    HouseholdState.WELCOMED: "accueillie",
}

VIEW_LABELS: dict[HouseholdView, str] = {
    HouseholdView.CURRENT: "Présentes",
    HouseholdView.TO_WELCOME: "À accueillir",
    HouseholdView.WELCOMED: "Accueillies",
    HouseholdView.TO_CALL_BACK: "À rappeler",
    HouseholdView.TO_REVIEW: "À revoir",
    HouseholdView.ISOLATED: "Isolées",
    HouseholdView.NOT_INFORMED: "Sans notice",
    HouseholdView.LEFT: "Parties",
    HouseholdView.ALL: "Toutes",
}

HOUSEHOLD_COLUMN_LABELS: dict[HouseholdColumn, str] = {
    HouseholdColumn.NAME: "Famille",
    HouseholdColumn.ARRIVAL: "Arrivée",
    HouseholdColumn.PLACE: "Adresse",
    HouseholdColumn.STATE: "État",
    HouseholdColumn.PERSONS: "Personnes",
    HouseholdColumn.NEEDS: "Besoins",
    HouseholdColumn.REFERENT: "Référent",
    HouseholdColumn.LAST_CONTACT: "Dernier contact",
}

LIKENESS_LABELS: dict[LikenessReason, str] = {
    LikenessReason.NAME: "même nom",
    LikenessReason.PERSON: "même personne",
    LikenessReason.PHONE: "même téléphone",
    LikenessReason.EMAIL: "même courriel",
    LikenessReason.ADDRESS: "même adresse",
}

CONTACT_KIND_LABELS: dict[ContactKind, str] = {
    ContactKind.COUNTER: "au guichet",
    ContactKind.PHONE: "au téléphone",
    ContactKind.EMAIL: "par courriel",
    ContactKind.POST: "par courrier",
    ContactKind.VISIT: "en visite",
    ContactKind.OTHER: "autrement",
}

OUTCOME_LABELS: dict[ReferralOutcome, str] = dict(OUTCOME_WORDS)

ERASURE_LABELS: dict[ErasureReason, str] = {
    ErasureReason.ASKED: "la famille le demande",
    ErasureReason.RETENTION: "la durée de conservation est passée",
    ErasureReason.MOVED: "la famille est partie",
    ErasureReason.MISTAKE: "elle a été notée par erreur",
}
