"""From slices to pages: nothing cut that fits one page, no heading left alone."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.style import PageSetup
from ctg_desktop.pdf.typesetting.atoms import Atom, Leap, Tie
from ctg_desktop.pdf.typesetting.balance import divided
from ctg_desktop.pdf.typesetting.composites import reach
from ctg_desktop.pdf.typesetting.pages import Page, Placed, Strip
from ctg_desktop.pdf.typesetting.rooms import Room, Rooms

_EPSILON = 0.01
_WORTH_STARTING = 0.4
_LEAST_ROOM = 24.0


class Paginator:
    """Places the slices of a section, room after room, page after page.

    Args:
        section: What the pages belong to.
        setup: Their geometry.
        first: Number of the first page.
        rooms: Where text flows on them.
    """

    def __init__(self, section: Section, setup: PageSetup, first: int, rooms: Rooms) -> None:
        self.pages: list[Page] = []
        self.rooms = rooms
        self.room: Room
        self._section = section
        self._setup = setup
        self._first = first
        self._coming = iter(rooms)
        self._leaps: list[Leap] = []
        self._lowered = 0.0
        self._opened = 0
        self._y = 0.0
        self._start = 0
        self._flowing: list[Atom] = []
        self._is_forced = False
        self._open(next(self._coming))

    def masthead(self, atoms: list[Atom], gap: float) -> None:
        """Place slices across the columns of the first page, which begin below them."""
        below, setup = self.room, self._setup
        left = setup.left(self._first)
        self.room = Room(0, left, setup.top, setup.text_width, setup.text_height)
        for atom in atoms:
            self._put_one(atom)
        self._lowered = self._y + gap
        self._opened = 0
        self._flowing.clear()
        self._open(below)
        while self.room.height < _LEAST_ROOM:
            self.next_room()

    def place(self, atoms: list[Atom]) -> None:
        """Place slices after those already placed."""
        for chunk in _chunks(atoms, Tie.GROUP):
            if chunk[0].leap:
                self._leaps.append(chunk[0].leap)
            else:
                self.settle()
                self._place_together(chunk)

    def finished(self) -> list[Page]:
        """Return the pages once everything is placed; a leap at the very end leads nowhere.

        The columns of the last page end at one height.
        """
        self._close_room()
        if self.rooms.are_columns and not self._is_forced:
            self._balance()
        return self.pages

    def settle(self) -> None:
        """Go where the last leaps lead, now that something follows them."""
        for leap in self._leaps:
            page = self.room.page
            self.next_room()
            self._is_forced = True
            while leap is Leap.PAGE and self.room.page == page:
                self.next_room()
        self._leaps.clear()

    def fits(self, chunk: list[Atom]) -> bool:
        """Return whether slices fit what is left of the room."""
        return self._reach(chunk, self._y) <= self.room.height + _EPSILON

    def fits_somewhere(self, chunk: list[Atom]) -> bool:
        """Return whether slices fit a room that is still empty."""
        return self._reach(chunk, 0.0) <= self.rooms.highest + _EPSILON

    def leads_on(self, chunk: list[Atom]) -> bool:
        """Return whether nothing of these slices fits here, but their beginning fits elsewhere."""
        first = next(_chunks(chunk, Tie.GROUP))
        return not self.fits(first) and self.fits_somewhere(first)

    def next_room(self) -> None:
        """Leave this room for the next one."""
        self._close_room()
        self._open(next(self._coming))

    def _balance(self) -> None:
        """Place what stands on the last page again, in columns as low as possible."""
        atoms = self._flowing
        if any(atom.fill or atom.down_to for atom in atoms):
            return
        number = self.room.page
        rooms = self.rooms.of_round(number)
        highest = rooms[0].height - (self._lowered if number == 0 else 0.0)
        for tie in (Tie.GROUP, Tie.HARD):
            chunks = list(_chunks(atoms, tie))
            columns = divided(chunks, len(rooms), highest, self._reach)
            if columns:
                break
        else:
            return
        page = self.pages[number]
        head = 1 if number == 0 and self._lowered else 0
        first = page.strips[head]
        del page.placed[first.start :], page.strips[head:]
        self._opened = first.order - 1
        for room, column in zip(rooms, columns, strict=False):
            self._open(room)
            for chunk in column:
                self._put(chunk)

    def _place_together(self, chunk: list[Atom]) -> None:
        if self.fits(chunk):
            self._put(chunk)
        elif self.fits_somewhere(chunk):
            while not self.fits(chunk):
                self.next_room()
            self._put(chunk)
        else:
            self._place_in_parts(chunk)

    def _place_in_parts(self, chunk: list[Atom]) -> None:
        if self._y > self.room.height * (1 - _WORTH_STARTING):
            self.next_room()
        for part in _chunks(chunk, Tie.HARD):
            if not self.fits(part) and self._y > 0:
                self.next_room()
            for atom in part:
                self._put_in_pieces(atom)

    def _put_in_pieces(self, atom: Atom) -> None:
        rest: Atom | None = atom
        while rest is not None:
            if not self.fits([rest]) and self._y > 0:
                self.next_room()
            piece, rest = (rest, None) if self.fits([rest]) else rest.cut(self.room.height)
            self._put([piece])

    def _reach(self, chunk: list[Atom], y: float) -> float:
        if y == 0 and chunk:
            y = reach(self._repeated(chunk))
        return reach(chunk, y)

    def _repeated(self, chunk: list[Atom]) -> tuple[Atom, ...]:
        """Return the slices to draw again above others, unless little would be left for these."""
        again = chunk[0].repeated
        return again if reach(again) <= self.rooms.highest / 2 else ()

    def _put(self, chunk: list[Atom]) -> None:
        again = self._repeated(chunk)
        if self._y == 0 and again and self._opened > 1 and self.fits(chunk):
            for atom in again:
                self._put_one(atom)
        for atom in chunk:
            self._put_one(atom)
        self._flowing += chunk

    def _put_one(self, atom: Atom) -> None:
        room = self.room
        if self._y > 0:
            self._y += atom.before
        if atom.down_to > self._y:
            self._y = max(self._y, min(atom.down_to, room.height))
        self.pages[room.page].placed.append(Placed(room.x, room.top + self._y, atom))
        self._y += atom.height

    def _open(self, room: Room) -> None:
        self.room = room.lowered(self._lowered) if self._lowered and room.page == 0 else room
        while len(self.pages) <= room.page:
            self._add_round()
            self._flowing.clear()
            self._is_forced = False
        page = self.pages[room.page]
        self._y = 0.0
        self._opened += 1
        self._start = len(page.placed)
        page.strips.append(Strip(self._opened, self._start))

    def _add_round(self) -> None:
        first = self._first + len(self.pages)
        for number in range(first, first + self.rooms.pages):
            index = number - self._first
            self.pages.append(Page(number, self._setup, self._section, index, first))

    def _close_room(self) -> None:
        placed = self.pages[self.room.page].placed
        springs = sum(item.atom.fill for item in placed[self._start :])
        if not springs:
            return
        share = max(0.0, self.room.height - self._y) / springs
        drop = 0.0
        for index in range(self._start, len(placed)):
            item = placed[index]
            atom = item.atom
            if atom.filling:
                atom = Atom(share, atom.filling(share))
            placed[index] = Placed(item.x, item.top + drop, atom)
            if item.atom.fill:
                drop += share


def _chunks(atoms: list[Atom], tie: Tie) -> Iterator[list[Atom]]:
    """Yield slices that hold together; a leap stands by itself."""
    chunk: list[Atom] = []
    for atom in atoms:
        if atom.leap and chunk:
            yield chunk
            chunk = []
        chunk.append(atom)
        if atom.tie < tie or atom.leap:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
