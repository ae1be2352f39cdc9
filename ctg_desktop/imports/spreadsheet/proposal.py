"""What the columns of an unknown spreadsheet probably fill, for a person to correct."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ctg_desktop.domain.column_mapping import (
    DAY_TARGETS,
    ColumnMapping,
    MappedColumn,
    Target,
    columns_of,
)
from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.domain.text import SUMMARY_LIMIT, fold
from ctg_desktop.imports.own_columns import is_own, own_mapping
from ctg_desktop.imports.spreadsheet.headers import target_of

Samples = Sequence[Sequence[str]]

# Targets that only one column can fill; a second one of that header is left to a person.
_SINGLE = frozenset(
    {
        Target.NAME,
        Target.KIND,
        Target.CATEGORY,
        Target.POSTAL_CODE,
        Target.CITY,
        Target.INSEE_CODE,
        Target.RNA,
        Target.SIRET,
        Target.DILA,
        Target.WEBSITE,
        Target.SKIP_MARK,
    }
)
_LOOKS: tuple[tuple[Target, re.Pattern[str]], ...] = (
    (Target.EMAILS, re.compile(r"[^\s@]+@[^\s@]+\.\w{2,}")),
    (Target.WEBSITE, re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)),
    (Target.RNA, re.compile(r"W\d[\dA-Z]\d{7}")),
    (Target.SIRET, re.compile(r"\d{3} ?\d{3} ?\d{3} ?\d{5}")),
    (Target.PHONES, re.compile(r"(?:\+?33|0)[ .]?[1-9](?:[ .\-]?\d{2}){4}")),
    (Target.POSTAL_CODE, re.compile(r"\d{5}")),
    (Target.OPENING_HOURS, re.compile(r"(?:Mo|Tu|We|Th|Fr|Sa|Su)\b.*\d{2}:\d{2}.*")),
    (
        Target.ADDRESS,
        re.compile(
            r".*\b(?:rue|avenue|boulevard|place|chemin|route|impasse|allée)\b.*", re.IGNORECASE
        ),
    ),
)
_KIND_WORDS: dict[ListingKind, str] = {
    ListingKind.ASSOCIATION: "associations? assos? clubs? amicale comite president loi rna",
    ListingKind.PUBLIC_SERVICE: "mairie ccas poste msap permanence tresorerie services? maison fs",
    ListingKind.BUSINESS: "boulangerie garage restaurant coiffure sarl eurl commerces? artisans? "
    "entreprises? enseigne epicerie",
    ListingKind.HEALTH: "medecins? infirmiere?s? pharmacie kinesitherapeute dentiste cabinet",
    ListingKind.CHILDCARE_SCHOOL: "ecoles? creche college garderie maternelles?",
}


def propose_mapping(headers: Sequence[str], samples: Samples) -> ColumnMapping:
    """Guess what each column fills, from its header, then from what its cells look like.

    Args:
        headers: As read; empty where there is none.
        samples: The first rows.
    """
    if is_own(headers):
        return own_mapping(headers)
    targets = _by_header(headers)
    for index, target in enumerate(targets):
        if target is None:
            targets[index] = _by_look(_column(samples, index), targets)
    _name_if_missing(targets, headers, samples)
    _settle(targets, samples)
    columns = tuple(
        replace(column, target=target or Target.IGNORED)
        for column, target in zip(columns_of(headers), targets, strict=True)
    )
    return ColumnMapping(columns, kind=_kind(headers, samples))


def has_names(columns: Sequence[MappedColumn]) -> bool:
    """Tell whether a mapping says where the names are, without which there is no listing."""
    return any(one.target is Target.NAME for one in columns)


def is_certain(mapping: ColumnMapping) -> bool:
    """Tell whether a proposed mapping can be used unseen: a header said where the names are."""
    return any(
        one.target is Target.NAME and target_of(one.header) is Target.NAME
        for one in mapping.columns
    )


def _by_header(headers: Sequence[str]) -> list[Target | None]:
    targets: list[Target | None] = []
    for header in headers:
        target = target_of(header)
        taken = target in _SINGLE and target in targets
        targets.append(Target.IGNORED if taken else target)
    return targets


def _by_look(cells: list[str], taken: Sequence[Target | None]) -> Target | None:
    """Return what most of the cells look like, unless another column is that already."""
    if not cells:
        return None
    for target, look in _LOOKS:
        matching = sum(look.fullmatch(cell) is not None for cell in cells)
        if matching * 2 > len(cells) and not (target in taken and target in _SINGLE):
            return target
    long = sum(len(cell) > 80 and cell.count(" ") > 8 for cell in cells) * 2 > len(cells)
    return Target.DESCRIPTION if long else None


def _name_if_missing(
    targets: list[Target | None], headers: Sequence[str], samples: Samples
) -> None:
    """Take the first column of short, different texts for the names when no header says it."""
    if Target.NAME in targets:
        return
    for index in range(len(headers)):
        cells = _column(samples, index)
        texts = [cell for cell in cells if any(map(str.isalpha, cell)) and len(cell) <= 150]
        varied = len(set(texts)) * 10 >= len(cells) * 7
        if targets[index] is None and texts and len(texts) == len(cells) and varied:
            targets[index] = Target.NAME
            return


def _settle(targets: list[Target | None], samples: Samples) -> None:
    """Decide between readings that depend on the other columns."""
    has_days = any(target in DAY_TARGETS for target in targets)
    hours = [index for index, one in enumerate(targets) if one is Target.OPENING_HOURS]
    for index in hours[0 if has_days else 1 :]:
        targets[index] = Target.HOURS_COMMENT
    if has_days and targets.count(Target.DESCRIPTION) == 1:
        index = targets.index(Target.DESCRIPTION)
        if any("h" in cell and any(map(str.isdigit, cell)) for cell in _column(samples, index)):
            targets[index] = Target.HOURS_COMMENT
    for index, target in enumerate(targets):
        if target is Target.SUMMARY and _is_long(_column(samples, index)):
            targets[index] = Target.DESCRIPTION


def _is_long(cells: list[str]) -> bool:
    return any(len(cell) > SUMMARY_LIMIT for cell in cells)


def _kind(headers: Sequence[str], samples: Samples) -> ListingKind:
    words = fold(" ".join((*headers, *(cell for row in samples for cell in row[:8]))))
    scores = {
        kind: len(re.findall(rf"\b(?:{'|'.join(pattern.split())})\b", words))
        for kind, pattern in _KIND_WORDS.items()
    }
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] else ListingKind.ASSOCIATION


def _column(samples: Samples, index: int) -> list[str]:
    return [row[index].strip() for row in samples if index < len(row) and row[index].strip()]
