"""What is said about each fault: what happened, what was kept, what to do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ctg_desktop.errors import CtgError
from ctg_desktop.messages.consultation import holder_words
from ctg_desktop.messages.family_figures import FIGURE_SENTENCES
from ctg_desktop.messages.family_paper_sentences import PAPER_SENTENCES
from ctg_desktop.messages.family_sentences import FAMILY_SENTENCES
from ctg_desktop.messages.register_sentences import REGISTER_SENTENCES
from ctg_desktop.messages.vault_sentences import VAULT_SENTENCES

SENTENCES: dict[str, str] = {
    **VAULT_SENTENCES,
    **FAMILY_SENTENCES,
    **REGISTER_SENTENCES,
    **PAPER_SENTENCES,
    **FIGURE_SENTENCES,
    # Typed texts
    "text-too-long": "Ce texte est trop long : {length} caractères, {limit} au plus. Raccourcissez-le.",
    "too-many-items": "Il y en a trop : {limit} au plus.",
    "json-not-an-object": "Un objet JSON est attendu, entre accolades.",
    "json-invalid": "Ce qui est lu n’est pas du JSON en UTF-8. Vérifiez les guillemets, les virgules et l’encodage.",
    "key-unknown": "La clé « {key} » n’existe pas ici. Vérifiez son orthographe.",
    "value-invalid": "La valeur de « {key} » n’est pas de la bonne forme.",
    # Listings
    "listing-name-missing": "Donnez un nom à la fiche.",
    "listing-unknown": "Cette fiche n’existe pas ou plus. Elle a peut-être été supprimée.",
    "category-unknown": "Cette rubrique n’existe pas. Choisissez-en une dans la liste.",
    "theme-unknown": "Le thème « {value} » n’existe pas. Choisissez-en un dans la liste.",
    "phone-invalid": "« {value} » n’est pas un numéro de téléphone. Exemple : 05 49 87 67 88.",
    "email-invalid": "« {value} » n’est pas une adresse de courriel. Exemple : nom@exemple.fr.",
    "website-invalid": "« {value} » n’est pas une adresse de site. Exemple : www.exemple.fr.",
    "postal-code-invalid": "Un code postal a cinq chiffres. Exemple : 86400.",
    "insee-code-invalid": "Un code INSEE a cinq caractères. Exemple : 86078.",
    "siret-invalid": "Un numéro SIRET a quatorze chiffres.",
    "merge-with-itself": "Choisissez deux fiches différentes à réunir.",
    # Saved searches and leaflets
    "search-name-missing": "Donnez un nom à la recherche.",
    "search-name-twice": "Une recherche s’appelle déjà « {name} ». Choisissez un autre nom.",
    "search-unknown": "Cette recherche n’existe pas ou plus. Choisissez-en une dans la liste.",
    "leaflet-empty": "Aucune fiche publiée ne correspond : le dépliant serait vide. Choisissez un autre sujet, ou donnez ce thème à des fiches.",
    "leaflet-title-missing": "Donnez un titre au dépliant.",
    # Events and dates
    "event-title-missing": "Donnez un titre à la manifestation.",
    "event-unknown": "Cette manifestation n’existe pas ou plus.",
    "event-end-before-start": "La fin est avant le début. Corrigez l’une des deux.",
    "event-start-missing": "Donnez la date de la manifestation.",
    "event-end-mixed": "Le début et la fin ont tous deux une heure, ou aucun des deux.",
    "recurrence-empty": "Cette répétition ne donne aucune date. Vérifiez le début et la fin.",
    "date-out-of-range": "L’année {year} n’est pas possible ici. Vérifiez la date.",
    "date-weekday-wrong": "Le jour de la semaine ne va pas avec cette date. Corrigez l’un des deux.",
    "recurrence-invalid": "Cette répétition n’est pas comprise. Choisissez-en une dans la liste.",
    "occurrence-unknown": "Cette date ne fait pas partie de la répétition.",
    "date-invalid": "Cette date n’est pas comprise. Exemples : 3/9, 3 sept. 2026, demain.",
    "time-invalid": "Cette heure n’est pas comprise. Exemples : 9h, 9h30, 14:00.",
    "date-missing": "Donnez une date. Exemples : 3/9, 3 sept. 2026, demain.",
    "opening-hours-day-invalid": "Ce jour n’est pas compris.",
    "opening-hours-time-invalid": "Cette heure n’est pas comprise.",
    # Booklet
    "need-unknown": "Le besoin « {value} » n’existe pas. Choisissez-en un dans la liste.",
    "choice-empty": "Aucune fiche imprimable ne répond à ce choix. Ajoutez un besoin ou une fiche, "
    "ou imprimez aussi les autres rubriques.",
    "part-invalid": "« {value} » n’est pas une partie du livret.",
    # Pictures
    "picture-too-heavy": "Cette image est trop lourde : {limit} Mo au plus.",
    "picture-unknown": "Ce fichier n’est pas une image lisible. Formats lus : JPEG, PNG, WebP, GIF, BMP.",
    "picture-too-large": "Cette image est trop grande ({width} × {height} points). Réduisez-la d’abord.",
    "picture-damaged": "Cette image est abîmée ou incomplète. Reprenez le fichier d’origine.",
    "picture-missing": "Cette image n’existe plus dans le coffre.",
    "code-text-too-long": "Ce texte est trop long pour un code à lire au téléphone (QR). Raccourcissez-le.",
    # Settings
    "profile-name-missing": "Donnez le nom de la commune ou de la communauté.",
    "profile-code-invalid": "Ce code n’est pas de la bonne forme : cinq caractères pour le code INSEE "
    "d’une commune, neuf chiffres pour le SIREN d’une communauté.",
    "colour-invalid": "Cette couleur n’est pas de la bonne forme. Exemple : #1f5f5b.",
    "colour-too-light": "Cette couleur est trop claire : le texte blanc n’y serait pas lisible.",
    "category-label-missing": "Donnez un nom à la rubrique.",
    "category-in-use": "La rubrique « {label} » contient des fiches ({count}). Déplacez-les d’abord, "
    "ou masquez la rubrique.",
    "theme-label-missing": "Donnez un nom au thème.",
    "theme-in-use": "Le thème « {label} » est donné à des fiches ({count}). Retirez-le d’abord.",
    "code-invalid": "« {value} » n’est pas un code : lettres minuscules, chiffres et tirets.",
    "code-twice": "Deux lignes ont le même code. Changez l’un des deux.",
    "own-text-untitled": "Donnez un titre à ce texte.",
    "months-out-of-range": "Le calendrier du livret va de 1 à 24 mois.",
    # Notice board
    "month-empty": "L’agenda est vide en {month}. Ajoutez-y une manifestation, ou choisissez un autre mois.",
    "month-invalid": "« {value} » n’est pas un mois. Exemple : 2026-12.",
    "tear-off-empty": "« {title} » n’a pas de fiche à imprimer. Choisissez une autre rubrique, un autre "
    "thème, ou publiez d’abord des fiches.",
    "tear-off-nothing-chosen": "Choisissez une rubrique, un thème ou des fiches.",
    "strips-out-of-range": "Une page a de 8 à 12 languettes.",
    # Labels and attendance sheets
    "labels-sheet-unknown": "La planche « {value} » n’est pas connue. Planches connues : {known}.",
    "labels-measure-invalid": "Cette mesure n’est pas possible. Exemple : 63,5.",
    "labels-measures-missing": "Donnez les mesures de la planche sur mesure avec --mesures.",
    "labels-too-many": "Une planche a {limit} étiquettes au plus. Vérifiez les colonnes et les rangées.",
    "labels-too-small": "C’est trop petit pour une adresse : {least} mm au moins.",
    "labels-overlap": "Les étiquettes se chevauchent : d’un bord au suivant il y a {pitch} mm, pour une "
    "étiquette de {size} mm. Mesurez du bord d’une étiquette au même bord de la suivante.",
    "labels-off-page-right": "La planche dépasse la page A4 : la dernière colonne finit à {reach} mm du bord "
    "gauche, la page à {page} mm. Vérifiez les mesures.",
    "labels-off-page-foot": "La planche dépasse la page A4 : la dernière rangée finit à {reach} mm du haut, "
    "la page à {page} mm. Vérifiez les mesures.",
    "labels-start-beyond": "Cette planche a {count} étiquettes : la première à utiliser va de 1 à {count}.",
    "labels-copies-out-of-range": "Demandez de 1 à {limit} exemplaires de chaque étiquette.",
    "labels-shift-out-of-range": "Le décalage va de −{limit} à +{limit} mm. Au-delà, vérifiez que "
    "l’imprimante prend bien du papier A4 à 100 %.",
    "labels-sender-unknown": "L’adresse de la mairie n’est pas dans l’annuaire. Complétez la fiche de la "
    "mairie (adresse, publiée), puis recommencez.",
    "labels-nobody": "Aucun destinataire n’a ce qu’il faut pour une étiquette. Complétez leurs fiches ou "
    "choisissez-en d’autres.",
    "attendance-title-missing": "Donnez un titre à la rencontre.",
    "attendance-columns-missing": "Choisissez au moins une colonne.",
    "attendance-rows-out-of-range": "Demandez de 1 à {limit} lignes vides.",
    "attendance-pages-out-of-range": "Demandez de 1 à {limit} pages.",
    "attendance-action-unknown": "Le plan n’a pas d’action de ce numéro : il va de 1 à {limit}.",
    # Letters
    "template-brace-open": "Ligne {line}, caractère {column} : l’accolade « {{ » n’est pas refermée. "
    "Écrivez par exemple {{nom}}, ou doublez l’accolade pour l’imprimer.",
    "template-brace-close": "Ligne {line}, caractère {column} : l’accolade « }} » ne ferme rien. "
    "Effacez-la, ou doublez-la pour l’imprimer.",
    "template-place-unknown": "Ligne {line}, caractère {column} : « {value} » n’est pas un mot à remplir. "
    "Vouliez-vous écrire {{{nearest}}} ?",
    "letter-name-missing": "Donnez un nom au modèle de lettre.",
    "letter-body-missing": "La lettre est vide. Écrivez au moins une phrase.",
    "letter-unknown": "Le modèle de lettre « {value} » n’existe pas. Modèles : {known}.",
    "confirmation-deadline-past": "La réponse est attendue avant la date de la lettre. Choisissez une date plus tardive.",
    "confirmation-choice-mixed": "Choisissez des fiches une à une, ou celles à vérifier, pas les deux.",
    "letters-none": "Il n’y a aucune lettre à écrire : personne n’a été choisi, ou personne n’a d’adresse.",
    # Questionnaires, notices, reports
    "questionnaire-unknown": "Le questionnaire « {value} » n’existe pas. Questionnaires : {known}.",
    "questionnaire-name-missing": "Donnez un nom au questionnaire.",
    "questionnaire-title-missing": "Donnez un titre au questionnaire.",
    "questionnaire-empty": "Le questionnaire est vide. Ajoutez au moins une question.",
    "questionnaire-too-long": "Ce questionnaire est trop long pour deux exemplaires A5 recto verso. "
    "Retirez des questions, ou imprimez-le en A4.",
    "question-missing": "Écrivez la question, ou retirez-la.",
    "question-choices-missing": "Donnez au moins deux réponses différentes, une par ligne.",
    "question-lines-out-of-range": "Demandez de 1 à {limit} lignes pour écrire.",
    "notice-nobody": "Les fiches choisies ne nomment personne. Choisissez des personnes ressources, ou des "
    "fiches qui ont un contact.",
    # Journal
    "nothing-to-undo": "Il n’y a plus rien à annuler.",
    "nothing-to-redo": "Il n’y a rien à rétablir.",
    "change-set-unknown": "Cette modification n’est pas dans l’historique.",
    "change-set-undone": "Cette modification est déjà annulée.",
    "change-set-final": "Le programme l’a faite lui-même : elle ne s’annule pas.",
    "record-unknown": "Rien dans l’historique ne porte cet identifiant.",
    # Imports and exports
    "file-empty": "Le fichier « {name} » est vide. Choisissez-en un autre.",
    "file-damaged": "Le fichier « {name} » est abîmé ou incomplet. Rien n’a été importé ; demandez-le ou téléchargez-le de nouveau.",
    "file-format-unknown": "Le fichier « {name} » n’est pas d’un format connu. Sont lus : tableurs (xlsx, ods, csv), RNA et annuaire de l’administration (DILA).",
    "file-too-large": "Le fichier « {name} » est trop grand pour cet ordinateur. Gardez seulement la feuille utile, puis recommencez.",
    "file-unsafe": "Le fichier « {name} » a une forme dangereuse et n’a pas été ouvert. Enregistrez-le de nouveau depuis votre tableur.",
    "file-protected": "Le fichier « {name} » est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis recommencez.",
    "sheet-unknown": "Le classeur « {name} » n’a pas de feuille visible « {sheet} ». Choisissez-en une autre.",
    "mapping-needed": "Il faut dire ce que contiennent les colonnes : aucune ne ressemble à un nom.",
    "import-stale": "L’annuaire a changé depuis l’aperçu. Rien n’a été importé ; refaites l’aperçu.",
    # Files and machine
    "file-missing": "Le fichier « {name} » n’existe pas. Vérifiez son nom et son dossier.",
    "file-unreadable": "Le fichier « {name} » ne peut pas être lu. Vérifiez qu’il est accessible.",
    "file-not-writable": "Le fichier « {name} » ne peut pas être écrit : il est protégé ou ouvert dans "
    "un autre programme. Fermez-le ou choisissez un autre nom.",
    "target-is-folder": "« {name} » est un dossier. Donnez aussi le nom du fichier à écrire.",
    "file-name-invalid": "« {name} » ne peut pas être le nom d’un fichier ici. Choisissez-en un plus court.",
    "folder-missing": "Le dossier « {folder} » n’existe pas. Choisissez-en un autre.",
    "folder-not-made": "Le dossier «\u202f{folder}\u202f» ne peut pas être créé. Choisissez-en un autre.",
    "folder-in-use": "Le dossier « {folder} » contient déjà autre chose. Choisissez un dossier vide ou nouveau.",
    "disk-full": "Le disque est plein : rien n’a été écrit. Libérez de la place, puis recommencez.",
    "printer-failed": "L’imprimante n’a pas pris la suite des pages. Vérifiez qu’elle est allumée et "
    "qu’elle a du papier, puis imprimez de nouveau.",
    # Plan
    "plan-inconsistent": "Le plan d’action ne tient pas ensemble : « {value} » ({rule}).",
    "plan-unreadable": "Le fichier du plan d’action est abîmé. Réinstallez le programme.",
}

REASONS: dict[str, str] = {
    "ambiguous": "plusieurs fiches correspondent",
    "corrected-by-hand": "corrigé à la main depuis",
    "dissolved": "dissoute ou fermée",
    "duplicate-row": "déjà lue plus haut dans le fichier",
    "name-missing": "sans nom",
    "not-active": "plus active",
    "not-published": "diffusion non autorisée",
    "other-commune": "d’une autre commune",
    "row-too-short": "ligne incomplète",
    "row-unreadable": "ligne illisible",
    "too-many-faults": "trop de valeurs refusées",
    "marked-ignored": "ligne d’aide du modèle",
    "help-row": "ligne d’aide du modèle",
    "empty-row": "ligne vide",
}


@dataclass(frozen=True, slots=True)
class Made:
    """Words of a sentence that are made of several parameters.

    Attributes:
        of: The parameters, in the order in which they are taken.
    """

    of: tuple[str, ...]
    words: Callable[..., str]


MADE: dict[str, Made] = {"holder": Made(("user", "host", "since"), holder_words)}
"""Name in a sentence → what stands there."""


class _Blank(dict[str, object]):
    """Parameters of a sentence; one that is missing leaves a blank rather than a second fault."""

    def __missing__(self, key: str) -> str:
        made = MADE.get(key)
        return made.words(*(str(self.get(name, "")) for name in made.of)) if made else "…"


def sentence(error: CtgError) -> str:
    """Return the French sentence for a fault."""
    template = SENTENCES.get(error.code)
    if template is None:
        return f"L’opération n’a pas pu se faire ({error.code}). Rien n’a été perdu."
    return template.format_map(_Blank(error.params))


def reason(code: str) -> str:
    """Return why a row of a foreign file is skipped or refused, in a few words."""
    if code in REASONS:
        return REASONS[code]
    return SENTENCES.get(code, code).format_map(_Blank()).split(". ")[0]
