"""Comparing a version with today's facts, and with the version that it corrects."""

import json
from datetime import date

from heard.authority.returns.models import ReturnVersion
from heard.authority.returns.operations.gather import gather
from heard.authority.returns.operations.snapshot import collector_at_rest
from heard.authority.returns.queries.versions import kept_facts
from heard.authority.returns.rules.days import parse_year
from heard.authority.returns.rules.difference import Difference, difference


def with_today(version: ReturnVersion, today: date) -> Difference:
    """Return what would differ if this version were built today, up to the same last day.

    Nothing is kept. Raises BadReturn where today's facts and counts disagree.
    """
    with collector_at_rest():
        now = gather(parse_year(version.year), version.as_of, today)
        kept = (json.loads(version.items), kept_facts(version.id))
        return difference(kept, (now.items, now.facts))


def with_earlier(version: ReturnVersion) -> Difference:
    """Return what differs between a version and the one that it corrects.

    ValueError for a version that corrects none.
    """
    earlier = version.corrects
    if earlier is None:
        raise ValueError(f"{version} corrects no other version.")
    before = (json.loads(earlier.items), kept_facts(earlier.id))
    return difference(before, (json.loads(version.items), kept_facts(version.id)))
