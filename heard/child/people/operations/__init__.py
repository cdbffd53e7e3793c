"""Children, their networks, teams and allocations: every change."""

from heard.child.people.operations.child import add_child, describe_child, make_family
from heard.child.people.operations.network import (
    add_adult,
    add_to_network,
    name_advocate,
    tie,
    untie,
)
from heard.child.people.operations.reading import (
    GLASS,
    Restricted,
    name_reader,
    open_glass,
    refuse_glass,
    restrict,
)
from heard.child.people.operations.work import (
    add_worker,
    allocate,
    end_allocation,
    end_work,
    make_team,
    start_work,
)
from heard.child.people.operations.workers import (
    AsBefore,
    LinkedMeanwhile,
    link_account,
    move_to_team,
    name_manager,
    unlink_account,
)

__all__ = [
    "GLASS",
    "AsBefore",
    "LinkedMeanwhile",
    "Restricted",
    "add_adult",
    "add_child",
    "add_to_network",
    "add_worker",
    "allocate",
    "describe_child",
    "end_allocation",
    "end_work",
    "link_account",
    "make_family",
    "make_team",
    "move_to_team",
    "name_advocate",
    "name_manager",
    "name_reader",
    "open_glass",
    "refuse_glass",
    "restrict",
    "start_work",
    "tie",
    "unlink_account",
    "untie",
]
