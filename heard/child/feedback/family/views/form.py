"""Answering a form through the door: the same pages as beside the worker, in the door's frame."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from heard.child.feedback.family import operations, presenters, queries
from heard.child.feedback.family.views.common import PERSON, with_link
from heard.child.feedback.operations import FormClosed
from heard.child.feedback.presenters.filling import steps_of
from heard.child.feedback.queries import answers_now
from heard.child.feedback.views.steps import Door, show
from heard.child.voice.operations import use_link
from heard.foundations.deployment import clock

if TYPE_CHECKING:
    from heard.child.feedback.models import Form
    from heard.child.voice.models import Link

FRAME = "feedback/family/frame.html"


def begin(request: HttpRequest, link: "Link") -> HttpResponse:
    """Go on where the person was: the beginning, or the first question without an answer."""
    queries.look_written_down(link, PERSON, clock.now())
    return redirect(_page(link, _where(queries.form_of(link))))


def _where(form: "Form") -> str:
    given, steps = answers_now(form), steps_of(form)
    if form.state != "answering":
        return steps[0]
    return next((key for key in steps[1:-1] if key not in given), steps[-1])


def _page(link: "Link", step: str) -> str:
    return reverse("family:step", args=[link.pk, step])


@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def step(request: HttpRequest, link: "Link", step: str) -> HttpResponse:
    """One step of the form. Once it is handed in or declined, the link is used up."""
    if link.purpose != "form":
        return redirect("family:on", link.pk)
    if step == "start" and request.POST.get("shall_we", "yes") != "yes":
        return redirect("family:not_today", link.pk)
    form = queries.form_of(link)
    answer = show(request, form, step, Door(lambda to: _page(link, to), PERSON, FRAME))
    if queries.form_of(link).state in ("handed_in", "declined"):
        use_link(link=link.pk, by=PERSON, at=clock.now())
        return redirect("family:on", link.pk)
    return answer


@require_http_methods(["GET", "HEAD"])
@with_link
def not_today(request: HttpRequest, link: "Link") -> HttpResponse:
    """Not today: the link stays. Whoever would rather not be asked at all says so here."""
    look = presenters.look_of(link, clock.today())
    until = presenters.until(link)
    return render(
        request, "feedback/family/not_today.html", presenters.page(look, link=link, until=until)
    )


@require_POST
@with_link
def no(request: HttpRequest, link: "Link") -> HttpResponse:
    """They would rather not answer: that is kept, and nobody asks why."""
    if link.purpose == "form":
        try:
            operations.say_no(link=link.pk, by=PERSON, at=clock.now())
        except FormClosed:  # handed in beside the worker meanwhile: that stands
            use_link(link=link.pk, by=PERSON, at=clock.now())
    return redirect("family:on", link.pk)
