"""Teams, their managers and their workers."""

from datetime import timedelta
from uuid import UUID

from demo.northmoor.names import MANAGERS, WORKERS
from demo.northmoor.setting import Setting
from heard.child.people.operations import add_worker, make_team
from heard.foundations.accounts.models import Staff

CAST = (
    ("ruth", "East", True),
    ("priya", "East", False),
    ("tom", "East", False),
    ("sam", "West", False),
    ("ivor", None, False),
)


def make_teams(setting: Setting, staff: dict[str, Staff]) -> None:
    """Make four teams; Ruth manages East, where Priya and Tom work; Sam works in West."""
    day = setting.today - timedelta(days=760)
    teams = {}
    for name in ("East", *MANAGERS):
        teams[name] = make_team(name=name, **setting.by("demo", day)).pk
        setting.teams[name] = []
    people: list[tuple[str, str, str | None, UUID | None, bool]] = [
        (key, staff[key].name, team, staff[key].pk, leads) for key, team, leads in CAST
    ]
    people += [(name, name, team, None, True) for team, name in MANAGERS.items()]
    people += [(name, name, team, None, False) for team, name in WORKERS]
    for key, name, team, account, leads in people:
        worker = add_worker(
            name=name,
            staff=account,
            team=teams[team] if team else None,
            manages=leads,
            **setting.by("demo", day),
        )
        setting.workers[key] = worker.pk
        if team and not leads:
            setting.teams[team].append(key)
    setting.actors.update({key: person.actor for key, person in staff.items()})
