"""The stored form: canonical, and back to an edit field."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.opening_hours import editable, normalise, parse_typed

NORMALISED = {
    "Mo-Fr 9:00-12:00": "Mo-Fr 09:00-12:00",
    "Mo 09:00-12:00; Mo 14:00-17:00": "Mo 14:00-17:00",
    "Mo 09:00-12:00, Mo 14:00-17:00": "Mo 09:00-12:00,14:00-17:00",
    "Mo-Su 09:00-12:00; We 14:00-17:00": "Mo-Tu,Th-Su 09:00-12:00; We 14:00-17:00",
    "Mo,Tu,We 14:00-16:00,09:00-12:00": "Mo-We 09:00-12:00,14:00-16:00",
    "Mo 09:00-12:00,11:00-13:00": "Mo 09:00-13:00",
    "Mo 00:00-24:00; Tu": "Mo-Tu 00:00-24:00",
    "Mo-Su 00:00-24:00": "24/7",
    "Mo-Su,PH closed": "off",
    "Sa[3],Sa[1] 10:00-12:00;": "Sa[1,3] 10:00-12:00",
    "Jul,Aug Mo off": "Jul-Aug Mo off",
    "Jan-Mar,Oct-Dec Mo 10:00-12:00": "Oct-Mar Mo 10:00-12:00",
    "Dec 24 - Jan 3 off": "Dec 24-Jan 03 off",
    "Jun 01-Sep 15: Mo 10:00-12:00": "Jun 01-Sep 15 Mo 10:00-12:00",
    "PH,Su off": "Su,PH off",
    'Mo 09:00-12:00; "by appointment"': 'Mo 09:00-12:00 || "sur rendez-vous"',
    'Mo 09:00-12:00 unknown "Sur RDV"': 'Mo 09:00-12:00 "sur rendez-vous"',
    'Mo 09:00-12:00 "sonner"': 'Mo 09:00-12:00 open "sonner"',
    "Mo 09:00-12:00; off; Tu 10:00-11:00": "Tu 10:00-11:00",
    "Mo-Fr  sunrise-sunset": "Mo-Fr sunrise-sunset",
    "": "",
}


@pytest.mark.parametrize(("osm", "canonical"), NORMALISED.items())
def test_canonical_form(osm: str, canonical: str) -> None:
    assert normalise(osm) == canonical
    assert normalise(canonical) == canonical


def test_the_edit_field_shows_french() -> None:
    assert editable("Mo-Fr 09:00-12:00").startswith("Du lundi au vendredi")


def test_the_edit_field_shows_what_is_stored_when_french_would_change_it() -> None:
    """Closed in August but for Tuesdays: said in this order, it contradicts itself."""
    osm = "Mo-Fr 09:00-12:00; Aug off; Aug Tu 10:00-12:00"

    assert editable(osm) == osm
    assert parse_typed(editable(osm)).osm == osm
