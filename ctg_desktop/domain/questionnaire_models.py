"""The questionnaires that stand ready, in plain French.

None asks for a name, nor for health, origin, religion or opinions (GDPR, article 9): a sheet stays
anonymous in a village where everybody knows everybody.
"""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.questionnaire import Question, QuestionKind, Questionnaire
from ctg_desktop.domain.typography import french

_SHORT = "Trois minutes suffisent. Il n’y a ni bonne ni mauvaise réponse."


def _scale(text: str, low: str = "", high: str = "") -> Question:
    return Question(text, QuestionKind.SCALE, low, high)


def _choice(text: str, *choices: str, several: bool = False) -> Question:
    return Question(text, QuestionKind.CHOICE, choices=choices, several=several)


def _yes_no(text: str) -> Question:
    return Question(text, QuestionKind.YES_NO)


def _text(text: str, lines: int = 2) -> Question:
    return Question(text, QuestionKind.TEXT, lines=lines)


SATISFACTION = Questionnaire(
    "satisfaction",
    "Satisfaction d’une rencontre ou d’un atelier",
    "Votre avis sur cette rencontre",
    "Rencontre ou atelier",
    f"{_SHORT} Vos réponses servent à préparer la prochaine rencontre.",
    (
        _scale("Cette rencontre vous a-t-elle plu ?", "Pas du tout", "Beaucoup"),
        _scale("Répondait-elle à ce que vous attendiez ?"),
        _scale("Avez-vous pu dire ce que vous vouliez ?"),
        _scale("L’accueil, le lieu et l’horaire vous convenaient-ils ?"),
        _choice(
            "Comment l’avez-vous connue ?",
            "Le livret ou une affiche",
            "La mairie",
            "Une association",
            "Un voisin, une amie",
            "Internet, les réseaux",
            "Autrement",
            several=True,
        ),
        _yes_no("Reviendriez-vous ?"),
        _text("Qu’avez-vous préféré ?"),
        _text("Que pourrions-nous faire mieux ?"),
    ),
)

BOOKLET = Questionnaire(
    "livret",
    "Avis sur le livret ressources",
    "Votre avis sur le livret ressources",
    "",
    f"{_SHORT} Vos réponses serviront à la prochaine édition.",
    (
        _scale(
            "Est-il facile d’y trouver ce que vous cherchez ?",
            "Très difficile",
            "Très facile",
        ),
        _scale("Est-il agréable à lire ?"),
        _choice(
            "Quelles pages vous ont servi ?",
            "La mairie, les démarches",
            "L’enfance et l’école",
            "La santé, la solidarité",
            "Les transports",
            "Les commerces",
            "Les associations",
            "L’agenda",
            "Aucune",
            several=True,
        ),
        _yes_no("Y avez-vous découvert un service ou une association ?"),
        _yes_no("Avez-vous appelé ou rencontré quelqu’un grâce à lui ?"),
        _choice(
            "Sous quelle forme le préférez-vous ?",
            "Petit livret (A5)",
            "Grand format (A4)",
            "Gros caractères",
            "Sur internet",
        ),
        _text("Que manque-t-il ? Qu’y a-t-il à corriger ?", 3),
    ),
)

FAMILIES = Questionnaire(
    "familles",
    "Besoins des familles",
    "Familles : de quoi avez-vous besoin ?",
    "",
    f"{_SHORT} Vos réponses aident la commune à choisir ce qu’elle fera en premier.",
    (
        _choice(
            "Quel âge ont les enfants de la maison ?",
            "Moins de 3 ans",
            "3 à 5 ans",
            "6 à 11 ans",
            "12 à 17 ans",
            several=True,
        ),
        _choice(
            "Qu’est-ce qui vous rendrait service, près d’ici ?",
            "Garde des tout-petits",
            "Accueil avant et après l’école",
            "Mercredis et vacances",
            "Aide aux devoirs",
            "Sport, musique, culture",
            "Lieu pour les jeunes",
            "Rencontres entre parents",
            "Aide aux démarches",
            "Transports, covoiturage",
            several=True,
        ),
        _scale("Est-il facile de vous déplacer ?", "Très difficile", "Très facile"),
        _scale("Vous sentez-vous au courant de ce qui existe ?"),
        _yes_no("Savez-vous à qui vous adresser quand vous avez une question ?"),
        _choice(
            "Quand êtes-vous disponible pour une activité ?",
            "En journée",
            "Après l’école",
            "En soirée",
            "Le week-end",
            several=True,
        ),
        _text("Une idée, un souhait, une difficulté ?", 3),
    ),
)

VOLUNTEERS = Questionnaire(
    "benevoles",
    "Bénévoles et associations",
    "Bénévoles et associations : votre avis",
    "",
    f"{_SHORT} Vos réponses aident la commune à mieux vous soutenir.",
    (
        _choice(
            "Vous êtes…",
            "Bénévole",
            "Responsable d’association",
            "Salarié d’association",
            "Pas encore bénévole",
        ),
        _choice(
            "Combien de temps donnez-vous ?",
            "Quelques heures par an",
            "Quelques heures par mois",
            "Chaque semaine",
            "Pas encore",
        ),
        _scale("Vous sentez-vous soutenu par la commune ?"),
        _scale("Est-il facile d’avoir une salle ou du matériel ?", "Très difficile", "Très facile"),
        _choice(
            "De quoi votre association a-t-elle besoin ?",
            "De bénévoles",
            "De responsables",
            "D’une salle",
            "De matériel",
            "D’une formation",
            "De se faire connaître",
            "D’aide pour les dossiers",
            several=True,
        ),
        _yes_no("Seriez-vous prêt à partager du matériel ou une date ?"),
        _text("Qu’aimeriez-vous faire avec d’autres associations ?", 3),
    ),
)


def _spaced(model: Questionnaire) -> Questionnaire:
    return replace(model, introduction=french(model.introduction))


MODELS: tuple[Questionnaire, ...] = tuple(
    map(_spaced, (SATISFACTION, BOOKLET, FAMILIES, VOLUNTEERS))
)
"""The questionnaires that are shipped, in the order of the list."""
