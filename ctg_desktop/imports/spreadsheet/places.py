"""Postal code and city that stand inside an address, in the manners people have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ctg_desktop.imports.existing import name_key

_POSTAL_CODE = re.compile(r"(?<![\d.])(?<!BP )(?<!CS )(?<!B\.P\. )(\d{5})(?!\d)", re.IGNORECASE)
_CEDEX = re.compile(r"\s*\bcedex\b(?:\s*\d+)?", re.IGNORECASE)
_COUNTRY = re.compile(r"[\s,]*\bFrance\s*$", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:rue|avenue|av|boulevard|bd|place|pl|chemin|route|rte|impasse|allée|cours|quai|square|"
    r"passage|lieu-dit|lotissement|résidence|esplanade|za|zi|bp|bis|ter)\b",
    re.IGNORECASE,
)
_EDGES = " ,;-–"


@dataclass(slots=True)
class Places:
    """Takes addresses apart; remembers which city goes with which code in this file."""

    _cities: dict[str, str] = field(default_factory=dict)

    def split(self, text: str) -> tuple[str, str, str]:
        """Return street, postal code and city; code and city are empty when none is sure.

        Example:
            ``"93, rue Haute 86400 Civray"``, ``"93 rue Haute, 86400 Civray"``,
            ``"93 rue Haute, Civray, France, 86400"`` and, once the city of the code is known,
            ``"93 rue Haute Civray, 86400"`` all give the same.
        """
        found = list(_POSTAL_CODE.finditer(text))
        if not found:
            return text.strip(_EDGES), "", ""
        last = found[-1]
        code = last.group(1)
        before = _COUNTRY.sub("", text[: last.start()].strip(_EDGES)).strip(_EDGES)
        after = city_without_cedex(_COUNTRY.sub("", text[last.end() :]))
        if after:
            if any(one.isdigit() for one in after) or _STREET.search(after):
                return text.strip(_EDGES), "", ""
            self._cities[code] = after
            return before, code, after
        street, city = self._city_at_end(before, code)
        return street, code, city

    def _city_at_end(self, before: str, code: str) -> tuple[str, str]:
        """Find a city at the end of the street, set apart by a comma or known by its code."""
        street, comma, last = before.rpartition(",")
        last = last.strip()
        if comma and last and not any(one.isdigit() for one in last) and not _STREET.search(last):
            self._cities[code] = last
            return street.strip(_EDGES), last
        known = self._cities.get(code, "")
        words, size = before.split(), len(known.split())
        if known and name_key(" ".join(words[-size:])) == name_key(known) and len(words) > size:
            return " ".join(words[:-size]).strip(_EDGES), known
        return before, ""


def city_without_cedex(text: str) -> str:
    """Return the name of a city without ``CEDEX`` and its number."""
    return _CEDEX.sub("", text).strip(_EDGES)
