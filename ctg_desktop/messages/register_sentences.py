"""What is said of the refusals of the register."""

from __future__ import annotations

REGISTER_SENTENCES: dict[str, str] = {
    "register-closed": "Le registre est fermé. Ouvrez-le avec son mot de passe ; ce qui était tapé a été "
    "gardé.",
    "register-not-set-up": "Personne n’a encore été désigné pour tenir le registre. Commencez par là.",
    "register-set-up-already": "Le registre existe déjà. Les personnes désignées peuvent en ajouter "
    "d’autres une fois qu’il est ouvert.",
    "register-password-wrong": "Ce n’est pas le bon mot de passe pour le registre. Il a le sien, qui n’est pas "
    "celui du coffre. Vérifiez la touche des majuscules ; sa feuille de secours l’ouvre aussi.",
    "register-password-needed": "Le registre s’ouvre avec un mot de passe de plus. Donnez-le par "
    "« --mot-de-passe-registre-de FICHIER » ou par la variable CTG_MOT_DE_PASSE_REGISTRE.",
    "register-new-password-needed": "Donnez aussi « --nouveau-de FICHIER » : sa première ligne est le mot de passe "
    "de la personne désignée.",
    "register-step-no-field": "« {key} » est une étape de l’inscription, qui ne se modifie pas avec la fiche. Prenez "
    "« accuser », « inscrire », « confirmer », « opposer » ou « appeler ».",
    "register-code-wrong": "Ce code est bien écrit, mais n’est pas celui du registre. Prenez la feuille de "
    "secours du registre imprimée en dernier, pas celle du coffre.",
    "register-code-untrue": "Ce n’est pas le code de la feuille qui vient d’être faite. Recopiez-le d’après elle. "
    "Rien n’est encore créé.",
    "register-user-unknown": "Personne de ce nom n’est désigné pour le registre. Choisissez dans la liste.",
    "register-user-last": "C’est la dernière personne qui peut ouvrir le registre. Désignez-en d’abord une "
    "autre.",
    "register-damaged": "Une fiche du registre ne peut pas être lue : elle a été abîmée ou changée hors du "
    "programme. Elle n’a pas été touchée. Restaurez une sauvegarde d’avant.",
    "register-changed": "Cette fiche a été modifiée entre-temps, ici ou dans une autre fenêtre. Votre saisie "
    "n’a pas été enregistrée et reste à l’écran : rouvrez la fiche, puis reportez-la.",
    "register-entry-unknown": "Cette personne n’est pas ou plus dans le registre.",
    "register-name-missing": "Donnez le nom de la personne.",
    "register-asked-orally": "Un tiers doit faire sa demande par écrit : dite de vive voix, elle ne peut pas être "
    "enregistrée. Imprimez la demande vierge, faites-la remplir et signer, puis notez où elle est rangée.",
    "register-third-party-name-missing": "Donnez le nom du tiers qui fait la demande.",
    "register-third-party-quality-missing": "Dites qui est le tiers pour la personne : fille, voisin, médecin "
    "traitant.",
    "register-request-day-missing": "Donnez le jour de la demande : les huit jours pour en accuser réception "
    "partent de là.",
    "register-day-to-come": "Ce jour n’est pas encore venu. Vérifiez la date.",
    "register-day-too-early": "Ce jour est trop tôt : au plus tôt le {earliest}.",
    "register-day-too-late": "Ce jour est trop tard : au plus tard le {latest}, d’après ce qui a déjà été fait.",
    "register-time-to-come": "Cette heure n’est pas encore venue. Vérifiez-la.",
    "register-entered-unasked": "La personne est inscrite, et aucun accusé de réception n’est parti avant. Si c’est un "
    "tiers qui a fait la demande, annulez d’abord l’inscription : l’accusé doit partir avant elle.",
    "register-reason-missing": "Dites pourquoi : la raison est notée au journal des accès, sans le nom.",
    "register-result-missing": "Dites ce que l’appel a donné.",
    "register-objected": "Une personne de ce nom s’est opposée à son inscription : la demande d’un tiers ne peut "
    "pas passer outre, et rien n’a été enregistré. Si c’est une autre personne, confirmez-le.",
    "register-refused": "Cette personne s’est opposée à son inscription. Seule une demande venant d’elle peut "
    "revenir dessus.",
    "register-not-acknowledged": "L’accusé de réception n’est pas encore parti. C’est lui qui dit à la personne "
    "qu’elle peut s’opposer : envoyez-le, notez-en la date, puis inscrivez-la.",
    "register-entered-already": "La personne est inscrite sur la foi de cet accusé de réception : sa date ne peut "
    "plus être enlevée.",
    "register-not-entered": "Cette personne n’est pas inscrite. Inscrivez-la d’abord.",
    "register-alert-unknown": "Cette alerte n’existe pas ou plus. Choisissez-en une dans la liste.",
    "register-call-unknown": "Aucun appel à cette personne n’est noté pour cette alerte.",
    "register-alert-name-missing": "Donnez un nom à l’alerte. Exemple : Canicule d’août.",
}
"""Joined to the sentences of all other faults."""
