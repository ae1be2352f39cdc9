"""What was typed of a new family, brought into the one that is known already."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.rules import address_of, merged, number_of
from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.errors import UserError

T = TypeVar("T")


def with_typed(known: Household, typed: Household) -> Household:
    """Return a known household with what was typed of a new one; nothing known is lost.

    Args:
        known: As it is stored.
        typed: As far as it was typed.
    """
    phones = (replace(one, number=_number(one.number)) for one in typed.phones)
    persons = {(one.first_name.casefold(), one.last_name.casefold()) for one in known.persons}
    return replace(
        known,
        arrival_date=known.arrival_date or typed.arrival_date,
        address=typed.address if typed.address.lines else known.address,
        phones=merged((*known.phones, *phones), number_of),
        emails=merged((*known.emails, *typed.emails), address_of),
        persons=(
            *known.persons,
            *(
                one
                for one in typed.persons
                if (one.first_name.casefold(), one.last_name.casefold()) not in persons
            ),
        ),
        needs=_joined(known.needs, typed.needs),
        languages=_joined(known.languages, typed.languages),
        isolated=known.isolated or typed.isolated,
        isolated_through=typed.isolated_through or known.isolated_through,
        referent=typed.referent or known.referent,
        informed_on=known.informed_on or typed.informed_on,
        objected_on=known.objected_on or typed.objected_on,
        call_back_on=typed.call_back_on or known.call_back_on,
        note="\n".join(dict.fromkeys(filter(None, (known.note, typed.note)))),
    )


def _number(text: str) -> str:
    """Return a number as it is stored, or as it was typed where it is none yet."""
    try:
        return parse_phone(text)
    except UserError:
        return text


def _joined(known: tuple[T, ...], typed: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*known, *typed)))
