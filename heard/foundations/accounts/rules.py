"""Rules of signing in that need no database."""

import secrets
from datetime import datetime, timedelta

FREE_TRIES = 5
FORGOTTEN_AFTER = timedelta(hours=24)
LONGEST_WAIT = timedelta(minutes=30)
START_PASSWORD_LASTS = timedelta(days=14)
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike when read out


def wait_after(failed: int) -> timedelta:
    """Return how long an account rests after this many wrong tries in a row.

    The first four cost nothing; the fifth a minute, then twice as long each time, at most 30
    minutes, so that nobody can keep a colleague out for a day.
    """
    if failed < FREE_TRIES:
        return timedelta()
    return min(timedelta(minutes=2 ** min(failed - FREE_TRIES, 10)), LONGEST_WAIT)


def words_for_wait(until: datetime, now: datetime) -> str:
    """Return the sentence for somebody who must wait; the same for accounts that do not exist."""
    minutes = max(1, -int(-(until - now).total_seconds() // 60))
    wait = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"There were too many wrong tries. Wait {wait}, then try again, or use a passkey."


def new_start_password() -> str:
    """Return a password that is read out once: 16 letters in fours, about 79 bits of chance."""
    letters = [secrets.choice(_LETTERS) for _ in range(16)]
    return "-".join("".join(letters[i : i + 4]) for i in range(0, 16, 4))
