"""What the pages of the door share: whose link this browser has, and words where there is none."""

import functools
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.child.feedback.family import presenters, queries
from heard.child.feedback.family.browser import cookie_of
from heard.child.voice.queries.links import link_in
from heard.child.voice.rules import LinkRefused
from heard.foundations.access.once import once
from heard.foundations.access.views import open_to
from heard.foundations.audit.actor import Actor
from heard.foundations.deployment import clock

# Nobody signed in: a person with a link did it. The event names the link.
PERSON = Actor("system", "family door", "Somebody through the family door")
STATUS = {"resting": 429}


def with_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a page to the one browser in which its link was opened, while the link lasts.

    A form that is sent twice has one effect.
    """

    @open_to("families", why="A person with a link, in the browser that opened it first")
    @functools.wraps(view)
    def run(request: HttpRequest, link: UUID, **rest: Any) -> HttpResponse:
        try:
            row = link_in(cookie_of(request), link, clock.now())
        except LinkRefused as refusal:
            return _over(request, link, refusal.why)
        return once(request, str(link), lambda: view(request, row, **rest))

    return run


def _over(request: HttpRequest, link: UUID, why: str) -> HttpResponse:
    """The number of a link says nothing, not even whether there is such a link."""
    if why in ("unknown", "elsewhere"):
        return refused(request, "not_here")
    if why != "used":
        return refused(request, why)
    return redirect("family:on", link) if request.method == "POST" else thanked(request, link)


def refused(request: HttpRequest, why: str, look: str = "family") -> HttpResponse:
    """Say in plain words why nothing opens. All reasons answer alike to a machine."""
    context = presenters.page(look, message=presenters.REFUSED[why], why=why)
    return render(request, "feedback/family/message.html", context, status=STATUS.get(why, 404))


def thanked(request: HttpRequest, link: UUID) -> HttpResponse:
    """After the answer a link shows only thanks, and what happens next."""
    row = queries.done_with(cookie_of(request), link)
    form = queries.form_of(row) if row.purpose == "form" else None
    look = presenters.look_of(row, clock.today())
    message = presenters.thank_you(row, form, queries.said_not_yet(row))
    context = presenters.page(look, message=message, why="")
    return render(request, "feedback/family/thanks.html", context)
