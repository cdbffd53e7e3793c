"""Which account is which worker, who is in which team, and who manages it.

What somebody may read follows from this at the next page that they open: permissions read it anew.
"""

from datetime import datetime
from uuid import UUID

from heard.child.people.models import Team, Worker
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class LinkedMeanwhile(Exception):
    """The worker or the account got another link, or the account was closed, a moment ago."""


class AsBefore(Exception):
    """It stands so already: nothing changed, and nothing is recorded."""


@operation("worker.linked")
def link_account(*, worker: UUID, staff: UUID, by: Actor, at: datetime, audit: Recorder) -> Worker:
    """Say that this account is this worker: the children of their work open to it.

    Raises LinkedMeanwhile.
    """
    account = Staff.objects.select_for_update().get(pk=staff)
    row = Worker.objects.select_for_update().get(pk=worker)
    taken = Worker.objects.filter(staff=staff).exists()
    if row.staff_id is not None or taken or not account.is_active:
        raise LinkedMeanwhile
    row.staff = account
    row.save(update_fields=["staff"])
    audit(subject=("worker", str(worker)), data={"staff": str(staff)})
    return row


@operation("worker.unlinked")
def unlink_account(*, worker: UUID, by: Actor, at: datetime, audit: Recorder) -> Worker:
    """Take the account from a worker: nothing of their work opens to it. Raises AsBefore."""
    row = Worker.objects.select_for_update().get(pk=worker)
    if row.staff_id is None:
        raise AsBefore
    audit(subject=("worker", str(worker)), data={"staff": str(row.staff_id)})
    row.staff = None
    row.save(update_fields=["staff"])
    return row


@operation("worker.moved_team")
def move_to_team(
    *, worker: UUID, team: UUID | None, by: Actor, at: datetime, audit: Recorder
) -> Worker:
    """Move a worker to another team, or to none; their work stays theirs. Raises AsBefore."""
    row = Worker.objects.select_for_update().get(pk=worker)
    if row.team_id == team:
        raise AsBefore
    moved = {"from": str(row.team_id or ""), "to": str(team or "")}
    audit(subject=("worker", str(worker)), data=moved)
    row.team_id = team
    row.save(update_fields=["team"])
    return row


@operation("team.manager_named")
def name_manager(
    *, team: UUID, manager: UUID | None, by: Actor, at: datetime, audit: Recorder
) -> Team:
    """Name who manages a team, or nobody, in place of whoever did before. Raises AsBefore."""
    row = Team.objects.select_for_update().get(pk=team)
    if row.manager_id == manager:
        raise AsBefore
    named = {"from": str(row.manager_id or ""), "to": str(manager or "")}
    audit(subject=("team", str(team)), data=named)
    row.manager_id = manager
    row.save(update_fields=["manager"])
    return row
