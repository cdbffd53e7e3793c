"""Changing the authority's own facts."""

from datetime import date, datetime

from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.models import Deployment


@operation("deployment.described")
def describe(
    *,
    code: str,
    name: str,
    asking_began_on: date | None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Deployment:
    """Set the authority's code (three digits), name, and the day when it began to ask (2c)."""
    row, _ = Deployment.objects.update_or_create(
        pk=1, defaults={"code": code, "name": name, "asking_began_on": asking_began_on}
    )
    day = asking_began_on.isoformat() if asking_began_on else None
    audit(subject=("deployment", "1"), data={"code": code, "name": name, "asking_began_on": day})
    return row
