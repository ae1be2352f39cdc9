"""The parts of the form of a listing, from what is always filled to what rarely is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ctg_desktop.messages.labels import COVERAGE_LABELS, KIND_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.field_column import FieldColumn
from ctg_desktop.ui.editing.form_fields import FormFields
from ctg_desktop.ui.editing.rows import Column
from ctg_desktop.ui.livret.form import explain
from ctg_desktop.ui.livret.form.organisers_input import OrganisersInput
from ctg_desktop.ui.livret.form.picture_input import PictureInput
from ctg_desktop.ui.livret.form.themes_input import ThemesInput
from ctg_desktop.ui.widgets.field import LabelledField

Today = Callable[[], date]

_SHORT = 1000

_KINDS = [(kind.value, words) for kind, words in KIND_LABELS.items()]
_COVERAGES = [(coverage.value, words) for coverage, words in COVERAGE_LABELS.items()]
_PHONE = (
    Column("number", "numéro", stretch=5),
    Column("label", "libellé", stretch=4),
    Column("private", "privé", tick=True),
)
_EMAIL = (
    Column("address", "adresse de courriel", stretch=6),
    Column("label", "libellé", stretch=3),
    Column("private", "privé", tick=True),
)
_PERSON = (
    Column("name", "nom", stretch=1),
    Column("role", "rôle", stretch=1),
    Column("phone", "téléphone", line=1),
    Column("email", "courriel", line=1),
)


def essentials(fields: FormFields, today: Today) -> FieldColumn:
    """Return what every listing has: name, sentence, chapter, hours."""
    column = FieldColumn(fields, today)
    column.put(column.line("name", "Nom"))
    column.put(column.line("summary", "En une phrase", explain=explain.summary))
    column.put(column.choice("category", "Rubrique"), column.choice("kind", "Nature", _KINDS))
    column.put(
        column.area("opening_hours", "Horaires", lines=1, limit=_SHORT, explain=explain.hours)
    )
    column.put(column.tick("published", "Publiée dans le livret"))
    return column


def contact(fields: FormFields, today: Today) -> FieldColumn:
    """Return how to come and how to reach somebody."""
    column = FieldColumn(fields, today, "Venir et joindre")
    column.put(
        column.area("address_lines", "Adresse", lines=1, limit=_SHORT, placeholder="n° et rue")
    )
    column.put(
        column.line("postal_code", "Code postal"), column.line("city", "Commune"), stretch=(1, 2)
    )
    column.put(column.rows("phones", "Téléphones", _PHONE, "Téléphone", "Ajouter un téléphone"))
    column.put(column.rows("emails", "Courriels", _EMAIL, "Courriel", "Ajouter un courriel"))
    column.put(column.line("website", "Site", placeholder="www.exemple.fr"))
    return column


def texts(fields: FormFields, today: Today) -> FieldColumn:
    """Return the long texts."""
    column = FieldColumn(fields, today, "Textes")
    column.put(column.area("description", "Description", lines=4))
    column.put(
        column.area(
            "description_en", "Texte anglais", hint="Pour les familles qui parlent anglais."
        )
    )
    return column


def public(fields: FormFields, today: Today) -> FieldColumn:
    """Return for whom it is and on what conditions."""
    column = FieldColumn(fields, today, "Pour qui, comment")
    column.put(column.line("audience", "Public", placeholder="familles, plus de 60 ans…"))
    column.put(column.line("price", "Tarif", placeholder="gratuit, 12 € l’année…"))
    column.put(column.line("conditions", "Conditions", placeholder="sur inscription…"))
    column.put(column.line("accessibility", "Accessibilité", placeholder="rampe, parking…"))
    column.put(column.choice("coverage", "Portée", _COVERAGES))
    return column


def themes(fields: FormFields, today: Today, boxes: ThemesInput) -> FieldColumn:
    """Return the leaflets that the listing belongs to."""
    column = FieldColumn(fields, today, "Thèmes des dépliants")
    fields.add("themes", boxes)
    column.put(boxes)
    return column


def people(fields: FormFields, today: Today, desk: Desk) -> FieldColumn:
    """Return who answers and who runs it."""
    column = FieldColumn(fields, today, "Personnes")
    column.put(
        column.rows("contact_persons", "Contacts", _PERSON, "Contact", "Ajouter une personne")
    )
    organisers = OrganisersInput(desk)
    field = LabelledField("Organisateurs", organisers, focus=organisers.picker)
    fields.add("organisers", organisers, field)
    column.put(field)
    return column


def picture(fields: FormFields, today: Today, desk: Desk) -> FieldColumn:
    """Return the picture or logo."""
    column = FieldColumn(fields, today, "Image ou logo")
    shown = PictureInput(desk)
    fields.add("picture", shown)
    column.put(shown)
    column.put(
        column.line(
            "picture_alt",
            "Ce que montre l’image",
            hint="Lu à voix haute aux personnes qui ne la voient pas.",
        )
    )
    return column


def follow_up(fields: FormFields, today: Today) -> FieldColumn:
    """Return dates, source and public identifiers."""
    column = FieldColumn(fields, today, "Suivi")
    column.put(column.day("closed_until", "Fermée jusqu’au"))
    column.put(column.day("verified_on", "Vérifiée le", past=True))
    column.put(column.line("source", "Source"))
    column.put(
        column.line("delegated_commune", "Commune déléguée"),
        column.line("insee_code", "Code INSEE"),
        stretch=(2, 1),
    )
    column.put(column.line("rna", "Numéro RNA"), column.line("siret", "SIRET"), stretch=(1, 1))
    column.put(column.line("dila", "Identifiant DILA"))
    return column
