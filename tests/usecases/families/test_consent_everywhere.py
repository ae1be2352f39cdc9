"""No path prints, writes or e-mails what was not agreed to; each path is known by name.

``DOORS`` lists every use case that meets families. One that is added and not listed fails; one that
lets something out has a path in ``PATHS``, tried with families of every kind against rules that are
written here once more.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from email import message_from_bytes, policy
from enum import Enum
from io import BytesIO
from itertools import count
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.figure_tables import exact_tables, head, masked_head, masked_tables
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
)
from ctg_desktop.domain.families.listing import HouseholdView
from ctg_desktop.domain.families.welcome import WelcomeOptions, WelcomePart
from ctg_desktop.domain.labels import LabelOptions
from ctg_desktop.domain.letter import LetterModel, LetterOptions
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.papers import BookletOptions
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.exports import ExportFormat
from ctg_desktop.usecases.families.recipients import households, recipient_of_family
from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY, make_locked

TODAY = today()
USE_CASES = Path(__file__).resolve().parents[3] / "ctg_desktop" / "usecases"
NUMBERS = count(1)


class Door(Enum):
    """What a use case does with families."""

    STAYS = "shown to whoever works in the town hall"
    WRITES = "changes the vault"
    OWN = "given to the family itself, which has a right to it"
    NAMELESS = "holds nobody's data"
    LEAVES = "lets something out: tried below"


DOORS: Mapping[str, Door] = {
    **dict.fromkeys(
        (
            "families.families:Families.counts",
            "families.families:Families.get",
            "families.families:Families.index",
            "families.families:Families.look",
            "families.families:Families.names",
            "families.families:Families.notes",
            "families.families:Families.open",
            "families.families:Families.rows",
            "families.families:Families.similar",
            "families.referrals:Referrals.get",
            "families.referrals:Referrals.of",
            "families.referrals:Referrals.recent",
            "families.rights:FamilyRights.due",
            "families.rights:FamilyRights.review_day",
        ),
        Door.STAYS,
    ),
    **dict.fromkeys(
        (
            "demo_families:store_demo_families",
            "families.families:Families.add_note",
            "families.families:Families.call_back",
            "families.families:Families.come_back",
            "families.families:Families.delete_note",
            "families.families:Families.leave",
            "families.families:Families.object",
            "families.families:Families.save",
            "families.families:Families.save_note",
            "families.families:Families.save_settings",
            "families.families:Families.withdraw",
            "families.families:note_contact",
            "families.referrals:Referrals.add",
            "families.referrals:Referrals.delete",
            "families.referrals:Referrals.save",
            "families.rights:FamilyRights.erase",
            "families.rights:FamilyRights.prolong",
            "families.rights:FamilyRights.tidy_up",
            "families.welcome:Welcome.done",
        ),
        Door.WRITES,
    ),
    **dict.fromkeys(
        (
            "families.papers:dossier_paper",
            "families.rights:FamilyRights.dossier",
            "families.rights:FamilyRights.dossier_json",
            "families.rights:FamilyRights.dossier_paper",
        ),
        Door.OWN,
    ),
    **dict.fromkeys(
        (
            "families.families:Families.settings",
            "families.figures:FamilyFigures.sent",
            "families.figures:FamilyFigures.years",
            "families.papers:certificate_paper",
            "families.papers:processing_entry",
            "families.referrals:Referrals.proposals",
            "families.rights:FamilyRights.certificate",
            "families.rights:FamilyRights.processing_entry",
            "families.welcome_papers:WelcomePapers.remarks",
            "home:Home.summary",
        ),
        Door.NAMELESS,
    ),
    **dict.fromkeys(
        (
            "families.email:FamilyEmails.to_family",
            "families.email:FamilyEmails.to_several",
            "families.figures:FamilyFigures.masked",
            "families.figures:FamilyFigures.paper",
            "families.figures:FamilyFigures.write",
            "families.figures:FamilyFigures.year",
            "families.recipients:HandedOver.gather",
            "families.recipients:HouseholdRecipients.gather",
            "families.recipients:households",
            "families.recipients:recipient_of_family",
            "families.welcome:Welcome.email",
            "families.welcome:Welcome.email_to",
            "families.welcome:Welcome.joined",
            "families.welcome:Welcome.prepare",
            "families.welcome:Welcome.recipients",
            "families.welcome:Welcome.recipients_of_view",
            "families.welcome:Welcome.write",
            "families.welcome:Welcome.write_email",
            "families.welcome_papers:WelcomePapers.booklet",
            "families.welcome_papers:WelcomePapers.invitation",
            "families.welcome_papers:WelcomePapers.letter",
            "families.welcome_papers:WelcomePapers.notice",
        ),
        Door.LEAVES,
    ),
}


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


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("consent") / "coffre"
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    with open_office(folder, "accueil", KEY) as opened:
        opened.directory.save(Listing(name="École", category="childhood-school", published=True))
        yield opened


DAYS = st.integers(0, 400).map(lambda ago: TODAY - timedelta(days=ago))
MAYBE = st.none() | DAYS


@st.composite
def consents(draw: st.DrawFn) -> tuple[ChannelConsent, ...]:
    made = []
    for purpose in draw(st.lists(st.sampled_from(Purpose), unique=True)):
        given_on = draw(DAYS)
        taken_back = draw(st.booleans())
        made.append(ChannelConsent(purpose, given_on, "", TODAY if taken_back else None))
    return tuple(made)


@st.composite
def families(draw: st.DrawFn) -> Household:
    """Draw a household; its name and the ways to reach it are its own."""
    number = next(NUMBERS)
    phones = tuple(
        ReachablePhone(f"+3363998{number % 1000:03}{at}", draw(consents()))
        for at in range(draw(st.integers(0, 2)))
    )
    emails = tuple(
        ReachableEmail(f"zq{number}x{at}@famille.example", draw(consents()))
        for at in range(draw(st.integers(0, 2)))
    )
    return Household(
        name=f"Famille Zq{number}x",
        arrival_date=draw(MAYBE),
        address=Address(("3, rue Haute",), "86400", "Civray"),
        phones=phones,
        emails=emails,
        persons=(Person("Ada", f"Zq{number}x"),),
        informed_on=draw(MAYBE),
        objected_on=draw(st.none() | st.none() | DAYS),
        left_on=draw(st.none() | st.none() | DAYS),
    )


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(BytesIO(content)) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def letters(tried: Tried) -> None:
    """A letter by post, which names the ways to reach them."""
    model = LetterModel(name="x", subject="x", body="{nom} {telephone} {courriel}")
    for purpose in Purpose:
        source = tried.office.welcome.recipients([tried.household.id], purpose, Channel.POST)
        options = LetterOptions(TODAY, unaddressed=True)
        prepared = tried.office.letters.prepare(model, source, options)
        said = str([(one.recipient, one.body) for one in prepared.letters])
        assert (tried.name in said.lower()) is tried.allowed.post(purpose)
        tried.only(said, purpose)


def letters_on_paper(tried: Tried) -> None:
    source = tried.office.welcome.recipients(
        [tried.household.id], Purpose.INVITATIONS, Channel.POST
    )
    options = LetterOptions(TODAY)
    model = tried.office.letter_settings.model("rencontres")
    prepared = tried.office.letters.prepare(model, source, options)
    made = tried.office.letters.render(prepared, options)
    assert (made is not None) is tried.allowed.post(Purpose.INVITATIONS)


def labels(tried: Tried) -> None:
    for purpose in (Purpose.WELCOME, Purpose.COMMUNITY):
        source = tried.office.welcome.recipients([tried.household.id], purpose, Channel.POST)
        made = tried.office.labels.render(source, LabelOptions(), TODAY)
        assert (made is not None) is tried.allowed.post(purpose)


def recipients(tried: Tried) -> None:
    for channel in Channel:
        for purpose in Purpose:
            ids = [tried.household.id]
            found = tried.office.welcome.recipients(ids, purpose, channel).gather(TODAY)
            assert bool(found.recipients) is tried.allowed.by(channel, purpose)
            assert bool(found.withheld) is not tried.allowed.by(channel, purpose)
            tried.only(str(found.recipients), purpose)
            tried.only(str(recipient_of_family(tried.household, purpose, TODAY)), purpose)


def recipients_of_a_view(tried: Tried) -> None:
    for view in HouseholdView:
        if view in (HouseholdView.CURRENT, HouseholdView.ALL):
            with pytest.raises(UserError, match="families-all"):
                tried.office.welcome.recipients_of_view(view, Purpose.WELCOME, Channel.POST, TODAY)
            continue
        source = tried.office.welcome.recipients_of_view(view, Purpose.WELCOME, Channel.POST, TODAY)
        named = {one.id for one in source.gather(TODAY).recipients}
        assert tried.allowed.post(Purpose.WELCOME) or tried.household.id not in named


def welcome(tried: Tried) -> None:
    """What is handed over: with the notice, they are told; without it, they must have been."""
    for parts in (tuple(WelcomePart), (WelcomePart.LETTER, WelcomePart.INVITATION)):
        told = WelcomePart.NOTICE in parts
        wanted = tuple(one for one in parts if one is not WelcomePart.BOOKLET)
        pack = tried.office.welcome.prepare(tried.household.id, WelcomeOptions(wanted), TODAY)
        allowed = tried.allowed.post(Purpose.WELCOME, told=told)
        assert (WelcomePart.LETTER in pack.papers) is allowed
        assert (WelcomePart.LETTER in pack.left_out) is not allowed
        if told:
            tried.silent_about(text_of(pack.papers[WelcomePart.NOTICE].content))
            tried.only(text_of(tried.office.welcome.joined(pack).content), Purpose.WELCOME)


def one_email(tried: Tried) -> None:
    for purpose in Purpose:
        agreed = tried.allowed.emails(purpose)
        if not agreed:
            with pytest.raises(UserError, match="email-not-agreed"):
                tried.office.welcome.email(tried.household.id, purpose, TODAY)
            continue
        draft = tried.office.welcome.email(tried.household.id, purpose, TODAY)
        assert set(draft.addresses) == agreed
        tried.only(_message(draft.content), purpose)


def one_email_to_several(tried: Tried) -> None:
    neighbour = replace(
        tried.household,
        id="",
        name="Famille Voisine",
        phones=(),
        emails=(
            ReachableEmail(
                "voisine@autre.example",
                tuple(ChannelConsent(one, TODAY) for one in Purpose),
            ),
        ),
        persons=(),
        objected_on=None,
        left_on=None,
    )
    other = tried.office.families.save(neighbour, TODAY).household
    for purpose in Purpose:
        ids = [other.id, tried.household.id]
        draft = tried.office.welcome.email_to(ids, purpose, TODAY)
        assert set(draft.addresses) - {"voisine@autre.example"} == tried.allowed.emails(purpose)
        said = _message(draft.content)
        tried.only(said, purpose)
        assert tried.name not in said.lower().replace(f"{tried.name}0@", "").replace(
            f"{tried.name}1@", ""
        )


def figures(tried: Tried) -> None:
    for year in tried.office.family_figures.years(TODAY):
        exact = tried.office.family_figures.year(year, TODAY)
        masked = tried.office.family_figures.masked(year, TODAY)
        tried.silent_about(f"{head(exact)} {exact_tables(exact)} {exact}")
        tried.silent_about(f"{masked_head(masked)} {masked_tables(masked)} {masked}")
    tried.silent_about(text_of(tried.office.family_figures.paper(masked).content))


def exports(tried: Tried) -> None:
    for wanted in ExportFormat:
        target = tried.folder / f"annuaire.{wanted}"
        tried.office.exports.export(target, wanted, TODAY)
        tried.silent_about(target.read_bytes().decode("latin-1"))


def booklet(tried: Tried) -> None:
    made = tried.office.booklets.render(TODAY, BookletOptions(needs=tried.household.needs))
    tried.silent_about(text_of(made.content))


def gathered(tried: Tried) -> None:
    """Whole households are for the rules alone: what is made of them is tried above."""
    (found,) = households(tried.office._vault, [tried.household.id, "inconnu"])
    assert found == tried.household


PATHS: Mapping[str, Callable[[Tried], None]] = {
    "families.recipients:HouseholdRecipients.gather": recipients,
    "families.recipients:HandedOver.gather": welcome,
    "families.recipients:recipient_of_family": recipients,
    "families.recipients:households": gathered,
    "families.welcome:Welcome.recipients": letters,
    "families.welcome:Welcome.recipients, on paper": letters_on_paper,
    "families.welcome:Welcome.recipients, labels": labels,
    "families.welcome:Welcome.recipients_of_view": recipients_of_a_view,
    "families.welcome:Welcome.prepare": welcome,
    "families.welcome:Welcome.joined": welcome,
    "families.welcome:Welcome.write": welcome,
    "families.welcome_papers:WelcomePapers.notice": welcome,
    "families.welcome_papers:WelcomePapers.letter": welcome,
    "families.welcome_papers:WelcomePapers.invitation": welcome,
    "families.welcome_papers:WelcomePapers.booklet": booklet,
    "families.email:FamilyEmails.to_family": one_email,
    "families.email:FamilyEmails.to_several": one_email_to_several,
    "families.welcome:Welcome.email": one_email,
    "families.welcome:Welcome.email_to": one_email_to_several,
    "families.welcome:Welcome.write_email": one_email,
    "families.figures:FamilyFigures.masked": figures,
    "families.figures:FamilyFigures.year": figures,
    "families.figures:FamilyFigures.paper": figures,
    "families.figures:FamilyFigures.write": figures,
    "exports of the directory": exports,
}

OPEN = Household(
    name="Famille Zq0x",
    address=Address(("3, rue Haute",), "86400", "Civray"),
    phones=(ReachablePhone("+33639980000"),),
    emails=(ReachableEmail("zq0x0@famille.example", (ChannelConsent(Purpose.WELCOME, TODAY),)),),
    persons=(Person("Ada", "Zq0x"),),
    informed_on=TODAY,
)


@pytest.mark.parametrize("path", sorted({one.__name__ for one in PATHS.values()}))
def test_no_path_lets_out_what_was_not_agreed_to(
    path: str, office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check = next(one for one in PATHS.values() if one.__name__ == path)
    folder = tmp_path_factory.mktemp("sorties")

    @settings(max_examples=12)
    @example(OPEN)
    @example(replace(OPEN, objected_on=TODAY))
    @example(replace(OPEN, left_on=TODAY))
    @example(replace(OPEN, informed_on=None))
    @given(families())
    def tried(household: Household) -> None:
        stored = office.families.save(household, TODAY).household
        check(Tried(office, stored, folder))

    tried()


def test_every_use_case_that_meets_families_is_listed() -> None:
    assert set(_met()) == set(DOORS)


def test_whatever_lets_something_out_is_tried() -> None:
    leaving = {name for name, door in DOORS.items() if door is Door.LEAVES}
    assert leaving <= set(PATHS)


def _met() -> Iterator[str]:
    """Yield the public use cases of modules that read households or know their kinds."""
    for file in sorted(USE_CASES.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        module = ".".join(file.relative_to(USE_CASES).with_suffix("").parts)
        if module != "office" and any(map(_meets, ast.walk(tree))):
            yield from (f"{module}:{name}" for name in _public(tree))


def _meets(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        rooms = ("ctg_desktop.domain.families", "ctg_desktop.usecases.families")
        return (node.module or "").startswith(rooms)
    attributes = {"households", "notes", "referrals", "tallies"}
    return isinstance(node, ast.Attribute) and node.attr in attributes


def _public(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}"


def _message(content: bytes) -> str:
    """Return the headers and the text of a draft."""
    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    return f"{message.items()} {body.get_content()}"
