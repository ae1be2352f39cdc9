"""What the first page says, in words: pure, so that it can be read without a window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.health import Check, State
from ctg_desktop.domain.home import HomeSummary
from ctg_desktop.domain.wording import day, moment, month, number, plural, span, time
from ctg_desktop.messages.health import backup_words, said
from ctg_desktop.ui.accueil.rows import Line
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.text import breakable

_BACKUP_LOOKS = {
    State.OK: (Icon.CHECKED, Tone.GOOD),
    State.WARN: (Icon.WARNING, Tone.WARNING),
    State.BAD: (Icon.WARNING, Tone.WARNING),
}


@dataclass(frozen=True, slots=True)
class DataFacts:
    """Where the files are, when something was saved last, when the vault was backed up last."""

    folder: Path
    saved_at: datetime | None
    demonstration: bool
    backup: Check
    now: datetime


def clock_lines(check: Check) -> list[Line]:
    """Return what is wrong with the clock of the computer, if anything."""
    return [] if check.state is State.OK else [Line(Icon.CLOCK, Tone.WARNING, said(check))]


def is_backup_due(facts: DataFacts) -> bool:
    """Tell whether a backup is missing although there was an evening to make one."""
    if facts.demonstration or facts.backup.state is State.OK:
        return False
    is_none = "at" not in facts.backup.params
    saved = facts.saved_at
    return not is_none or (saved is not None and saved.date() < facts.now.date())


def unverified_text(summary: HomeSummary) -> str:
    """Return how many listings are to be verified."""
    words = plural(summary.unverified, "fiche", "fiches")
    many = "vérifiées" if summary.unverified >= 2 else "vérifiée"
    return f"{words} non {many} depuis six mois"


def unverified_note(summary: HomeSummary) -> str:
    """Return how old the oldest verification is."""
    if summary.oldest is None:
        return f"{number(summary.late)} depuis plus d’un an, ou jamais"
    return f"la plus ancienne : {month(summary.oldest.year, summary.oldest.month)}"


def draft_text(count: int) -> str:
    """Return how many pieces of typing wait."""
    return f"{plural(count, 'saisie', 'saisies')} à terminer"


def unpublished_text(count: int) -> str:
    """Return how many listings are not published."""
    return f"{plural(count, 'fiche', 'fiches')} en brouillon, {_not_printed(count)}"


def booklet_lines(summary: HomeSummary) -> list[Line]:
    """Return what there is to know of the booklet."""
    published = plural(summary.published, "fiche publiée", "fiches publiées")
    chapters = plural(summary.categories_used, "rubrique", "rubriques")
    chapters = f"{chapters} sur {summary.categories_total}"
    return [
        _printed(summary),
        Line(Icon.CHECKED, Tone.GOOD, f"{published}, {chapters}"),
    ]


def occurrence_line(occurrence: Occurrence, places: dict[str, str]) -> tuple[str, str]:
    """Return the words and the hours of one date."""
    place = places.get(occurrence.place, occurrence.place)
    words = [day(occurrence.day), occurrence.title]
    text = " · ".join(words) + (f", {place}" if place else "")
    if occurrence.cancelled:
        return text, "annulé"
    return text, _hours(occurrence)


def data_lines(facts: DataFacts) -> list[Line]:
    """Return where the data is and when it was saved."""
    lines = []
    if facts.demonstration:
        lines.append(
            Line(
                Icon.INFORMATION,
                Tone.INFORMATION,
                "Commune de démonstration : vous pouvez tout essayer, rien n’y est vrai.",
            )
        )
    saved = f"Dernier enregistrement : {moment(facts.saved_at)}" if facts.saved_at else ""
    lines.append(Line(Icon.CHECKED, Tone.GOOD, saved or "Rien n’a encore été enregistré"))
    icon, tone = _BACKUP_LOOKS[facts.backup.state]
    lines.append(Line(icon, tone, backup_words(facts.backup)))
    lines.append(
        Line(Icon.FOLDER, Tone.NEUTRAL, f"Vos fichiers sont dans {breakable(facts.folder)}")
    )
    return lines


def _printed(summary: HomeSummary) -> Line:
    if summary.booklet_printed_on is None:
        return Line(Icon.INFORMATION, Tone.INFORMATION, "Le livret n’a pas encore été imprimé")
    printed = f"Imprimé le {_short(summary.booklet_printed_on)}"
    if summary.changed_since == 0:
        return Line(Icon.CHECKED, Tone.GOOD, f"{printed}, à jour")
    changed = plural(summary.changed_since, "changement depuis", "changements depuis")
    return Line(Icon.WARNING, Tone.WARNING, f"{printed} : {changed}")


def _short(value: date) -> str:
    return day(value).split("\u00a0", 1)[1]


def _hours(occurrence: Occurrence) -> str:
    start, end = occurrence.start, occurrence.end
    if end is not None and _lasts_days(occurrence):
        return f"jusqu’au {_short(end.date() if isinstance(end, datetime) else end)}"
    if not isinstance(start, datetime):
        return "toute la journée"
    return span(start, end) if isinstance(end, datetime) else time(start)


def _lasts_days(occurrence: Occurrence) -> bool:
    start, end = occurrence.start, occurrence.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end - start >= timedelta(days=1)
    return end is not None and end > start


def _not_printed(count: int) -> str:
    return "non imprimées" if count >= 2 else "non imprimée"
