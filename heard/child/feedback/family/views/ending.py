"""Three questions as our work ends, in their own words."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.child.feedback.family import forms, operations, presenters
from heard.child.feedback.family.views.common import PERSON
from heard.child.voice.operations import Closed
from heard.foundations.deployment import clock
from heard.foundations.ui.fields import form_errors

if TYPE_CHECKING:
    from heard.child.voice.models import Link


def ending(request: HttpRequest, link: "Link") -> HttpResponse:
    """Ask, and keep the answers; with their leave they are learnt from."""
    form = forms.EndingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers = Closed(**form.cleaned_data)
        operations.answer_ending(link=link.pk, answers=answers, by=PERSON, at=clock.now())
        return redirect("family:on", link.pk)
    look = presenters.look_of(link, clock.today())
    context = presenters.page(look, link=link, form=form, errors=form_errors(form))
    return render(
        request, "feedback/family/ending.html", context, status=422 if form.errors else 200
    )
