"""One row of a spreadsheet, its cells gathered by what their columns fill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ctg_desktop.domain.column_mapping import DAY_TARGETS, Target

# Which field of a listing each target speaks of; targets left out bear the field's own name.
FIELD_OF: dict[Target, str] = {
    Target.POSTAL_CODE: "address",
    Target.CITY: "address",
    Target.INSEE_CODE: "address",
    Target.DELEGATED_COMMUNE: "address",
    Target.PRIVATE_PHONES: "phones",
    Target.PRIVATE_EMAILS: "emails",
    Target.HOURS_COMMENT: "opening_hours",
    Target.CONTACT_NAME: "contact_persons",
    Target.CONTACT_ROLE: "contact_persons",
    Target.CONTACT_PHONE: "contact_persons",
    Target.CONTACT_EMAIL: "contact_persons",
    Target.RNA: "external_ids",
    Target.SIRET: "external_ids",
    Target.DILA: "external_ids",
    **dict.fromkeys(DAY_TARGETS, "opening_hours"),
}
_DAYS = frozenset(DAY_TARGETS)
_NO_FIELD = frozenset({Target.IGNORED, Target.ID, Target.SKIP_MARK})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that says something.

    Attributes:
        header: Header of its column.
    """

    header: str
    text: str


class MappedRow:
    """The cells of a row by target, in the order of the columns."""

    def __init__(
        self,
        targets: Sequence[Target],
        headers: Sequence[str],
        cells: Sequence[str],
        clean: Callable[[str], str],
    ) -> None:
        self._cells: dict[Target, list[Cell]] = {}
        for target, header, cell in zip(targets, headers, cells, strict=False):
            text = clean(cell) if target is not Target.IGNORED else ""
            if text:
                self._cells.setdefault(target, []).append(Cell(header, text))

    def cells(self, target: Target) -> tuple[Cell, ...]:
        """Return the cells that fill a target."""
        return tuple(self._cells.get(target, ()))

    def first(self, target: Target) -> str:
        """Return the first text for a target, on one line."""
        texts = self.texts(target)
        return " ".join(texts[0].split("\n")) if texts else ""

    def texts(self, target: Target) -> tuple[str, ...]:
        """Return the different texts for a target."""
        return tuple(dict.fromkeys(one.text for one in self.cells(target)))

    def joined(self, target: Target, separator: str) -> str:
        """Return the texts for a target put together."""
        return separator.join(self.texts(target))

    def __bool__(self) -> bool:
        return bool(self._cells)


def spoken_of(targets: Sequence[Target]) -> frozenset[str]:
    """Return the fields of a listing that these columns speak of.

    What is said beside the hours may become a condition, and a description gives the summary.
    """
    fields = {FIELD_OF.get(one, one.value) for one in targets if one not in _NO_FIELD}
    if Target.HOURS_COMMENT in targets or not _DAYS.isdisjoint(targets):
        fields.add("conditions")
    return frozenset(fields | ({"summary"} if "description" in fields else set()))
