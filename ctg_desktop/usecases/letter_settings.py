"""Keep what letters say: their models, and who writes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from ctg_desktop.db.vault import Repositories, UnitOfWork, Vault
from ctg_desktop.domain import text, wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.letter import LetterModel, Sender, checked
from ctg_desktop.domain.letter_models import MODELS
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.town_hall import main_town_hall, town_hall_name
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.printed_listings import town_hall_listings
from ctg_desktop.usecases.settings import code_for

LETTERS = "letters"
SENDER = "sender"
_MODEL = "model-"
_SENDER_LIMIT = 600
_SHIPPED = {model.code: model for model in MODELS}


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


@dataclass(frozen=True, slots=True)
class ModelSaved:
    """A model as it was kept, and what keeping it changed."""

    model: LetterModel
    changes: Changes


class LetterSettings:
    """The models of letters of a vault, and its letterhead.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def models(self) -> list[LetterModel]:
        """Return the models: those that are shipped, as the commune changed them, then its own."""
        with self._vault.reading() as stored:
            kept = _kept(stored)
        own = sorted((kept[one] for one in kept.keys() - _SHIPPED.keys()), key=_by_name)
        return [*(kept.get(code, model) for code, model in _SHIPPED.items()), *own]

    def model(self, code: str) -> LetterModel:
        """Return one model.

        Raises:
            UserError: ``letter-unknown``.
        """
        found = next((one for one in self.models() if one.code == code), None)
        if found is None:
            known = ", ".join(one.code for one in self.models())
            raise UserError("letter-unknown", value=code[:40], known=known)
        return found

    def save_model(self, model: LetterModel) -> ModelSaved:
        """Keep a model; one without a code becomes one of the commune's own.

        Raises:
            UserError: As :func:`ctg_desktop.domain.letter.checked`.
        """
        ready = checked(model)
        with self._vault.writing("letter-saved", actor=self._actor, name=ready.name) as work:
            kept = _kept(work)
            code = ready.code or code_for(ready.name, [*_SHIPPED, *kept])
            ready = replace(ready, code=code)
            if ready == _SHIPPED.get(code):
                kept.pop(code, None)
            else:
                kept[code] = ready
            _keep(work, kept)
        return ModelSaved(ready, work.changes)

    def reset_model(self, code: str) -> Changes:
        """Take a shipped model back to how it was shipped; one of the commune's own is removed."""
        with self._vault.writing("letter-reset", actor=self._actor) as work:
            kept = _kept(work)
            kept.pop(code, None)
            _keep(work, kept)
        return work.changes

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


def _kept(stored: Repositories) -> dict[str, LetterModel]:
    """Return the models that differ from those shipped, by code."""
    value = stored.settings.get(LETTERS, {})
    return {
        key.removeprefix(_MODEL): msgspec.convert(one, LetterModel)
        for key, one in value.items()
        if key.startswith(_MODEL)
    }


def _keep(work: UnitOfWork, models: dict[str, LetterModel]) -> None:
    value = work.settings.get(LETTERS, {})
    others = {key: one for key, one in value.items() if not key.startswith(_MODEL)}
    kept = {f"{_MODEL}{code}": msgspec.to_builtins(one) for code, one in models.items()}
    work.settings.set(LETTERS, {**others, **kept})


def _by_name(model: LetterModel) -> tuple[str, str]:
    return text.fold(model.name), model.code
