"""No address of a family can say more in a header than itself."""

from __future__ import annotations

import email
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.families.email_draft import Attachment, draft, safe_address
from ctg_desktop.domain.letter import Letter, Listed, Told
from ctg_desktop.domain.recipients import Recipient
from ctg_desktop.errors import UserError

LETTER = Letter(
    Recipient("1", "Famille Exemple"),
    "Bienvenue\nBcc: x@y.example",
    "Bonjour,",
    (Told("Élise & l’œuf <b>."), Listed(("un", "deux"))),
    (Told("À bientôt."),),
    ("La maire",),
    "",
)


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example\nBcc: c@d.example",
        "a@b.example\r\n\r\nBonjour",
        "a@b.example, c@d.example",
        "a@b.example; c@d.example",
        "<a@b.example>",
        "A B <a@b.example>",
        '"a b"@b.example',
        "a@b.example\u2028X: y",
        "a@",
        "@b.example",
        "é@b.example",
        "",
    ],
)
def test_an_address_that_could_say_more_is_refused(address: str) -> None:
    with pytest.raises(UserError, match="email-unsafe"):
        draft(LETTER, [address])


@given(st.text(max_size=60))
def test_whatever_passes_is_one_address(address: str) -> None:
    try:
        safe = safe_address(address)
    except UserError:
        return
    content = draft(LETTER, [safe])
    message = email.message_from_bytes(content, policy=default)
    assert message["To"].addresses[0].addr_spec == safe
    assert len(message["To"].addresses) == 1
    assert set(message.keys()) == {
        "To",
        "Subject",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    }


def test_texts_arrive_as_written_and_a_subject_stays_one_line() -> None:
    content = draft(LETTER, ["a@b.example"], [Attachment("livret.pdf", b"%PDF-1.7")])
    message = email.message_from_bytes(content, policy=default)
    assert message["Subject"] == "Bienvenue Bcc: x@y.example"
    assert message["Bcc"] is None
    body = message.get_body()  # type: ignore[attr-defined]
    assert "Élise & l’œuf <b>.\r\n\r\n- un\r\n- deux" in body.get_content().replace(
        "\r\n", "\n"
    ).replace("\n", "\r\n")
    assert content == draft(LETTER, ["a@b.example"], [Attachment("livret.pdf", b"%PDF-1.7")])
