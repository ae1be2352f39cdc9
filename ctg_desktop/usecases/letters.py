"""Write one letter to many: fill a model for each recipient, print it, write it for Word."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain import text, wording
from ctg_desktop.domain.access_log import AccessKind, Disclosure
from ctg_desktop.domain.letter import Letter, LetterModel, LetterOptions, Mailing
from ctg_desktop.domain.letter_template import MAILING
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.papers import Duplex
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.recipients import RecipientSource
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.letter_settings import sender_of
from ctg_desktop.usecases.papers import RenderedPaper, file_name, keep
from ctg_desktop.usecases.public_dates import next_dates

if TYPE_CHECKING:
    from ctg_desktop.pdf.letter.head import Letterhead

_UPRIGHT = 1.2
"""A picture wider than this, for its height, is no coat of arms."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A mailing before it is laid out.

    Attributes:
        letters: One a recipient, also those without an address.
        withheld: Names of records that may not be addressed.
        entity: Kind of the records that recipients come from.
    """

    model: LetterModel
    letters: tuple[Letter, ...]
    withheld: tuple[str, ...]
    entity: str = "listing"

    def chosen(self, options: LetterOptions, without: Collection[str] = ()) -> list[Letter]:
        """Return the letters that are printed.

        Args:
            options: Whether letters without an address are.
            without: Ids of recipients left out by hand.
        """
        return [
            one
            for one in self.letters
            if one.recipient.id not in without and (one.recipient.lines or options.unaddressed)
        ]


@dataclass(frozen=True, slots=True)
class RenderedLetters(RenderedPaper):
    """Letters ready to be shown.

    Attributes:
        starts: Page of each letter, from 0, by id of its recipient.
    """

    starts: Mapping[str, int] = field(default_factory=dict)


class Letters:
    """The letters that a vault sends.

    Args:
        vault: An open vault.
        actor: Who sends them.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._log = AccessLog(vault, actor)

    def prepare(
        self, model: LetterModel, source: RecipientSource, options: LetterOptions
    ) -> Prepared:
        """Fill a model for everybody a source gives.

        Raises:
            UserError: A text of the model is not understood; ``date-out-of-range``.
        """
        if options.day.year not in YEARS:
            raise UserError("date-out-of-range", year=options.day.year)
        mailing = Mailing(model, self._shared(options))
        gathered = source.gather(options.day)
        letters = tuple(mailing.letter(one) for one in gathered.recipients)
        return Prepared(model, letters, gathered.withheld, gathered.entity)

    def render(
        self,
        prepared: Prepared,
        options: LetterOptions,
        without: Collection[str] = (),
        progress: Progress = silent,
    ) -> RenderedLetters | None:
        """Lay the letters out; ``None`` when there is none to print.

        Raises:
            Cancelled: By ``progress``.
        """
        from ctg_desktop.pdf.letter import anchor, letters_document
        from ctg_desktop.pdf.render import render

        letters = prepared.chosen(options, without)
        if not letters:
            return None
        name = prepared.model.name
        document = letters_document(letters, self._letterhead(options), name, progress)
        rendered = render(document, progress)
        return RenderedLetters(
            content=rendered.content,
            pages=rendered.pages,
            name=file_name("Lettres", name, options.day),
            format=("page A4", "pages A4"),
            duplex=Duplex.LONG_EDGE if options.duplex else Duplex.NONE,
            carries=Disclosure(
                "letters", prepared.entity, tuple(one.recipient.id for one in letters)
            ),
            starts={
                letter.recipient.id: rendered.places[anchor(number)] - 1
                for number, letter in enumerate(letters)
            },
        )

    def write_word(
        self,
        prepared: Prepared,
        options: LetterOptions,
        target: Path,
        without: Collection[str] = (),
        progress: Progress = silent,
    ) -> tuple[Path, int]:
        """Write the letters into one Word document, whole or not at all.

        Returns:
            Where it was written, and how many letters it holds.

        Raises:
            UserError: ``letters-none``, ``target-is-folder``, ``consultation-personal``.
            EnvironmentFault: The file cannot be written.
            Cancelled: By ``progress``.
        """
        from ctg_desktop.pdf.letter import letters_document
        from ctg_desktop.pdf.word import word_document

        self._log.require_noting()
        letters = prepared.chosen(options, without)
        if not letters:
            raise UserError("letters-none")
        single = replace(options, duplex=False, fold_marks=False)
        document = letters_document(letters, self._letterhead(single), prepared.model.name)
        kept = keep(word_document(document, progress), target)
        ids = [one.recipient.id for one in letters]
        self._log.note(AccessKind.EXPORTED, "letters-docx", prepared.entity, ids)
        return kept, len(letters)

    def _letterhead(self, options: LetterOptions) -> Letterhead:
        with self._vault.reading() as stored:
            return letterhead(stored, self._vault, options)

    def _shared(self, options: LetterOptions) -> dict[str, str]:
        day = options.day
        with self._vault.reading() as stored:
            booklet = stored.settings.booklet()
            dates = next_dates(stored, day)
        roles = {text.fold(one.role): one.name for one in booklet.team}
        secretary = next((name for role, name in roles.items() if "secretaire general" in role), "")
        typed = {name: text.line(options.values.get(name, ""), name) for name in MAILING}
        return {
            "commune": self._vault.profile.name,
            "date": f"{wording.day_of_month(day)} {day.year}",
            "maire": booklet.mayor_name or roles.get("maire", ""),
            "secretaire": secretary,
            "rencontres": "\n".join(one.said for one in dates),
            **typed,
        }


def letterhead(stored: Repositories, vault: Vault, options: LetterOptions) -> Letterhead:
    """Return what stands on all letters of a vault.

    Raises:
        UserError: ``text-too-long``, for the reference.
    """
    from ctg_desktop.pdf.image import Image
    from ctg_desktop.pdf.letter.head import Letterhead

    sender = sender_of(stored, vault.profile, options.day)
    pictures = [sender.arms, stored.settings.booklet().cover_picture]
    found = stored.pictures.many([one for one in pictures if one])
    upright = (
        found[one]
        for one in pictures
        if one in found and found[one].width < _UPRIGHT * found[one].height
    )
    arms = next(
        (Image(one.media_type, one.width, one.height, one.content) for one in upright), None
    )
    cleaned = replace(options, reference=text.line(options.reference, "reference"))
    return Letterhead(sender, cleaned, arms)
