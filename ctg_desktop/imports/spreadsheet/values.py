"""Phones, e-mails, sites, hours and dates as they are found in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from ctg_desktop.domain import opening_hours as hours
from ctg_desktop.domain.contact import Email, Phone
from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.errors import UserError

_LIST = re.compile(r"[|;\n]")
_OR = re.compile(r"\s*(?:,|\bou\b|\bet\b|\s[/\-–]\s|/(?=\s*(?:0|\+)))\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\+|00)?\(?\d[\d\s.\-/()]{5,}\d")
_EMAIL = re.compile(r"[^\s<>,;|/:()\[\]\"]+@[^\s<>,;|/:()\[\]\"]+\.[^\W\d_]{2,}")
_SITE = re.compile(r"(?:https?://|www\.)[^\s|<>\"]+", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_SLOT = re.compile(
    r"(\d{1,2})\s*(?:[h:]\s*(\d{2})?)\s*(?:-|–|à|a|/)\s*(\d{1,2})\s*(?:[h:]\s*(\d{2})?)",
    re.IGNORECASE,
)
_NOT_WORDS = re.compile(r"[^\W\d_]")
_CLOSED = re.compile(r"ferm[ée]e?s?|-+|–|néant|rien|non|x|/", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?")
_FRENCH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def phones(text: str, *, private: bool = False) -> tuple[Phone, ...]:
    """Read the phones of a cell, with the words beside each as its label.

    Lost zeros and ``33…`` without plus, made by spreadsheet programs, are put right. What is no
    phone is given as it is, for the rules to refuse.
    """
    found = [one for part in _LIST.split(text) for one in _phones(part.strip())]
    return tuple(Phone(number, label, private=private) for number, label in dict.fromkeys(found))


def emails(text: str, *, private: bool = False) -> tuple[Email, ...]:
    """Read the e-mails of a cell; text without any is given as it is, for the rules to refuse."""
    found = _EMAIL.findall(text) or ([text.strip()] if text.strip() else [])
    return tuple(Email(one.rstrip("."), private=private) for one in dict.fromkeys(found))


def website(text: str) -> str:
    """Return the first address of a site in a cell, or the text as it is."""
    found = _SITE.search(text)
    if found:
        return found.group().rstrip(".,;)")
    first = text.strip().split()[:1]
    return first[0] if first and _DOMAIN.fullmatch(first[0]) else text.strip()


def opening_hours(text: str) -> tuple[str, bool]:
    """Return hours in OpenStreetMap syntax, and whether all of them was understood."""
    if not text.strip():
        return "", True
    parsed = hours.parse_typed(text)
    return parsed.osm, parsed.understood


def day_slots(text: str) -> tuple[list[tuple[str, str]], str]:
    """Read the hours of one day: its slots, and what else is said.

    Example:
        ``"09:00 - 12:00 / 13:30 - 17:00"`` gives two slots and no text; ``"Fermé"`` gives nothing.
    """
    slots = [
        (f"{int(a):02d}:{b or '00'}", f"{int(c):02d}:{d or '00'}")
        for a, b, c, d in _SLOT.findall(text)
    ]
    rest = _SLOT.sub(" ", text).strip(" /,;-–&.")
    said = _NOT_WORDS.search(re.sub(r"\bet\b|\bde\b", " ", rest)) or (rest and not slots)
    if not said or _CLOSED.fullmatch(rest):
        return slots, ""
    return slots, rest.strip("() ") if slots else text.strip()


def day(text: str) -> date | None:
    """Return a date written in ISO or in French figures; ``None`` for anything else."""
    iso, french = _ISO.fullmatch(text.strip()), _FRENCH.fullmatch(text.strip())
    with suppress(ValueError):
        if iso:
            return date(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
        if french:
            return date(int(french.group(3)), int(french.group(2)), int(french.group(1)))
    return None


def digits(text: str, width: int) -> str:
    """Return a code of figures without blanks, with the zero before it if a number lost it.

    Only a single zero is given back: more missing figures are another fault.
    """
    code = "".join(text.split())
    return f"0{code}" if code.isdigit() and len(code) == width - 1 else code


def siret(text: str) -> str:
    """Return a SIRET without blanks, with the zeros that a number loses if its key then holds."""
    code = "".join(one for one in text if one.isalnum())
    padded = code.zfill(14)
    return padded if code.isdigit() and 12 <= len(code) < 14 and _luhn(padded) else code


def _phones(part: str) -> Iterator[tuple[str, str]]:
    if not part:
        return
    whole = _NUMBER.findall(part)
    if len(whole) == 1 and _number(whole[0]):
        yield _number(whole[0]), _label(part.replace(whole[0], " "))
        return
    pieces = [one for one in _OR.split(part) if one and one.strip()]
    if len(pieces) > 1:
        for piece in pieces:
            yield from _phones(piece.strip())
    elif len(whole) == 1 and (several := _side_by_side(whole[0])):
        yield from ((one, "") for one in several)
    else:
        yield _number(part) or part, ""


def _number(text: str) -> str:
    """Return the text that a phone is parsed from, or nothing when it is no phone."""
    figures = "".join(one for one in text if one.isdigit())
    candidates = [text.strip()]
    if len(figures) == 9 and figures[0] != "0":
        candidates.insert(0, f"0{figures}")
    for candidate in candidates:
        with suppress(UserError):
            parse_phone(candidate)
            return candidate
    return ""


def _side_by_side(text: str) -> list[str]:
    """Cut figures that are several numbers of ten figures in a row."""
    figures = "".join(one for one in text if one.isdigit())
    numbers = [figures[start : start + 10] for start in range(0, len(figures), 10)]
    whole = len(figures) > 10 and len(figures) % 10 == 0
    return numbers if whole and all(one.startswith("0") for one in numbers) else []


def _label(text: str) -> str:
    label = " ".join(text.split()).strip(" :()-–,.")
    return "" if label.lower().rstrip(".") in {"tel", "tél", "téléphone", "port", "fixe"} else label


def _luhn(number: str) -> bool:
    doubled = [int(one) * (2 - index % 2) for index, one in enumerate(number)]
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0
