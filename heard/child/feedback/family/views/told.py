"""Were you told? The person's own word about what came of something that they said."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.child.feedback.family import forms, operations, presenters, queries
from heard.child.feedback.family.views.common import PERSON
from heard.child.voice.operations import NotForward
from heard.foundations.deployment import clock
from heard.foundations.ui.fields import form_errors

if TYPE_CHECKING:
    from heard.child.voice.models import Link


def told(request: HttpRequest, link: "Link") -> HttpResponse:
    """Show what they said and what came of it, and ask: yes, or not yet?"""
    form = forms.ToldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _kept(request, link, form)
    queries.look_written_down(link, PERSON, clock.now())
    said = queries.said_of(link)
    if not presenters.waits_for_a_word(said):
        return _moved_on(request, link)
    context = presenters.page(
        presenters.look_of(link, clock.today()), link=link, form=form,
        errors=form_errors(form), **presenters.what_came_of(said),
    )  # fmt: skip
    return render(request, "feedback/family/told.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, link: "Link", form: forms.ToldForm) -> HttpResponse:
    told, words = form.cleaned_data["told"] == "yes", form.cleaned_data["words"]
    try:
        operations.say_told(link=link.pk, told=told, words=words, by=PERSON, at=clock.now())
    except NotForward:
        return _moved_on(request, link, words)
    return redirect("family:on", link.pk)


def _moved_on(request: HttpRequest, link: "Link", words: str = "") -> HttpResponse:
    """Something happened meanwhile: say so, and keep on the page what they wrote."""
    look = presenters.look_of(link, clock.today())
    context = presenters.page(look, message=presenters.MOVED_ON, why="", words=words)
    return render(request, "feedback/family/message.html", context, status=409 if words else 200)
