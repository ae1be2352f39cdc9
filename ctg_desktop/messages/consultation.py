"""What is said of a vault that is open for reading alone: why, of when, what to do."""

from __future__ import annotations

import contextlib
from datetime import date, datetime

from ctg_desktop.domain.consultation import Consultation, ReadOnly
from ctg_desktop.domain.wording import day_full, time

TITLE = "Consultation seule"

_WHY = {
    ReadOnly.PROTECTED: "le dossier est protégé en écriture",
    ReadOnly.FULL: "le disque est plein",
    ReadOnly.CHOSEN: "ouvert pour lire, à votre demande",
}
_THEN = {
    ReadOnly.PROTECTED: "rendez le dossier accessible en écriture, puis réessayez",
    ReadOnly.FULL: "libérez de la place sur le disque, puis réessayez",
    ReadOnly.IN_USE: "fermez le programme là-bas, puis réessayez",
    ReadOnly.CHOSEN: "réessayez\u00a0: personne d’autre n’a ces données",
}


def why_words(reading: Consultation, today: date) -> str:
    """Return why nothing can be changed, e.g. ``"ouvert par Léon Vidal sur l’ordinateur…"``."""
    if reading.why is ReadOnly.IN_USE:
        return f"ouvert {holder_words(reading.user, reading.host, reading.since, today)}"
    return _WHY[reading.why]


def headline(reading: Consultation, today: date) -> str:
    """Return the line that says it all."""
    return f"{TITLE} – {why_words(reading, today)}"


def advice(reading: Consultation, today: date) -> str:
    """Return of when the data are, what goes on working, and how to change something again."""
    moment = time(reading.taken)
    if reading.taken.date() != today:
        moment = f"{moment}, {day_full(reading.taken.date())}"
    return (
        f"Données de {moment}. Chercher, lire et imprimer ce qui est public se peut\u202f; rien ne "
        f"s’enregistre. Pour modifier, {_THEN[reading.why]}."
    )


def holder_words(user: str, host: str, since: str, today: date | None = None) -> str:
    """Return who has a vault, where and since when, as far as it is known.

    Args:
        user: By name; empty when that is not known.
        host: The computer.
        since: As ISO 8601.
        today: The day it is, which is then left out.
    """
    by = f"par {user} " if user else ""
    return f"{by}{place_words(host)}{since_words(since, today)}"


def place_words(host: str) -> str:
    """Return on which computer, as far as it is known."""
    if host in {"?", ""}:
        return "sur un autre ordinateur"
    return f"sur l’ordinateur «\u202f{host}\u202f»"


def since_words(since: str, today: date | None = None) -> str:
    """Return since when, with a blank before it; nothing when it is not known."""
    with contextlib.suppress(ValueError):
        moment = datetime.fromisoformat(since)
        day = "" if moment.date() == today else f" {day_full(moment.date())},"
        return f" depuis{day} {time(moment)}"
    return ""
