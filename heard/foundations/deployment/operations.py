"""Changing the authority's own facts."""

from datetime import date, datetime
from typing import Any

from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.models import Deployment


@operation("deployment.described")
def describe(
    *,
    code: str,
    name: str,
    asking_began_on: date | None,
    not_asked_under: int | None = None,
    talk_within_days: int | None = None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Deployment:
    """Set the authority's code (three digits), name, and the day when it began to ask (2c).

    `not_asked_under` is an age in years, `talk_within_days` a number of days; None keeps what is.
    """
    new: dict[str, Any] = {"code": code, "name": name, "asking_began_on": asking_began_on}
    limits = {"not_asked_under": not_asked_under, "talk_within_days": talk_within_days}
    new |= {field: limit for field, limit in limits.items() if limit is not None}
    row, _ = Deployment.objects.update_or_create(pk=1, defaults=new)
    day = asking_began_on.isoformat() if asking_began_on else None
    audit(subject=("deployment", "1"), data=new | {"asking_began_on": day})
    return row
