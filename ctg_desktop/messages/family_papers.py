"""What is said of the papers of families and of the register."""

from __future__ import annotations

from ctg_desktop.domain.families.welcome import LeftOut, WelcomePart, WelcomeRemark

WELCOME_PART_LABELS: dict[WelcomePart, str] = {
    WelcomePart.NOTICE: "Notice d’information, en français et en anglais",
    WelcomePart.LETTER: "Lettre d’accueil",
    WelcomePart.INVITATION: "Invitation aux prochaines dates",
    WelcomePart.BOOKLET: "Livret choisi pour la famille",
}

LEFT_OUT_SENTENCES: dict[LeftOut, str] = {
    LeftOut.NOTHING_TO_INVITE_TO: "L’agenda n’a aucune date publique dans les semaines qui viennent. "
    "Ajoutez-en une dans l’Agenda pour pouvoir inviter la famille.",
    LeftOut.OBJECTED: "La famille ne veut plus être contactée\u00a0: ni lettre, ni invitation.",
    LeftOut.MOVED_AWAY: "La famille est partie.",
    LeftOut.NOT_INFORMED: "La famille n’a pas encore reçu la notice d’information\u00a0: remettez-la en même temps.",
    LeftOut.NOTHING_SERVES: "Aucune fiche ne répond à ses besoins, ou aucun besoin n’est noté. Choisissez le "
    "livret entier.",
}

WELCOME_REMARKS: dict[WelcomeRemark, str] = {
    WelcomeRemark.NO_ADDRESS: "Aucune adresse n’est notée\u00a0: la lettre se remet en main propre.",
    WelcomeRemark.NO_NEEDS: "Aucun besoin n’est noté\u00a0: le livret garde son ordre habituel.",
}

PAPER_SENTENCES: dict[str, str] = {
    "notice-one-language": "Cette notice s’imprime dans une langue à la fois\u00a0: «\u202ffr\u202f» ou «\u202fen\u202f».",
    "welcome-empty": "Il n’y a aucun papier à remettre. Choisissez-en au moins un.",
    "email-not-agreed": "Pas d’accord noté pour un courriel à ce sujet, ou la famille ne veut plus être "
    "contactée. Aucun brouillon n’a été fait. Remettez la lettre ou envoyez-la par la poste\u202f; si la famille "
    "accepte, notez son accord et sa date dans sa fiche.",
    "email-unsafe": "Une adresse de courriel contient des caractères interdits. Aucun brouillon n’a été fait. "
    "Corrigez-la dans la fiche de la famille.",
    "families-all": "Rien ne s’imprime pour toutes les familles à la fois. Choisissez une liste\u00a0: à accueillir, à "
    "rappeler, isolées, par exemple.",
    "families-none-agreed": "Aucune de ces familles ne peut recevoir de courrier\u00a0: la notice ne leur a pas été "
    "remise, ou aucune adresse n’est notée. Rien n’a été imprimé.",
    "table-format-unknown": "Le registre s’écrit en PDF, ODS, XLSX ou CSV\u00a0: finissez le nom du fichier ainsi. «\u202f{value}\u202f» "
    "n’est pas connu.",
    "register-nobody-to-confirm": "Personne n’est à rappeler cette année\u00a0: il n’y a aucune lettre à imprimer.",
    "register-alert-over": "Cette alerte est finie\u00a0: il n’y a plus d’appels à faire. Choisissez une alerte en "
    "cours.",
}
"""Joined to the sentences of all other faults."""
