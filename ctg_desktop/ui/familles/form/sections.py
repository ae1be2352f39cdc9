"""The parts of the form, in the order in which a family says these things at the counter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ctg_desktop.domain.families.household import FORBIDDEN_SOURCES, KnownThrough
from ctg_desktop.domain.families.languages import parse_languages, typed_languages
from ctg_desktop.domain.families.sensitive import sensitive_words
from ctg_desktop.domain.families.warnings import WarningKind
from ctg_desktop.errors import UserError
from ctg_desktop.messages.families import KNOWN_LABELS
from ctg_desktop.messages.family_warnings import WARNING_SENTENCES
from ctg_desktop.ui.editing.field_column import FieldColumn
from ctg_desktop.ui.editing.form_fields import FormFields, Hint
from ctg_desktop.ui.editing.rows import Column
from ctg_desktop.ui.editing.ticked_day import TickedDay
from ctg_desktop.ui.familles.form.channel_rows import EMAIL, PHONE, ChannelRows
from ctg_desktop.ui.familles.form.needs_input import NeedsInput
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.field import LabelledField

Today = Callable[[], date]

REMINDER = "Des faits utiles à la famille\u202f; rien sur la santé, l’origine, les opinions."
_PERSON = (
    Column("first_name", "prénom"),
    Column("last_name", "nom"),
    Column("child", "enfant", tick=True),
    Column("birth_year", "année de naissance", only_with="child", line=1),
)


def who(fields: FormFields, today: Today) -> FieldColumn:
    """Return the name, the day of arrival, how they are known, where they live, what they speak."""
    column = FieldColumn(fields, today)
    column.put(column.line("name", "&Nom", placeholder="Famille Martin"))
    column.put(column.day("arrival_date", "&Arrivée", past=True))
    known = [(one.value, KNOWN_LABELS[one]) for one in KnownThrough]
    column.put(column.choice("known_through", "&Connue par", known, explain=known_words))
    column.put(column.area("address_lines", "A&dresse", lines=1, placeholder="12, rue du Moulin"))
    column.put(
        column.line("postal_code", "Code postal"), column.line("city", "Commune"), stretch=(1, 2)
    )
    column.put(
        column.line(
            "languages", "&Langues", placeholder="français, anglais…", explain=language_words
        )
    )
    return column


def channels(fields: FormFields, today: Today) -> FieldColumn:
    """Return phones and e-mails with what they may be used for, and the notice that says so."""
    column = FieldColumn(fields, today)
    phones = ChannelRows(PHONE, today)
    emails = ChannelRows(EMAIL, today)
    for name, label, rows in (
        ("phones", "&Téléphones", phones),
        ("emails", "Cou&rriels", emails),
    ):
        field = LabelledField(label, rows, focus=rows.first)
        fields.add(name, rows, field)
        column.put(field)
    given = TickedDay("Notice remise", today, key="i")
    notice = LabelledField("Notice d’information", given, focus=given.tick)
    fields.add("informed_on", given, notice, notice_words)
    column.put(notice)
    return column


def persons(fields: FormFields, today: Today) -> FieldColumn:
    """Return who lives there."""
    column = FieldColumn(fields, today)
    column.put(
        column.rows(
            "persons", "&Personnes (Entrée\u00a0: la suivante)", _PERSON, "Personne", "Ajouter"
        )
    )
    return column


def needs(fields: FormFields, today: Today) -> FieldColumn:
    """Return what they look for, and whether they are alone."""
    column = FieldColumn(fields, today)
    boxes = NeedsInput()
    field = LabelledField("&Besoins", boxes)
    fields.add("needs", boxes, field)
    column.put(field)
    column.put(column.tick("isolated", "Isolée\u00a0: elle ne connaît personne ici", key="s"))
    column.put(
        column.line(
            "isolated_through",
            "Qui le dit",
            placeholder="elle-même, l’école…",
            explain=sensitive_hint,
        )
    )
    return column


def referent(fields: FormFields, today: Today) -> FieldColumn:
    """Return who follows them."""
    column = FieldColumn(fields, today)
    column.put(
        column.line(
            "referent", "Ré&férent", placeholder="qui suit cette famille", explain=sensitive_hint
        )
    )
    return column


def note(fields: FormFields, today: Today) -> FieldColumn:
    """Return a note, with what is not noted said beneath."""
    column = FieldColumn(fields, today)
    column.put(column.area("note", "N&ote", lines=2, explain=note_words))
    return column


def more(fields: FormFields, today: Today) -> FieldColumn:
    """Return what is rarely filled."""
    column = FieldColumn(fields, today)
    column.put(column.day("call_back_on", "À rappeler le"))
    column.put(column.day("objected_on", "Ne veut plus être contactée depuis le", past=True))
    column.put(column.day("left_on", "Partie le", past=True))
    column.put(
        column.line("delegated_commune", "Commune déléguée"),
        column.line("insee_code", "Code INSEE"),
        stretch=(2, 1),
    )
    return column


def known_words(value: str) -> Hint:
    """Warn of a file that the law does not let a town hall use for this."""
    if value in {one.value for one in FORBIDDEN_SOURCES}:
        return Hint(WARNING_SENTENCES[WarningKind.FORBIDDEN_SOURCE], Icon.WARNING, Tone.WARNING)
    return Hint()


def language_words(typed: str) -> Hint:
    """Say languages back as they were understood."""
    try:
        understood = typed_languages(parse_languages(typed))
    except UserError:
        return Hint()
    if not understood or understood == typed.strip():
        return Hint()
    return Hint(understood, Icon.CHECK, Tone.GOOD)


def notice_words(value: str) -> Hint:
    """Warn as long as the notice was not given."""
    return (
        Hint()
        if value
        else Hint(WARNING_SENTENCES[WarningKind.NOT_INFORMED], Icon.WARNING, Tone.WARNING)
    )


def note_words(typed: str) -> Hint:
    """Remind discreetly of what is not noted; more clearly when a word calls for it."""
    called = sensitive_hint(typed)
    return called if called.text else Hint(REMINDER)


def sensitive_hint(typed: str) -> Hint:
    """Remind of what is not noted where a word calls for it."""
    if sensitive_words(typed):
        return Hint(WARNING_SENTENCES[WarningKind.SENSITIVE_WORDS], Icon.WARNING, Tone.WARNING)
    return Hint()
