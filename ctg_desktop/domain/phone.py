"""Phone numbers as people type them, kept in E.164 (ITU-T E.164)."""

from __future__ import annotations

import re

from ctg_desktop.errors import UserError

# A French number is dialled alike from the mainland and from the overseas departments,
# but their international prefixes differ.
REGIONS = ("FR", "RE", "GP", "MQ", "GF", "YT", "PM")

_SEPARATORS = re.compile(r"[\s.\-/()  ]+")
_SHORT = re.compile(r"1\d|1\d{2}|11[68]\d{3}|[13]\d{3}")
_FRENCH = re.compile(r"(?:\+33|0)([1-9]\d{8})")
_LOST_PLUS = re.compile(r"(?:0033|33)([1-9]\d{8})")


def parse_phone(text: str, field: str = "") -> str:
    """Return a number in E.164, or a short French number ("15", "3919") as its digits.

    Args:
        text: What was typed, e.g. ``"05 49 87 67 88"``, ``"+33 5.49.87.67.88"``.
        field: Path of the input, for the error.

    Raises:
        UserError: ``phone-invalid`` when no French or international reading is possible.
    """
    digits = _SEPARATORS.sub("", text)
    if _SHORT.fullmatch(digits):
        return digits
    lost = _LOST_PLUS.fullmatch(digits)
    return _international(f"+33{lost.group(1)}" if lost else text, field)


def _international(text: str, field: str) -> str:
    import phonenumbers

    # Numbering blocks open before libraries know them: nine digits after the prefix are enough.
    french = _FRENCH.fullmatch(_SEPARATORS.sub("", text.replace("(0)", "")))
    for region in REGIONS:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            break
        if phonenumbers.is_valid_number(number):
            return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    if french:
        return f"+33{french.group(1)}"
    raise UserError("phone-invalid", field=field, value=text[:40])
