"""Addresses of the register of associations, in its two layouts."""

from __future__ import annotations

import re
from typing import Protocol

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.text import fold
from ctg_desktop.imports import prose
from ctg_desktop.imports.capitals import readable_name
from ctg_desktop.imports.context import ReadingContext

STREET_TYPES = {
    "all": "allée",
    "av": "avenue",
    "ave": "avenue",
    "bd": "boulevard",
    "bld": "boulevard",
    "bvd": "boulevard",
    "ch": "chemin",
    "che": "chemin",
    "chem": "chemin",
    "crs": "cours",
    "fg": "faubourg",
    "imp": "impasse",
    "ham": "hameau",
    "ld": "lieu-dit",
    "lot": "lotissement",
    "pas": "passage",
    "pl": "place",
    "qu": "quai",
    "quai": "quai",
    "res": "résidence",
    "rle": "ruelle",
    "rte": "route",
    "sq": "square",
    "za": "ZA",
    "zi": "ZI",
}
_STREET_WORDS = frozenset(
    fold(one) for one in (*STREET_TYPES.values(), "rue", "clos", "cité", "sente", "venelle", "voie")
)
_REPETITIONS = {"b": "bis", "t": "ter", "q": "quater"}
_OLD_STREET = re.compile(
    r"(\d+(?:\s?(?:bis|ter|quater|[a-d]))?)[\s,]+([^\W\d_]+)\.?\s+(.+)", re.IGNORECASE
)
_CEDEX = re.compile(r"\s+cedex(?:\s+\d+)?$", re.IGNORECASE)


class Row(Protocol):
    """A row whose cells are asked for by column name; an absent column is empty."""

    def __contains__(self, column: str) -> bool: ...

    def __getitem__(self, column: str) -> str: ...


def address(row: Row, context: ReadingContext) -> Address:
    """Return the address of the association's seat."""
    lines = _waldec_lines(row) if "adrs_libvoie" in row else _older_lines(row)
    written = row["adrs_libcommune"] or row["libcom"]
    city = city_name(written)
    return Address(
        lines=tuple(dict.fromkeys(one for one in lines if prose.says_something(one))),
        postal_code=_digits(row["adrs_codepostal"]),
        city=city,
        insee_code=context.commune,
        delegated_commune=context.delegated_name(row["adrs_codeinsee"], city),
    )


def city_name(written: str) -> str:
    """Return the name of a city without CEDEX, with capitals where it has none or nothing else."""
    name = readable_name(_CEDEX.sub("", written))
    return readable_name(name.upper()) if name.islower() else name


def street(written: str) -> str:
    """Return a street line in readable case, its type written out: ``4 BD X``, 4 boulevard X."""
    line = readable_name(prose.one_line(written).strip("_ "))
    found = _OLD_STREET.fullmatch(line)
    if not found:
        return line
    number, kind, name = found.groups()
    return f"{number} {_street_type(kind)} {name}"


def _waldec_lines(row: Row) -> list[str]:
    number = row["adrs_numvoie"].strip("_ ")
    repetition = row["adrs_repetition"].strip("_ ").lower()
    kind = row["adrs_typevoie"].strip("_ ")
    parts = (
        number,
        _REPETITIONS.get(repetition, repetition),
        _street_type(kind),
        readable_name(row["adrs_libvoie"].strip("_ ")),
    )
    return [
        readable_name(row["adrs_complement"].strip("_ ")),
        _capitalised(" ".join(one for one in parts if one)),
        readable_name(row["adrs_distrib"].strip("_ ")),
    ]


def _older_lines(row: Row) -> list[str]:
    return [street(row[column]) for column in ("adr1", "adr2", "adr3")]


def _street_type(kind: str) -> str:
    folded = fold(kind).rstrip(".")
    if folded in STREET_TYPES:
        return STREET_TYPES[folded]
    return kind.lower() if folded in _STREET_WORDS else kind


def _capitalised(line: str) -> str:
    return line[:1].upper() + line[1:]


def _digits(written: str) -> str:
    digits = "".join(one for one in written if one.isdigit())
    return digits.zfill(5) if 4 <= len(digits) <= 5 else ""
