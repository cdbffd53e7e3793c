"""Rules of alerts that need no database."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MOST_ATTEMPTS = 10
SUBJECT = "A message in Heard"


def greeting(at: datetime) -> str:
    """Return how to greet somebody at this instant in London."""
    hour = at.astimezone(LONDON).hour
    return "Good morning" if hour < 12 else "Good afternoon" if hour < 18 else "Good evening"


def next_attempt(at: datetime, attempts: int) -> datetime:
    """Return when to try again: after 5 minutes, then twice as long each time, at most a day."""
    return at + min(timedelta(minutes=5 * 2 ** (attempts - 1)), timedelta(days=1))


def body(address: str) -> str:
    """Return all that an email says: where to look, and nothing of what is there."""
    return f"Sign in to read it:\n{address}/\n"
