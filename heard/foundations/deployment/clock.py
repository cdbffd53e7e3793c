"""The only clock. Operations and rules never read it: views, commands and tasks pass time in."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """Return the present instant; with HEARD_TODAY set, that day at the present time of day."""
    real = datetime.now(UTC)
    if not settings.HEARD_TODAY:
        return real
    local = real.astimezone(LONDON)
    fixed = date.fromisoformat(settings.HEARD_TODAY)
    return datetime.combine(fixed, local.timetz()).astimezone(UTC)


def today() -> date:
    """Return the present calendar day in London."""
    return now().astimezone(LONDON).date()
