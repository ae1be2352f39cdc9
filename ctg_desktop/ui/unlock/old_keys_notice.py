"""What is said above the password when the locks of a vault are those of a backup."""

from __future__ import annotations

from ctg_desktop.domain import wording
from ctg_desktop.usecases.old_keys import OldKeys

_SAID = (
    "Les serrures du coffre sont abîmées\u202f; les données n’ont pas été touchées. Celles de la "
    "sauvegarde {of_when} peuvent servir\u00a0: entrez un mot de passe d’alors, ou le code imprimé "
    "d’alors. Vérifiez ensuite, dans Réglages, qui a un mot de passe."
)
_LOST = (
    "Il n’y a que des sauvegardes dans ce dossier. Celle {of_when} peut servir\u00a0: entrez un "
    "mot de passe d’alors, ou le code imprimé d’alors."
)


def old_keys_notice(keys: OldKeys, *, is_lost: bool) -> str:
    """Say which backup the locks come from, and what to do.

    Args:
        keys: Of the backup.
        is_lost: The data are gone as well.
    """
    moment = "" if keys.made_on is None else f"du {wording.moment(keys.made_on)}"
    of_when = moment or f"«\u202f{keys.name}\u202f»"
    return (_LOST if is_lost else _SAID).format(of_when=of_when)
