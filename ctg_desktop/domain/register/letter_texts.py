"""What the letters of the register say, before their blanks are filled."""

from __future__ import annotations

RECEIPT_SUBJECT = "accusé de réception, registre des personnes vulnérables"
INFORMATION_SUBJECT = "demande d’inscription vous concernant, et votre droit de refuser"
ACCESS_SUBJECT = "ce que le registre des personnes vulnérables contient à votre sujet"
YEARLY_SUBJECT = "registre des personnes vulnérables, vos coordonnées sont-elles exactes ?"

OWN_REQUEST = (
    "Nous avons reçu le {day} votre demande d’inscription au registre des personnes vulnérables "
    "que tient la commune {of_said}. Votre demande prend effet dès maintenant."
)
REPRESENTED = (
    "Nous avons reçu le {day} la demande d’inscription au registre des personnes vulnérables de la "
    "commune {of_said} faite en votre nom par votre représentant légal{who}. Elle prend effet dès "
    "maintenant."
)
THIRD_PARTY_ASKED = (
    "{who} nous a demandé par écrit, le {day}, de vous inscrire au registre des personnes "
    "vulnérables que tient la commune {of_said}."
)
MAY_OBJECT = (
    "Vous êtes libre de refuser, sans donner de raison : rendez-nous le coupon ci-dessous, "
    "appelez-nous ou passez à la mairie. Sans opposition de votre part, nous vous inscrirons."
)
TO_REPRESENTATIVE = (
    "Nous avons reçu le {day} votre demande d’inscription {of_name}, dont vous êtes le "
    "représentant légal, au registre des personnes vulnérables de la commune {of_said}. Elle prend "
    "effet dès maintenant."
)
TO_THIRD_PARTY = (
    "Nous avons reçu le {day} votre demande écrite d’inscription {of_name} au registre des "
    "personnes vulnérables de la commune {of_said}. Nous l’en informons par courrier : cette "
    "personne peut refuser, et c’est elle seule qui décide."
)

PURPOSES = "À quoi sert ce registre : {}"
DATA = (
    "Ce qui y est noté, et rien d’autre : nom, prénoms, date de naissance, motif de l’inscription "
    "parmi ceux de la loi, adresse, téléphone, services à domicile, personnes à prévenir, et qui a "
    "fait la demande ; lors d’une alerte, l’heure et le résultat des appels."
)
RECIPIENTS = (
    "Qui le voit : les personnes que le maire a désignées, tenues au secret professionnel ; le "
    "préfet, à sa demande, si le plan d’alerte et d’urgence est déclenché."
)
RIGHTS = (
    "Vos droits : figurer au registre n’est jamais obligatoire. À tout moment, vous pouvez voir ce "
    "qui est noté, le faire corriger, ou ne plus y figurer : tout est alors effacé. Dites-le à la "
    "mairie de vive voix, par téléphone ou par écrit{}. Une réclamation peut être faite à la CNIL "
    "(www.cnil.fr)."
)
OFFICER = ", ou au délégué à la protection des données ({})"
KEEP_US_INFORMED = (
    "Si votre adresse, votre téléphone ou la personne à prévenir change, dites-le-nous : en cas "
    "d’alerte, c’est à ces coordonnées que nous vous appellerons."
)
YOUR_OWN_DATA = (
    "Votre nom et vos coordonnées sont notés comme ceux de qui a fait la demande. Vous pouvez les "
    "voir et les faire corriger à tout moment ; ils sont effacés avec l’inscription. Une "
    "réclamation peut être faite à la CNIL (www.cnil.fr)."
)
ACCESS = (
    "Vous avez demandé à voir ce que le registre des personnes vulnérables de la commune "
    "{of_said} contient à votre sujet (règlement européen 2016/679, article 15). Voici tout ce qui "
    "y est noté :"
)
KEPT = (
    "Ces données sont gardées tant que vous figurez au registre, et effacées quand vous n’y "
    "figurez plus."
)
YEARLY = (
    "Vous figurez au registre des personnes vulnérables de la commune {of_said}. Une fois par an, "
    "nous vérifions avec vous que tout est encore exact. Voici ce qui est noté :"
)
YEARLY_ANSWER = (
    "Rendez-nous le coupon ci-dessous, ou appelez-nous, même si rien n’a changé. Sans réponse, "
    "nous vous téléphonerons. Y figurer n’est jamais obligatoire : à votre demande, tout est "
    "effacé."
)

OBJECTION_CHOICES = (
    "Je refuse mon inscription au registre.",
    "J’accepte mon inscription au registre.",
)
YEARLY_CHOICES = (
    "Tout est exact.",
    "À corriger comme noté ci-dessous.",
    "Je ne veux plus figurer au registre.",
)
