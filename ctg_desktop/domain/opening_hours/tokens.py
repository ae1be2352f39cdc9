"""Typed French cut into tokens, in one pass over the text."""

from __future__ import annotations

from dataclasses import dataclass

from ctg_desktop.domain.opening_hours.lexicon import (
    ABBREVIATIONS,
    LONGEST_PHRASE,
    ORDINAL_ENDINGS,
    PHRASES,
    Kind,
)
from ctg_desktop.domain.opening_hours.osm_writer import unquoted
from ctg_desktop.domain.text import fold

_DROPPED = frozenset("'’ʼ`´")
_CLOSING = {"«": "»", '"': '"'}
_HYPHENS = frozenset("-‑")
_RANK_LIMIT = 31


@dataclass(frozen=True, slots=True)
class Token:
    """A word or phrase: its kind, its value, where it stands, whether it touches the one before."""

    kind: Kind
    value: object
    start: int
    end: int
    glued: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    text: str
    start: int
    end: int
    glued: bool
    remark: bool = False


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text; without fillers; what no table knows is ``Kind.UNKNOWN``."""
    atoms = _atoms(text)
    found: list[Token] = []
    at = 0
    while at < len(atoms):
        token, at = _token(atoms, at)
        if token and token.kind is not Kind.FILLER:
            found.append(token)
    return found


def _atoms(text: str) -> list[_Atom]:
    atoms: list[_Atom] = []
    at = end = 0
    while at < len(text):
        stop = _atom_end(text, at)
        piece = text[at:stop]
        if not (piece in _DROPPED or (piece.isspace() and piece != "\n")):
            closing = _CLOSING.get(piece[0])
            remark = closing is not None and len(piece) > 1
            folded = unquoted(" ".join(piece[1:-1].split())) if remark else fold(piece)
            atoms.append(_Atom(folded, at, stop, at == end and at > 0, remark))
            end = stop
        at = stop
    return atoms


def _atom_end(text: str, at: int) -> int:
    character = text[at]
    if character in _CLOSING:
        closing = text.find(_CLOSING[character], at + 1)
        return closing + 1 if closing > at and "\n" not in text[at:closing] else at + 1
    same = _run_test(character)
    stop = at + 1
    while same and stop < len(text) and _run_test(text[stop]) == same:
        stop += 1
    return stop


def _run_test(character: str) -> str:
    if character in "0123456789":
        return "digit"
    return "letter" if character.isalpha() else ""


def _token(atoms: list[_Atom], at: int) -> tuple[Token | None, int]:
    atom = atoms[at]
    if atom.remark:
        kind = Kind.NOTE if atom.text else Kind.UNKNOWN
        return Token(kind, atom.text, atom.start, atom.end, atom.glued), at + 1
    phrase, after = _phrase(atoms, at)
    if phrase and phrase[0] is not Kind.DOT:
        return Token(*phrase, atom.start, atoms[after - 1].end, atom.glued), after
    if atom.text == ".":
        return _dot(atoms, at), at + 1
    return _number_or_unknown(atoms, at)


def _phrase(atoms: list[_Atom], at: int) -> tuple[tuple[Kind, object] | None, int]:
    best: tuple[tuple[Kind, object] | None, int] = (None, at + 1)
    words: list[str] = []
    stop = at
    while stop < len(atoms) and len(words) < LONGEST_PHRASE and not atoms[stop].remark:
        between_words = bool(words) and words[-1].isalpha() and atoms[stop].text in _HYPHENS
        stop += 1
        if between_words:
            continue
        words.append(atoms[stop - 1].text)
        found = PHRASES.get(tuple(words))
        if found:
            best = (found, stop)
    return best


def _dot(atoms: list[_Atom], at: int) -> Token | None:
    atom = atoms[at]
    before = atoms[at - 1].text if at else ""
    after_glued = at + 1 < len(atoms) and atoms[at + 1].glued
    if atom.glued and before in ABBREVIATIONS | ORDINAL_ENDINGS:
        return None
    between_digits = atom.glued and after_glued and before.isdigit()
    kind = Kind.DOT if between_digits else Kind.STOP
    return Token(kind, None, atom.start, atom.end, atom.glued)


def _number_or_unknown(atoms: list[_Atom], at: int) -> tuple[Token, int]:
    atom = atoms[at]
    if not (atom.text.isascii() and atom.text.isdigit()):
        return Token(Kind.UNKNOWN, atom.text, atom.start, atom.end, atom.glued), at + 1
    after = atoms[at + 1] if at + 1 < len(atoms) else None
    is_rank = after is not None and after.glued and after.text in ORDINAL_ENDINGS
    if after and is_rank and len(atom.text) <= 2 and int(atom.text) <= _RANK_LIMIT:
        return Token(Kind.RANK, int(atom.text), atom.start, after.end, atom.glued), at + 2
    return Token(Kind.NUMBER, atom.text, atom.start, atom.end, atom.glued), at + 1
