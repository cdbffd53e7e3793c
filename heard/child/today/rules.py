"""How what waits is sorted into what a worker does next. Pure."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from heard.kernel.loop import State


class Waiting(Protocol):
    """What the sorting looks at of something said."""

    @property
    def state(self) -> str:
        """Where its loop stands."""

    @property
    def opened_at(self) -> object | None:
        """When somebody who can act first opened it."""


T = TypeVar("T", bound=Waiting)


def sort_out(rows: Iterable[T]) -> dict[str, list[T]]:
    """Sort what somebody holds, in the order in which it came.

    `new`: not opened yet; then what is `to_talk_over`, `to_answer` and `to_tell`.
    """
    found: dict[str, list[T]] = {"new": [], "to_talk_over": [], "to_answer": [], "to_tell": []}
    for row in rows:
        if row.state == State.OPEN:
            found["to_talk_over" if row.opened_at else "new"].append(row)
        elif row.state == State.HEARD:
            found["to_answer"].append(row)
        elif row.state == State.ANSWERED:
            found["to_tell"].append(row)
    return found
