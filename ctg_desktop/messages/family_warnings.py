"""What is said beside the form of a household; nothing of it refuses anything."""

from __future__ import annotations

from ctg_desktop.domain.families.warnings import HouseholdWarning, WarningKind

WARNING_SENTENCES: dict[WarningKind, str] = {
    WarningKind.FORBIDDEN_SOURCE: "La loi interdit de se servir de ce fichier pour connaître des "
    "familles. Demandez à la famille si elle veut être accueillie.",
    WarningKind.SENSITIVE_WORDS: "Rien sur la santé, la religion, l’origine ou les opinions ne "
    "doit être noté. Gardez ce qui est utile à la famille.",
    WarningKind.NOT_INFORMED: "La notice d’information n’est pas encore remise. Elle l’est un mois "
    "après la première note au plus tard.",
}


def warning_sentence(warning: HouseholdWarning) -> str:
    """Return what is said of a warning."""
    return WARNING_SENTENCES[warning.kind]
