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
