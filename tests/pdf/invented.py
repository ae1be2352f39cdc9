"""An invented commune, rich enough to judge a booklet by."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

from ctg_desktop.domain.booklet import BookletContent, BookletSettings, Picture, TeamMember
from ctg_desktop.domain.category import CATEGORIES
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.event import Event, MovedOccurrence, Occurrence
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.recurrence import occurrences

at = datetime.fromisoformat

EDITION = date(2026, 11, 1)
COMMUNE = "Valmoulin-sur-Clain"

_STREETS = (
    "4, rue de l’Écluse",
    "place de la Halle",
    "9, route de Gençay",
    "2 bis, impasse du Lavoir",
    "lieu-dit La Grange aux Bœufs",
    "17, rue Aliénor-d’Aquitaine",
)
_HOURS = (
    "Mo-Fr 08:30-12:30,14:00-17:00",
    "Tu,Th 09:00-12:00; Sa 10:00-12:00",
    "We 14:00-18:00",
    "Mo-Sa 07:00-13:00,16:00-19:30; Su 07:30-12:30",
    "",
    "Th[1] 14:00-16:00",
)
_NAMES: dict[str, tuple[tuple[str, str], ...]] = {
    "town-hall": (
        ("Mairie de Valmoulin-sur-Clain", "État civil, urbanisme, élections, location de salles."),
        ("Agence postale communale", "Timbres, colis, retraits jusqu’à 150 €."),
        ("Centre communal d’action sociale", "Aides facultatives, domiciliation, écoute."),
        ("Service technique", "Voirie, espaces verts, prêt de barrières et de tables."),
    ),
    "first-steps": (
        (
            "Accueil des nouveaux habitants",
            "Un samedi par an : visite du bourg et verre de l’amitié.",
        ),
        ("Points numériques du canton", "Ouvrir ses comptes en ligne avec quelqu’un à côté."),
    ),
    "childhood-school": (
        ("École publique Jean-Macé", "De la petite section au CM2, cantine et garderie."),
        ("Relais petite enfance", "Liste des assistantes maternelles, ateliers d’éveil, conseils."),
        ("Accueil de loisirs Les Libellules", "De 3 à 12 ans, mercredis et vacances scolaires."),
        ("Association des parents d’élèves", "Fêtes, bourse aux jouets, entraide entre familles."),
        ("Micro-crèche Les P’tits Meuniers", "Dix places, de 10 semaines à 4 ans."),
        ("Bibliothèque du Moulin", "4 000 livres, l’heure du conte le mercredi."),
        ("Maison d’assistantes maternelles À petits pas", "Trois professionnelles, un jardin."),
        ("Collège Camille-Guérin", "Classe bilangue, section handball, internat à Gençay."),
        ("Lieu d’accueil enfants-parents La Parenthèse", "Sans inscription, jusqu’à 6 ans."),
        ("Local jeunes Le 11-17", "Jeux, sorties, projets ; ouvert aux vacances."),
    ),
    "health": (
        ("Maison de santé du Clain", "Deux médecins, une sage-femme, un cabinet infirmier."),
        ("Pharmacie de la Halle", "Location de matériel médical, livraison le jeudi."),
        ("Transport santé séniors", "Vers les rendez-vous médicaux, sur réservation 48 h avant."),
        ("Cabinet dentaire Fourneau", "Deux praticiens, urgences le matin."),
        ("Kinésithérapeute Anaïs Merlaud", "Au cabinet et à domicile."),
        ("Service de soins à domicile", "Toilette, soins, répit des aidants."),
        ("Consultation de puériculture", "Pesée et conseils, gratuits, un mardi sur deux."),
        ("Point écoute jeunes", "Anonyme et gratuit, de 11 à 25 ans."),
        ("Opticien mobile Voir Clain", "Examens de vue à domicile et à la résidence."),
        ("Centre médico-psychologique", "Consultations pour enfants et adultes."),
    ),
    "solidarity-rights": (
        ("France services", "Impôts, retraite, CAF, carte grise : on vous aide en ligne."),
        ("Épicerie sociale Le Panier", "Sur orientation d’un travailleur social."),
        ("Permanence du conciliateur de justice", "Litiges de voisinage, gratuits et discrets."),
        ("Secours catholique, équipe du Clain", "Vestiaire, accueil café, vacances d’enfants."),
        ("Assistante sociale de secteur", "Sur rendez-vous, à la mairie ou chez vous."),
        ("Mission locale", "De 16 à 25 ans : emploi, formation, logement."),
        ("ADIL, information logement", "Droits des locataires et des propriétaires."),
        ("Écrivain public", "Lettres et formulaires, en toute confidentialité."),
        ("Portage de repas", "Sept jours sur sept, menus adaptés."),
    ),
    "mobility": (
        ("Navette du marché", "De village en village jusqu’à la place de la Halle."),
        ("Covoiturage du Clain", "Trajets réguliers, arrêts signalés par un panneau bleu."),
        ("Ligne 112 Poitiers – Civray", "Six allers et retours par jour, sauf dimanche."),
        ("Transport à la demande", "Réservation la veille avant 17 h."),
        ("Vélos électriques en location", "À la semaine ou au mois, panier fourni."),
        ("Borne de recharge de la gare", "Deux prises, paiement par carte."),
        ("Mobylettes solidaires", "Location pour aller travailler, caution de 50 €."),
    ),
    "waste-water": (
        ("Déchèterie intercommunale", "Badge à demander à la mairie."),
        (
            "Collecte des ordures ménagères",
            "Bac marron le mardi, sacs jaunes une semaine sur deux.",
        ),
        ("Syndicat des eaux du Clain", "Branchements, fuites, relevés."),
        ("Assainissement non collectif", "Contrôle des fosses, conseils avant travaux."),
        ("Composteurs partagés", "Près du jardin de l’école, guide sur place."),
        ("Ressourcerie La Seconde Vie", "Dépôts et ventes d’objets."),
    ),
    "living-together": (
        ("Référent bruit et voisinage", "Un premier échange avant toute démarche."),
        ("Divagation des animaux", "Fourrière du canton, prévenir la mairie."),
        ("Jardins partagés du Gué", "Douze parcelles, outils en commun."),
    ),
    "businesses": (
        ("Boulangerie Aux Blés d’or", "Pain au levain, tournée dans les hameaux."),
        ("Épicerie Chez Maëlys", "Produits frais, pains, presse, relais colis."),
        ("Garage Rabaud", "Toutes marques, dépannage, contrôle technique à Gençay."),
        ("Salon Coiff’Élégance", "Femmes, hommes, enfants ; à domicile le lundi."),
        ("Ferme de la Grande Métairie", "Légumes, œufs, volailles, vente à la ferme."),
        ("Menuiserie Brunet & fils", "Escaliers, cuisines, rénovation de volets."),
        ("Café-restaurant de l’Écluse", "Plat du jour à 13 €, terrasse sur l’eau."),
        ("Chèvrerie du Bois-Joli", "Fromages, visite de la traite à 17 h."),
        ("Plomberie Chauffage Minault", "Installation, entretien, dépannage."),
        ("Taxi du Clain", "Conventionné, toutes distances."),
        ("Institut Douceur de Soie", "Soins du visage et du corps."),
        ("Maçonnerie Texier", "Pierre de taille, enduits à la chaux."),
        ("Fleurs de Lise", "Bouquets de saison, deuil, livraison."),
        ("Couture & Retouches", "Ourlets, fermetures, rideaux."),
    ),
    "associations": (
        ("Amicale des aînés ruraux", "Belote, repas, voyages et gymnastique douce."),
        ("Union sportive du Clain", "Football de 6 ans aux vétérans."),
        ("Chorale Clain d’œil", "Trente choristes, tous niveaux."),
        ("Comité des fêtes", "Fête de la batteuse, feu de la Saint-Jean, brocante."),
        ("Club de randonnée Les Semelles vertes", "Deux sorties par mois."),
        ("Les Amis du moulin", "Restauration et visites du moulin de Chauvin."),
        ("Gym volontaire", "Renforcement, étirements, marche nordique."),
        ("Tennis de table", "Loisir et compétition, à partir de 7 ans."),
        ("Atelier théâtre La Compagnie du Gué", "Une création chaque printemps."),
        ("Société de chasse Saint-Hubert", "Battues signalées, partage des repas."),
        ("Pêcheurs du haut Clain", "Cartes, alevinage, école de pêche."),
        ("Foyer des jeunes", "Soirées, voyages, aide aux devoirs."),
        ("Clain Swing, danse de société", "Rock, tango, danses en ligne."),
        ("Don du sang bénévole", "Quatre collectes par an."),
    ),
    "resource-persons": (
        ("Paulette Arnaudeau", "Mémoire du village, généalogie, patois."),
        ("Idris Benali", "Aide aux démarches en arabe et en anglais."),
        ("Wojciech Łukasik", "Petites réparations, prêt de remorque."),
        ("Odile Chênevert", "Conseils de jardinage au naturel."),
    ),
    "community-actions": (
        ("Café des parents", "Un thème par mois, garde d’enfants sur place."),
        ("Ateliers Premiers secours en famille", "Adultes et enfants ensemble, gratuits."),
        ("Vacances en famille", "Aide à préparer et financer un premier départ."),
        ("Ludobus intercommunal", "Jeux pour tous, une commune par semaine."),
        ("Maison des familles itinérante", "Écoute, information, répit."),
        ("Forum petite enfance", "Tous les professionnels du territoire réunis."),
    ),
}
_THEMES = ("social-directory", "holidays", "mobility", "youth", "early-childhood", "disability")


def listing(code: str, name: str, summary: str, serial: int) -> Listing:
    """An entry whose details vary with its number."""
    person = code == "resource-persons"
    return Listing(
        id=f"l{serial:05}",
        kind=ListingKind.RESOURCE_PERSON if person else ListingKind.PUBLIC_SERVICE,
        category=code,
        themes=(_THEMES[serial % len(_THEMES)],) if serial % 3 else (),
        name=name,
        summary=summary,
        address=Address()
        if person
        else Address((_STREETS[serial % 6],), "86999", COMMUNE if serial % 4 else "Civray"),
        phones=(Phone(f"+3354900{serial % 10000:04}", "accueil" if serial % 5 == 2 else ""),)
        if serial % 6 != 5
        else (),
        emails=(Email(f"contact{serial}@valmoulin.example"),) if serial % 3 == 0 else (),
        website=f"https://www.valmoulin.example/fiche-{serial}" if serial % 4 == 1 else "",
        opening_hours=_HOURS[serial % 6],
        audience="Familles, à partir de 3 ans" if serial % 7 == 0 else "",
        price="Selon le quotient familial, de 4 € à 14 € la journée" if serial % 8 == 3 else "",
        conditions="Sur inscription à la mairie" if serial % 9 == 4 else "",
        accessibility="Rez-de-chaussée, rampe, boucle magnétique" if serial % 5 == 0 else "",
        contact_persons=(ContactPerson("Jeanne Moulin", "présidente", "+33549001234"),)
        if code == "associations"
        else (),
        description_en="Staff speak some English: ask for the Thursday slot."
        if serial % 10 == 1
        else "",
        verified_on=date(2026, 1 + serial % 10, 12),
        closed_until=date(2027, 1, 3) if serial % 17 == 4 else None,
        picture="logo" if serial % 13 == 6 else "",
        picture_alt="Logo : une roue de moulin" if serial % 13 == 6 else "",
    )


def listings(count: int = 0) -> tuple[Listing, ...]:
    """The listings of the commune; ``count`` of them, repeated with a number, when given."""
    base = [(code, *one) for code, entries in _NAMES.items() for one in entries]
    wanted = count or len(base)
    rounds = [
        (code, name if not turn else f"{name} {turn + 1}", summary)
        for turn in range(wanted // len(base) + 1)
        for code, name, summary in base
    ][:wanted]
    rounds.sort(key=lambda one: list(_NAMES).index(one[0]))
    return tuple(
        listing(code, name, summary, number) for number, (code, name, summary) in enumerate(rounds)
    )


def events() -> tuple[Event, ...]:
    """Once, weekly, monthly, yearly, moved, cancelled, over several days."""
    once = (
        ("Bourse aux jouets", at("2026-11-15T09:00"), "Salle des fêtes"),
        ("Téléthon : la nuit des crêpes", at("2026-12-04T19:00"), "Salle des fêtes"),
        ("Marché de Noël", at("2026-12-13T10:00"), "Place de la Halle"),
        ("Vœux du maire", at("2027-01-09T11:00"), "Mairie"),
        ("Loto des écoles", at("2027-02-06T20:00"), "Salle des fêtes"),
        ("Carnaval", at("2027-03-20T14:30"), "Départ de l’école Jean-Macé"),
        ("Randonnée des moulins", at("2027-05-02T08:30"), "Moulin de Chauvin"),
        ("Fête de la musique", at("2027-06-21T18:00"), "Bords du Clain"),
        ("Forum des associations", at("2027-09-04T10:00"), "Gymnase"),
    )
    single = tuple(
        Event(f"e{number}", title, start, start + timedelta(hours=4), place=place)
        for number, (title, start, place) in enumerate(once)
    )
    return (
        *single,
        Event(
            "w1",
            "Marché",
            at("2026-01-03T08:00"),
            at("2026-01-03T12:30"),
            "FREQ=WEEKLY;BYDAY=SA",
            place="Place de la Halle",
            cancelled_on=(date(2027, 1, 2),),
        ),
        Event(
            "w2",
            "Heure du conte",
            at("2026-01-07T16:00"),
            at("2026-01-07T17:00"),
            "FREQ=WEEKLY;BYDAY=WE",
            place="Bibliothèque du Moulin",
        ),
        Event(
            "m1",
            "Café des parents",
            at("2026-01-01T09:00"),
            at("2026-01-01T11:00"),
            "FREQ=MONTHLY;BYDAY=1TH",
            place="Maison de l’enfance",
            moved=(MovedOccurrence(at("2027-04-01T09:00"), at("2027-04-08T09:30")),),
        ),
        Event(
            "d1",
            "Exposition « Le Clain en crue »",
            date(2027, 2, 13),
            date(2027, 2, 28),
            place="Bibliothèque du Moulin",
        ),
        Event("d2", "Séjour à la neige des 11-17", date(2027, 2, 27), date(2027, 3, 6)),
        Event(
            "y1",
            "Fête de la batteuse",
            date(2026, 8, 9),
            None,
            "FREQ=YEARLY",
            place="Champ de foire",
        ),
    )


def occurrences_of(chosen: tuple[Event, ...]) -> tuple[Occurrence, ...]:
    """All dates of the next twelve months, sorted."""
    found = [one for event in chosen for one in occurrences(event, EDITION, date(2027, 11, 1))]
    return tuple(sorted(found, key=lambda one: (one.day, str(one.start), one.event_id)))


def logo(size: tuple[int, int] = (240, 240), *, media_type: str = "image/png") -> Picture:
    """A round logo drawn with Pillow, transparent around."""
    from PIL import Image, ImageDraw

    jpeg = media_type == "image/jpeg"
    image = Image.new("RGB" if jpeg else "RGBA", size, "#9cc4d9" if jpeg else (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.ellipse((8, 8, width - 8, height - 8), fill="#1f5f5b")
    draw.ellipse((width * 0.3, height * 0.3, width * 0.7, height * 0.7), fill="#e9c46a")
    buffer = io.BytesIO()
    image.save(buffer, "JPEG" if jpeg else "PNG")
    return Picture("logo", media_type, width, height, buffer.getvalue())


def settings() -> BookletSettings:
    """The texts of the commune."""
    return BookletSettings(
        mayor_word=(
            "Chères habitantes, chers habitants,\n\n"
            "Vous tenez le premier livret de notre vie locale. Il rassemble ce que chacun cherche "
            "un jour : une place à la crèche, un médecin, un club de belote, un artisan, "
            "quelqu’un qui écoute.\n\n"
            "Il a été écrit avec les associations, les écoles et les professionnels de la commune. "
            "Gardez-le près du téléphone, prêtez-le à vos nouveaux voisins, et dites-nous ce qui "
            "change : il sera réimprimé chaque automne.\n\nBienvenue à Valmoulin !"
        ),
        mayor_name="Jeanne Moulin, maire de Valmoulin-sur-Clain",
        team=(
            TeamMember("Jeanne Moulin", "Maire"),
            TeamMember("Karim Haddad", "Premier adjoint, finances"),
            TeamMember("Solène Quéré", "Adjointe, écoles et jeunesse"),
            TeamMember("Marc-Antoine de La Roche", "Adjoint, voirie"),
            TeamMember("Nadège Œuvrard", "Secrétaire générale de mairie"),
            TeamMember("Bastien Prud’homme", "Agent technique"),
        ),
        first_steps=(
            "Passer à la mairie, chercher ce livret et le badge de la déchèterie",
            "S’inscrire sur les listes électorales",
            "Inscrire les enfants à l’école, à la cantine et au car",
            "Choisir un médecin traitant",
            "Ouvrir le contrat d’eau auprès du syndicat",
            "Déclarer le chien, le poulailler ou le détecteur de fumée à l’assurance",
            "Venir à l’accueil des nouveaux habitants, le 1er samedi d’octobre",
        ),
        neighbourhood_rules=(
            "Tondre et bricoler : du lundi au samedi de 8 h 30 à 12 h et de 14 h à 19 h 30",
            "Brûler les végétaux est interdit : la déchèterie les prend gratuitement",
            "Tailler les haies qui débordent sur la route avant le 31 mars",
            "Prévenir ses voisins avant une fête : cela arrange presque tout !",
        ),
    )


def content(count: int = 0) -> BookletContent:
    """A whole booklet of this commune."""
    chosen = events()
    return BookletContent(
        profile=Profile(Role.COMMUNE, "86999", COMMUNE),
        settings=settings(),
        edition=EDITION,
        categories=CATEGORIES,
        listings=listings(count),
        occurrences=occurrences_of(chosen),
        events={event.id: event for event in chosen},
        pictures={"logo": logo()},
    )


def nearly_empty() -> BookletContent:
    """A commune that has just begun: one entry and nothing else."""
    return BookletContent(
        profile=Profile(Role.COMMUNE, "86999", COMMUNE),
        settings=BookletSettings(),
        edition=EDITION,
        categories=CATEGORIES,
        listings=listings(1),
    )
