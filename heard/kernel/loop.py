"""The loop: said, heard, done, told. One table of states and moves, for a person and for a group.

Nothing is deleted by a move; whoever uses this keeps each move as a row with who and when.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Where a loop stands."""

    OPEN = "open"
    HEARD = "heard"
    ANSWERED = "answered"
    TOLD = "told"
    CLOSED = "closed"
    CLOSED_BY_TIME = "closed_by_time"
    WITHDRAWN = "withdrawn"
    LEFT_OPEN = "left_open"


class Move(NamedTuple):
    """One kind of move: from where, by whom, and where it leads (None: the state stays)."""

    name: str
    sources: frozenset[State | None]
    by: str
    to: State | None
    words: str


ONGOING = frozenset({State.OPEN, State.HEARD, State.ANSWERED, State.TOLD})
NOT_WITHDRAWN = frozenset(State) - {State.WITHDRAWN}
HELD = frozenset({State.OPEN, State.HEARD})
TOLD = frozenset({State.TOLD})
PERSON, HOLDER, WORKER, TIME = "the person", "whoever holds it", "the worker", "time"

MOVES = {
    move.name: move
    for move in (
        Move("said", frozenset({None}), "anyone", State.OPEN, "Something was said."),
        Move(
            "heard",
            frozenset({State.OPEN}),
            "the worker with the person, or the decision-maker",
            State.HEARD,
            "It was talked over, or considered with young people.",
        ),
        Move(
            "passed_on",
            HELD,
            HOLDER,
            None,
            "It was passed on to a named person who can act, with a date.",
        ),
        Move("done", HELD, HOLDER, State.ANSWERED, "Something changed."),
        Move("not_possible", HELD, HOLDER, State.ANSWERED, "It is not possible, because."),
        Move(
            "told", frozenset({State.ANSWERED}), WORKER, State.TOLD, "The worker told the person."
        ),
        Move("told_yes", TOLD, PERSON, State.CLOSED, "The person says: yes, I was told."),
        Move("told_not_yet", TOLD, PERSON, State.OPEN, "The person says: not yet."),
        Move(
            "no_word",
            TOLD,
            TIME,
            State.CLOSED_BY_TIME,
            "30 days passed without a word from the person: only the worker says it was told.",
        ),
        Move("withdrawn", NOT_WITHDRAWN, PERSON, State.WITHDRAWN, "The person took it back."),
        Move("left", ONGOING, WORKER, State.LEFT_OPEN, "The work ended with the loop still open."),
    )
}
DAYS_FOR_A_WORD = 30


class MoveRefused(ValueError):
    """The move does not lead on from where the loop stands."""


def moves_from(state: State | None) -> tuple[Move, ...]:
    """Return the moves that may be made now; None stands for a loop that has not begun."""
    return tuple(move for move in MOVES.values() if state in move.sources)


def advance(state: State | None, name: str) -> State:
    """Return the state after a move; MoveRefused says why when it cannot be made."""
    move = MOVES.get(name)
    if move is None or state not in move.sources:
        raise MoveRefused(f'"{name}" cannot follow when the loop is {state or "not begun"}.')
    after = move.to or state
    if after is None:
        raise MoveRefused(f'"{name}" leads nowhere from a loop that is not begun.')
    return after


def replay(names: Iterable[str]) -> State | None:
    """Return where a loop stands after these moves, in order; None when there are none."""
    state: State | None = None
    for name in names:
        state = advance(state, name)
    return state


def closes_by_time(told_on: date, today: date) -> bool:
    """Say whether 30 days have passed without a word since the worker told the person."""
    return today >= told_on + timedelta(days=DAYS_FOR_A_WORD)
