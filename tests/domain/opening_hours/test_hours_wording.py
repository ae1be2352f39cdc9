"""What is stored, in French and in English."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.opening_hours import Style, to_english, to_french

WORDED = [
    (
        "Mo-Fr 09:00-12:30,14:00-17:00",
        "Du lundi au vendredi 9 h – 12 h 30 et 14 h – 17 h",
        "lun. – ven. 9 h – 12 h 30, 14 h – 17 h",
        "Monday to Friday 9 am – 12:30 pm and 2 pm – 5 pm",
    ),
    (
        "We 14:00-18:00; Sa 10:00-12:00; Fr[1] 20:00+",
        "Mercredi 14 h – 18 h, samedi 10 h – 12 h, premier vendredi du mois à 20 h",
        "mer. 14 h – 18 h, sam. 10 h – 12 h, 1er ven. du mois à 20 h",
        "Wednesday 2 pm – 6 pm, Saturday 10 am – noon, first Friday of the month from 8 pm",
    ),
    (
        "Mo 09:30-12:30,13:30-15:30; PH off",
        "Lundi 9 h 30 – 12 h 30 et 13 h 30 – 15 h 30, fermé les jours fériés",
        "lun. 9 h 30 – 12 h 30, 13 h 30 – 15 h 30, fermé les jours fériés",
        "Monday 9:30 am – 12:30 pm and 1:30 pm – 3:30 pm, closed on public holidays",
    ),
    (
        "We 14:00-18:00; SH off; SH We 09:00-12:00",
        (
            "Mercredi 14 h – 18 h, sauf vacances scolaires ; "
            "pendant les vacances scolaires : mercredi 9 h – 12 h"
        ),
        (
            "mer. 14 h – 18 h, sauf vacances scolaires ; "
            "pendant les vacances scolaires : mer. 9 h – 12 h"
        ),
        (
            "Wednesday 2 pm – 6 pm, except school holidays; "
            "during school holidays: Wednesday 9 am – noon"
        ),
    ),
    (
        "Apr-Sep Mo,Th 09:00-12:00; Oct-Mar Th 10:00-24:00",
        "D’avril à septembre : lundi et jeudi 9 h – 12 h ; d’octobre à mars : jeudi 10 h – minuit",
        "avr. – sept. : lun. et jeu. 9 h – 12 h ; oct. – mars : jeu. 10 h – minuit",
        (
            "From April to September: Monday and Thursday 9 am – noon; "
            "from October to March: Thursday 10 am – midnight"
        ),
    ),
    (
        "Sa[1,3] 10:00-12:00; Dec 24-Jan 03 off",
        "Premier et troisième samedis du mois 10 h – 12 h, fermé du 24 décembre au 3 janvier",
        "1er et 3e sam. du mois 10 h – 12 h, fermé du 24 déc. au 3 janv.",
        "First and third Saturday of the month 10 am – noon, closed from 24 December to 3 January",
    ),
    (
        'Mo-Fr 09:00-12:00 || "sur rendez-vous"',
        "Du lundi au vendredi 9 h – 12 h, et sur rendez-vous",
        "lun. – ven. 9 h – 12 h, et sur rendez-vous",
        "Monday to Friday 9 am – noon, and by appointment",
    ),
    (
        'week 02-52/2 We 09:00-12:00 "by appointment"',
        "Semaines paires : mercredi 9 h – 12 h sur rendez-vous",
        "semaines paires : mer. 9 h – 12 h sur rendez-vous",
        "Even-numbered weeks: Wednesday 9 am – noon by appointment",
    ),
    (
        "Jul-Aug Mo off; 2026 Aug 01-15 off; We 12:00-24:00 off",
        (
            "En juillet et août : fermé le lundi ; fermé du 1er au 15 août 2026 ; "
            "fermé le mercredi après-midi"
        ),
        "juill. – août : fermé le lun. ; fermé du 1er au 15 août 2026 ; fermé le mer. après-midi",
        (
            "In July and August: closed on Mondays; closed from 1 to 15 August 2026; "
            "closed on Wednesday afternoon"
        ),
    ),
    ("24/7", "24 h/24, 7 j/7", "24 h/24, 7 j/7", "24 hours a day, 7 days a week"),
    (
        "Mo-Fr 09:00-18:00; Mo-Su 12:00-14:00 off",
        "Du lundi au vendredi 9 h – 18 h, fermé 12 h – 14 h",
        "lun. – ven. 9 h – 18 h, fermé 12 h – 14 h",
        "Monday to Friday 9 am – 6 pm, closed noon – 2 pm",
    ),
    (
        "Mo-We off; Mo-Su 12:00-24:00 off",
        "Fermé du lundi au mercredi ; fermé l’après-midi",
        "fermé lun. – mer. ; fermé l’après-midi",
        "Closed Monday to Wednesday; closed in the afternoon",
    ),
    ("off", "Fermé", "fermé", "Closed"),
    ('"sur rendez-vous"', "Sur rendez-vous", "sur rendez-vous", "By appointment"),
    (
        'Mo 09:00-12:00 "voir «l’accueil»"',
        "Lundi 9 h – 12 h « voir “l’accueil” »",
        "lun. 9 h – 12 h « voir “l’accueil” »",
        "Monday 9 am – noon “voir “l’accueil””",
    ),
]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("osm", "full", "short", "english"), WORDED)
def test_wording(osm: str, full: str, short: str, english: str) -> None:
    assert plain(to_french(osm)) == full
    assert plain(to_french(osm, style=Style.SHORT)) == short
    assert plain(to_english(osm)) == english


@pytest.mark.parametrize(
    ("osm", "short"),
    [
        (
            "Mo-Fr 09:00-12:30,14:00-17:00; PH off",
            "Mon – Fri 9 am – 12:30 pm, 2 pm – 5 pm, closed on public holidays",
        ),
        (
            "Mo-Fr 08:30-12:00; Sa,PH off",
            "Mon – Fri 8:30 am – noon, closed Sat and public holidays",
        ),
        ("Sa[1,3] 10:30-12:00", "1st and 3rd Sat of the month 10:30 am – noon"),
        (
            "May-Sep: Mo-Su 09:00-12:00; Oct-Apr off",
            "May – Sep: every day 9 am – noon; closed Oct – Apr",
        ),
        ("Mo off", "closed Mon"),
        ("Dec 25 off", "closed on 25 December"),
        ("24/7", "24 hours a day, 7 days a week"),
    ],
)
def test_short_english_fits_a_table(osm: str, short: str) -> None:
    assert plain(to_english(osm, style=Style.SHORT)) == short


def test_spaces_keep_a_time_together_and_let_a_line_break_after_the_dash() -> None:
    assert to_french("Mo 09:00-12:30") == "Lundi 9\u00a0h\u00a0– 12\u00a0h\u00a030"
    assert to_french("May Mo 09:00+; Jun Mo 10:00+") == (
        "En mai\u00a0: lundi à 9\u00a0h\u202f; en juin\u00a0: lundi à 10\u00a0h"
    )
    assert to_english("Mo 09:00-12:30") == "Monday 9\u00a0am\u00a0– 12:30\u00a0pm"


@pytest.mark.parametrize(
    "osm", ["Mo-Fr sunrise-sunset", "easter off", "nonsense", "week 05 Mo off"]
)
def test_what_cannot_be_worded_is_shown_as_it_is(osm: str) -> None:
    assert (to_french(osm), to_english(osm)) == (osm, osm)


def test_a_kept_text_is_shown_as_it_was_typed() -> None:
    assert to_french('"chez Denise, <b>le mardi"') == "chez Denise, <b>le mardi"
    assert to_french("") == ""


def test_a_replacement_is_told_from_an_addition() -> None:
    """``;`` replaces Tuesday's hours on the first of the month, ``,`` adds to them."""
    assert "mais premier mardi" in to_french("Tu 09:00-12:00; Tu[1] 14:00-17:00")
    assert "aussi" in to_french("Tu 09:00-12:00, Tu[1] 10:00-17:00")
    assert "mais" not in to_french("Tu 09:00-12:00, Tu[1] 14:00-17:00")
