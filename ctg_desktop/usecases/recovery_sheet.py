"""The sheet with the recovery code, for the mayor's safe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ctg_desktop.domain.commune import Profile
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.usecases.papers import RenderedPaper, file_name

if TYPE_CHECKING:
    from ctg_desktop.pdf.recovery.wording import SheetWords


def recovery_sheet(
    profile: Profile, code: RecoveryCode, users: Sequence[str], today: date
) -> RenderedPaper:
    """Return the sheet as a PDF. It goes nowhere by itself, and its name does not hold the code.

    Args:
        profile: Whose vault the code opens.
        code: As it was drawn.
        users: Names of those who have a password.
        today: The day it was drawn.
    """
    from ctg_desktop.pdf.recovery.wording import VAULT

    return _rendered(profile, code, users, today, VAULT)


def register_sheet(
    profile: Profile, code: RecoveryCode, users: Sequence[str], today: date
) -> RenderedPaper:
    """Return the sheet of the register, whose code is another one; as :func:`recovery_sheet`."""
    from ctg_desktop.pdf.recovery.wording import REGISTER

    return _rendered(profile, code, users, today, REGISTER)


def _rendered(
    profile: Profile, code: RecoveryCode, users: Sequence[str], today: date, said: SheetWords
) -> RenderedPaper:
    from ctg_desktop.pdf.recovery import RecoveryFacts, recovery_document
    from ctg_desktop.pdf.render import render

    facts = RecoveryFacts(
        profile.name, profile.code, profile.accent, code.groups, tuple(users), today, said
    )
    made = render(recovery_document(facts))
    name = file_name(said.title, profile.name, today)
    return RenderedPaper(made.content, made.pages, name, ("page A4", "pages A4"))
