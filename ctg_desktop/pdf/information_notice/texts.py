"""What a notice says, in French and in English.

Source: regulation (EU) 2016/679, articles 6, 7, 13 and 14; law 78-17 of 6 January 1978; addresses
of the CNIL as its site gives them.
"""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.domain.listing import ConsentItem
from ctg_desktop.pdf.phrases import Phrase

KICKER = Phrase("Notice d’information", "Information notice")
TITLE = Phrase("Votre nom dans le livret ressources", "Your name in the local resource booklet")
LAW = Phrase(
    "Règlement (UE) 2016/679 (RGPD), articles 13 et 14 ; loi n° 78-17 du 6 janvier 1978 modifiée.",
    "Regulation (EU) 2016/679 (GDPR), articles 13 and 14; French law no. 78-17 of 6 January 1978.",
)
CONTROLLER = Phrase("Qui est responsable", "Who is responsible")
OFFICER = Phrase("Délégué à la protection des données", "Data protection officer")
OFFICER_LINE = Phrase("Nom, courriel, téléphone :", "Name, e-mail, phone:")
PURPOSES = Phrase("Pourquoi", "Why")
PURPOSES_TEXT = Phrase(
    "Pour que les habitants et les familles qui arrivent sachent à qui s’adresser, la commune "
    "imprime un livret ressources et les papiers qui en sont tirés : dépliants, affiches, page "
    "internet. Elle le fait avec votre accord (article 6, 1, a du RGPD).",
    "So that residents and families who arrive know whom to turn to, the town hall prints a "
    "resource booklet, and leaflets, posters and a web page made from it. It does so with your "
    "consent (article 6(1)(a) of the GDPR).",
)
DATA = Phrase("Quelles données", "Which data")
DATA_TEXT = Phrase(
    "Seulement celles que vous cochez plus bas : nom, téléphone, courriel, adresse.",
    "Only those that you tick below: name, phone, e-mail, address.",
)
SOURCE_TEXT = Phrase("Nous les tenons de : {}.", "We have them from: {}.")
RECIPIENTS = Phrase("Qui les voit", "Who sees them")
RECIPIENTS_TEXT = Phrase(
    "Toute personne qui lit le livret, sur papier ou sur internet. Le fichier reste à la mairie.",
    "Anybody who reads the booklet, on paper or the internet. The file stays at the town hall.",
)
RETENTION = Phrase("Combien de temps", "How long")
RETENTION_LINE = Phrase("Durée :", "Duration:")
RIGHTS = Phrase("Vos droits", "Your rights")
RIGHTS_TEXT = Phrase(
    "Vous êtes libre d’accepter ou non, sans conséquence. Vous pouvez à tout moment retirer votre "
    "accord, voir vos données, les faire corriger ou effacer, en limiter l’usage, en recevoir une "
    "copie dans un format courant. Un retrait vaut pour les éditions suivantes : un livret déjà "
    "distribué ne peut pas être repris. Aucune décision n’est prise par une machine.",
    "You are free to agree or not; refusing has no consequence. At any time you may withdraw your "
    "consent, see your data, have them corrected or erased, restrict their use, or receive a copy "
    "in a common format. Withdrawing holds for the editions that follow: a booklet already handed "
    "out cannot be taken back. No decision is made by a machine.",
)
COMPLAINT = Phrase("Réclamation", "Complaint")
COMPLAINT_TEXT = Phrase(
    "CNIL, 3 place de Fontenoy – TSA 80715 – 75334 Paris cedex 07 ; ",
    "CNIL (French data protection authority), 3 place de Fontenoy – TSA 80715 – "
    "75334 Paris cedex 07; ",
)
CNIL_SITE = "www.cnil.fr"

CONSENT = Phrase("Mon accord", "My consent")
CONSENT_TEXT = Phrase(
    "J’ai lu cette notice. J’accepte que soient imprimés et publiés :",
    "I have read this notice. I agree to have printed and published:",
)
NAME = Phrase("Nom et prénom", "Name")
ENTRY = Phrase("Dans la fiche", "In the entry")
YES, NO = Phrase("oui", "yes"), Phrase("non", "no")
GIVEN = Phrase("accord donné le {}", "consent given on {}")
NOT_GIVEN = Phrase("pas d’accord connu", "no consent known")
DATE = Phrase("Date", "Date")
SIGNATURE = Phrase("Signature", "Signature")
WITHDRAW = Phrase(
    "Pour retirer mon accord, en tout ou en partie, il suffit de le dire à l’accueil ou de "
    "l’écrire{}, quand je veux et sans me justifier.",
    "To withdraw my consent, in whole or in part, it is enough to say so at the desk or to "
    "write{}, whenever I like and without giving a reason.",
)
WRITE_TO = Phrase(" à {}", " to {}")

ITEMS = MappingProxyType(
    {
        ConsentItem.NAME: Phrase("Nom", "Name"),
        ConsentItem.PHONE: Phrase("Téléphone", "Phone"),
        ConsentItem.EMAIL: Phrase("Courriel", "E-mail"),
        ConsentItem.ADDRESS: Phrase("Adresse", "Address"),
    }
)
