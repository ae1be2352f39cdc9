"""Keep what letters say: their models, and who writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain import text, wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.letter import LetterModel, Sender, checked
from ctg_desktop.domain.letter_models import MODELS
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.town_hall import main_town_hall, town_hall_name
from ctg_desktop.usecases.printed_listings import town_hall_listings
from ctg_desktop.usecases.text_models import Shelf, TextModels

LETTERS = "letters"
SENDER = "sender"
_SENDER_LIMIT = 600
_SHELF = Shelf(
    LETTERS,
    LetterModel,
    MODELS,
    checked,
    saved="letter-saved",
    reset="letter-reset",
    unknown="letter-unknown",
    prefix="model-",
)


@dataclass(frozen=True, slots=True)
class SenderText:
    """What stands at the top of letters, as a person chose it; empty: what the directory says.

    Attributes:
        text: First line: who; further ones: address, phone.
        place: Before the date.
        email: Where answers go.
    """

    text: str = ""
    place: str = ""
    email: str = ""


class LetterSettings(TextModels[LetterModel]):
    """The models of letters of a vault, and its letterhead.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        super().__init__(_SHELF, vault, actor)

    def sender_text(self) -> SenderText:
        """Return what a person chose to stand at the top."""
        with self._vault.reading() as stored:
            return _sender_text(stored)

    def save_sender_text(self, sender: SenderText) -> Changes:
        """Change what stands at the top.

        Raises:
            UserError: ``text-too-long``.
        """
        ready = SenderText(
            text.paragraph(sender.text, "sender.text", limit=_SENDER_LIMIT),
            text.line(sender.place, "sender.place"),
            text.line(sender.email, "sender.email"),
        )
        with self._vault.writing("letter-sender-saved", actor=self._actor) as work:
            value = work.settings.get(LETTERS, {})
            value[SENDER] = msgspec.to_builtins(ready)
            work.settings.set(LETTERS, value)
        return work.changes

    def sender(self, today: date) -> Sender:
        """Return who writes: as chosen, otherwise what the directory says of the town hall."""
        with self._vault.reading() as stored:
            return sender_of(stored, self._vault.profile, today)


def sender_of(stored: Repositories, profile: Profile, today: date) -> Sender:
    """Return who writes letters from this vault: as chosen, else as the directory knows it."""
    chosen = _sender_text(stored)
    town_hall = main_town_hall(town_hall_listings(stored, today), profile) or Listing()
    lines = [line.strip() for line in chosen.text.split("\n") if line.strip()]
    return Sender(
        name=lines[0] if lines else town_hall.name or town_hall_name(profile),
        lines=tuple(lines[1:]) if lines else tuple(_lines_of(town_hall)),
        place=chosen.place or (profile.name if profile.role is Role.COMMUNE else ""),
        accent=profile.accent,
        email=chosen.email or next((one.address for one in town_hall.emails), ""),
        arms=town_hall.picture,
    )


def _lines_of(town_hall: Listing) -> list[str]:
    address = town_hall.address
    town = f"{address.postal_code} {address.city}".strip()
    phone = next((wording.phone(one.number) for one in town_hall.phones if one.number), "")
    lines = [*address.lines, town, f"Tél.{NBSP}: {phone}" if phone else ""]
    lines += [one.address for one in town_hall.emails[:1]]
    return [line for line in lines if line]


def _sender_text(stored: Repositories) -> SenderText:
    return msgspec.convert(stored.settings.get(LETTERS, {}).get(SENDER, {}), SenderText)
