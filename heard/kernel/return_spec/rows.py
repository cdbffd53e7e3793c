"""The facts as rules and checks read them: small tuples, ids as opaque text, days as dates.

They follow the nine files of the dataset rules ("Facts in and out"). `ref` is what opens the
record; `child` is the child's id. Nothing here holds words, scores or names.
"""

from datetime import date
from typing import NamedTuple

PLANS = ("EH", "CIN", "CP", "CLA", "PATHWAY")
KINDS = ("assessment", "closure")
ANSWERS = ("yes", "no", "not_appropriate")


class ChildRow(NamedTuple):
    """A child and, where it is known, the day of birth."""

    child: str
    born: date | None


class WorkRow(NamedTuple):
    """An open period of work at one level; `last` None: still open."""

    child: str
    level: str
    first: date
    last: date | None


class PointRow(NamedTuple):
    """One child at an assessment or closure (`kind`); `day` None: not completed."""

    kind: str
    ref: str
    child: str
    day: date | None


class ConfirmationRow(NamedTuple):
    """An answer about the point (kind, point, child). Rows come in the order of recording."""

    kind: str
    point: str
    child: str
    answer: str
    answered_on: date
    has_reason: bool = True
    ref: str = ""


class ReviewRow(NamedTuple):
    """One child at one review; `code` and `scheme` may both be empty."""

    ref: str
    child: str
    plan: str
    held: date
    cancelled: bool
    code: str
    scheme: str
    has_reason: bool = True


class AskingRow(NamedTuple):
    """Feedback was sought on a day; `talks` are the days on which it was talked over."""

    ref: str
    child: str
    day: date
    asked_by: str
    asked_of: str
    declined: bool
    talks: tuple[date, ...] = ()


class ExemptionRow(NamedTuple):
    """A decision that asking is not appropriate; `agreed_on` None: agreed on its first day."""

    ref: str
    child: str
    first: date
    last: date | None
    agreed_on: date | None
    has_reason: bool = True

    @property
    def agreed(self) -> date:
        """The day on which a manager agreed it."""
        return self.agreed_on or self.first

    def covers(self, day: date) -> bool:
        """Say whether the day lies in the decision, both ends included; no end: still in force."""
        return self.first <= day and (self.last is None or day <= self.last)

    def excuses(self, day: date) -> bool:
        """Say whether it covers the day and had been agreed by then."""
        return self.covers(day) and self.agreed <= day
