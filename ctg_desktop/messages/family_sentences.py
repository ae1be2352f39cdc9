"""What is said of the faults of families, their notes and their referrals."""

from __future__ import annotations

PASSED_OVER = "Ce qui concernait une famille effacée ne s’annule plus."
"""Of an undo that took back something older instead."""

FAMILY_SENTENCES: dict[str, str] = {
    "change-set-erased": "Cette modification concernait une famille effacée : elle ne peut plus être annulée. Rien n’a été changé.",
    "erasure-final": "Un effacement est définitif : il ne s’annule pas. Ce qui a été fait avant lui peut encore être annulé.",
    "prolongation-past": "Choisissez une date à venir, jusqu’à laquelle cette famille est gardée.",
    "consent-not-by-post": "Le courrier ne demande pas d’accord. Notez plutôt que la famille ne veut plus être contactée.",
    "household-unknown": "Cette famille n’est pas ou plus dans le coffre.",
    "note-unknown": "Cette note n’existe pas ou plus.",
    "referral-unknown": "Cette orientation n’existe pas ou plus.",
    "household-name-missing": "Donnez un nom à la famille, ou le nom d’une personne.",
    "birth-year-adult": "L’année de naissance n’est notée que pour les enfants. Effacez-la, ou choisissez « enfant ».",
    "birth-year-invalid": "{year} n’est pas l’année de naissance d’un enfant. Vérifiez-la.",
    "date-in-future": "Cette date n’est pas encore venue. Corrigez-la.",
    "arrival-too-far": "Cette arrivée est dans plus d’un an. Vérifiez la date.",
    "consent-withdrawn-before": "L’accord ne peut pas être retiré avant d’être donné. Corrigez l’une des deux dates.",
    "consent-before-withdrawal": "Cet accord a été retiré le {day}. S’il a été donné de nouveau depuis, notez la date du nouvel accord ; sinon, décochez-le.",
    "prolongation-reason-missing": "Dites pourquoi cette famille est gardée plus longtemps.",
    "prolongation-too-long": "Une famille est gardée cinq ans de plus au plus. Choisissez une date plus proche.",
    "note-text-missing": "Écrivez la note, même en quelques mots.",
    "need-missing": "Choisissez un besoin.",
    "referral-listing-missing": "Choisissez vers quelle fiche la personne est orientée.",
    "persons-out-of-range": "Une orientation concerne de 1 à {limit} personnes.",
    "retention-out-of-range": "La durée de conservation va de 1 à {limit} mois.",
    "mask-out-of-range": "Le seuil de masquage va de {least} à {most}.",
    "language-unknown": "« {value} » n’est pas une langue que le programme connaît. Exemples : anglais, portugais.",
}
