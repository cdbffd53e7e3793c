"""Work, askings, talks and decisions of a child, for the tests of item 2c in the database."""

from datetime import date
from itertools import count

from heard.child.asking_due.models import Asking, Exemption, Talk
from heard.child.people.models import Child, Work
from heard.foundations.audit.guard import writing_allowed

numbers = count(1)


def child(known_as="Maya"):
    with writing_allowed("test"):
        return Child.objects.create(authority_id=known_as, source="test")


def worked(of, first, last=None, level="CIN"):
    with writing_allowed("test"):
        return Work.objects.create(
            child=of, level=level, start_date=first, end_date=last, source="test"
        )


def asked(of, on, *talks, by="worker", whom="child", declined=False, known_as=None):
    with writing_allowed("test"):
        asking = Asking.objects.create(
            authority_asking_id=known_as or f"Q{next(numbers)}",
            child=of,
            asked_on=on,
            asked_by=by,
            asked_of=whom,
            filled_in_how="in a den made of blankets",
            declined=declined,
            source="test",
        )
        for day in talks:
            Talk.objects.create(asking=asking, talked_on=day, source="test")
    return asking


def agreed(of, first, last=None, on: date | None = None):
    with writing_allowed("test"):
        return Exemption.objects.create(
            child=of,
            from_date=first,
            to_date=last,
            reason="not born yet",
            agreed_by="Ruth",
            agreed_on=on,
            source="test",
        )
