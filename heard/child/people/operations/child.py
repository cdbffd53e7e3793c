"""A child, how they are best asked and told, and their family."""

from datetime import date, datetime
from uuid import UUID

from heard.child.people.models import Child, Family
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("child.added")
def add_child(
    *,
    authority_id: str,
    given_name: str,
    family_name: str,
    birth_date: date | None,
    expected_birth_date: date | None = None,
    sex: str = "",
    ethnicity: str = "",
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Child:
    """Make a record for a child who has none."""
    child = Child.objects.create(
        authority_id=authority_id,
        given_name=given_name,
        family_name=family_name,
        birth_date=birth_date,
        expected_birth_date=expected_birth_date,
        sex=sex,
        ethnicity=ethnicity,
        source="heard",
    )
    audit(subject=("child", str(child.pk)), child=str(child.pk))
    return child


@operation("family.made")
def make_family(
    *, name: str, children: list[UUID], by: Actor, at: datetime, audit: Recorder
) -> Family:
    """Put children who belong together under one name."""
    family = Family.objects.create(name=name)
    Child.objects.filter(pk__in=children).update(family=family)
    audit(subject=("family", str(family.pk)), data={"children": [str(c) for c in children]})
    return family


@operation("child.described")
def describe_child(
    *,
    child: UUID,
    known_as: str,
    language: str,
    interpreter: bool,
    communication: str,
    disability: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Child:
    """Keep what the child likes to be called, and how they are best asked and told."""
    row = Child.objects.select_for_update().get(pk=child)
    new = {
        "known_as": known_as,
        "language": language,
        "interpreter": interpreter,
        "communication": communication,
        "disability": disability,
    }
    changed = [name for name, value in new.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, new[name])
    row.save(update_fields=changed)
    audit(subject=("child", str(child)), child=str(child), data={"changed": changed})
    return row
