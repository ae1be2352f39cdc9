"""The letter that shows an organisation its entry, with a slip to send back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.confirmation import Confirmation
from ctg_desktop.pdf.blocks import Beside, Block, Box, Group, Heading, Paragraph
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.entries import EntryContext, EntryLook, entry
from ctg_desktop.pdf.letter.head import Letterhead, head
from ctg_desktop.pdf.letter.slip import slip
from ctg_desktop.pdf.words import words

_LOOK = EntryLook(picture=66.0, rule=False, gap=0.0)
_FRAME = "#8a8a8a"


@dataclass(frozen=True, slots=True)
class ConfirmationJob:
    """What all confirmations of one mailing share.

    Attributes:
        commune: Its name.
        deadline: Last day of an answer.
        names: Listing id → name, for organisers.
        pictures: By id.
    """

    letterhead: Letterhead
    commune: str
    deadline: date
    names: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def confirmation_section(one: Confirmation, job: ConfirmationJob, anchor: str) -> Section:
    """Return the letter of one organisation; ``anchor`` names it in the file."""
    letterhead, recipient = job.letterhead, one.recipient
    title = f"Votre fiche dans le livret ressources de {job.commune}"
    blocks: tuple[Block, ...] = (
        *head(letterhead, recipient),
        Heading(1, words(f"Objet{NBSP}: {_lowered(title)}"), anchor, recipient.name),
        *_told(job),
        Box(tuple(_entry(one, job)), border=_FRAME, padding=9, after=9),
        Paragraph(words(_what_to_do(job)), "text"),
        *slip(one, letterhead.sender, job.deadline),
    )
    return Section(recipient.name, blocks, letterhead.sender.accent, letterhead.furniture)


def _told(job: ConfirmationJob) -> Iterator[Block]:
    yield Paragraph(words("Madame, Monsieur,"), "text")
    why = (
        f"La mairie prépare la prochaine édition du livret ressources de {job.commune}, remis aux "
        "habitants et aux familles qui arrivent. Voici votre fiche, telle qu’elle y sera imprimée :"
    )
    yield Paragraph(words(why), "text")


def _what_to_do(job: ConfirmationJob) -> str:
    return (
        "Merci de la relire et de nous rendre le coupon ci-dessous avant le "
        f"{wording.day_full(job.deadline)}, même si tout est exact. Sans nouvelles de vous, "
        "la fiche paraîtra sans changement, avec la date de sa dernière vérification. "
        "Avec nos remerciements et nos salutations distinguées."
    )


def _entry(one: Confirmation, job: ConfirmationJob) -> Iterator[Block]:
    """Return the entry of the booklet, out of the outline, which lists letters."""
    context = EntryContext(
        commune=job.commune,
        edition=job.letterhead.options.day,
        names=job.names,
        pictures=job.pictures,
        look=_LOOK,
    )
    return map(_unlisted, entry(one.listing, context).blocks)


def _unlisted(block: Block) -> Block:
    match block:
        case Heading():
            return replace(block, anchor="", bookmark="")
        case Beside() | Group():
            return replace(block, blocks=tuple(map(_unlisted, block.blocks)))
        case _:
            return block


def _lowered(title: str) -> str:
    return title[:1].lower() + title[1:]
