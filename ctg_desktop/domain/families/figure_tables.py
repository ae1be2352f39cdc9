"""Figures of a year as tables of words, the same on the screen, on paper and in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ctg_desktop.domain import calendar_words
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.families import figure_sending as sending
from ctg_desktop.domain.families.dealings import OUTCOME_WORDS, ReferralOutcome
from ctg_desktop.domain.families.figure_sending import MaskedFigures
from ctg_desktop.domain.families.figures import Told, YearFigures
from ctg_desktop.domain.families.languages import language_name
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.domain.small_counts import Cell, Masked
from ctg_desktop.domain.wording import number, plural

UNKNOWN, MASKED = "non renseigné", "masqué"
_FAMILIES, _TIMES, _PERSONS = "Familles", "Orientations", "Personnes"
_ISOLATED, _NOT_ISOLATED = "Oui", "Non, ou non renseigné"
_WELCOMES = MappingProxyType(
    {
        "letter": "Lettre d’accueil",
        "booklet": "Livret remis",
        "visit": "Visite",
        "invitation": "Invitation",
    }
)
_NEEDS = MappingProxyType({need.code: need.label for need in NEEDS})


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table: what is counted, how often.

    Attributes:
        header: Of the first column, then of each figure.
        note: A sentence under it; empty for none.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def exact_tables(figures: YearFigures) -> tuple[FigureTable, ...]:
    """Return the figures for the town hall itself."""
    return (
        _table("Arrivées", "Mois", _months(figures), _undated(figures.undated)),
        _table("Besoins", "Besoin", _needs(figures)),
        _table("Langues parlées", "Langue", _languages(figures)),
        _table("Se disent isolées", "Réponse", _isolation(figures)),
        _table("Accueil dans l’année", "Étape", _welcomes(figures)),
        _told("Orientations par besoin", "Besoin", _by_need(figures)),
        _told("Orientations par suite", "Suite", _by_outcome(figures)),
    )


def masked_tables(figures: MaskedFigures) -> tuple[FigureTable, ...]:
    """Return what may leave; nothing of what is withheld as a whole."""
    tables = (*_family_tables(figures.families), *_referral_tables(figures))
    return tuple(one for one in tables if one.rows)


def head(figures: YearFigures) -> str:
    """Return "12 familles arrivées en 2026, 40 personnes"."""
    if all(one is None for one in figures.months):
        return f"Arrivées de {figures.year}{NBSP}: {UNKNOWN}"
    said = plural(figures.families, "famille arrivée", "familles arrivées")
    persons = plural(sum(figures.persons.values()), "personne", "personnes")
    return f"{said} en {figures.year}, {persons}"


def masked_head(figures: MaskedFigures) -> str:
    """Return how many families arrived and how often people were told where to go."""
    families = f"Familles arrivées{NBSP}: " + _cell(figures.families.cell(()))
    told = f"Orientations{NBSP}: " + _cell(figures.referrals.cell(()))
    persons = MASKED if figures.persons is None else number(figures.persons)
    return f"{families}. {told}. Personnes orientées{NBSP}: {persons}."


def halves(
    tables: Sequence[FigureTable],
) -> tuple[Sequence[FigureTable], Sequence[FigureTable]]:
    """Part tables between two columns of about one height."""
    heights = [len(one.rows) + 2 for one in tables]
    places = range(len(tables) + 1)
    cut = min(places, key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return tables[:cut], tables[cut:]


def _table(
    title: str, label: str, rows: Iterator[tuple[str, int | None]], note: str = ""
) -> FigureTable:
    said = tuple((name, UNKNOWN if one is None else number(one)) for name, one in rows)
    return FigureTable(title, (label, _FAMILIES), said, note)


def _told(title: str, label: str, rows: Iterator[tuple[str, Told]]) -> FigureTable:
    said = tuple((name, number(one.times), number(one.persons)) for name, one in rows)
    return FigureTable(title, (label, _TIMES, _PERSONS), said)


def _months(figures: YearFigures) -> Iterator[tuple[str, int | None]]:
    names = (one.capitalize() for one in calendar_words.MONTHS)
    return zip(names, figures.months, strict=True)


def _undated(count: int) -> str:
    if not count:
        return ""
    families = plural(count, "famille n’a", "familles n’ont")
    return f"{families} pas de date d’arrivée et ne compte{'nt' * (count > 1)} dans aucune année."


def _needs(figures: YearFigures) -> Iterator[tuple[str, int]]:
    yield from ((_NEEDS.get(code, code), count) for code, count in figures.needs.items())
    yield UNKNOWN.capitalize(), figures.without_needs


def _languages(figures: YearFigures) -> Iterator[tuple[str, int]]:
    named = ((language_name(code), count) for code, count in figures.languages.items())
    yield from ((name.capitalize(), count) for name, count in named)
    yield UNKNOWN.capitalize(), figures.without_languages


def _isolation(figures: YearFigures) -> Iterator[tuple[str, int]]:
    yield _ISOLATED, figures.isolated
    yield _NOT_ISOLATED, figures.families - figures.isolated


def _welcomes(figures: YearFigures) -> Iterator[tuple[str, int]]:
    return ((_WELCOMES[key], count) for key, count in figures.welcomes.items())


def _by_need(figures: YearFigures) -> Iterator[tuple[str, Told]]:
    return ((_NEEDS.get(code, code), told) for code, told in figures.referrals.items())


def _by_outcome(figures: YearFigures) -> Iterator[tuple[str, Told]]:
    return ((OUTCOME_WORDS[one].capitalize(), told) for one, told in figures.outcomes.items())


def _family_tables(families: Masked) -> Iterator[FigureTable]:
    if not sending.tells(families):
        return
    months = _cells(families, sending.MONTHS)
    names = ((calendar_words.MONTHS[int(code) - 1], one) for code, one in months.items())
    yield _masked("Arrivées", "Mois", names)
    needs = _cells(families, sending.NEEDS).items()
    yield _masked("Besoins", "Besoin", ((_NEEDS.get(code, code), one) for code, one in needs))
    spoken = _cells(families, sending.LANGUAGES_SPOKEN).items()
    shown = ((language_name(code), one) for code, one in spoken if one.shown)
    note = "Les autres langues sont masquées, ou personne ne les parle."
    yield _masked("Langues parlées", "Langue", shown, note)
    isolated = _cells(families, sending.ISOLATED)
    said = ((_ISOLATED, isolated[sending.YES]), (_NOT_ISOLATED, isolated[sending.NO]))
    yield _masked("Se disent isolées", "Réponse", iter(said))


def _referral_tables(figures: MaskedFigures) -> Iterator[FigureTable]:
    referrals = figures.referrals
    if not sending.tells(referrals):
        return
    needs = _cells(referrals, sending.NEEDS).items()
    named = ((_NEEDS.get(code, code), one) for code, one in needs)
    yield _masked("Orientations par besoin", "Besoin", named, figure=_TIMES)
    outcomes = _cells(referrals, sending.OUTCOMES).items()
    ended = ((OUTCOME_WORDS[ReferralOutcome(code)], one) for code, one in outcomes)
    yield _masked("Orientations par suite", "Suite", ended, figure=_TIMES)


def _masked(
    title: str,
    label: str,
    rows: Iterator[tuple[str, Cell]],
    note: str = "",
    figure: str = _FAMILIES,
) -> FigureTable:
    said = tuple((f"{name[:1].upper()}{name[1:]}", _cell(one)) for name, one in rows)
    return FigureTable(title, (label, figure), said, note)


def _cells(masked: Masked, breakdown: str) -> dict[str, Cell]:
    found = (one for one in masked.cells() if one[0][:1] == (breakdown,))
    return {key[1]: cell for key, cell in found}


def _cell(cell: Cell) -> str:
    if cell.unknown:
        return UNKNOWN
    return MASKED if cell.shown is None else number(cell.shown)
