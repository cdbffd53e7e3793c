"""The story of a child: everything that they said, and what came of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heard.child.people.presenters import header
from heard.child.people.queries import spoken_for
from heard.child.people.views import page_of
from heard.child.story.presenters.story import story
from heard.child.story.queries.story import NOT_FOUND, shared_child, story_of
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.READ_RECORDS)
def of_child(request: StaffRequest, child: UUID) -> HttpResponse:
    """Everything that the child said and this person may see, newest first."""
    context = page_of(request, child, "story")
    found = story_of(request.user, context.pop("row"), clock.now())
    context |= story(found, clock.today()) | {"close": found.close}
    return render(request, "story/story.html", context)


@require_safe
@needs(P.READ_SHARED)
def shared_children(request: StaffRequest) -> HttpResponse:
    """The children for whom an advocate speaks."""
    today = clock.today()
    children = [header(child, today) for child in spoken_for(request.user, clock.now())]
    context = {"title": "Children who share with you", "children": children}
    return render(request, "story/shared_children.html", context)


@require_safe
@needs(P.READ_SHARED)
def shared(request: StaffRequest, child: UUID) -> HttpResponse:
    """What a child shares with their advocate."""
    try:
        row = shared_child(request.user, child, "what they share", clock.now())
    except NOT_FOUND as nothing:
        raise Http404 from nothing
    head = header(row, clock.today())
    found = story_of(request.user, row, clock.now())
    context = story(found, clock.today()) | {"close": False, "title": head.name, "child": head}
    return render(request, "story/shared.html", context)
