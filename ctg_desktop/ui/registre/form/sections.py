"""The parts of the form: the request first, then the person, then whoever looks after them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ctg_desktop.domain.register.entry import AskedBy, Quality
from ctg_desktop.messages.register import ASKED_BY_LABELS, QUALITY_LABELS
from ctg_desktop.ui.editing.field_column import FieldColumn
from ctg_desktop.ui.editing.form_fields import FormFields
from ctg_desktop.ui.editing.inputs import TickInput
from ctg_desktop.ui.editing.rows import Column
from ctg_desktop.ui.widgets.field import LabelledField

Today = Callable[[], date]

WRITING = ("in_writing", "proof")
"""What is asked of a third party alone."""
OTHER = ("third_name", "third_quality", "third_phone", "third_address")
"""Who asks, where it is not the person."""

_CONTACT = (
    Column("name", "nom"),
    Column("quality", "qui est-ce"),
    Column("phone", "téléphone", line=1),
    Column("address", "adresse", line=1),
)


def request(fields: FormFields, today: Today) -> FieldColumn:
    """Return who asks, when, and how."""
    column = FieldColumn(fields, today, "La demande")
    asked = [(one.value, ASKED_BY_LABELS[one].capitalize()) for one in AskedBy]
    column.put(column.choice("asked_by", "Demandée par", asked))
    column.put(column.day("asked_on", "Reçue le", past=True))
    written = TickInput("Reçue par écrit")
    field = LabelledField("Forme", written)
    fields.add("in_writing", written, field)
    column.put(field)
    return column


def asker(fields: FormFields, today: Today) -> FieldColumn:
    """Return who asks for somebody else, and where their paper is."""
    column = FieldColumn(fields, today)
    column.put(column.line("proof", "Où est rangé l’écrit", placeholder="classeur, courrier n°…"))
    column.put(
        column.line("third_name", "Qui demande"),
        column.line("third_quality", "En tant que", placeholder="fille, voisin, tuteur…"),
        stretch=(3, 2),
    )
    column.put(
        column.line("third_phone", "Son téléphone"),
        column.line("third_address", "Son adresse"),
        stretch=(2, 3),
    )
    return column


def person(fields: FormFields, today: Today) -> FieldColumn:
    """Return who it is, and where they live."""
    column = FieldColumn(fields, today, "La personne")
    column.put(
        column.line("last_name", "&Nom"),
        column.line("first_names", "&Prénoms"),
    )
    column.put(column.day("birth_date", "Née le", past=True))
    qualities = [(one.value, QUALITY_LABELS[one]) for one in Quality]
    column.put(column.choice("quality", "&Qualité", qualities))
    column.put(column.area("address_lines", "A&dresse", lines=1))
    column.put(
        column.line("postal_code", "Code postal"), column.line("city", "Commune"), stretch=(1, 2)
    )
    column.put(column.line("phone", "&Téléphone"))
    return column


def around(fields: FormFields, today: Today) -> FieldColumn:
    """Return who is to be warned, and who comes to their home."""
    column = FieldColumn(fields, today)
    column.put(
        column.rows(
            "to_warn",
            "Personnes à préve&nir",
            _CONTACT,
            "Personne à prévenir",
            "Ajouter une personne",
        )
    )
    column.put(
        column.rows(
            "home_services",
            "&Services à domicile",
            _CONTACT,
            "Service à domicile",
            "Ajouter un service",
        )
    )
    return column
