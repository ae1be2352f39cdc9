"""Every path on which something of families leaves, tried with one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from email import message_from_bytes, policy
from io import BytesIO

import pypdfium2
import pytest

from ctg_desktop.domain.families.figure_tables import exact_tables, head, masked_head, masked_tables
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Purpose,
    ReachableEmail,
)
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.families.welcome import WelcomeOptions, WelcomePart
from ctg_desktop.domain.labels import LabelOptions
from ctg_desktop.domain.letter import LetterModel, LetterOptions
from ctg_desktop.domain.papers import BookletOptions
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.exports import ExportFormat
from ctg_desktop.usecases.families.recipients import households, recipient_of_family
from tests.usecases.families.consent_families import TODAY, Tried


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(BytesIO(content)) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def _message(content: bytes) -> str:
    """Return the headers and the text of a draft."""
    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    return f"{message.items()} {body.get_content()}"


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


def recipients_of_a_list(tried: Tried) -> None:
    mailing, asked = tried.office.family_mailing, (Purpose.WELCOME, Channel.POST, TODAY)
    for view in (HouseholdView.CURRENT, HouseholdView.ALL):
        with pytest.raises(UserError, match="families-all"):
            mailing.recipients_of_list(HouseholdFilter(view, text="famille"), *asked)
    for view in HouseholdView:
        for need in ("", *tried.household.needs):
            if view in (HouseholdView.CURRENT, HouseholdView.ALL) and not need:
                continue
            source = mailing.recipients_of_list(HouseholdFilter(view, need), *asked)
            named = {one.id for one in source.gather(TODAY).recipients}
            assert tried.allowed.post(Purpose.WELCOME) or tried.household.id not in named


def list_written_to(tried: Tried) -> None:
    """Letters, invitations, labels and one e-mail, to each list in which the family stands."""
    families = tried.office.families
    for view in set(HouseholdView) - {HouseholdView.CURRENT, HouseholdView.ALL}:
        wanted = HouseholdFilter(view, text=tried.household.name)
        found = families.index(wanted, HouseholdSort(), TODAY)
        assert set(found) <= {tried.household.id}
        if found:
            _papers_of_a_list(tried, wanted)
            _email_to_a_list(tried, wanted)


def _papers_of_a_list(tried: Tried, wanted: HouseholdFilter) -> None:
    mailing = tried.office.family_mailing
    for purpose, make in (
        (Purpose.WELCOME, lambda: mailing.letters(wanted, WelcomePart.LETTER, TODAY)),
        (Purpose.INVITATIONS, lambda: mailing.letters(wanted, WelcomePart.INVITATION, TODAY)),
        (Purpose.WELCOME, lambda: mailing.labels(wanted, TODAY)),
    ):
        if not tried.allowed.post(purpose):
            with pytest.raises(UserError, match="families-none-agreed"):
                make()
            continue
        made = make()
        assert made.ids == (tried.household.id,)
        tried.only(text_of(made.paper.content), purpose)


def _email_to_a_list(tried: Tried, wanted: HouseholdFilter) -> None:
    agreed = tried.allowed.emails(Purpose.INVITATIONS)
    if not agreed:
        with pytest.raises(UserError, match="email-not-agreed"):
            tried.office.family_mailing.email(wanted, TODAY)
        return
    draft = tried.office.family_mailing.email(wanted, TODAY)
    assert set(draft.addresses) == agreed
    tried.only(_message(draft.content), Purpose.INVITATIONS)


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
    "families.mailing:FamilyMailing.recipients_of_list": recipients_of_a_list,
    "families.mailing:FamilyMailing.letters": list_written_to,
    "families.mailing:FamilyMailing.labels": list_written_to,
    "families.mailing:FamilyMailing.email": list_written_to,
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
