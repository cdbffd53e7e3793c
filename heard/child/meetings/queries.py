"""Reading meetings. The caller was allowed to open the child's record first."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet

from heard.child.meetings.models import Meeting, Present
from heard.child.people.models import Child

WHO = Prefetch("present", Present.objects.select_related("child", "adult").order_by("pk"))


def meetings_of(child: Child) -> QuerySet[Meeting]:
    """Return the meetings where the child was, newest first, with who was there."""
    mine = Meeting.objects.filter(present__child=child).select_related("worker")
    return mine.prefetch_related(WHO).order_by("-happened_at", "-pk")


def meetings_so_far(children: Iterable[Child], since: date) -> int:
    """Return how many meetings these children had since a day, each meeting once."""
    rows = Meeting.objects.filter(present__child__in=list(children), happened_at__date__gte=since)
    return rows.distinct().count()
