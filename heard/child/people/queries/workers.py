"""Teams and workers, for who keeps the accounts. No child is read here, and nothing is counted."""

from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from heard.child.people.models import Team, Worker
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.permissions import ONESELF, check_can_keep_accounts
from heard.foundations.accounts.queries import staff_with_email


class Refused(Exception):
    """The account cannot be used so; the words say why, and what to do."""


class Wanted(NamedTuple):
    """Which workers to list: part of a name or an id, of one team or of none, without account."""

    text: str = ""
    team: UUID | None = None
    no_team: bool = False
    no_account: bool = False


def teams(asked_by: Staff) -> QuerySet[Team]:
    """Return every team with its manager, by name. Raises PermissionDenied."""
    check_can_keep_accounts(asked_by)
    return Team.objects.select_related("manager").order_by("name")


def team(asked_by: Staff, id: UUID) -> Team:
    """Return one team. Raises Team.DoesNotExist."""
    return teams(asked_by).get(pk=id)


def workers(asked_by: Staff, wanted: Wanted) -> QuerySet[Worker]:
    """Return the workers who are wanted, by name, with team and account."""
    check_can_keep_accounts(asked_by)
    rows = Worker.objects.select_related("team", "staff").order_by("name", "authority_id", "pk")
    if wanted.text:
        rows = rows.filter(Q(name__icontains=wanted.text) | Q(authority_id=wanted.text))
    if wanted.team or wanted.no_team:
        rows = rows.filter(team=wanted.team)
    return rows.filter(staff=None) if wanted.no_account else rows


def worker(asked_by: Staff, id: UUID) -> Worker:
    """Return one worker. Raises Worker.DoesNotExist."""
    return workers(asked_by, Wanted()).get(pk=id)


def manages(asked_by: Staff, worker: Worker) -> list[str]:
    """Return the names of the teams that this worker manages."""
    return [row.name for row in teams(asked_by).filter(manager=worker)]


def managed_by(staff: Staff, team: UUID) -> bool:
    """Say whether this person manages that team."""
    return Team.objects.filter(pk=team, manager__staff=staff).exists()


def worker_with_id(asked_by: Staff, authority_id: str) -> Worker | None:
    """Return who has exactly this id in the case management system."""
    check_can_keep_accounts(asked_by)
    return Worker.objects.filter(authority_id=authority_id).exclude(authority_id="").first()


def team_with_name(asked_by: Staff, name: str) -> Team | None:
    """Return the team of this name, whatever its capitals."""
    return teams(asked_by).filter(name__iexact=name).first()


def account_to_link(asked_by: Staff, email: str) -> Staff:
    """Return the account that a worker may get: the whole email, open, another's, nobody's yet.

    Nobody links their own account: it opens records, and another administrator decides that.
    Raises Refused.
    """
    account = _open_account(asked_by, email)
    if not account.may(P.READ_RECORDS):
        raise Refused("This account has no role with children. Give it one under Accounts first.")
    other = Worker.objects.filter(staff=account).first()
    if other is not None:
        raise Refused(f"This account is linked to {other.name} already. Unlink it there first.")
    return account


def manager_to_name(asked_by: Staff, email: str) -> Worker:
    """Return the worker who may manage a team: an open account of a manager, linked to a worker.

    A manager may read every record of their team, so nobody names themselves. Raises Refused.
    """
    account = _open_account(asked_by, email)
    if not account.may(P.SUPERVISE):
        raise Refused("They are not a team manager yet. Give them that role under Accounts first.")
    found = Worker.objects.filter(staff=account).first()
    if found is None:
        raise Refused("This account is not linked to a worker yet. Find them here and link it.")
    return found


def _open_account(asked_by: Staff, email: str) -> Staff:
    check_can_keep_accounts(asked_by)
    account = staff_with_email(email)
    if account is None:
        raise Refused("No account has this email. Check it, or add the account under Accounts.")
    if not account.is_active:
        raise Refused("This account is closed. Open it again under Accounts first.")
    if account.pk == asked_by.pk:
        raise Refused(ONESELF)
    return account
