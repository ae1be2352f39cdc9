"""The register once it is open: it holds the key, and forgets it when it is closed."""

from __future__ import annotations

from ctg_desktop.db.vault import Vault
from ctg_desktop.usecases.door import Opened, Tries
from ctg_desktop.usecases.register.alerts import RegisterAlerts
from ctg_desktop.usecases.register.locks import LockPlace, RegisterLocks
from ctg_desktop.usecases.register.looks import Looks
from ctg_desktop.usecases.register.papers import RegisterPapers
from ctg_desktop.usecases.register.people import RegisterPeople
from ctg_desktop.usecases.register.sealed_drafts import SealedDrafts
from ctg_desktop.usecases.register.shelf import RegisterShelf


class OpenRegister(RegisterPeople, RegisterAlerts):
    """Everything a person can do in the open register; closed, every method refuses.

    Args:
        vault: An open vault.
        opened: What opened the register.
        user: Whose looks and changes are noted.
        tries: Where wrong tries are counted.

    Attributes:
        user: Who opened it.
        locks: Who else may.
        drafts: Typing that was not saved yet, sealed.
        papers: What is printed of it.
    """

    def __init__(self, vault: Vault, opened: Opened, user: str, tries: Tries) -> None:
        shelf = RegisterShelf(vault, opened.key, user)
        super().__init__(shelf, Looks(shelf))
        self.user = user
        self.drafts = SealedDrafts(shelf)
        self.papers = RegisterPapers(vault, self)
        place = LockPlace(vault, user, lambda: shelf.sealer)
        names = (vault.profile.name,)
        self.locks = RegisterLocks(place, tries, lambda: shelf.sealer.key, names)

    @property
    def is_open(self) -> bool:
        """Whether it can still be read."""
        return self._shelf.is_open

    def close(self) -> None:
        """Forget the key."""
        self._shelf.close()
