"""What is said of the faults of papers for families and of the register."""

from __future__ import annotations

PAPER_SENTENCES: dict[str, str] = {
    "notice-one-language": "Cette notice s’imprime dans une langue à la fois\u00a0: «\u202ffr\u202f» ou «\u202fen\u202f».",
    "welcome-empty": "Il n’y a aucun papier à remettre. Choisissez-en au moins un.",
    "email-not-agreed": "Pas d’accord noté pour un courriel à ce sujet, ou la famille ne veut plus être "
    "contactée. Aucun brouillon n’a été fait. Remettez la lettre ou envoyez-la par la poste\u202f; si la famille "
    "accepte, notez son accord et sa date dans sa fiche.",
    "email-unsafe": "Une adresse de courriel contient des caractères interdits. Aucun brouillon n’a été fait. "
    "Corrigez-la dans la fiche de la famille.",
    "dossier-format-unknown": "Un dossier s’écrit en PDF ou en JSON\u00a0: finissez le nom du fichier ainsi. "
    "«\u202f{value}\u202f» n’est pas connu.",
    "families-all": "Rien ne s’imprime pour toutes les familles à la fois. Choisissez une liste\u00a0: à accueillir, à "
    "rappeler, isolées, par exemple.",
    "families-nothing-to-invite-to": "L’agenda n’a aucune date publique dans les semaines qui viennent. Ajoutez-en une "
    "dans l’Agenda, puis invitez les familles.",
    "families-none-agreed": "Aucune de ces familles ne peut recevoir de courrier\u00a0: la notice ne leur a pas été "
    "remise, ou aucune adresse n’est notée. Rien n’a été imprimé.",
    "table-format-unknown": "Le registre s’écrit en PDF, ODS, XLSX ou CSV\u00a0: finissez le nom du fichier ainsi. «\u202f{value}\u202f» "
    "n’est pas connu.",
    "register-nobody-to-confirm": "Personne n’est à rappeler cette année\u00a0: il n’y a aucune lettre à imprimer.",
    "register-alert-over": "Cette alerte est finie\u00a0: il n’y a plus d’appels à faire. Choisissez une alerte en "
    "cours.",
}
"""Joined to the sentences of all other faults."""
