"""Said any other way: a text, a letter, in the car. One page, their own words, into the loop."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.story.forms.said import SaidForm
from heard.child.story.presenters.words import called
from heard.child.story.queries import around, loop
from heard.child.story.views.drawn import MOVED, note_for, page_or_drawn
from heard.child.voice import operations as voice
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

KEPT = "Written down."


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def say(request: StaffRequest, child: UUID) -> HttpResponse:
    """Write down what somebody said. Nothing typed is lost when the worker changed meanwhile."""
    context = page_or_drawn(request, child, "writing down what was said")
    row = context.pop("row")
    name = called(row)
    form = SaidForm(
        request.POST or None,
        name=name,
        speakers=[
            (str(t.adult_id), f"{t.adult.name}, {t.relation}")
            for t in around.adults_of(row, clock.today())
        ],
        named=around.helping(row, clock.today()),
        today=clock.today(),
        initial={"drawn": note_for(request, child)},
    )
    if request.method == "POST" and form.is_valid():
        return _kept(request, child, form)
    context |= {"form": form, "name": name, "title": "Write down what somebody said"}
    return render(request, "story/say.html", context, status=422 if form.errors else 200)


def _kept(request: StaffRequest, child: UUID, form: SaidForm) -> HttpResponse:
    at = clock.now()
    row = voice.say(
        id=form.cleaned_data["id"],
        child=child,
        said=form.said(),
        written_by=request.user.pk,
        by=request.user.actor,
        at=at,
    )
    if row.child_id != child:  # the id of something else: nothing was kept
        raise Http404
    if loop.can_see(request.user, row, at):
        messages.success(request, KEPT)
        return redirect("story:one", row.pk)
    messages.success(request, MOVED)
    return redirect("people:children")
