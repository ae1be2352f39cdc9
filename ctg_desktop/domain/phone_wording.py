"""Phone numbers as they are read: pairs in France, international elsewhere (ITU-T E.123)."""

from __future__ import annotations

import re

from ctg_desktop.domain.calendar_words import NBSP

_FRENCH = re.compile(r"\+(?:33|262|590|594|596|508)(\d{9})")
_SHORT = re.compile(r"\d{2,6}")


def national(number: str) -> str:
    """Return a number as it is dialled in France: ``"05 49 87 67 88"``, ``"39 19"``.

    Args:
        number: E.164, or a short number; what is neither is returned as it came.
    """
    french = _FRENCH.fullmatch(number)
    if french:
        return _groups(f"0{french.group(1)}", 2)
    return international(number)


def international(number: str) -> str:
    """Return a number as it is dialled from anywhere: ``"+33 5 49 87 67 88"``."""
    if _SHORT.fullmatch(number):
        return _groups(number, 3 if len(number) == 6 else 2) if len(number) > 3 else number
    if not number.startswith("+"):
        return number
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(parsed, form)).replace(" ", NBSP)


def _groups(digits: str, size: int) -> str:
    return NBSP.join(digits[i : i + size] for i in range(0, len(digits), size))
