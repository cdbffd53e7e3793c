"""Workers, teams, and what children said, for every child of a filled database.

Twenty children for each worker and eight workers in each team, as an authority of any size has
them: what grows is the authority, not the work of one person.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction

from heard.child.feedback.models import Answer, Form
from heard.child.people.models import Allocation, Child, Team, Worker
from heard.child.voice.models import Choice, Said, Step
from heard.foundations.audit.guard import writing_allowed
from heard.kernel.ids import uuid7

EACH, IN_TEAM, THINGS = 20, 8, 4
BEGAN = datetime(2026, 3, 1, 12, tzinfo=UTC)
STATES = ("open", "heard", "answered", "told", "closed")
MOVES = ("said", "heard", "done", "told", "told_yes")


def speak(priya: Any, ruth: Any, already: int) -> None:
    """Let every child beyond the first `already` have a worker and say four things.

    The first worker is `priya`, the manager of the first team is `ruth`; the others have no
    accounts.
    """
    children = list(Child.objects.filter(source="bench").order_by("authority_id")[already:])
    with transaction.atomic(), writing_allowed("bench"):
        workers = _workers(len(children) // EACH, priya, ruth, already)
        said: list[Said] = []
        pairs = [(child, workers[n // EACH]) for n, child in enumerate(children)]
        Allocation.objects.bulk_create(
            Allocation(child=c, worker=w, start_date=BEGAN.date()) for c, w in pairs
        )
        for child, worker in pairs:
            said += _things(child, worker)
        Said.objects.bulk_create(said, batch_size=2000)
        Step.objects.bulk_create((s for one in said for s in _steps(one)), batch_size=2000)
        Choice.objects.bulk_create((_choice(one) for one in said), batch_size=2000)
        _forms([one for one in said if one.way == "form"])


def _workers(count: int, priya: Any, ruth: Any, already: int) -> list[Worker]:
    made = []
    for number in range(count):
        first = number == 0 and not already
        if number % IN_TEAM == 0:
            team = Team.objects.create(name=f"Team {already}.{number}")
            leads = Worker.objects.create(name="Lead", staff=ruth if first else None, team=team)
            team.manager = leads
            team.save()
        staff = priya if first else None
        made.append(Worker.objects.create(name=f"Worker {number}", staff=staff, team=team))
    return made


def _things(child: Child, worker: Worker) -> list[Said]:
    made = []
    for number in range(THINGS):
        at = BEGAN + timedelta(days=50 * number)
        made.append(
            Said(
                id=uuid7(),
                child=child,
                speaker="child",
                way=("form", "car")[number % 2],
                words="I want to see my cousins.",
                happened_on=at.date(),
                received_at=at,
                audience="helping",
                not_parents=True,
                state=STATES[number],
                holder=worker,
                answer_by=at.date() + timedelta(days=30),
                opened_at=at,
            )
        )
    return made


def _steps(said: Said) -> list[Step]:
    moves = MOVES[: STATES.index(said.state) + 1]
    return [
        Step(
            said=said,
            number=number,
            move=move,
            by="staff",
            happened_on=said.happened_on,
            recorded_at=said.received_at,
            words="We talked, and this is what changed.",
        )
        for number, move in enumerate(moves, 1)
    ]


def _choice(said: Said) -> Choice:
    fields = {"audience": "helping", "not_parents": True, "by_speaker": True}
    return Choice(said=said, chosen_at=said.received_at, **fields)


def _forms(said: list[Said]) -> None:
    forms = [
        Form(
            id=one.pk,
            child_id=one.child_id,
            kind="child",
            key="child",
            version=1,
            language="en-GB",
            variant="a",
            plan="CIN",
            asked_by_id=one.holder_id,
            asked_as="worker",
            asked_on=one.happened_on,
            how="read_out",
            state="handed_in",
            offered_at=one.received_at,
            handed_in_at=one.received_at,
            share_when="now",
            said=one,
        )
        for one in said
    ]
    Form.objects.bulk_create(forms, batch_size=1000)
    Answer.objects.bulk_create(
        (
            Answer(
                id=uuid7(),
                form=form,
                question=str(question),
                number=1,
                state="answered",
                score=3,
                words="",
                happened_at=form.offered_at,
                received_at=form.offered_at,
            )
            for form in forms
            for question in range(1, 5)
        ),
        batch_size=1000,
    )
