"""What is recorded of the annual voice plan (item 1a)."""

from datetime import date

from heard.authority.returns.models import VoicePlan
from heard.kernel.return_spec.shapes import Json, shape_1a
from heard.kernel.time import ReportingYear


def plans(year: str) -> list[VoicePlan]:
    """Return all that was ever recorded of a year's plan, the latest first."""
    return list(VoicePlan.objects.filter(year=year).order_by("-number"))


def latest_plan(year: str) -> VoicePlan | None:
    """Return what is recorded now of a year's plan."""
    return VoicePlan.objects.filter(year=year).order_by("-number").first()


def years_with_plans() -> list[VoicePlan]:
    """Return the latest record of each year, the latest year first."""
    latest: dict[str, VoicePlan] = {}
    for plan in VoicePlan.objects.order_by("-year", "-number"):
        latest.setdefault(plan.year, plan)
    return list(latest.values())


def one_a(year: ReportingYear, as_of: date) -> Json:
    """Return item 1a. A publication after AS OF is not used: on that day it had not happened."""
    plan = latest_plan(year.label)
    if plan is None:
        return shape_1a(None, None)
    published = plan.published_on is not None and plan.published_on <= as_of
    return shape_1a(
        plan.published_on if published else None,
        plan.address if published else None,
        child_friendly=plan.child_friendly,
        scrutinised=plan.scrutinised_by_young_people,
    )
