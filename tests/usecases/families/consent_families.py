"""Families of every kind, what each agreed to, and what may be told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path

from hypothesis import strategies as st

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
)
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office

TODAY = today()
NUMBERS = count(1)


@dataclass(frozen=True)
class Allowed:
    """What a family agreed to, by rules of this test's own."""

    household: Household

    @property
    def silent(self) -> bool:
        return bool(self.household.objected_on or self.household.left_on)

    def phones(self, purpose: Purpose) -> set[str]:
        return {one.number for one in self.household.phones if self._agreed(one, purpose)}

    def emails(self, purpose: Purpose) -> set[str]:
        return {one.address for one in self.household.emails if self._agreed(one, purpose)}

    def post(self, purpose: Purpose, *, told: bool = False) -> bool:
        reachable = (*self.household.phones, *self.household.emails)
        anywhere = any(self._agreed(one, purpose) for one in reachable)
        informed = told or self.household.informed_on is not None
        return informed and not self.silent and (purpose is not Purpose.COMMUNITY or anywhere)

    def by(self, channel: Channel, purpose: Purpose) -> bool:
        if channel is Channel.POST:
            return self.post(purpose)
        found = self.phones(purpose) if channel is Channel.PHONE else self.emails(purpose)
        return bool(found)

    def _agreed(self, reachable: ReachablePhone | ReachableEmail, purpose: Purpose) -> bool:
        return not self.silent and any(
            one.purpose is purpose and one.withdrawn_on is None for one in reachable.consents
        )


@dataclass(frozen=True)
class Tried:
    """A stored family, what it agreed to, and the use cases."""

    office: Office
    household: Household
    folder: Path

    @property
    def allowed(self) -> Allowed:
        return Allowed(self.household)

    @property
    def name(self) -> str:
        return self.household.name.split()[1].lower()

    def silent_about(self, said: str) -> None:
        """Check that a text tells of nobody."""
        words = {self.name, *self.reachable}
        assert not [word for word in words if word in said.lower()]

    @property
    def reachable(self) -> set[str]:
        numbers = {_digits(one.number) for one in self.household.phones}
        return numbers | {one.address for one in self.household.emails}

    def only(self, said: str, purpose: Purpose) -> None:
        """Check that a text names no phone and no address but those agreed to."""
        agreed = {_digits(one) for one in self.allowed.phones(purpose)}
        agreed |= self.allowed.emails(purpose)
        told = said.lower().replace("\u202f", "").replace("\xa0", "").replace(" ", "")
        assert {one for one in self.reachable if one in told} <= agreed


def _digits(number: str) -> str:
    return number.removeprefix("+33")


DAYS = st.integers(0, 400).map(lambda ago: TODAY - timedelta(days=ago))
MAYBE = st.none() | DAYS


@st.composite
def consents(draw: st.DrawFn) -> tuple[ChannelConsent, ...]:
    made = []
    for purpose in draw(st.lists(st.sampled_from(Purpose), unique=True)):
        given_on = draw(DAYS)
        taken_back = draw(st.booleans())
        made.append(ChannelConsent(purpose, given_on, "", TODAY if taken_back else None))
        if taken_back and draw(st.booleans()):
            made.append(ChannelConsent(purpose, TODAY, "de nouveau"))
    return tuple(made)


@st.composite
def families(draw: st.DrawFn) -> Household:
    """Draw a household; :func:`own` gives it its name and the ways to reach it."""
    phones = tuple(
        ReachablePhone(f"+3363998000{at}", draw(consents()))
        for at in range(draw(st.integers(0, 2)))
    )
    emails = tuple(
        ReachableEmail(f"zq{at}@famille.example", draw(consents()))
        for at in range(draw(st.integers(0, 2)))
    )
    return Household(
        name="Famille Zq",
        arrival_date=draw(MAYBE),
        address=Address(("3, rue Haute",), "86400", "Civray"),
        phones=phones,
        emails=emails,
        persons=(Person("Ada", "Zq"),),
        informed_on=draw(MAYBE),
        objected_on=draw(st.none() | st.none() | DAYS),
        left_on=draw(st.none() | st.none() | DAYS),
    )


OPEN = Household(
    name="Famille Zq",
    address=Address(("3, rue Haute",), "86400", "Civray"),
    phones=(ReachablePhone("+33639980000"),),
    emails=(ReachableEmail("zq0@famille.example", (ChannelConsent(Purpose.WELCOME, TODAY),)),),
    persons=(Person("Ada", "Zq"),),
    informed_on=TODAY,
)


def own(household: Household) -> Household:
    """Give a family a name and ways to reach it that no other has, nor one that a search forgives.

    The vault keeps the families of all examples: what is found by a name is this family alone.
    """
    number = next(NUMBERS)
    word = f"zq{sha256(str(number).encode()).hexdigest()[:12]}"
    return replace(
        household,
        name=f"Famille {word}",
        persons=tuple(replace(one, last_name=word) for one in household.persons),
        phones=tuple(
            replace(one, number=f"+3363998{number % 1000:03}{at}")
            for at, one in enumerate(household.phones)
        ),
        emails=tuple(
            replace(one, address=f"{word}{at}@famille.example")
            for at, one in enumerate(household.emails)
        ),
    )
