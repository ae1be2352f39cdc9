"""What a recovery sheet says of what it opens: the vault, or the register inside it."""

from __future__ import annotations

from dataclasses import dataclass

_COPY = (
    "Recopiez les sept groupes, dans l’ordre des numéros. Majuscules ou minuscules, avec ou "
    "sans tirets : c’est pareil."
)
_PUT_BACK = "Remettez cette feuille à sa place : elle reste valable."
_ENVELOPE = "Dans une enveloppe fermée, au coffre de la mairie ; pas à côté de l’ordinateur."


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words that differ.

    Attributes:
        opens: Before "de Civray".
        how: Steps, in order.
        keep: What to mind.
    """

    title: str
    subject: str
    lead: str
    opens: str
    how: tuple[str, ...]
    keep: tuple[str, ...]
    warning: str


VAULT = SheetWords(
    title="Feuille de secours",
    subject="Code qui ouvre le coffre quand les mots de passe sont oubliés",
    lead=(
        "Ce code ouvre les données de CTG Desktop quand plus personne ne se souvient de son "
        "mot de passe."
    ),
    opens="le coffre",
    how=(
        (
            "Ouvrez CTG Desktop. Sur la page qui demande le mot de passe, choisissez « J’ai oublié "
            "mon mot de passe »."
        ),
        _COPY,
        (
            "Choisissez un nouveau mot de passe. Vos fiches sont là, telles que vous les avez "
            "laissées."
        ),
        _PUT_BACK,
    ),
    keep=(
        _ENVELOPE,
        (
            "Ni photo, ni courriel, ni copie sur l’ordinateur : qui a cette feuille et vos "
            "fichiers lit tout."
        ),
        (
            "Feuille perdue ou vue par d’autres ? Dans le programme : Réglages, Utilisateurs et "
            "mots de passe, Nouvelle feuille de secours. Celle-ci n’ouvre alors plus rien."
        ),
    ),
    warning=(
        "Sans mot de passe et sans cette feuille, personne ne peut rouvrir vos données "
        ": ni un informaticien, ni les auteurs du programme."
    ),
)

REGISTER = SheetWords(
    title="Feuille de secours du registre",
    subject="Code qui ouvre le registre quand les mots de passe sont oubliés",
    lead=(
        "Ce code ouvre le registre des personnes vulnérables quand plus aucune des personnes "
        "désignées ne se souvient de son mot de passe."
    ),
    opens="le registre des personnes vulnérables",
    how=(
        (
            "Ouvrez CTG Desktop et le coffre de la commune. Cette feuille n’ouvre pas "
            "le coffre : il a la sienne."
        ),
        "Page Registre : choisissez « J’ai oublié mon mot de passe ».",
        _COPY,
        (
            "Choisissez un nouveau mot de passe pour le registre, puis remettez cette feuille à sa "
            "place : elle reste valable."
        ),
    ),
    keep=(
        _ENVELOPE,
        (
            "Seules les personnes que le maire a désignées peuvent s’en servir ; elles sont tenues "
            "au secret professionnel."
        ),
        (
            "Feuille perdue ou vue par d’autres ? Dans le programme : Registre, Personnes "
            "désignées, Nouvelle feuille de secours. Celle-ci n’ouvre alors plus rien."
        ),
    ),
    warning=(
        "Sans mot de passe et sans cette feuille, personne ne peut rouvrir le registre "
        ": ni un informaticien, ni les auteurs du programme."
    ),
)
