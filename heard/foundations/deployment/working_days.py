"""Working days of England: what nobody opened by the end of the next one goes to a manager."""

from datetime import datetime, time
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

from heard.foundations.deployment.clock import LONDON

ENDS_AT = time(17)


@cache
def _calendar() -> BankHolidays:
    """The published holidays that came with the library; nothing is fetched."""
    return BankHolidays(use_cached_holidays=True)


def end_of_next_working_day(after: datetime) -> datetime:
    """Return 17:00 in London on the first working day after the day of this instant."""
    day = after.astimezone(LONDON).date()
    following = _calendar().get_next_work_day(division=BankHolidays.ENGLAND_AND_WALES, date=day)
    return datetime.combine(following, ENDS_AT, tzinfo=LONDON)
