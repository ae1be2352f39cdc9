"""F1: where things are, and which keys do what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.ui.pages import PAGES
from ctg_desktop.ui.theme.measures import MARGIN, UNIT, label_font
from ctg_desktop.ui.widgets.buttons import primary
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.text import Text, page_title

_WHERE = (
    ("Accueil", "ce qu’il y a à faire aujourd’hui, et les prochaines manifestations"),
    ("Livret", "les fiches : services, associations, commerces, personnes ressources"),
    ("Agenda", "les manifestations, en liste ou par mois"),
    ("Familles", "les nouvelles familles\u00a0: leur accueil, les échanges, leurs droits"),
    (
        "Registre",
        (
            "les personnes vulnérables, derrière leur propre mot de passe\u00a0: demandes, accusés "
            "de réception, appels d’une alerte"
        ),
    ),
    ("Impressions", "le livret et tous les papiers, tels qu’ils seront imprimés"),
    ("Réglages", "la commune, les textes du livret et les thèmes"),
)
_KEYS = (
    ("Ctrl + K", "chercher partout : un mot suffit, sans accent ni majuscule"),
    ("Ctrl + N", "nouvelle fiche, manifestation, famille, ou demande d’inscription au registre"),
    ("Ctrl + R", "orienter un visiteur sans nom\u00a0: le besoin, vers qui, Entrée"),
    ("Ctrl + Entrée", "noter l’échange que vous venez d’écrire avec une famille"),
    ("1 à 4", "dans les appels d’une alerte\u00a0: noter ce que l’appel a donné"),
    ("Ctrl + S", "enregistrer"),
    ("Ctrl + F", "chercher dans la page"),
    ("Ctrl + P", "imprimer"),
    (
        "Page préc., Page suiv.",
        "tourner les pages d’un aperçu\u202f; + l’agrandit, − le réduit",
    ),
    ("Ctrl + Z", "annuler la dernière chose faite, même hier"),
    ("Ctrl + Maj + Z", "rétablir ce qui vient d’être annulé"),
    ("Suppr", "supprimer ce qui est choisi dans une liste (Ctrl + Z le rend)"),
    (f"Ctrl + 1 à {len(PAGES)}", "changer de page"),
    ("Échap", "fermer une liste, revenir"),
    ("F1", "cette aide"),
)
_TYPING = (
    ("Dates", "3/9 · 3 septembre · demain · lundi prochain"),
    ("Heures", "9h · 9h30 · 14:00"),
    ("Horaires", "lun-ven 9h-12h30 14h-17h, sam matin · sur rendez-vous"),
    ("Téléphone", "avec ou sans espaces : 0549876788"),
)
_SAFETY = (
    "Ce que vous tapez est gardé au fur et à mesure, même si l’ordinateur s’arrête : vous le "
    "retrouverez en revenant sur la fiche. Rien n’est envoyé sur internet."
)


class HelpPanel(QDialog):
    """A window of help that stays beside the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Aide")
        self.setModal(False)
        self.resize(720, 640)
        scrolled = Scrolled(margin=MARGIN)
        scrolled.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scrolled.setAccessibleName("Aide")
        scrolled.column.addWidget(page_title("Aide"))
        for title, rows in (
            ("Où se trouvent les choses", _WHERE),
            ("Au clavier", _KEYS),
            ("Écrire comme on parle", _TYPING),
        ):
            scrolled.column.addWidget(_table(title, rows))
        safety = Card("Rien ne se perd")
        safety.body.addWidget(Text(_SAFETY, wrap=True))
        scrolled.column.addWidget(safety)
        scrolled.column.addStretch(1)
        close = primary("Fermer", self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, UNIT, MARGIN, MARGIN)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled, 1)
        column.addLayout(foot)
        close.setFocus()


def _table(title: str, rows: tuple[tuple[str, str], ...]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(MARGIN)
    grid.setVerticalSpacing(UNIT)
    grid.setColumnMinimumWidth(0, 120)
    grid.setColumnStretch(1, 1)
    for number, (name, meaning) in enumerate(rows):
        label = Text(name)
        label.setFont(label_font(label.font()))
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(meaning, wrap=True), number, 1)
    card.body.addLayout(grid)
    return card
