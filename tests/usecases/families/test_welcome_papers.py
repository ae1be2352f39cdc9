"""A family is welcomed in one action, and written to only as it agreed."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    Purpose,
    ReachableEmail,
)
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdView
from ctg_desktop.domain.families.welcome import (
    LeftOut,
    WelcomeOptions,
    WelcomePart,
    WelcomeRemark,
    language_of,
)
from ctg_desktop.domain.labels import LabelOptions
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.papers import Language
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.families.email import EmailDraft
from ctg_desktop.usecases.families.welcome import WelcomePack
from ctg_desktop.usecases.office import Office
from tests.pdf.reading import Tagged

TODAY = today()
SOON = TODAY + timedelta(days=7)
PAPERS = (WelcomePart.NOTICE, WelcomePart.LETTER, WelcomePart.INVITATION)


@pytest.fixture
def loto(office: Office) -> Event:
    """A public date, and two that nobody is invited to: a draft and a cancelled one."""
    at = datetime.combine(SOON, datetime.min.time()).replace(hour=14)
    for title, how in (("Brouillon", {"published": False}), ("Annulée", {"cancelled": True})):
        office.calendar.save(replace(Event(title=title, start=at), **how))
    return office.calendar.save(Event(title="Loto", start=at, place="Salle des fêtes")).event


def prepare(office: Office, family: Household, *parts: WelcomePart) -> WelcomePack:
    return office.welcome.prepare(family.id, WelcomeOptions(parts or PAPERS), TODAY)


def read(draft: EmailDraft) -> EmailMessage:
    message = email.message_from_bytes(draft.content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def changed(office: Office, family: Household, **how: object) -> Household:
    return office.families.save(replace(family, **how), TODAY).household  # type: ignore[arg-type]


@pytest.mark.usefixtures("loto")
def test_a_family_gets_its_papers_in_one_action(office: Office, family: Household) -> None:
    office.directory.save(
        Listing(name="École du Pont", category="childhood-school", published=True)
    )
    pack = office.welcome.prepare(family.id, WelcomeOptions(), TODAY)
    assert tuple(pack.papers) == tuple(WelcomePart)
    assert pack.left_out == {}
    assert pack.invited_to == ("Loto",)
    said = {part: Tagged(paper.content).text for part, paper in pack.papers.items()}
    assert "Your family and its data" in said[WelcomePart.NOTICE]
    assert "Bienvenue dans notre commune" in said[WelcomePart.LETTER]
    assert "Loto – Salle des fêtes" in said[WelcomePart.INVITATION]
    assert "Brouillon" not in said[WelcomePart.INVITATION]
    assert "Annulée" not in said[WelcomePart.INVITATION]
    assert "École du Pont" in said[WelcomePart.BOOKLET]
    assert "Chosen for you" in said[WelcomePart.BOOKLET]
    for paper in pack.papers.values():
        assert "Œuillet" not in paper.name


def test_what_cannot_be_made_is_said_with_its_reason(office: Office, family: Household) -> None:
    pack = office.welcome.prepare(family.id, WelcomeOptions(only_needs=True), TODAY)
    assert pack.left_out == {
        WelcomePart.INVITATION: LeftOut.NOTHING_TO_INVITE_TO,
        WelcomePart.BOOKLET: LeftOut.NOTHING_SERVES,
    }
    nowhere = changed(office, family, address=type(family.address)(), needs=())
    pack = prepare(office, nowhere, WelcomePart.LETTER, WelcomePart.BOOKLET)
    assert pack.remarks == (WelcomeRemark.NO_ADDRESS, WelcomeRemark.NO_NEEDS)


@pytest.mark.usefixtures("loto")
@pytest.mark.parametrize(
    ("how", "reason"),
    [({"objected_on": TODAY}, LeftOut.OBJECTED), ({"left_on": TODAY}, LeftOut.MOVED_AWAY)],
)
def test_who_said_no_or_left_gets_no_letter(
    office: Office, family: Household, how: dict[str, date], reason: LeftOut
) -> None:
    pack = prepare(office, changed(office, family, **how))
    assert set(pack.papers) == {WelcomePart.NOTICE}
    assert pack.left_out == {WelcomePart.LETTER: reason, WelcomePart.INVITATION: reason}


def test_a_letter_waits_for_the_notice(office: Office, family: Household) -> None:
    uninformed = changed(office, family, informed_on=None)
    alone = prepare(office, uninformed, WelcomePart.LETTER)
    assert alone.left_out == {WelcomePart.LETTER: LeftOut.NOT_INFORMED}
    together = prepare(office, uninformed, WelcomePart.NOTICE, WelcomePart.LETTER)
    assert set(together.papers) == {WelcomePart.NOTICE, WelcomePart.LETTER}


@pytest.mark.usefixtures("loto")
def test_what_was_handed_over_is_ticked_and_noted(office: Office, family: Household) -> None:
    uninformed = changed(office, family, informed_on=None, welcome=type(family.welcome)())
    pack = prepare(office, uninformed)
    changes = office.welcome.done(family.id, pack, TODAY)
    assert changes.households == {family.id}
    stored = office.families.get(family.id)
    assert (stored.welcome.letter_on, stored.welcome.invited_on) == (TODAY, TODAY)
    assert stored.welcome.booklet_on is None
    assert stored.welcome.invited_to == "Loto"
    assert stored.informed_on == stored.last_contact == TODAY
    line = office.access_log.rows()[-1].access
    assert (line.kind, line.what, line.ids) == (
        AccessKind.PRINTED,
        "household-welcome",
        (family.id,),
    )


def test_the_first_notice_keeps_its_day(office: Office, family: Household) -> None:
    office.welcome.done(family.id, prepare(office, family, WelcomePart.NOTICE), TODAY)
    assert office.families.get(family.id).informed_on == family.informed_on


@pytest.mark.usefixtures("loto")
def test_files_are_written_without_a_name_and_noted(
    office: Office, family: Household, tmp_path: Path
) -> None:
    reports = office.welcome.write(prepare(office, family), tmp_path)
    assert [one.path.name for one in reports] == [
        "1 Notice d’information.pdf",
        "2 Lettre d’accueil.pdf",
        "3 Invitation.pdf",
    ]
    assert all(one.path.read_bytes().startswith(b"%PDF") for one in reports)
    line = office.access_log.rows()[-1].access
    assert (line.kind, line.what) == (AccessKind.EXPORTED, "household-welcome")


def test_nothing_is_nothing(office: Office, family: Household, tmp_path: Path) -> None:
    empty = prepare(office, family, WelcomePart.INVITATION)
    for ask in (
        lambda: office.welcome.joined(empty),
        lambda: office.welcome.write(empty, tmp_path),
        lambda: office.welcome.done(family.id, empty, TODAY),
    ):
        with pytest.raises(UserError, match="welcome-empty"):
            ask()


def test_a_draft_opens_as_one_and_goes_to_one_address(
    office: Office, family: Household, tmp_path: Path
) -> None:
    pack = prepare(office, family, WelcomePart.NOTICE)
    draft = office.welcome.email(family.id, Purpose.BOOKLET_UPDATES, TODAY, pack)
    message = read(draft)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "o.sabourin@famille.example"
    assert message["Bcc"] is None
    assert message["Subject"] == "Le livret ressources de Civray"
    body = message.get_body()
    assert body is not None
    said = body.get_content()
    assert "La nouvelle édition du livret ressources de Civray est prête" in said
    assert "vous avez accepté d’être contactés par courriel" in said
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "notice-information.pdf"
    assert attached.get_content() == pack.papers[WelcomePart.NOTICE].content
    path = office.welcome.write_email(draft, tmp_path / "courriel.eml")
    assert path.read_bytes() == draft.content
    line = office.access_log.rows()[-1].access
    assert (line.what, line.ids) == ("household-email", (family.id,))


def test_several_families_do_not_see_one_another(office: Office, family: Household) -> None:
    agreed = (ReachableEmail("b@famille.example", family.emails[0].consents),)
    other = office.families.save(replace(family, id="", name="B", emails=agreed), TODAY).household
    silent = office.families.save(replace(family, id="", name="C", emails=()), TODAY).household
    ids = [family.id, other.id, silent.id]
    draft = office.welcome.email_to(ids, Purpose.BOOKLET_UPDATES, TODAY)
    message = read(draft)
    assert message["To"] is None
    assert message["Bcc"] == "o.sabourin@famille.example, b@famille.example"
    assert draft.withheld == ("C",)
    assert draft.carries.ids == (family.id, other.id)


def test_an_address_that_no_message_carries_holds_up_no_other_family(
    office: Office, family: Household
) -> None:
    consents = family.emails[0].consents

    def agreed(name: str, address: str) -> Household:
        emails = (ReachableEmail(address, consents),)
        return office.families.save(
            replace(family, id="", name=name, emails=emails), TODAY
        ).household

    accented = agreed("B", "hélène@famille.example")
    shared = agreed("C", "O.Sabourin@famille.example")
    ids = [accented.id, family.id, shared.id]
    draft = office.welcome.email_to(ids, Purpose.BOOKLET_UPDATES, TODAY)
    assert [one.casefold() for one in draft.addresses] == ["o.sabourin@famille.example"]
    assert draft.withheld == ("B",)
    assert draft.carries.ids == (family.id, shared.id)
    with pytest.raises(UserError, match="email-unsafe"):
        office.welcome.email_to([accented.id], Purpose.BOOKLET_UPDATES, TODAY)


@pytest.mark.parametrize("purpose", [Purpose.WELCOME, Purpose.INVITATIONS, Purpose.COMMUNITY])
def test_no_draft_without_a_consent_for_that_purpose(
    office: Office, family: Household, purpose: Purpose
) -> None:
    with pytest.raises(UserError, match="email-not-agreed"):
        office.welcome.email(family.id, purpose, TODAY)


def test_letters_and_labels_reach_who_may_be_and_name_the_others(
    office: Office, family: Household
) -> None:
    objected = office.families.save(
        replace(family, id="", name="Famille Silence", objected_on=TODAY), TODAY
    ).household
    source = office.welcome.recipients(
        [objected.id, family.id, "unknown", family.id], Purpose.WELCOME, Channel.POST
    )
    gathered = source.gather(TODAY)
    assert [one.name for one in gathered.recipients] == [family.name]
    assert gathered.withheld == ("Famille Silence",)
    made = office.labels.render(source, LabelOptions(), TODAY)
    assert made is not None
    assert made.carries is not None
    assert (made.carries.entity, made.carries.ids) == ("household", (family.id,))
    assert made.missing == ("Famille Silence",)


def test_a_list_may_be_written_to_but_not_all_families(office: Office, family: Household) -> None:
    mailing, asked = office.family_mailing, (Purpose.WELCOME, Channel.POST, TODAY)
    for view in (HouseholdView.ALL, HouseholdView.CURRENT):
        with pytest.raises(UserError, match="families-all"):
            mailing.recipients_of_list(HouseholdFilter(view, text="civray"), *asked)
    (need, *_) = family.needs
    for wanted, found in (
        (HouseholdFilter(HouseholdView.ISOLATED), [family.id]),
        (HouseholdFilter(HouseholdView.CURRENT, need=need), [family.id]),
        (HouseholdFilter(HouseholdView.ISOLATED, need="job"), []),
    ):
        source = mailing.recipients_of_list(wanted, *asked)
        assert [one.id for one in source.gather(TODAY).recipients] == found


@pytest.mark.usefixtures("loto")
def test_several_families_are_ticked_by_one_change(office: Office, family: Household) -> None:
    other = office.families.save(replace(family, id="", name="B"), TODAY).household
    ids = [family.id, other.id, "erased-meanwhile"]
    changes = office.family_mailing.done(ids, WelcomePart.INVITATION, TODAY)
    assert changes.households == {family.id, other.id}
    for one in (family, other):
        stored = office.families.get(one.id)
        assert (stored.welcome.invited_on, stored.welcome.invited_to) == (TODAY, "Loto")
        assert stored.welcome.letter_on == one.welcome.letter_on
    office.journal.undo(changes.change_set)
    assert office.families.get(other.id).welcome == other.welcome


@pytest.mark.usefixtures("loto")
def test_an_invitation_goes_by_email_to_who_agreed_to_invitations(
    office: Office, family: Household
) -> None:
    def reached_for(*purposes: Purpose) -> list[str | None]:
        consents = tuple(ChannelConsent(one, TODAY) for one in purposes)
        told = changed(office, family, emails=(ReachableEmail("o@famille.example", consents),))
        pack = prepare(office, told)
        message = read(office.welcome.email(told.id, Purpose.WELCOME, TODAY, pack))
        return [one.get_filename() for one in message.iter_attachments()]

    assert reached_for(Purpose.WELCOME) == ["notice-information.pdf"]
    assert reached_for(Purpose.WELCOME, Purpose.INVITATIONS) == [
        "notice-information.pdf",
        "invitation.pdf",
    ]


def test_titles_that_have_no_room_are_told_to_be_more(office: Office, family: Household) -> None:
    for number in range(8):
        at = datetime.combine(SOON, datetime.min.time()).replace(hour=number + 9)
        office.calendar.save(Event(title=f"{number} {'Veillée ' * 24}".strip(), start=at))
    office.welcome.done(family.id, prepare(office, family, WelcomePart.INVITATION), TODAY)
    told = office.families.get(family.id).welcome.invited_to
    assert told.startswith("0 Veillée")
    assert told.endswith(", …")


@pytest.mark.parametrize(
    ("spoken", "language"),
    [
        ((), Language.FRENCH),
        (("fr",), Language.FRENCH),
        (("fr", "en"), Language.BOTH),
        (("uk",), Language.BOTH),
        (("fr", "pt"), Language.FRENCH),
    ],
)
def test_the_booklet_speaks_what_helps(spoken: tuple[str, ...], language: Language) -> None:
    assert language_of(Household(languages=spoken)) is language


def test_a_consent_of_tomorrow_does_not_hold_today(office: Office, family: Household) -> None:
    later = (ChannelConsent(Purpose.WELCOME, TODAY + timedelta(days=1)),)
    household = replace(family, emails=(ReachableEmail("a@famille.example", later),))
    stored = office.families.save(household, TODAY + timedelta(days=1)).household
    with pytest.raises(UserError, match="email-not-agreed"):
        office.welcome.email(stored.id, Purpose.WELCOME, TODAY)
