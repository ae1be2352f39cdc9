"""Stored opening hours, put in one form and given back to be edited."""

from __future__ import annotations

from ctg_desktop.domain.opening_hours.canonical import canonical, is_note
from ctg_desktop.domain.opening_hours.osm_reader import read
from ctg_desktop.domain.opening_hours.osm_writer import write
from ctg_desktop.domain.opening_hours.typed import parse_typed
from ctg_desktop.domain.opening_hours.wording import to_french


def normalise(osm: str) -> str:
    """Return stored opening hours in their canonical form, which is its own canonical form.

    What is not in the part of the syntax that the program words keeps its text, blanks apart.

    Args:
        osm: OpenStreetMap text.
    """
    rules = read(osm)
    return " ".join(osm.split()) if rules is None else write(canonical(rules))


def is_stored_form(text: str) -> bool:
    """Tell whether a text is to the letter what the program stores for hours it understood.

    A comment alone is not: it may hold hours that a person typed.
    """
    rules = read(text)
    if rules is None or all(is_note(rule) for rule in rules):
        return False
    return write(canonical(rules)) == text


def editable(osm: str) -> str:
    """Return the text to put in an edit field: French that is read back to the same hours.

    A few values of other makers say in French what the program would read otherwise; these are
    given in OpenStreetMap syntax, which can be typed as well.

    Args:
        osm: OpenStreetMap text.
    """
    french = to_french(osm)
    return french if parse_typed(french).osm == normalise(osm) else osm
