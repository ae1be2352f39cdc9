"""What is to do next with a household, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.retention import review_day
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence with its icon and tone."""

    icon: Icon
    tone: Tone
    text: str


def next_step(household: Household, today: date) -> NextStep:
    """Return what comes first for a household, as of a day."""
    if household.objected_on is not None:
        since = short_day(household.objected_on)
        words = f"Ne veut plus être contactée depuis le {since}\u00a0: ni appel, ni courrier."
        return NextStep(Icon.CLOSED, Tone.WARNING, words)
    if household.left_on is not None and household.left_on <= today:
        return NextStep(Icon.EXPORT, Tone.NEUTRAL, f"Partie le {short_day(household.left_on)}.")
    if household.call_back_on is not None and household.call_back_on <= today:
        return NextStep(
            Icon.PHONE, Tone.WARNING, f"À rappeler\u00a0: promis {_by(household, today)}."
        )
    return _welcome_step(household)


def due_words(household: Household, today: date, months: int) -> str:
    """Return why the time of a household has run out; empty when it has not."""
    due = review_day(household, months)
    if due is None or due > today:
        return ""
    if household.kept_until is not None and household.kept_until == due:
        return (
            f"Gardée jusqu’au {short_day(due)}, pour ce motif\u00a0: {household.kept_because}. "
            "Ce jour est passé."
        )
    basis = household.last_contact or household.arrival_date or due
    return (
        f"Dernier échange le {short_day(basis)}\u00a0: la durée de {months} mois est passée "
        f"depuis le {short_day(due)}."
    )


def short_day(value: date) -> str:
    """Return a day without its weekday: "3 sept. 2026"."""
    return wording.day(value).split(wording.NBSP, 1)[1]


def _by(household: Household, today: date) -> str:
    if household.call_back_on is None or household.call_back_on == today:
        return "pour aujourd’hui"
    return f"pour le {short_day(household.call_back_on)}"


def _welcome_step(household: Household) -> NextStep:
    welcome = household.welcome
    if household.informed_on is None:
        words = "D’abord, remettre la notice d’information."
    elif welcome.booklet_on is None and welcome.visit_on is None:
        words = "Prochaine étape\u00a0: remettre le livret, ou passer les voir."
    elif welcome.invited_on is None:
        words = "Prochaine étape\u00a0: l’inviter à une rencontre."
    else:
        return NextStep(Icon.CHECKED, Tone.GOOD, "Accueillie\u00a0: rien n’attend.")
    return NextStep(Icon.RIGHT, Tone.INFORMATION, words)
