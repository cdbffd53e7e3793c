"""Asking how it is going: whom, with which form, at which meeting, and how."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.feedback import forms, operations, queries
from heard.child.feedback.definitions import for_kind
from heard.child.feedback.permissions import asks_as
from heard.child.feedback.presenters import asking
from heard.child.meetings.operations import There
from heard.child.people.presenters import called
from heard.child.people.views import page_of
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

if TYPE_CHECKING:
    from heard.child.people.models import Child, Worker


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def ask(request: StaffRequest, child: UUID) -> HttpResponse:
    """Choose whom to ask and how; then the tablet goes to them."""
    context = page_of(request, child, "ask")
    row, worker, today = context.pop("row"), queries.worker_of_staff(request.user), clock.today()
    if worker is None:
        raise Http404
    choices = asking.choices_of(row, worker, today)
    start = asking.proposal(row, today, choices)
    form = forms.AskForm(choices, request.POST or None, initial=start)
    asked_as = asks_as(request.user, row, clock.now())
    if request.method == "POST" and form.is_valid():
        first = _ask(request, row, worker, form.cleaned_data, asked_as)
        return redirect("feedback:one", first)
    context |= {
        "form": form,
        "name": called(row),
        "asked_as": asked_as,
        "unfinished": asking.unfinished_rows(queries.forms_not_finished(request.user, row)),
        "reflections": queries.my_reflections(request.user, row),
    }
    status = 422 if form.errors else 200
    return render(request, "feedback/staff/ask.html", context, status=status)


def _ask(
    request: StaffRequest, child: "Child", worker: "Worker", sent: dict[str, Any], asked_as: str
) -> UUID:
    """Record the meeting and offer the forms; return the first."""
    names = {asking.CHILD: called(child)} | {
        str(t.adult_id): t.adult.name for t in queries.adults_now(child, clock.today())
    }
    new = sent["meeting"] == asking.NEW
    meeting = sent["meeting_id"] if new else UUID(sent["meeting"])
    shared: dict[str, Any] = {
        "child": child.pk, "variant": sent["variant"], "how": sent["how"],
        "plan": queries.level_on(child, clock.today()), "asked_by": worker.pk,
        "asked_as": "provider" if sent["provider"] and asked_as != "worker" else asked_as,
        "asked_on": clock.today(), "meeting": meeting,
        "interpreter_language": sent["interpreter_language"],
        "conversation": sent["conversation"] if new else queries.conversation_of(meeting),
    }  # fmt: skip
    offers = [
        (_near(sent["first_form"], place), operations.Offer(
            **shared, **_whose(person, sent), in_room=_room(names, person, sent)))
        for place, person in enumerate(sent["people"])
    ]  # fmt: skip
    made = operations.ask_together(
        meeting=_meeting(meeting, sent, child) if new else None,
        offers=offers, by=request.user.actor, at=clock.now(),
    )  # fmt: skip
    return made[0].pk


def _near(id: UUID, place: int) -> UUID:
    """One id of the page makes those of all its forms, in the order of the people."""
    return UUID(int=(id.int >> 8 << 8) + place)


def _whose(person: str, sent: dict[str, Any]) -> dict[str, Any]:
    """Which form this person gets, in the language that was chosen where there is one."""
    kinds = {asking.CHILD: sent["child_form"], asking.WORKER: "worker"}
    kind = kinds.get(person, "adult")
    offered = for_kind(kind)
    one = next((d for d in offered if d.language == sent["language"]), offered[0])
    adult = UUID(person) if kind == "adult" else None
    given = {"kind": kind, "adult": adult, "key": one.key, "version": one.version}
    return {**given, "language": one.language}


def _room(names: dict[str, str], person: str, sent: dict[str, Any]) -> str:
    """Who else was in the room while this person answered, in words."""
    there = [names[key] for key in sent["there"] if key != person]
    return ", ".join([*there, *filter(None, [sent["others"]])])


def _meeting(id: UUID, sent: dict[str, Any], child: "Child") -> operations.NewMeeting:
    here = {*sent["there"], *sent["people"]} - {asking.WORKER}
    adults = tuple(sorted(UUID(key) for key in here if key != asking.CHILD))
    children = (child.pk,) if asking.CHILD in here else ()
    others = tuple(filter(None, [sent["others"]]))
    alone = frozenset(children) if not adults and not others else frozenset()
    there = There(children, adults, others, alone)
    return operations.NewMeeting(id, sent["kind"], sent["conversation"], there)
