"""Runs of text on a page: weight, language, links."""

from __future__ import annotations

import re
from urllib.parse import quote

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.pdf.html.markup import element, escaped, legal
from ctg_desktop.pdf.html.outline import Outline
from ctg_desktop.pdf.runs import Run, Runs

_SAFE = re.compile(r"(?:https?://|mailto:|tel:)[^\s]", re.IGNORECASE)
_KEPT = "/:?#[]@!$&'()*+,;=%~-._"


def inline(runs: Runs, outline: Outline) -> str:
    """Return runs as phrasing content."""
    return "".join(_run(run, outline) for run in runs)


def address(target: str, outline: Outline) -> str:
    """Return what a link leads to: a heading of the page, the web, a mailbox, a telephone.

    Empty for anything else, so that no link runs a program or opens a file.
    """
    if target.startswith("#"):
        name = outline.name(target[1:])
        return f"#{name}" if name else ""
    said = legal(target).strip()
    return quote(said, safe=_KEPT) if _SAFE.match(said) else ""


def _run(run: Run, outline: Outline) -> str:
    content = "<br>".join(escaped(line) for line in _breakable(legal(run.text)).split("\n"))
    if not content:
        return ""
    if run.raised:
        content = element("sup", content)
    if run.strong:
        content = element("strong", content)
    language = run.language or None
    target = address(run.target, outline) if run.target else ""
    if target:
        return _link(run, content, target, language)
    return element("span", content, lang=language) if language else content


def _breakable(text: str) -> str:
    """Return a text whose spans ("9 h – 12 h") break behind the dash, the blank left behind.

    A no-break space does not hold to a dash before it (UAX 14, LB12a): it would begin the line.
    """
    return text.replace(f"–{NBSP}", "– ")


def _link(run: Run, content: str, target: str, language: str | None) -> str:
    """Return a link; what it does is its name where that holds its text, else said behind it.

    Who speaks to a telephone says what is written, so the name must hold it (WCAG 2.1, 2.5.3).
    """
    hint = legal(run.hint)
    if not hint or hint == run.text:
        return element("a", content, href=target, lang=language)
    if legal(run.text) in hint:
        return element("a", content, href=target, aria_label=hint, lang=language)
    content += element("span", f" ({escaped(hint)})", class_="said")
    return element("a", content, href=target, lang=language)
