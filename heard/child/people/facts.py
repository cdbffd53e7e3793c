"""The third door of this app: days of birth and of work, for the written checks of a return.

Opaque ids and days only: no names, no worker, no team.
"""

from collections.abc import Iterator

from heard.child.people.hex_ids import Hex
from heard.child.people.models import Child, Work
from heard.kernel.return_spec.rows import ChildRow, WorkRow

CHUNK = 5000


def child_rows() -> Iterator[ChildRow]:
    """Yield every child and the day of birth where it is known, in order of id."""
    rows = Child.objects.order_by("pk").values_list(Hex("pk"), "birth_date")
    yield from map(ChildRow._make, rows.iterator(CHUNK))


def work_rows() -> Iterator[WorkRow]:
    """Yield every period of work, a child's periods together and in order of their start."""
    rows = Work.objects.order_by("child_id", "start_date", "pk")
    columns = rows.values_list(Hex("child_id"), "level", "start_date", "end_date")
    yield from map(WorkRow._make, columns.iterator(CHUNK))
