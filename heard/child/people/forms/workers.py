"""What an administrator types about teams and workers."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from heard.child.people import queries
from heard.child.people.forms.as_written import AsWritten
from heard.foundations.accounts.models import Staff

NONE = "none"
NO_TEAM = (NONE, "In no team")
MANAGED = "You manage this team. Ask another administrator, because you read the records of it."


class _Asked(forms.Form):
    """A form that knows who asks."""

    def __init__(self, *args: Any, asked_by: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked_by = asked_by
        if "team" in self.fields:
            teams = [(str(row.pk), row.name) for row in queries.teams(asked_by)]
            self.fields["team"].choices = [*self.first_choices, *teams]  # type: ignore[attr-defined]

    first_choices: tuple[tuple[str, str], ...] = (NO_TEAM,)


def _id_or_none(value: str) -> UUID | None:
    return None if value in ("", NONE) else UUID(value)


class FindWorkersForm(_Asked):
    """Which workers to list."""

    first_choices = (("", "Any team"), NO_TEAM)
    text = forms.CharField(
        label="Part of their name, or their whole id", max_length=150, required=False
    )
    team = forms.ChoiceField(label="Team", required=False)
    no_account = forms.BooleanField(label="Only who has no account linked", required=False)

    def wanted(self) -> queries.Wanted:
        """Return what was asked for; everybody where it makes no sense."""
        if not self.is_valid():
            return queries.Wanted()
        asked = self.cleaned_data
        team = _id_or_none(asked["team"])
        nowhere = asked["team"] == NONE
        return queries.Wanted(asked["text"], team, nowhere, asked["no_account"])


class LinkForm(forms.Form):
    """The account of a worker, by its whole email."""

    email = forms.EmailField(
        label="Their work email",
        help_text="The whole email of their account in Heard.",
        error_messages={"required": "Type their work email", "invalid": "That is not an email"},
    )


class MoveForm(_Asked):
    """The team of a worker."""

    team = forms.TypedChoiceField(
        label="Team", coerce=_id_or_none, error_messages={"required": "Choose a team"}
    )

    def clean_team(self) -> UUID | None:
        """Refuse a team of which who asks is the manager: they would let themselves in."""
        team: UUID | None = self.cleaned_data["team"]
        if team is not None and queries.managed_by(self.asked_by, team):
            raise ValidationError(MANAGED)
        return team


class AddWorkerForm(MoveForm):
    """A worker whom no other system brought in."""

    name = AsWritten(
        label="Name", max_length=150, error_messages={"required": "Write the worker’s name"}
    )
    authority_id = forms.CharField(
        label="Their id in your case management system",
        help_text="With it, the next extract knows them. Leave it empty where they have none.",
        max_length=64,
        required=False,
    )
    field_order = ["name", "authority_id", "team"]

    def clean_authority_id(self) -> str:
        """Refuse the id of another worker."""
        given: str = self.cleaned_data["authority_id"]
        other = queries.worker_with_id(self.asked_by, given)
        if other is not None:
            raise ValidationError(f"{other.name} has this id already. Look in the list.")
        return given


class TeamForm(_Asked):
    """A new team."""

    name = forms.CharField(
        label="Name of the team",
        max_length=150,
        error_messages={"required": "Write the name of the team"},
    )

    def clean_name(self) -> str:
        """Refuse a name that a team has."""
        name: str = self.cleaned_data["name"]
        if queries.team_with_name(self.asked_by, name):
            raise ValidationError("There is a team of this name already. Look in the list.")
        return name


class ManagerForm(LinkForm):
    """Who manages a team, by the whole email of their account."""
