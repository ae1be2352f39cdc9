"""What people type, and what is stored."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.opening_hours import ParsedHours, is_valid, parse_typed, to_french

UNDERSTOOD = {
    # days
    "lun 9h-12h": "Mo 09:00-12:00",
    "lu, ma, me, je, ve, sa, di 9h-12h": "Mo-Su 09:00-12:00",
    "LUNDI ET JEUDI 9H-12H": "Mo,Th 09:00-12:00",
    "mar, jeu 9:00-12:00": "Tu,Th 09:00-12:00",
    "Mar 9h-12h": "Tu 09:00-12:00",
    "lun-ven 9h-12h30 14h-17h, sam matin": "Mo-Fr 09:00-12:30,14:00-17:00; Sa 09:00-12:00",
    "du lundi au vendredi de 9h à 12h et de 14h à 17h": "Mo-Fr 09:00-12:00,14:00-17:00",
    "tous les jours 9h-12h": "Mo-Su 09:00-12:00",
    "7j/7 9h-12h": "Mo-Su 09:00-12:00",
    "en semaine 9h-12h": "Mo-Fr 09:00-12:00",
    "jours ouvrables 9h-12h": "Mo-Sa 09:00-12:00",
    "week-end 14-17h": "Sa-Su 14:00-17:00",
    "le weekend de 14h à 17h": "Sa-Su 14:00-17:00",
    "ven-lun 9h-12h": "Mo,Fr-Su 09:00-12:00",
    "tous les mercredis 14h-18h": "We 14:00-18:00",
    "tous les jours sauf dimanche 9h-19h": "Mo-Sa 09:00-19:00",
    "tous les jours 9h-19h sauf le dimanche et les jours fériés": "Mo-Sa 09:00-19:00; PH off",
    "dimanche et jours fériés 10h-12h": "Su,PH 10:00-12:00",
    "9h-12h du lundi au vendredi": "Mo-Fr 09:00-12:00",
    "9h-12h le lundi, 14h-17h le mardi": "Mo 09:00-12:00; Tu 14:00-17:00",
    # times
    "lundi 9h30 à 12h": "Mo 09:30-12:00",
    "lundi 09 h 00 – 12 h 30": "Mo 09:00-12:30",
    "lundi 09\u00a0h\u00a000\u00a0– 12\u202fh\u202f30": "Mo 09:00-12:30",
    "lundi 9h/12h": "Mo 09:00-12:00",
    "lundi 9.30-12.00": "Mo 09:30-12:00",
    "lundi entre 9h et 12h": "Mo 09:00-12:00",
    "lundi de 9 à 12h": "Mo 09:00-12:00",
    "lun-ven 9-12 14-17": "Mo-Fr 09:00-12:00,14:00-17:00",
    "lun 9h-12h 14-17h": "Mo 09:00-12:00,14:00-17:00",
    "LUNDI : 9H00 - 12H00 / 14H00 - 17H00": "Mo 09:00-12:00,14:00-17:00",
    "lundi 9 heures à midi": "Mo 09:00-12:00",
    "vendredi 20h-minuit": "Fr 20:00-24:00",
    "samedi 22h-2h": "Sa 22:00-02:00",
    "mercredi après-midi": "We 14:00-17:00",
    "jeudi soir": "Th 18:00-20:00",
    "samedi matin et après-midi": "Sa 09:00-12:00,14:00-17:00",
    "lundi midi": "Mo 12:00-14:00",
    "lun matin 8h30-12h et après-midi 13h30-17h": "Mo 08:30-12:00,13:30-17:00",
    "à partir de 9h le lundi": "Mo 09:00+",
    "24h/24": "24/7",
    "24h/24 7j/7": "24/7",
    "24/7": "24/7",
    "lundi 24h/24": "Mo 00:00-24:00",
    "9h-12h": "09:00-12:00",
    "mercredi": "We unknown",
    # ranks in the month
    "1er mardi du mois 9h": "Tu[1] 09:00+",
    "premier mardi de chaque mois à 9h": "Tu[1] 09:00+",
    "1er et 3e samedis 10h-12h": "Sa[1,3] 10:00-12:00",
    "le 2ème et le dernier jeudi du mois, 14h-16h": "Th[2,-1] 14:00-16:00",
    "dernier vendredi du mois 20h": "Fr[-1] 20:00+",
    "1er et 3e samedis": "Sa[1,3] unknown",
    "mardi 9h-12h, 1er mardi du mois 14h-17h": "Tu 09:00-12:00, Tu[1] 14:00-17:00",
    "mardi 9h-12h, 1er mardi du mois 10h-17h": "Tu 09:00-12:00; Tu[1] 10:00-17:00",
    # weeks
    "semaines paires : mercredi 9h-12h": "week 02-52/2 We 09:00-12:00",
    "mercredi 9h-12h (semaines impaires)": "week 01-53/2 We 09:00-12:00",
    "mercredi des semaines paires 9h-12h": "week 02-52/2 We 09:00-12:00",
    # appointment
    "sur rendez-vous": '"sur rendez-vous"',
    "Sur RDV": '"sur rendez-vous"',
    "lun-ven 9h-12h sur rendez-vous": 'Mo-Fr 09:00-12:00 "sur rendez-vous"',
    "sur rendez-vous le lundi": 'Mo "sur rendez-vous"',
    "lun-ven 9h-12h et sur rendez-vous": 'Mo-Fr 09:00-12:00 || "sur rendez-vous"',
    "lun-ven 9h-12h ; sur rdv": 'Mo-Fr 09:00-12:00 || "sur rendez-vous"',
    "uniquement sur rendez-vous le mardi et le jeudi": 'Tu,Th "sur rendez-vous"',
    "lun 9h-12h, samedi sur rendez-vous": 'Mo 09:00-12:00; Sa "sur rendez-vous"',
    "lun 9h-12h, jeu 9h-12h, uniquement sur rdv": 'Mo,Th 09:00-12:00 "sur rendez-vous"',
    "lundi 9h-12h sans rendez-vous": 'Mo 09:00-12:00 open "sans rendez-vous"',
    "lundi 9h-12h « sonner »": 'Mo 09:00-12:00 open "sonner"',
    # holidays
    "mer 14h-18h sauf vacances scolaires": "We 14:00-18:00; SH off",
    "mer 14h-18h hors vacances": "We 14:00-18:00; SH off",
    "pendant les vacances scolaires lun-ven 9h-17h": "SH Mo-Fr 09:00-17:00",
    "lun-ven 9h-17h pendant les vacances scolaires": "SH Mo-Fr 09:00-17:00",
    "En période scolaire : mer 14h-18h ; vacances scolaires : mer 9h-12h": (
        "We 14:00-18:00; SH off; SH We 09:00-12:00"
    ),
    "mer 14h-18h sauf vacances scolaires, sam 10h-12h": (
        "We 14:00-18:00; Sa 10:00-12:00; SH We off"
    ),
    "mer 14h-18h, sam 10h-12h, sauf vacances scolaires": ("We 14:00-18:00; Sa 10:00-12:00; SH off"),
    "mer 14h-18h, sam 10h-12h sauf vacances scolaires": ("We 14:00-18:00; Sa 10:00-12:00; SH off"),
    "sauf vacances scolaires": "SH off",
    "vacances scolaires": "SH unknown",
    "lun-ven 9h-12h sauf jours fériés": "Mo-Fr 09:00-12:00; PH off",
    "lun-ven 9h-12h, fermé les jours fériés": "Mo-Fr 09:00-12:00; PH off",
    "fermé le dimanche et les jours fériés": "Su,PH off",
    # closings
    "fermé": "off",
    "fermé le lundi": "Mo off",
    "lundi : fermé ; mardi : 9h-12h": "Tu 09:00-12:00; Mo off",
    "fermé le lundi, mardi 9h-12h": "Tu 09:00-12:00; Mo off",
    "fermé en août": "Aug off",
    "lun 9h-12h sauf en août": "Mo 09:00-12:00; Aug off",
    "fermé du 24/12 au 3/1": "Dec 24-Jan 03 off",
    "fermé du 1er au 15 août 2026": "2026 Aug 01-15 off",
    "fermé le 1er mai et le 25 décembre": "May 01,Dec 25 off",
    "fermé le mercredi après-midi": "We 12:00-24:00 off",
    "lun-ven 9h-17h sauf le mercredi après-midi": "Mo-Fr 09:00-17:00; We 12:00-24:00 off",
    "mercredi fermé l'après-midi": "We 12:00-24:00 off",
    "lun-ven 9h-17h, fermé de 12h à 14h": "Mo-Fr 09:00-17:00; Mo-Su 12:00-14:00 off",
    "fermé le matin": "Mo-Su 00:00-12:00 off",
    "fermé le lundi de 12h à 14h et de 18h à 20h": "Mo 12:00-14:00,18:00-20:00 off",
    # seasons
    "de mai à septembre lun 9h-12h": "May-Sep Mo 09:00-12:00",
    "en juillet et août mar 10h-12h": "Jul-Aug Tu 10:00-12:00",
    "du 1er juin au 15 septembre : lun 9h-12h, mar 14h-17h": (
        "Jun 01-Sep 15 Mo 09:00-12:00; Jun 01-Sep 15 Tu 14:00-17:00"
    ),
    "de mai à septembre : lun 9h-12h ; d'octobre à avril : lun 10h-12h": (
        "May-Sep Mo 09:00-12:00; Oct-Apr Mo 10:00-12:00"
    ),
    "juillet-août : lun 8h-11h ; lundi 9h-12h": "Mo 09:00-12:00; Jul-Aug Mo 08:00-11:00",
    "le 25 décembre 10h-12h": "Dec 25 10:00-12:00",
    "De mai à septembre": "May-Sep unknown",
    # several rules, in one or more lines
    "lun-ven 9h-17h, mercredi 9h-12h": "Mo-Tu,Th-Fr 09:00-17:00; We 09:00-12:00",
    "lun 9h-12h, lun 14h-17h": "Mo 09:00-12:00,14:00-17:00",
    "Lundi\n9h-12h\n14h-17h\nMardi\n9h-12h": "Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:00",
    "- lundi : 9h-12h\n- mardi : 14h-17h\n": "Mo 09:00-12:00; Tu 14:00-17:00",
    "Lundi, jeudi: 9h-12h/14h-17h. Mercredi: 9h-12h.": (
        "Mo,Th 09:00-12:00,14:00-17:00; We 09:00-12:00"
    ),
    "lun 9h-12h / mar 14h-17h": "Mo 09:00-12:00; Tu 14:00-17:00",
    "Du lundi au vendredi : 8h30-12h - Samedi : 9h-12h": "Mo-Fr 08:30-12:00; Sa 09:00-12:00",
    # already OpenStreetMap
    "Jan 01-15 Sa 06:00-08:00": "Jan 01-15 Sa 06:00-08:00",
    "Dec 10-15 14:00-18:00": "Dec 10-15 14:00-18:00",
    "Mar 01-15 Sa 06:00-08:00": "Mar 01-15 Sa 06:00-08:00",
    "Mar 10-12, Sa 14:00-18:00": "Tu 10:00-12:00; Sa 14:00-18:00",  # French: "mardi"
    "Juillet 10-18": "Jul 10:00-18:00",
    "Dec 10-18h": "Dec 10:00-18:00",
    "Dec 10-12 et 14-18": "Dec 10:00-12:00,14:00-18:00",
    "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00": (
        "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00"
    ),
    "Mo 09:30-12:30, 13:30-15:30 ;PH off": "Mo 09:30-12:30,13:30-15:30; PH off",
    "Mo-Fr sunrise-sunset": "Mo-Fr sunrise-sunset",
    '"by appointment"': '"sur rendez-vous"',
    "": "",
    " \n\u00a0": "",
}

REFUSED = {
    "chez Paulette": "chez Paulette",
    "lun-ven 9h-12h, chez Paulette": "chez Paulette",
    "lun-ven 9h-12h, mar avec Denise, jeu 14h": "avec Denise",
    "lun 9h 12h": "12h",
    "lun-mer-ven 9h-12h": "-ven 9h-12h",
    "lun 9/12": "9/12",
    "lundi 17h-14h": "17h-14h",
    "lundi 25h-26h": "25h-26h",
    "lundi 9h75": "75",
    "fermé le 31 février": "31 février",
    "fermé le 24/7": "24/7",
    "6e mardi du mois 9h": "6e mardi du mois 9h",
    "un mardi sur deux 9h-12h": "un mardi sur deux 9h-12h",
    "lundi 9h-12h fermé mardi 9h-12h, fermé lundi": "lundi 9h-12h fermé mardi 9h-12h",
    "fermé le lundi et le mardi en août": "lundi et le mardi en août",
    "lun-ven 9h-17h sauf mercredi 9h-12h": "9h-12h",
    "1er mardi et jeudi 9h-12h": "jeudi 9h-12h",
    "mercredi 9h-12h, fermé le mercredi": "mercredi 9h-12h",
    "lundi jusqu'à 18h": "jusqu'à 18h",
    "lundi toute la journée": "toute la journée",
    "ouvert": "ouvert",
    "lundi, mercredi 9h-12h, vendredi": "vendredi",
    "lun 9h-17h, fermé de 12h à 14h, mar 9h-17h": "mar 9h-17h",
    "lundi 9h-12h, sur rendez-vous le mardi, jeudi": "jeudi",
    "fermé le mercredi et le vendredi après-midi": "vendredi après-midi",
}


@pytest.mark.parametrize(("typed", "osm"), UNDERSTOOD.items())
def test_typed_text_is_understood(typed: str, osm: str) -> None:
    assert parse_typed(typed) == ParsedHours(osm, understood=True, leftover="")


@pytest.mark.parametrize(("typed", "leftover"), REFUSED.items())
def test_what_is_not_understood_is_kept_as_text_and_said(typed: str, leftover: str) -> None:
    parsed = parse_typed(typed)

    assert (parsed.osm, parsed.understood) == (f'"{typed}"', False)
    assert parsed.leftover == leftover
    assert to_french(parsed.osm) == typed


def test_case_accents_and_apostrophes_do_not_matter() -> None:
    texts = ("D’Août à décembre du Lundi au JEUDI", "d'aout a decembre du lundi au jeudi")

    assert {parse_typed(text + " 9h-12h").osm for text in texts} == {"Aug-Dec Mo-Th 09:00-12:00"}


def test_double_quotes_become_typographic_in_a_kept_text() -> None:
    assert parse_typed('salle "des fêtes" et "préau"').osm == '"salle “des fêtes” et “préau”"'


def test_lines_of_a_kept_text_stay_apart_on_one_line() -> None:
    assert parse_typed("Lundi chez Denise\n\nMardi ailleurs").osm == (
        '"Lundi chez Denise | Mardi ailleurs"'
    )


@pytest.mark.parametrize(
    "text", ["\0", "\ud800", "\u202e\u200f", "«»", '"', '""', "|| ;", "«" * 99]
)
def test_hostile_text_is_kept_or_empty_but_valid(text: str) -> None:
    osm = parse_typed(text).osm

    assert osm == "" or is_valid(osm)


def test_a_text_that_is_too_long_is_cut_and_not_understood() -> None:
    parsed = parse_typed("lun 9h-12h, " * 100_000)

    assert not parsed.understood
    assert parsed.osm.startswith('"lun 9h-12h, lun 9h-12h,')
    assert parsed.osm.endswith('…"')
    assert len(parsed.osm) < 2_010
    assert parse_typed(to_french(parsed.osm)).osm == parsed.osm
