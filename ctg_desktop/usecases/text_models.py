"""Keep models of texts: those that are shipped, as the commune changed them, then its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import msgspec

from ctg_desktop.db.vault import Repositories, UnitOfWork, Vault
from ctg_desktop.domain import text
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.text_model import TextModel
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.settings import code_for

M = TypeVar("M", bound=TextModel)


@dataclass(frozen=True, slots=True)
class Shelf(Generic[M]):
    """Where the models of one kind stand, and what the journal and faults call them.

    Attributes:
        setting: Name of the setting that holds those that differ from the shipped ones.
        prefix: Before their codes, where the setting holds other things too.
        shipped: In the order of the list.
        checked: Returns a model as it is kept.
        saved: Name of the change when one is kept.
        reset: Name of the change when one is taken back or removed.
        unknown: Code of the fault when there is none of that code.
    """

    setting: str
    kind: type[M]
    shipped: Sequence[M]
    checked: Callable[[M], M]
    saved: str
    reset: str
    unknown: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class ModelSaved(Generic[M]):
    """A model as it stands now, and what keeping it changed."""

    model: M
    changes: Changes


class TextModels(Generic[M]):
    """The models of one kind in a vault."""

    def __init__(self, shelf: Shelf[M], vault: Vault, actor: str = "") -> None:
        """Look at a shelf of an open vault.

        Args:
            shelf: Which models.
            vault: An open vault.
            actor: Who works, for the journal.
        """
        self._shelf = shelf
        self._shipped = {model.code: model for model in shelf.shipped}
        self._vault = vault
        self._actor = actor

    def models(self) -> list[M]:
        """Return those that are shipped, as the commune changed them, then its own by name."""
        with self._vault.reading() as stored:
            kept = self._kept(stored)
        own = [one for code, one in kept.items() if code not in self._shipped]
        own.sort(key=lambda one: (text.fold(one.name), one.code))
        return [*(kept.get(code, model) for code, model in self._shipped.items()), *own]

    def model(self, code: str) -> M:
        """Return one model.

        Raises:
            UserError: ``letter-unknown``, ``questionnaire-unknown``.
        """
        models = self.models()
        found = next((one for one in models if one.code == code), None)
        if found is None:
            known = ", ".join(one.code for one in models)
            raise UserError(self._shelf.unknown, value=code[:40], known=known)
        return found

    def shipped(self, code: str) -> M | None:
        """Return a model as it was shipped; ``None`` for one of the commune's own."""
        return self._shipped.get(code)

    def save(self, model: M) -> ModelSaved[M]:
        """Keep a model; one without a code becomes one of the commune's own.

        Raises:
            UserError: A rule of the model.
        """
        ready = self._shelf.checked(model)
        with self._vault.writing(self._shelf.saved, actor=self._actor, name=ready.name) as work:
            kept = self._kept(work)
            code = ready.code or code_for(ready.name, [*self._shipped, *kept])
            ready = replace(ready, code=code)
            if ready == self._shipped.get(code):
                kept.pop(code, None)
            else:
                kept[code] = ready
            self._keep(work, kept)
        return ModelSaved(ready, work.changes)

    def reset(self, code: str) -> ModelSaved[M]:
        """Take a shipped model back to how it was shipped; one of the commune's own is removed.

        Returns:
            What stands in its place: the model as it was shipped, or the first of the list.
        """
        with self._vault.writing(self._shelf.reset, actor=self._actor) as work:
            kept = self._kept(work)
            kept.pop(code, None)
            self._keep(work, kept)
        first = self._shelf.shipped[0]
        return ModelSaved(self._shipped.get(code) or kept.get(first.code, first), work.changes)

    def _kept(self, stored: Repositories) -> dict[str, M]:
        """Return the models that differ from those shipped, by code."""
        prefix, kind = self._shelf.prefix, self._shelf.kind
        return {
            key.removeprefix(prefix): msgspec.convert(one, kind)
            for key, one in stored.settings.get(self._shelf.setting, {}).items()
            if key.startswith(prefix)
        }

    def _keep(self, work: UnitOfWork, models: dict[str, M]) -> None:
        setting, prefix = self._shelf.setting, self._shelf.prefix
        value = work.settings.get(setting, {})
        others = {key: one for key, one in value.items() if not key.startswith(prefix)}
        kept = {f"{prefix}{code}": msgspec.to_builtins(one) for code, one in models.items()}
        work.settings.set(setting, {**others, **kept})
