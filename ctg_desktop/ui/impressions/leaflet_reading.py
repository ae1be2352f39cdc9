"""What a leaflet can be made of and what was typed last, read on the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from ctg_desktop.domain.leaflet import LeafletSubject, LeafletTexts, SubjectChoice, SubjectKind
from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.desk import Desk
from ctg_desktop.usecases.office import Office

PREFERENCE = "impressions.leaflet"
DRAFT = "leaflet:texts"


@dataclass(frozen=True, slots=True)
class LeafletReading:
    """What can be chosen and what was chosen or typed last, read on the worker."""

    subjects: tuple[SubjectChoice, ...]
    subject: LeafletSubject
    texts: LeafletTexts
    preference: Mapping[str, Any]
    draft: Mapping[str, Any] | None


def read_leaflet(desk: Desk, subject: LeafletSubject | None) -> LeafletReading:
    """Read a subject; for want of one, that in hand last. Runs on the worker."""
    office: Office = desk.office
    subjects = office.leaflets.subjects(desk.today())
    preference = office.settings.preference(PREFERENCE, {})
    draft = office.drafts.get(DRAFT)
    known = {key_of(one.subject): one for one in subjects}
    if subject is None or (subject.kind is not SubjectKind.CHOSEN and key_of(subject) not in known):
        subject = _first(known, preference, draft)
    return LeafletReading(subjects, subject, office.leaflets.texts(subject), preference, draft)


def _first(
    known: Mapping[str, SubjectChoice],
    preference: Mapping[str, Any],
    draft: Mapping[str, Any] | None,
) -> LeafletSubject:
    """Return the subject typed in, else the last one, else one that holds something, else any."""
    typed = draft["changes"].get("subject", "") if draft else ""
    for key in (typed, preference.get("subject", "")):
        if key in known:
            return known[key].subject
    found = next((one for one in known.values() if one.count), next(iter(known.values()), None))
    return found.subject if found is not None else LeafletSubject(SubjectKind.CHOSEN)


def typed_texts(stored: LeafletReading) -> LeafletTexts | None:
    """Return the texts of a draft of this very subject; ``None`` without one."""
    changes = stored.draft["changes"] if stored.draft else {}
    if changes.get("subject") != key_of(stored.subject):
        return None
    try:
        return msgspec.convert(changes.get("texts"), LeafletTexts)
    except msgspec.ValidationError:
        return None


def key_of(subject: LeafletSubject) -> str:
    """Return what tells a subject from all others in a list."""
    return f"{subject.kind}:{subject.code}"


def subject_word(choice: SubjectChoice) -> str:
    """Return a subject in words, with the number of its entries."""
    count = plural(choice.count, "fiche", "fiches")
    search = choice.subject.kind is SubjectKind.SEARCH
    label = f"Recherche «\u202f{choice.label}\u202f»" if search else choice.label
    return f"{label} – {count}"
