"""The chapters of the booklet and the subjects of leaflets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    """A chapter of the booklet.

    Attributes:
        code: Stable code; those of the first twelve are part of the exchange format.
        position: Order in the booklet, from 0.
        colour: ``#rrggbb``, dark enough for white text (contrast of at least 4.5).
        hidden: Kept with its listings, but neither offered nor printed.
    """

    code: str
    label: str
    label_en: str
    position: int
    colour: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject of leaflets, across chapters."""

    code: str
    label: str
    label_en: str = ""


CATEGORIES: tuple[Category, ...] = tuple(
    Category(code, label, label_en, position, colour)
    for position, (code, label, label_en, colour) in enumerate(
        (
            ("town-hall", "La mairie", "Town hall", "#1f5f5b"),
            ("first-steps", "Premiers pas", "First steps", "#2c5c8f"),
            ("childhood-school", "Enfance et école", "Childhood and school", "#8a4b08"),
            ("health", "Santé", "Health", "#7a1f3d"),
            ("solidarity-rights", "Solidarité et droits", "Solidarity and rights", "#5b3a8c"),
            ("mobility", "Se déplacer", "Getting around", "#1d5b79"),
            ("waste-water", "Déchets et eau", "Waste and water", "#3f6212"),
            ("living-together", "Bien vivre ensemble", "Living together", "#6b4423"),
            ("businesses", "Commerces et artisans", "Shops and trades", "#9a3412"),
            ("associations", "Associations", "Clubs and societies", "#2f6f3e"),
            ("resource-persons", "Personnes ressources", "Resource persons", "#86198f"),
            ("community-actions", "Actions de la communauté", "Community actions", "#334e8c"),
        )
    )
)

THEMES: tuple[Theme, ...] = (
    Theme("social-directory", "Répertoire social", "Social directory"),
    Theme("digital-rights", "Numérique et accès aux droits", "Digital help and rights"),
    Theme("holidays", "Vacances et loisirs", "Holidays and leisure"),
    Theme("mobility", "Mobilité", "Getting around"),
    Theme("early-childhood", "Petite enfance", "Early childhood"),
    Theme("youth", "Jeunesse", "Youth"),
    Theme("disability", "Handicap et besoins spécifiques", "Disability and special needs"),
    Theme("volunteering", "Associations et bénévolat", "Clubs and volunteering"),
    Theme("local-producers", "Producteurs locaux", "Local producers"),
)
