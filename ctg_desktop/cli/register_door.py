"""How a command comes into the register: with a password of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ctg_desktop.cli.command import Call
from ctg_desktop.cli.unlocking import register_password
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.register.open_register import OpenRegister

InRegister = Callable[[Call, OpenRegister], None]


@contextmanager
def open_register(call: Call, office: Office) -> Iterator[OpenRegister]:
    """Open the register for a command; it is closed at the end.

    Raises:
        UserError: ``register-not-set-up``, ``register-password-needed``,
            ``register-password-wrong``, ``too-many-tries``; ``consultation-…``.
        EnvironmentFault: The file of the password cannot be read.
    """
    door = office.register
    register = door.open_practice() if door.is_practice else door.unlock(register_password(call))
    try:
        yield register
    finally:
        register.close()


def inside(run: InRegister) -> Callable[[Call, Office], None]:
    """Return the command that opens the register and does something in it."""

    def opened(call: Call, office: Office) -> None:
        with open_register(call, office) as register:
            run(call, register)

    return opened
