"""Texts as people type them, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

DAYS = ("lundi", "Mar", "mer.", "jeu", "VENDREDI", "sam", "dimanche")
CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("janvier", "fév", "mars", "avril", "mai", "juin", "juil.", "Août", "sept", "oct", "nov")
NOTES = ("sur rendez-vous", "sur RDV", "uniquement sur rdv", "sans rendez-vous", "« sonner »")


@st.composite
def _days(draw: st.DrawFn) -> str:
    one, other = draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))
    return draw(
        st.sampled_from(
            [
                *(one, f"{one}-{other}", f"du {one} au {other}", f"{one} et {other}"),
                *(f"{one}, {other}", "tous les jours", "en semaine", "le week-end"),
                *(f"tous les {one}", f"1er {one} du mois", f"2e et 4e {other}"),
                *(f"dernier {one} du mois", "jours fériés", f"{one} et jours fériés"),
            ]
        )
    )


@st.composite
def _times(draw: st.DrawFn) -> str:
    start = draw(st.integers(6, 11))
    end, again, last = start + 2, draw(st.integers(13, 15)), draw(st.integers(16, 22))
    return draw(
        st.sampled_from(
            [
                *(f"{start}h-{end}h", f"de {start}h30 à {end}h", f"{start}:00-{end}:15"),
                *(f"{start}-{end}h", f"{start}h-{end}h {again}h-{last}h30", "matin", "soir"),
                *(f"{start}h/{end}h, {again}h/{last}h", f"{start}h", "24h/24", "après-midi"),
                *(f"{start} h 15 – {end} h et {again} h – {last} h", f"{again}h-minuit"),
                *(f"à partir de {start}h30", f"{start}h-midi"),
            ]
        )
    )


@st.composite
def _seasons(draw: st.DrawFn) -> str:
    one, other = draw(st.sampled_from(MONTHS)), draw(st.sampled_from(MONTHS))
    day, last = draw(st.integers(1, 14)), draw(st.integers(15, 28))
    return draw(
        st.sampled_from(
            [
                *(f"en {one}", f"de {one} à {other}", f"en {one} et {other}", "24/12"),
                *(f"du {day} au {last} {one}", f"du {day} {one} au {last} {other}"),
                *(f"le {last} {one}", f"du {day}/6 au {last}/9", f"le {day} {one} 2026"),
                *(f"du {day} au {last} {one} 2026", "pendant les vacances scolaires"),
                *("vacances", "semaines paires", "semaines impaires"),
            ]
        )
    )


@st.composite
def _clauses(draw: st.DrawFn) -> str:
    day, slot, season = draw(_days()), draw(_times()), draw(_seasons())
    note = draw(st.sampled_from(NOTES))
    return draw(
        st.sampled_from(
            [
                *[f"{day} {slot}"] * 6,
                *(f"{season} : {day} {slot}", f"{season} {day} {slot}", f"{day} {slot} {season}"),
                *(day, season, slot, note, f"{slot} le {day}", f"{day} {note}"),
                *(f"{day} {slot} {note}", f"{season} : {slot}", f"{season} : {note}"),
                *(f"fermé {day}", f"fermé {season}", f"{day} fermé", "fermé"),
                *(f"fermé {day} {season}", f"sauf {day}", f"sauf {season}", f"{season} : fermé"),
                *(f"{day} {slot} sauf {season}", f"{day} sauf {draw(_days())} {slot}"),
                *(f"hors vacances : {day} {slot}", f"fermé {day} {slot}", f"mais {day} {slot}"),
                *(f"fermé {day} et {season}", f"aussi {day} {slot}"),
            ]
        )
    )


@st.composite
def typed_texts(draw: st.DrawFn) -> str:
    """Clauses put side by side: some clear, some that contradict each other."""
    parts = draw(st.lists(_clauses(), min_size=1, max_size=4))
    ties = draw(st.lists(st.sampled_from([", ", "; ", "\n", " et ", " "]), min_size=4, max_size=4))
    return "".join(part + tie for part, tie in zip(parts, ties, strict=False)).strip()


@st.composite
def exact_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A text and the only thing that it can mean: rules for different days, each in any style."""
    chosen = sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=3)))
    starts = draw(st.lists(st.integers(7, 11), min_size=3, max_size=3, unique=True))
    clauses = [_exact(draw, day, start) for day, start in zip(chosen, starts, strict=False)]
    tie = draw(st.sampled_from([", ", "; ", "\n", " ", " et "]))
    endings = [
        ("", ""),
        (", sauf vacances scolaires", "; SH off"),
        (" ; fermé les jours fériés", "; PH off"),
        ("\nfermé en août", "; Aug off"),
        (", fermé du 24/12 au 3/1", "; Dec 24-Jan 03 off"),
        (" et sur rendez-vous", ' || "sur rendez-vous"'),
    ]
    typed_end, stored_end = draw(st.sampled_from(endings))
    season, code = draw(
        st.sampled_from(
            [
                ("", ""),
                ("de mai à septembre : ", "May-Sep "),
                ("semaines paires : ", "week 02-52/2 "),
            ]
        )
    )
    if season and (tie == "; " or (stored_end and stored_end[0] == ";")):
        season = code = ""
    typed = season + tie.join(text for text, _ in clauses) + typed_end
    return typed, "; ".join(code + osm for _, osm in clauses) + stored_end


def _exact(draw: st.DrawFn, day: int, start: int) -> tuple[str, str]:
    name, code = DAYS[day], CODES[day]
    ranked = draw(st.booleans())
    days, selector = (f"2e {name} du mois", f"{code}[2]") if ranked else (name, code)
    hours = f"{start:02}:00-{start + 1:02}:30"
    styles = {
        f"{start}h-{start + 1}h30": hours,
        f"de {start} h à {start + 1} h 30": hours,
        f"{start:02}:00-{start + 1}:30": hours,
        f"{start}h/{start + 1}h30, 14-17h": f"{hours},14:00-17:00",
        f"à {start}h": f"{start:02}:00+",
    }
    typed = draw(st.sampled_from(sorted(styles)))
    return f"{days} {typed}", f"{selector} {styles[typed]}"
