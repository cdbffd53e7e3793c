"""Writing down what is known of a year's voice plan."""

from datetime import date, datetime
from typing import NamedTuple

from django.db import IntegrityError

from heard.authority.returns.models import VoicePlan
from heard.authority.returns.rules.days import Changed
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.time import ReportingYear

WRITTEN_MEANWHILE = (
    "Somebody else wrote about this plan while your page was open. Look at what they wrote, and "
    "save yours again if it still holds."
)


class PlanFacts(NamedTuple):
    """Item 1a. Published means a day and an http or https address; neither: not published."""

    published_on: date | None = None
    address: str = ""
    child_friendly: bool = False
    scrutinised_by_young_people: bool = False


def record_plan(
    *, year: ReportingYear, after: int, plan: PlanFacts, by: Actor, at: datetime
) -> VoicePlan:
    """Record a year's plan as the next row; `after` is the number of the row that the writer saw.

    Raises Changed when somebody else was first.
    """
    try:
        return _record(year=year, after=after, plan=plan, by=by, at=at)
    except IntegrityError as clash:
        if VoicePlan.objects.filter(year=year.label, number=after + 1).exists():
            raise Changed(WRITTEN_MEANWHILE) from clash
        raise


@operation("returns.plan_recorded")
def _record(
    *,
    year: ReportingYear,
    after: int,
    plan: PlanFacts,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> VoicePlan:
    who = {"by_id": by.id, "by_name": by.name, "at": at}
    row = VoicePlan(year=year.label, number=after + 1, **plan._asdict(), **who)
    row.save(force_insert=True)
    audit(subject=("voice_plan", year.label), data={"number": row.number})
    return row
