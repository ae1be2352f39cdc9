"""The sheet with the recovery code, for the mayor's safe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ctg_desktop.domain.commune import Profile
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.usecases.papers import RenderedPaper, file_name


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
    from ctg_desktop.pdf.recovery import RecoveryFacts, recovery_document
    from ctg_desktop.pdf.render import render

    facts = RecoveryFacts(
        profile.name, profile.code, profile.accent, code.groups, tuple(users), today
    )
    made = render(recovery_document(facts))
    name = file_name("Feuille de secours", profile.name, today)
    return RenderedPaper(made.content, made.pages, name, ("page A4", "pages A4"))
