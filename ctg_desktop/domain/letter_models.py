"""The letters that a town hall writes most, ready to be changed."""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.letter import TEXTS, LetterModel
from ctg_desktop.domain.typography import french

_GREETING = (
    "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."
)
_WARM = "Avec nos remerciements renouvelés, nous vous adressons nos salutations les plus cordiales."

INVITATION = LetterModel(
    "invitation",
    "Invitation à une rencontre",
    subject="Invitation à une rencontre",
    body="""\
La commune de {commune} a le plaisir de vous inviter à une rencontre consacrée à {sujet|la vie \
locale}.

- Quand : {quand}
- Où : {lieu|à la mairie}

Votre connaissance du terrain nous sera précieuse. La rencontre est ouverte à deux personnes de \
votre structure, bénévoles ou salariées ; elle se terminera par un moment convivial.

Pour préparer l’accueil, merci de nous dire si vous viendrez, par téléphone, par courriel ou en \
passant à la mairie, avant {reponse|la fin du mois}.""",
    closing="Dans l’attente de vous rencontrer, nous vous prions d’agréer, Madame, Monsieur, "
    "l’expression de nos salutations distinguées.",
)

THANKS = LetterModel(
    "remerciement",
    "Remerciement aux bénévoles",
    subject="Merci aux bénévoles",
    salutation="Chères et chers bénévoles,",
    body="""\
Le temps que vous donnez ne se voit pas toujours. Il compte pourtant chaque semaine, pour des \
habitants de {commune} qui trouvent grâce à vous une activité, une aide ou une présence.

Au nom de la commune, nous tenons à remercier chacune et chacun de vos bénévoles. Merci de leur \
transmettre cette lettre.

{sujet|}

La mairie reste à vos côtés : une salle à réserver, une affiche à imprimer, une date à inscrire \
dans le livret ? Passez nous voir.""",
    closing=_WARM,
)

ENQUIRY = LetterModel(
    "renseignements",
    "Demande de renseignements pour le livret",
    subject="Votre fiche dans le livret ressources de {commune}",
    body="""\
La commune de {commune} prépare son livret ressources : les services, les associations, les \
commerces et les personnes qui font la vie d’ici. Il est remis aux habitants et aux familles qui \
arrivent.

Voici ce que nous savons de vous :

{fiche}

Est-ce exact ? Corrigez cette page à la main et rendez-la à la mairie, ou appelez-nous, avant \
{reponse|la fin du mois}. Il nous manque peut-être :

- vos horaires : {horaires|....................................................................}
- un numéro de téléphone à imprimer : {telephone|.......................................}
- une adresse de courriel : {courriel|.......................................................}

Rien de ce qui concerne une personne privée n’est imprimé sans son accord écrit.""",
    closing=_GREETING,
)

FORUM = LetterModel(
    "forum",
    "Convocation au forum des associations",
    subject="Forum des associations {quand}",
    salutation="Madame, Monsieur, chers responsables associatifs,",
    body="""\
Le forum des associations de {commune} se tiendra {quand|à la rentrée}, {lieu|à la salle des \
fêtes}. Nous comptons sur votre présence.

Merci de nous dire avant {reponse|la fin du mois} :

- combien de tables et de chaises il vous faut ;
- si vous avez besoin d’électricité ;
- si vous proposez une démonstration, et combien de temps elle dure ;
- le nom de la personne qui tiendra le stand.

L’installation se fait une heure avant l’ouverture. Votre attestation d’assurance en \
responsabilité civile est à joindre à votre réponse.""",
    closing=_GREETING,
    enclosures="fiche d’inscription",
)

_MEET = "Au plaisir de vous rencontrer, nous vous adressons nos salutations les plus cordiales."

WELCOME = LetterModel(
    "accueil",
    "Lettre d’accueil d’une famille",
    subject="Bienvenue dans notre commune",
    salutation="Bonjour à toutes et à tous,",
    body="""\
Vous venez de vous installer ici : bienvenue ! La commune de {commune} est heureuse de vous \
accueillir.

Pour vous aider à trouver vos repères, vous recevez avec cette lettre :

- le livret ressources de la commune, qui dit à qui s’adresser ;
- les prochaines dates où venir faire connaissance, s’il y en a ;
- une notice sur ce que la mairie note de votre famille, pourquoi, et sur vos droits.

Une question sur l’école, la garde des enfants, les déchets, les transports, une démarche ? \
Passez nous voir ou appelez-nous. Si nous n’avons pas la réponse, nous vous dirons qui l’a.""",
    closing=_MEET,
    enclosures="livret ressources, notice d’information",
)

MEETINGS = LetterModel(
    "rencontres",
    "Invitation des familles",
    subject="Venez faire connaissance",
    salutation="Bonjour à toutes et à tous,",
    body="""\
La commune de {commune} vous invite à ses prochains rendez-vous. Vous y êtes les bienvenus, \
en famille :

- {rencontres|le programme est affiché à la mairie}

Vous ne connaissez encore personne ? Dites-nous quand vous venez, quelqu’un vous y attendra.""",
    closing=_MEET,
)

BOOKLET = LetterModel(
    "livret",
    "Envoi du livret aux familles",
    subject="Le livret ressources de {commune}",
    salutation="Bonjour à toutes et à tous,",
    body="""\
La nouvelle édition du livret ressources de {commune} est prête : services, associations, \
commerces, personnes et rendez-vous d’ici. Vous la recevez avec ce message.

Une erreur, un oubli, une adresse à ajouter ? Dites-le-nous : le prochain livret sera corrigé.""",
    closing=_MEET,
    enclosures="livret ressources",
)

FREE = LetterModel(
    "libre",
    "Lettre libre",
    subject="Vie locale",
    body="""\
Écrivez ici votre lettre. Une ligne vide sépare deux paragraphes ; les lignes qui commencent par \
un tiret et une espace font une liste.""",
    closing=_GREETING,
)


def _spaced(model: LetterModel) -> LetterModel:
    return replace(model, **{name: french(getattr(model, name)) for name in TEXTS})


_SHIPPED = (INVITATION, THANKS, ENQUIRY, FORUM, WELCOME, MEETINGS, BOOKLET, FREE)
MODELS: tuple[LetterModel, ...] = tuple(map(_spaced, _SHIPPED))
"""The models that are shipped, in the order of the list."""
