"""What the checks of a vault say, in words anyone understands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ctg_desktop.domain.backup import Backup, Why
from ctg_desktop.domain.health import Action, Check, State, Subject
from ctg_desktop.domain.wording import day, moment, plural
from ctg_desktop.errors import Param
from ctg_desktop.messages.sentences import SENTENCES

_GIGABYTE = 1024
"""In megabytes."""

SUBJECTS: dict[Subject, str] = {
    Subject.BACKUP: "Dernière sauvegarde vérifiée",
    Subject.SECOND_PLACE: "Copie ailleurs que sur cet ordinateur",
    Subject.ROOM: "Place sur le disque",
    Subject.CLOCK: "Date et heure",
    Subject.KEYS: "Clés du coffre",
    Subject.ACCESS_LOG: "Journal des accès",
    Subject.INTEGRITY: "État des données",
    Subject.VERSION: "Version du programme",
    Subject.PLACE: "Où sont les fichiers",
}

STATES: dict[State, str] = {State.OK: "tout va bien", State.WARN: "à voir", State.BAD: "à faire"}

ACTIONS: dict[Action, str] = {
    Action.NONE: "",
    Action.BACK_UP: "Sauvegarder maintenant",
    Action.CHOOSE_PLACE: "Choisir une clé ou un dossier",
    Action.RESTORE: "Restaurer une sauvegarde",
    Action.OPEN_FOLDER: "Ouvrir le dossier",
    Action.PRINT_ACCESS_LOG: "Imprimer le journal",
    Action.CHECK_AGAIN: "Vérifier encore",
    Action.SEE_USERS: "Utilisateurs et feuille de secours",
}

HELPS: dict[Action, str] = {
    Action.BACK_UP: "faites une sauvegarde par «\u202fctg sauvegarder\u202f»",
    Action.OPEN_FOLDER: "libérez de la place sur ce disque",
    Action.RESTORE: "reprenez une sauvegarde par «\u202fctg restaurer\u202f»",
    Action.SEE_USERS: "faites une nouvelle feuille de secours dans la fenêtre, Réglages, Utilisateurs et mots de passe",
    Action.PRINT_ACCESS_LOG: "imprimez ce qu’il en reste par «\u202fctg imprimer journal\u202f»",
}
"""What a command helps with, where the window has a button."""

WHYS: dict[Why, str] = {
    Why.ASKED: "demandée",
    Why.CLOSING: "à la fermeture",
    Why.IMPORT: "avant un import",
    Why.CHANGE: "avant une modification en nombre",
    Why.RESTORE: "avant une restauration",
    Why.MIGRATION: "avant une mise à jour",
}

_UNREAD = {
    "backup-damaged": "abîmée",
    "backup-newer": "d’une version plus récente du programme",
}

_SAID: dict[str, str] = {
    "backup-none": "Il n’y a encore aucune sauvegarde vérifiée.",
    "backup-recent": "{at}. Elle a été relue et comptée.",
    "backup-old": "{at}\u00a0: faites-en une nouvelle.",
    "backup-some-damaged": "{at}. Mais {damaged_backups}\u00a0: faites-en une nouvelle.",
    "second-place-none": "Les sauvegardes ne sont que sur cet ordinateur. S’il est volé ou tombe en panne, elles sont perdues avec lui.",
    "second-place-there": "Chaque sauvegarde est copiée et relue dans {folder}.",
    "second-place-away": "{folder} n’est pas là. Branchez la clé avant de sauvegarder.",
    "room": "{room} libres\u00a0: c’est assez.",
    "room-scarce": "{room} libres seulement. Faites de la place\u00a0: une sauvegarde en a besoin.",
    "clock": "{at}.",
    "clock-behind": "L’ordinateur se croit le {at_in_line}, mais ces données ont déjà servi le {known}. Vérifiez sa date et son heure, puis rouvrez le programme\u202f; l’ordre de vos modifications n’en dépend pas.",
    "clock-behind-release": "L’ordinateur se croit le {at_in_line}, mais cette version du programme est du {known}. Vérifiez sa date et son heure, puis rouvrez le programme\u202f; l’ordre de vos modifications n’en dépend pas.",
    "clock-ahead": "L’ordinateur se croit le {at_in_line}, mais ces données ont servi pour la dernière fois le {known}. Si sa date est fausse, corrigez-la, puis rouvrez le programme\u00a0: les rappels et les délais en dépendent.",
    "keys": "Les clés sont lisibles. Le coffre s’ouvre avec {passwords} ou le code imprimé.",
    "keys-practice": "C’est un coffre d’exercice\u00a0: il s’ouvre sans mot de passe.",
    "keys-partly": "Une partie des clés est illisible ({count}). Les autres ouvrent toujours\u00a0: redonnez son mot de passe à qui n’entre plus.",
    "keys-no-code": "La feuille de secours n’ouvre plus rien\u00a0: sa clé est illisible ou manque. Faites-en une nouvelle tant qu’un mot de passe est connu, puis détruisez l’ancienne.",
    "integrity": "Toutes les pages ont été relues\u00a0: elles sont intactes.",
    "version": "CTG Desktop {version}.",
    "place": "{folder}",
    "access-log": "{lines}\u00a0: rien n’a été changé ni enlevé.",
    "access-log-changed": "La ligne {number} du journal des accès a été changée hors du programme.",
    "access-log-cut": "Des lignes du journal des accès ont été enlevées avant la ligne {number}.",
    "access-log-cut-at-end": "La fin du journal des accès a été enlevée\u00a0: il allait jusqu’à la ligne {number}.",
}


def unread(backup: Backup) -> str:
    """Return in a word why a backup cannot be used."""
    return _UNREAD.get(backup.fault, "illisible")


def backup_words(check: Check) -> str:
    """Return in a few words when the last verified backup was made."""
    at = check.params.get("at")
    if not isinstance(at, str):
        return "Aucune sauvegarde vérifiée"
    return f"Dernière sauvegarde vérifiée\u00a0: {moment(datetime.fromisoformat(at))}"


def said(check: Check) -> str:
    """Return what a check found, in one or two sentences."""
    template = _SAID.get(check.code) or SENTENCES.get(check.code, check.code)
    return template.format_map(_Words(check.params))


class _Words(dict[str, object]):
    """Parameters as people read them."""

    def __init__(self, params: Mapping[str, Param]) -> None:
        super().__init__(params)
        count, free = params.get("count"), params.get("free")
        if isinstance(count, int):
            self["lines"] = plural(count, "ligne", "lignes")
            self["passwords"] = plural(count, "mot de passe", "mots de passe")
        harmed = params.get("damaged")
        if isinstance(harmed, int):
            verb = "est abîmée" if harmed == 1 else "sont abîmées"
            self["damaged_backups"] = f"{plural(harmed, 'sauvegarde', 'sauvegardes')} {verb}"
        if isinstance(free, int):
            large = free >= _GIGABYTE
            self["room"] = f"{free // _GIGABYTE}\u00a0Go" if large else f"{free}\u00a0Mo"
        if isinstance(params.get("at"), str):
            written = moment(datetime.fromisoformat(str(params["at"])))
            self["at"] = written[:1].upper() + written[1:]
            self["at_in_line"] = written
        if isinstance(params.get("known"), str):
            self["known"] = day(datetime.fromisoformat(str(params["known"])))

    def __missing__(self, key: str) -> str:
        return "…"
