"""What is said of the faults of a vault: its files, its keys, its backups, its place."""

from __future__ import annotations

VAULT_SENTENCES: dict[str, str] = {
    # Vault
    "vault-exists": "Il y a déjà un coffre dans ce dossier. Choisissez un autre dossier.",
    "vault-missing": "Il n’y a pas de coffre dans ce dossier. Vérifiez le chemin, ou créez un coffre.",
    "vault-not-chosen": "Aucun coffre n’a encore été ouvert ici. Indiquez-le avec --coffre DOSSIER, "
    "ou créez-en un avec « ctg initialiser ».",
    "vault-newer": "Ce coffre a été écrit par une version plus récente du programme. "
    "Mettez le programme à jour ; le coffre n’a pas été touché.",
    "vault-plain": "Ce coffre vient de la première version et n’est pas chiffré : il doit l’être avant de s’ouvrir. Ouvrez-le dans la fenêtre, ou par la commande « ctg convertir ».",
    "vault-encrypted": "Ce coffre est déjà chiffré : il n’y a rien à convertir.",
    "conversion-differs": "La copie chiffrée n’est pas en tout point égale au coffre. Le coffre est resté comme il était. Recommencez, de préférence sur un autre disque.",
    "password-needed": "Ce coffre s’ouvre avec un mot de passe. Donnez-le par « --mot-de-passe-de FICHIER » ou par la variable CTG_MOT_DE_PASSE.",
    "too-many-tries": "Trop d’essais de suite : attendez {seconds} s avant le prochain. Rien n’est effacé.",
    "vault-in-use": "Ce coffre est déjà ouvert {holder}. Fermez-le là-bas, puis recommencez\u202f; "
    "la fenêtre, ou une commande avec «\u202f--lecture-seule\u202f», peut le lire en attendant.",
    "vault-damaged": "Le coffre est abîmé et n’a pas été touché. Ne l’effacez pas : reprenez une sauvegarde, "
    "dans Réglages, Sauvegardes, ou par la commande « ctg restaurer ».",
    "vault-lost": "Le fichier du coffre (coffre.db) n’est plus dans son dossier ; ses sauvegardes y sont. "
    "Reprenez-en une : ouvrez ce dossier dans la fenêtre, ou donnez son nom à « ctg restaurer ».",
    "vault-unreadable": "Le coffre ne peut pas être lu. Vérifiez que le dossier est accessible.",
    "vault-unwritable": "Le coffre n’a pas pu être écrit : le disque est plein, défaillant ou débranché. "
    "Rien n’a été enregistré ; ce qui l’était déjà est intact. Rétablissez le disque, puis recommencez.",
    "vault-read-only": "Le coffre est protégé en écriture : rien n’a été enregistré. "
    "Vérifiez les droits du dossier.",
    # Consultation
    "consultation-protected": "Consultation seule : le dossier du coffre est protégé en écriture. Rien n’a été "
    "changé. Rendez le dossier accessible en écriture, ou copiez-le sur ce poste, puis rouvrez-le.",
    "consultation-full": "Consultation seule : le disque du coffre est plein. Rien n’a été changé. "
    "Libérez de la place, puis rouvrez le coffre.",
    "consultation-in-use": "Consultation seule : le coffre est ouvert ailleurs (ordinateur {host}). Rien n’a été "
    "changé. Fermez-le là-bas, puis rouvrez-le ici.",
    "consultation-chosen": "Consultation seule : le coffre a été ouvert pour lire. Rien n’a été changé. "
    "Rouvrez-le normalement pour modifier.",
    "consultation-personal": "Consultation seule : ouvrir ou sortir des données de personnes doit être noté "
    "au journal des accès, ce qui ne se peut pas ici. Rien n’a été ouvert, rien n’est sorti. Rouvrez le coffre "
    "normalement.",
    "consultation-no-room": "Pour lire sans rien écrire dans le coffre, il faut poser une copie chiffrée sur cet "
    "ordinateur, et il n’y a de place nulle part. Le coffre n’a pas été touché. Libérez de la place, puis recommencez.",
    "vault-busy": "Le coffre est occupé par un autre programme. Rien n’a été enregistré ; recommencez.",
    # Backups and health
    "backup-unknown": "« {name} » n’est pas une sauvegarde. Choisissez le dossier d’une sauvegarde, ou un fichier qu’il contient.",
    "backups-several": "Il y a là les sauvegardes de plusieurs communes. Choisissez le dossier de l’une d’elles.",
    "backup-newer": "La sauvegarde « {name} » a été faite par une version plus récente du programme. Mettez le programme à jour ; rien n’a été touché.",
    "backup-damaged": "La sauvegarde « {name} » est abîmée ou incomplète. Rien n’a été touché ; prenez-en une autre.",
    "backup-foreign": "Cette sauvegarde est celle d’un autre coffre ({found}). Rien n’a été touché.",
    "second-place-away": "« {folder} » n’est pas là. La sauvegarde est faite sur cet ordinateur ; branchez la clé, puis recommencez.",
    "second-place-inside": "Ce dossier est dans le coffre lui-même. Choisissez une clé ou un autre disque.",
    "health-bad": "Le coffre demande une action ({what}) : {then}.",
    # Keys of the vault
    "password-missing": "Donnez le mot de passe.",
    "password-wrong": "Ce n’est pas le bon mot de passe. Vérifiez la touche des majuscules ; le code de secours imprimé ouvre aussi le coffre.",
    "password-too-weak": "Ce mot de passe serait trop facile à deviner. Prenez 12 signes avec majuscule, minuscule, chiffre et signe, 14 signes de trois sortes, ou sept mots.",
    "password-too-long": "Ce mot de passe est trop long : {limit} signes au plus.",
    "password-sign": "Ce mot de passe contient un signe qu’aucun clavier ne tape, un retour à la ligne par exemple. Tapez-le plutôt que de le coller.",
    "recovery-code-incomplete": "Ce code a {count} signes au lieu de {length}. Vérifiez qu’aucun groupe ne manque.",
    "recovery-code-mistyped": "Il y a une faute de frappe dans ce code. Comparez-le groupe par groupe avec la feuille imprimée.",
    "recovery-code-wrong": "Ce code est bien écrit, mais n’est pas celui de ce coffre. Prenez la feuille imprimée en dernier.",
    "user-missing": "Donnez au moins une personne qui ouvrira le coffre.",
    "user-name-missing": "Donnez le nom de la personne.",
    "user-name-twice": "Une personne a déjà ce nom. Choisissez-en un autre.",
    "user-unknown": "Personne n’a ce nom dans ce coffre. Choisissez-en un dans la liste.",
    "user-last": "C’est la dernière personne qui peut ouvrir le coffre. Ajoutez-en d’abord une autre.",
    "users-too-many": "Un coffre a {limit} personnes au plus. Retirez-en d’abord une.",
    "keyring-practice": "Le coffre d’exercice s’ouvre sans mot de passe. Créez un coffre pour de vraies données.",
    "keyring-newer": "Les clés de ce coffre ont été écrites par une version plus récente du programme. "
    "Mettez le programme à jour ; rien n’a été touché.",
    "keyring-missing": "Le fichier des clés (coffre.cles) manque à côté du coffre. Reprenez celui d’une sauvegarde ; le coffre n’a pas été touché.",
    "keyring-old": "Les serrures du coffre (coffre.cles) sont abîmées ou manquent ; les données n’ont pas été touchées. "
    "Celles de la sauvegarde « {name} » peuvent servir, avec un mot de passe d’alors : « ctg restaurer {name} --serrures ».",
    "keyring-sound": "Les serrures du coffre sont lisibles : elles ont été gardées, et celles de la sauvegarde n’ont pas servi.",
    "keyring-unreadable": "Le fichier des clés (coffre.cles) ne peut pas être lu. Vérifiez que le dossier est accessible, puis recommencez.",
    "keyring-damaged": "Le fichier des clés (coffre.cles) est abîmé et n’a pas été touché. Ne l’effacez pas : "
    "celui d’une sauvegarde peut le remplacer.",
    "keyring-not-kept": "Ce qui a été relu des clés n’est pas ce qui a été écrit : cet ordinateur ou ce disque est défaillant. Recommencez, de préférence ailleurs, et gardez les sauvegardes.",
    # Where a vault lies
    "place-network": "Ce dossier est sur le réseau ({name})\u00a0: une coupure pendant l’écriture abîmerait vos données. Choisissez un dossier de cet ordinateur.",
    "place-cloud": "Ce dossier est recopié sur internet par {name}, qui peut en faire deux versions et abîmer vos données. Choisissez un autre dossier de cet ordinateur.",
    "vault-move-differs": "Ce qui a été relu n’est pas ce qui a été copié\u00a0: ce disque est défaillant. Le coffre est resté où il était, sans changement.",
}
