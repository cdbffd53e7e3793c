"""The closing questions, on the worker's screen, for the child or an adult of the network.

Opening them hands the device over: this session opens nothing else until the worker unlocks it.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.story.forms.ending import ClosingForm
from heard.child.story.presenters.turn import look_of
from heard.child.story.presenters.words import called
from heard.child.story.queries import around
from heard.child.story.views.drawn import MOVED, note_for, page_or_drawn
from heard.child.story.views.ending import of_worker_or_manager
from heard.child.story.views.hands import lend_for_closing
from heard.child.voice.operations import answer_closing
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, View, needs
from heard.foundations.deployment import clock


def asking(whose: str) -> View:
    """Return the page for the child ("child") or for an adult ("adult")."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @needs(P.WRITE_RECORDS)
    def page(request: StaffRequest, child: UUID, adult: UUID | None = None) -> HttpResponse:
        context = _page(request, child, adult)
        form = ClosingForm(request.POST or None, drawn=note_for(request, child))
        if request.method == "POST" and form.is_valid():
            _kept(request, child, adult, form)
            return _thanked(request, context)
        begun = request.method == "POST" or request.GET.get("shall") == "yes"
        context |= {"form": form, "begun": begun, "title": "Our work ends"}
        return render(request, "story/closing.html", context, status=422 if form.errors else 200)

    page.__doc__ = f"The closing questions for the {whose}: why and who sees it, then three."
    return page


def _thanked(request: StaffRequest, context: dict[str, Any]) -> HttpResponse:
    """Say thank you; where the worker changed meanwhile, they hear it when the device is back."""
    if context["moved"]:
        messages.success(request, MOVED)
        return render(request, "story/thanks.html", context | {"title": "Thank you"})
    if context["adult"]:
        return redirect("story:closing_of_adult_thanks", context["child_id"], context["adult"].pk)
    return redirect("story:closing_thanks", context["child_id"])


def _page(request: StaffRequest, child: UUID, adult: UUID | None) -> dict[str, Any]:
    opened = page_or_drawn(request, child, "closing questions", of_worker_or_manager)
    row = opened["row"]
    worker = around.worker_now(row, clock.today())
    who = around.adult_of(row, adult, clock.today()) if adult else None
    if adult and who is None:
        raise Http404
    lend_for_closing(request, child, adult)
    return {
        "moved": opened["moved"],
        "waits": True,
        "child_id": row.pk,
        "their_look": look_of(row, adult is not None, clock.today()),
        "their_name": who.name if who else called(row),
        "adult": who,
        "worker": worker.name if worker else "",
    }


def _kept(request: StaffRequest, child: UUID, adult: UUID | None, form: ClosingForm) -> None:
    answer_closing(
        id=form.cleaned_data["id"],
        child=child,
        adult=adult,
        answers=form.answers(),
        audience="worker" if adult else "helping",
        not_parents=adult is None,
        written_by=request.user.pk,
        on=clock.today(),
        by=request.user.actor,
        at=clock.now(),
    )


@require_safe
@needs(P.WRITE_RECORDS)
def thanks(request: StaffRequest, child: UUID, adult: UUID | None = None) -> HttpResponse:
    """Say thank you, and what happens next."""
    context = _page(request, child, adult) | {"title": "Thank you"}
    return render(request, "story/thanks.html", context)


of_child = asking("child")
of_adult = asking("adult")
