"""What is said before the register."""

from __future__ import annotations

from ctg_desktop.ui.unlock.access_dialog import DoorWords
from ctg_desktop.usecases.recovery_sheet import register_sheet

TITLE = "Registre des personnes vulnérables"
PURPOSE = (
    "Les personnes âgées ou handicapées qui vivent seules chez elles peuvent y être inscrites, "
    "pour que la commune prenne de leurs nouvelles lors d’une canicule, d’un grand froid ou d’une "
    "autre alerte."
)
LAW = (
    "Le maire tient ce registre (code de l’action sociale et des familles, articles L121-6-1 et "
    "R121-2 à R121-12). Seules les personnes qu’il a désignées l’ouvrent, chacune avec son mot de "
    "passe\u202f; elles sont tenues au secret professionnel, et chaque consultation est notée."
)
APART = (
    "Il reste à part\u00a0: ni la recherche, ni les familles, ni les exports ne montrent ce qu’il "
    "contient."
)
FIRST_TIME = (
    "Pour commencer, nommez les personnes désignées par le maire, imprimez la feuille de secours "
    "et recopiez son code une fois."
)
PRACTICE = (
    "Commune d’entraînement\u00a0: le registre s’ouvre sans mot de passe, tout y est inventé."
)
READING = (
    "Chaque consultation du registre doit être notée, et ces données sont ouvertes en lecture "
    "seule\u00a0: le registre reste fermé ici."
)
WARNING = (
    "Sans mot de passe et sans cette feuille, personne ne peut rouvrir le registre\u00a0: ni un "
    "informaticien, ni nous."
)
CODE_ASKED = (
    "Prenez la feuille de secours du registre, qui n’est pas celle du coffre, et recopiez son "
    "code. Vous choisirez ensuite un nouveau mot de passe."
)
CODE_PROVED = (
    "Le code est bon. Choisissez votre nouveau mot de passe pour le registre\u202f; rien n’y a "
    "changé."
)
DOOR_WORDS = DoorWords(
    opens="ouvrir le registre",
    holds="Le registre n’est pas réécrit",
    against="n’ouvrira plus le registre ici",
    warning=WARNING,
    draw=register_sheet,
)
