"""What column headers mean, as town halls and public tables write them."""

from __future__ import annotations

from functools import cache

from ctg_desktop.domain.column_mapping import DAY_TARGETS, Target
from ctg_desktop.imports.existing import name_key
from ctg_desktop.imports.weekly_hours import DAYS

# Below this likeness a header is unknown rather than misspelt.
ALIKE = 88.0
SHORTEST_MISSPELT = 5

# Headers as name_key gives them; the longest first where they begin alike.
_SYNONYMS: dict[Target, str] = {
    Target.NAME: (
        "nom|name|titre|intitulé|dénomination|raison sociale|association|structure|organisme|"
        "établissement|enseigne|nom association|nom de l association|nom de la structure|"
        "nom structure|nom du service|nom du lieu|nom usuel|nom commercial|nom de l organisme|"
        "nom de l entreprise|entreprise|commerce|service|lib fs|libellé|nom établissement"
    ),
    Target.KIND: "nature|nature de la fiche",
    Target.CATEGORY: "rubrique|catégorie|chapitre",
    Target.THEMES: "thèmes|thème|thématique|thématiques",
    Target.SUMMARY: (
        "résumé|présentation résumé|description courte|objet|activité|activités|type|"
        "type d activité|discipline|disciplines|en bref|domaine|secteur|sport"
    ),
    Target.DESCRIPTION: (
        "description|présentation|présentation détail|présentation détaillée|descriptif|détails|"
        "informations|informations complémentaires|commentaire|commentaires|observation|"
        "observations|remarque|remarques|mission|missions|divers|infos"
    ),
    Target.DESCRIPTION_EN: "description en anglais|english description",
    Target.ADDRESS: (
        "adresse|adresse 1|adresse 2|adresse 3|adresse complète|adresse postale|"
        "complément adresse|complément d adresse|adresse du siège|siège|siège social|rue|voie|"
        "lieu dit|bâtiment|lieu|adresse ligne 1|adresse ligne 2|localisation|numéro et voie|address"
    ),
    Target.POSTAL_CODE: "code postal|cp|codepostal|code post|zip",
    Target.CITY: (
        "commune|ville|localité|lib com|libellé commune|nom commune|nom de la commune|city"
    ),
    Target.INSEE_CODE: (
        "code insee|insee|insee com|code commune|code insee commune|depcom|codgeo|code com|"
        "citycode|code officiel géographique"
    ),
    Target.DELEGATED_COMMUNE: "commune déléguée|ancienne commune",
    Target.PHONES: (
        "téléphone|téléphones|tel|tél 1|tél 2|téléphone 1|téléphone 2|fixe|mobile|portable|"
        "téléphone fixe|téléphone portable|téléphone mobile|tel fixe|tel portable|tel mobile|"
        "numéro de téléphone|n de téléphone|n téléphone|phone|gsm|standard"
    ),
    Target.PRIVATE_PHONES: (
        "téléphone personnel|téléphone privé|tel personnel|tel perso|tel privé|portable personnel|"
        "portable perso|téléphone perso"
    ),
    Target.EMAILS: (
        "mail|mails|email|emails|e mail|courriel|courriels|adresse mail|adresse email|"
        "adresse e mail|adresse électronique|adresse courriel|mél|messagerie|contact mail"
    ),
    Target.PRIVATE_EMAILS: (
        "mail personnel|mail perso|email personnel|courriel personnel|mail privé"
    ),
    Target.WEBSITE: (
        "site|site web|site internet|internet|web|url|page web|website|lien site|adresse du site|"
        "facebook|page facebook"
    ),
    Target.OPENING_HOURS: (
        "horaires|horaire|horaires d ouverture|horaires ouverture|heures d ouverture|"
        "horaires d accueil|horaires accueil|jours et horaires|permanence|permanences|"
        "jours d ouverture|opening hours|ouverture|jours et heures d ouverture"
    ),
    Target.HOURS_COMMENT: "commentaire horaires|précisions horaires|horaires commentaire",
    Target.AUDIENCE: (
        "public|publics|public visé|publics accueillis|public accueilli|tranche d âge|âge|âges|"
        "public concerné|publics spécifiquement adressés"
    ),
    Target.PRICE: "tarif|tarifs|prix|coût|cotisation|cotisations|frais|frais à charge|montant",
    Target.CONDITIONS: (
        "conditions|condition|conditions accès|conditions d accès|modalités|modalités accès|"
        "modalités d accès|inscription|inscriptions|conditions d inscription"
    ),
    Target.ACCESSIBILITY: "accessibilité|accès pmr|pmr|accessibilité lieu|accès handicapés",
    Target.COVERAGE: "portée|rayonnement|périmètre",
    Target.CONTACT_NAME: (
        "contact|responsable|président|présidente|nom du président|nom président|interlocuteur|"
        "référent|personne à contacter|personne contact|nom du contact|nom du responsable|"
        "dirigeant|président e|nom du référent|correspondant|gérant|propriétaire"
    ),
    Target.CONTACT_ROLE: "fonction|qualité|rôle|fonction du contact",
    Target.CONTACT_PHONE: (
        "téléphone du contact|téléphone du président|téléphone président|tel président|"
        "tel du président|portable du président|téléphone du responsable|tel responsable|"
        "téléphone contact|tel contact|téléphone responsable|portable président"
    ),
    Target.CONTACT_EMAIL: (
        "courriel du contact|mail du président|mail président|email président|mail du responsable|"
        "mail responsable|courriel du président|email du contact"
    ),
    Target.RNA: "rna|numéro rna|n rna|waldec|numéro waldec|code rna|identifiant rna",
    Target.SIRET: "siret|numéro siret|n siret|code siret|pivot|siret de l établissement",
    Target.DILA: "identifiant annuaire de l administration",
    Target.SOURCE: "source",
    Target.SKIP_MARK: "ignore|ignorer|à ignorer",
}

# Headers that look like others and mean nothing here.
_MEANINGLESS = (
    "id|identifiant|latitude|longitude|lat|lon|lng|x|y|clé ban|insee dep|département|"
    "code département|région|groupe|itinérance|format fs|labellisation|id fs|typologie|"
    "date maj|date de mise à jour|labels nationaux|labels autres|lien source|prise rdv|"
    "structure parente|services|n|numéro|num|structure id|fax|télécopie"
)
_DAY_HEADERS = "{0}|h {0}|horaires {0}|{0} matin|{0} après midi"


def target_of(header: str) -> Target | None:
    """Return what a header says that its column fills; ``None`` when it says nothing known.

    ``Target.IGNORED`` means that the header is known not to matter.
    """
    key = name_key(header)
    if not key:
        return None
    known = _known()
    for spelling in (key, key.rstrip("s")):
        if spelling in known:
            return known[spelling]
    return _misspelt(key)


def _misspelt(key: str) -> Target | None:
    if len(key) < SHORTEST_MISSPELT or len(key) > 40:
        return None
    from rapidfuzz import fuzz, process

    found = process.extractOne(key, _known().keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return _known()[found[0]] if found else None


@cache
def _known() -> dict[str, Target]:
    words = _SYNONYMS | {
        target: _DAY_HEADERS.format(day) for day, target in zip(DAYS, DAY_TARGETS, strict=True)
    }
    words[Target.IGNORED] = _MEANINGLESS
    return {name_key(one): target for target, group in words.items() for one in group.split("|")}
