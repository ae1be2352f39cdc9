"""The JSON form of a dossier: plain keys, the shapes that commands read."""

from __future__ import annotations

from typing import Any

import msgspec

from ctg_desktop.domain import json_shape
from ctg_desktop.domain.families.dossier import Dossier
from ctg_desktop.domain.history import ChangeSet


def dossier_to_json(dossier: Dossier) -> bytes:
    """Return a dossier as one indented JSON document in UTF-8."""
    plain = {
        "owner": dossier.owner,
        "household": json_shape.write(dossier.household),
        "notes": [json_shape.write(note) for note in dossier.notes],
        "referrals": [json_shape.write(referral) for referral in dossier.referrals],
        "history": [_change(change) for change in dossier.history],
        "accesses": [
            {
                "at": row.access.at,
                "by": row.access.actor,
                "kind": row.access.kind.value,
                "what": row.access.what,
            }
            for row in dossier.accesses
        ],
        "review_on": dossier.review_on,
    }
    return msgspec.json.format(msgspec.json.encode(plain), indent=1)


def _change(change: ChangeSet) -> dict[str, Any]:
    return {
        "at": change.at,
        "by": change.actor,
        "what": change.label,
        "changes": [
            {
                "record": one.entity,
                "operation": one.operation.value,
                "fields": {
                    field: {"before": before, "after": after}
                    for field, (before, after) in one.fields.items()
                },
            }
            for one in change.changes
        ],
    }
