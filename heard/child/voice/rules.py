"""Rules of what was said that need no database."""

from datetime import date, timedelta

from heard.kernel.loop import HELD, ONGOING, State

# What nobody talked over or answered within this time stands as open to worker and manager.
DAYS_TO_ANSWER = 30
WIDTH = {"worker": 0, "named": 1, "helping": 2}
# Open for somebody to act on; `told` waits for the person's own word.
TO_DO = frozenset({State.OPEN, State.HEARD, State.ANSWERED})
# From this age on a person may answer on a phone of their own.
OWN_PHONE_FROM = 11
# The family door rests when so many codes within so long opened nothing; what is open stays open.
MOST_TRIES, TRIES_WITHIN = 100, timedelta(minutes=5)
# Whoever made a link can look at its code again for so long, to print it or write it down.
SHOWN_FOR = timedelta(minutes=15)


class WideningRefused(Exception):
    """Only its speaker can let more people see what they said (00-product.md)."""


class LinkRefused(Exception):
    """The link opens nothing; `why` is "unknown", "elsewhere", "used", "late" or "ended"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def answer_by(said_on: date) -> date:
    """Return the day by which somebody should have answered: 30 days later."""
    return said_on + timedelta(days=DAYS_TO_ANSWER)


def check_choice(before: tuple[str, bool], after: tuple[str, bool], *, by_speaker: bool) -> None:
    """Raise WideningRefused when somebody else would let more people see it.

    A choice is (audience, "my worker may not tell my parents or carers").
    """
    if by_speaker:
        return
    wider = WIDTH[after[0]] > WIDTH[before[0]] or (before[1] and not after[1])
    # People I name and the people helping me are different people: neither is inside the other.
    if wider or {before[0], after[0]} == {"named", "helping"}:
        raise WideningRefused


def overdue(state: str, answer_by: date, today: date) -> bool:
    """Say whether somebody should have answered by now."""
    return State(state) in TO_DO and answer_by < today


def still_open(state: str) -> bool:
    """Say whether the loop still waits for anybody."""
    return State(state) in ONGOING


def can_be_held(state: str) -> bool:
    """Say whether it can still be passed on or answered."""
    return State(state) in HELD


def way_refused(way: str, *, adult: bool, age: int | None) -> str:
    """Return why a link may not go this way, or nothing.

    A child's form never goes by link to an adult's phone (01-feedback.md): under 11, or where the
    age is not known, it is used beside the worker.
    """
    if adult or way == "with_worker":
        return ""
    if age is None or age < OWN_PHONE_FROM:
        return "A child under 11 answers beside you, never by a link on an adult's phone"
    if way == "letterbox":
        return "A young person answers on their own phone, or beside you: others open letters"
    return ""


def lasts(way: str) -> timedelta:
    """Return how long a link lasts: a day beside the worker, else two weeks."""
    return timedelta(days=1 if way == "with_worker" else 14)
