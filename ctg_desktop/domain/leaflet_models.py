"""The leaflets that stand ready: one a theme, with its texts and the sheets of the plan it answers.

Only national numbers and sites are named, each known for certain; a commune changes every text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ctg_desktop.domain.leaflet import TITLE_LIMIT, LeafletTexts

NOTES_TITLE = "Mes notes"


@dataclass(frozen=True, slots=True)
class LeafletModel:
    """A leaflet that stands ready.

    Attributes:
        theme: Code of the theme.
        sheets: Numbers of the sheets of the action plan that it answers.
    """

    theme: str
    texts: LeafletTexts
    sheets: tuple[int, ...]


_MODELS = (
    LeafletModel(
        "social-directory",
        LeafletTexts(
            title="Qui peut m’aider\u202f?",
            introduction="Un coup dur, un papier difficile à remplir, un besoin de parler\u00a0: "
            "personne n’a à s’en sortir seul. Voici qui vous reçoit près de chez vous, en toute "
            "discrétion. En cas de doute, commencez par la mairie\u00a0: elle vous orientera.",
            colour="#7a1f3d",
            lines=(
                "115 Hébergement d’urgence, jour et nuit",
                "119 Enfance en danger, jour et nuit",
                "3919 Violences faites aux femmes",
                "3977 Personnes âgées ou handicapées maltraitées",
                "3114 Souffrance et pensées suicidaires, jour et nuit",
                "3230 Caisse d’allocations familiales",
            ),
            notes_title="Mes rendez-vous",
        ),
        (1,),
    ),
    LeafletModel(
        "digital-rights",
        LeafletTexts(
            title="Démarches et numérique\u00a0: on vous aide",
            introduction="Beaucoup de démarches se font sur internet, mais vous n’êtes pas obligé "
            "de les faire seul. Ici, des personnes vous prêtent un ordinateur, vous montrent "
            "comment faire ou remplissent le dossier avec vous. Apportez une pièce d’identité et "
            "les courriers reçus.",
            colour="#334e8c",
            lines=(
                "3939 Allô Service Public, renseignements sur vos droits",
                "3646 Assurance maladie",
                "3230 Caisse d’allocations familiales",
                "3949 France Travail",
                "3960 Assurance retraite",
                "0 809 401 401 Impôts",
            ),
            notes_title="Mes papiers à apporter",
        ),
        (6,),
    ),
    LeafletModel(
        "holidays",
        LeafletTexts(
            title="Vacances et loisirs pour tous",
            introduction="Partir quelques jours, sortir le mercredi, jouer, lire, nager\u00a0: "
            "il y a de quoi faire près d’ici, pour tous les âges et toutes les bourses. Des aides "
            "existent, et des personnes préparent le départ avec vous. Parlez-en tôt\u00a0: les "
            "places de l’été se décident dès l’hiver.",
            colour="#9a3412",
            lines=(
                "3230 Caisse d’allocations familiales\u00a0: vos aides aux vacances et aux loisirs",
            ),
            notes_title="Mon projet",
        ),
        (3,),
    ),
    LeafletModel(
        "mobility",
        LeafletTexts(
            title="Se déplacer, avec ou sans voiture",
            introduction="Aller travailler, voir le médecin, faire ses courses, retrouver des "
            "amis\u00a0: il existe presque toujours une solution, même loin des lignes de car. "
            "Voici celles d’ici, du vélo au minibus qui vient vous chercher. Pour beaucoup, il "
            "suffit d’appeler la veille.",
            colour="#1d5b79",
            notes_title="Mes trajets",
        ),
        (5,),
    ),
    LeafletModel(
        "early-childhood",
        LeafletTexts(
            title="Bienvenue aux tout-petits",
            introduction="Un enfant arrive, et avec lui mille questions. Qui le garde, où jouer, à "
            "qui demander conseil, comment souffler un peu\u202f? Ces personnes accueillent les "
            "enfants de moins de six ans et leurs parents, sans jugement.",
            colour="#8a4b08",
            lines=(
                "monenfant.fr Trouver un mode d’accueil, le site des Caf",
                "3230 Caisse d’allocations familiales",
                "3646 Assurance maladie",
                "119 Enfance en danger, jour et nuit",
            ),
            notes_title="Mes questions",
        ),
        (8,),
    ),
    LeafletModel(
        "youth",
        LeafletTexts(
            title="Jeunes\u00a0: les bonnes adresses",
            introduction="Un stage, un permis, un projet, un coup de blues ou juste l’envie de "
            "bouger\u00a0: voici qui te répond près d’ici. C’est gratuit ou presque, et tu peux "
            "venir sans tes parents. Pousse la porte, on te dira le reste.",
            colour="#86198f",
            lines=(
                "3018 Harcèlement et violences en ligne",
                "3114 Pensées suicidaires, jour et nuit",
                "119 Enfance en danger, jour et nuit",
                "0 800 235 236 Fil Santé Jeunes, anonyme et gratuit",
                "service-civique.gouv.fr Trouver une mission",
            ),
            notes_title="Mes idées",
        ),
        (9,),
    ),
    LeafletModel(
        "disability",
        LeafletTexts(
            title="Handicap\u00a0: à vos côtés",
            introduction="Vivre, apprendre, jouer et sortir avec un handicap, cela se prépare "
            "mieux à plusieurs. Ces lieux et ces personnes accueillent les enfants et les adultes "
            "à besoins spécifiques, et soutiennent leurs proches. Dites ce dont vous avez "
            "besoin\u00a0: presque tout s’adapte.",
            colour="#5b3a8c",
            lines=(
                "0 800 360 360 Personnes handicapées et proches\u00a0: une solution près d’ici",
                "3977 Personnes âgées ou handicapées maltraitées",
                "114 Urgences par message, pour les personnes sourdes ou malentendantes",
            ),
            notes_title="Mes contacts",
        ),
        (10,),
    ),
    LeafletModel(
        "volunteering",
        LeafletTexts(
            title="Donner un peu de son temps",
            introduction="Une heure par mois ou tous les samedis, chacun a quelque chose à "
            "apporter. Ces associations cherchent des bras, des idées et des sourires\u202f; elles "
            "vous apprendront le reste. Appelez, passez les voir, essayez une fois.",
            colour="#2f6f3e",
            lines=(
                "jeveuxaider.gouv.fr Des missions de bénévolat près de chez vous",
                "service-civique.gouv.fr Des missions pour les jeunes",
            ),
            notes_title="Ce que j’aimerais faire",
        ),
        (16,),
    ),
    LeafletModel(
        "local-producers",
        LeafletTexts(
            title="Manger d’ici",
            introduction="Pain, fromage, légumes, miel, huile\u00a0: ce qui pousse et se fabrique "
            "ici a un visage et un prénom. Acheter sur place, c’est manger de saison et faire "
            "vivre ses voisins. Pensez à vos sacs, et téléphonez avant une visite.",
            colour="#3f6212",
            notes_title="Ma liste de courses",
        ),
        (17,),
    ),
)

MODELS: Mapping[str, LeafletModel] = MappingProxyType({one.theme: one for one in _MODELS})
"""The leaflets that stand ready, by theme."""


def model_texts(theme: str, label: str, accent: str) -> LeafletTexts:
    """Return the texts a leaflet begins with.

    Args:
        theme: Code of a theme; one without a model, or none at all, begins with its name alone.
        label: What the subject is called.
        accent: Colour of the commune, ``#rrggbb``.
    """
    model = MODELS.get(theme)
    if model is not None:
        return model.texts
    return LeafletTexts(title=label[:TITLE_LIMIT], colour=accent, notes_title=NOTES_TITLE)
