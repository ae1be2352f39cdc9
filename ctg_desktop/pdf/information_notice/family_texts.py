"""What families are told, in French and in English.

Source: regulation (EU) 2016/679, articles 6, 13 and 14; law 78-17 of 6 January 1978.
"""

from __future__ import annotations

from types import MappingProxyType

from ctg_desktop.domain.families.household import Channel, Purpose
from ctg_desktop.pdf.phrases import Phrase

TITLE = Phrase("Votre famille et ses données", "Your family and its data")
PURPOSES_TEXT = Phrase(
    "Pour accueillir les familles qui arrivent : vous remettre le livret ressources, vous dire à "
    "qui vous adresser, vous inviter à rencontrer d’autres habitants. Nous comptons aussi, sans "
    "noms, les familles accueillies et leurs besoins.",
    "To welcome families who arrive: to hand you the resource booklet, tell you whom to turn to, "
    "and invite you to meet other residents. We also count, without names, the families welcomed "
    "and what they need.",
)
BASIS = Phrase("Sur quelle base", "Legal basis")
BASIS_TEXT = Phrase(
    "Une mission d’intérêt public de la commune (article 6, 1, e du RGPD). Pour vous appeler ou "
    "vous écrire par courriel, il faut votre accord (article 6, 1, a) : c’est vous qui choisissez.",
    "A task of the town hall in the public interest (article 6(1)(e) of the GDPR). To call you or "
    "send you e-mail we need your consent (article 6(1)(a)): the choice is yours.",
)
DATA_TEXT = Phrase(
    "Nom, adresse, téléphone, courriel, langues, personnes du foyer (des enfants, l’année de "
    "naissance), besoins que vous dites, échanges avec la mairie. Rien sur la santé, l’origine, la "
    "religion ou les opinions. Rien n’est obligatoire.",
    "Name, address, phone, e-mail, languages, people in the household (for children, the year of "
    "birth), the needs you tell us, your dealings with the town hall. Nothing on health, origin, "
    "religion or opinions. Nothing is compulsory.",
)
SOURCE = Phrase("D’où elles viennent", "Where they come from")
SOURCE_TEXT = Phrase(
    "De vous. Parfois de l’école, du CCAS, d’une association ou d’un voisin qui nous a parlé de "
    "vous : demandez-nous qui. Jamais du recensement, des impôts, de l’état civil ou de la liste "
    "électorale.",
    "From you. Sometimes from the school, social services, an association or a neighbour who told "
    "us about you: ask us who. Never from the census, taxes, civil registry or electoral roll.",
)
RECIPIENTS_TEXT = Phrase(
    "Les personnes chargées de l’accueil à la mairie. Rien n’est publié. Votre nom n’est donné à "
    "la communauté de communes que si vous l’acceptez plus bas.",
    "The town hall staff who welcome families. Nothing is published. Your name is given to the "
    "community of communes only if you agree to it below.",
)
RETENTION_TEXT = Phrase(
    "{} mois après notre dernier contact, puis vos données sont effacées, ou gardées plus "
    "longtemps pour une raison notée. Plus tôt si vous le demandez. Les comptes sans noms restent.",
    "{} months after our last contact; then your data are erased, or kept longer for a reason that "
    "is written down. Sooner if you ask. Counts without names remain.",
)
RIGHTS_TEXT = Phrase(
    "Voir vos données, en recevoir une copie, les faire corriger ou effacer, en limiter l’usage, "
    "ne plus être contactés : dites-le à l’accueil{}. Réponse sous un mois. Aucune décision n’est "
    "prise par une machine.",
    "See your data, receive a copy, have them corrected or erased, restrict their use, not be "
    "contacted any more: say so at the desk{}. You get an answer within a month. No decision is "
    "made by a machine.",
)
OR_WRITE = Phrase(" ou écrivez à {}", " or write to {}")

CONSENT = Phrase("Nos accords", "Our consent")
CONSENT_TEXT = Phrase(
    "Nous acceptons d’être contactés, là où une case est cochée :",
    "We agree to be contacted where a box is ticked:",
)
WITHDRAW = Phrase(
    "Pour retirer un accord, il suffit de le dire à l’accueil ou de l’écrire{}, quand nous voulons "
    "et sans nous justifier.",
    "To withdraw our consent it is enough to say so at the desk or to write{}, whenever we like "
    "and without giving a reason.",
)
NAME = Phrase("Nom de la famille", "Name of the family")
PHONE = Phrase("Téléphone", "Phone")
EMAIL = Phrase("Courriel", "E-mail")
CHANNELS = MappingProxyType(
    {
        Channel.PHONE: Phrase("par téléphone", "by phone"),
        Channel.EMAIL: Phrase("par courriel", "by e-mail"),
    }
)
PURPOSES = MappingProxyType(
    {
        Purpose.WELCOME: Phrase("pour notre accueil", "to be welcomed"),
        Purpose.INVITATIONS: Phrase(
            "pour être invités aux rencontres de la commune",
            "to be invited to the town’s meetings",
        ),
        Purpose.BOOKLET_UPDATES: Phrase(
            "pour recevoir le livret et ses mises à jour",
            "to receive the booklet and its updates",
        ),
        Purpose.COMMUNITY: Phrase(
            "pour être invités par la communauté de communes, à qui notre nom est alors donné",
            "to be invited by the community of communes, which is then given our name",
        ),
    }
)
