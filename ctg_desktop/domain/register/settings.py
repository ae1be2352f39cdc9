"""What the commune decided about its register, its data protection officer first."""

from __future__ import annotations

from dataclasses import dataclass

from ctg_desktop.domain import text

PURPOSES_LIMIT = 600
PURPOSES = (
    "Permettre l’intervention ciblée des services sanitaires et sociaux auprès des personnes "
    "inscrites, en cas de déclenchement du plan d’alerte et d’urgence."
)
"""The purpose that the register has had since 2004. As changed by the law of 8 April 2024
(2024-317, article 8), L121-6-1 lets the mayor hand name, age and home on to health and social
services, and no longer only while the plan is set off: whether a commune does is for its
officer to say."""


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """What forms and letters say the register is for.

    Attributes:
        purposes: As it is printed.
    """

    purposes: str = PURPOSES


def checked_settings(settings: RegisterSettings) -> RegisterSettings:
    """Return settings as they are kept; empty purposes are the ones proposed.

    Raises:
        UserError: ``text-too-long``.
    """
    purposes = text.paragraph(settings.purposes, "purposes", limit=PURPOSES_LIMIT)
    return RegisterSettings(purposes or PURPOSES)
