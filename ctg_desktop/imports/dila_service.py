"""One public service of the State's directory, read as a listing."""

from __future__ import annotations

import re

from ctg_desktop.domain.contact import Address, Email, Phone
from ctg_desktop.domain.import_plan import ForeignRecord
from ctg_desktop.domain.listing import Coverage, ExternalIds, Listing
from ctg_desktop.imports import prose
from ctg_desktop.imports.context import ReadingContext
from ctg_desktop.imports.dila_types import placement_of
from ctg_desktop.imports.loose_json import Node
from ctg_desktop.imports.rna_address import city_name
from ctg_desktop.imports.weekly_hours import DAYS, Part, Reading, opening_hours

CREDIT = "Annuaire de l’administration (DILA), Licence Ouverte"
FIELDS = frozenset(
    {
        "name",
        "summary",
        "description",
        "address",
        "phones",
        "emails",
        "website",
        "opening_hours",
        "accessibility",
        "conditions",
        "external_ids",
    }
)

_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_MODIFIED = re.compile(r"(\d{2}/\d{2}/\d{4})")
_ACCESS = {
    "ACC": "Accessible aux personnes à mobilité réduite",
    "NAC": "Non accessible aux personnes à mobilité réduite",
    "DEM": "Accessible aux personnes à mobilité réduite sur demande",
}


def covers(service: Node, context: ReadingContext) -> bool:
    """Tell whether a service serves the commune, or sits in it when it names none."""
    served = _served(service)
    return any(map(context.concerns, served or service["code_insee_commune"].texts))


def record(number: int, service: Node) -> ForeignRecord:
    """Return what a service says, with what could only be kept as text."""
    hours = _hours(service)
    name = service["nom"].text
    return ForeignRecord(
        number,
        _listing(service, name, hours),
        fields=FIELDS,
        skip="not-published" if service["statut_de_diffusion"].text == "false" else "",
        refuse="" if prose.says_something(name) else "name-missing",
        kept_as_text=() if hours.understood else ("opening_hours",),
        former_ids=tuple(("dila", one) for one in service["ancien_identifiant"].texts),
    )


def _listing(service: Node, name: str, hours: Reading) -> Listing:
    placement = placement_of(next(iter(_types(service)), ""))
    place = _physical_address(service)
    summary, description = prose.summary_and_description(_mission(service))
    return Listing(
        kind=placement.kind,
        category=placement.category,
        themes=placement.themes,
        name=name,
        summary=summary,
        description=description,
        address=_address(place, service),
        phones=tuple(
            Phone(one["valeur"].text, one["description"].text)
            for one in service["telephone"].items
            if one["valeur"].text
        ),
        emails=tuple(Email(one) for one in service["adresse_courriel"].texts),
        website=next(
            (one["valeur"].text for one in service["site_internet"].items if one["valeur"].text), ""
        ),
        opening_hours=hours.osm,
        conditions=hours.beside,
        accessibility=_accessibility(place),
        coverage=Coverage.COMMUNITY if len(_served(service)) > 1 else Coverage.COMMUNE,
        external_ids=_external_ids(service),
        source=_source(service),
    )


def _served(service: Node) -> tuple[str, ...]:
    return tuple(code for one in service["pivot"].items for code in one["code_insee_commune"].texts)


def _types(service: Node) -> tuple[str, ...]:
    return tuple(
        one["type_service_local"].text
        for one in service["pivot"].items
        if one["type_service_local"].text
    )


def _external_ids(service: Node) -> ExternalIds:
    siret = "".join(service["siret"].text.split())
    return ExternalIds(dila=service["id"].text, siret=siret if len(siret) == 14 else "")


def _mission(service: Node) -> str:
    parts = (service["mission"].raw, service["information_complementaire"].raw)
    return "\n\n".join(one for one in map(prose.without_tags, parts) if one)


def _physical_address(service: Node) -> Node:
    """Return the address that people go to, rather than the one that letters go to."""
    places = service["adresse"].items
    physical = [one for one in places if "postale" not in one["type_adresse"].text.lower()]
    return next(iter((*physical, *places)), Node(None))


def _address(place: Node, service: Node) -> Address:
    keys = ("complement1", "complement2", "numero_voie", "service_distribution")
    lines = (place[key].text for key in keys)
    return Address(
        lines=tuple(dict.fromkeys(one for one in lines if prose.says_something(one))),
        postal_code=place["code_postal"].text,
        city=city_name(place["nom_commune"].text),
        insee_code=next(iter(service["code_insee_commune"].texts), ""),
    )


def _accessibility(place: Node) -> str:
    known = _ACCESS.get(place["accessibilite"].text.upper(), "")
    parts = (known, place["note_accessibilite"].text)
    return " – ".join(one for one in parts if one)


def _source(service: Node) -> str:
    found = _MODIFIED.match(service["date_modification"].text)
    return f"{CREDIT}, fiche du {found.group(1)}" if found else CREDIT


def _hours(service: Node) -> Reading:
    parts = []
    for span in service["plage_ouverture"].items:
        days = _days(span["nom_jour_debut"].text, span["nom_jour_fin"].text)
        spans = _spans(span)
        week = {day: list(spans) for day in days} if spans else {}
        parts.append(Part(week, span["commentaire"].text))
    return opening_hours(parts, service["commentaire_plage_ouverture"].text)


def _days(first: str, last: str) -> tuple[int, ...]:
    """Return the days from the first to the last, 1 for Monday; around the week if need be."""
    start = DAYS.get(first.strip().lower())
    end = DAYS.get(last.strip().lower(), start)
    if start is None or end is None:
        return ()
    return tuple((start - 1 + step) % 7 + 1 for step in range((end - start) % 7 + 1))


def _spans(span: Node) -> list[tuple[str, str]]:
    pairs = ((span[f"valeur_heure_debut_{n}"], span[f"valeur_heure_fin_{n}"]) for n in (1, 2))
    times = ((_time(start.text), _time(end.text)) for start, end in pairs)
    return [(start, end) for start, end in times if start and end and start != end]


def _time(written: str) -> str:
    found = _TIME.fullmatch(written)
    return f"{int(found.group(1)):02d}:{found.group(2)}" if found else ""
