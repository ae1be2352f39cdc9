"""Sentences of public files, fitted to a summary and a description."""

from __future__ import annotations

import html
import re

from ctg_desktop.domain.text import SUMMARY_LIMIT, TEXT_LIMIT, clean

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý«])")
_TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|ul|ol|li|a|span|div|h[1-6])(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_BREAK = re.compile(r"\n?(?:<br\s*/?>|</(?:p|li|div|h[1-6])>)\n?", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def one_line(text: str) -> str:
    """Return a text on one line, cleaned, blanks of any kind made single spaces."""
    return " ".join(clean(text).split()) if text else ""


def without_tags(text: str) -> str:
    """Return a text whose HTML tags and entities, if it has any, are made plain text."""
    if not _TAG.search(text):
        return clean(text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    return clean("\n".join(line.strip() for line in html.unescape(text).splitlines()))


def says_something(text: str) -> bool:
    """Tell whether a text holds a letter or a figure: no filler such as ``_``."""
    return any(one.isalnum() for one in text)


def summary_and_description(text: str) -> tuple[str, str]:
    """Return a summary of at most 280 characters, and the whole text where that is not all of it.

    The summary is the first sentence; a longer one is cut between two words.
    """
    text = text[:TEXT_LIMIT].strip()
    flat = one_line(text)
    if not _LETTER.search(flat):
        return "", ""
    if len(flat) <= SUMMARY_LIMIT and "\n" not in text:
        return flat, ""
    return first_sentence(flat), text


def first_sentence(text: str) -> str:
    """Return the beginning of a one-line text that can stand alone, at most 280 characters."""
    sentence = _SENTENCE_END.split(text, maxsplit=1)[0]
    if len(sentence) <= SUMMARY_LIMIT:
        return sentence
    shortened = sentence[: SUMMARY_LIMIT - 1]
    return (shortened.rsplit(" ", 1)[0] or shortened).rstrip(" ,;:-") + "…"
