"""The sentence above each chart says what it shows, to those who do not see it too."""

from __future__ import annotations

from collections.abc import Sequence

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import MONTHS, NBSP
from ctg_desktop.domain.wording import plural
from ctg_desktop.domain.year_report import Tally, YearReport

UNKNOWN = "non renseigné"
_NAMED = 3


def entries(count: int) -> str:
    """Return "12 fiches"."""
    return plural(count, "fiche", "fiches")


def dates(count: int) -> str:
    """Return "12 dates"."""
    return plural(count, "date", "dates")


def share(part: int, whole: int) -> str:
    """Return "71 %"; nothing of nothing is said as such."""
    return f"{wording.number(round(100 * part / whole))}{NBSP}%" if whole else UNKNOWN


def chapters(report: YearReport) -> str:
    """Return which chapter holds most, and which none."""
    return _most("La rubrique la plus fournie", report.chapters, "rubrique", "rubriques")


def themes(report: YearReport) -> str:
    """Return which theme holds most, and which none."""
    return _most("Le thème le plus fourni", report.themes, "thème", "thèmes")


def verification(report: YearReport) -> str:
    """Return how many entries can be trusted."""
    checked = report.verification
    return (
        f"{entries(checked.half_year)} sur {wording.number(checked.total)} "
        f"({share(checked.half_year, checked.total)}) {_were(checked.half_year)} depuis moins de "
        f"six mois, {wording.number(checked.within_year)} "
        f"({share(checked.within_year, checked.total)}) depuis moins d’un an."
    )


def sources(report: YearReport) -> str:
    """Return where most entries came from."""
    first = report.sources[0]
    return (
        f"L’origine la plus fréquente{NBSP}: «\u202f{first.label}\u202f», "
        f"{entries(first.count or 0)} ({share(first.count or 0, report.published)})."
    )


def months(report: YearReport) -> str:
    """Return how many dates the year has, and its fullest month."""
    total = report.dates
    if total is None:
        return f"L’agenda ne dit rien de {report.year}{NBSP}: il n’était pas encore tenu ici."
    if not total:
        return f"L’agenda n’a aucune date en {report.year}."
    most = max(one or 0 for one in report.months)
    named = [name for name, one in zip(MONTHS, report.months, strict=True) if one == most]
    fullest = wording.joined(named[:_NAMED])
    running = report.edition.year <= report.year
    said = f"{dates(total)} en {report.year}" + (", passées ou prévues" if running else "")
    if len(named) == 1:
        verb = "est" if running else "a été"
        return f"{said}{NBSP}; {fullest} {verb} le mois le plus rempli ({most})."
    verb = "sont" if running else "ont été"
    return f"{said}{NBSP}; {fullest} {verb} les mois les plus remplis ({most})."


def organisers(report: YearReport) -> str:
    """Return how many organisations hold events."""
    count = plural(report.organiser_count or 0, "organisateur propose", "organisateurs proposent")
    first = report.organisers[0]
    said = f"{count} des rendez-vous{NBSP}; «\u202f{first.label}\u202f» en propose le plus."
    if report.unnamed_dates:
        said += f" {dates(report.unnamed_dates)} sans organisateur renseigné."
    return said


def coverage(report: YearReport) -> str:
    """Return which sheets of the plan find no entry."""
    empty = [str(one.sheet) for one in report.coverage if one.count == 0]
    if not empty:
        return "Chacune de ces fiches action trouve des entrées dans l’annuaire."
    which = wording.joined(list(dict.fromkeys(empty)))
    if len(empty) == 1:
        return f"La fiche action {which} ne trouve encore aucune entrée dans l’annuaire."
    return f"Les fiches action {which} ne trouvent encore aucune entrée dans l’annuaire."


def journal(report: YearReport) -> str:
    """Return since when changes are known, where that is not the whole year."""
    if report.listings is None:
        return f"Le journal ne dit rien de {report.year}{NBSP}: ces chiffres ne sont pas connus."
    if report.since is not None and report.since.year == report.year:
        return f"Le journal commence le {wording.day_of_month(report.since)} {report.since.year}."
    return ""


def _most(beginning: str, tallies: Sequence[Tally], one: str, many: str) -> str:
    first = max(tallies, key=lambda tally: tally.count or 0)
    empty = sum(tally.count == 0 for tally in tallies)
    said = f"{beginning} est «\u202f{first.label}\u202f» ({entries(first.count or 0)})"
    if not empty:
        return f"{said}."
    return f"{said}{NBSP}; {plural(empty, f'{one} est vide', f'{many} sont vides')}."


def _were(count: int) -> str:
    return "a été vérifiée" if count < 2 else "ont été vérifiées"
