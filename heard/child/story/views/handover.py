"""When the worker changes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.people.queries import may_read
from heard.child.people.views import managed, page_of
from heard.child.story.forms.handover import WHY, HandoverForm
from heard.child.story.presenters.words import STATE_WORDS, called, speaker
from heard.child.story.queries import around, handover
from heard.child.voice.operations import hand_over
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.CHANGE_WORKERS)
def new_worker(request: StaffRequest, child: UUID) -> HttpResponse:
    """Give the work to somebody else; open promises go with it, each with a day."""
    context = managed(request, child, "change of worker")
    row = context.pop("row")
    waiting = handover.would_move(request.user, row, clock.now())
    form = _form(request, row, waiting)
    if request.method == "POST" and form.is_valid():
        return _handed_over(request, child, form)
    promises = [
        (said, form[f"due_{said.pk}"], speaker(said), STATE_WORDS[said.state]) for said in waiting
    ]
    context |= {"form": form, "name": called(row), "promises": promises}
    return render(request, "story/new_worker.html", context, status=422 if form.errors else 200)


def _form(request: StaffRequest, row: Any, waiting: Any) -> HandoverForm:
    now = handover.allocation_now(row)
    return HandoverForm(
        request.POST or None,
        name=called(row),
        workers=around.every_worker(now.worker if now else None),
        waiting=[(said.pk, said.answer_by) for said in waiting],
        since=now.start_date if now else None,
        today=clock.today(),
    )


def _handed_over(request: StaffRequest, child: UUID, form: HandoverForm) -> HttpResponse:
    given, at = form.cleaned_data, clock.now()
    hand_over(
        id=given["id"],
        child=child,
        to=UUID(given["to"]),
        on=given["on"],
        why=given["why"],
        words=given["words"],
        know=given["know"],
        told_child=given["told_child"],
        dues=form.dues(),
        by=request.user.actor,
        at=at,
    )
    messages.success(request, "The work has moved, and the new worker has been told.")
    if may_read(request.user, child, at):
        return redirect("story:handover", child)
    return redirect("people:children")


@require_safe
@needs(P.READ_RECORDS)
def for_new_worker(request: StaffRequest, child: UUID) -> HttpResponse:
    """What a new worker reads first: who came, what to know, and what was promised."""
    context = page_of(request, child, "for the new worker")
    row = context.pop("row")
    change = handover.latest(row)
    moved = handover.moved_with(request.user, change, clock.now()) if change else []
    rows = [(said, due, speaker(said), STATE_WORDS[said.state]) for said, due in moved]
    why = dict(WHY)[change.why] if change else ""
    context |= {"change": change, "moved": rows, "name": called(row), "why": why}
    return render(request, "story/handover.html", context)
