"""The fixed words of papers, in French and in English."""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """One fixed text in both languages."""

    french: str
    english: str


FRENCH_ONLY = Phrase("Français seulement", "French only")
IN_FRENCH = Phrase("En français", "In French")

# Booklet
TITLE = Phrase("Livret ressources", "Local resource booklet")
SUBTITLE = Phrase(
    "Services, associations, commerces, personnes ressources et manifestations",
    "Services, clubs, shops, helping hands and events",
)
COVER = Phrase("Couverture", "Cover")
COVER_PICTURE = Phrase("Image de couverture : {}", "Cover picture: {}")
EDITION = Phrase("Édition {}", "{} edition")
CONTENTS = Phrase("Sommaire", "Contents")
MAYOR_WORD = Phrase("Le mot du maire", "A word from the mayor")
CALENDAR = Phrase("Agenda", "What’s on")
INDEX = Phrase("Index", "Index")
BY_THEME = Phrase("Par thème", "By subject")
NOTES = Phrase("Notes", "Notes")
BACK_COVER = Phrase("Dos du livret", "Back cover")
YOUR_TOWN_HALL = Phrase("Votre mairie", "Your town hall")
ON_THE_WEB = Phrase("Sur le web", "On the web")
CHOSEN_FOR_YOU = Phrase("Choisi pour vous", "Chosen for you")
YOUR_ENTRIES = Phrase("Vos fiches", "Picked for you")
TEAM = Phrase("L’équipe municipale", "The council and its staff")
TICK = Phrase(
    "Vous venez d’arriver ? Cochez au fur et à mesure.",
    "Have you just arrived? Tick these off as you go.",
)
CORRECTIONS = Phrase(
    "Chaque fiche porte la date de sa dernière vérification. "
    "Une erreur, un oubli ? Dites-le à la mairie, le prochain livret sera corrigé.",
    "Each entry bears the date on which it was last checked. Found a mistake? "
    "Tell the town hall, and the next booklet will be right.",
)
SOURCES = Phrase("Sources : {}.", "Sources: {}.")
FRENCH_DETAILS = Phrase(
    "",
    "Names, prices and conditions are printed as they are known locally, in French. "
    "“In French” marks texts that have no translation yet.",
)
CLOCK = Phrase(
    "",
    "Times below are on the 24-hour clock: 14 h 30 is 2:30 pm.",
)

# Calendar
EVERY_WEEK = Phrase("Chaque semaine", "Every week")
WHEN = Phrase("Quand", "When")
WHAT_AND_WHERE = Phrase("Quoi et où", "What and where")
WEEKLY_CAPTION = Phrase("Rendez-vous de chaque semaine", "What takes place every week")
CANCELLED = Phrase("Annulé : ", "Cancelled: ")

# Entry
CLOSURE = Phrase("Fermeture", "Closed")
CLOSED_UNTIL = Phrase("fermé jusqu’au {}", "closed until {}")
ADDRESS = Phrase("Adresse", "Address")
PHONE = Phrase("Téléphone", "Phone")
EMAIL = Phrase("Courriel", "E-mail")
WEBSITE = Phrase("Site", "Website")
HOURS = Phrase("Horaires", "Hours")
AUDIENCE = Phrase("Public", "For")
PRICE = Phrase("Tarif", "Price")
CONDITIONS = Phrase("Conditions", "Conditions")
ACCESSIBILITY = Phrase("Accessibilité", "Access")
CONTACT = Phrase("Contact", "Contact")
RUN_BY = Phrase("Porté par", "Run by")
CHECKED = Phrase("Vérifié en {}", "Checked in {}")
CALL = Phrase("Appeler le {}", "Call {}")
WRITE_TO = Phrase("Écrire à {}", "Write to {}")
SITE_OF = Phrase("Site : {}", "Website: {}")
PICTURE_OF = Phrase("Image : {}", "Picture: {}")
SITE_CODE = Phrase("Code QR du site : {}", "QR code of the website: {}")
CONTACT_CODE = Phrase("Code QR de la carte de contact : {}", "QR code of the contact card: {}")

EMERGENCIES: tuple[tuple[str, Phrase], ...] = (
    ("15", Phrase("Samu", "Ambulance")),
    ("17", Phrase("Police, gendarmerie", "Police")),
    ("18", Phrase("Pompiers", "Fire brigade")),
    ("112", Phrase("Urgences en Europe", "Any emergency")),
    ("114", Phrase("Sourds et malentendants", "Deaf, by text message")),
    ("3919", Phrase("Violences femmes info", "Violence against women")),
    ("119", Phrase("Enfance en danger", "Children in danger")),
)
"""The numbers that every booklet bears (see the order of the booklet in its design)."""
