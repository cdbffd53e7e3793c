"""Who does something: a member of staff, Heard itself, or an account of the operating system."""

import getpass
from typing import Literal, NamedTuple

Kind = Literal["staff", "system", "os_account"]


class Actor(NamedTuple):
    """Who: the kind, an id that stays, and the name as it was at that moment."""

    kind: Kind
    id: str
    name: str


HEARD_ITSELF = Actor("system", "heard", "Heard itself")


def os_account() -> Actor:
    """Return the operating system's account: who the command line acts as."""
    name = getpass.getuser()
    return Actor("os_account", name, name)
