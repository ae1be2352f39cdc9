"""The chapters of a report: a sentence, then a chart or a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import MONTHS
from ctg_desktop.domain.year_report import Movements, Tally, Task, YearReport
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Group,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Part,
)
from ctg_desktop.pdf.colours import mixed
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.style import PAPER
from ctg_desktop.pdf.tables import Bar, Bars, Table
from ctg_desktop.pdf.words import verbatim, words
from ctg_desktop.pdf.year_report import sentences
from ctg_desktop.pdf.year_report.sentences import UNKNOWN

_DATES = ("date", "dates")
_TINT = 0.92
_FIGURE_HEIGHT = 75.0
_LEAST_LABEL, _MOST_LABEL = 0.22, 0.5
_LETTERS = 95.0
"""Letters of the width of the page, more or less, at the size of the rows."""


def head(report: YearReport) -> Iterator[Block]:
    """Yield the title and the four figures that come first."""
    day = f"{wording.day_of_month(report.edition)} {report.edition.year}"
    yield Paragraph(words(report.profile.name), "kicker")
    yield Heading(1, words(f"Bilan de l’annuaire {report.year}"))
    yield Paragraph(
        words(f"Fiches comptées le {day}. Journal et agenda de l’année {report.year}."), "as-of"
    )
    checked = report.verification
    recent = sentences.share(checked.within_year, checked.total)
    figures = (
        (wording.number(report.published), _named(report.published, "fiche publiée")),
        (recent, "de fiches vérifiées depuis moins d’un an"),
        (_number(report.dates), f"{_named(report.dates, 'date')} à l’agenda en {report.year}"),
        (_number(report.organiser_count), _named(report.organiser_count, "organisateur")),
    )
    fill = mixed(report.profile.accent, PAPER, _TINT)
    boxes = (Box(_figure(*one), fill=fill, height=_FIGURE_HEIGHT) for one in figures)
    yield Columns(tuple(Part((one,)) for one in boxes), gap=9.0)


def directory(report: YearReport) -> Iterator[Block]:
    """Yield what the directory holds and how far it can be trusted."""
    if not report.published:
        yield Heading(2, words("Les fiches"))
        yield Paragraph(words("L’annuaire n’a encore aucune fiche publiée."))
        return
    checked = report.verification
    yield _chart("Les fiches par rubrique", sentences.chapters(report), "Rubrique", report.chapters)
    states = (
        Tally("Depuis moins de six mois", checked.half_year),
        Tally("Depuis six mois à un an", checked.year),
        Tally("Depuis plus d’un an", checked.older),
        Tally("Jamais", checked.never),
    )
    yield _chart("Des fiches vérifiées", sentences.verification(report), "Vérifiées", states)
    if report.themes:
        yield _chart("Les fiches par thème", sentences.themes(report), "Thème", report.themes)
    yield from _sources(report)


def _sources(report: YearReport) -> Iterator[Block]:
    """Yield where entries came from; a single source needs no chart."""
    title, said = "D’où viennent les fiches", sentences.sources(report)
    if len(report.sources) > 1:
        yield _chart(title, said, "Source", report.sources)
    else:
        yield Group((Heading(2, words(title)), Paragraph(words(said))))


def changes(report: YearReport) -> Iterator[Block]:
    """Yield what the journal of the year says."""
    said = sentences.journal(report)
    rows = (("Fiches", report.listings), ("Manifestations", report.events))
    table = Table(
        tuple(map(words, ("Dans l’année", "Nouvelles", "Modifiées", "Retirées"))),
        tuple(_movements(label, one) for label, one in rows),
        (2.0, 1.0, 1.0, 1.0),
        row_headers=True,
        caption=f"Fiches et manifestations nouvelles, modifiées et retirées en {report.year}",
        style="row",
        header_style="column",
    )
    heading = Heading(2, words(f"Ce qui a changé en {report.year}"))
    yield Group((heading, *((Paragraph(words(said), "said"),) if said else ()), table))


def calendar(report: YearReport) -> Iterator[Block]:
    """Yield the events of the year, and who holds them."""
    title, said = f"Les rendez-vous de {report.year}", sentences.months(report)
    if not report.dates:
        yield Group((Heading(2, words(title)), Paragraph(words(said))))
        return
    months = tuple(
        Tally(name.capitalize(), one) for name, one in zip(MONTHS, report.months, strict=True)
    )
    yield _chart(title, said, "Mois", months, _DATES)
    if report.organisers:
        said = sentences.organisers(report)
        yield _chart("Qui les organise", said, "Organisateur", report.organisers, _DATES)
        if report.other_organisers:
            more = wording.plural(
                report.other_organisers, "autre organisateur", "autres organisateurs"
            )
            yield Paragraph(words(f"Et {more}."), "note")


def plan(report: YearReport) -> Iterator[Block]:
    """Yield what the directory holds for the sheets of the action plan that ask for leaflets."""
    header = ("Fiche action", "Ce qu’elle prévoit", "Dépliant", "Entrées", "Vérifiées (1 an)")
    rows = tuple(
        (
            words(str(one.sheet)),
            words(one.title),
            words(one.leaflet),
            words(_number(one.count)),
            words(_number(one.recent)),
        )
        for one in report.coverage
    )
    table = Table(
        tuple(map(words, header)),
        rows,
        (0.7, 4.4, 1.9, 0.8, 1.0),
        row_headers=True,
        caption="Fiches action du plan, dépliants qui y répondent et entrées de l’annuaire",
        style="row",
        header_style="column",
    )
    yield Heading(2, words("Ce que demande le plan d’action"))
    yield Paragraph(words(sentences.coverage(report)), "said")
    yield table


def tasks(report: YearReport) -> Iterator[Block]:
    """Yield what to do next, as a list to tick off."""
    yield Heading(2, words("À faire maintenant"))
    if not report.tasks:
        nothing = "Rien ne manque aux fiches publiées."
        start = "Ajouter les premières fiches, ou les importer, puis les publier."
        yield Paragraph(words(nothing if report.published else start))
        return
    yield ItemList(tuple(map(_task, report.tasks)), Marker.TICK, "body", 12.0)


def _figure(figure: str, label: str) -> tuple[Block, ...]:
    style = "figure-unknown" if figure == UNKNOWN else "figure"
    return (Paragraph(words(figure), style), Paragraph(words(label), "figure-label"))


def _chart(
    title: str,
    said: str,
    header: str,
    tallies: Sequence[Tally],
    unit: tuple[str, str] = ("fiche", "fiches"),
) -> Group:
    """Return a chart below its sentence; both stay on one page."""
    longest = max(len(one.label) for one in tallies)
    chart = Bars(
        header=(words(header), words(unit[1].capitalize())),
        rows=tuple(Bar(words(one.label), one.count, _counted(one.count, unit)) for one in tallies),
        label_width=min(max(longest / _LETTERS, _LEAST_LABEL), _MOST_LABEL),
        caption=title,
        style="row",
        header_style="column",
    )
    return Group((Heading(2, words(title)), Paragraph(words(said), "said"), chart))


def _counted(count: int | None, unit: tuple[str, str]) -> Runs:
    return words(UNKNOWN if count is None else wording.plural(count, *unit))


def _movements(label: str, one: Movements | None) -> tuple[Runs, ...]:
    figures = (None,) * 3 if one is None else (one.created, one.changed, one.removed)
    return (words(label), *(words(_number(figure)) for figure in figures))


def _task(task: Task) -> Runs:
    said = words(f"{task.what}\u00a0: {wording.number(task.count)}", strong=True)
    if not task.names:
        return said
    rest = task.count - len(task.names)
    more = f" et {wording.plural(rest, 'autre', 'autres')}" if rest else ""
    return (*said, *verbatim("\n"), *words(f"{', '.join(task.names)}{more}."))


def _number(figure: int | None) -> str:
    return UNKNOWN if figure is None else wording.number(figure)


def _named(count: int | None, one: str) -> str:
    """Return the words of a count without its figure, which stands above them."""
    return one if (count or 0) < 2 else " ".join(f"{word}s" for word in one.split())
