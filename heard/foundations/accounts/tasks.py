"""What a worker does for accounts, once a day."""

from datetime import datetime

from heard.foundations.accounts.operations import drop_old_tries
from heard.foundations.audit.actor import HEARD_ITSELF


def forget_old_tries(at: datetime) -> int:
    """Drop wrong tries of more than a day ago, and return how many."""
    return drop_old_tries(by=HEARD_ITSELF, at=at)
