"""Children who need somebody soon: today's alerts for the duty team, and nothing else of them."""

from datetime import datetime, time
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from heard.child.people.models import Allocation, Worker
from heard.child.today.models import OnIt
from heard.child.voice.models import Said
from heard.child.voice.rules import TO_DO
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read
from heard.foundations.deployment.clock import LONDON

MOST = 50
# A page answers it as if there were nothing.
NOT_FOUND = (Said.DoesNotExist,)


class Alerted(NamedTuple):
    """One person who needs somebody soon, their worker, and who is on it."""

    said: Said
    worker: Worker | None
    on_it: list[OnIt]


def need_somebody(staff: Staff, at: datetime) -> list[Alerted]:
    """Return who asked for somebody today, and before today where nobody is on it; newest first.

    Each look is written down, child by child.
    """
    rows = list(_open(at).order_by("-received_at", "-pk")[:MOST])
    workers = _workers([row.child_id for row in rows], at)
    for row in rows:
        who = {"by": staff.actor, "at": at}
        why = "on duty: they need someone soon"
        record_read(child=str(row.child_id), what="needs someone soon", why=why, **who)
    return [Alerted(r, workers.get(r.child_id), list(r.on_it.all())) for r in rows]


def one_who_needs(said: UUID, at: datetime) -> Said:
    """Return one of them. Raises Said.DoesNotExist for anything else that was said."""
    return _open(at).get(pk=said)


def _open(at: datetime) -> QuerySet[Said]:
    midnight = datetime.combine(at.astimezone(LONDON).date(), time(), LONDON)
    waiting = Q(received_at__gte=midnight) | Q(on_it=None, state__in=TO_DO)
    rows = Said.objects.filter(waiting, soon=True).distinct()
    return rows.select_related("child", "adult").prefetch_related("on_it__staff")


def _workers(children: list[UUID], at: datetime) -> dict[UUID, Worker]:
    day = at.astimezone(LONDON).date()
    now = Allocation.objects.filter(child__in=children, start_date__lte=day)
    rows = now.exclude(end_date__lt=day).select_related("worker__team__manager")
    return {row.child_id: row.worker for row in rows.order_by("start_date")}
