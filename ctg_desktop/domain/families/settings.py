"""What a town hall decided about families: how long they are kept, what their data serve."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ctg_desktop.domain import text
from ctg_desktop.domain.families.retention import MONTHS_ALLOWED, MONTHS_BY_DEFAULT
from ctg_desktop.errors import UserError

TEXT_LIMIT = 1000
MASK_ALLOWED = range(3, 51)
REFERENTS_LIMIT = 50


@dataclass(frozen=True, slots=True)
class FamilySettings:
    """The decisions of a town hall about families; empty texts stand for what is proposed.

    Attributes:
        retention_months: For how long a household is kept after the last contact.
        mask_under: Counts below this are masked where figures leave the town hall.
        purposes: Why families are noted.
        durations: How long they are kept, in words.
        recipients: Who sees them.
        referents: Who may follow a family, proposed while it is typed.
    """

    retention_months: int = MONTHS_BY_DEFAULT
    mask_under: int = 5
    purposes: str = ""
    durations: str = ""
    recipients: str = ""
    referents: tuple[str, ...] = ()


def checked_settings(settings: FamilySettings) -> FamilySettings:
    """Return settings as they are stored.

    Raises:
        UserError: ``retention-out-of-range``, ``mask-out-of-range``, ``text-too-long``,
            ``too-many-items``.
    """
    if settings.retention_months not in MONTHS_ALLOWED:
        raise UserError(
            "retention-out-of-range", field="retention_months", limit=MONTHS_ALLOWED[-1]
        )
    if settings.mask_under not in MASK_ALLOWED:
        raise UserError(
            "mask-out-of-range", field="mask_under", least=MASK_ALLOWED[0], most=MASK_ALLOWED[-1]
        )
    return replace(
        settings,
        purposes=text.paragraph(settings.purposes, "purposes", limit=TEXT_LIMIT),
        durations=text.paragraph(settings.durations, "durations", limit=TEXT_LIMIT),
        recipients=text.paragraph(settings.recipients, "recipients", limit=TEXT_LIMIT),
        referents=_names(settings.referents),
    )


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) > REFERENTS_LIMIT:
        raise UserError("too-many-items", field="referents", limit=REFERENTS_LIMIT)
    cleaned = (text.line(one, "referents") for one in names)
    return tuple(dict.fromkeys(filter(None, cleaned)))
