"""Where the services of the State's directory go in a booklet, by type of local service."""

from __future__ import annotations

from dataclasses import dataclass

from ctg_desktop.domain.listing import ListingKind


@dataclass(frozen=True, slots=True)
class Placement:
    """Kind, chapter and leaflets of a type of service."""

    kind: ListingKind = ListingKind.PUBLIC_SERVICE
    category: str = "solidarity-rights"
    themes: tuple[str, ...] = ()


_TOWN_HALL = Placement(category="town-hall")
_RIGHTS = Placement(themes=("social-directory",))
_DIGITAL = Placement(themes=("social-directory", "digital-rights"))
_DISABILITY = Placement(themes=("social-directory", "disability"))
_YOUTH = Placement(themes=("youth",))
_CHILDHOOD = Placement(category="childhood-school", themes=("early-childhood",))
_SCHOOL = Placement(category="childhood-school")
_HEALTH = Placement(ListingKind.HEALTH, "health")
_SAFETY = Placement(category="living-together")
_COMMUNITY = Placement(category="community-actions")
_WORK = Placement()

_BY_TYPES: dict[str, Placement] = {
    "mairie mairie_com mairie_mobile mairie_deleguee paris_mairie paris_mairie_arrondissement": (
        _TOWN_HALL
    ),
    "ccas cias cdas edas mds sdsei centre_social clic permanence_sociale caf cpam msa cicas carsat "
    "pif maia accompagnement_personnes_agees adil udaf": _RIGHTS,
    "france_services msap conseiller_numerique point_numerique": _DIGITAL,
    "maison_handicapees cap_emploi": _DISABILITY,
    "mission_locale cij": _YOUTH,
    "pmi ram relais_petite_enfance": _CHILDHOOD,
    "cio inspection_academique rectorat crous greta": _SCHOOL,
    "ars ars_antenne csapa hopital": _HEALTH,
    "gendarmerie commissariat_police ddsp sdis bav": _SAFETY,
    "epci": _COMMUNITY,
    "pole_emploi france_travail": _WORK,
}
_PLACEMENTS = {code: placement for codes, placement in _BY_TYPES.items() for code in codes.split()}


def placement_of(service_type: str) -> Placement:
    """Return where a service of this ``type_service_local`` goes: to rights when unknown."""
    return _PLACEMENTS.get(service_type, Placement())
