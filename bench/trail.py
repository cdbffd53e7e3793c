"""Checking the whole audit trail and backing it all up, beside plain reading of the same rows.

    python -m bench.trail

A trail of 200,000 events on SQLite (two years of a small authority). Aims: a check within 10 times
of reading the rows and within 20 seconds; a backup within 20 seconds.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

EVENTS, AT_ONCE = 200_000, 5_000
AIM_TIMES, AIM_SECONDS = 10, 20


def main() -> int:
    """Build the trail in a folder of its own, and print each figure."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            HEARD_DATA=folder,
            HEARD_DATABASE_URL="",
            DJANGO_SETTINGS_MODULE="heard.config.settings.base",
        )
        return _measure(Path(folder))


def _measure(folder: Path) -> int:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    from heard.foundations.audit.actor import HEARD_ITSELF
    from heard.foundations.audit.verify import verify
    from heard.foundations.deployment import clock
    from heard.foundations.safekeeping.backup import back_up

    writing = _seconds(_write)
    reading = _seconds(_read)
    checking = _seconds(verify)
    at = clock.now()
    backing = _seconds(lambda: back_up(folder / "one.backup", by=HEARD_ITSELF, at=at))
    times = checking / reading
    print(f"write    {EVENTS:,} events in {writing:.1f} s: {EVENTS / writing:,.0f} a second")
    print(f"read     the same rows, nothing checked: {reading:.1f} s")
    print(f"check    {checking:.1f} s, {times:.1f} times reading (aims: {AIM_TIMES} times, "
          f"{AIM_SECONDS} s)")  # fmt: skip
    print(f"back up  {backing:.1f} s (aim: {AIM_SECONDS} s)")
    good = times <= AIM_TIMES and max(checking, backing) <= AIM_SECONDS
    print("within the aims" if good else "NOT within the aims")
    return 0


def _write() -> None:
    from heard.foundations.audit.actor import HEARD_ITSELF
    from heard.foundations.audit.operation import Recorder, operation
    from heard.foundations.deployment import clock

    @operation("bench.noted")
    def note(*, first: int, by: object, at: object, audit: Recorder) -> None:
        for number in range(first, first + AT_ONCE):
            child = f"0198b000-0000-7000-8000-{number % 5000:012d}"
            data = {"what": "the record", "why": "works with the child"}
            audit(subject=("child", child), child=child, data=data)

    for first in range(0, EVENTS, AT_ONCE):
        note(first=first, by=HEARD_ITSELF, at=clock.now())


def _read() -> None:
    from heard.foundations.audit.models import AuditEvent

    for _ in AuditEvent.objects.order_by("seq").values_list().iterator(chunk_size=2000):
        pass


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(main())
