"""An e-mail to families as a draft that a mail program opens and a person sends.

Source: RFC 5322 (headers), RFC 2045 (attachments); ``X-Unsent`` is what makes Outlook open a file
as a draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from ctg_desktop.domain.letter import Letter, LetterBlock, Listed
from ctg_desktop.errors import UserError

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_BOUNDARY = "=_ctg-desktop"
"""Neither of the encodings used can hold it (RFC 2045, 6.7)."""
_PDF = ("application", "pdf")

WHY = (
    "Vous recevez ce message parce que vous avez accepté d’être contactés par courriel. Pour ne "
    "plus l’être, répondez à ce message ou dites-le à la mairie."
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF that goes with an e-mail; its name in plain letters, which every program reads."""

    name: str
    content: bytes


def safe_address(address: str) -> str:
    """Return an address that can say nothing but itself in a header.

    Raises:
        UserError: ``email-unsafe``.
    """
    if not is_safe(address):
        raise UserError("email-unsafe")
    return address


def is_safe(address: str) -> bool:
    """Tell whether an address can say nothing but itself in a header."""
    return _ADDRESS.fullmatch(address) is not None


def draft(letter: Letter, addresses: Sequence[str], attached: Sequence[Attachment] = ()) -> bytes:
    """Return a letter as a draft: to one address, or to several that do not see one another.

    Args:
        letter: What it says.
        addresses: At least one.
        attached: What goes with it.

    Raises:
        UserError: ``email-unsafe``.
    """
    message = EmailMessage(policy=SMTP)
    message["To" if len(addresses) == 1 else "Bcc"] = ", ".join(map(safe_address, addresses))
    message["Subject"] = " ".join(letter.subject.split())
    message["X-Unsent"] = "1"
    message.set_content(_body(letter), cte="quoted-printable")
    kind, form = _PDF
    for one in attached:
        message.add_attachment(one.content, maintype=kind, subtype=form, filename=one.name)
    if attached:
        message.set_boundary(_BOUNDARY)
    return message.as_bytes()


def _body(letter: Letter) -> str:
    parts = [letter.salutation, *map(_said, letter.body), *map(_said, letter.closing)]
    parts += ["\n".join(letter.signature), f"-- \n{WHY}"]
    return "\n\n".join(part for part in parts if part) + "\n"


def _said(block: LetterBlock) -> str:
    if isinstance(block, Listed):
        return "\n".join(f"- {one}" for one in block.items)
    return block.text
