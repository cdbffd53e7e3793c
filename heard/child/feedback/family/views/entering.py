"""Coming in: a typed code or a link, who asks and why, and "Shall we?"."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from heard.child.feedback.family import forms, presenters
from heard.child.feedback.family.browser import cookie_of, give, new_value
from heard.child.feedback.family.views.common import PERSON, refused, with_link
from heard.child.feedback.family.views.ending import ending
from heard.child.feedback.family.views.form import begin
from heard.child.feedback.family.views.told import told
from heard.child.voice import operations as voice
from heard.child.voice.queries.links import door_rests, link_of_code, opened_here, refuse_link
from heard.child.voice.rules import LinkRefused
from heard.foundations.access.views import open_to
from heard.foundations.deployment import clock

if TYPE_CHECKING:
    from heard.child.voice.models import Link

PURPOSES = {"form": begin, "told": told, "ending": ending}
ANYBODY = open_to("everyone", why="Whoever has a code types it here; without one nothing opens")


@require_http_methods(["GET", "HEAD", "POST"])
@ANYBODY
def enter(request: HttpRequest) -> HttpResponse:
    """Type the code from the paper; what it opens is shown at once, and no address holds it."""
    form = forms.CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _invited(request, form.cleaned_data["code"])
        except LinkRefused as refusal:
            if refusal.why != "unknown":
                return refused(request, refusal.why)
            form.add_error("code", "This code opens nothing. Check each letter and number")
    context = presenters.page("family", form=form)
    status = 422 if form.errors else 200
    return render(request, "feedback/family/enter.html", context, status=status)


@require_safe
@ANYBODY
def by_link(request: HttpRequest, code: str) -> HttpResponse:
    """Show who asks and why. Nothing is opened: apps fetch a link to show what it leads to."""
    try:
        return _invited(request, code)
    except LinkRefused as refusal:
        return refused(request, refusal.why)


def _invited(request: HttpRequest, code: str) -> HttpResponse:
    """Return the invitation of a code; raises LinkRefused.

    Once somebody opened it, another browser is shown the same as before: what became of it is
    nobody else's to know.
    """
    at, cookie = clock.now(), cookie_of(request)
    link = _known(code)
    if opened_here(link, cookie):
        return redirect("family:on", link.pk)
    if not link.opened_by:
        refuse_link(link, cookie, at)
    form = forms.hidden(code=code, browser=new_value())
    look = presenters.look_of(link, clock.today())
    context = presenters.page(look, message=presenters.invitation(link), form=form)
    return render(request, "feedback/family/invitation.html", context)


def _known(code: str) -> "Link":
    """Return the link of a code; count one that opens nothing. Raises LinkRefused."""
    at = clock.now()
    if door_rests(at):
        raise LinkRefused("resting")
    try:
        return link_of_code(code)
    except LinkRefused:
        voice.code_was_wrong(by=PERSON, at=at)
        raise


@require_POST
@ANYBODY
def open_it(request: HttpRequest) -> HttpResponse:
    """Yes: the link belongs to this browser from now on. Not today: nothing changes."""
    form = forms.OpenForm(request.POST)
    if not form.is_valid():
        return refused(request, "unknown")
    if form.cleaned_data["shall_we"] == "later":
        return redirect("family:later")
    value = cookie_of(request) or form.cleaned_data["browser"]
    try:
        _known(form.cleaned_data["code"])
        link = voice.open_link(
            code=form.cleaned_data["code"], cookie=value, by=PERSON, at=clock.now()
        )
    except LinkRefused as refusal:
        if refusal.why == "used":
            return redirect("family:on", link_of_code(form.cleaned_data["code"]).pk)
        return refused(request, refusal.why)
    response = redirect("family:on", link.pk)
    give(response, value)
    return response


@require_safe
@ANYBODY
def later(request: HttpRequest) -> HttpResponse:
    """Not today is an answer too: the link stays as it is."""
    return render(request, "feedback/family/later.html", presenters.page("family"))


@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def on(request: HttpRequest, link: "Link") -> HttpResponse:
    """Go on to what the link is for."""
    return PURPOSES[link.purpose](request, link)
