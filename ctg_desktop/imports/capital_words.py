"""Words that decide how a name in capitals is made readable."""

from __future__ import annotations

SMALL = """
a à au aux avec ce ces cet chez d dans de des du en entre est et hors l la le les ou où par pour
qu que qui s sans sous sur un une vers y hui
"""

# Words of at most three letters that are words; others of that length are taken for initials.
SHORT = """
ADO AGE AIR AME AMI ANE ANS ART AXE BAL BAR BEL BIO BLE BOL BON BUS CAP CAR CHA CLE COQ COR COU
COW CRI DIX DON DOS DUO EAU ECO ELU ETE EUX FEE FER FEU FIL FIN FOI FOU FUN GAI GAZ GRE HUE ICI
ILE ILS JEU JOB KID LAC LES LIT LOI LUI MAI MAL MER MES MIL MOI MON MOT MUR NEO NEZ NID NOM NON
NOS NUS OIE OUI PAR PAS PAU PIC PIE PLI POT PRE PRO QUI RAP RAT RIZ ROI RUE SAC SAM SEL SES SKI
SOI SOL SON SUD SUR TES TIR TOI TON TOP TOT UNI VAL VAN VER VIE VIF VIN VOL VOS YES ZEN ZIG ZOO
AN AS IN OR OS SI TU VU NE NU
"""

INITIALS = """
AAPPMA ACCA ADAPEI ADMR AFSEP AMAP ANACR ANCAC APAJH APEEP APEL ASPTT CATM CPIE CUMA FAVEC FCPE
FNACA FNATH GDON GIHP GRETA OCCE OGEC RERS SADIV SIVOM SIVU UDAF UFAC UFCV UFOLEP UNAAPE UNAFAM
UNAPEI UNPRG UNRPA UNSS USEP
"""

# Accents lost at the source, for words that have no other reading.
ACCENTED = """
école écoles élève élèves comité comités fête fêtes théâtre aînés musée église société
communauté municipalité amitié pétanque génération générations éducation développement
équitation étoile éveil échange échanges événement événements bénévole bénévoles solidarité
sécurité santé fédération départementale départemental intérêt intérêts défense médiathèque
bibliothèque création créations activité activités handicapé handicapés agréés agréée forêt café
épicerie crèche collège lycée découverte découvertes cinéma rivière vallée prévention médiation
médiévale régie réseau télé vidéo vélo vélos énergie énergies écologie
"""
