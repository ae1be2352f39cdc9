"""The register as rows of text: what the decree lets the prefect be given, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from ctg_desktop.domain.phone_wording import national
from ctg_desktop.domain.register.entry import Quality, RegisterEntry
from ctg_desktop.domain.register.letters import contact_words

HEADER = (
    "Nom",
    "Prénoms",
    "Né(e) le",
    "Qualité",
    "Adresse",
    "Téléphone",
    "Services à domicile",
    "À prévenir",
)

QUALITIES = MappingProxyType(
    {
        Quality.ELDERLY: "65 ans et plus",
        Quality.UNFIT: "60 ans et plus, inapte au travail",
        Quality.DISABLED: "adulte handicapé",
    }
)


def rows_of(entries: Iterable[RegisterEntry]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each person, in the order given."""
    for one in entries:
        place = f"{one.postal_code} {one.city}".strip()
        yield (
            one.last_name,
            one.first_names,
            f"{one.birth_date:%d/%m/%Y}" if one.birth_date else "",
            QUALITIES[one.quality],
            ", ".join(filter(None, (*one.address, place))),
            national(one.phone) if one.phone else "",
            "\n".join(map(contact_words, one.home_services)),
            "\n".join(map(contact_words, one.to_warn)),
        )
