"""Counting what the apps below did: an asking, a decline that came later, and the talk."""

from datetime import date, datetime
from uuid import UUID

from heard.child.asking_due.models import Asking, Talk
from heard.child.asking_due.operations import know_asking_better, record_asking, talk_over
from heard.child.voice.hooks import Asked
from heard.foundations.audit.actor import Actor


def count_asking(asking: Asked, by: Actor, at: datetime) -> None:
    """Record an asking once under the id of the form or of what was said; a later no is kept."""
    known = Asking.objects.filter(authority_asking_id=asking.id.hex, child=asking.child).first()
    if known is None:
        fields = asking._asdict()
        record_asking(authority_asking_id=fields.pop("id").hex, by=by, at=at, **fields)
    elif known.declined != asking.declined or known.filled_in_how != asking.filled_in_how:
        know_asking_better(
            asking=known.pk,
            declined=asking.declined,
            filled_in_how=asking.filled_in_how,
            by=by,
            at=at,
        )


def count_talk(id: UUID, on: date, by: Actor, at: datetime) -> None:
    """Record that what was asked under this id was talked over; nothing where it was no asking."""
    for asking in Asking.objects.filter(authority_asking_id=id.hex):
        if not Talk.objects.filter(asking=asking, talked_on=on).exists():
            talk_over(asking=asking.pk, talked_on=on, by=by, at=at)
