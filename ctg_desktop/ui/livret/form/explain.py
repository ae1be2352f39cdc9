"""What is said under a field about what stands in it."""

from __future__ import annotations

from ctg_desktop.domain import opening_hours, wording
from ctg_desktop.domain.text import SUMMARY_LIMIT, clean, fold
from ctg_desktop.ui.editing.form_fields import Hint
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone

_LONGEST_READ = 1000
_HOURS_EXAMPLE = "Par exemple : lun-ven 9h-12h30 14h-17h, sam matin"


def summary(typed: str) -> Hint:
    """Count the characters of the sentence against the room it has in the booklet."""
    length = len(clean(typed, multiline=False))
    words = f"{wording.number(length)} caractères sur {SUMMARY_LIMIT}"
    if length > SUMMARY_LIMIT:
        return Hint(f"{words} : raccourcissez.", Icon.WARNING, Tone.WARNING)
    return Hint(words if length else "")


def hours(typed: str) -> Hint:
    """Say opening hours back in full, or what of them was not understood."""
    text = clean(typed)
    if not text:
        return Hint(_HOURS_EXAMPLE)
    if len(text) > _LONGEST_READ:
        return Hint("Texte trop long pour être compris : il sera gardé comme texte.")
    read = opening_hours.parse_typed(text)
    if read.leftover:
        return Hint(
            f"Nous n’avons pas compris « {read.leftover} » : gardé comme texte.",
            Icon.WARNING,
            Tone.WARNING,
        )
    said = opening_hours.to_french(read.osm)
    said = said[:1].upper() + said[1:]
    return Hint("Compris" if fold(said) == fold(text) else said, Icon.CHECK, Tone.GOOD)
