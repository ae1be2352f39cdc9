"""Which listings a letter, a label or a sheet is made for, in words of the command line."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import replace

from ctg_desktop.cli.command import Call
from ctg_desktop.cli.parser import words
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.recipients import RecipientSource
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.recipients import Wanted


def add_recipient_options(parser: ArgumentParser) -> None:
    """Add the options that choose recipients; without any, all published listings."""
    parser.add_argument(
        "--rubrique", type=words, default="", metavar="CODE", help="les fiches de cette rubrique"
    )
    parser.add_argument(
        "--theme", type=words, default="", metavar="CODE", help="les fiches de ce thème"
    )
    parser.add_argument(
        "--recherche",
        type=words,
        default="",
        metavar="NOM",
        help="les fiches de cette recherche enregistrée",
    )
    parser.add_argument(
        "--fiche",
        type=words,
        action="append",
        default=[],
        metavar="ID",
        help="cette fiche\u202f; peut être répété",
    )


def chosen_recipients(call: Call, office: Office) -> RecipientSource:
    """Return the recipients that the options choose.

    Raises:
        UserError: As :func:`chosen_listings`.
    """
    return office.recipients.of_directory(chosen_listings(call, office))


def chosen_listings(call: Call, office: Office) -> Wanted:
    """Return the listings that the options choose.

    Raises:
        UserError: ``category-unknown``, ``theme-unknown``, ``search-unknown``,
            ``listing-unknown``.
    """
    options = call.options
    if options.fiche:
        known = office.directory.names(options.fiche)
        if set(options.fiche) - set(known):
            raise UserError("listing-unknown")
        return tuple(options.fiche)
    _check(office, options.rubrique, options.theme)
    wanted = office.searches.named(options.recherche).wanted if options.recherche else None
    return replace(
        wanted or ListingFilter(),
        **{
            key: value
            for key, value in (("category", options.rubrique), ("theme", options.theme))
            if value
        },
    )


def has_chosen_recipients(call: Call) -> bool:
    """Tell whether any option chooses recipients."""
    options = call.options
    return bool(options.fiche or options.rubrique or options.theme or options.recherche)


def _check(office: Office, category: str, theme: str) -> None:
    if category and category not in {one.code for one in office.settings.categories()}:
        raise UserError("category-unknown", field="category")
    if theme and theme not in {one.code for one in office.settings.themes()}:
        raise UserError("theme-unknown", field="themes", value=theme[:60])
