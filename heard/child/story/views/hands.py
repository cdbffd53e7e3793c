"""Pages that a person fills in on the worker's device: it opens nothing else meanwhile."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from heard.child.handing.rules import Pages
from heard.child.handing.views import in_their_hands
from heard.child.story.presenters.turn import look
from heard.child.story.queries import loop
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


def lend_for_word(request: StaffRequest, said: Any) -> None:
    """Lock this session to the page that asks: were you told?"""
    first = reverse("story:their_word", args=[said.pk])
    pages = Pages((first,), first, reverse("story:one", args=[said.pk]))
    in_their_hands(request, pages, ("said", str(said.pk)), said.child_id)


def lend_for_closing(request: StaffRequest, child: UUID, adult: UUID | None) -> None:
    """Lock this session to the closing questions of the child, or of one adult."""
    name, whose = ("closing_of_adult", [child, adult]) if adult else ("closing", [child])
    first = reverse(f"story:{name}", args=whose)
    pages = Pages((first,), first, reverse("story:ending", args=[child]))
    about = ("adult", str(adult)) if adult else ("child", str(child))
    in_their_hands(request, pages, about, child)


@require_safe
@needs(P.WRITE_RECORDS)
def word_kept(request: StaffRequest, said: UUID) -> HttpResponse:
    """Thank the person for their word on whether they were told, and ask for the device back."""
    try:
        row = loop.to_act_on(request.user, said, "their own word", clock.now()).said
    except loop.NOT_FOUND as nothing:
        raise Http404 from nothing
    lend_for_word(request, row)
    waits = row.state == "open"  # they said: not yet
    context = {"title": "Thank you", "their_look": look(row, clock.today()), "waits": waits}
    return render(request, "story/thanks.html", context)
