"""Notes which paper of the register left, in the name of whoever opened it."""

from __future__ import annotations

from dataclasses import dataclass

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.register.open_register import OpenRegister


@dataclass(frozen=True, slots=True)
class RegisterLog:
    """The journal of access, as the papers of the register write it."""

    register: OpenRegister

    def require_for(self, paper: RenderedPaper) -> None:
        """Refuse a paper about persons once the register is closed.

        Raises:
            UserError: ``register-closed``.
        """
        if paper.carries is not None and not self.register.is_open:
            raise UserError("register-closed")

    def note_paper(self, paper: RenderedPaper, kind: AccessKind) -> None:
        """Note that a paper about persons left."""
        if paper.carries is not None:
            self.register.note(kind, paper.carries.what, paper.carries.ids)
