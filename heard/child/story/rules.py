"""What follows from a talk, and what may follow now. Pure."""

from datetime import date

from heard.kernel.loop import State, moves_from

# What an answer can be told about.
TELLABLE = frozenset({"done", "not_possible", "passed_on"})
# Ages under this see the screens for children, from it on those for young people (look.md).
YOUNG_FROM = 11


def moves_of_talk(
    *, will_change: str, by_when: date | None, cannot_change: str, passed_on: bool
) -> tuple[str, ...]:
    """Return the moves that a talk makes, `told` left out.

    Passed on: somebody else has it now. A change by a day is a promise: it stays open until that
    day. A change without a day is done. Only what cannot change: not possible, because.
    """
    if passed_on:
        return ("heard", "passed_on")
    if will_change and by_when:
        return ("heard",)
    if will_change:
        return ("heard", "done")
    return ("heard", "not_possible") if cannot_change else ("heard",)


def something_to_tell(moves: tuple[str, ...]) -> bool:
    """Say whether the person can be told what came of it: an answer, or who has it now."""
    return bool(TELLABLE & set(moves))


def can_follow(state: str, move: str) -> bool:
    """Say whether this move may follow where the loop stands."""
    return move in {m.name for m in moves_from(State(state))}


def look_for(age: int | None) -> str:
    """Return the look of a screen for somebody of this age: child, or young from 11 on."""
    return "child" if age is not None and age < YOUNG_FROM else "young"
