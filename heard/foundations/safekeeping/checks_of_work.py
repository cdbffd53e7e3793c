"""Checks of the work that nobody waits for. "" means that all is well."""

from datetime import datetime, timedelta

from heard.foundations.audit import heads
from heard.foundations.audit.models import AuditHead
from heard.foundations.audit.queries import last_checks
from heard.foundations.background import queries
from heard.foundations.deployment import clock

FRESH = timedelta(minutes=30)


def worker() -> str:
    """Without a worker no alert is sent, no head is written and no import runs."""
    if queries.workers_alive(clock.now()):
        return ""
    last = queries.last_worker_seen()
    words = f"The last was seen at {last:%Y-%m-%d %H:%M}." if last else "None was ever seen."
    return f"No worker runs. {words} Start one as a service: heard worker"


def heads_fresh() -> str:
    """What came after the last head can be cut without trace."""
    if not queries.workers_alive(clock.now()):
        return ""  # said already
    head = AuditHead.objects.filter(pk=1).first()
    latest = heads.latest()
    if head is None or (head.seq == 0 and latest is None):
        return ""
    last = datetime.fromisoformat(latest.at) if latest else None
    if last is None or abs(clock.now() - last) > FRESH:
        said = f"The last head is of {last:%Y-%m-%d %H:%M}" if last else "There is no head"
        return f"{said} in {heads.file()}. Can the worker write there? heard audit head tries it."
    return ""


def last_check() -> str:
    """A trail that is not whole must reach somebody."""
    made = [check for check in last_checks() if check.finished_at]
    if not made or not made[0].finding_count:
        return ""
    return f"The trail was not whole: {made[0].finding_count} findings. Run: heard audit verify"


def failures() -> str:
    """What failed is never silent."""
    tasks, jobs = queries.failed_tasks(clock.now()), queries.failing_jobs()
    if not tasks and not jobs:
        return ""
    words = f"{len(tasks)} tasks failed in the last fourteen days"
    return f"{words}, {len(jobs)} jobs by the clock fail. Run: heard worker --failed"
