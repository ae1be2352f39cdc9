"""What is told of the data of families: in their dossier, and in the register of processing."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.dossier import Dossier
from ctg_desktop.pdf.blocks import Block
from ctg_desktop.pdf.family_papers.parts import Keeper, facts
from ctg_desktop.pdf.information_notice import family_texts, texts
from ctg_desktop.pdf.phrases import Phrase


def purposes(keeper: Keeper) -> str:
    """Return why families are noted."""
    return keeper.families.purposes or family_texts.PURPOSES_TEXT.french


def recipients(keeper: Keeper) -> str:
    """Return who sees their data."""
    return keeper.families.recipients or _RECIPIENTS


def durations(keeper: Keeper) -> str:
    """Return how long they are kept."""
    said = family_texts.RETENTION_TEXT.french.format(keeper.families.retention_months)
    return keeper.families.durations or said


def kept(keeper: Keeper, dossier: Dossier) -> Iterator[Block]:
    """Yield why a household is kept, by whom, how long, and what it may ask for."""
    review = wording.day(dossier.review_on) if dossier.review_on else ""
    return facts(
        (
            ("Responsable", keeper.named),
            ("Délégué à la protection des données", keeper.privacy.dpo),
            ("Pourquoi", purposes(keeper)),
            ("Sur quelle base", family_texts.BASIS_TEXT.french),
            ("D’où viennent les données", family_texts.SOURCE_TEXT.french),
            ("Qui les voit", recipients(keeper)),
            ("Combien de temps", durations(keeper)),
            ("À revoir à partir du", review),
            ("Vos droits", _filled(family_texts.RIGHTS_TEXT, keeper)),
            ("Réclamation", f"{texts.COMPLAINT_TEXT.french}{texts.CNIL_SITE}"),
        )
    )


def _filled(phrase: Phrase, keeper: Keeper) -> str:
    address = keeper.privacy.dpo_email or keeper.sender.email
    where = family_texts.OR_WRITE.french.format(address) if address else ""
    return phrase.french.format(where)


_RECIPIENTS = (
    "Les personnes chargées de l’accueil à la mairie. Rien n’est publié. Le nom d’une famille "
    "n’est donné à la communauté de communes qu’avec son accord."
)
