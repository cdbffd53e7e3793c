"""The end of our work with a child."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.people.queries import may_read
from heard.child.people.views import page_of
from heard.child.story.forms.ending import EndingForm
from heard.child.story.operations.ending import end_our_work
from heard.child.story.presenters.words import STATE_WORDS, called, speaker
from heard.child.story.queries import around
from heard.child.story.queries import ending as settled
from heard.child.voice.operations import NotForward
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

CLOSE = ("worker", "manager")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def ending(request: StaffRequest, child: UUID) -> HttpResponse:
    """Ask the closing questions, settle what is open, and end the work."""
    context = of_worker_or_manager(request, child, "end of our work")
    row, at = context.pop("row"), clock.now()
    work = settled.open_work(row)
    if not work:
        messages.info(request, "There is no open work to end.")
        return redirect("people:record", child)
    waiting, given = settled.to_settle(request.user, row, at), settled.answers(row, at)
    form = EndingForm(
        request.POST or None,
        waiting=waiting,
        workers=around.can_act(row, clock.today(), None),
        since=max(w.start_date for w in work),
        answered=bool(given),
        today=clock.today(),
    )
    if request.method == "POST" and form.is_valid():
        return _ended(request, child, form)
    context |= {"form": form, "name": called(row), "answered": [speaker(said) for said in given]}
    context |= {"adults": around.adults_of(row, clock.today()), "loops": _loops(form, waiting)}
    return render(request, "story/ending.html", context, status=422 if form.errors else 200)


def of_worker_or_manager(request: StaffRequest, child: UUID, what: str) -> dict[str, Any]:
    """Return a child's page for their worker or the worker's manager; Http404 for anybody else."""
    context = page_of(request, child, what)
    if context["reason"].name not in CLOSE:
        raise Http404
    return context


def _loops(form: EndingForm, waiting: Any) -> list[dict[str, Any]]:
    parts = ("way", "to", "due", "tried")
    return [
        {
            "said": said,
            "who": speaker(said),
            "state": STATE_WORDS[said.state],
            **{part: form[f"{part}_{said.pk}"] for part in parts},
        }
        for said in waiting
    ]


def _ended(request: StaffRequest, child: UUID, form: EndingForm) -> HttpResponse:
    given, at = form.cleaned_data, clock.now()
    try:
        end_our_work(
            id=given["id"], child=child, on=given["on"], asked=given["asked"], why=given["why"],
            moves=form.moves(request.user.pk), staff=request.user, by=request.user.actor, at=at,
        )  # fmt: skip
    except NotForward:
        messages.warning(request, "Something was said or answered meanwhile. Look again below.")
        return redirect("story:ending", child)
    messages.success(request, "Our work has ended, and every link to it.")
    if may_read(request.user, child, at):
        return redirect("story:of_child", child)
    return redirect("people:children")
