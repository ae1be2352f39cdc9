"""What the sheets of the register of processing say, proposed to the officer who reads them."""

from __future__ import annotations

CONTROLLER = "Responsable du traitement"
OFFICER = "Délégué à la protection des données"
PURPOSES = "Finalités"
BASIS = "Base légale"
PEOPLE = "Personnes concernées"
DATA = "Catégories de données"
SOURCE = "Source"
RECIPIENTS = "Destinataires"
TRANSFERS = "Transferts hors de l’Union"
DURATIONS = "Durées de conservation"
SECURITY = "Mesures de sécurité"
RIGHTS = "Droits des personnes"

NO_TRANSFER = (
    "Aucun. Les données ne quittent l’ordinateur de la mairie que par un fichier fait exprès."
)
VAULT = (
    "Fichier chiffré (SQLCipher, AES 256 bits), ouvert par un mot de passe propre à chaque agent ; "
    "fermeture automatique ; sauvegardes chiffrées et vérifiées ; journal des accès, dont une "
    "coupure se voit, gardé douze mois."
)
RIGHTS_TEXT = (
    "Accès (dossier en PDF et en JSON), rectification, effacement avec attestation, limitation, "
    "opposition : à l’accueil ou par écrit, réponse sous un mois."
)

FAMILY_PURPOSES = (
    "Accueillir les familles qui arrivent : leur remettre le livret ressources, leur dire à qui "
    "s’adresser, les inviter à rencontrer d’autres habitants. Compter, sans noms, les familles "
    "accueillies et leurs besoins."
)
FAMILY_BASIS = (
    "Mission d’intérêt public de la commune (RGPD, article 6, 1, e). Pour le téléphone et le "
    "courriel : consentement daté, par moyen et par but (article 6, 1, a)."
)
FAMILY_DURATIONS = (
    "{} mois après le dernier contact ; une personne décide alors d’effacer ou de prolonger, avec "
    "un motif noté. Plus tôt à la demande de la famille. Les comptes sans noms restent."
)
FAMILY_PEOPLE = "Les foyers arrivés dans la commune et les personnes qui y vivent."
FAMILY_DATA = (
    "Nom, adresse, téléphone, courriel ; accords datés, par moyen et par but ; langues ; prénom, "
    "nom et rôle de chacun, année de naissance des enfants ; besoins choisis dans une liste fermée "
    "; isolement déclaré ; étapes de l’accueil ; notes courtes ; services indiqués. Aucune donnée "
    "sensible (RGPD, article 9) : aucun champ n’est prévu pour elles."
)
FAMILY_SOURCE = (
    "La famille ; sinon l’école, le CCAS, une association ou un voisin. Ni le recensement, ni les "
    "impôts, ni l’état civil, ni la liste électorale."
)
FAMILY_SECURITY = (
    "Rien ne s’imprime pour toutes les familles à la fois ; ce qui est effacé ne revient pas avec "
    "une sauvegarde."
)

REGISTER_BASIS = (
    "Obligation légale de la commune (RGPD, article 6, 1, c ; code de l’action sociale et des "
    "familles, L121-6-1 et R121-2 à R121-12). L’inscription est facultative."
)
REGISTER_PEOPLE = (
    "À leur demande, des habitants qui vivent chez eux : 65 ans et plus ; 60 ans et plus reconnus "
    "inaptes au travail ; adultes en situation de handicap."
)
REGISTER_DATA = (
    "Nom et prénoms, date de naissance, qualité, adresse, téléphone, services à domicile, personne "
    "à prévenir, tiers demandeur, date de la demande ; appels passés pendant une alerte. Aucune "
    "autre."
)
REGISTER_SOURCE = "La personne, son représentant légal, ou un tiers par écrit."
REGISTER_RECIPIENTS = (
    "Les personnes que le maire a désignées, tenues au secret professionnel. Le préfet, à sa "
    "demande, en cas de déclenchement du plan d’alerte et d’urgence."
)
REGISTER_DURATIONS = (
    "Jusqu’à la radiation : décès, départ, demande de la personne. Tout est alors effacé. D’une "
    "opposition il reste une empreinte sans nom, pour ne pas inscrire la personne malgré elle."
)
REGISTER_SECURITY = (
    "Le registre a sa propre clé et ses propres mots de passe ; il n’apparaît ni dans la "
    "recherche, ni dans les exports ; chaque consultation est notée."
)
REGISTER_RIGHTS = "Radiation à tout moment, sans se justifier."
