"""What is said of yearly figures, and of the small counts that do not leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctg_desktop.domain.families.figure_sending import MaskedFigures

METHOD = (
    "Méthode : Handbook on Statistical Disclosure Control (ESSnet, Eurostat), chapitres 4 et 5."
)
WITHHELD_SENTENCES: dict[str, str] = {
    "small": "Trop peu de familles : rien de leurs chiffres ne part cette fois. Ils partiront quand d’autres "
    "familles seront arrivées.",
    "growth": "Trop peu de changements depuis un envoi précédent : rien de ces chiffres ne part cette fois. Ils "
    "partiront quand d’autres familles seront arrivées.",
    "complement": "Aucun masque ne suffirait après les envois précédents : rien de ces chiffres ne part.",
}
"""Why nothing of families leaves, by the value of ``small_counts.Mask``."""
EXACT_SENTENCE = (
    "Chiffres exacts, à garder à la mairie : de petits nombres disent de qui l’on parle. Familles effacées comprises ; "
    "une famille peut avoir plusieurs besoins et plusieurs langues."
)
REFERRALS_WITHHELD = "Trop peu d’orientations, ou trop peu depuis un envoi précédent : elles ne partent pas cette fois."

FIGURE_SENTENCES: dict[str, str] = {
    "figures-format-unknown": "Les chiffres s’écrivent en PDF, ODS, XLSX ou CSV : finissez le nom du fichier ainsi. "
    "« {value} » n’est pas connu.",
    "figures-withheld": "Aucun de ces chiffres ne peut être transmis : trop peu de familles et d’orientations, ou trop "
    "peu depuis un envoi précédent. Rien n’a été écrit. La mairie, elle, voit tous ses chiffres.",
    "figures-changed": "Les chiffres ont changé depuis l’aperçu. Rien n’a été écrit. Regardez le nouvel aperçu, puis "
    "recommencez.",
}
"""Joined to the sentences of all other faults."""


def withheld_sentences(figures: MaskedFigures) -> tuple[str, ...]:
    """Return why a part of a sending does not leave at all, a sentence each."""
    said = []
    if figures.families.withheld:
        said.append(WITHHELD_SENTENCES[figures.families.masks[()].value])
    if figures.referrals.withheld:
        said.append(REFERRALS_WITHHELD)
    return tuple(said)


def masking_sentence(threshold: int) -> str:
    """Return in plain words what is masked, and by which method."""
    return (
        f"Un nombre entre 1 et {threshold - 1} est masqué, comme ce qui vaut pour toutes les familles ou presque, et "
        "d’autres nombres avec eux, pour qu’aucune soustraction, même avec un envoi précédent, ne les fasse retrouver. "
        f"« Non renseigné » n’est ni zéro ni masqué. {METHOD}"
    )
