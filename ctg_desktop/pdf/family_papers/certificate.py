"""The certificate of an erasure: what was done, and no word of whom.

Source: regulation (EU) 2016/679 (GDPR), articles 12, 17 and 19.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctg_desktop.domain.families.erasure import Erasure, Removed
from ctg_desktop.domain.wording import day_full, plural
from ctg_desktop.messages.families import ERASURE_LABELS
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Heading,
    ItemList,
    Paragraph,
    Part,
    Space,
)
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.family_papers.parts import Keeper, document, facts
from ctg_desktop.pdf.words import words

TITLE = "Attestation d’effacement"
_EDGE = "#404040"
_SIGN = 60.0
_AGAIN = (
    "un identifiant tiré au hasard, pour que la restauration d’une sauvegarde plus ancienne efface "
    "de nouveau ces données ;"
)
_JOURNAL = (
    "le journal des accès, pendant douze mois : qui a ouvert un dossier, sans dire de quelle "
    "famille."
)
_REMAINS = (
    "les comptes de l’année, sans noms : arrivées, besoins, langues, services indiqués ;",
    _AGAIN,
    _JOURNAL,
)
_PAPERS = (
    "Les papiers déjà remis ou classés ne sont pas dans le programme : la mairie les détruit à "
    "part."
)


def certificate_document(keeper: Keeper, erasure: Erasure, edition: date) -> Document:
    """Return the certificate as a document of one page."""
    return document(keeper, TITLE, ((TITLE, tuple(_blocks(keeper, erasure))),), edition)


def _blocks(keeper: Keeper, erasure: Erasure) -> Iterator[Block]:
    yield Paragraph(words(keeper.named), "kicker")
    yield Heading(1, words(TITLE))
    yield Paragraph(words("Règlement (UE) 2016/679 (RGPD), articles 12, 17 et 19."), "note")
    yield Space(9.0)
    said = f"Les données d’une famille ont été effacées le {day_full(erasure.on)}."
    yield Paragraph(words(said), "strong")
    yield Space(6.0)
    yield from facts(
        (
            ("Motif", ERASURE_LABELS[erasure.reason]),
            ("Numéro", f"ligne {erasure.number} du journal des accès"),
            ("Délégué à la protection des données", keeper.privacy.dpo),
        )
    )
    yield Heading(2, words("Ce qui est effacé"))
    yield ItemList(tuple(words(one) for one in _gone(erasure)))
    yield Heading(2, words("Ce qui reste, sans nom"))
    yield ItemList(tuple(words(one) for one in _REMAINS))
    yield Paragraph(words(_PAPERS), "note")
    yield Space(fill=True)
    yield Columns(
        (
            Part((Box((Paragraph(words("Date"), "label"),), border=_EDGE, height=_SIGN),)),
            Part(
                (
                    Box(
                        (Paragraph(words("Cachet et signature"), "label"),),
                        border=_EDGE,
                        height=_SIGN,
                    ),
                ),
                2.0,
            ),
        )
    )


def _gone(erasure: Erasure) -> Iterator[str]:
    yield "le foyer : nom, adresse, téléphones, courriels, accords, besoins, accueil ;"
    yield from _counted(erasure.removed)
    if erasure.cleaned:
        yield "les pages du fichier et l’index de recherche, réécrits sans ces données."
    else:
        yield "les pages du fichier, qui seront réécrites à la prochaine ouverture du programme."


def _counted(removed: Removed) -> Iterator[str]:
    counts = (
        (removed.persons, "personne du foyer", "personnes du foyer"),
        (removed.notes, "note", "notes"),
        (removed.journal, "valeur de l’historique", "valeurs de l’historique"),
        (removed.drafts, "saisie en cours", "saisies en cours"),
    )
    for count, one, several in counts:
        if count:
            yield f"{plural(count, one, several)} ;"
    if removed.referrals:
        told = plural(
            removed.referrals,
            "service indiqué, qui compte",
            "services indiqués, qui comptent",
        )
        yield f"le lien du foyer avec {told} encore sans nom ;"
