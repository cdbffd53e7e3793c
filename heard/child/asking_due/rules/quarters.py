"""The picture at a quarter's end: of the children then in work, who was asked in the 3 months."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from heard.child.asking_due.rules.work import MONTHS, Askings, Work
from heard.kernel.return_spec.fact import EXCLUDED
from heard.kernel.return_spec.rows import ExemptionRow
from heard.kernel.time import add_months


class Quarter(NamedTuple):
    """What a child in work counts as on a quarter's end, and by which rule."""

    counted: str
    rule: str


def quarter(
    day: date, work: Work, askings: Askings, exemptions: Sequence[ExemptionRow]
) -> Quarter | None:
    """Return what the child counts as on the quarter's end `day`; None: the work is not open then.

    There is no waiting here: AS OF moves on and the figure with it.
    """
    if not work.holds(day):
        return None
    if add_months(work.first, MONTHS) > day:
        return Quarter(EXCLUDED, "2c-quarter-too-new")
    asked = askings.finished[: bisect_right(askings.finished, day)]
    # Adding months keeps the order of days, so the latest asking decides.
    if asked and add_months(asked[-1], MONTHS) >= day:
        return Quarter("yes", "2c-quarter")
    if any(decision.excuses(day) for decision in exemptions):
        return Quarter("not_appropriate", "2c-quarter-not-appropriate")
    return Quarter("no", "2c-quarter-not-asked")
